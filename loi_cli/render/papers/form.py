"""The form that a unit fills in: clause, present text, new text, reason, remark; and what it said before.

`loi collect` reads it back by the marks of `intake/forms/marks.py`. Words stand in it as they are stored: what is in
braces is filled in by protocol, a bracket is a dispute. Both come back as they were unless somebody changes them.
"""

from collections.abc import Iterable

from loi_cli.intake.forms import marks as form_marks
from loi_cli.model.fields import words_of
from loi_cli.model.inputs import Input
from loi_cli.model.text import Clause
from loi_cli.model.words import shown
from loi_cli.render.addressee import Addressee
from loi_cli.render.catalogue import catalogue
from loi_cli.render.dates import in_figures
from loi_cli.render.material import Material
from loi_cli.render.papers import chrome
from loi_cli.render.papers.answers import answers
from loi_cli.render.papers.chrome import ClauseNames, Plain
from loi_cli.render.papers.disputes import field_name
from loi_cli.render.papers.sealing import sealed as finished

__all__ = ["TEMPLATE", "context", "fields_of", "finished", "head", "own_inputs", "rows"]

TEMPLATE = "form.html"
_ADDITIONS = 2
"""Places for new clauses; who needs more copies a row."""


def context(material: Material) -> Plain:
    language = chrome.language_of_letters(material)
    words = catalogue(language)
    to = chrome.addressee_of(material)
    title = words.say("correspondence.form.title", round=to.round)
    own, rest = _own_first(material)
    names = ClauseNames(material.version.text, material, language, "form")
    return {
        "title": title,
        "language": language,
        "words": words.section("correspondence.form"),
        "running": chrome.running(material, language, title) | {"centre": words.say("correspondence.inside")},
        "version": chrome.version_line(material, language),
        "head": head(material, to, language),
        "no_comment": form_marks.NO_COMMENT,
        "columns": list(form_marks.COLUMNS),
        "groups": [
            {"title": words.say(f"correspondence.form.{key}"), "rows": rows(some, material, names)}
            for key, some in (("own" if own else "all", own or rest), ("others", rest if own else ()))
            if some
        ],
        "addition_columns": list(form_marks.ADDITION_COLUMNS),
        "additions": list(additions(material)),
        "answers": answers(material, own_inputs(material), language),
    }


def head(material: Material, to: Addressee, language: str) -> list[Plain]:
    """What the form is known by again, and until when it is wanted."""
    say = catalogue(language).say
    header = material.version.header
    base = f"{header.full_label if header.hash else header.label.removesuffix('-preview')} · {header.text_hash[:8]}"
    lines: list[Plain] = [
        {"mark": form_marks.UNIT, "label": say("correspondence.form.unit"), "text": f"{to.unit.id} · {to.unit.name}"},
        {"mark": form_marks.ROUND, "label": say("correspondence.form.round"), "text": str(to.round)},
        {"mark": form_marks.BASE, "label": say("correspondence.form.base"), "text": base},
    ]
    due = in_figures(to.due, language) if to.due else ""
    return [*lines, {"mark": "", "label": say("correspondence.due"), "text": due}]


def rows(clauses: Iterable[Clause], material: Material, names: ClauseNames) -> list[Plain]:
    """A row for each language of each clause's heading and words."""
    return [
        {
            "mark": form_marks.row_mark(clause.id, field),
            "shown": form_marks.row_shown(clause.id, field),
            "clause": clause.id,
            "name": names.name(clause.id),
            "field": field,
            "what": field_name(field, names.language),
            "lang": language,
            "heading": field.startswith("heading."),
            "present": shown(words_of(clause, field)),
        }
        for clause in clauses
        for field, language in fields_of(clause, material.languages)
    ]


def additions(material: Material) -> Iterable[Plain]:
    """Rows for new clauses, one for each language; the first of a clause takes its place."""
    for number in range(1, _ADDITIONS + 1):
        for at, language in enumerate(material.languages):
            yield {"mark": form_marks.addition_mark(number, language), "first": at == 0, "lang": language}


def fields_of(clause: Clause, languages: Iterable[str]) -> list[tuple[str, str]]:
    """The fields that a clause has in some language, in each of these: its heading, then its words."""
    return [
        (f"{kind}.{language}", language)
        for kind, said in (("heading", clause.heading), ("text", clause.text))
        if said
        for language in languages
    ]


def own_inputs(material: Material) -> tuple[Input, ...]:
    """All that the unit ever sent, under whatever name it had then."""
    unit = chrome.addressee_of(material).unit
    return tuple(one for one in material.inputs if one.unit == unit.id)


def _own_first(material: Material) -> tuple[list[Clause], list[Clause]]:
    """The clauses that the unit spoke of before, and all others, both in reading order."""
    spoken = {proposal.clause for one in own_inputs(material) for proposal in one.proposals}
    own = [clause for clause in material.version.text if clause.id in spoken]
    return own, [clause for clause in material.version.text if clause.id not in spoken]
