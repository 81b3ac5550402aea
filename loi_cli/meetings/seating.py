"""Who is who at the table: delegations in order of precedence, own side first."""

from loi_cli.model.meetings import Delegate, Meeting, Role

PRECEDENCE = (Role.HEAD, Role.DEPUTY, Role.MEMBER, Role.SECRETARY, Role.INTERPRETER)
"""The order of a delegation list. Within a role the order of the meeting file is the protocol's own, and is kept."""


def ranked(delegates: tuple[Delegate, ...]) -> tuple[Delegate, ...]:
    """The delegates in order of precedence."""
    return tuple(sorted(delegates, key=lambda delegate: PRECEDENCE.index(delegate.role)))


def delegations(meeting: Meeting, parties: tuple[str, ...], first: str) -> dict[str, tuple[Delegate, ...]]:
    """Each party's delegates in order, the party `first` before the others; a party that named nobody has none."""
    order = sorted(parties, key=lambda code: code != first)
    return {code: ranked(meeting.delegations.get(code, ())) for code in order}
