"""Minutes to be filled in by taking signs of comment away: every item of the agenda with what is open on it."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from textwrap import indent

from loi_cli.files.yaml_writing import yaml_text
from loi_cli.intake.meeting_writing import comment
from loi_cli.meetings.seating import ranked
from loi_cli.meetings.timetable import Turn, timetable
from loi_cli.meetings.topics import Topics
from loi_cli.model.conflicts import BASE, Conflict, conflicts_in
from loi_cli.model.dossier import Dossier
from loi_cli.model.meetings import Delegate, Meeting, Role
from loi_cli.model.text import Text
from loi_cli.render.catalogue import catalogue, spoken
from loi_cli.render.papers import chrome

SCHEMA_LINE = "# yaml-language-server: $schema=../schemas/minutes.schema.json\n"


def blank_minutes(meeting: Meeting, text: Text, dossier: Dossier) -> bytes:
    """The file of minutes for a meeting. It is valid as it is: chair and secretary are those of our own delegation, and
    where it has no secretary, who takes the minutes is left open."""
    language = spoken(dossier.languages[0])
    say = catalogue(language).say
    own = ranked(meeting.delegations.get(dossier.home, ()))
    secretary = next((seat for seat in own if seat.role is Role.SECRETARY), None)
    head: dict[str, object] = {"schema": 1, "chair": _title(own[0], language) if own else _ministry(dossier, language)}
    if secretary:
        head["secretary"] = _title(secretary, language)
    topics = Topics(meeting, [text])
    open_ones: dict[str, list[Conflict]] = {}
    for conflict in conflicts_in(text):
        for item in topics.of(conflict.clause):
            open_ones.setdefault(item, []).append(conflict)
    languages = tuple(dict.fromkeys((language, *meeting.languages)))
    lines = [SCHEMA_LINE, comment([say("planning.how-minutes")]), yaml_text(head)]
    lines += ["# secretary: …\n"] if not secretary else []
    lines += [f"# present: {{{code}: [{say('meeting.roles.member')}]}}\n" for code in list(dossier.parties)[-1:]]
    lines.append("items:\n")
    for number, turn in enumerate(timetable(meeting).turns, start=1):
        lines += _item(number, turn, open_ones.get(turn.item.id, ()), meeting, dossier, languages)
    return ("".join(lines) + f"# recommendation: {{{language}: }}\n").encode()


def _item(
    number: int, turn: Turn, conflicts: Sequence[Conflict], meeting: Meeting, dossier: Dossier, languages: Sequence[str]
) -> Iterator[str]:
    item, say = turn.item, catalogue(languages[0]).say
    title = str(chrome.worded(item.title, languages[0])["text"])
    yield "\n"
    turn_of = say("planning.turn", number=number, title=title, hours=chrome.hours(turn, languages[0]))
    yield indent(comment([turn_of]), "  ")
    yield f"  - item: {item.id}\n"
    for key in ("discussion", "conclusion"):
        yield f"    # {key}:\n"
        yield from (f"    #   {language}:\n" for language in languages)
    if conflicts:
        yield "    # settled:\n"
    for conflict in conflicts:
        yield f"    #   - conflict: {conflict.id}\n"
        sides = {BASE: conflict.bracket.base}
        sides |= {name: reading.text for reading in conflict.bracket.readings for name in reading.names}
        for side, words in sides.items():
            yield indent(comment([f"{side}: {words or '–'}"]), "    #       ")
        yield "    #     take:\n"
    if item.clauses:
        yield f"    # agreed: [{', '.join(item.clauses)}]\n"
        yield f"    # ad-referendum: [{item.clauses[0]}]\n"
    due = meeting.date + timedelta(days=14)
    yield "    # actions:\n"
    yield f"    #   - action: {item.id}-1\n"
    yield f"    #     what: {{{languages[0]}: }}\n"
    yield f"    #     owner: {next(iter(dossier.units), dossier.home)}\n"
    yield f"    #     due: {due}\n"
    yield "    # internal: …\n"


def _title(seat: Delegate, language: str) -> str:
    return str(chrome.worded(seat.title, language)["text"])


def _ministry(dossier: Dossier, language: str) -> str:
    name = dossier.parties[dossier.home].name
    return next(iter((name.get(language) or next(iter(name.values()))).values()))
