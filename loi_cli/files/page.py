"""A file while it is read: its text, what is wrong so far, and the names it may use."""

from collections.abc import Mapping, Sequence

from loi_cli.files.codes import Code
from loi_cli.files.nodes import Mark
from loi_cli.files.source import Source
from loi_cli.model.identifiers import nearest
from loi_cli.model.problems import BadInput, Place, Problem, Severity


class Page:
    """Collects the problems of one source.

    `known` holds, by sort of name, those that exist: units, languages … `commented`: there may be a comment somewhere.
    `spoilt` are the lines, from 0, that YAML itself could not make sense of: what they seem to hold is no further
    problem. `flaws` counts all that could not be read, so that a block knows whether anything in it was wrong.
    """

    def __init__(self, source: Source, known: Mapping[str, Sequence[str]] | None = None) -> None:
        self.source = source
        self.known: Mapping[str, Sequence[str]] = known or {}
        self.errors: list[Problem] = []
        self.warnings: list[Problem] = []
        self.spoilt: set[int] = set()
        self.flaws = 0
        self.commented = "#" in source.text

    @property
    def top(self) -> Place:
        """The file as a whole."""
        return Place(self.source.path)

    def place(self, mark: Mark) -> Place:
        """A mark as people count: line and column from 1."""
        return Place(self.source.path, mark.line + 1, mark.column + 1)

    def error(self, code: Code, message: str, where: Mark | Place, help: str) -> None:
        """Add something that must be mended before the file can be used."""
        self.flaws += 1
        self.errors.append(self._problem(code, message, where, help, Severity.ERROR))

    def warn(self, code: Code, message: str, where: Mark | Place, help: str) -> None:
        """Add something that is likely wrong, but may be meant."""
        self.warnings.append(self._problem(code, message, where, help, Severity.WARNING))

    def _problem(self, code: Code, message: str, where: Mark | Place, remedy: str, severity: Severity) -> Problem:
        place = where if isinstance(where, Place) else self.place(where)
        return Problem(
            code=code.value,
            message=message,
            place=place,
            help=remedy,
            severity=severity,
            source=self.source.line(place.line),
        )

    def finish(self) -> None:
        """Raise BadInput with everything found when anything is wrong; warnings alone pass."""
        if self.errors:
            raise BadInput([*self.errors, *self.warnings])


def did_you_mean(word: str, names: Sequence[str], question: str, otherwise: str) -> str:
    """`question` with the nearest name in `{name}`; where none is near, `otherwise` with all of them in `{names}`."""
    if near := nearest(word, names):
        return question.format(name=near)
    return otherwise.format(names=", ".join(names))
