"""Settling open conflicts: which are meant, how, and the record that says so."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from loi_cli.files.characters import first_forbidden
from loi_cli.i18n import _
from loi_cli.intake.disputes import Dispute, clause_named, disputes
from loi_cli.intake.records.decision import decision_bytes
from loi_cli.intake.records.keeping import Written, named
from loi_cli.intake.register import Register
from loi_cli.merge.decisions import Rulings
from loi_cli.model.conflicts import BASE, EXISTS, PLACE, disputed_part
from loi_cli.model.identifiers import nearest
from loi_cli.model.problems import BadInput, LoiError
from loi_cli.model.records import Decision
from loi_cli.model.words import NOTHING, lead_to, tidy


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """How conflicts are settled: by a side's words (or `base`), by other words, or, with neither, not yet.

    `words` are by a conflict's id or by language; under "" they are for whatever language the one conflict is in.
    """

    take: str | None = None
    words: Mapping[str, str] | None = None

    @property
    def leaves_open(self) -> bool:
        return self.take is None and self.words is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """One conflict, how it is settled, what it reads then."""

    dispute: Dispute
    way: Way
    reads: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """Who decides, why, when; `meeting` and `day` where the parties agreed on it at a meeting."""

    by: str
    reason: str
    time: datetime
    meeting: str | None = None
    day: date | None = None


def chosen(names: Sequence[str], everything: bool, register: Register) -> list[Dispute]:
    """The conflicts meant; one that was decided and waits for the merge may be decided anew, by its name alone.

    Raises LoiError for a name that is neither an open conflict's id nor a clause with one.
    """
    available = list(disputes(register))
    if everything and not names:
        waiting = {d.conflict for d in register.waiting_decisions}
        return [d for d in available if d.conflict.id not in waiting]
    if not names:
        raise LoiError(_("say which: a conflict's id, a clause, or --all"), _("`loi conflicts` lists them"))
    found: dict[str, Dispute] = {}
    for name in names:
        found |= {d.conflict.id: d for d in _meant(name, available, register)}
    return list(found.values())


def _meant(name: str, available: Sequence[Dispute], register: Register) -> list[Dispute]:
    ids = {d.conflict.id: d for d in available}
    if name in ids:
        return [ids[name]]
    if "/" in name:
        raise _no_more(name, ids, register)
    clause = clause_named(name, (register.heads or (register.root,))[0].text)
    found = [d for d in available if d.conflict.clause == clause]
    if not found:
        raise LoiError(
            _("nothing of {clause} is in dispute").format(clause=clause),
            _("`loi conflicts` lists what is; `loi merge` first, when inputs wait"),
        )
    return found


def _no_more(name: str, ids: Mapping[str, Dispute], register: Register) -> LoiError:
    """Why a conflict of this id is not open: settled before, or never there."""
    earlier = [d for d in register.decisions if d.conflict == name]
    if earlier:
        last = max(earlier, key=lambda d: (d.date, d.at, d.name))
        return LoiError(
            _("{conflict} is in dispute no more: {by} decided it on {date}").format(
                conflict=name, by=last.by, date=last.date
            ),
            _("`loi undo {record}` opens it again").format(record=last.name),
        )
    near = nearest(name, ids)
    return LoiError(
        _("no conflict “{name}” is open").format(name=name),
        _("did you mean “{near}”?").format(near=near) if near else _("`loi conflicts` lists those that are"),
    )


def settle(some: Sequence[Dispute], way: Way) -> tuple[list[Settled], list[Dispute]]:
    """The conflicts that a way settles, and those that it leaves: the side taken has no part in them, or there are no
    words in their language. Raises LoiError where it settles none of them, or the words would settle several."""
    if way.words is not None:
        return _worded(some, way.words)
    if way.take in (None, BASE):
        return [Settled(dispute=d, way=way, reads=d.conflict.bracket.base) for d in some], []
    settled = [d for d in some if way.take in [v.side for v in d.voices]]
    if not settled:
        raise _no_side(way.take or "", some)
    return (
        [Settled(dispute=d, way=way, reads=_reading_of(way.take or "", d)) for d in settled],
        [d for d in some if d not in settled],
    )


def _worded(some: Sequence[Dispute], words: Mapping[str, str]) -> tuple[list[Settled], list[Dispute]]:
    """Each dispute by the words for its id, else those for its language, else those for whatever there is."""
    said = {d.conflict.id: _words_for(d, words) for d in some}
    worded = [d for d in some if said[d.conflict.id] is not None]
    if not worded and any(d.conflict.field in (EXISTS, PLACE) for d in some):
        raise LoiError(
            _("{conflict} is about the clause as a whole; words do not settle it").format(conflict=some[0].conflict.id),
            _("use --take with one of: {sides}").format(sides=sides_of(some[0])),
        )
    if not worded or ("" in words and len(some) > 1):
        raise _which(some, _("these words would settle {count} conflicts").format(count=len(some)))
    for language in {d.conflict.language or "" for d in worded}:
        rest = [d for d in worded if d.conflict.language == language and d.conflict.id not in words]
        if len(rest) > 1:
            raise _which(rest, _("the words for {language} would settle {count} conflicts").format(
                language=language, count=len(rest)))  # fmt: skip
    settled = [
        Settled(dispute=d, way=Way(words={d.conflict.language or "": plain}), reads=plain)
        for d in worded
        for plain in [_in_its_place(_plain(said[d.conflict.id] or ""), d)]
    ]
    return settled, [d for d in some if d not in worded]


def _in_its_place(words: str, dispute: Dispute) -> str:
    """The words for the bracket alone, also where the whole field was given with them."""
    bracket = dispute.conflict.bracket
    before, _found, behind = dispute.around.partition(bracket.lead + bracket.shown)
    return disputed_part(words, before, behind)


def _words_for(dispute: Dispute, words: Mapping[str, str]) -> str | None:
    if dispute.conflict.language is None:
        return None
    keys = (dispute.conflict.id, dispute.conflict.language, "")
    return next((words[key] for key in keys if key in words), None)


def _which(some: Sequence[Dispute], message: str) -> LoiError:
    """Says of each conflict what is in dispute, so that a person can tell them apart, and how to name it."""
    known = [f"{d.conflict.id}  {d.conflict.bracket.base or NOTHING} → {d.conflict.bracket.shown}" for d in some]
    first = some[0].conflict.id
    return LoiError(
        "\n  ".join([message + ":", *known]),
        _("name one: `loi decide {id} --words TEXT`; or give each its words: --words {id}=TEXT --words …").format(
            id=first
        ),
    )


def _plain(words: str) -> str:
    """Words that settle. Raises LoiError for brackets in them: those are what leaves words open."""
    if first_forbidden(words):
        return words  # whoever writes the record says what is wrong with it
    if "[" in words or "]" in words:
        raise LoiError(
            _("a decision's words hold no square brackets: “{words}”").format(words=words),
            _("brackets leave words open; give the words to read, or leave the whole dispute open with --bracket"),
        )
    return tidy(words)


def _reading_of(side: str, dispute: Dispute) -> str:
    return next(r.text for r in dispute.conflict.bracket.readings if side in r.names)


def _no_side(side: str, some: Sequence[Dispute]) -> LoiError:
    sides = list(dict.fromkeys(v.side for d in some for v in d.voices))
    near = nearest(side, sides)
    return LoiError(
        _("{side} is no side of {conflict}").format(side=side, conflict=", ".join(d.conflict.id for d in some)),
        _("did you mean “{near}”?").format(near=near)
        if near
        else _("its sides are: {sides}").format(sides=", ".join([*sides, BASE])),
    )


def sides_of(dispute: Dispute) -> str:
    return ", ".join([*(v.side for v in dispute.voices), BASE])


def whole_reading(settled: Settled) -> str:
    """What the whole field reads once it is settled so; the decided words alone where there is no field around them."""
    dispute, bracket = settled.dispute, settled.dispute.conflict.bracket
    if settled.way.leaves_open:
        return dispute.around or bracket.shown
    before, _found, behind = dispute.around.partition(bracket.lead + bracket.shown)
    return f"{before}{lead_to(settled.reads, bracket, before)}{settled.reads}{behind}".strip() or NOTHING


def standing(settled: Settled, signature: Signature, register: Register) -> Decision | None:
    """The decision that waits for the merge and says the same already, from the same office for the same reason."""
    way = settled.way
    said = (settled.dispute.conflict.id, way.take, way.words or {}, way.leaves_open, signature.by, signature.reason)
    overruled = {name for d in register.waiting_decisions for name in d.overrules}
    for d in register.waiting_decisions:
        if d.name not in overruled and said == (d.conflict, d.take, d.words, d.bracket, d.by, d.reason):
            return d
    return None


def recorded(settled: Settled, signature: Signature, register: Register) -> Written:
    """The record of a decision. Raises LoiError for words that no clause may hold.

    It overrules what was decided on the same dispute before; without that two decisions would contradict and reopen it.
    """
    earlier: tuple[Decision, ...] = (*register.decisions, *register.waiting_decisions)
    conflict, way = settled.dispute.conflict.id, settled.way
    day = signature.day or signature.time.date()
    try:
        data = decision_bytes(
            conflict=conflict,
            take=way.take,
            reads=settled.reads if way.take is not None else None,
            words=way.words,
            bracket=way.leaves_open,
            by=signature.by,
            date=day,
            at=signature.time.strftime("%Y-%m-%dT%H:%M:%SZ"),
            reason=signature.reason,
            overrules=Rulings(earlier).contradicting(conflict),
            meeting=signature.meeting,
        )
    except BadInput as bad:
        first = bad.problems[0]
        raise LoiError(f"{conflict}: {first.message}", first.help) from None
    return named(day, "decision", data)
