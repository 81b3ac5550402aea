"""Tables as values: what a workbook shows."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple


class Column(NamedTuple):
    """`width` is in letters; `choices` are what Excel offers to whoever fills in a cell."""

    title: str
    width: int
    choices: tuple[str, ...] = ()


class Sheet(NamedTuple):
    """One table; a number in a cell is a number, all else is words. A sheet of a form bears `marks`: names of cells,
    by line, 0 for the head, and column."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str | int, ...], ...]
    marks: Mapping[str, tuple[int, int]] = MappingProxyType({})

    @property
    def to_fill_in(self) -> bool:
        return bool(self.marks)
