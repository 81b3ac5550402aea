"""Open conflicts with what stands behind every side: its reason, and the line in its file."""

from dataclasses import dataclass

from loi_cli.i18n import _
from loi_cli.intake.register import Register
from loi_cli.merge.decisions import Rulings
from loi_cli.model.conflicts import EXISTS, PLACE, Conflict, conflicts_in
from loi_cli.model.identifiers import nearest
from loi_cli.model.inputs import Delete, Input, Insert, Move, Proposal, Replace, Reword
from loi_cli.model.numbering import numbers
from loi_cli.model.problems import LoiError
from loi_cli.model.text import Text
from loi_cli.model.words import Side, shown


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """One side of a conflict, with the proposal that it is read in; empty where home speaks for the base."""

    side: str
    text: str
    reason: str = ""
    file: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
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
    inputs = register.inputs_by_name
    decisions = {d.name: d.reason for d in (*register.decisions, *register.waiting_decisions)}
    for version in register.heads or (register.root,):
        only = clause_named(clause, version.text) if clause else None
        number = numbers(version.text)
        clauses = version.text.by_id()
        for conflict in conflicts_in(version.text):
            if only not in (None, conflict.clause) or conflict.id in out:
                continue
            voices = tuple(
                _voice(side, reading.text, conflict, inputs, decisions)
                for reading in conflict.bracket.readings
                for side in reading.sides
            )
            kept = rulings.kept_open(conflict.id)
            words = clauses[conflict.clause].text if conflict.field.startswith("text") else {}
            out[conflict.id] = Dispute(
                conflict=conflict,
                voices=voices,
                number=number.get(conflict.clause, ""),
                around=shown(words.get(conflict.language or "", ())),
                kept_open=kept.name if kept else None,
                decided=waiting.get(conflict.id),
            )
    return tuple(out.values())


def _voice(side: Side, text: str, conflict: Conflict, inputs: dict[str, Input], decisions: dict[str, str]) -> Voice:
    one = inputs.get(side.source)
    if one is None:
        file = f"records/{side.source}.yaml" if side.source in decisions else ""
        return Voice(side=side.name, text=text, reason=decisions.get(side.source, ""), file=file)
    proposal = next((p for p in one.proposals if p.clause == conflict.clause and speaks_of(p, conflict.field)), None)
    # the one who holds a clause against its deletion may have worded it, or something in it
    proposal = proposal or next((p for p in one.proposals if p.clause.startswith(conflict.clause)), None)
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
