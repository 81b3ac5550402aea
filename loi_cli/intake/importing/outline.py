"""The lines of one language as a tree: recitals, articles with paragraphs and items, testimonium, annexes.

An instrument has zones in a fixed order: title, parties, recitals, articles, closing words, signatures, annexes. Within
one, numbers and letters say how deep a line is, whether they were typed or are Word's.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from loi_cli.i18n import _
from loi_cli.intake.importing.leads import Leads, any_of, leads_of
from loi_cli.intake.importing.lines import Line, Remainder
from loi_cli.intake.importing.marks import Mark, counted, roman_value, typed
from loi_cli.model.text import PARENTS, Kind

_MOST_HEADING = 14
_FIGURE = r"(?P<n>\d{1,3}|[IVXLC]{1,7}|[A-Z])"
_ENDS = (".", ";", ":", ",")
_ITEMS = ("Item", "Subitem")
"""The styles of items in our papers."""
_LETTER = re.compile(r"[^\W\d_]")
_LINE_TO_FILL = re.compile(r"[_.…\s]{4,}\Z")


@dataclass(slots=True, kw_only=True)
class Node:
    """A clause as one language has it; `how` says by what it was recognised, `row` the row of a table it stands in."""

    kind: Kind
    line: Line
    how: str
    heading: str = ""
    text: str = ""
    number: int = 0
    children: "list[Node]" = field(default_factory=list)

    @property
    def own(self) -> str:
        return self.line.own

    @property
    def place(self) -> str:
        return self.line.place


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something that a person should look at."""

    why: str
    text: str
    place: str


@dataclass(slots=True)
class Outlined:
    """What one language of a draft amounts to. `title` are the words above the recitals that name the instrument."""

    language: str
    nodes: list[Node] = field(default_factory=list)
    title: list[str] = field(default_factory=list)
    parties: list[str] = field(default_factory=list)
    left_out: list[Remainder] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)


def outlined(lines: Sequence[Line], language: str) -> Outlined:
    """Recognise the clauses of one language."""
    return _Outline(language, lines).run()


@dataclass(frozen=True, slots=True)
class Lead:
    """The beginning of an article or an annex: its number, and the words on the same line."""

    kind: Kind
    number: int
    rest: str
    how: str


def lead_of(line: Line, leads: Leads) -> Lead | None:
    """Whether a line begins an article or an annex, by its first word, by Word's own label, or by our style."""
    if line.level is not None and line.level.text:
        label = re.sub(r"%\d", "1", line.level.text).strip()
        kind = _labelled(label, leads)
        if kind is not None:
            return Lead(kind, 0, line.text, _("label of Word’s numbering: {label}").format(label=line.level.text))
    for kind, words in ((Kind.ARTICLE, leads.article), (Kind.ANNEX, leads.annex)):
        figure = _FIGURE if kind is Kind.ARTICLE else f"(?:{_FIGURE})?"
        pattern = rf"(?P<word>{any_of(words)})(?:\s+|\Z){figure}\.?[º°]?(?:\s*[.:–—-]\s*|\s+|\Z)(?P<rest>.*)\Z"
        found = re.match(pattern, line.text, re.IGNORECASE)
        if found and (found["n"] or not found["rest"] or kind is Kind.ANNEX) and _begins_a_part(found, line):
            return Lead(
                kind, _value(found["n"]), found["rest"].strip(), _("the word {word}").format(word=found["word"])
            )
    return None


def _labelled(label: str, leads: Leads) -> Kind | None:
    for kind, words in ((Kind.ARTICLE, leads.article), (Kind.ANNEX, leads.annex)):
        if re.match(rf"(?:{any_of(words)})\s+1\W*\Z", label, re.IGNORECASE):
            return kind
    return None


def _begins_a_part(found: "re.Match[str]", line: Line) -> bool:
    """`Article 5 shall apply` begins no article: after the number there is nothing, a sign, or a heading."""
    rest, between = (
        found["rest"].strip(),
        line.text[found.end("n") if found["n"] else found.end("word") : found.start("rest")],
    )
    if not rest:
        return True
    if any(sign in between for sign in ".:–—-"):
        return not rest[0].islower()
    first = rest[0]
    return bool(found["n"]) and (first.isupper() or first in '(“"') and _is_short(rest) and not rest.startswith("(1")


def _value(text: str | None) -> int:
    if not text:
        return 0
    if text.isdecimal():
        return int(text)
    return roman_value(text) if set(text.lower()) <= set("ivxlc") else ord(text[0].upper()) - ord("A") + 1


def _is_short(text: str) -> bool:
    return len(text.split()) <= _MOST_HEADING and not text.endswith(_ENDS)


class _Outline:
    def __init__(self, language: str, lines: Sequence[Line]) -> None:
        self.lines = lines
        self.leads = leads_of(language)
        self.found = Outlined(language)
        self.articles = {line.number: lead for line in lines if (lead := lead_of(line, self.leads))}
        self.closing = re.compile(rf"(?:{any_of(self.leads.closing)})\b", re.IGNORECASE)
        self.ours = any(line.own for line in lines)
        self.styled = any(line.style == "Article Heading" for line in lines)
        self.stack: list[tuple[Mark, Node]] = []
        self.open: dict[tuple[str, str], int] = {}
        if not any(lead.kind is Kind.ARTICLE for lead in self.articles.values()):
            self.articles |= dict(self._numbered_articles())

    def run(self) -> Outlined:
        zone = self._front()
        top: Node | None = None
        signed = False
        for line in zone:
            lead = self.articles.get(line.number)
            if lead is not None and (not signed or lead.kind is Kind.ANNEX):
                top, signed = self._part(line, lead), False
            elif line.style == "Internal":
                self._leave(line, _("a note of our papers for our own side"))
            elif signed:
                self._leave(line, _("signature block: papers make it anew"))
            elif self._closes(line, top):
                if line.text.isupper() and top is not None and top.kind is not Kind.TESTIMONIUM and not line.own:
                    self._doubt(_("taken as closing words"), line)
                top = self._add(Kind.TESTIMONIUM, line, _("closing words"), line.text)
            elif top is not None and top.kind is Kind.TESTIMONIUM:
                signed = not self._goes_on(top, line)
                if signed:
                    self._leave(line, _("signature block: papers make it anew"))
            elif self._signs(line, top):
                signed = True
                self._leave(line, _("signature block: papers make it anew"))
            elif top is None:
                self._leave(line, _("stands before the first article, and is no recital"))
            else:
                self._inside(top, line)
        return self.found

    def _numbered_articles(self) -> Iterator[tuple[int, Lead]]:
        """Articles of a draft that has not the word: its headings, or its lines numbered at the outermost level."""
        headed = [line for line in self.lines if line.outline > 0 and line.style not in ("Title", "Subtitle")]
        deepest = max((line.outline for line in headed), default=0)
        chosen = [line for line in headed if line.outline == deepest or line.outline > 1]
        if len(chosen) > 1:
            for line in chosen:
                mark = typed(line.text, {})
                yield line.number, Lead(Kind.ARTICLE, 0, mark[1] if mark else line.text, _("a heading"))
            return
        for line in self.lines:
            mark = typed(line.text, {})
            if line.level is not None and line.level.depth == 0 and line.level.format in ("decimal", "upperRoman"):
                yield line.number, Lead(Kind.ARTICLE, 0, line.text, _("Word’s numbering at the outermost level"))
            elif mark is not None and mark[0].series == "1" and mark[0].form == "%.":
                yield line.number, Lead(Kind.ARTICLE, mark[0].value, mark[1], _("numbered at the outermost level"))

    # the front: title, parties, recitals

    def _front(self) -> Sequence[Line]:
        """Read title, parties and recitals; the rest begins with the first article, or the closing words."""
        end = next((n for n, line in enumerate(self.lines) if self._is_part(line)), len(self.lines))
        front, rest = self.lines[:end], self.lines[end:]
        if not any(lead.kind is Kind.ARTICLE for lead in self.articles.values()) and not front:
            return rest
        named = self._naming(front)
        pivot = self._pivot(front)
        for at, line in enumerate(front):
            if at == pivot:
                self._leave(line, _("words between recitals and articles: papers make them anew"))
            elif not line.own and (at <= named or self._is_title(line)):
                self._title(line)
            else:
                self._recital(line)
        self._close()
        return rest

    def _is_part(self, line: Line) -> bool:
        lead = self.articles.get(line.number)
        return lead is not None or self._is_closing(line)

    def _naming(self, front: Sequence[Line]) -> int:
        """The last line that names the parties, or -1."""
        words = re.compile(any_of(self.leads.parties), re.IGNORECASE)
        first = next(
            (
                n
                for n, line in enumerate(front)
                if words.search(line.text) and not line.own and not _begins_loud(line.text)
            ),
            -1,
        )
        while (
            0 <= first < len(front) - 1
            and words.search(front[first + 1].text)
            and not _begins_loud(front[first + 1].text)
        ):
            first += 1
        return first

    def _pivot(self, front: Sequence[Line]) -> int:
        words = re.compile(any_of(self.leads.pivot), re.IGNORECASE)
        for at in range(len(front) - 1, max(-1, len(front) - 4), -1):
            if (
                not front[at].own
                and words.search(front[at].text)
                and front[at].text.rstrip().endswith((":", ".", "："))
            ):
                return at
        return -1

    def _is_title(self, line: Line) -> bool:
        return line.style in ("Title", "Subtitle") or line.text.isupper() or (line.outline > 0)

    def _title(self, line: Line) -> None:
        is_title = self._is_title(line) or not line.text.endswith(_ENDS)
        (self.found.title if is_title else self.found.parties).append(line.text)
        why = (
            _("title: papers make it from dossier.yaml") if is_title else _("who the parties are: papers make it anew")
        )
        self._leave(line, why)

    def _recital(self, line: Line) -> None:
        last = self.found.nodes[-1] if self.found.nodes else None
        if last is not None and line.own and line.style in _ITEMS:
            self._loose(last, line)
            return
        if not line.own and last is not None and last.text.endswith(":"):
            mark = self._mark(line)
            if mark is not None:
                self._hang(last, line, *mark)
                return
        mark = self._mark(line)
        text = line.text
        if mark is not None and not line.own:
            text = mark[1]
        if not line.own and not _begins_loud(text):
            self._doubt(_("taken as a recital by its place alone"), line)
        how = _("our bookmark") if line.own else _("its place before the articles")
        self._add(Kind.RECITAL, line, how, text)

    # articles and annexes

    def _part(self, line: Line, lead: Lead) -> Node:
        node = self._add(lead.kind, line, lead.how, "")
        node.number = lead.number
        if lead.rest:
            if _is_short(lead.rest):
                node.heading = lead.rest
            else:
                node.text = lead.rest
        return node

    def _inside(self, top: Node, line: Line) -> None:
        bare = not (top.heading or top.text or top.children)
        if bare and self._mark(line) is None and self._is_heading(line):
            top.heading = line.text
            return
        mark = self._mark(line)
        if line.own and line.level is None and line.own != top.own:
            self._loose(top, line)
        elif mark is not None:
            self._hang(top, line, *mark)
        elif not top.text and not top.children:
            top.text = line.text
        else:
            self._doubt(_("stood without a number; it gets one as a paragraph"), line)
            self._close()
            top.children.append(Node(kind=Kind.PARAGRAPH, line=line, how=_("its place"), text=line.text))

    def _loose(self, top: Node, line: Line) -> None:
        """A clause of our papers that Word does not number: its style tells its kind, its bookmark what it is below."""
        below = [node for node in every([top]) if node is not top]
        under = [node for node in below if node.own and line.own.startswith(f"{node.own}_")]
        items = [node for node in below if node.kind is Kind.ITEM] if line.style == "Subitem" else []
        above = (under or items or [top])[-1]
        is_item = line.style in _ITEMS or above is not top
        label = typed(line.text, {}) if is_item else None
        text = label[1] if label else line.text
        kind = Kind.ITEM if is_item else Kind.PARAGRAPH
        above.children.append(Node(kind=kind, line=line, how=_("our bookmark"), text=text))

    def _is_heading(self, line: Line) -> bool:
        if self.styled:
            return line.style == "Article Heading"
        return bool(line.text) and (line.outline > 0 or _is_short(line.text))

    def _mark(self, line: Line) -> tuple[Mark, str] | None:
        """What a line is numbered by, and its words."""
        if line.level is not None:
            return counted(line.level), line.text
        return typed(line.text, self.open)

    def _hang(self, top: Node, line: Line, mark: Mark, text: str) -> None:
        """Find the place of a numbered line below the part that is open."""
        while self.stack and not self._is_above(self.stack[-1][0], mark):
            gone = self.stack.pop()[0]
            if (gone.series, gone.form) == (mark.series, mark.form):
                break
            self.open.pop((gone.series, gone.form), None)
        above = self.stack[-1][1] if self.stack else top
        kind = Kind.PARAGRAPH if mark.series in ("1", "1.1") and above is top else Kind.ITEM
        if above.kind not in PARENTS[kind]:
            kind = Kind.ITEM
        how = _("Word’s numbering") if mark.depth >= 0 else _("typed: {mark}").format(mark=mark.typed or mark.form)
        node = Node(kind=kind, line=line, how=how, text=text, number=mark.value)
        expected = self.open.get((mark.series, mark.form), 0) + 1
        if mark.value and mark.value != expected:
            why = _("typed as {mark} where {number} was due; numbers follow from the order").format(
                mark=mark.typed, number=expected
            )
            self._doubt(why, line)
        self.open[mark.series, mark.form] = mark.value
        above.children.append(node)
        self.stack.append((mark, node))

    def _is_above(self, open_: Mark, mark: Mark) -> bool:
        """Whether a line with `mark` stands below one with `open_`."""
        if open_.depth >= 0 and mark.depth >= 0:
            return open_.depth < mark.depth
        if (open_.series, open_.form) == (mark.series, mark.form):
            return False
        return not any((m.series, m.form) == (mark.series, mark.form) for m, _node in self.stack)

    # the end: closing words, signatures

    def _closes(self, line: Line, top: Node | None) -> bool:
        if top is not None and top.kind is Kind.ANNEX:
            return False
        return self._is_closing(line)

    def _is_closing(self, line: Line) -> bool:
        if line.own or line.style == "Testimonium":
            return line.style == "Testimonium"
        return self.closing.match(line.text) is not None and _begins_loud(line.text)

    def _goes_on(self, top: Node, line: Line) -> bool:
        """Whether a line after closing words is still one of them."""
        if line.own and line.style in _ITEMS:
            self._loose(top, line)
            return True
        mark = self._mark(line)
        if mark is not None and top.text.endswith(":"):
            self._hang(top, line, *mark)
            return True
        if self._signs(line, top) or len(line.text.split()) < 7 or not line.text.endswith(_ENDS):
            return False
        self._doubt(_("taken as closing words by its place"), line)
        self._add(Kind.TESTIMONIUM, line, _("its place"), line.text)
        return True

    def _signs(self, line: Line, top: Node | None) -> bool:
        """Whether signatures begin here: a line to be filled in, or the name of who signs, after some words."""
        if line.style == "Signature Line" or _LINE_TO_FILL.match(line.text):
            return True
        says = top is not None and (top.text or top.children)
        named = re.match(rf"(?:{any_of(self.leads.signing)})\b", line.text, re.IGNORECASE)
        return bool(says and named and not line.own and _is_short(line.text))

    def _add(self, kind: Kind, line: Line, how: str, text: str) -> Node:
        self._close()
        node = Node(kind=kind, line=line, how=how, text=text)
        self.found.nodes.append(node)
        return node

    def _close(self) -> None:
        self.stack.clear()
        self.open.clear()

    def _leave(self, line: Line, why: str) -> None:
        if line.text:
            self.found.left_out.append(Remainder(line.text, why, line.place))

    def _doubt(self, why: str, line: Line) -> None:
        self.found.doubts.append(Doubt(why, line.text, line.place))


def _begins_loud(text: str) -> bool:
    """Whether the first word is in capitals and the line is not: DESIRING to promote …"""
    first = next(iter(text.split()), "")
    letters = "".join(_LETTER.findall(first))
    return len(letters) > 1 and letters.isupper() and not text.isupper()


def every(nodes: Iterable[Node]) -> Iterator[Node]:
    """All nodes, a parent before its children."""
    for node in nodes:
        yield node
        yield from every(node.children)
