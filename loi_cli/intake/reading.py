"""Reading a whole file: from a source to the values of its block, and the result with what is doubtful about it."""

from collections.abc import Mapping, Sequence
from typing import Generic, NamedTuple, TypeVar

from loi_cli.files.composing import compose
from loi_cli.files.page import Page
from loi_cli.files.shapes import Shape
from loi_cli.files.source import Source
from loi_cli.model.problems import Problem

T = TypeVar("T")


class Read(NamedTuple, Generic[T]):
    """A value read from a file, and the warnings that do not keep it from being used."""

    value: T
    warnings: tuple[Problem, ...] = ()


def open_page(source: Source, shape: Shape[T], known: Mapping[str, Sequence[str]] | None = None) -> tuple[Page, T]:
    """The page of a source and the value of the shape that it must have.

    Raises BadInput when there is nothing of that shape; else what is wrong waits on the page for `Page.finish`.
    """
    page = Page(source, known)
    node = compose(page)
    value = shape.read(node, page) if node is not None else None
    if value is None:
        page.finish()
        raise AssertionError("a file that holds nothing of its shape has a problem")
    return page, value
