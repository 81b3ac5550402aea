"""How sentences of a language name a clause: read off the patterns with which papers print it.

A catalogue says «пункт {n} {parent_gen}», `{parent} ayat ({n})`, `{parent}第{n}款`. Each pattern is a way to name a
clause, and read backwards it recognises one; `typed-reference` holds further ways that only others' drafts use.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

from loi_cli.files.packed import Entries, catalogue_entries, words_under
from loi_cli.intake.importing.figures import ARABIC_LETTER, CHINESE, ORDINAL
from loi_cli.intake.importing.leads import any_of, leads_of
from loi_cli.model.text import Kind

_HOLE = re.compile(r"\{(n|parent(?:_\w+)?)\}")
_FIGURE = (
    r"(?P<n>(?-i:(?<![\d.])\d{1,3}(?!\d|[A-Za-z]|\.\d+\.\d)|[IVXLC]{1,7}(?!\w)|[ivxlc]{1,7}(?!\w)|[a-zа-яё](?!\w)"
    rf"|{CHINESE}|{ORDINAL}|{ARABIC_LETTER}))"
)
_CAPITAL = r"|[A-Z](?!\w)))"
"""Annexes may be lettered: Annex A."""
_DOTTED = re.compile(r"\.(?P<n>\d{1,2})(?!\d|\.\d)")
_UNNUMBERED = ("recital", "testimonium")
_SIGNS = "()（）«»“”\"'"


@dataclass(frozen=True, slots=True)
class Number:
    """A number as it was typed, where, and where the signs around it end; nothing typed where there is but one, the
    Annex."""

    typed: str
    start: int
    end: int
    closed: int


Level = tuple[Number, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """Words that name a clause, or several of one parent. `levels` go from the outermost inwards; `top` is what the
    outermost is, None for a part of the clause that says it. `ahead`: the innermost is said first."""

    start: int
    end: int
    top: Kind | None
    levels: tuple[Level, ...]
    ahead: bool = False


@dataclass(frozen=True, slots=True)
class _Way:
    """`first` is a number with its words, `further` one more of them; `joint` is what stands between it and the parent
    named behind it. `singular` is its word for one clause alone, empty where signs do."""

    first: re.Pattern[str]
    further: re.Pattern[str]
    joint: re.Pattern[str] | None
    singular: str
    top: Kind | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Citing:
    """What a language names clauses with. `patterns` are those that papers print references by."""

    patterns: Mapping[str, str]
    tops: tuple[_Way, ...]
    only: re.Pattern[str]
    leading: tuple[_Way, ...]
    following: tuple[_Way, ...]
    between: re.Pattern[str]
    here: re.Pattern[str]

    def found(self, text: str) -> Iterator[Citation]:
        """The clauses that a text names, in order."""
        at = 0
        while at < len(text):
            cited = self._at(text, at) if _may_begin(text, at) else None
            if cited is not None:
                yield cited
            at = cited.end if cited is not None else at + 1

    def _at(self, text: str, at: int) -> Citation | None:
        found = self._leading(text, at) or self._top(text, at)
        while found is not None and (more := self._following(text, found)) is not None:
            found = more
        return found or self._bare(text, at)

    def _leading(self, text: str, at: int) -> Citation | None:
        """`paragraph 2 of Article 5`: the parent stands behind."""
        for way in self.leading:
            inner = self._part(way, text, at, certain=True)
            joint = way.joint.match(text, inner.end) if inner and way.joint else None
            parent = self._at(text, joint.end()) if joint else None
            if inner and parent is not None:
                return replace(parent, start=at, levels=(*parent.levels, *inner.levels), ahead=True)
        return None

    def _top(self, text: str, at: int) -> Citation | None:
        for way in self.tops:
            if numbers := self._numbers(way, text, at):
                return Citation(start=at, end=numbers[-1].closed, top=way.top, levels=(numbers,))
        if only := self.only.match(text, at):
            number = Number("", only.end(), only.end(), only.end())
            return Citation(start=at, end=only.end(), top=Kind.ANNEX, levels=((number,),))
        return None

    def _following(self, text: str, parent: Citation) -> Citation | None:
        """`Pasal 5 ayat (2)`, `Article 5.2`: the parent stands before."""
        if parent.ahead:
            return None
        for way in self.following:
            if numbers := self._numbers(way, text, parent.end):
                return replace(parent, end=numbers[-1].closed, levels=(*parent.levels, numbers))
        return self._dotted(text, parent) if parent.top else None

    def _dotted(self, text: str, parent: Citation) -> Citation | None:
        if found := _DOTTED.match(text, parent.end):
            number = Number(found["n"], *found.span("n"), found.end())
            return replace(parent, end=found.end(), levels=(*parent.levels, (number,)))
        return None

    def _bare(self, text: str, at: int) -> Citation | None:
        """`paragraph 2`, of the very article that says so; `paragraph 5.2` tells of which."""
        for way in (*self.leading, *self.following):
            found = self._part(way, text, at) if way.singular else None
            if found is not None:
                return self._dotted(text, replace(found, top=Kind.ARTICLE)) or found
        return None

    def _part(self, way: _Way, text: str, at: int, certain: bool = False) -> Citation | None:
        """`paragraph 2`, `paragraph 2(b)`, without what it is a part of."""
        numbers = self._numbers(way, text, at, certain)
        if not numbers:
            return None
        found = Citation(start=at, end=numbers[-1].closed, top=None, levels=(numbers,))
        while (more := self._following(text, found)) is not None:
            found = more
        return found

    def _numbers(self, way: _Way, text: str, at: int, certain: bool = False) -> Level:
        """The numbers after a word. `certain`: what follows tells whether they are its numbers; without it `Article 5,
        3 copies` has one."""
        match = way.first.match(text, at)
        if match is None:
            return ()
        found = [match]
        plural = way.singular.casefold() not in match[0].casefold().split()
        while (sign := self.between.match(text, found[-1].end())) and (more := way.further.match(text, sign.end())):
            ends = re.match(r"\s*(?:\Z|[^\s\w])", text[more.end() :]) or self.here.match(text, more.end())
            if not (certain or plural or ends or more[0] != more["n"]):
                break
            found.append(more)
        return tuple(Number(one["n"], *one.span("n"), one.end()) for one in found)


@cache
def citing(language: str, non_binding: bool = False) -> Citing:
    """The ways of a language; of one without a catalogue those that its words for articles and annexes give."""
    entries = catalogue_entries(language) or catalogue_entries(language.split("-")[0])
    patterns = _patterns(entries, non_binding)
    leads = leads_of(language)
    named: dict[str, Kind] = {}
    for key, pattern in patterns.items():
        if "{parent" not in pattern and "{n}" in pattern:
            named[pattern] = Kind.ANNEX if key.startswith("annex") else Kind.ARTICLE
    for word in (*leads.articles, *words_under(entries, "checks.articles")):
        named[f"{word} {{n}}"] = Kind.ARTICLE
    for word in leads.annex:
        named[f"{word} {{n}}"] = Kind.ANNEX
    inside = {
        pattern: "item" in key and not set(pattern) & set(_SIGNS)
        for key, pattern in patterns.items()
        if "{parent" in pattern
    }
    lettered = {_word(pattern) for pattern, of in inside.items() if of}
    inside |= {pattern: _word(pattern) in lettered for pattern in words_under(entries, "typed-reference.ways")}
    only = [rf"{_loose(pattern)}(?![^\W\d_]|\s*\d|\s+(?-i:[IVXLC]+)\b)" for key, pattern in patterns.items()
            if key.startswith("only-annex")]  # fmt: skip
    words = [re.escape(word) for word in words_under(entries, "typed-reference.between")]
    joined = "".join(rf"|,?\s+{word}(?:\s+|(?=[\d(]))|(?<=[^\W\d_])\s*{word}\s*(?=\W*[^\x00-\u2fff])" for word in words)
    return Citing(
        patterns=patterns,
        tops=tuple(_way(pattern, kind) for pattern, kind in named.items()),
        only=re.compile("|".join(only) or r"(?!)", re.IGNORECASE),
        leading=tuple(_way(p, lettered=of) for p, of in inside.items() if not p.startswith("{parent")),
        following=tuple(_way(p, lettered=of) for p, of in inside.items() if p.startswith("{parent")),
        between=re.compile(rf"\s*[,،、]\s*|\s*[–—-]\s*{joined}", re.IGNORECASE),
        here=re.compile(rf"\s+(?:{any_of(leads.here)})\b" if leads.here else r"(?!)", re.IGNORECASE),
    )


def _patterns(entries: Entries | None, non_binding: bool) -> Mapping[str, str]:
    found: dict[str, str] = {}
    other = (entries or {}).get("non-binding") if non_binding else None
    for section in (entries, other):
        under = section.get("reference") if isinstance(section, Mapping) else None
        if isinstance(under, Mapping):
            found |= {str(key): str(value) for key, value in under.items() if key not in _UNNUMBERED}
    return found


def _way(pattern: str, top: Kind | None = None, lettered: bool = False) -> _Way:
    """A pattern read backwards. `lettered`: it may have a letter without any sign, `huruf b`; elsewhere an `a` is a
    word."""
    before, after = pattern.split("{n}")
    behind = _HOLE.search(after)
    tail, joint = after, None
    if behind:
        tail = re.match(r"[^\w\s]*", after)[0]  # type: ignore[index]  # it matches nothing at all, too
        joint = re.compile(_loose(after[len(tail) : behind.start()]), re.IGNORECASE)
    before = _HOLE.sub("", before)
    word = _word(pattern)
    blank = r"\s+" if before.rstrip(_SIGNS).endswith(" ") else r"\s*"
    closes = r"\)|" if ")" in tail and "(" not in before else ""
    lead = "" if top or behind else r",?\s*"
    letters = re.escape(tail.strip(_SIGNS))
    if not word:
        first = further = rf"\({_FIGURE}\)"
    else:
        bare = "" if lettered else r"(?-i:(?<![a-zа-яё]))"
        figure = _FIGURE if top else _FIGURE.replace("[IVXLC]{1,7}", "(?!I\\b)[IVXLC]{1,7}")
        if top is Kind.ANNEX:
            figure = f"{_FIGURE.removesuffix('))')}{_CAPITAL}"
        number = rf"(?P<o>[(（«“\"])?{figure}(?(o)[)）»”\"]|(?:{closes}{bare})){letters}"
        named = f"{_loose(word)}{blank}"
        first = rf"{lead}{named}{number}"
        further = number if top else f"(?:{named})?{number}"  # `Article 1 and Article 2` are two
    return _Way(re.compile(first, re.IGNORECASE), re.compile(further, re.IGNORECASE), joint, word.split(" ")[-1], top)


def _word(pattern: str) -> str:
    """The word before the number of a pattern; empty where a sign alone tells it."""
    return _HOLE.sub("", pattern.split("{n}")[0]).strip(f" ,{_SIGNS}")


def _loose(words: str) -> str:
    """Words in whatever case and number: the end of a long one may differ."""
    found = []
    for word in re.split(r"(\s+)", words):
        if not word.strip():
            found.append(r"\s+" if word else "")
        elif len(word) < 4 or not word.isalpha() or word.lower() == word.upper():
            found.append(re.escape(word).replace("’", "['’]"))
        else:
            found.append(rf"{re.escape(word[:-1])}[^\W\d_]{{0,3}}")
    return "".join(found)


def _may_begin(text: str, at: int) -> bool:
    """A word begins here; scripts without capitals write words, or what leads into them, without blanks between."""
    sign = text[at]
    return sign.isalpha() and (at == 0 or not text[at - 1].isalpha() or sign.lower() == sign.upper())
