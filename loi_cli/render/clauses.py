"""The text as templates take it: groups of rows, one row per clause, one cell per language, paragraphs in a cell.

A group is what is laid out together, a table where languages stand side by side: the recitals, one article with all
that it holds, the testimonium, an annex. All values are plain.

    {"kind": "article", "rows": [{"id": "areas", "notes": [segments, …], "change": None,
        "cells": [{"language": "en", "paragraphs": [
            {"style": "article", "id": "loi-en-areas", "label": {…}, "segments": [], "keep": True, "change": None}]}]}]}
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from loi_cli.model.text import Clause, Kind, Text
from loi_cli.model.words import Reading
from loi_cli.render.catalogue import catalogue
from loi_cli.render.counting import place_of
from loi_cli.render.disclosure import visible
from loi_cli.render.filling import Filling, Segment, last_number
from loi_cli.render.marks import Marks, unmarked
from loi_cli.render.material import Material
from loi_cli.render.places import existence_in_words, place_in_words
from loi_cli.render.protocol import words_of

__all__ = [
    "Spoken",
    "grouped",
    "groups_of",
    "label_of",
    "notes_on",
    "paragraphs_of",
    "text_for",
    "visible",
]

_LEVELS: Mapping[str, int] = {"article": 0, "paragraph": 1, "item": 2, "subitem": 3}
"""The level of each live label in Word's multi-level list."""


def text_for(text: Text, material: Material) -> Text:
    """The text as the reader may see it: all of it inside the ministry, what may pass for a party."""
    seen = text if material.receiver is None else visible(text, material.receiver, material.dossier)
    return unmarked(seen) if material.marks is Marks.CLEAN else seen


class Spoken(NamedTuple):
    """The words of a clause in one language, as segments."""

    heading: list[Segment]
    text: list[Segment]


def groups_of(text: Text, languages: Sequence[str], filling: Filling, kinds: Iterable[Kind]) -> list[dict[str, object]]:
    """The groups whose top clause is of one of `kinds`, in reading order."""
    return grouped(((clause, partial(_row, clause, languages, filling)) for clause in text), kinds)


def grouped(
    rows: Iterable[tuple[Clause, Callable[[], dict[str, object]]]], kinds: Iterable[Kind]
) -> list[dict[str, object]]:
    """Rows under their top clauses, made for those of `kinds` alone; recitals that follow each other are one group."""
    wanted = frozenset(kinds)
    groups: list[dict[str, object]] = []
    held: list[dict[str, object]] = []
    top: Kind | None = None
    for clause, make_row in rows:
        if clause.parent is None:
            together = top is clause.kind is Kind.RECITAL
            top = clause.kind
            if top in wanted and not together:
                held = []
                groups.append({"kind": top.value, "rows": held})
        if top in wanted:
            held.append(make_row())
    return groups


def _row(clause: Clause, languages: Sequence[str], filling: Filling) -> dict[str, object]:
    cells = []
    for language in languages:
        spoken = Spoken(
            filling.of_words(clause.heading.get(language, ()), language),
            filling.of_words(clause.text.get(language, ()), language),
        )
        label = label_of(clause, language, filling)
        anchor = filling.anchor(clause.id, language)
        cells.append({"language": language, "paragraphs": paragraphs_of(clause, label, spoken, filling, anchor)})
    return {"id": clause.id, "cells": cells, "notes": notes_on(clause, languages[0], filling), "change": None}


def paragraphs_of(
    clause: Clause, label: Segment | None, spoken: Spoken, filling: Filling, anchor: str
) -> list[dict[str, object]]:
    """The paragraphs of a clause; the first carries the bookmark. An article's label stands on a line of its own."""
    style = filling.style_of(clause.id)
    opens_a_list = clause.id in filling.parents
    found: list[dict[str, object]] = []
    if clause.kind in (Kind.ARTICLE, Kind.ANNEX):
        # Alone on its line a literal label is plain words: Word would put a tab after it, out of the middle.
        literal = label["segments"] if label is not None and not label["number"] else None
        if isinstance(literal, list):
            found.append(_paragraph(style, None, literal, keep=True))
        else:
            found.append(_paragraph(style, label, [], keep=True))
        if spoken.heading:
            found.append(_paragraph("article-heading", None, spoken.heading, keep=True))
        if spoken.text:
            # `paragraph` is a numbered one: it hangs.
            found.append(_paragraph("", None, spoken.text, keep=opens_a_list))
    else:
        between: list[Segment] = [{"type": "text", "text": " "}] if spoken.heading and spoken.text else []
        # No signature stands on a page without words of the text: the testimonium goes with it.
        keep = opens_a_list or clause.kind is Kind.TESTIMONIUM
        found.append(_paragraph(style, label, [*spoken.heading, *between, *spoken.text], keep))
    found[0]["id"] = anchor
    return found


def _paragraph(style: str, label: Segment | None, segments: list[Segment], keep: bool = False) -> dict[str, object]:
    return {"style": style, "id": "", "label": label, "segments": segments, "keep": keep, "change": None, "mark": None}


def label_of(clause: Clause, language: str, filling: Filling) -> Segment | None:
    """The label of a clause: live in Word where its list has the level, else literal (`number` 0)."""
    if clause.kind in (Kind.RECITAL, Kind.TESTIMONIUM):
        return None
    key = language, filling.style_of(clause.id), last_number(filling.numbers[clause.id])
    found = filling.labels.get(key)
    if found is None:
        found = filling.labels[key] = _label(clause, language, filling)
    return found


def _label(clause: Clause, language: str, filling: Filling) -> Segment:
    """The same; most labels of a text stand in it many times, and are one object."""
    words = words_of(filling.dossier, language)
    if not filling.numbers[clause.id]:
        return _literal(words.say("label.loose"))
    shown = filling.figure(clause.id, language)
    if clause.kind is Kind.ANNEX:
        return _literal(words.say("label.only-annex") if filling.annexes == 1 else words.say("label.annex", n=shown))
    style, counting = filling.style_of(clause.id), filling.counting(clause.id, language)
    text = str(words.find(f"label.{style}") or words.find(f"label.{clause.kind}")).format(n=shown)
    place = place_of(last_number(filling.numbers[clause.id]), style)
    if not 0 < place <= counting.surely:
        return _literal(text)
    return {"text": text, "level": _LEVELS[style], "format": counting.format, "number": place}


def _literal(text: str) -> Segment:
    return {"text": text, "number": 0, "segments": [{"type": "text", "text": text}]}


def notes_on(clause: Clause, language: str, filling: Filling) -> list[list[Segment]]:
    """What is said of a clause as a whole: `Disputed where this clause stands: [IDN: stays where it is] [BLR: …]`, and
    unless the text is clean, whether the parties agreed on it; once for a clause with all that it holds."""
    words = catalogue(language)
    found: list[list[Segment]] = []
    if clause.exists is not None:
        wishes = [(r, existence_in_words(r.text, language)) for r in clause.exists.readings]
        found.append(_note(words.say("internal.exists"), wishes))
    if clause.place is not None:
        base = clause.place.base

        def name(other: str) -> str:
            return filling.reference(other, language) if other in filling.clauses else other

        places = [(r, place_in_words(r.text, base, language, name)) for r in clause.place.readings]
        found.append(_note(words.say("internal.place"), places))
    said = filling.agreed.get(clause.id)
    if said is not None and filling.marks is not Marks.CLEAN and said != filling.agreed.get(clause.parent or ""):
        found.append([{"type": "text", "text": words.say(f"agreed.{said}")}])
    return found


def _note(opening: str, wishes: Iterable[tuple[Reading, str]]) -> list[Segment]:
    found: list[Segment] = [{"type": "text", "text": opening}]
    for reading, wish in wishes:
        found.append({"type": "text", "text": " "})
        inside: list[Segment] = [{"type": "text", "text": wish}]
        found.append({"type": "bracket", "names": ", ".join(reading.names), "segments": inside})
    return found
