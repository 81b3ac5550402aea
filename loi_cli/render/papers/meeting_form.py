"""The form in which secretaries fill in a meeting: its facts, delegations, agenda, and, once it was held, its minutes.

`loi meeting read` reads it back by the marks of `intake.meeting_marks`. Words stand in it in every language that they
have, a line each, so that nothing is lost on the way there and back.
"""

from collections.abc import Iterator, Mapping, Sequence

from loi_cli.intake import meeting_marks as marks
from loi_cli.meetings.topics import Topics
from loi_cli.model.conflicts import BASE, Conflict, conflicts_in
from loi_cli.model.meetings import AgendaItem, Delegate, Figure, Meeting, Role
from loi_cli.model.minutes import MinutesItem, Settlement
from loi_cli.model.words import NOTHING
from loi_cli.render import protocol
from loi_cli.render.catalogue import Catalogue, catalogue
from loi_cli.render.material import Material
from loi_cli.render.papers import chrome
from loi_cli.render.papers.chrome import Plain
from loi_cli.render.papers.meeting_form_sheets import sheets
from loi_cli.render.papers.sealing import sealed as finished

__all__ = ["TEMPLATE", "context", "finished", "sheets"]

TEMPLATE = "meeting-form.html"

BLANK_SEATS, BLANK_ITEMS, BLANK_FIGURES, BLANK_ACTIONS = 4, 4, 4, 8


def context(material: Material) -> Plain:
    language = chrome.language_of(material)
    words = catalogue(language)
    meeting = chrome.meeting_of(material)
    title = words.say("meeting-form.form")
    return {
        "title": title,
        "language": language,
        "words": words.section("meeting-form"),
        "running": chrome.running(material, language, title),
        "name": {"mark": marks.NAME, "text": meeting.name},
        "roles": [_role(role, language) for role in Role],
        "parties": list(material.dossier.parties),
        "owners": [*material.dossier.units, *material.dossier.parties],
        "how": [words.say("meeting-form.how-languages"), words.say("meeting-form.how-rows")],
        "facts": [
            {"mark": fact.mark, "label": words.say(f"meeting-form.{fact}"), "lines": said}
            for fact, said in _facts(meeting).items()
        ],
        "delegations": [
            {
                "title": protocol.name_of(party, language),
                "party": code,
                **_table(marks.seats_mark(code), _SEATS, language),
                "rows": [_seat(one, language) for one in meeting.delegations.get(code, ())]
                + _blank(BLANK_SEATS, marks.SEATS),
            }
            for code, party in material.dossier.parties.items()
        ],
        "agenda": {
            **_table(marks.AGENDA, _heads("meeting-form", marks.ITEMS), language),
            "rows": [_item(one) for one in meeting.agenda] + _blank(BLANK_ITEMS, marks.ITEMS),
        },
        "figures": {
            **_table(marks.BRIEFING, _heads("papers.briefing", marks.FIGURES), language),
            "title": words.say("documents.briefing"),
            "rows": [_figure(one) for one in meeting.figures] + _blank(BLANK_FIGURES, marks.FIGURES),
        },
        "minutes": _minutes(material, language) if meeting.date <= material.today else {"rows": []},
    }


def _table(mark: str, heads: Mapping[str, str], language: str) -> Plain:
    """A table known by its mark; `heads` are its columns, and where the catalogue has the words above each."""
    say = catalogue(language).say
    return {
        "mark": mark,
        "columns": [{"mark": marks.column_mark(mark, column), "head": say(key)} for column, key in heads.items()],
    }


def _heads(section: str, columns: Sequence[str]) -> dict[str, str]:
    return {column: f"{section}.{column}" for column in columns}


_SEATS = _heads("meeting-form", marks.SEATS) | {"title": "meeting-form.position"}
"""What the file calls a title is a person's position to whoever fills it in."""


def _facts(meeting: Meeting) -> dict[marks.Fact, list[str]]:
    return {
        marks.Fact.TITLE: _lines(meeting.title),
        marks.Fact.DATE: [meeting.date.isoformat()],
        marks.Fact.START: [f"{meeting.start:%H:%M}"],
        marks.Fact.END: [f"{meeting.end:%H:%M}"],
        marks.Fact.ZONE: [meeting.zone],
        marks.Fact.PLACE: _lines(meeting.venue),
        marks.Fact.MODE: [meeting.mode.value],
        marks.Fact.LANGUAGES: [", ".join(meeting.languages)],
        marks.Fact.CLASSIFICATION: [meeting.classification.value if meeting.classification else ""],
        marks.Fact.URGENCY: [meeting.urgency.value if meeting.urgency else ""],
        marks.Fact.CONTACT: _lines(meeting.contact),
        marks.Fact.COPIED_TO: list(meeting.copied_to),
        marks.Fact.HOLDERS: list(meeting.holders),
    }


def _seat(one: Delegate, language: str) -> list[list[str]]:
    return [[_role(one.role, language)], _lines(one.title), _office(one), [one.name], [one.mail]]


def _office(one: Delegate) -> list[str]:
    """A line for each language; one alone where all say the same."""
    said = list(dict.fromkeys(one.office.values()))
    return said if len(said) == 1 else _lines(one.office)


def _role(role: Role, language: str) -> str:
    return f"{role} · {catalogue(language).say(f'meeting.roles.{role}')}"


def _item(one: AgendaItem) -> list[list[str]]:
    return [
        [one.id],
        _lines(one.title),
        [str(one.minutes)],
        [one.lead or ""],
        [", ".join(one.clauses)],
        [", ".join(one.papers)],
        _lines(one.result),
        one.internal.splitlines(),
    ]


def _figure(one: Figure) -> list[list[str]]:
    return [
        _lines(one.about), [one.value], _lines(one.unit), [one.period], [one.source], [one.retrieved.isoformat()],
    ]  # fmt: skip


def _minutes(material: Material, language: str) -> Plain:
    """The minutes as far as they are written; else a row for each item, with the conflicts that are open on it."""
    meeting = chrome.meeting_of(material)
    minutes = material.minutes
    told = {one.item: one for one in minutes.items} if minutes else {}
    topics = Topics(meeting, [material.version.text])
    open_ones: dict[str, list[Conflict]] = {}
    for conflict in conflicts_in(material.version.text):
        for item in topics.of(conflict.clause):
            open_ones.setdefault(item, []).append(conflict)
    words = catalogue(language)
    present = minutes.present if minutes else {}
    offices: dict[str, list[str]] = {
        "chair": [minutes.chair] if minutes else [],
        "secretary": [minutes.secretary] if minutes else [],
        "present": [f"{code}: {who}" for code, some in present.items() for who in some],
        "recommendation": _lines(minutes.recommendation) if minutes else [],
    }
    return {
        "offices": [
            {"mark": marks.about_mark(office), "label": words.say(f"after.{office}"), "lines": said}
            for office, said in offices.items()
        ],
        "proceedings": _table(marks.PROCEEDINGS, _heads("meeting-form", marks.MINUTES), language),
        "rows": [_told(one.id, told.get(one.id), open_ones.get(one.id, ()), words) for one in meeting.agenda],
        "open": {
            **_table(marks.OPEN, _heads("meeting-form", ("item", "conflict", "side", "wording")), language),
            "rows": [
                [[item], [conflict.id], [side], [wording]]
                for item, some in open_ones.items()
                for conflict in some
                for side, wording in _sides(conflict)
            ],
        },
        "follow_up": _table(marks.FOLLOW_UP, _heads("meeting-form", marks.ACTIONS), language),
        "actions": [
            [[item.item], [action.id], _lines(action.what), [action.owner], [action.due.isoformat()]]
            for item in told.values()
            for action in item.actions
        ]
        + _blank(BLANK_ACTIONS, marks.ACTIONS),
    }


def _sides(conflict: Conflict) -> Iterator[tuple[str, str]]:
    """What may be taken, and what it reads."""
    yield BASE, conflict.bracket.base or NOTHING
    for reading in conflict.bracket.readings:
        yield from ((name, reading.text or NOTHING) for name in reading.names)


def _told(item: str, one: MinutesItem | None, open_ones: Sequence[Conflict], words: Catalogue) -> list[list[str]]:
    settled = {s.conflict: s for s in one.settled} if one else {}
    lines: list[str] = []
    for conflict in dict.fromkeys((*settled, *(each.id for each in open_ones))):
        lines += _settled(conflict, settled.get(conflict), words)
    if one is None:
        return [[item], [], [], lines, [], [], []]
    return [
        [item],
        _lines(one.discussion),
        _lines(one.conclusion),
        lines,
        [", ".join(one.agreed)],
        [", ".join(one.ad_referendum)],
        one.internal.splitlines(),
    ]


def _settled(conflict: str, one: Settlement | None, words: Catalogue) -> Iterator[str]:
    yield f"{conflict}: {one.take if one and one.take else ''}"
    if one is not None:
        yield from (f"{language}: {said or chr(34) * 2}" for language, said in one.words.items())
        yield from (f"{words.say('meeting-form.reason')}: {line}" for line in one.reason.splitlines())


def _lines(words: Mapping[str, str]) -> list[str]:
    return [f"{language}: {text}" for language, text in words.items()]


def _blank(count: int, columns: Sequence[str]) -> list[list[list[str]]]:
    return [[[] for _column in columns] for _row in range(count)]
