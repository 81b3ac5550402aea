"""YAML of our own as plain values: every scalar is text, also `on` and `no`. People's files are read by `composing`."""

from typing import Any

from loi_cli.files.events import Events, MappingEndEvent, MappingStartEvent, ScalarEvent, SequenceEndEvent, events


def plain_yaml(text: str) -> object:
    """The text's one document: texts, lists and dicts of them."""
    source = events(text)
    source.get_event()  # the stream begins
    source.get_event()  # the document does
    return _value(source.get_event(), source)


def _value(event: Any, source: Events) -> object:
    if type(event) is ScalarEvent:
        return event.value
    if type(event) is MappingStartEvent:
        entries: dict[str, object] = {}
        while type(key := source.get_event()) is not MappingEndEvent:
            entries[key.value] = _value(source.get_event(), source)
        return entries
    items: list[object] = []
    while type(item := source.get_event()) is not SequenceEndEvent:
        items.append(_value(item, source))
    return items
