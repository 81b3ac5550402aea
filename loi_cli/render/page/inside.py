"""What the page for our own side tells beside the text: units, who is late, disputes with reasons, the matrix."""

from loi_cli.intake.agreements import Agreed
from loi_cli.meetings.replies import Reply, State, replies
from loi_cli.merge.staleness import count_stale
from loi_cli.model.conflicts import Conflict, conflicts_in
from loi_cli.render.catalogue import Catalogue, catalogue
from loi_cli.render.dates import in_figures
from loi_cli.render.page.subject import Subject
from loi_cli.render.papers import matrix_rows
from loi_cli.render.papers.chrome import ClauseNames, Plain
from loi_cli.render.papers.disputes import disputes, in_order


def tiles(subject: Subject) -> list[Plain]:
    """The figures that a person looks for first, each with where it leads; `tone` is good or bad where it is either."""
    material = subject.material
    words = catalogue(subject.language)
    text = material.version.text
    late = [r for r in _asked(subject) if r.late and r.state is State.MISSING]
    found = [
        _tile(words, "open-conflicts", len(conflicts_in(text)), "#conflicts"),
        _tile(words, "late-units", len(late), "#units"),
        _tile(words, "stale", count_stale(text, material.dossier.languages), "#text"),
        _tile(words, "waiting", len(subject.waiting), "#overview"),
    ]
    reopened = [state for state in material.agreed.values() if isinstance(state, Agreed) and state.is_reopened]
    if material.agreed:
        found.append({**_tile(words, "agreed", len(material.agreed), "#text"), "tone": ""})
    if reopened:
        found.append(_tile(words, "reopened", len(reopened), "#text"))
    return found


def _tile(words: Catalogue, key: str, count: int, href: str) -> Plain:
    return {"label": words.say(f"page.{key}"), "count": count, "href": href, "tone": "bad" if count else "good"}


def rounds(subject: Subject) -> list[Plain]:
    """Each round: until when, how many of those asked have answered, and each of them."""
    dossier = subject.material.dossier
    asked = _asked(subject)
    made = []
    for number, due in dossier.rounds.items():
        some = [r for r in asked if r.round == number]
        answered = sum(r.state is not State.MISSING for r in some)
        made.append({
            "number": number,
            "due": in_figures(due, subject.language),
            "answered": answered,
            "all": len(some),
            "percent": 100 * answered // len(some) if some else 0,
            "missing": [_unit(r, subject) for r in some if r.state is State.MISSING],
            "came": [_unit(r, subject) for r in some if r.state is not State.MISSING],
        })  # fmt: skip
    return made


def _unit(reply: Reply, subject: Subject) -> Plain:
    words = catalogue(subject.language)
    return {
        "name": reply.name,
        "state": reply.state.value,
        "said": words.say(f"papers.matrix.states.{reply.state}"),
        "late": reply.late,
        "received": in_figures(reply.received, subject.language) if reply.received else "",
        "due": in_figures(reply.due, subject.language) if reply.due else "",
        "files": [one.name for one in reply.inputs],
    }


def _asked(subject: Subject) -> list[Reply]:
    material = subject.material
    return [r for r in replies(material.dossier, material.inputs, material.today) if r.asked]


def conflicts(subject: Subject) -> list[Plain]:
    """Clause by clause, as the talking points have them, with the ids that `loi decide` takes."""
    material = subject.material
    names = ClauseNames(material.version.text, material, subject.language, "page")
    some = in_order(conflicts_in(material.version.text), material.dossier.languages)
    by_clause: dict[str, list[Conflict]] = {}
    for one in some:
        by_clause.setdefault(one.clause, []).append(one)
    blocks = disputes(conflicts_in(material.version.text), material, names)
    return [
        {**block, "id": clause, "ids": [one.id for one in by_clause[clause]]}
        for block, clause in zip(blocks, by_clause, strict=True)
    ]


def matrix(subject: Subject) -> Plain:
    """The matrix with what it can be filtered by."""
    tables = matrix_rows.tables(subject.material, subject.language)
    proposals = tables["proposals"]
    assert isinstance(proposals, list)
    return {
        "proposals": proposals,
        "others": tables["others"],
        "units": list(dict.fromkeys(row["unit"] for row in proposals)),
        "clauses": list({row["id"]: {"id": row["id"], "name": row["clause"]} for row in proposals}.values()),
        "statuses": list(dict.fromkeys(line["text"] for row in proposals for line in row["status"][:1])),
    }
