"""Words as inline segments: plain text, links to clauses, blanks, brackets.

A segment is a plain dict for the templates: `{"type": "text", "text": …}`, `{"type": "ref", "text": …, "href": …}`,
`{"type": "blank"}`, `{"type": "bracket", "names": …, "segments": […]}`, `{"type": "break"}` (a new line); a redline
adds `ins` and `del`.

A leading word is not doubled: `on {date}` and `{date}` both give "on the twentieth day …", `the {parties}` and
`{parties}` both give "the Ministry … and the Ministry …".
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from loi_cli.model.dossier import Dossier, Numerals
from loi_cli.model.numbering import numbers
from loi_cli.model.placeholders import Placeholder, Slot, split
from loi_cli.model.text import Clause, Kind, Text
from loi_cli.model.words import NOTHING, Bracket, Run, Words
from loi_cli.render import protocol
from loi_cli.render.counting import WAYS, Counting, place_of
from loi_cli.render.dates import in_words
from loi_cli.render.marks import Agreement, Marks

Segment = dict[str, object]

BLANK: Segment = {"type": "blank"}
BREAK: Segment = {"type": "break"}


@dataclass(frozen=True)
class Filling:
    """All that fills a text's placeholders: the dossier, whose original it is, the numbers of the clauses."""

    dossier: Dossier
    original_of: str
    clauses: Mapping[str, Clause]
    numbers: Mapping[str, str]
    paper: str
    marks: Marks = Marks.BRACKETED
    agreed: Mapping[str, Agreement] = field(default_factory=dict)
    labels: dict[tuple[str, str, str], Segment] = field(default_factory=dict, compare=False, repr=False)
    """The labels made so far, by language, style and last part of the number."""

    @classmethod
    def of(
        cls,
        text: Text,
        dossier: Dossier,
        original_of: str,
        paper: str,
        marks: Marks = Marks.BRACKETED,
        agreed: Mapping[str, Agreement] | None = None,
    ) -> "Filling":
        """`agreed` is shown where the text is marked."""
        return cls(dossier, original_of, text.by_id(), numbers(text), paper, marks, agreed or {})

    def anchor(self, clause: str, language: str) -> str:
        """The bookmark of a clause in one language, unique in a document that holds several papers."""
        return f"{self.paper}-{language}-{clause}"

    def segments(self, text: str, language: str, before: str = "") -> list[Segment]:
        """A text with its placeholders filled; `before` is what stands before it in the same clause."""
        found: list[Segment] = []
        for part in split(text):
            new = [_text(part)] if isinstance(part, str) else self._filled(part, language, before + plainly(found))
            for segment in new:
                _append(found, segment)
        return found

    def of_words(self, words: Words, language: str) -> list[Segment]:
        """The words of a clause; what is in dispute as brackets, a reading each."""
        found: list[Segment] = []
        apart = self.marks is Marks.MARKED
        for number, piece in enumerate(pieces := _joined(words)):
            if apart and number and Bracket in (type(piece), type(pieces[number - 1])):
                found.append(BREAK)
            if isinstance(piece, Run):
                for segment in self.segments(piece.text, language, plainly(found)):
                    _append(found, segment)
                continue
            if not apart:
                _append(found, _text(piece.lead))
            found += self._bracket(piece, language)
        return found

    def with_brackets(self, text: str, brackets: Sequence[Bracket], language: str, before: str = "") -> list[Segment]:
        """A text in which brackets stand as they are shown; `brackets` are those that it may hold."""
        for bracket in brackets:
            head, found, tail = text.partition(bracket.shown)
            if found:
                first = self.with_brackets(head, brackets, language, before)
                rest = self.with_brackets(tail, brackets, language, "_")
                return [*first, *self._bracket(bracket, language), *rest]
        return self.segments(text, language, before)

    def _bracket(self, bracket: Bracket, language: str) -> list[Segment]:
        found: list[Segment] = []
        for number, reading in enumerate(bracket.readings):
            if number:
                found.append(BREAK if self.marks is Marks.MARKED else _text(" "))
            inside = self.segments(reading.text or NOTHING, language, "_")
            found.append({"type": "bracket", "names": ", ".join(reading.names), "segments": inside})
        return found

    def _filled(self, slot: Placeholder, language: str, before: str) -> list[Segment]:
        match slot.slot:
            case Slot.REFERENCE:
                return [self._reference(slot, language)]
            case Slot.PARTIES:
                names = protocol.both_names(self.dossier, self.original_of, language, slot.form or "nom")
                article = protocol.words_of(self.dossier, language).article_of(names)
                return [_text(_lead(article, before) + names[len(article) :])]
            case Slot.PARTY:
                party = self.dossier.parties.get(slot.name)
                return [_text(protocol.name_of(party, language, slot.form or "nom")) if party else BLANK]
            case Slot.PLACE:
                place = protocol.in_case(self.dossier.place_of_signature, language, slot.form or "nom")
                return [_text(place) if place else BLANK]
            case Slot.DATE:
                day = self.dossier.date_of_signature
                lead = _lead(protocol.words_of(self.dossier, language).before_a_date, before)
                return [_text(lead), _text(in_words(day, language)) if day else BLANK]
            case Slot.LANGUAGES:
                return [_text(self._languages(language, slot.form))]
            case Slot.BLANK:
                return [BLANK]

    def _languages(self, language: str, case: str) -> str:
        words = protocol.words_of(self.dossier, language)
        order = protocol.order_of_languages(self.dossier, self.original_of)
        return words.listed([words.name_of_language(other, case) for other in order])

    def _reference(self, slot: Placeholder, language: str) -> Segment:
        """A link to a clause; a blank where there is no such clause, or none that the reader may see."""
        if slot.name not in self.clauses:
            return BLANK
        words = self.figure(slot.name, language) if slot.form == "number" else ""
        text = words or self.reference(slot.name, language)
        return {"type": "ref", "text": text, "href": "#" + self.anchor(slot.name, language)}

    def reference(self, clause: str, language: str, case: str = "nom") -> str:
        """How a sentence names a clause: `Article 5(2)(a)`, `Pasal 5 ayat (2) huruf a`, «пункт 2 статьи 5»."""
        words, kind = protocol.words_of(self.dossier, language), self._reference_kind(clause)
        pattern = words.find(f"reference.{kind}-{case}") or words.find(f"reference.{kind}")
        parent = self.clauses[clause].parent
        values = {"n": self.figure(clause, language)}
        if parent and "{parent" in str(pattern):
            values["parent"] = self.reference(parent, language)
            values["parent_gen"] = self.reference(parent, language, "gen")
        return str(pattern).format(**values)

    def title(self, clause: str, language: str) -> str:
        """How a list or a heading names a clause: as a sentence does, but an only annex as it is labelled, `Annex`
        for `the Annex`."""
        words, it = protocol.words_of(self.dossier, language), self.clauses[clause]
        if it.kind is Kind.ANNEX and self.annexes == 1:
            return words.say("label.only-annex")
        pattern = str(words.find(f"reference.{self._reference_kind(clause)}"))
        if it.parent is None or not self.numbers[clause] or "{parent}" not in pattern:
            said = self.reference(clause, language)
            return said[:1].upper() + said[1:]  # it begins a line, where a reference may stand within a sentence
        return pattern.format(n=self.figure(clause, language), parent=self.title(it.parent, language))

    def figure(self, clause: str, language: str) -> str:
        """The last part of a clause's number as the paper shows it: `5`, `a`, `iv`, «а», or `V` for an article."""
        shown = last_number(self.numbers[clause])
        place = place_of(shown, self.style_of(clause)) if shown else 0
        return self.counting(clause, language).shows(place) if place else shown

    def counting(self, clause: str, language: str) -> Counting:
        """How clauses of this kind are counted."""
        style = self.style_of(clause)
        way = protocol.words_of(self.dossier, language).say(f"counting.{style}")
        if style == Kind.ARTICLE and way == "figures" and self.dossier.profile.numerals is Numerals.ROMAN:
            way = "capital-roman"
        return WAYS[way]

    def style_of(self, clause: str) -> str:
        """The kind of a numbered clause, or `subitem` for an item within an item."""
        it = self.clauses[clause]
        above = self.clauses.get(it.parent or "")
        inner = it.kind is Kind.ITEM and above is not None and above.kind is Kind.ITEM
        return "subitem" if inner else it.kind.value

    def _reference_kind(self, clause: str) -> str:
        """The key of the pattern: the kind, made finer by what the clause stands in."""
        it = self.clauses[clause]
        above = self.clauses.get(it.parent or "")
        if not self.numbers[clause]:
            while above is not None:
                it, above = above, self.clauses.get(above.parent or "")
            return it.kind.value
        if it.kind is Kind.ANNEX:
            return "only-annex" if self.annexes == 1 else "annex"
        if above is not None and above.kind is Kind.ANNEX:
            return f"annex-{it.kind}"
        return "subitem" if it.kind is Kind.ITEM and above is not None and above.kind is Kind.ITEM else it.kind.value

    @cached_property
    def parents(self) -> frozenset[str]:
        """The clauses that hold others."""
        return frozenset(clause.parent for clause in self.clauses.values() if clause.parent)

    @cached_property
    def annexes(self) -> int:
        return sum(clause.kind is Kind.ANNEX for clause in self.clauses.values())


def unlinked(segments: Iterable[Segment]) -> list[Segment]:
    """The same words without links, for where there is no clause to lead to."""
    found: list[Segment] = []
    for segment in segments:
        inside = segment.get("segments")
        if segment["type"] == "ref":
            found.append({"type": "text", "text": segment["text"]})
        else:
            found.append({**segment, "segments": unlinked(inside)} if isinstance(inside, list) else segment)
    return found


def last_number(number: str) -> str:
    """`5.2.a` -> `a`, `A1` -> `1`."""
    return number.rsplit(".", 1)[-1].removeprefix("A")


def _text(text: str) -> Segment:
    return {"type": "text", "text": text}


def _append(segments: list[Segment], new: Segment) -> None:
    """Adds a segment; text after text becomes one, no text none."""
    if new["type"] != "text":
        segments.append(dict(new))
    elif new["text"] and segments and segments[-1]["type"] == "text":
        segments[-1] = _text(f"{segments[-1]['text']}{new['text']}")
    elif new["text"]:
        segments.append(new)


def plainly(segments: list[Segment]) -> str:
    """The words at the end of what stands so far, to see whether a leading word is there."""
    return str(segments[-1].get("text", "_")) if segments else ""


def _lead(lead: str, before: str) -> str:
    """The leading word with its blank, unless it stands there already; with a capital where it begins the sentence."""
    if not lead or before.lower().split()[-1:] == [lead.strip().lower()]:
        return ""
    return lead if before.strip() else lead[0].upper() + lead[1:]


def _joined(words: Words) -> Words:
    """Runs that touch made one, so that a placeholder is seen whole whoever wrote its parts."""
    found: list[Run | Bracket] = []
    for piece in words:
        last = found[-1] if found else None
        if isinstance(piece, Run) and isinstance(last, Run):
            found[-1] = Run(last.text + piece.text, ())
        else:
            found.append(piece)
    return tuple(found)
