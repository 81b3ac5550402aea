"""Which papers a packet holds, and which are missing and why."""

from loi_cli.meetings.packet_list import Lack, Missing, Paper, Stock, allowed, packet_list
from loi_cli.model.meetings import Delegate, Role
from tests.meetings.samples import item, meeting

FULL = Stock(earlier_version=True, inputs=True, points=True, open_points=True)
EMPTY = Stock(earlier_version=False, inputs=False, points=False, open_points=False)
SEATED = {"IDN": (Delegate(role=Role.HEAD, title={"en": "Director-General"}),)}


def test_our_own_delegation_gets_every_paper_in_order() -> None:
    assert packet_list(meeting(item("a"), delegations=SEATED), FULL, for_party=False).papers == tuple(Paper)


def test_what_cannot_be_made_is_missing_with_a_reason() -> None:
    found = packet_list(meeting(), EMPTY, for_party=False)
    assert found.papers == (Paper.TEXT,)
    assert found.missing == (
        Missing("agenda", Lack.NO_AGENDA),
        Missing("delegations", Lack.NO_DELEGATES),
        Missing("redline", Lack.ONE_VERSION),
        Missing("matrix", Lack.NO_INPUTS),
        Missing("talking-points", Lack.NO_POINTS),
    )


def test_a_paper_that_only_the_agenda_knows_is_missing_too() -> None:
    held = meeting(item("a", papers=("redline", "country-profile")), delegations=SEATED)
    assert packet_list(held, FULL, for_party=False).missing == (Missing("country-profile", Lack.UNKNOWN),)


def test_a_party_gets_three_papers() -> None:
    found = packet_list(meeting(item("a"), delegations=SEATED), FULL, for_party=True)
    assert found.papers == (Paper.AGENDA, Paper.DELEGATIONS, Paper.TEXT)
    assert found.missing == ()


def test_a_party_gets_redline_and_open_points_where_the_agenda_hands_them_out() -> None:
    held = meeting(item("a", papers=("redline", "matrix")), delegations=SEATED)
    assert packet_list(held, FULL, for_party=True).papers == tuple(Paper)[:5]
    assert packet_list(held, EMPTY, for_party=True).missing == (
        Missing("redline", Lack.ONE_VERSION),
        Missing("matrix", Lack.NO_OPEN_POINTS),
    )


def test_talking_points_never_go_to_a_party_whatever_the_agenda_says() -> None:
    held = meeting(item("a", papers=("talking-points", "country-profile")))
    assert Paper.TALKING_POINTS not in allowed(held)
    assert all(missing.paper in ("delegations",) for missing in packet_list(held, EMPTY, for_party=True).missing)
