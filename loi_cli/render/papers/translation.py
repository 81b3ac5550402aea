"""The form for a translator: only what is stale or missing in one language, with the source as it was and as it is.

It is read back as any form is: what stands in the column of new words becomes an input.
"""

from collections.abc import Iterator

from loi_cli.intake.forms import marks as form_marks
from loi_cli.merge.comparison import Op, word_diff
from loi_cli.model.fields import words_of
from loi_cli.model.text import Clause
from loi_cli.model.words import Words, agreed, fingerprint, shown
from loi_cli.render.addressee import Addressee
from loi_cli.render.catalogue import catalogue
from loi_cli.render.filling import Segment
from loi_cli.render.material import Material
from loi_cli.render.papers import chrome
from loi_cli.render.papers.chrome import ClauseNames, Plain
from loi_cli.render.papers.form import head
from loi_cli.render.papers.sealing import sealed as finished

__all__ = ["TEMPLATE", "context", "finished", "wanting"]

TEMPLATE = "translation.html"


def context(material: Material) -> Plain:
    language = chrome.language_of_letters(material)
    words = catalogue(language)
    to = chrome.addressee_of(material)
    title = words.say("correspondence.translation.title", language=words.name_of_language(to.translates, "nom"))
    names = ClauseNames(material.version.text, material, language, "translation")
    return {
        "title": title,
        "language": language,
        "words": words.section("correspondence.form"),
        "say": words.section("correspondence.translation"),
        "into": words.name_of_language(to.translates, "nom"),
        "running": chrome.running(material, language, title) | {"centre": words.say("correspondence.inside")},
        "version": chrome.version_line(material, language),
        "head": head(material, to, language),
        "columns": list(form_marks.COLUMNS),
        "rows": [_row(c, f, to, material, names) for c in material.version.text for f in wanting(c, to.translates)],
    }


def wanting(clause: Clause, language: str) -> list[str]:
    """The fields of a clause that a translator is asked for: missing in the language, or older than their source."""
    found = []
    if clause.heading and language not in clause.heading:
        found.append(f"heading.{language}")
    if clause.text and (language not in clause.text or any(_changed_sources(clause, language))):
        found.append(f"text.{language}")
    return found


def _changed_sources(clause: Clause, language: str) -> Iterator[str]:
    """The languages that changed since this one did."""
    for other, seen in clause.seen.get(language, {}).items():
        if other in clause.text and seen != fingerprint(clause.text[other]):
            yield other


def _row(clause: Clause, field: str, to: Addressee, material: Material, names: ClauseNames) -> Plain:
    language = to.translates
    known = clause.heading if field.startswith("heading.") else clause.text
    sources = list(_changed_sources(clause, language)) if field.startswith("text.") else []
    if language not in known:
        sources = [other for other in material.dossier.languages if other in known and other != language]
    return {
        "mark": form_marks.row_mark(clause.id, field),
        "shown": form_marks.row_shown(clause.id, field),
        "name": names.name(clause.id),
        "lang": language,
        "heading": field.startswith("heading."),
        "present": shown(words_of(clause, field)),
        "sources": [_source(clause, field, other, to) for other in sources],
    }


def _source(clause: Clause, field: str, other: str, to: Addressee) -> Plain:
    """What stood in the source when the translation was made, and what stands there now, with marks of print."""
    kind = field.partition(".")[0]
    now = words_of(clause, f"{kind}.{other}")
    seen = clause.seen.get(to.translates, {}).get(other)
    before = _as_seen(clause.id, other, seen, to) if kind == "text" and seen else ()
    old, new = shown(before), shown(now)
    return {"label": other, "lang": other, "before": old, "after": _marked(old, new, other)}


def _as_seen(clause: str, language: str, seen: str, to: Addressee) -> Words:
    """The words with this fingerprint, from the newest version that has them; none where no version does."""
    for version in to.earlier:
        words = version.text.by_id()[clause].text.get(language, ()) if clause in version.text.by_id() else ()
        if words and fingerprint(words) == seen:
            return words
    return ()


def _marked(old: str, new: str, language: str) -> list[Segment]:
    if not old:
        return [{"type": "text", "text": new}]
    hunks = word_diff(agreed(old, ""), agreed(new, ""), language)
    types = {Op.IN: "new", Op.OUT: "old"}
    return [
        {"type": types[hunk.op], "segments": [{"type": "text", "text": hunk.text}]}
        if hunk.op in types
        else {"type": "text", "text": hunk.text}
        for hunk in hunks
    ]
