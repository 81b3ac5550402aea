"""Patterns of a library that are compiled when they are first used, not when the library is imported.

PyYAML compiles what every scalar could mean and which signs may be printed, of which libyaml needs nothing: more than a
whole short command costs beside it. Its words and its strictness stay as they are.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager


class LatePattern:
    """Stands for a pattern until it is asked for anything."""

    __slots__ = ("_asked",)

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self._asked = (pattern, flags)

    def __getattr__(self, name: str) -> object:
        return getattr(re.compile(*self._asked), name)  # `re` keeps what it has compiled


@contextmanager
def late_patterns() -> Iterator[None]:
    """What is imported within it gets its patterns late."""
    at_once = re.compile
    re.compile = LatePattern  # type: ignore[assignment]
    try:
        yield
    finally:
        re.compile = at_once
