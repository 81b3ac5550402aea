"""Changes wanted whose wording was left to the directorate, and the inputs that answer them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Protocol

from loi_cli.i18n import saying
from loi_cli.merge.arrangement import Frame
from loi_cli.merge.outcomes import Outcome, Verdict
from loi_cli.merge.staleness import waits_for
from loi_cli.model.inputs import Anchor, Delete, Input, Insert, Move, Replace, Reword, Where
from loi_cli.model.text import Clause, Text


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

    An answer comes from who has read the instruction, and words, deletes, inserts or moves something at its clause or
    below: what was wanted may be another place as well as other words. A translation says nothing new: it answers none.
    """
    if all(outcome.verdict is not Verdict.OPEN for outcome in outcomes):
        yield from outcomes
        return
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
    """The clauses at which or below which an input words, deletes, inserts or moves; a move, where it takes from and
    where it puts to."""
    frame, clauses = Frame.of(text), text.by_id()
    inserted = {p.clause: p.anchor for p in one.proposals if isinstance(p, Insert)}

    def holder(anchor: Anchor) -> str | None:
        return anchor.clause if anchor.where is Where.IN or anchor.clause is None else above(anchor.clause)

    def above(clause: str) -> str | None:
        return holder(inserted[clause]) if clause in inserted else frame.parents.get(clause)

    out: set[str] = set()
    for proposal in one.proposals:
        reached: list[str | None] = []
        if isinstance(proposal, Delete):
            out.update(frame.subtree(proposal.clause))
        words = isinstance(proposal, Reword | Replace) and not _translates(proposal, clauses)
        if words or isinstance(proposal, Delete | Insert | Move):
            reached.append(proposal.clause)
        if isinstance(proposal, Move):
            reached.append(holder(proposal.anchor))
        for clause in reached:
            while clause is not None:
                out.add(clause)
                clause = above(clause)
    return out


def _translates(proposal: Reword | Replace, clauses: Mapping[str, Clause]) -> bool:
    """Whether it only brings languages up to date whose words waited for a translator."""
    clause = clauses.get(proposal.clause)
    if clause is None or proposal.heading or not proposal.text:
        return False
    return all(waits_for(clause, language) for language in proposal.text)
