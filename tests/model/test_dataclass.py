"""Our `dataclass` does what that of the standard library does: each test asks both."""

import copy
import dataclasses
import operator
import pickle
import re
from collections.abc import Callable
from typing import Any

import pytest

from loi_cli.model.dataclass import dataclass


def point(decorator: Any, **options: bool) -> Any:
    @decorator(**options)
    class Point:
        x: int
        y: int = 2
        tags: list[str] = dataclasses.field(default_factory=list)
        secret: str = dataclasses.field(default="s", repr=False, compare=False)

    return Point


def said(action: Callable[[], object]) -> str:
    """What an action gives or how it fails, in words that are alike for both classes."""
    try:
        return repr(action())
    except (TypeError, AttributeError) as error:
        return f"{type(error).__name__}: {error}"


def refuses(action: Callable[[], object]) -> bool:
    """Whether it fails; how does not matter: the standard library's Python 3.11 has a mistake of its own there."""
    try:
        action()
    except (TypeError, AttributeError):
        return True
    return False


OPTIONS = [
    {},
    {"frozen": True},
    {"slots": True},
    {"frozen": True, "slots": True},
    {"frozen": True, "slots": True, "kw_only": True},
    {"frozen": True, "slots": True, "order": True},
    {"frozen": True, "slots": True, "eq": False},
]
ACTIONS: dict[str, Callable[[Any], object]] = {
    "repr": lambda cls: cls(x=1, tags=["a"]),
    "positional": lambda cls: cls(1, 3),
    "missing": lambda cls: cls(),
    "unknown": lambda cls: cls(x=1, z=1),
    "equal": lambda cls: cls(x=1, secret="a") == cls(x=1, secret="b"),
    "unequal": lambda cls: cls(x=1) == cls(x=2),
    "another class": lambda cls: cls(x=1) == (1, 2, [], "s"),
    "hash": lambda cls: len({hash(each) for each in [cls(x=1, tags=()), cls(x=1, tags=(), secret="b")]}),
    "assign": lambda cls: setattr(cls(x=1), "y", 5),
    "delete": lambda cls: delattr(cls(x=1), "y"),
    "a new attribute": lambda cls: refuses(lambda: setattr(cls(x=1), "z", 5)),
    "less": lambda cls: operator.lt(cls(x=1), cls(x=2)),
    "at most": lambda cls: operator.le(cls(x=1), cls(x=1)),
    "own default": lambda cls: cls(x=1).tags is cls(x=1).tags,
    "replace": lambda cls: dataclasses.replace(cls(x=1), x=4),
    "fields": lambda cls: [f.name for f in dataclasses.fields(cls)],
    "asdict": lambda cls: dataclasses.asdict(cls(x=1)),
    "slots": lambda cls: getattr(cls, "__slots__", None),
    "match": lambda cls: cls.__match_args__,
    "copy": lambda cls: copy.deepcopy(cls(x=1, tags=["a"], secret="t")).secret,
}


@pytest.mark.parametrize("options", OPTIONS, ids=lambda options: " ".join(options) or "plain")
@pytest.mark.parametrize("action", ACTIONS)
def test_it_is_as_the_standard_one(action: str, options: dict[str, bool]) -> None:
    ours, theirs = (
        re.sub(r"object at 0x\w+", "…", said(lambda cls=cls: ACTIONS[action](cls)))  # type: ignore[misc]
        for cls in (point(dataclass, **options), point(dataclasses.dataclass, **options))
    )
    assert ours == theirs


@dataclass(frozen=True, slots=True)
class Kept:
    """At the top of a module, where pickle finds it."""

    words: str
    by: tuple[str, ...] = ()


def test_it_can_be_pickled() -> None:
    assert pickle.loads(pickle.dumps(Kept("a", ("b",)))) == Kept("a", ("b",))


def test_a_method_of_the_class_itself_stays() -> None:
    @dataclass(frozen=True)
    class Named:
        name: str

        def __repr__(self) -> str:
            return self.name

        def __hash__(self) -> int:
            return 7

    assert repr(Named("a")) == "a" and hash(Named("a")) == 7
