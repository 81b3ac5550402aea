"""Writes meetings as the YAML that a person would have written: what was planned, what came back in a form."""

from collections.abc import Iterable, Mapping, Sequence
from textwrap import indent, wrap

from loi_cli.files.characters import escaped
from loi_cli.files.yaml_writing import yaml_text
from loi_cli.model.meetings import AgendaItem, Delegate, Meeting

SCHEMA_LINE = "# yaml-language-server: $schema=../schemas/meeting.schema.json\n"


def meeting_bytes(
    meeting: Meeting, head: Iterable[str] = (), notes: Mapping[str, Sequence[str]] | None = None
) -> bytes:
    """The file of a meeting; `head` stands above it as comments, `notes` above the items of these ids.

    Raises LoiError for a character that no file may hold; all else the reading checks.
    """
    text = SCHEMA_LINE + comment(head) + yaml_text(_facts(meeting))
    if meeting.agenda:
        text += "agenda:\n"
    for item in meeting.agenda:
        written = yaml_text({"agenda": [_item(item)]}).partition("\n")[2]
        text += indent(comment((notes or {}).get(item.id, ())), "  ") + written
    return text.encode()


def comment(lines: Iterable[str]) -> str:
    """Lines of comment, broken where they are long."""
    broken = (part for line in lines for part in wrap(escaped(line), 110) or [""])
    return "".join(f"# {part}".rstrip() + "\n" for part in broken)


def _facts(meeting: Meeting) -> dict[str, object]:
    said: dict[str, object] = {
        "schema": 1,
        "title": dict(meeting.title),
        "date": meeting.date,
        "start": f"{meeting.start:%H:%M}",
        "end": f"{meeting.end:%H:%M}",
        "zone": meeting.zone,
    }
    if meeting.venue:
        said["place"] = dict(meeting.venue)
    said |= {"mode": meeting.mode.value, "languages": list(meeting.languages)}
    if meeting.classification:
        said["classification"] = meeting.classification.value
    if meeting.urgency:
        said["urgency"] = meeting.urgency.value
    if meeting.contact:
        said["contact"] = dict(meeting.contact)
    said |= {key: list(some) for key, some in (("copied-to", meeting.copied_to), ("holders", meeting.holders)) if some}
    if meeting.delegations:
        said["delegations"] = {code: [_seat(one) for one in some] for code, some in meeting.delegations.items()}
    return said


def _seat(delegate: Delegate) -> dict[str, object]:
    said: dict[str, object] = {"role": delegate.role.value, "title": dict(delegate.title)}
    offices = set(delegate.office.values())
    office = next(iter(offices)) if len(offices) == 1 else dict(delegate.office)
    more = {"office": office, "name": delegate.name, "mail": delegate.mail}
    return said | {key: words for key, words in more.items() if words}


def _item(item: AgendaItem) -> dict[str, object]:
    said: dict[str, object] = {"item": item.id, "title": dict(item.title), "minutes": item.minutes}
    more: dict[str, object] = {
        "lead": item.lead,
        "clauses": list(item.clauses),
        "papers": list(item.papers),
        "result": dict(item.result),
        "internal": item.internal,
    }
    return said | {key: value for key, value in more.items() if value}
