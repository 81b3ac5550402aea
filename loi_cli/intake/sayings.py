"""All that was ever said of a clause in inputs, with what became of it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from loi_cli.i18n import saying
from loi_cli.intake.register import Register
from loi_cli.merge.outcomes import Outcome, Verdict
from loi_cli.model.identifiers import counted
from loi_cli.model.inputs import (
    AgendaProposal,
    Change,
    Delete,
    Input,
    Insert,
    Instruct,
    Move,
    Position,
    Proposal,
    Remark,
    Replace,
    Reword,
)
from loi_cli.model.records import Decision
from loi_cli.model.standing import taken_back


@dataclass(frozen=True, slots=True, kw_only=True)
class Fate:
    """What became of one field of a proposal."""

    field: str
    verdict: Verdict
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """One thing that one input says of the clause. `what` is its verb, or `talking-point`, `agenda`; `words` are those
    wanted, by field; `notes` what else it says, by key (`note`, `aim`, `adjustments`, `fallback`, `red-line`)."""

    input: str
    side: str
    file: str
    line: int
    what: str
    day: date | None
    words: dict[str, str]
    notes: dict[str, str]
    reason: str
    fates: tuple[Fate, ...]
    waits: bool

    @property
    def where(self) -> str:
        return f"{self.file}:{self.line}"


def sayings(clause: str, register: Register, outcomes: Iterable[Outcome]) -> tuple[Saying, ...]:
    """In the order of units, each unit's own as written."""
    fates: dict[tuple[str, int], list[Fate]] = {}
    for o in outcomes:
        fates.setdefault((o.input, o.proposal), []).append(Fate(field=o.field, verdict=o.verdict, why=o.why))
    waiting = {one.name for one in register.waiting}
    withdrawn = register.withdrawn_by
    back = {
        name: saying("withdrawn: {record}", record=by)
        if name in withdrawn
        else saying("taken back by {input}", input=by)
        for name, by in taken_back(register.inputs, withdrawn).items()
    }
    out: list[Saying] = []
    rank = register.rank
    for one in sorted(register.inputs, key=lambda i: (rank(i.side), counted(i.name))):
        for number, proposal in enumerate(one.proposals):
            if proposal.clause == clause:
                what, words, notes = _said(proposal)
                became = tuple(fates.get((one.name, number), ()))
                out.append(_saying(one, what, words, notes, proposal.reason, proposal.place.line, became, waiting))
        gone = one.name in back and one.name not in waiting
        became = (Fate(field="", verdict=Verdict.SUPERSEDED, why=back[one.name]),) if gone else ()
        for point in one.talking_points:
            if point.about == clause:
                notes = {"note": point.note}
                out.append(_saying(one, "talking-point", {}, notes, "", point.place.line, became, waiting))
        for item in one.agenda:
            if clause in item.clauses:
                notes = {"title": _title(item)}
                out.append(_saying(one, "agenda", {}, notes, "", item.place.line, became, waiting))
    return tuple(out)


def decisions_on(clause: str, register: Register) -> tuple[Decision, ...]:
    """The decisions about a clause, merged or waiting, oldest first."""
    every = (*register.decisions, *register.waiting_decisions)
    return tuple(sorted((d for d in every if d.conflict.startswith(f"{clause}/")), key=lambda d: (d.date, d.name)))


def _saying(
    one: Input, what: str, words: dict[str, str], notes: dict[str, str], reason: str, line: int,
    fates: tuple[Fate, ...], waiting: set[str],
) -> Saying:  # fmt: skip
    return Saying(
        input=one.name, side=one.side, file=one.file, line=line, what=what, day=one.date, words=words,
        notes={key: note for key, note in notes.items() if note}, reason=reason, fates=fates,
        waits=one.name in waiting,
    )  # fmt: skip


def _said(proposal: Proposal) -> tuple[str, dict[str, str], dict[str, str]]:
    """Verb, words wanted and notes of a proposal."""
    match proposal:
        case Reword():
            return "reword", dict(wanted(proposal)), {}
        case Replace():
            return "replace", dict(wanted(proposal)), {}
        case Insert():
            return "insert", dict(wanted(proposal)), {"place": _place(proposal)}
        case Delete():
            return "delete", {}, {}
        case Move():
            return "move", {}, {"place": _place(proposal)}
        case Instruct():
            return "instruct", {}, {"note": proposal.note}
        case Remark():
            return "remark", {}, {"note": proposal.note}
        case Position():
            notes = {"aim": proposal.aim, "adjustments": proposal.adjustments}
            notes |= {"fallback": proposal.fallback, "red-line": proposal.red_line}
            return "position", {}, notes


def wanted(proposal: Reword | Replace | Insert) -> Iterator[tuple[str, str]]:
    """The words that a proposal wants, by field; of a replacement those that come."""
    for prefix, fields in (("heading", proposal.heading), ("text", proposal.text)):
        for language, words in fields.items():
            yield f"{prefix}.{language}", words.new if isinstance(words, Change) else words


def _place(proposal: Insert | Move) -> str:
    return f"{proposal.anchor.where.value} {proposal.anchor.clause}" if proposal.anchor.clause else ""


def _title(item: AgendaProposal) -> str:
    return next(iter(item.title.values()), "")
