"""Numbers left open: those of revisions, bookmarks and lists depend on all that stands before them in a file.

What is written asks for each in its turn and holds a mark in its place. They are filled in where the words are put into
a file, so that a section written once can stand in several.
"""

from collections.abc import Callable
from typing import Generic, TypeVar

File = TypeVar("File")
_MARK = "\0"
"""A character that no HTML may hold (`reading`)."""


class OpenNumbers(Generic[File]):
    """The numbers of one stretch of a file, in the order in which they were asked for."""

    __slots__ = ("asked",)

    def __init__(self) -> None:
        self.asked: list[Callable[[File], int | str]] = []

    def ask(self, number: Callable[[File], int | str]) -> str:
        """The mark of a number that the file will give."""
        self.asked.append(number)
        return f"{_MARK}{len(self.asked) - 1}{_MARK}"

    def given_by(self, file: File) -> Callable[[str], str]:
        """What fills the numbers in, once this file has given them."""
        given = [str(number(file)) for number in self.asked]

        def filled(xml: str) -> str:
            pieces, places = parted(xml)
            pieces[1::2] = map(given.__getitem__, places)
            return "".join(pieces)

        return filled


def parted(xml: str) -> tuple[list[str], list[int]]:
    """What is written cut up: every second piece is a mark, of the number at this place among those asked for."""
    pieces = xml.split(_MARK)
    return pieces, list(map(int, pieces[1::2]))
