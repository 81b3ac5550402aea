"""One clause for the wall of the meeting room: large, with its brackets, and how it reads as each side wants it."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from loi_cli.merge.comparison import Op, word_diff
from loi_cli.model.conflicts import DELETED, STANDS
from loi_cli.model.text import Clause, Kind
from loi_cli.model.words import Bracket, Run, Words, agreed, started_from
from loi_cli.render.catalogue import catalogue
from loi_cli.render.clauses import label_of, notes_on, text_for
from loi_cli.render.environment import fill
from loi_cli.render.filling import Filling, Segment, plainly, unlinked
from loi_cli.render.page.sealing import script, sealed
from loi_cli.render.page.subject import Subject
from loi_cli.render.papers import chrome
from loi_cli.render.papers.chrome import ClauseNames, Plain
from loi_cli.render.protocol import short_title
from loi_cli.render.running_head import stamp

TEMPLATE = "page/projector.html"


def projected(clause: str, subject: Subject, templates: Sequence[Path] = (), live: str = "") -> str:
    """The page for this clause of the text as the reader may see it, with all that it holds."""
    context = {"page": _context(clause, subject)}
    program = script("projector.js") + (script("live.js") if live else "")
    return sealed(fill(TEMPLATE, context, templates), {"live": live}, program, "'self'" if live else "'none'")


def _context(clause: str, subject: Subject) -> Plain:
    material, language = subject.material, subject.language
    seen = text_for(material.version.text, material)
    filling, inside = Filling.of(seen, material.dossier, material.original_of, "page"), seen.inside(clause)
    words = catalogue(language)
    names = ClauseNames(seen, material, language, "page")
    return {
        "title": f"{names.name(clause)} · {short_title(material.dossier, material.original_of, language)}",
        "language": language,
        "inside": subject.inside,
        "words": words.section("page"),
        "internal": words.say("papers.internal"),
        "name": names.name(clause),
        "stamp": stamp(material.version.header),
        "instrument": short_title(material.dossier, material.original_of, language),
        "languages": list(material.languages),
        "clauses": [_clause(each, clause, subject, filling) for each in seen if each.id in inside],
    }


def _clause(clause: Clause, top: str, subject: Subject, filling: Filling) -> Plain:
    cells = [_cell(clause, language, subject, filling) for language in subject.material.languages]
    return {
        "number": filling.numbers[clause.id],
        "top": clause.id == top,
        "cells": [cell for cell in cells if cell["text"] or cell["heading"]],
        "notes": [unlinked(note) for note in notes_on(clause, subject.language, filling)],
    }


def _cell(clause: Clause, language: str, subject: Subject, filling: Filling) -> Plain:
    label = label_of(clause, language, filling) if clause.kind in (Kind.ARTICLE, Kind.ANNEX) else None
    heading, text = clause.heading.get(language, ()), clause.text.get(language, ())
    return {
        "language": language,
        "label": label["text"] if label else "",
        "heading": unlinked(filling.of_words(heading, language)),
        "text": unlinked(filling.of_words(text, language)),
        "settled": [
            reading
            for words in (heading, text)
            for reading in _readings(words, language, subject, filling)
        ],
    }  # fmt: skip


def _readings(words: Words, language: str, subject: Subject, filling: Filling) -> list[Plain]:
    """How words in dispute would read as each side wants them, what it changes of the others' common ground marked;
    sides that want the same are named together."""
    by_words: dict[str, list[str]] = {}
    for side in _sides(words):
        by_words.setdefault(_as_wanted(words, side), []).append(side)
    ground = agreed(started_from(words), "")
    return [
        {
            "sides": ", ".join(dict.fromkeys(_name(side, subject) for side in sides)),
            "segments": _marked(ground, agreed(wanted, ""), language, filling),
        }
        for wanted, sides in by_words.items()
    ]


def _sides(words: Words) -> Iterable[str]:
    found = (s.name for p in words if isinstance(p, Bracket) for r in p.readings for s in r.sides)
    return dict.fromkeys(found)


def _as_wanted(words: Words, side: str) -> str:
    """The words with every bracket as this side wants it; where it says nothing, as the bracket started."""
    parts = []
    for piece in words:
        if isinstance(piece, Run):
            parts.append(piece.text)
            continue
        said = next((r.text for r in piece.readings if side in r.names), piece.base)
        parts.append(piece.lead + said if said and said not in (STANDS, DELETED) else "")
    return "".join(parts).strip()


def _name(side: str, subject: Subject) -> str:
    return chrome.side_name(subject.material, side, subject.language)


def _marked(old: Words, new: Words, language: str, filling: Filling) -> list[Segment]:
    """The new words, those underlined that were not there before; what went is left out of what would be read."""
    found: list[Segment] = []
    for hunk in word_diff(old, new, language):
        if hunk.op is Op.OUT:
            continue
        words = hunk.text.lstrip(" ")
        if words != hunk.text:  # a blank before new words is not new to the eye
            found.append({"type": "text", "text": " "})
        segments = unlinked(filling.segments(words, language, plainly(found)))
        found += [{"type": "new", "segments": segments}] if hunk.op is Op.IN else segments
    return found
