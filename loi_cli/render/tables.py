"""Tables as values: what a workbook shows."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Column:
    """`width` is in letters."""

    title: str
    width: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table; a number in a cell is a number, all else is words."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str | int, ...], ...]
