"""A draft as lines: a paragraph each, with all that its file says of it, be it Word, Markdown or plain text."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from loi_cli.files.characters import without_forbidden
from loi_cli.i18n import _
from loi_cli.intake.importing.leads import BY_LANGUAGE, any_of
from loi_cli.intake.importing.marks import bullet, opens
from loi_cli.word.list_levels import Level, numbering_of
from loi_cli.word.reader import read_docx
from loi_cli.word.taken import Passage, Spot, Taken, passages

if TYPE_CHECKING:
    from markdown_it.token import Token

_SPACE = re.compile(r"[^\S\n]*\n[^\S\n]*|\s+")
_OWN = re.compile(r"(?:loi|redline)_([a-z]{2,3}(?:_[A-Z][a-z]{3})?(?:_[A-Z]{2})?)_([a-z0-9].*)\Z")
_TO_FILL = re.compile(r"[_.…\s]{4,}\Z")
_ANNEXES = frozenset(word.casefold() for leads in BY_LANGUAGE.values() for word in leads.annex)
"""Alone on its line such a word begins an annex, whatever follows."""
_HEADING = 50
"""Letters of a heading; a line of a paragraph that is broken to fit holds more."""

_ARTICLE_ALONE = re.compile(
    rf"(?:{any_of(word for leads in BY_LANGUAGE.values() for word in leads.article)})\s*(?:\d+|[IVXLC]+)[.:]?\Z",
    re.IGNORECASE,
)
"""A line that holds the number of an article and nothing else; the next one is its heading."""

_CUT = re.compile(r".{31}_[0-9a-f]{8}\Z")
"""A bookmark that was too long for Word: its end is a hash."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """`level` is the list that Word numbers it by, `outline` the depth of a heading (0 is none), `language` what the
    file says or our bookmark, `own` the clause that our bookmark names, `number` its place in the file."""

    text: str
    number: int
    place: str
    level: Level | None = None
    outline: int = 0
    style: str = ""
    language: str = ""
    own: str = ""
    spot: Spot | None = None


@dataclass(frozen=True, slots=True)
class Remainder:
    """Words that are no part of a concept, and why."""

    text: str
    why: str
    place: str = ""


@dataclass(frozen=True, slots=True)
class Lines:
    """`beside` stands outside of the running text, `doubts` are about the file as a whole."""

    lines: tuple[Line, ...]
    beside: tuple[Remainder, ...] = ()
    doubts: tuple[str, ...] = ()


def from_word(data: bytes) -> Lines:
    """Read a .docx as if all its tracked changes were taken. Raises UnfitFile."""
    text, numbering = read_docx(data), numbering_of(data)
    found: list[Line] = []
    beside: list[Remainder] = []
    changed = 0
    for number, passage in enumerate(passages(text, Taken.ALL), start=1):
        place = _("paragraph {number}").format(number=number)
        changed += bool(passage.revisions)
        struck = "".join(run.text for run in passage.runs if run.text) if passage.gone else ""
        if struck.strip():
            beside.append(Remainder(_tidy(struck), _("struck out by a tracked change"), place))
        words, style = _tidy(passage.text), numbering.styles.get(passage.style)
        language, own = _own(passage.bookmarks)
        level = numbering.of(passage.style, passage.numbering)
        if not words and level is None and not own:
            continue
        line = Line(
            text=words,
            number=number,
            place=place,
            level=level if level and level.format != "none" else None,
            outline=style.outline if style else 0,
            style=style.name if style else passage.style,
            language=language or _spoken(passage),
            own=own,
            spot=passage.spot,
        )
        found += _split(line, passage.text)
    beside += [Remainder(_tidy(words), _("in a header or footer")) for words in text.margins]
    for comment in text.comments:
        said = f"{comment.author}: {comment.text}" if comment.author else comment.text
        beside.append(Remainder(_tidy(said), _("a comment on “{words}”").format(words=_tidy(comment.about))))
    for note, blocks in text.notes.items():
        words = " ".join(p.text for p in passages(replace(text, blocks=blocks, notes={}), Taken.ALL)).strip()
        if words:
            beside.append(Remainder(_tidy(words), _("a {note}").format(note=note)))
    doubts = [_("it holds tracked changes in {n} paragraphs: read as if all were taken").format(n=changed)] * bool(
        changed
    )
    return Lines(tuple(found), tuple(beside), tuple(doubts))


def from_plain(text: str) -> Lines:
    """Read plain text: paragraphs stand apart by blank lines, or begin with a number, a letter or the word Article, or
    end as an article's number, its heading or a recital does."""
    found: list[Line] = []
    held: list[tuple[int, str]] = []
    after_label = False
    for number, line in enumerate((*text.splitlines(), ""), start=1):
        if held and (not line.strip() or _begins(line, held[-1][1]) or _ended(held[-1][1], line, after_label)):
            found.append(_line(held))
            after_label = _ARTICLE_ALONE.match(found[-1].text) is not None
            held = []
        if line.strip():
            held.append((number, line))
    return Lines(tuple(found))


def _ended(line: str, following: str, after_label: bool) -> bool:
    """Whether a line ended its paragraph, and was not just full: an article's number alone, the heading in the line
    after it, a recital before the next one."""
    line, capital = line.strip(), following.strip()[:1].isupper()
    if _ARTICLE_ALONE.match(line):
        return True
    is_heading = after_label and len(line) < _HEADING and not line.endswith((",", "-"))
    return capital and (line.endswith(";") or is_heading)


def from_markdown(text: str) -> Lines:
    """Read Markdown: headings, lists, tables; emphasis is dropped, its words are not."""
    from markdown_it import MarkdownIt

    found: list[Line] = []
    beside: list[Remainder] = []
    outline, items, table, row, column = 0, [""], 0, -1, -1
    for token in MarkdownIt("commonmark").enable("table").parse(text):
        at = (token.map or [0])[0] + 1
        if token.type in ("heading_open", "heading_close"):
            outline = int(token.tag[1:]) if token.nesting == 1 else 0
        elif token.type == "list_item_open":
            items.append(f"{token.info}{token.markup} " if token.info else f"{token.markup} ")
        elif token.type == "list_item_close":
            items.pop()
        elif token.type == "table_open":
            table, row = table + 1, -1
        elif token.type == "tr_open":
            row, column = row + 1, -1
        elif token.type in ("th_open", "td_open"):
            column += 1
        elif token.type == "table_close":
            column = -1
        elif token.type == "inline":
            words, items[-1] = f"{items[-1]}{_plain(token)}", ""
            spot = Spot(table, row, column) if column >= 0 else None
            for line in from_plain(words).lines:
                number = len(found) + 1
                place = _("line {number}").format(number=at + line.number - 1)
                found.append(replace(line, number=number, place=place, outline=outline, spot=spot))
        elif token.content.strip():
            beside.append(Remainder(_tidy(token.content), _("code or HTML"), _("line {number}").format(number=at)))
    return Lines(tuple(found), tuple(beside))


def _plain(token: "Token") -> str:
    parts = []
    for child in token.children or ():
        breaks = child.type in ("softbreak", "hardbreak")
        parts.append(
            "\n" if breaks else "" if child.type == "html_inline" and child.content == "<br>" else child.content
        )
    return "".join(parts)


def _begins(line: str, before: str) -> bool:
    """Whether a line is a paragraph of its own though no blank line stands before it."""
    line, before = line.strip(), before.strip()
    if before.casefold() in _ANNEXES or opens(line) or bullet(line) is not None:
        return True
    if _ARTICLE_ALONE.match(line) and before.endswith((".", ";", ":")):
        return True
    return before.isupper() != line.isupper() or bool(_TO_FILL.match(line))


def _line(held: Sequence[tuple[int, str]]) -> Line:
    first = held[0][0]
    return Line(
        text=_tidy(" ".join(line.strip() for _number, line in held)),
        number=first,
        place=_("line {number}").format(number=first),
    )


def _split(line: Line, raw: str) -> Iterator[Line]:
    """A paragraph whose lines were broken by hand is several, where each begins with its own number or letter."""
    parts = [part for part in raw.split("\n") if part.strip()]
    if len(parts) > 1 and all(opens(part.strip()) or bullet(part.strip()) for part in parts[1:]):
        yield from (replace(line, text=_tidy(part), own=line.own if n == 0 else "") for n, part in enumerate(parts))
    else:
        yield line


def _own(bookmarks: Iterable[str]) -> tuple[str, str]:
    """The language and the clause that a bookmark of our papers names."""
    for name in bookmarks:
        if found := _OWN.match(name):
            return found[1].replace("_", "-"), "" if _CUT.match(name) else found[2]
    return "", ""


def _spoken(passage: Passage) -> str:
    """The language that most of the letters are in, as the file says it."""
    counted: dict[str, int] = {}
    for run in passage.runs:
        if run.language:
            counted[run.language] = counted.get(run.language, 0) + len(run.text)
    return max(counted, key=counted.__getitem__) if counted else ""


def _tidy(text: str) -> str:
    import unicodedata

    return unicodedata.normalize("NFC", without_forbidden(_SPACE.sub(" ", text)).strip())


SORTS: Mapping[str, str] = {".docx": "Word", ".md": "Markdown", ".markdown": "Markdown", ".txt": "text"}
