"""From YAML's events to nodes: what YAML may share, tag, repeat or nest, and a dossier must not, is refused."""

import re
from typing import Any

from loi_cli.files.characters import first_forbidden, forbidden, named, why_forbidden
from loi_cli.files.codes import Code
from loi_cli.files.events import (
    AliasEvent,
    DocumentStartEvent,
    Events,
    MappingEndEvent,
    MappingStartEvent,
    MarkedYAMLError,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
    events,
)
from loi_cli.files.nodes import HoleNode, MappingNode, Mark, Node, ScalarNode, SequenceNode
from loi_cli.files.page import Page
from loi_cli.i18n import _
from loi_cli.model.problems import Place

MOST_EVENTS = 50_000
MOST_DEPTH = 20

_DIRECTIVE = re.compile(r"^%", re.MULTILINE)


def compose(page: Page, source: Events | None = None) -> Node | None:
    """The root node of the page's text; what is wrong goes to the page. `source` is another parser of the same text.

    None when there is nothing to read. After a syntax error the nodes before it are there, marked as not whole.
    """
    return _Composer(page).run(source or events(page.source.text))


class _CannotGoOnError(Exception):
    """The file cannot be read further; why is already on the page."""


class _Open:
    """A mapping (with entries) or a sequence (without) whose end has not come yet."""

    __slots__ = ("entries", "flow", "items", "key", "start", "whole")

    def __init__(self, event: Any) -> None:
        self.start: Mark = event.start_mark
        self.flow = bool(event.flow_style)
        self.entries: dict[str, tuple[ScalarNode, Node]] | None = {} if isinstance(event, MappingStartEvent) else None
        self.items: list[Node] = []
        self.key: Node | None = None
        self.whole = True

    def closed(self) -> Node:
        if self.entries is None:
            return SequenceNode(self.items, self.start, self.flow, self.whole)
        return MappingNode(self.entries, self.start, self.flow, self.whole)


class _Composer:
    def __init__(self, page: Page) -> None:
        self.page = page
        self.open: list[_Open] = []
        self.root: Node | None = None
        self.last: ScalarNode | None = None

    def run(self, source: Events) -> Node | None:
        try:
            self.read(source)
        except MarkedYAMLError as error:
            from loi_cli.files.remedies import syntax_problem  # here and below: only where something is wrong

            opener = next((one.start for one in self.open if one.flow), None)
            syntax_problem(self.page, error, self.last, opener)
            self.break_off()
        except _CannotGoOnError:
            self.break_off()
        if self.root is None and not self.page.errors:
            remedy = _("was it saved? `loi init` and `loi request` write files to fill in")
            self.page.error(Code.EMPTY_FILE, _("the file is empty"), self.page.top, remedy)
        return self.root

    def read(self, source: Events) -> None:
        """The loop over all events, the most frequent first: it turns once for each value of every file."""
        text = self.page.source.text
        # Signs that nearly no file holds, and without which there is no anchor, tag or escape to refuse.
        careful = "&" in text or "!" in text or "\\" in text
        get_event, put, stack = source.get_event, self.put, self.open
        for _count in range(MOST_EVENTS):
            event = get_event()
            kind = type(event)
            if kind is ScalarEvent:
                # Around NamedTuple's own constructor, which is written in Python.
                node = tuple.__new__(ScalarNode, (event.value, event.start_mark, event.end_mark, event.style))
                self.last = node
                if careful:
                    self.look_at(event)
                top = stack[-1] if stack else None
                if top is not None and top.key is None and top.entries is not None:
                    top.key = node  # a key, as every second of them is
                else:
                    put(node)
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                if careful:
                    self.look_at(event)
                stack.append(_Open(event))
                if len(stack) > MOST_DEPTH:
                    self.stop(
                        event,
                        _("nested more than {depth} deep").format(depth=MOST_DEPTH),
                        _("is it the right file? A clause that deep comes in by an input: `insert` it `in` another"),
                    )
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                put(stack.pop().closed())
            elif kind is AliasEvent:
                self.refuse(event)
                put(HoleNode(event.start_mark))
            elif kind is DocumentStartEvent:
                self.document(event)
            elif kind is StreamEndEvent:
                return
        self.stop(
            event,
            _("has more than {count} entries").format(count=MOST_EVENTS),
            _("is it the right file? What is that long belongs into several: the rest of a concept into inputs"),
        )

    def look_at(self, event: Any) -> None:
        if event.anchor is not None or event.tag is not None:
            self.refuse(event)
        elif type(event) is ScalarEvent and event.style == '"' and first_forbidden(event.value):
            self.refuse_characters(event)

    def put(self, node: Node) -> None:
        """Put a finished node where it stands."""
        if not self.open:
            self.root = node
            return
        top = self.open[-1]
        entries = top.entries
        if entries is None:
            top.items.append(node)
        elif (key := top.key) is None:
            top.key = node
        else:
            top.key = None
            if type(key) is ScalarNode and (name := key.text) not in entries and name and name != "<<":
                entries[name] = (key, node)
            else:
                self.refuse_key(key, top)

    def break_off(self) -> None:
        """Close all that is open, so that what was read so far can be looked at."""
        while self.open:
            if self.open[-1].key is not None:
                self.put(HoleNode(self.open[-1].key.start))
            self.open[-1].whole = False
            self.put(self.open.pop().closed())

    def stop(self, event: Any, message: str, help: str) -> None:
        self.page.error(Code.TOO_DEEP, message, event.start_mark, help)
        raise _CannotGoOnError

    def document(self, event: Any) -> None:
        if self.root is not None:
            self.page.error(
                Code.DOCUMENTS,
                _("a second document begins here; a file holds one"),
                event.start_mark,
                _("take the line `---` or `...` out, or put the rest in a file of its own"),
            )
            raise _CannotGoOnError
        if event.explicit and (found := _DIRECTIVE.search(self.page.source.text, 0, event.end_mark.index)):
            line = self.page.source.text.count("\n", 0, found.start()) + 1
            place = Place(self.page.source.path, line, 1)
            self.page.error(Code.TAG, _("a YAML directive has no meaning here"), place, _("take this line out"))

    def refuse(self, event: Any) -> None:
        """An alias, an anchor or a tag: often only words that begin with `*`, `&` or `!`."""
        from loi_cli.files.remedies import own_line_remedy

        mark: Mark = event.start_mark
        self.page.spoilt.add(mark.line)
        code = Code.ANCHOR
        if type(event) is AliasEvent:
            message = _("`*{name}` repeats another value, which is not allowed here").format(name=event.anchor)
        elif event.anchor is not None:
            message = _("`&{name}` names a value, which is not allowed here").format(name=event.anchor)
        else:
            code = Code.TAG
            message = _("a value that begins with `!` is a tag in YAML, which is not allowed here")
        self.page.error(code, message, mark, own_line_remedy(self.page.source.line(mark.line + 1)))

    def refuse_characters(self, event: Any) -> None:
        for character in dict.fromkeys(found for _at, found in forbidden(event.value)):
            self.page.error(
                Code.CHARACTER,
                _("holds {character}: {why}").format(character=named(character), why=why_forbidden(character)),
                event.start_mark,
                _("take the escape that begins with a backslash out"),
            )

    def refuse_key(self, key: Node, holder: _Open) -> None:
        entries = holder.entries or {}
        if not isinstance(key, ScalarNode) or key.text not in entries:
            holder.whole = False
        if not isinstance(key, ScalarNode) or not key.text:
            if not isinstance(key, HoleNode):
                from loi_cli.files.remedies import own_line_remedy

                remedy = own_line_remedy(self.page.source.line(key.start.line + 1))
                self.page.error(Code.STRANGE_KEY, _("a key must be a word"), key.start, remedy)
        elif key.text in entries:
            first = self.page.place(entries[key.text][0].start)
            self.page.error(
                Code.DUPLICATE_KEY,
                _("`{key}` stands twice: in line {first} and here in line {second}").format(
                    key=key.text, first=first.line, second=key.start.line + 1
                ),
                key.start,
                _("keep one of the two"),
            )
        else:
            self.page.error(Code.ANCHOR, _("`<<` merges other keys in, which is not allowed here"), key.start,
                            _("write the keys out"))  # fmt: skip
