"""Which clauses of the base stand: deletions, and what contradicts them."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from loi_cli.i18n import saying
from loi_cli.merge.marks import Settled
from loi_cli.merge.outcomes import Outcome, Overtaken, Verdict
from loi_cli.merge.proposals import Wish
from loi_cli.merge.scenery import Scenery
from loi_cli.merge.whole import (
    Dispute,
    Voices,
    bracket_of,
    fate_of,
    first_merged,
    heard,
    home_is_heard,
    judged,
    overruled,
    settled_mark,
    taken_back,
    with_decided,
    without_outdated,
    without_overtaken,
    without_stand_in,
)
from loi_cli.model.conflicts import ABSENT, DELETED, EXISTS, PLACE, STANDS
from loi_cli.model.fields import words_of
from loi_cli.model.text import Clause
from loi_cli.model.words import Bracket, Side, shown


@dataclass(slots=True)
class Standing:
    """Which clauses stand after a merge: those gone, those disputed, and those that are new, or proposed as such."""

    removed: set[str] = field(default_factory=set)
    disputed: dict[str, Bracket] = field(default_factory=dict)
    newcomers: dict[str, Clause] = field(default_factory=dict)
    placed_by: dict[str, list[Wish]] = field(default_factory=dict)
    outcomes: list[Outcome] = field(default_factory=list)
    overtaken: list[Overtaken] = field(default_factory=list)
    marks: dict[tuple[str, str], list[Settled]] = field(default_factory=dict)


def decide_deletions(scenery: Scenery, standing: Standing) -> None:
    """Decide over every deletion; against an edit it is a conflict, and the clause stays meanwhile."""
    for clause in scenery.base:
        if scenery.is_proposed(clause.id):
            continue
        wanted = scenery.wishes.deletes.get(clause.id, [])
        gone = scenery.since is not None and clause.id not in scenery.now
        carried = scenery.now.get(clause.id, clause).exists
        if carried is not None and carried.base == ABSENT:
            carried = None
        if wanted or gone or carried is not None or _taken_back_from(clause.id, scenery):
            _one_deletion(clause.id, wanted, gone, carried, scenery, standing)
    for clause_id in list(standing.removed):
        standing.removed.update(_fallen_with(clause_id, scenery))
    for clause_id in [c for c in standing.disputed if c in standing.removed]:
        del standing.disputed[clause_id]
        why = saying("it went with the clause that held it")
        kept = [o for o in standing.outcomes if o.clause != clause_id]
        wishes = scenery.wishes.deletes.get(clause_id, ())
        standing.outcomes = kept + [w.outcome(EXISTS, Verdict.ALREADY_THERE, why) for w in wishes]


def _one_deletion(
    clause: str, wanted: list[Wish], gone: bool, carried: Bracket | None, scenery: Scenery, standing: Standing
) -> None:
    rules = scenery.rules
    parent = scenery.frame.parents[clause]
    # Whoever wants something of a clause that went with its parent speaks for the parent.
    above_stands = parent is None or parent in scenery.now
    went_along = gone and not above_stands and not scenery.sides_since.asked(clause, EXISTS)
    defenders = [] if went_along else _defenders(clause, {w.input.name for w in wanted}, gone, scenery)
    voices: Voices = {r.text: list(r.sides) for r in carried.readings} if carried else {}
    before = sum(map(len, voices.values()))
    voices = without_outdated(voices, scenery.old[clause].exists, wanted)
    given_in = sum(map(len, voices.values())) < before
    if wanted:
        voices.setdefault(DELETED, []).extend(w.side for w in wanted)
    if gone and defenders:
        voices.setdefault(DELETED, []).extend(scenery.sides_since.on(clause, EXISTS))
    if defenders:
        voices.setdefault(STANDS, []).extend(defenders)
    outsiders = {w.side for w in wanted if w.outsider}
    speaking = [w.side for w in (*wanted, *_wishes_for(clause, scenery))]
    voices, overtaken = without_overtaken(voices, speaking, scenery.sides_since)
    for one, later in overtaken.items():
        standing.overtaken += [Overtaken(one.source, c, "", later.source) for c in scenery.frame.subtree(clause)]
    is_new = carried != scenery.old[clause].exists
    if is_new:
        voices = without_stand_in(voices, wanted, rules)
    voices = heard(voices, outsiders, rules)
    if not gone and carried is None:
        voices = with_decided(clause, EXISTS, STANDS, voices, outsiders, scenery)
    settled = _decided_before(clause, voices, scenery)
    if settled is not None and not went_along:
        if settled.ruling is not None and settled.ruling.text == DELETED:
            standing.removed.add(clause)
        standing.overtaken += _overruled(clause, settled, scenery)
        everybody = [*wanted, *scenery.gone.deletes.get(clause, ())]
        standing.outcomes += [w.outcome(EXISTS, *fate_of(DELETED, w, settled, rules)) for w in everybody]
    elif went_along:
        standing.removed.update([clause] if parent in standing.removed else [])
        standing.outcomes += [w.outcome(EXISTS, Verdict.ALREADY_THERE, saying("it is gone already")) for w in wanted]
    elif gone and STANDS not in voices:
        standing.removed.add(clause)
        standing.outcomes += [w.outcome(EXISTS, Verdict.ALREADY_THERE, saying("it is gone already")) for w in wanted]
    elif set(voices) == {DELETED} and (carried is None or is_new or given_in) and home_is_heard(voices, rules):
        standing.removed.add(clause)
        standing.outcomes += first_merged(wanted, EXISTS, rules)
    elif set(voices) <= {STANDS}:
        standing.outcomes += [taken_back(w, EXISTS, rules) for w in wanted]
    else:
        found = judged(clause, EXISTS, bracket_of(STANDS, voices, rules, outsiders), rules, scenery.sides_since)
        standing.marks |= settled_mark(clause, EXISTS, found)
        if found.ruling is None:
            standing.disputed[clause] = found.bracket
        elif found.ruling.text == DELETED:
            standing.removed.add(clause)
        standing.overtaken += _overruled(clause, found, scenery)
        standing.outcomes += [w.outcome(EXISTS, *fate_of(DELETED, w, found, rules)) for w in wanted]


def _overruled(clause: str, found: Dispute, scenery: Scenery) -> list[Overtaken]:
    """Who wanted it deleted though it was decided that it stands, or wanted something of a clause that goes with it."""
    if found.ruling is not None and found.ruling.text == DELETED:
        return overruled("", scenery.frame.subtree(clause), found)
    return overruled(EXISTS, [clause], found)


def _taken_back_from(clause: str, scenery: Scenery) -> list[Side]:
    """Who wanted a clause deleted, or something of it that has no sense then, and took that back."""
    gone = scenery.gone
    wishes = [*gone.deletes.get(clause, ())]
    for inside in scenery.frame.subtree(clause) if gone.fields or gone.moves else ():
        wishes += [wish for _name, wish, _wording in gone.on_words_of(inside)]
        wishes += gone.moves.get(inside, ())
    return [wish.side for wish in wishes]


def _decided_before(clause: str, voices: Voices, scenery: Scenery) -> Dispute | None:
    """The decision of a dispute that is none any more, since a side of it was taken back: it stands all the same."""
    if len(voices) > 1 or not scenery.rules.rulings.on_field(clause, EXISTS):
        return None
    left = _taken_back_from(clause, scenery)
    if not left:
        return None
    both = {text: voices.get(text) or left for text in (DELETED, STANDS)}
    found = judged(clause, EXISTS, scenery.rules.bracket(STANDS, both), scenery.rules)
    return found if found.ruling is not None else None


def _fallen_with(gone: str, scenery: Scenery) -> Iterator[str]:
    """The clause and what it holds, which goes with it unless it was moved out."""
    yield gone
    moved_since = scenery.now if gone not in scenery.now else {}
    for child in scenery.frame.children.get(gone, ()):
        if child not in scenery.wishes.moves and child not in moved_since:
            yield from _fallen_with(child, scenery)


def _wishes_for(clause: str, scenery: Scenery) -> Iterator[Wish]:
    """The wishes that have no sense once this very clause is deleted."""
    for name, wish, wording in scenery.wishes.on_words_of(clause):
        if wording != shown(words_of(scenery.old[clause], name)):
            yield wish
    yield from scenery.moves_of(clause)


def _defenders(clause: str, deleters: set[str], gone: bool, scenery: Scenery) -> list[Side]:
    """Who wants something of a clause, or of what it holds, that has no sense once it is deleted."""
    subtree = scenery.frame.subtree(clause)
    wishes = [wish for inside in subtree for wish in _wishes_for(inside, scenery)]
    out = [wish.side for wish in wishes if wish.input.name not in deleters]
    own = {name.split("-")[0] for name in deleters}
    out += [side for inside in subtree for side in _disputing(inside, scenery) if side.name.split(".")[0] not in own]
    arriving = (wish for inside in subtree for wish in scenery.wanted_in.get(inside, ()))
    out += [wish.side for wish in arriving if wish.input.name not in deleters]
    if scenery.since is not None and deleters and not gone:
        out += _changed_since(subtree, scenery)
    return list(dict.fromkeys(out))


def _disputing(clause: str, scenery: Scenery) -> Iterator[Side]:
    """The sides of what is in dispute in a clause: it is not settled by deleting the clause."""
    old, current = scenery.old[clause], scenery.current(clause)
    for name in _fields_of(old):
        still_open = words_of(current, name) if current else ()
        for piece in words_of(old, name):
            if isinstance(piece, Bracket) and piece in still_open:
                yield from (side for r in piece.readings for side in r.sides if side.source)
    still = (current.exists, current.place) if current else ()
    for whole in (old.exists, old.place):
        if whole is not None and whole in still and whole.base != STANDS:
            yield from (side for r in whole.readings for side in r.sides if side.source and r.text != whole.base)


def _changed_since(subtree: list[str], scenery: Scenery) -> Iterator[Side]:
    """Who reworded, moved or put in something there that whoever deletes it has not seen."""
    moved = scenery.placed_since
    for clause in subtree:
        for arrival in scenery.come_since.get(clause, ()):
            back = _wanting(arrival) if arrival.id not in scenery.old else []
            yield from back or scenery.sides_since.placing(arrival.id, arrival.id in scenery.old)
        yield from scenery.disputed_since.get(clause, ())
        old, now = scenery.old[clause], scenery.now.get(clause)
        if now is None:
            continue
        for name in _fields_of(now):
            if shown(words_of(old, name)) != shown(words_of(now, name)):
                yield from scenery.sides_since.on(clause, name)
        if clause in moved and not scenery.frame.stands_at(clause, moved[clause].anchor):
            yield from scenery.sides_since.on(clause, PLACE)


def _wanting(clause: Clause) -> list[Side]:
    """Who wants a clause to be there whose existence is in dispute."""
    readings = clause.exists.readings if clause.exists else ()
    return [side for r in readings if r.text not in (DELETED, ABSENT) for side in r.sides if side.source]


def _fields_of(clause: Clause) -> list[str]:
    return [*(f"text.{x}" for x in clause.text), *(f"heading.{x}" for x in clause.heading)]
