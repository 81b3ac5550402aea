"""Tables as values: what a workbook shows."""

from typing import NamedTuple


class Column(NamedTuple):
    """`width` is in letters."""

    title: str
    width: int


class Sheet(NamedTuple):
    """One table; a number in a cell is a number, all else is words."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str | int, ...], ...]
