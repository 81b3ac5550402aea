"""Disputes about a clause as a whole: whether it stands, and where."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from loi_cli.i18n import _, saying
from loi_cli.merge.decisions import DECISION, Ruling
from loi_cli.merge.marks import Settled, settled_before
from loi_cli.merge.outcomes import Outcome, Overtaken, Verdict
from loi_cli.merge.proposals import Wish
from loi_cli.merge.rules import Rules
from loi_cli.merge.scenery import Scenery
from loi_cli.merge.since import SidesSince
from loi_cli.model.conflicts import conflict_of
from loi_cli.model.words import Bracket, Side

Voices = dict[str, list[Side]]
"""What is wanted of a clause as a whole, and by whom."""


class Dispute(NamedTuple):
    """A dispute of one clause's existence or place, by its id, and the ruling on it."""

    id: str
    bracket: Bracket
    ruling: Ruling | None


def bracket_of(base: str, voices: Voices, rules: Rules, outsiders: set[Side]) -> Bracket:
    """Home speaks for the base where only outsiders speak."""
    if all(side in outsiders for sides in voices.values() for side in sides):
        voices.setdefault(base, []).append(rules.for_home)
    return rules.bracket(base, voices)


def judged(clause: str, field: str, bracket: Bracket, rules: Rules, since: SidesSince | None = None) -> Dispute:
    found = rules.rulings.judge(clause, field, bracket)
    if found.ruling is None and since is not None:
        found = settled_before(found, since.settled(clause, field))
    return Dispute(conflict_of(clause, field, found.bracket).id, found.bracket, found.ruling)


def settled_mark(clause: str, field: str, dispute: Dispute) -> dict[tuple[str, str], list[Settled]]:
    """What later bases must know of a ruling."""
    if dispute.ruling is None:
        return {}
    return {(clause, field): [Settled.of(dispute.bracket, dispute.ruling)]}


def with_decided(clause: str, field: str, base: str, voices: Voices, outsiders: set[Side], scenery: Scenery) -> Voices:
    """The voices, with what was decided of a dispute that they alone do not show: since the base, for what it has; or
    between home and the other party, before one of home's own asked for the same as they."""
    if not voices or base in voices:
        return voices
    kept = [one for one in scenery.sides_since.settled(clause, field) if one.text == one.base]
    if kept:
        return {**voices, base: [Side(DECISION, one.decision.name) for one in kept]}
    theirs = {text: [side for side in sides if side in outsiders] for text, sides in voices.items()}
    theirs = {text: sides for text, sides in theirs.items() if sides}
    if not theirs or not scenery.rules.rulings.on_field(clause, field):
        return voices
    both = {**theirs, base: [scenery.rules.for_home]}
    ruling = judged(clause, field, scenery.rules.bracket(base, both), scenery.rules).ruling
    if ruling is None:
        return voices
    if len(voices) == 1:
        return {**voices, base: [scenery.rules.for_home]}
    return {**voices, ruling.text: [*voices.get(ruling.text, ()), Side(DECISION, ruling.decision.name)]}


def fate_of(text: str, wish: Wish, dispute: Dispute, rules: Rules) -> tuple[Verdict, str, str]:
    """What became of a wish for `text` in a dispute, why, and by which record."""
    if wish.input.name in rules.yielding:
        return Verdict.SUPERSEDED, _taken_back(wish, rules), ""
    if dispute.ruling is None:
        return Verdict.CONFLICT, dispute.id, ""
    record = dispute.ruling.decision.name
    if dispute.ruling.text == text:
        return Verdict.MERGED, _("as decided: {record}").format(record=record), record
    return Verdict.SUPERSEDED, _("decided otherwise: {record}").format(record=record), record


def overruled(field: str, clauses: Iterable[str], dispute: Dispute) -> list[Overtaken]:
    """Who spoke for something else than what was decided: so an input that an earlier base has answered learns it."""
    if dispute.ruling is None:
        return []
    lost = [side for r in dispute.bracket.readings if r.text != dispute.ruling.text for side in r.sides if side.source]
    return [Overtaken(side.source, clause, field, dispute.ruling.decision.name) for clause in clauses for side in lost]


def heard(voices: Voices, outsiders: set[Side], rules: Rules) -> Voices:
    """The voices; in a dispute without those that a later input took back."""
    if len(voices) < 2 and any(side not in outsiders for sides in voices.values() for side in sides):
        return voices
    left = {text: [s for s in sides if s.source not in rules.yielding] for text, sides in voices.items()}
    return {text: sides for text, sides in left.items() if sides}


def home_is_heard(voices: Voices, rules: Rules) -> bool:
    return any(rules.is_home(side) for sides in voices.values() for side in sides)


def without_stand_in(voices: Voices, wishes: Sequence[Wish], rules: Rules) -> Voices:
    """The voices of a dispute that the wishes have not seen; where one of home's own speaks, none stands in for it."""
    if all(wish.outsider for wish in wishes):
        return voices
    left = {text: [side for side in sides if side != rules.for_home] for text, sides in voices.items()}
    return {text: sides for text, sides in left.items() if sides}


def taken_back(wish: Wish, field: str, rules: Rules) -> Outcome:
    return wish.outcome(field, Verdict.SUPERSEDED, _taken_back(wish, rules))


def _taken_back(wish: Wish, rules: Rules) -> str:
    return _("taken back by {input}").format(input=rules.yielding.get(wish.input.name, ""))


def first_merged(wishes: Sequence[Wish], field: str, rules: Rules) -> list[Outcome]:
    """Equal wishes are one: the first in the order of units is merged, the others found it already there."""
    first, *others = sorted(wishes, key=lambda w: rules.order(w.side))
    return [first.outcome(field, Verdict.MERGED), *(repeated(w, field, first) for w in others)]


def repeated(wish: Wish, field: str, first: Wish) -> Outcome:
    return wish.outcome(field, Verdict.ALREADY_THERE, saying("the same as {side} asks", side=first.side.name))


def without_overtaken(voices: Voices, speaking: Sequence[Side], since: SidesSince) -> tuple[Voices, dict[Side, Side]]:
    """The voices, but for those whose sender says otherwise in a later input; and these, each with the later one."""
    left: Voices = {}
    overtaken: dict[Side, Side] = {}
    for text, sides in voices.items():
        for side in sides:
            later = since.speaks_for(speaking, side)
            if later is None or later in sides:
                left.setdefault(text, []).append(side)
            else:
                overtaken[side] = later
    return left, overtaken


def without_outdated(voices: Voices, read: Bracket | None, wishes: Sequence[Wish]) -> Voices:
    """The voices, but for those that a sender of one of the wishes has read as its own, and now says otherwise."""
    if read is None:
        return voices
    speaking = {wish.side for wish in wishes}
    senders = {side.sender for side in speaking}
    old = {s for r in read.readings for s in r.sides if s.sender in senders and s not in speaking}
    left = {text: [side for side in sides if side not in old] for text, sides in voices.items()}
    return {text: sides for text, sides in left.items() if sides}
