"""Which papers a packet holds, and which are missing and why."""

from datetime import date

from loi_cli.meetings.packet_list import Lack, Missing, Paper, Stock, allowed, packet_list
from loi_cli.model.meetings import Delegate, Figure, Role
from tests.meetings.samples import item, meeting

FULL = Stock(earlier_version=True, inputs=True, points=True, positions=True, open_points=True)
EMPTY = Stock(earlier_version=False, inputs=False, points=False, positions=False, open_points=False)
FIGURE = Figure({"en": "Exports"}, "1", {"en": "t"}, "2021", "an office", date(2022, 1, 1))
SEATED = {"IDN": (Delegate(role=Role.HEAD, title={"en": "Director-General"}),)}


def test_our_own_delegation_gets_every_paper_in_order() -> None:
    held = meeting(item("a"), delegations=SEATED, figures=(FIGURE,))
    assert packet_list(held, FULL._replace(numbered=True), for_party=False).papers == tuple(Paper)
    assert packet_list(held, FULL, for_party=False).papers == tuple(Paper)[1:]


def test_papers_that_the_agenda_names_come_as_it_names_them() -> None:
    named = item("a", papers=("briefing",)), item("b", papers=("matrix", "delegations", "loi"))
    held = packet_list(meeting(*named, delegations=SEATED, figures=(FIGURE,)), FULL, for_party=False).papers
    assert held[:3] == (Paper.AGENDA, Paper.RUNDOWN, Paper.DELEGATIONS)
    assert held[3:] == (Paper.BRIEFING, Paper.MATRIX, Paper.TEXT, Paper.REDLINE, Paper.POSITIONS, Paper.TALKING_POINTS)


def test_what_cannot_be_made_is_missing_with_a_reason() -> None:
    found = packet_list(meeting(), EMPTY, for_party=False)
    assert found.papers == (Paper.TEXT,)
    assert found.missing == (
        Missing("agenda", Lack.NO_AGENDA),
        Missing("rundown", Lack.NO_AGENDA),
        Missing("delegations", Lack.NO_DELEGATES),
        Missing("redline", Lack.ONE_VERSION),
        Missing("matrix", Lack.NO_INPUTS),
        Missing("positions", Lack.NO_POSITIONS),
        Missing("talking-points", Lack.NO_POINTS),
        Missing("briefing", Lack.NO_FIGURES),
    )


def test_a_paper_that_only_the_agenda_knows_is_missing_too() -> None:
    held = meeting(item("a", papers=("redline", "country-profile")), delegations=SEATED)
    missing = packet_list(held, FULL, for_party=False).missing
    assert missing == (Missing("briefing", Lack.NO_FIGURES), Missing("country-profile", Lack.UNKNOWN))


def test_a_party_gets_four_papers() -> None:
    found = packet_list(meeting(item("a"), delegations=SEATED), FULL, for_party=True)
    assert found.papers == (Paper.AGENDA, Paper.RUNDOWN, Paper.DELEGATIONS, Paper.TEXT)
    assert found.missing == ()


def test_a_party_gets_redline_and_open_points_where_the_agenda_hands_them_out() -> None:
    held = meeting(item("a", papers=("redline", "matrix")), delegations=SEATED)
    assert packet_list(held, FULL, for_party=True).papers == (
        Paper.AGENDA, Paper.RUNDOWN, Paper.DELEGATIONS, Paper.REDLINE, Paper.MATRIX, Paper.TEXT,
    )  # fmt: skip
    assert packet_list(held, EMPTY, for_party=True).missing == (
        Missing("redline", Lack.ONE_VERSION),
        Missing("matrix", Lack.NO_OPEN_POINTS),
    )


def test_talking_points_never_go_to_a_party_whatever_the_agenda_says() -> None:
    held = meeting(item("a", papers=("talking-points", "country-profile")))
    assert Paper.TALKING_POINTS not in allowed(held)
    assert all(missing.paper in ("delegations",) for missing in packet_list(held, EMPTY, for_party=True).missing)
