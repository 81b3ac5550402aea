"""Places in files, problems found there, and the errors that carry them to the rim."""

from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"


class Place(NamedTuple):
    """Where something was written: a file's path as shown to people, line and column from 1 (0: the whole file)."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


class Problem(NamedTuple):
    """One thing that is wrong: what (message), where (place), what to do (help).

    `code` is stable (F… for files, L… for the linter); `source` is the offending line, for a caret under it.
    """

    code: str
    message: str
    place: Place
    help: str = ""
    severity: Severity = Severity.ERROR
    source: str = ""


class LoiError(Exception):
    """Something a person must mend; exit code 2. `hint` says how."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class BadInput(LoiError):
    """One or more files or arguments are wrong; every problem found is inside, its place within `folder`."""

    folder: Path | None = None

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems, key=lambda p: p.place))
        super().__init__("\n".join(f"{p.place}: {p.message}" for p in self.problems))
