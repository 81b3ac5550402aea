"""The history and the calendar as drawings."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from loi_cli.model.versions import Header
from loi_cli.render.page.calendar import calendar
from loi_cli.render.page.graph import dots, drawing
from tests.render.page.samples import subject


def header(number: int, *parents: int) -> Header:
    return Header(hash=str(number), parents=tuple(map(str, parents)), number=number, time="2022-01-01T00:00:00Z",
                  author="A", message="", tool="", touched=(), text_hash="", body_hash="")  # fmt: skip


def lanes(*headers: Header) -> list[int]:
    return [dot.lane for dot in dots(headers)]


def test_one_line_of_work_is_one_lane() -> None:
    assert lanes(header(1), header(2, 1), header(3, 2)) == [0, 0, 0]


def test_a_fork_takes_a_lane_of_its_own_until_it_is_joined() -> None:
    assert lanes(header(1), header(2, 1), header(3, 1), header(4, 2, 3), header(5, 4)) == [0, 0, 1, 0, 0]


def test_two_heads_stay_apart() -> None:
    made = drawing((header(1), header(2, 1), header(3, 1)), {"3": ("sent",)})
    assert [(d["label"], d["head"]) for d in made["dots"]] == [("v1", False), ("v2", True), ("v3", True)]  # type: ignore[attr-defined]
    assert len(made["paths"]) == 2  # type: ignore[arg-type]


@given(st.lists(st.lists(st.integers(0, 30), max_size=3), max_size=25))
def test_every_version_has_a_place_of_its_own_and_every_parent_a_path(given_parents: list[list[int]]) -> None:
    headers = [header(n, *dict.fromkeys(p % n for p in some if n)) for n, some in enumerate(given_parents)]
    placed = dots(headers)
    assert len({(dot.column, dot.lane) for dot in placed}) == len(headers)
    assert len(drawing(headers, {})["paths"]) == sum(len(h.parents) for h in headers)  # type: ignore[arg-type]


def test_days_are_counted_back_from_the_meeting() -> None:
    about = subject(spoken="en")
    found = {str(line["what"]): line for line in calendar(about)["days"]}  # type: ignore[attr-defined]
    assert found["last day; 3 of 4 have answered"]["before"] == "32 days before"
    assert found["last day; 3 of 4 have answered"]["kind"] == "missed"
    assert found["received late: Ditjen Industri Agro"]["before"] == "29 days before"
    assert found["Bilateral Meeting Indonesia–Belarus"]["before"] == "the day itself"


def test_without_any_meeting_days_are_days() -> None:
    about = replace(subject(spoken="en"), meetings=())
    made = calendar(about)
    assert made["goal"] == ""
    assert {line["before"] for line in made["days"]} == {""}  # type: ignore[attr-defined]


def test_all_on_one_day_can_be_drawn() -> None:
    about = subject("BLR")
    meeting = about.meetings[0]._replace(date=date(2022, 2, 1))
    alone = replace(about, meetings=(meeting,), sendings=(), versions=about.versions[1:])
    assert calendar(alone)["drawing"] is not None


def test_a_party_is_not_told_when_our_units_are_to_answer() -> None:
    said = repr(calendar(subject("BLR")))
    assert "Ditjen" not in said
    assert "2022-01-14" not in said
