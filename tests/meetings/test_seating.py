"""Delegations in order of precedence."""

from loi_cli.meetings.seating import PRECEDENCE, delegations, ranked
from loi_cli.model.meetings import Delegate, Role
from tests.meetings.samples import meeting


def seat(role: Role, title: str) -> Delegate:
    return Delegate(role=role, title={"en": title})


def test_head_first_interpreter_last_and_the_order_of_the_file_within_a_role() -> None:
    seats = (seat(Role.INTERPRETER, "i"), seat(Role.MEMBER, "b"), seat(Role.HEAD, "h"), seat(Role.MEMBER, "a"))
    assert [one.title["en"] for one in ranked(seats)] == ["h", "b", "a", "i"]


def test_every_role_has_its_rank() -> None:
    assert set(PRECEDENCE) == set(Role)


def test_the_party_that_the_list_is_for_comes_first_and_nobody_is_left_out() -> None:
    held = meeting(delegations={"IDN": (seat(Role.HEAD, "h"),)})
    assert list(delegations(held, ("IDN", "BLR"), first="BLR").items()) == [
        ("BLR", ()),
        ("IDN", (seat(Role.HEAD, "h"),)),
    ]
