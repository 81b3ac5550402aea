"""The invitation where there is much to say, and where little is known."""

from dataclasses import replace

import pytest

from loi_cli.model.dossier import Letters
from loi_cli.model.meetings import Role
from loi_cli.render.papers import render_html
from tests.render.papers.samples import MEET, material, seat


@pytest.mark.parametrize(("count", "listed"), [(3, False), (4, True)])
def test_many_addressees_stand_in_a_list_at_the_end(count: int, listed: bool) -> None:
    seats = {"IDN": tuple(seat(Role.MEMBER, f"Direktur {n}", f"Director {n}") for n in range(count))}
    html = render_html("invitation", material(meeting=MEET._replace(delegations=seats)))
    assert ("(daftar terlampir)" in html) is listed
    assert html.count('<section class="paper"') == 1 + listed
    assert all(f"Direktur {n}" in html for n in range(count))


@pytest.mark.parametrize(("count", "listed"), [(12, True), (25, False)])
def test_many_topics_are_left_to_the_agenda_that_is_enclosed(count: int, listed: bool) -> None:
    topics = tuple(MEET.agenda[0]._replace(id=f"t{n}", title={"id": f"Butir {n}"}, minutes=1) for n in range(count))
    html = render_html("invitation", material(meeting=MEET._replace(agenda=topics)))
    assert ("<li>Butir 3</li>" in html) is listed


@pytest.mark.parametrize("receiver", [None, "BLR"])
def test_what_nobody_said_is_a_blank_and_never_made_up(receiver: str | None) -> None:
    bare = MEET._replace(delegations={}, venue={}, agenda=(), contact={}, copied_to=(), urgency=None)
    about = material(receiver, meeting=bare)
    about = replace(about, dossier=about.dossier._replace(letters=Letters()))
    html = render_html("invitation", about)
    assert html.count('<span class="blank">') == (7 if receiver is None else 6)
    if receiver:
        assert "To Ministry of Industry of the Republic of Belarus" in html


def test_a_long_title_leaves_room_for_the_page_number() -> None:
    long = "Sidang Kedua Kelompok Kerja Bersama tentang Kerja Sama Industri dan Hal-Hal Perdagangan yang Terkait"
    html = render_html("agenda", material(meeting=MEET._replace(title={"id": long})))
    assert "<footer><p>Sidang Kedua Kelompok Kerja Bersama tentang Kerja Sama Industri dan Hal-Hal …<span" in html
    assert f"<strong>{long}</strong>" in html
