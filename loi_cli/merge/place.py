"""Where clauses stand: moves, and moves that contradict each other."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from loi_cli.i18n import saying
from loi_cli.merge.arrangement import Frame, Placement, circles
from loi_cli.merge.decisions import Ruling
from loi_cli.merge.existence import Standing
from loi_cli.merge.marks import Settled
from loi_cli.merge.outcomes import Outcome, Overtaken, Verdict
from loi_cli.merge.proposals import Wish
from loi_cli.merge.rules import Rules
from loi_cli.merge.scenery import Scenery
from loi_cli.merge.whole import (
    Dispute,
    Voices,
    bracket_of,
    fate_of,
    heard,
    home_is_heard,
    judged,
    overruled,
    repeated,
    settled_mark,
    taken_back,
    with_decided,
    without_outdated,
    without_overtaken,
    without_stand_in,
)
from loi_cli.model.conflicts import EXISTS, PLACE
from loi_cli.model.inputs import Anchor, Insert, Move, Where
from loi_cli.model.words import Bracket, Side


@dataclass(slots=True)
class Places:
    """Every clause that does not stay where the base has it, and the disputes about places."""

    placements: dict[str, Placement] = field(default_factory=dict)
    disputed: dict[str, Bracket] = field(default_factory=dict)
    outcomes: list[Outcome] = field(default_factory=list)
    overtaken: list[Overtaken] = field(default_factory=list)
    marks: dict[tuple[str, str], list[Settled]] = field(default_factory=dict)


def who_goes_where(scenery: Scenery, standing: Standing) -> Places:
    """Settle every move; contradicting ones leave the clause where it was, as a conflict of its place."""
    places = Places()
    since = scenery.placed_since
    carried = {c.id: c.place for c in (scenery.base if scenery.since is None else scenery.since) if c.place}
    for clause in dict.fromkeys([*scenery.wishes.moves, *since, *carried, *scenery.gone.moves]):
        if clause in scenery.frame.parents and clause not in standing.removed:
            _one_move(clause, since.get(clause), carried.get(clause), scenery, places)
    for clause in scenery.wishes.moves:
        if clause in standing.removed:
            why = saying("the clause was deleted")
            places.outcomes += [w.outcome(PLACE, Verdict.SUPERSEDED, why) for w in scenery.wishes.moves[clause]]
    for clause in standing.newcomers:
        if clause in scenery.frame.parents:
            continue
        _one_arrival(clause, since.get(clause), carried.get(clause), standing, scenery, places)
    _refuse_circles(scenery, standing, places)
    return places


def _key(wish: Wish, rules: Rules) -> tuple[object, ...]:
    return (*rules.order(wish.side), wish.index)


def _one_move(clause: str, since: Placement | None, carried: Bracket | None, scenery: Scenery, places: Places) -> None:
    frame, rules = scenery.frame, scenery.rules
    here = carried.base if carried else frame.place_of(clause)
    wishes = sorted(scenery.wishes.moves.get(clause, ()), key=lambda w: _key(w, rules))
    wanted = [(wish, frame.spoken(_anchor(wish), clause)) for wish in wishes]
    anchors = {text: Placement(clause, _anchor(wish), _key(wish, rules)) for wish, text in reversed(wanted)}
    voices: Voices = {r.text: list(r.sides) for r in carried.readings} if carried else {}
    before = sum(map(len, voices.values()))
    voices = without_outdated(voices, scenery.old[clause].place, wishes)
    given_in = sum(map(len, voices.values())) < before
    for wish, text in wanted:
        voices.setdefault(text, []).append(wish.side)
    if since is not None:
        text = frame.spoken(since.anchor, clause)
        anchors[text] = since
        if carried is None:
            voices.setdefault(text, []).extend(scenery.sides_since.on(clause, PLACE))
    elsewhere = [wish.side for wish, text in wanted if text != here]
    voices, overtaken = without_overtaken(voices, elsewhere, scenery.sides_since)
    places.overtaken += [Overtaken(one.source, clause, PLACE, later.source) for one, later in overtaken.items()]
    if carried is None:
        voices.pop(here, None)  # who wants the clause where it is has no quarrel with those who leave it alone
    outsiders = {w.side for w in wishes if w.outsider}
    is_new = carried != scenery.old[clause].place
    if is_new:
        voices = without_stand_in(voices, wishes, rules)
    voices = heard(voices, outsiders, rules)
    if carried is None and (since is None or frame.spoken(since.anchor, clause) == here):
        voices = with_decided(clause, PLACE, here, voices, outsiders, scenery)
    earlier = _decided_before(clause, here, voices, outsiders, scenery)
    if earlier is not None and earlier.ruling is not None:
        settled = _settled(clause, earlier.ruling, anchors, since, frame)
        if settled is not None:
            places.placements[clause] = settled
        places.overtaken += overruled(PLACE, [clause], earlier)
        gone = [(wish, frame.spoken(_anchor(wish), clause)) for wish in scenery.gone.moves.get(clause, ())]
        places.outcomes += [w.outcome(PLACE, *fate_of(text, w, earlier, rules)) for w, text in (*wanted, *gone)]
    elif not voices:
        places.outcomes += [_nothing_to_do(w, rules) for w in wishes]
    elif (carried is None or is_new or given_in) and len(voices) == 1 and home_is_heard(voices, rules):
        only = next(iter(voices))
        places.placements[clause] = anchors[only]
        is_there = since is not None and frame.spoken(since.anchor, clause) == only
        places.outcomes += _agreed(wanted, only, is_there, rules)
    else:
        found = judged(clause, PLACE, bracket_of(here, voices, rules, outsiders), rules, scenery.sides_since)
        places.marks |= settled_mark(clause, PLACE, found)
        if found.ruling is None:
            places.disputed[clause] = found.bracket
            settled = since if carried is not None else None  # it stands where the dispute started from
        else:
            settled = _settled(clause, found.ruling, anchors, since, frame)
        if settled is not None:
            places.placements[clause] = settled
        places.overtaken += overruled(PLACE, [clause], found)
        places.outcomes += [w.outcome(PLACE, *fate_of(text, w, found, rules)) for w, text in wanted]


def _settled(
    clause: str, ruling: Ruling, anchors: Mapping[str, Placement], since: Placement | None, frame: Frame
) -> Placement | None:
    said = frame.anchor_said(ruling.text)
    return anchors.get(ruling.text) or (Placement(clause, said) if said else since)


def _decided_before(clause: str, here: str, voices: Voices, outsiders: set[Side], scenery: Scenery) -> Dispute | None:
    """The decision of a dispute in which some were heard who took it back since: it stands all the same."""
    gone = scenery.gone.moves.get(clause, [])
    if not gone or not scenery.rules.rulings.on_field(clause, PLACE):
        return None
    both = {text: list(sides) for text, sides in voices.items()}
    for wish in gone:
        text = scenery.frame.spoken(_anchor(wish), clause)
        if text != here:
            both.setdefault(text, []).append(wish.side)
    outside = outsiders | {wish.side for wish in gone if wish.outsider}
    if not both:
        return None
    found = judged(clause, PLACE, bracket_of(here, both, scenery.rules, outside), scenery.rules)
    return found if found.ruling is not None else None


def _one_arrival(
    clause: str, since: Placement | None, carried: Bracket | None, standing: Standing, scenery: Scenery, places: Places
) -> None:
    """A new clause: where its proposer puts it; where several put the same one at different places, in dispute."""
    frame, rules = scenery.frame, scenery.rules
    wishes = [w for w in standing.placed_by.get(clause, ()) if isinstance(w.proposal, Insert)]
    wishes.sort(key=lambda w: _key(w, rules))
    wanted = [(wish, frame.spoken(_in_the_base(_anchor(wish), scenery))) for wish in wishes]
    placed = {text: Placement(clause, _anchor(wish), _key(wish, rules)) for wish, text in reversed(wanted)}
    voices: Voices = {r.text: list(r.sides) for r in carried.readings} if carried else {}
    here = wanted[0][1] if since is None else frame.spoken(since.anchor)
    if since is not None:
        placed[here] = since
        if carried is None:
            voices[here] = scenery.sides_since.on(clause, EXISTS)
    for wish, text in wanted:
        voices.setdefault(text, []).append(wish.side)
    voices, overtaken = without_overtaken(voices, [wish.side for wish in wishes], scenery.sides_since)
    places.overtaken += [Overtaken(one.source, clause, PLACE, later.source) for one, later in overtaken.items()]
    chosen = placed[here] if here in voices or carried else placed[next(iter(voices))]
    if len(voices) > 1 and standing.newcomers[clause].exists is None:
        outsiders = {w.side for w in wishes if w.outsider}
        base = carried.base if carried else here
        found = judged(clause, PLACE, bracket_of(base, voices, rules, outsiders), rules, scenery.sides_since)
        places.marks |= settled_mark(clause, PLACE, found)
        if found.ruling is None:
            places.disputed[clause] = found.bracket
        else:
            chosen = _settled(clause, found.ruling, placed, None, frame) or chosen
        places.overtaken += overruled(PLACE, [clause], found)
        places.outcomes += [w.outcome(PLACE, *fate_of(text, w, found, rules)) for w, text in wanted]
    elif len(voices) > 1 and carried is not None:
        places.disputed[clause] = carried  # asked about once it is settled that the clause comes
    places.placements[clause] = chosen


def _in_the_base(anchor: Anchor, scenery: Scenery) -> Anchor:
    """A place beside a new clause, as the place in the base beside which that one is put."""
    beside = anchor.clause
    while beside is not None and anchor.where is not Where.IN and beside not in scenery.frame.parents:
        wish = next(iter(scenery.wishes.inserts.get(beside, ())), None)
        if wish is None:
            return scenery.placed_since[beside].anchor if beside in scenery.placed_since else anchor
        anchor = _anchor(wish)
        beside = anchor.clause
    return anchor


def _anchor(wish: Wish) -> Anchor:
    assert isinstance(wish.proposal, Move | Insert)
    return wish.proposal.anchor


def _agreed(wanted: list[tuple[Wish, str]], only: str, is_there: bool, rules: Rules) -> Iterator[Outcome]:
    first: Wish | None = None
    for wish, text in wanted:
        if text != only and wish.input.name in rules.yielding:
            yield taken_back(wish, PLACE, rules)
        elif is_there or text != only:
            yield wish.outcome(PLACE, Verdict.ALREADY_THERE, saying("it stands there"))
        elif first is None:
            first = wish
            yield wish.outcome(PLACE, Verdict.MERGED)
        else:
            yield repeated(wish, PLACE, first)


def _nothing_to_do(wish: Wish, rules: Rules) -> Outcome:
    if wish.input.name in rules.yielding:
        return taken_back(wish, PLACE, rules)
    return wish.outcome(PLACE, Verdict.ALREADY_THERE, saying("it stands there"))


def _refuse_circles(scenery: Scenery, standing: Standing, places: Places) -> None:
    moved_out = {c for gone in standing.removed for c in scenery.frame.subtree(gone) if c not in standing.removed}
    refused = circles(scenery.frame, list(places.placements.values()), moved_out)
    if not refused:
        return
    places.placements = {c: p for c, p in places.placements.items() if c not in refused}
    why = saying("together with another move it would put the clause into itself")
    kept = [o for o in places.outcomes if o.clause not in refused]
    places.outcomes = kept + [
        wish.outcome(PLACE, Verdict.REFUSED, why)
        for clause in sorted(refused)
        for wish in scenery.wishes.moves.get(clause, ())
    ]
