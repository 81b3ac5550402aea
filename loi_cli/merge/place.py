"""Where clauses stand: moves, and moves that contradict each other."""

from dataclasses import dataclass, field

from loi_cli.i18n import _
from loi_cli.merge.alignment import longest_rising
from loi_cli.merge.arrangement import Frame, Placement, circles
from loi_cli.merge.existence import SidesSince, Standing, bracket_of, fate_of, ruled
from loi_cli.merge.outcomes import Outcome, Verdict
from loi_cli.merge.proposals import Wish, Wishes
from loi_cli.merge.rules import Rules
from loi_cli.model.conflicts import PLACE
from loi_cli.model.inputs import Anchor, Insert, Move, Where
from loi_cli.model.text import Text
from loi_cli.model.words import Bracket, Side


@dataclass(slots=True)
class Places:
    """Every clause that does not stay where the base has it, and the disputes about places."""

    placements: list[Placement] = field(default_factory=list)
    disputed: dict[str, Bracket] = field(default_factory=dict)
    outcomes: list[Outcome] = field(default_factory=list)


def who_goes_where(
    frame: Frame, wishes: Wishes, standing: Standing, since: Text | None, since_sides: SidesSince, rules: Rules
) -> Places:
    """Settle every move; contradicting ones leave the clause where it was, as a conflict of its place."""
    places = Places()
    since_places = placements_since(frame, since) if since else {}
    carried = {c.id: c.place for c in since or () if c.place is not None}
    for clause in dict.fromkeys([*wishes.moves, *since_places, *carried]):
        if clause in standing.removed or clause in standing.newcomers:
            continue
        _one_move(clause, frame, wishes.moves.get(clause, []), since_places.get(clause), carried.get(clause),
                  since_sides, rules, places)  # fmt: skip
    for clause in standing.newcomers:
        if clause in since_places:
            places.placements.append(since_places[clause])
        else:
            wish = standing.placed_by[clause]
            assert isinstance(wish.proposal, Insert)
            places.placements.append(Placement(clause, wish.proposal.anchor, _key(wish, rules)))
    _refuse_circles(frame, wishes, places)
    return places


def placements_since(frame: Frame, since: Text) -> dict[str, Placement]:
    """New and moved clauses of a later text, each by the neighbour before it."""
    out: dict[str, Placement] = {}
    for parent, children in since.children().items():
        known = [c for c in children if c in frame.parents and frame.parents[c] == parent]
        order = {c: k for k, c in enumerate(frame.children.get(parent, []))}
        kept_indices = longest_rising([order[c] for c in known])
        kept = {c for k, c in enumerate(known) if k in kept_indices}
        for index, clause in enumerate(children):
            if clause in kept:
                continue
            if index:
                anchor = Anchor(Where.AFTER, children[index - 1])
            else:
                first = next((c for c in frame.children.get(parent, []) if c in kept), None)
                anchor = Anchor(Where.BEFORE, first) if first else Anchor(Where.IN, parent)
            out[clause] = Placement(clause, anchor, ((-1, ""), "", index))
    return out


def _key(wish: Wish, rules: Rules) -> tuple[object, ...]:
    return (rules.rank(wish.side.name), wish.side.source, wish.index)


def _one_move(
    clause: str,
    frame: Frame,
    wanted: list[Wish],
    since: Placement | None,
    carried: Bracket | None,
    since_sides: SidesSince,
    rules: Rules,
    places: Places,
) -> None:
    here = frame.place_of(clause)
    voices: dict[str, list[Side]] = {}
    anchors: dict[str, Placement] = {}
    spoken: dict[int, str] = {}
    for wish in sorted(wanted, key=lambda w: (rules.rank(w.side.name), w.side.source)):
        assert isinstance(wish.proposal, Move)
        text = frame.spoken(wish.proposal.anchor, clause)
        spoken[id(wish)] = text
        voices.setdefault(text, []).append(wish.side)
        anchors.setdefault(text, Placement(clause, wish.proposal.anchor, _key(wish, rules)))
    if since is not None:
        text = frame.spoken(since.anchor, clause)
        anchors[text] = since
        if wanted:
            voices.setdefault(text, []).extend(since_sides(clause, PLACE) or (Side("since", ""),))
        else:
            voices.setdefault(text, [])
    for reading in carried.readings if carried else ():
        voices.setdefault(reading.text, []).extend(reading.sides)
    if carried is None:
        voices.pop(here, None)  # who wants the clause where it is has no quarrel with those who leave it alone
    outsiders = {w.side for w in wanted if w.outsider}
    if not voices:
        places.outcomes += [w.outcome(PLACE, Verdict.ALREADY_THERE, _("it stands there")) for w in wanted]
        return
    only = next(iter(voices))
    if carried is None and len(voices) == 1 and (since is not None or any(s not in outsiders for s in voices[only])):
        places.placements.append(anchors[only])
        merged = since is not None
        for wish in sorted(wanted, key=lambda w: _key(w, rules)):
            same = spoken[id(wish)] != only or merged
            places.outcomes.append(wish.outcome(PLACE, Verdict.ALREADY_THERE if same else Verdict.MERGED))
            merged = True
        return
    bracket = bracket_of(here, voices, rules, outsiders)
    settled = ruled(clause, PLACE, bracket, rules)
    if settled is None:
        places.disputed[clause] = bracket
    elif settled[0] in anchors:
        places.placements.append(anchors[settled[0]])
    places.outcomes += [
        w.outcome(PLACE, *fate_of(spoken[id(w)], settled, bracket, clause, PLACE)) for w in wanted
    ]


def _refuse_circles(frame: Frame, wishes: Wishes, places: Places) -> None:
    refused = circles(frame, places.placements)
    if not refused:
        return
    places.placements = [p for p in places.placements if p.clause not in refused]
    why = _("together with another move it would put the clause into itself")
    kept = [o for o in places.outcomes if o.clause not in refused]
    places.outcomes = kept + [
        wish.outcome(PLACE, Verdict.REFUSED, why) for clause in sorted(refused) for wish in wishes.moves.get(clause, ())
    ]
