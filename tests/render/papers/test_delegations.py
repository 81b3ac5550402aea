"""The delegation list."""

from loi_cli.model.meetings import Role
from loi_cli.render.papers import delegations, render_html
from tests.render.papers.samples import MEET, material, seat


def roles(receiver: str | None) -> list[list[str]]:
    parties = delegations.context(material(receiver))["parties"]
    assert isinstance(parties, list)
    return [[one["role"] for one in party["seats"]] for party in parties]


def test_the_party_that_the_paper_is_for_comes_first_each_in_order_of_precedence() -> None:
    ours = ["Head of delegation", "Member", "Interpreter"]
    assert roles("BLR") == [["Head of delegation"], ours]
    assert roles(None)[0] == ["Ketua delegasi", "Anggota", "Penerjemah"]


def test_a_name_is_given_or_a_blank_to_fill() -> None:
    named = MEET._replace(delegations={"IDN": (seat(Role.HEAD, "Menteri", "Minister", name="Ann O’Neil"),)})
    html = render_html("delegations", material(meeting=named))
    assert "<td>Ann O’Neil</td>" in html
    assert '<td><span class="blank">' in render_html("delegations", material())


def test_a_delegation_that_is_not_named_yet_is_not_left_out() -> None:
    html = render_html("delegations", material(meeting=MEET._replace(delegations={})))
    assert html.count("Belum ditetapkan.") == 2
