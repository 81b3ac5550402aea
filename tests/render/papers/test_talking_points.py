"""Talking points: by topic, and nothing lost."""

from dataclasses import replace
from datetime import date
from typing import Any

from loi_cli.model.conflicts import conflict_of
from loi_cli.model.inputs import Position, Remark, TalkingPoint
from loi_cli.model.words import Bracket, Reading, Side
from loi_cli.render.material import Material
from loi_cli.render.papers import talking_points
from loi_cli.render.papers.chrome import ClauseNames
from loi_cli.render.papers.disputes import disputes
from tests.render.papers.samples import HERE, MEET, PRESENT, given, material


def made(of: Material | None = None) -> tuple[list[dict[str, Any]], dict[str, Any]]:
    context = talking_points.context(of or material())
    topics, rest = context["topics"], context["rest"]
    assert isinstance(topics, list)
    assert isinstance(rest, dict)
    return topics, rest


def test_positions_points_and_disputes_stand_under_the_topic_of_their_clause() -> None:
    topics, _rest = made()
    assert topics[0]["empty"]
    assert [row["aim"] for row in topics[1]["positions"]] == ["Komponen otomotif disebut pertama."]
    assert [point["note"] for point in topics[1]["points"]] == ["Industri komponen kita berdaya saing."]
    assert [clause["clause"] for clause in topics[1]["clauses"]] == ["Pasal 1", "Pasal 2 huruf a"]


def test_what_is_on_no_topic_stands_at_the_end() -> None:
    _topics, rest = made()
    assert [(point["note"], point["about"]["text"]) for point in rest["points"]] == [
        ("Minta jadwal produksi.", "Komponen untuk MAZ")
    ]
    assert [clause["clause"] for clause in rest["clauses"]] == ["Pasal 3"]


def test_nothing_is_lost_whatever_the_agenda_names() -> None:
    sent = given(
        "agro-1",
        date(2022, 1, 12),
        (
            Position(clause="areas", aim="a1", place=HERE),
            Position(clause="never-heard-of", aim="a2", place=HERE),
            Remark(clause="areas", note="no position", place=HERE),
        ),
        talking_points=(TalkingPoint(about="nobody-knows", note="n1", place=HERE),),
    )
    for agenda in (MEET.agenda, ()):
        topics, rest = made(replace(material(meeting=MEET._replace(agenda=agenda)), inputs=(sent,), outcomes=()))
        assert sorted(row["aim"] for on in (*topics, rest) for row in on["positions"]) == ["a1", "a2"]
        assert [point["note"] for on in (*topics, rest) for point in on["points"]] == ["n1"]
        assert sum(len(on["clauses"]) for on in (*topics, rest)) == 3


def test_each_reading_names_who_wants_it_and_why() -> None:
    topics, _rest = made()
    field = topics[1]["clauses"][0]["fields"][0]
    assert field["name"] == "en"
    found = [(row["segments"][0]["text"], row["sides"], row["reasons"], row["base"]) for row in field["rows"]]
    assert found == [
        ("develop", "Ditjen ILMATE", ["Menteri memakai kata ini."], False),
        ("encourage", "Ditjen Industri Agro", ["Lebih lunak."], False),
        ("promote", "", [], True),
    ]


def test_whether_a_clause_stands_is_asked_in_words() -> None:
    _topics, rest = made()
    field = rest["clauses"][0]["fields"][0]
    assert field["name"] == "Keberadaan klausul ini"
    assert [row["segments"][0]["text"] for row in field["rows"]] == ["dihapus", "tetap"]


def test_a_place_is_told_by_the_numbers_of_clauses() -> None:
    readings = tuple(
        Reading(text, (Side(f"u{n}", ""),))
        for n, text in enumerate(("after areas", "first in areas", "first", "before areas", "in areas"))
    )
    conflict = conflict_of("areas.agro", "place", Bracket("after areas.automotive", readings))
    names = ClauseNames(PRESENT, material(), "id", "talking-points")
    block: dict[str, Any] = disputes([conflict], material(), names)[0]
    assert [row["segments"][0]["text"] for row in block["fields"][0]["rows"]] == [
        "sesudah Pasal 2",
        "sebagai yang pertama dalam Pasal 2",
        "paling awal",
        "sebelum Pasal 2",
        "pada akhir Pasal 2",
    ]


def test_a_position_that_was_taken_back_is_not_ours_any_more() -> None:
    old = given("agro-1", None, (Position(clause="areas", aim="old", place=HERE),))
    new = given("agro-2", None, (Position(clause="areas", aim="new", place=HERE),))._replace(replaces="agro-1")
    topics, _rest = made(replace(material(), inputs=(old, new), outcomes=()))
    assert [row["aim"] for row in topics[1]["positions"]] == ["new"]
