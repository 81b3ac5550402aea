"""The versions that inputs may have been written against."""

from collections.abc import Iterable

from loi_cli.files.source import Source
from loi_cli.history.names import NoSuchVersion, base_named
from loi_cli.intake.opening import OpenDossier
from loi_cli.merge.fitting import misfits
from loi_cli.model.inputs import Input
from loi_cli.model.problems import BadInput, Problem
from loi_cli.model.versions import Header, Version

NO_BASE = "F306"


class Bases:
    """The versions that inputs may have been written against; each text is read once."""

    def __init__(self, opened: OpenDossier, root: Version, heads: Iterable[Version]) -> None:
        self.store = opened.store
        self.headers = opened.headers or (root.header,)
        self.names = opened.names_of_bases
        self.texts = {v.header.text_hash: v.text for v in (root, *heads)}

    def must_fit(self, one: Input, source: Source) -> None:
        """Raises BadInput when the base does not exist or the proposals do not fit it."""
        try:
            base = base_named(one.base, self.headers, self.names)
        except NoSuchVersion as error:
            problem = Problem(
                code=NO_BASE,
                message=error.message,
                place=one.base_place,
                help=error.hint,
                source=source.line(one.base_place.line),
            )
            raise BadInput([problem]) from None
        if base.text_hash not in self.texts:
            self.texts[base.text_hash] = self.store.version(base).text
        problems = misfits(one, self.texts[base.text_hash], lambda clause: self._last_seen(clause, base))
        if problems:
            raise BadInput(p._replace(source=source.line(p.place.line)) for p in problems)

    def _last_seen(self, clause: str, base: Header) -> str | None:
        """The newest version before a base that has a clause."""
        older = [h for h in self.headers if h.number < base.number]
        return next((h.label for h in reversed(older) if clause in self.store.version(h).text.by_id()), None)
