"""What is printed, and what came of it."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple


class ToPrint(NamedTuple):
    """A Word file and what its PDF tells of itself: title, main language, day."""

    docx: bytes
    title: str
    language: str
    day: date


class Printed(NamedTuple):
    """A PDF, and what laying it out has told: how many pages there are, and on which of them each bookmark of the Word
    file stands. None, and no page, where pikepdf, which reads that, is not installed."""

    data: bytes
    pages: int | None
    page_of: Mapping[str, int]
