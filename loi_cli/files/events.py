"""YAML's events from libyaml where it is present, else from PyYAML's own parser.

What both read, they read alike. Some rare things one of them refuses (`[a?]`, `{a:}`, `|#`): a file is never read as
something else on another machine, but a machine without libyaml may refuse it.
"""

from typing import Any, Protocol

from loi_cli.files.late_patterns import late_patterns

with late_patterns():
    from yaml.error import MarkedYAMLError
    from yaml.events import (
        AliasEvent,
        DocumentStartEvent,
        MappingEndEvent,
        MappingStartEvent,
        ScalarEvent,
        SequenceEndEvent,
        SequenceStartEvent,
        StreamEndEvent,
    )
    from yaml.parser import Parser
    from yaml.reader import Reader
    from yaml.scanner import Scanner

    try:
        from yaml._yaml import CParser
    except ImportError:  # a PyYAML built without libyaml
        CParser = None  # type: ignore[assignment,misc]

__all__ = [
    "AliasEvent", "DocumentStartEvent", "Events", "MappingEndEvent", "MappingStartEvent", "MarkedYAMLError",
    "PureParser", "ScalarEvent", "SequenceEndEvent", "SequenceStartEvent", "StreamEndEvent", "events",
]  # fmt: skip


class Events(Protocol):
    """Where events come from, one at a time. Raises yaml.MarkedYAMLError.

    `Any`, because the stubs of PyYAML hold marks for optional that every event of a parser has.
    """

    def get_event(self) -> Any: ...


class PureParser(Reader, Scanner, Parser):
    """PyYAML's parser in Python: a sixtieth of the speed, stricter about tabs."""

    def __init__(self, text: str) -> None:
        Reader.__init__(self, text)
        Scanner.__init__(self)
        Parser.__init__(self)


def events(text: str) -> Events:
    """The events of a text.

    They disagree most on tabs outside quotes and blocks: libyaml takes them, the other refuses. Files with tabs are
    rare, so the stricter one reads them on every machine.
    """
    return PureParser(text) if CParser is None or "\t" in text else CParser(text)
