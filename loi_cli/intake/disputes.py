"""Open conflicts with what stands behind every side: its reason, and the line in its file."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from loi_cli.i18n import _
from loi_cli.intake.register import Register
from loi_cli.merge.decisions import Rulings
from loi_cli.merge.proposals import wordings_of
from loi_cli.model.conflicts import EXISTS, PLACE, Conflict, conflicts_in
from loi_cli.model.identifiers import nearest
from loi_cli.model.inputs import Change, Delete, Input, Insert, Move, Proposal, Replace, Reword
from loi_cli.model.numbering import numbers
from loi_cli.model.problems import LoiError
from loi_cli.model.records import Decision, Withdrawal
from loi_cli.model.text import Text
from loi_cli.model.versions import Version
from loi_cli.model.words import Side, shown


class Voice(NamedTuple):
    """One side of a conflict, with the proposal that it is read in; empty where home speaks for the base."""

    side: str
    text: str
    reason: str = ""
    file: str = ""
    line: int = 0


class Dispute(NamedTuple):
    """`kept_open` and `decided` name the record that leaves it open on purpose, or that the next merge applies."""

    conflict: Conflict
    voices: tuple[Voice, ...]
    number: str = ""
    around: str = ""
    kept_open: str | None = None
    decided: str | None = None


class NoSuchClause(LoiError):
    """A clause that is neither an id nor a number of the text."""


class AmbiguousClause(LoiError):
    """A name that is the id of one clause and the number of another."""


def clause_named(name: str, text: Text) -> str:
    """The id of a clause given by id or by number. Raises NoSuchClause, with the nearest; AmbiguousClause."""
    ids = text.by_id()
    by_number = {number: clause for clause, number in numbers(text).items() if number}
    if name in ids and by_number.get(name, name) != name:
        number = next((n for n, clause in by_number.items() if clause == name), "")
        raise AmbiguousClause(
            _("“{name}” is the id of one clause ({number}) and the number of another, {other}").format(
                name=name, number=number or ids[name].kind.value, other=by_number[name]
            ),
            _("name {other} by its id, the other one by its number").format(other=by_number[name]),
        )
    if name in ids:
        return name
    if name in by_number:
        return by_number[name]
    near = nearest(name, [*ids, *by_number])
    raise NoSuchClause(
        _("there is no clause “{name}”").format(name=name),
        _("did you mean “{near}”?").format(near=near) if near else _("`loi show head` lists the clauses"),
    )


def disputes(register: Register, clause: str | None = None) -> tuple[Dispute, ...]:
    """The open conflicts of the heads, of one clause or of all. Raises NoSuchClause."""
    out: dict[str, Dispute] = {}
    rulings = Rulings((*register.decisions, *register.waiting_decisions))
    waiting = {d.conflict: d.name for d in register.waiting_decisions if not d.bracket}
    reader = _Reader(register)
    for version in register.heads or (register.root,):
        only = clause_named(clause, version.text) if clause else None
        for found in reader.of(version, only):
            known = found.conflict.id
            kept = rulings.kept_open(known)
            out.setdefault(known, found._replace(kept_open=kept.name if kept else None, decided=waiting.get(known)))
    return tuple(out.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class Closed:
    """A conflict that is open no more, as the newest version that had it shows it; `decision` is who settled it, None
    where it went without one: an input was withdrawn, or the clause."""

    dispute: Dispute
    version: str
    decision: Decision | None


def closed_disputes(register: Register, clause: str | None = None) -> tuple[Closed, ...]:
    """The conflicts that any version had and no head has, newest first. Raises NoSuchClause."""
    still_open = {c.id for head in register.heads for c in conflicts_in(head.text)}
    only = clause_named(clause, (register.heads or (register.root,))[0].text) if clause else None
    decided: dict[str, Decision] = {}
    for decision in sorted(register.decisions, key=lambda d: (d.date, d.at, d.name)):
        decided[decision.conflict] = decision
    reader = _Reader(register)
    out: dict[str, Closed] = {}
    for header in reversed(register.opened.headers):
        for found in reader.of(register.opened.store.version(header), only):
            known = found.conflict.id
            if known not in still_open and known not in out:
                out[known] = Closed(dispute=found, version=header.label, decision=decided.get(known))
    return tuple(out.values())


class _Reader:
    """Finds for the sides of a version's conflicts what stands behind them."""

    def __init__(self, register: Register) -> None:
        self._inputs = register.inputs_by_name
        self._reasons = reasons_of(register)

    def of(self, version: Version, only: str | None) -> Iterator[Dispute]:
        number = numbers(version.text)
        clauses = version.text.by_id()
        for conflict in conflicts_in(version.text):
            if only not in (None, conflict.clause):
                continue
            words = clauses[conflict.clause].text if conflict.field.startswith("text") else {}
            yield Dispute(
                conflict=conflict,
                voices=tuple(
                    _voice(side, reading.text, conflict, version.text, self._inputs, self._reasons)
                    for reading in conflict.bracket.readings
                    for side in reading.sides
                ),
                number=number.get(conflict.clause, ""),
                around=shown(words.get(conflict.language or "", ())),
            )


def reasons_of(register: Register) -> dict[str, str]:
    """Why each decision was taken and each input withdrawn, by the record's name."""
    return {r.name: r.reason for r in register.records if isinstance(r, Decision | Withdrawal)}


def _reaches(proposal: Proposal, inside: frozenset[str]) -> bool:
    """Whether a proposal is about one of these clauses, or puts something there."""
    return proposal.clause in inside or (isinstance(proposal, Insert | Move) and proposal.anchor.clause in inside)


def proposal_on(one: Input, clause: str, field: str, words: str = "") -> Proposal | None:
    """The proposal of an input that is about this field of a clause; of several, the one that brought these words."""
    found = [p for p in one.proposals if p.clause == clause and speaks_of(p, field)]
    return next((p for p in found if len(found) > 1 and _brings(p, field, words)), found[0] if found else None)


def _brings(proposal: Proposal, field: str, words: str) -> bool:
    change = dict(wordings_of(proposal)).get(field) if isinstance(proposal, Replace) else None
    return isinstance(change, Change) and change.new != "" and (change.new in words or words.strip() in change.new)


def _voice(
    side: Side,
    text: str,
    conflict: Conflict,
    standing: Text,
    inputs: Mapping[str, Input],
    reasons: Mapping[str, str],
) -> Voice:
    one = inputs.get(side.source)
    if one is None:
        file = f"records/{side.source}.yaml" if side.source in reasons else ""
        return Voice(side=side.name, text=text, reason=reasons.get(side.source, ""), file=file)
    proposal = proposal_on(one, conflict.clause, conflict.field, text)
    if proposal is None:  # who holds a clause against its deletion may want something in it
        inside = standing.inside(conflict.clause)
        proposal = next((p for p in one.proposals if _reaches(p, inside)), None)
    return Voice(
        side=side.name,
        text=text,
        reason=proposal.reason if proposal else "",
        file=one.file,
        line=proposal.place.line if proposal else 0,
    )


def speaks_of(proposal: Proposal, field: str) -> bool:
    """Whether a proposal is about this field of its clause."""
    prefix, _dot, language = field.partition(".")
    if field == EXISTS:
        return isinstance(proposal, Insert | Delete)
    if field == PLACE:
        return isinstance(proposal, Move | Insert)
    if not isinstance(proposal, Reword | Replace | Insert):
        return False
    return language in (proposal.text if prefix == "text" else proposal.heading)
