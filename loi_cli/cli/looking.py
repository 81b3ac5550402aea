"""A look into files before they leave: what is in each, and what of it is ours alone."""

from collections.abc import Iterable
from pathlib import PurePath

from loi_cli.intake.calendar import all_meetings
from loi_cli.intake.register import Register
from loi_cli.model.text import Text
from loi_cli.render.leaks import Secret, secrets_of
from loi_cli.word.innards import Innards, of_package, of_text

_PACKAGES = (".docx", ".xlsx", ".pptx")
_TEXTS = (".html", ".htm", ".txt", ".md", ".csv")
_FOLDED = b"\r\n "
"""A long line of a calendar file goes on after this (RFC 5545, 3.1)."""


def inside(name: str, data: bytes) -> Innards | None:
    """The innards of a file; None for a sort that nobody can look into. Raises UnfitFile."""
    suffix = PurePath(name).suffix.lower()
    if suffix in _PACKAGES:
        return of_package(data)
    if suffix == ".ics":
        return of_text(name, data.replace(_FOLDED, b"").replace(b"\\", b""))
    return of_text(name, data) if suffix in _TEXTS else None


def secrets(register: Register, texts: Iterable[Text], receiver: str) -> tuple[Secret, ...]:
    """What this dossier may not let out to a party that may see of these texts what it may see."""
    opened = register.opened
    return secrets_of(opened.dossier, texts, receiver, register.inputs, opened.decisions, all_meetings(opened))
