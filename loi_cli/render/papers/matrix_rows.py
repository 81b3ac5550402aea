"""The rows of the internal matrix: every entry of every input, and every unit that was asked."""

from datetime import date

from loi_cli.meetings.entries import Entry, Order, entries
from loi_cli.meetings.replies import Reply, State, replies
from loi_cli.model.inputs import AgendaProposal, Input, Project, TalkingPoint
from loi_cli.model.text import Text
from loi_cli.render.catalogue import catalogue
from loi_cli.render.dates import in_figures
from loi_cli.render.material import Material
from loi_cli.render.papers import chrome
from loi_cli.render.papers.chrome import ClauseNames, Plain
from loi_cli.render.papers.matrix_status import Statuses
from loi_cli.render.papers.proposed_words import ProposedWords


def tables(material: Material, language: str) -> Plain:
    """`proposals`, then what follows them."""
    return {**proposals(material, language), **after_proposals(material, language)}


def proposals(material: Material, language: str) -> Plain:
    """`proposals` in reading order."""
    names = ClauseNames(material.version.text, material, language, "matrix")
    statuses = Statuses(material, language)
    on_clauses = _by_clause(_on_clauses(entries(material.inputs, material.outcomes, material.withdrawn)), material)
    return {"proposals": [_proposal(n, e, material, names, statuses) for n, e in enumerate(on_clauses, start=1)]}


def after_proposals(material: Material, language: str) -> Plain:
    """`others` (projects, topics, talking points), numbered on from the proposals, then `units`."""
    every = entries(material.inputs, material.outcomes, material.withdrawn)
    names = ClauseNames(material.version.text, material, language, "matrix")
    statuses = Statuses(material, language)
    first = len(_on_clauses(every)) + 1
    others = [e for e in every if isinstance(e.content, Project | AgendaProposal | TalkingPoint)]
    asked = replies(material.dossier, material.inputs, material.today)
    return {
        "others": [_other(n, e, material, names, statuses) for n, e in enumerate(others, start=first)],
        "units": [_unit(reply, material, language) for reply in asked],
    }


def _on_clauses(every: tuple[Entry, ...]) -> tuple[Entry, ...]:
    return tuple(e for e in every if e.content in e.input.proposals)


def texts_known(material: Material) -> tuple[Text, ...]:
    """The present text, then the one that it is compared with."""
    return (material.version.text, *((material.against.text,) if material.against else ()))


def _by_clause(some: tuple[Entry, ...], material: Material) -> list[Entry]:
    """By clause in reading order, within it as units stand in the dossier, then as written."""
    order = Order(texts_known(material), material.inputs)

    def key(entry: Entry) -> tuple[object, ...]:
        clause = getattr(entry.content, "clause", "")
        return (order.key(clause), material.dossier.rank(entry.input.side), entry.input.name, entry.number)

    return sorted(some, key=key)


def _proposal(number: int, entry: Entry, material: Material, names: ClauseNames, statuses: Statuses) -> Plain:
    words = ProposedWords(entry, material, names)
    proposal = words.proposal
    return {
        "number": number,
        "clause": names.name(proposal.clause),
        "heading": names.heading(proposal.clause, material.languages),
        "id": proposal.clause,
        "base": catalogue(names.language).say("papers.matrix.base", version=words.base_label),
        "before": words.before(),
        "proposal": words.after(),
        "reason": proposal.reason,
        "unit": chrome.sender(material, entry.input, names.language),
        "file": entry.input.name,
        "status": statuses.of(entry),
        "agreed": _agreed(proposal.clause, material, names.language),
    }


def _agreed(clause: str, material: Material, language: str) -> Plain | None:
    """What the parties agreed on of the clause, as far as it still stands."""
    state = material.agreed.get(clause)
    if state is None:
        return None
    agreement = state.agreement
    return {
        "ad_referendum": agreement.ad_referendum,
        "date": agreement.date.isoformat(),
        "meeting": agreement.meeting or "",
        "reopened": state.is_reopened,
        "words": chrome.agreed_on(clause, material, language),
    }


def _other(number: int, entry: Entry, material: Material, names: ClauseNames, statuses: Statuses) -> Plain:
    words = catalogue(names.language)
    made: Plain = {
        "number": number,
        "note": "",
        "about": "",
        "title": {"text": "", "lang": names.language},
        "unit": chrome.sender(material, entry.input, names.language),
        "file": entry.input.name,
        "status": statuses.of(entry),
    }
    match entry.content:
        case Project() as project:
            kind, made["title"], made["note"] = "project", chrome.worded(project.title, names.language), project.note
        case AgendaProposal() as topic:
            kind, made["title"] = "topic", chrome.worded(topic.title, names.language)
            made["note"] = words.say("meeting.minutes", n=topic.minutes) if topic.minutes else ""
            made["about"] = ", ".join(names.name(clause) for clause in topic.clauses)
        case TalkingPoint() as point:
            kind, made["note"] = "talking-point", point.note
            made["about"] = chrome.subject(material, point.about, names)["text"]
        case other:
            raise TypeError(other)
    return {**made, "kind": words.say(f"papers.matrix.{kind}")}


def _unit(reply: Reply, material: Material, language: str) -> Plain:
    """A unit in a round: asked until when, answered when, late or not; each of its files by name."""
    words = catalogue(language)
    when = in_figures(reply.received, language) if reply.received else ""
    due = in_figures(reply.due, language) if reply.due else ""
    return {
        "unit": chrome.side_name(material, reply.party, language) if reply.party else reply.name,
        "round": str(reply.round or ""),
        "due": due or ("" if reply.asked or reply.party else words.say("papers.matrix.unasked")),
        "received": when or (words.say("papers.matrix.undated") if reply.inputs else ""),
        "state": words.say(f"papers.matrix.states.{reply.state}"),
        "late": words.say("papers.matrix.late") if reply.late else "",
        "missing": reply.state is State.MISSING,
        "files": [_file(one, language, reply.received) for one in reply.inputs],
    }


def _file(one: Input, language: str, first: date | None) -> str:
    """An input's name, with its own day where it is not that of the first."""
    return f"{one.name} ({in_figures(one.date, language)})" if one.date and one.date != first else one.name
