"""The matrix: everything that was sent is in it."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from loi_cli.model.inputs import Change, Input, Replace
from loi_cli.model.text import Clause, Kind, Text
from loi_cli.model.words import agreed
from loi_cli.render.papers import PAPERS, render_html
from tests.render.papers.samples import AGRO, BELARUS, HERE, ILMATE, KEMLU, given, material, version


def rows(name: str, of: Any = None) -> list[dict[str, Any]]:
    found = PAPERS["matrix"].context(of or material())[name]
    assert isinstance(found, list)
    return found


def plain(lines: list[dict[str, Any]]) -> str:
    """Lines as text, words put in as `{+…+}`, words struck out as `[-…-]`."""

    def said(segment: dict[str, Any]) -> str:
        inside = "".join(map(said, segment.get("segments", ())))
        return str({"new": f"{{+{inside}+}}", "old": f"[-{inside}-]"}.get(segment["type"], segment.get("text", "")))

    return " | ".join("".join(map(said, line["segments"])) for line in lines)


def contents(one: Input) -> int:
    return sum(map(len, (one.proposals, one.projects, one.agenda, one.talking_points)))


def test_every_entry_of_every_input_has_a_row() -> None:
    listed = [row["file"] for row in (*rows("proposals"), *rows("others"))]
    for one in (ILMATE, AGRO, KEMLU, BELARUS):
        assert listed.count(one.name) == contents(one)
    assert [row["number"] for row in (*rows("proposals"), *rows("others"))] == list(range(1, len(listed) + 1))


def test_every_input_is_named_in_the_table_of_units_one_without_comment_too() -> None:
    found = {row["unit"]: row for row in rows("units")}
    assert [file for row in found.values() for file in row["files"]] == [
        "ilmate-1",
        "agro-1",
        "kemlu-1",
        "BLR-2022-01-20",
    ]
    assert found["Ditjen Amerika dan Eropa"]["state"] == "tidak ada masukan"
    assert found["Ditjen Industri Agro"]["late"] == "terlambat"
    assert (found["BPSDMI"]["state"], found["BPSDMI"]["late"]) == ("belum ada", "terlambat")


def test_rows_stand_in_reading_order_and_within_a_clause_in_the_order_of_units() -> None:
    assert [(row["clause"], row["unit"]) for row in rows("proposals")] == [
        ("Pasal 1", "Ditjen ILMATE"),
        ("Pasal 1", "Ditjen Industri Agro"),
        ("Pasal 2", "Ditjen ILMATE"),
        ("Pasal 2 huruf a", "Ditjen ILMATE"),
        ("Pasal 2 huruf a", "Belarus"),
        ("areas.electric", "Ditjen ILMATE"),
        ("Pasal 2 huruf b", "Ditjen Industri Agro"),
        ("Pasal 2 huruf b", "Ditjen Industri Agro"),
        ("Pasal 3", "Ditjen Industri Agro"),
        ("Pasal 3", "Ditjen Industri Agro"),
    ]


def test_the_change_is_marked_word_by_word_against_what_the_unit_read() -> None:
    first = rows("proposals")[0]
    assert plain(first["before"]) == "The Parties promote industrial cooperation."
    assert plain(first["proposal"]) == "The Parties[- promote-]{+ develop+} industrial cooperation."


def test_words_exchanged_in_a_version_not_at_hand_are_shown_alone() -> None:
    """In the present text the old word would be found inside the new ones: `joint joint talks`."""
    text = Text((Clause(id="talks", kind=Kind.ARTICLE, text={"en": agreed("after joint talks", "ilmate-2")}),))
    change = Replace(clause="talks", text={"en": Change("talks", "joint talks")}, place=HERE)
    sent = given("ilmate-2", date(2022, 1, 20), (change,))._replace(base="v7")
    found = rows("proposals", replace(material(), version=version(text, 9), against=None, inputs=(sent,), outcomes=()))
    assert plain(found[0]["proposal"]) == "{+joint +}talks"
    assert found[0]["base"] == "naskah v9"


def test_a_row_says_whom_it_is_in_conflict_with() -> None:
    status = rows("proposals")[0]["status"]
    assert status == [{"text": "berbenturan", "why": "Ditjen Industri Agro", "strong": True, "as_asked": False}]


def test_a_proposal_that_no_merge_has_seen_waits() -> None:
    found = rows("proposals", replace(material(), outcomes=()))
    assert {line["text"] for row in found for line in row["status"]} == {"belum digabung"}


def test_a_talking_point_about_a_project_names_it_by_its_title() -> None:
    assert "Komponen untuk MAZ" in [row["about"] for row in rows("others")]


def test_words_of_units_are_escaped_and_never_evaluated() -> None:
    change = Replace(clause="areas.agro", text={"en": Change("agro", "{{ 7*7 }} & <b>")}, reason="{% x %}", place=HERE)
    html = render_html("matrix", replace(material(), inputs=(given("agro-1", None, (change,)),), outcomes=()))
    assert "{ 7*7 } &amp; &lt;b&gt;" in html
    assert "{% x %}" in html
    assert "49" not in html


def test_a_matrix_without_inputs_says_so_and_still_lists_the_units() -> None:
    html = render_html("matrix", replace(material(), inputs=(), outcomes=()))
    assert "Belum ada apa-apa di sini." in html
    assert "BPSDMI" in html


def test_a_party_sees_the_points_open_with_it_and_each_party_s_reading() -> None:
    found = rows("rows", material("BLR"))
    assert [(row["clause"], plain([{"segments": row["base"]}])) for row in found] == [("Article 2(a)", "–")]
    assert [plain(reading) for reading in found[0]["readings"]] == ["for buses", "–"]


@pytest.mark.parametrize("word", ["ilmate", "agro:", "encourage", "Menteri", "BPSDMI", "berbenturan"])
def test_a_party_s_matrix_names_no_unit_and_no_reason(word: str) -> None:
    assert word not in render_html("matrix", material("BLR"))


def test_nothing_open_with_the_party_is_said_to_be_so() -> None:
    agreed_text = Text((Clause(id="one", kind=Kind.ARTICLE, text={"en": agreed("All agreed.", "concept")}),))
    html = render_html("matrix", replace(material("BLR"), version=version(agreed_text, 3)))
    assert "No point is open." in html
