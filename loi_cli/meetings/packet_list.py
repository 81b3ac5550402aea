"""Which papers a packet holds, in which order, and which are missing and why.

Our own delegation gets everything. A party gets what an allow-list names; two more papers only where the agenda itself
hands them out, because a person wrote them there.
"""

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from loi_cli.model.meetings import AgendaItem, Meeting


class Paper(StrEnum):
    """The papers of a packet. Those of the meeting as a whole come first; the others as the agenda names them, then
    those that it does not name, in this order."""

    DISTRIBUTION = "distribution"
    AGENDA = "agenda"
    RUNDOWN = "rundown"
    DELEGATIONS = "delegations"
    TEXT = "loi"
    REDLINE = "redline"
    MATRIX = "matrix"
    POSITIONS = "positions"
    TALKING_POINTS = "talking-points"
    BRIEFING = "briefing"


_OF_THE_WHOLE = (Paper.DISTRIBUTION, Paper.AGENDA, Paper.RUNDOWN, Paper.DELEGATIONS)

ALWAYS_FOR_A_PARTY = (Paper.AGENDA, Paper.RUNDOWN, Paper.DELEGATIONS, Paper.TEXT)
FOR_A_PARTY_WHEN_NAMED = (Paper.REDLINE, Paper.MATRIX)
"""Given to a party only where an agenda item lists them among its papers."""


BESIDE_IT = ("invitation", "plain-agenda", "attendance", "badges", "place-cards")
"""What a secretary needs besides, on sheets of its own."""
BESIDE_IT_FOR_A_PARTY = ("invitation",)


class Lack(StrEnum):
    """Why a paper is missing."""

    NO_AGENDA = "no-agenda"
    NO_DELEGATES = "no-delegates"
    ONE_VERSION = "one-version"
    NO_INPUTS = "no-inputs"
    NO_OPEN_POINTS = "no-open-points"
    NO_POINTS = "no-points"
    NO_POSITIONS = "no-positions"
    NO_FIGURES = "no-figures"
    UNKNOWN = "unknown"


class Missing(NamedTuple):
    """A paper that is not in the packet; `paper` is a name that the agenda may have made up."""

    paper: str
    lack: Lack


class PacketList(NamedTuple):
    papers: tuple[Paper, ...]
    missing: tuple[Missing, ...]


class Stock(NamedTuple):
    """What there is to make papers from: an earlier version, inputs, points for talks, positions, points open with the
    party. `numbered`: who holds which copy is written down."""

    earlier_version: bool
    inputs: bool
    points: bool
    positions: bool
    open_points: bool
    numbered: bool = False


def packet_list(meeting: Meeting, stock: Stock, *, for_party: bool) -> PacketList:
    """The papers in order and what is missing. A party is not told of papers that it would never get."""
    wanted = allowed(meeting) if for_party else _in_order(tuple(Paper), meeting)
    if not stock.numbered:
        wanted = tuple(paper for paper in wanted if paper is not Paper.DISTRIBUTION)
    lacks = _lacks(meeting, stock, for_party=for_party)
    missing = [Missing(paper, lacks[paper]) for paper in wanted if paper in lacks]
    if not for_party:
        missing += [Missing(name, Lack.UNKNOWN) for name in _named(meeting.agenda) if not _is_paper(name)]
    return PacketList(tuple(paper for paper in wanted if paper not in lacks), tuple(missing))


def allowed(meeting: Meeting) -> tuple[Paper, ...]:
    """The papers that may go to a party, in order, whether or not they can be made."""
    named = _named(meeting.agenda)
    may = (
        paper
        for paper in Paper
        if paper in ALWAYS_FOR_A_PARTY or (paper in FOR_A_PARTY_WHEN_NAMED and paper.value in named)
    )
    return _in_order(tuple(may), meeting)


def _in_order(papers: tuple[Paper, ...], meeting: Meeting) -> tuple[Paper, ...]:
    """In the order of the agenda."""
    named, every = _named(meeting.agenda), tuple(Paper)

    def rank(paper: Paper) -> tuple[int, int]:
        if paper in _OF_THE_WHOLE:
            return 0, every.index(paper)
        return (1, named.index(paper.value)) if paper.value in named else (2, every.index(paper))

    return tuple(sorted(papers, key=rank))


def _lacks(meeting: Meeting, stock: Stock, *, for_party: bool) -> dict[Paper, Lack]:
    """Why a paper cannot be made, for each that cannot."""
    rows = stock.open_points if for_party else stock.inputs
    found = {
        Paper.AGENDA: (bool(meeting.agenda), Lack.NO_AGENDA),
        Paper.RUNDOWN: (bool(meeting.agenda), Lack.NO_AGENDA),
        Paper.DELEGATIONS: (any(meeting.delegations.values()), Lack.NO_DELEGATES),
        Paper.REDLINE: (stock.earlier_version, Lack.ONE_VERSION),
        Paper.MATRIX: (rows, Lack.NO_OPEN_POINTS if for_party else Lack.NO_INPUTS),
        Paper.POSITIONS: (stock.positions, Lack.NO_POSITIONS),
        Paper.BRIEFING: (bool(meeting.figures), Lack.NO_FIGURES),
        Paper.TALKING_POINTS: (stock.points, Lack.NO_POINTS),
    }
    return {paper: lack for paper, (there, lack) in found.items() if not there}


def _named(agenda: Iterable[AgendaItem]) -> tuple[str, ...]:
    """The names of papers on the agenda, each once, in order."""
    return tuple(dict.fromkeys(name for item in agenda for name in item.papers))


def _is_paper(name: str) -> bool:
    return name in frozenset(Paper)
