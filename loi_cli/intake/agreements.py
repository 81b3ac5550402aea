"""What the parties agreed on, and what has become of it since."""

from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from loi_cli.history.names import NoSuchVersion, version_named
from loi_cli.intake.opening import OpenDossier
from loi_cli.intake.register import Register
from loi_cli.merge.agreed_words import fingerprints
from loi_cli.merge.arrangement import Frame
from loi_cli.merge.proposals import fields_of
from loi_cli.model.conflicts import conflicts_of_clause
from loi_cli.model.inputs import Delete, Input, Insert, Instruct, Move, Proposal, Reword
from loi_cli.model.records import Agreement
from loi_cli.model.text import Clause, Text
from loi_cli.model.words import shown


class Agreed(NamedTuple):
    """How a clause stands that was agreed on, by itself or with one that holds it.

    `unchanged`: it reads as it did, and nothing of it is in dispute. `reopened_by` are the later inputs that ask for
    something else: those that wait, and those whose words stand in the text or in a bracket by now.
    """

    agreement: Agreement
    unchanged: bool
    reopened_by: tuple[Input, ...] = ()

    @property
    def is_reopened(self) -> bool:
        return bool(self.reopened_by) or not self.unchanged


def agreed(opened: OpenDossier, text: Text) -> dict[str, Agreed]:
    """The clauses of a text on which there is an agreement, in reading order, as far as the text alone tells."""
    return {clause: Agreed(agreement=a, unchanged=ok) for clause, a, ok in _bound(opened.agreements, text)}


def agreed_now(register: Register, text: Text) -> dict[str, Agreed]:
    """The clauses of a text on which there is an agreement, each with the later inputs that reopen it.

    An input is later when the version agreed on does not hold it. One that repeats the agreed words reopens nothing,
    nor one that was withdrawn, nor one that was merged and changed nothing: it was decided otherwise. What was agreed
    as waiting decisions settle it is neither agreed nor reopened until the next merge.
    """
    settled = {decision.conflict for decision in register.waiting_decisions}
    clauses = text.by_id()
    found: dict[str, Agreed] = {}
    waiting = {one.name for one in register.waiting}
    asking: dict[str, list[tuple[str, Input]]] = {}
    for clause, agreement, unchanged in _bound(register.opened.agreements, text):
        if not unchanged and _is_to_come(clauses.get(clause), settled):
            continue
        if agreement.name not in asking:
            asking[agreement.name] = list(_asking(agreement, register))
        inputs = {one.name: one for about, one in asking[agreement.name] if about == clause}
        by = tuple(one for one in inputs.values() if not unchanged or one.name in waiting)
        found[clause] = Agreed(agreement=agreement, unchanged=unchanged, reopened_by=by)
    return found


def _bound(agreements: Iterable[Agreement], text: Text) -> Iterator[tuple[str, Agreement, bool]]:
    """Every clause that an agreement binds, with the latest of those that do, and whether it still reads so; those that
    are gone come last."""
    clauses = text.by_id()
    latest: dict[str, Agreement] = {}
    for agreement in sorted(agreements, key=lambda a: (a.date, a.at, a.name)):
        latest |= dict.fromkeys(agreement.words, agreement)
    current: dict[str, str] = {}
    for clause in clauses:
        if clause not in latest:
            continue
        if clause not in current:
            current |= fingerprints(clause, text)
        reads_so = latest[clause].words[clause] == current[clause]
        yield clause, latest[clause], reads_so and not any(conflicts_of_clause(clauses[clause]))
    yield from ((clause, agreement, False) for clause, agreement in latest.items() if clause not in clauses)


def _is_to_come(clause: Clause | None, settled: Collection[str]) -> bool:
    """Whether all that is open in a clause was settled, and waits for the next merge."""
    still_open = {conflict.id for conflict in conflicts_of_clause(clause)} if clause is not None else set()
    return bool(still_open) and still_open <= set(settled)


def _asking(agreement: Agreement, register: Register) -> Iterator[tuple[str, Input]]:
    """The inputs, not yet known when it was agreed, that ask for something else, each with the clause it is about."""
    try:
        header = version_named(agreement.version, register.headers)
    except NoSuchVersion:
        return  # a version that has not come over yet
    version = register.opened.store.version(header) if register.opened.headers else register.root
    known = {one.name for one in version.inputs}
    frame = Frame.of(version.text)
    for one in register.inputs:
        if one.name in known or one.name in register.withdrawn:
            continue
        for proposal in one.proposals:
            if _asks(proposal, version.text):
                yield from ((clause, one) for clause in _about(proposal, frame) if clause in agreement.words)


def _asks(proposal: Proposal, text: Text) -> bool:
    """Whether a proposal wants something else than the text has."""
    clause = text.by_id().get(proposal.clause)
    if isinstance(proposal, Reword) and clause is not None:
        headings = any(shown(clause.heading.get(lang, ())) != words for lang, words in proposal.heading.items())
        return headings or any(shown(clause.text.get(lang, ())) != words for lang, words in proposal.text.items())
    return bool(fields_of(proposal)) or isinstance(proposal, Instruct)


def _about(proposal: Proposal, frame: Frame) -> tuple[str, ...]:
    """The clause that a proposal names; with it those that it takes away, or the one that it puts something into."""
    if isinstance(proposal, Delete):
        return tuple(frame.subtree(proposal.clause))
    gap = frame.gap(proposal.anchor) if isinstance(proposal, Insert | Move) else None
    return (proposal.clause, gap.parent) if gap and gap.parent else (proposal.clause,)
