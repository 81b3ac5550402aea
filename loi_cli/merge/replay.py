"""The text that a set of inputs and decisions gives, whatever machine, order or batches they arrived in.

A merge never adds to the newest text: it starts from the root and goes through the bases that inputs were written
against, oldest first. At each base all its inputs are merged at once, together with what became of that base since.
So the same inputs and decisions give the same text, and a join of two heads is the merge of both their sets.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from loi_cli.merge.outcomes import Outcome, Verdict
from loi_cli.merge.rules import Rules
from loi_cli.merge.step import merge_step
from loi_cli.model.conflicts import EXISTS, PLACE
from loi_cli.model.inputs import Delete, Input, Insert, Move, Replace, Reword
from loi_cli.model.text import Text
from loi_cli.model.words import Side


@dataclass(frozen=True, slots=True)
class Base:
    """A text that inputs were written against; `holds` names the inputs merged into it, `number` orders bases."""

    text_hash: str
    number: int
    text: Text
    holds: frozenset[str]


@dataclass(frozen=True, slots=True)
class Replayed:
    text: Text
    outcomes: tuple[Outcome, ...]


def replay(bases: Sequence[Base], inputs: Mapping[str, Sequence[Input]], rules: Rules) -> Replayed:
    """Merge everything. `bases` begins with the root; `inputs` are keyed by the hash of their base's text.

    An input that says `replaces` takes the earlier one's sides out of whatever is still in dispute; words of the
    earlier one that were merged stay.
    """
    everybody = [one for some in inputs.values() for one in some]
    replaced = {one.replaces: one.name for one in everybody if one.replaces}
    skip: frozenset[tuple[str, str, str]] = frozenset()
    taken_back: list[Outcome] = []
    while True:
        result = _replayed(bases, inputs, skip, rules)
        disputed = [o for o in result.outcomes if o.input in replaced and o.verdict is Verdict.CONFLICT]
        if not disputed:
            return Replayed(result.text, (*result.outcomes, *taken_back))
        skip |= {(o.input, o.clause, o.field) for o in disputed}
        taken_back += [_superseded(o, replaced[o.input]) for o in disputed]


def _superseded(outcome: Outcome, by: str) -> Outcome:
    return Outcome(
        input=outcome.input,
        side=outcome.side,
        proposal=outcome.proposal,
        clause=outcome.clause,
        field=outcome.field,
        verdict=Verdict.SUPERSEDED,
        why=by,
        place=outcome.place,
    )


def _replayed(
    bases: Sequence[Base], inputs: Mapping[str, Sequence[Input]], skip: frozenset[tuple[str, str, str]], rules: Rules
) -> Replayed:
    root, *later = sorted(bases, key=lambda b: (b.number, b.text_hash))
    everybody = [one for some in inputs.values() for one in some]
    step = merge_step(root.text, inputs.get(root.text_hash, ()), None, _nobody, skip, rules)
    outcomes = list(step.outcomes)
    text = step.text
    done = {one.name for one in inputs.get(root.text_hash, ())}
    for base in later:
        here = inputs.get(base.text_hash, ())
        if not here:
            continue
        between = [one for one in everybody if one.name in done and one.name not in base.holds]
        step = merge_step(base.text, here, text, _SidesSince(between), skip, rules)
        text = step.text
        outcomes += step.outcomes
        done |= {one.name for one in here}
    return Replayed(text, tuple(outcomes))


def _nobody(_clause: str, _field: str) -> tuple[Side, ...]:
    return ()


class _SidesSince:
    """Who changed what since a base, looked up in the inputs that it does not hold."""

    def __init__(self, inputs: Sequence[Input]) -> None:
        self._by_field: dict[tuple[str, str], list[Side]] = {}
        for one in inputs:
            side = Side(one.side, one.name)
            for proposal in one.proposals:
                names: list[str] = []
                if isinstance(proposal, Reword | Replace):
                    names = [f"text.{x}" for x in proposal.text] + [f"heading.{x}" for x in proposal.heading]
                elif isinstance(proposal, Insert | Delete):
                    names = [EXISTS]
                elif isinstance(proposal, Move):
                    names = [PLACE]
                for name in names:
                    self._by_field.setdefault((proposal.clause, name), []).append(side)

    def __call__(self, clause: str, field: str) -> tuple[Side, ...]:
        return tuple(dict.fromkeys(self._by_field.get((clause, field), ())))

