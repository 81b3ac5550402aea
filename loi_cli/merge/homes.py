"""Clauses whose place is gone: no clause is lost because of where it should have stood."""

from collections.abc import Collection, Iterator

from loi_cli.i18n import saying
from loi_cli.merge.arrangement import Frame, Placement
from loi_cli.merge.existence import Standing
from loi_cli.merge.outcomes import Outcome, Verdict
from loi_cli.merge.place import Places
from loi_cli.merge.scenery import Scenery
from loi_cli.model.conflicts import EXISTS, PLACE
from loi_cli.model.inputs import Anchor, Insert, Move, Where


def settle_homeless(scenery: Scenery, standing: Standing, places: Places) -> None:
    """A new clause in one that does not stand goes with it, and is answered so; beside one that does not stand, it
    stands where that one would have stood. A clause of the base whose new place is gone stays where it was, or goes
    with the clause that held it."""
    placements = places.placements
    for clause, placement in placements.items():
        placements[clause] = placement._replace(anchor=_anchor(placement.anchor, scenery, standing))
    while lost := _homeless(scenery.frame, standing, placements):
        for clause in lost:
            if clause in scenery.frame.parents and _above(clause, scenery.frame, standing) is None:
                why = saying("the place that it should go to is gone")
                places.outcomes = list(_told(clause, Verdict.REFUSED, why, scenery, places.outcomes))
                del placements[clause]
            elif clause in scenery.frame.parents:
                why = saying("the clause was deleted")
                places.outcomes = list(_told(clause, Verdict.SUPERSEDED, why, scenery, places.outcomes))
                del placements[clause]
                standing.removed.update(scenery.frame.subtree(clause))
            else:
                del placements[clause]
                del standing.newcomers[clause]
                standing.outcomes = list(_gone_with_it(clause, scenery, standing.outcomes))
    for clause in scenery.frame.parents:
        if clause in standing.removed or clause in placements:
            continue
        if _above(clause, scenery.frame, standing, placements):
            _stay(clause, scenery, standing, placements)


def _anchor(anchor: Anchor, scenery: Scenery, standing: Standing) -> Anchor:
    """The place beside a new clause that does not stand is the place where that one would have stood."""
    seen: set[str] = set()
    while anchor.where is not Where.IN and anchor.clause is not None and anchor.clause not in seen:
        if anchor.clause in scenery.frame.parents or anchor.clause in standing.newcomers:
            break
        seen.add(anchor.clause)
        wish = next(iter(scenery.wishes.inserts.get(anchor.clause, ())), None)
        if wish is None or not isinstance(wish.proposal, Insert):
            break
        anchor = wish.proposal.anchor
    return anchor


def _homeless(frame: Frame, standing: Standing, placements: dict[str, Placement]) -> list[str]:
    """Clauses placed in one that does not stand, or beside a new one that does not."""
    out: list[str] = []
    for clause, placement in placements.items():
        anchor = placement.anchor
        gap = frame.gap(anchor)
        if gap is None:
            lost = anchor.clause not in placements
        else:
            lost = gap.parent is not None and gap.parent in standing.removed
        if lost:
            out.append(clause)
    return out


def _stay(clause: str, scenery: Scenery, standing: Standing, placements: dict[str, Placement]) -> None:
    """A clause that was to be moved out of one that goes, to a place in dispute: meanwhile where the first asks; one
    that was to be moved within it goes with it."""
    for wish in scenery.wishes.moves.get(clause, ()):
        assert isinstance(wish.proposal, Move)
        placement = Placement(clause, wish.proposal.anchor, ((-1, ""), "", 0))
        if not _homeless(scenery.frame, standing, {**placements, clause: placement}):
            placements[clause] = placement
            return
    standing.removed.update(scenery.frame.subtree(clause))


def _above(clause: str, frame: Frame, standing: Standing, placed: Collection[str] = ()) -> str | None:
    """The uppermost clause that held this one and does not stand; None where all stand, up to one that was moved."""
    top, above = None, frame.parents[clause]
    while above is not None and above not in placed:
        top = above if above in standing.removed else top
        above = frame.parents[above]
    return top


def _told(clause: str, verdict: Verdict, why: str, scenery: Scenery, outcomes: list[Outcome]) -> Iterator[Outcome]:
    yield from (o for o in outcomes if (o.clause, o.field) != (clause, PLACE))
    for wish in scenery.wishes.moves.get(clause, ()):
        yield wish.outcome(PLACE, verdict, why)


def _gone_with_it(clause: str, scenery: Scenery, outcomes: list[Outcome]) -> Iterator[Outcome]:
    yield from (o for o in outcomes if (o.clause, o.field) != (clause, EXISTS))
    for wish in scenery.wishes.inserts.get(clause, ()):
        yield wish.outcome(EXISTS, Verdict.SUPERSEDED, saying("the clause that it should stand in does not stand"))
