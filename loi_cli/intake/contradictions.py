"""Proposals of one input that cannot all be followed: the unit must say which it means."""

from collections.abc import Iterator, Sequence

from loi_cli.files.codes import Code
from loi_cli.files.page import Page
from loi_cli.i18n import _
from loi_cli.model.inputs import Delete, Insert, Instruct, Move, Proposal, Replace, Reword
from loi_cli.model.problems import Place

Claim = tuple[str, ...]
"""What a proposal claims: its kind, the clause, and what of it."""

_CHANGES = (Reword, Replace, Insert, Move, Instruct)


def refuse_contradictions(proposals: Sequence[Proposal], page: Page) -> None:
    """Add a problem for each proposal that an earlier one of the same input leaves no room for."""
    if len({proposal.clause for proposal in proposals}) == len(proposals):
        return
    said: dict[Claim, Place] = {}
    for proposal in proposals:
        for claim, clashes in _claims(proposal):
            for clash in clashes:
                if clash in said:
                    _refuse(proposal, said[clash], claim[0], page)
                    break
            said.setdefault(claim, proposal.place)


def _claims(proposal: Proposal) -> Iterator[tuple[Claim, tuple[Claim, ...]]]:
    """Each claim of a proposal, and the earlier claims that it cannot stand beside.

    A whole wording leaves no room for another one, nor for replaced words; two replacements of different words in one
    text add up; a clause is placed once; and what is deleted is not changed.
    """
    clause = proposal.clause
    if isinstance(proposal, Delete):
        deleted: Claim = ("deleted", clause)
        yield deleted, (deleted, ("changed", clause))
        return
    if isinstance(proposal, _CHANGES):
        yield ("changed", clause), (("deleted", clause),)
    if isinstance(proposal, (Insert, Move)):
        placed: Claim = ("placed", clause)
        yield placed, (placed,)
    if isinstance(proposal, (Reword, Insert)):
        for field, language in _fields(proposal):
            worded: Claim = ("worded", clause, field, language)
            yield worded, (worded, ("partly", clause, field, language))
    elif isinstance(proposal, Replace):
        for field, language in _fields(proposal):
            changes = proposal.text if field == "text" else proposal.heading
            yield ("partly", clause, field, language), (("worded", clause, field, language),)
            words: Claim = ("replaced", clause, field, language, changes[language].old)
            yield words, (words,)


def _fields(proposal: Reword | Insert | Replace) -> Iterator[tuple[str, str]]:
    for language in proposal.text:
        yield "text", language
    for language in proposal.heading:
        yield "heading", language


def _refuse(proposal: Proposal, first: Place, claimed: str, page: Page) -> None:
    messages = {
        "worded": _("`{clause}` is worded twice in one language"),
        "partly": _("`{clause}` is worded twice in one language"),
        "replaced": _("the same words of `{clause}` are replaced twice"),
        "placed": _("`{clause}` is placed twice"),
        "deleted": _("`{clause}` is deleted and changed, or deleted twice"),
        "changed": _("`{clause}` is deleted and changed"),
    }
    page.error(
        Code.CONTRADICTION,
        _("{what}: in line {first} and here in line {second}").format(
            what=messages[claimed].format(clause=proposal.clause), first=first.line, second=proposal.place.line
        ),
        proposal.place,
        _("keep the one that is meant, or put both into one proposal"),
    )
