"""Changes wanted whose wording was left to the directorate, and the inputs that answer them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Protocol

from loi_cli.i18n import saying
from loi_cli.merge.arrangement import Frame
from loi_cli.merge.outcomes import Outcome, Verdict
from loi_cli.model.inputs import Delete, Input, Insert, Replace, Reword, Where
from loi_cli.model.text import Text


class Read(Protocol):
    """A text that inputs were written against."""

    @property
    def key(self) -> str: ...

    @property
    def text(self) -> Text: ...


def answered(
    outcomes: Sequence[Outcome],
    bases: Sequence[Read],
    inputs: Mapping[str, Sequence[Input]],
    held: Mapping[str, frozenset[str]],
) -> Iterator[Outcome]:
    """The outcomes, each open instruction that a later input of home answers as merged.

    An answer comes from who has read the instruction, and words, deletes or inserts something at its clause or below.
    """
    touched = [(one, _touched(one, base.text)) for base in bases for one in inputs.get(base.key, ()) if not one.party]
    for outcome in outcomes:
        answer = None
        if outcome.verdict is Verdict.OPEN:
            answers = (one for one, clauses in touched if outcome.input in held[one.name] and outcome.clause in clauses)
            answer = next(answers, None)
        if answer is None:
            yield outcome
        else:
            why = saying("answered by {input}", input=answer.name)
            yield replace(outcome, verdict=Verdict.MERGED, why=why)


def _touched(one: Input, text: Text) -> set[str]:
    """The clauses at which or below which an input words, deletes or inserts."""
    frame = Frame.of(text)
    inserted = {p.clause: p.anchor for p in one.proposals if isinstance(p, Insert)}

    def above(clause: str) -> str | None:
        if clause not in inserted:
            return frame.parents.get(clause)
        anchor = inserted[clause]
        return anchor.clause if anchor.where is Where.IN or anchor.clause is None else above(anchor.clause)

    out: set[str] = set()
    for proposal in one.proposals:
        if isinstance(proposal, Delete):
            out.update(frame.subtree(proposal.clause))
        if isinstance(proposal, Reword | Replace | Delete | Insert):
            clause: str | None = proposal.clause
            while clause is not None:
                out.add(clause)
                clause = above(clause)
    return out
