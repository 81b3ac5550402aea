"""The agenda: what our delegation reads in it, and the five things that a party does."""

from datetime import time

from loi_cli.render.papers import agenda, render_html
from tests.render.papers.samples import MEET, material


def test_the_annotated_agenda_names_clauses_by_number_with_what_is_open_in_them() -> None:
    notes = agenda.context(material())["notes"]
    assert isinstance(notes, list)
    assert [(clause["name"], clause["open"]) for clause in notes[1]["clauses"]] == [
        ("Pasal 2", "1 butir terbuka"),
        ("Pasal 1", "1 butir terbuka"),
    ]


def test_a_clause_that_the_text_has_lost_is_said_to_be_gone() -> None:
    item = MEET.agenda[1]._replace(clauses=("lost",))
    assert "lost (tidak ada lagi dalam naskah)" in render_html(
        "agenda", material(meeting=MEET._replace(agenda=(item,)))
    )


def test_time_left_and_time_overrun_are_both_said() -> None:
    assert "Tersisa 65 menit" in render_html("agenda", material())
    short = material(meeting=MEET._replace(end=time(9, 30)))
    assert "<mark>Acara lebih panjang 25 menit daripada rapat.</mark>" in render_html("agenda", short)


def test_what_units_propose_stands_at_the_end_of_ours_alone() -> None:
    assert "Kunjungan ke pabrik" in render_html("agenda", material())
    assert "Kunjungan ke pabrik" not in render_html("agenda", material("BLR"))


def test_a_topic_for_a_party_has_five_things_and_no_note_beside_it() -> None:
    made = agenda.context(material("BLR"))
    turns = made["turns"]
    assert isinstance(turns, list)
    assert {key for turn in turns for key in turn} == {"number", "hours", "title", "lead", "papers"}
    assert not {"notes", "balance", "proposed"} & set(made)


def test_a_party_reads_of_no_paper_that_it_is_not_given() -> None:
    html = render_html("agenda", material("BLR"))
    assert "Tracked changes" in html
    assert "country-profile" not in html


def test_a_meeting_without_topics_says_so() -> None:
    assert "Belum ada acara." in render_html("agenda", material(meeting=MEET._replace(agenda=())))


def test_a_place_that_is_not_known_is_a_blank() -> None:
    html = render_html("agenda", material(meeting=MEET._replace(venue={})))
    assert '<td><strong>Tempat</strong></td><td><span class="blank">' in html
