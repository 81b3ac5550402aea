"""Proposals of one input that cannot all be followed: the unit must say which it means."""

from collections.abc import Iterable, Iterator

from loi_cli.files.codes import Code
from loi_cli.files.page import Page
from loi_cli.i18n import _
from loi_cli.model.inputs import Delete, Insert, Move, Position, Proposal, Remark, Replace, Reword
from loi_cli.model.problems import Place


def refuse_contradictions(proposals: Iterable[Proposal], page: Page) -> None:
    """Add a problem for each proposal that an earlier one of the same input leaves no room for."""
    said: dict[tuple[str, ...], Place] = {}
    changed: dict[str, Place] = {}
    deleted: dict[str, Place] = {}
    for proposal in proposals:
        for claim, message in _claims(proposal):
            if claim in said:
                _refuse(proposal, said[claim], message, page)
            said.setdefault(claim, proposal.place)
        if isinstance(proposal, Remark | Position):
            continue
        if isinstance(proposal, Delete):
            deleted.setdefault(proposal.clause, proposal.place)
        else:
            changed.setdefault(proposal.clause, proposal.place)
        if proposal.clause in deleted and proposal.clause in changed:
            other = changed if isinstance(proposal, Delete) else deleted
            _refuse(proposal, other[proposal.clause], _("`{clause}` is deleted and changed at once"), page)


def _refuse(proposal: Proposal, first: Place, message: str, page: Page) -> None:
    page.error(
        Code.CONTRADICTION,
        _("{what}: in line {first} and here in line {second}").format(
            what=message.format(clause=proposal.clause), first=first.line, second=proposal.place.line
        ),
        proposal.place,
        _("keep the one that is meant, or put both into one proposal"),
    )


def _claims(proposal: Proposal) -> Iterator[tuple[tuple[str, ...], str]]:
    """What a proposal claims for itself alone, and what to say when it is claimed twice.

    Two replacements of different words in one text add up; a whole wording leaves no room for another.
    """
    clause = proposal.clause
    if isinstance(proposal, Reword | Insert):
        for field, wordings in (("text", proposal.text), ("heading", proposal.heading)):
            for language in wordings:
                yield (clause, field, language), _("`{clause}` is worded twice in one language")
    if isinstance(proposal, Insert):
        yield (clause, "insert"), _("`{clause}` is inserted twice")
    if isinstance(proposal, Move | Insert):
        yield (clause, "place"), _("`{clause}` is placed twice")
    if isinstance(proposal, Delete):
        yield (clause, "delete"), _("`{clause}` is deleted twice")
    if isinstance(proposal, Replace):
        for field, changes in (("text", proposal.text), ("heading", proposal.heading)):
            for language, change in changes.items():
                yield (clause, field, language, change.old), _("the same words of `{clause}` are replaced twice")
