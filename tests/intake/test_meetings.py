"""meetings/*.yaml: the example of the design, and every way to get it wrong."""

from datetime import date, time

import pytest

from loi_cli.intake.meetings import read_meeting
from loi_cli.model.meetings import AgendaItem, Delegate, Meeting, Mode, Role
from loi_cli.model.problems import Place
from tests.intake.samples import MEETING, dossier, problems, source

NAME = "2022-02-15-bilateral"


def read(text: str, name: str = NAME) -> Meeting:
    return read_meeting(source(text, f"meetings/{name}.yaml"), dossier(), name).value


def test_the_example_of_the_design() -> None:
    meeting = read(MEETING)
    assert (meeting.name, meeting.date, meeting.start, meeting.end) == (NAME, date(2022, 2, 15), time(9), time(12))
    assert (meeting.zone, meeting.mode, meeting.languages) == ("Asia/Jakarta", Mode.ONLINE, ("en",))
    assert meeting.venue == {"id": "Zoom", "en": "Zoom", "ru": "Zoom"}
    assert meeting.delegations["IDN"] == (
        Delegate(
            role=Role.HEAD,
            title={"id": "Direktur Jenderal", "en": "Director General"},
            office=dict.fromkeys(("id", "en", "ru"), "Ditjen KPAII"),
        ),
    )
    assert meeting.agenda == (
        AgendaItem(
            id="areas", title={"en": "Areas"}, minutes=30, lead="IDN", clauses=("areas",), papers=("redline",),
            internal="be brief", place=Place(f"meetings/{NAME}.yaml", 14, 5),
            clauses_at=Place(f"meetings/{NAME}.yaml", 14, 72), papers_at=Place(f"meetings/{NAME}.yaml", 14, 89),
        ),
    )  # fmt: skip


FIGURES = """\
figures:
  - figure: {id: Ekspor, en: Exports}
    value: 1.50
    unit: {id: juta dolar AS, en: million US dollars}
    period: 2021
    source: BPS
    retrieved: 2022-01-31
"""


def test_a_figure_is_kept_as_its_source_writes_it() -> None:
    (figure,) = read(MEETING + FIGURES).figures
    assert (figure.value, figure.period, figure.source, figure.retrieved) == ("1.50", "2021", "BPS", date(2022, 1, 31))
    assert figure.unit["en"] == "million US dollars"


@pytest.mark.parametrize("key", ["value", "unit", "period", "source", "retrieved"])
def test_a_figure_without_all_that_it_needs_is_refused_where_it_stands(key: str) -> None:
    short = "".join(line for line in FIGURES.splitlines(keepends=True) if not line.startswith(f"    {key}:"))
    line = len(MEETING.splitlines()) + 2
    assert problems(lambda: read(MEETING + short)) == [f"{line}:5 F021 `{key}` is missing"]


def test_what_papers_are_marked_with_and_who_gets_them() -> None:
    more = "urgency: very-urgent\ncontact: Europe desk\ncopied-to: [Menteri]\nholders: [Dirjen, Direktur]\n"
    meeting = read(MEETING + more)
    assert (meeting.urgency, meeting.copied_to, meeting.holders) == (
        "very-urgent",
        ("Menteri",),
        ("Dirjen", "Direktur"),
    )
    assert meeting.contact["en"] == "Europe desk"
    assert problems(lambda: read(MEETING + "urgency: now\n"))[0].endswith("`now` has no meaning here")


AREAS = MEETING.splitlines(keepends=True)[-1]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ('end: "12:00"', 'end: "09:00"', "5:6 F036 the meeting ends at 09:00, and begins at 09:00"),
        ('"12:00"', '"12.00"', "5:6 F023 `12.00` is not a time of day"),
        (
            "minutes: 30",
            "minutes: 181",
            "14:3 F036 the agenda takes 181 minutes, 1 more than the 180 from 09:00 to 12:00",
        ),
        (
            AREAS,
            AREAS.replace("30", "100") + AREAS.replace("30", "81").replace("areas,", "b,", 1),
            "14:3 F036 the agenda takes 181 minutes, 1 more than the 180 from 09:00 to 12:00",
        ),
        ("Asia/Jakarta", "Asia/Djakarta", "6:7 F023 there is no time zone `Asia/Djakarta`"),
        ("Asia/Jakarta", "../../etc/passwd", "6:7 F023 there is no time zone `../../etc/passwd`"),
        ("mode: online", "mode: on-line", "8:7 F023 `on-line` has no meaning here"),
        (AREAS, AREAS + AREAS, "15:12 F027 the item `areas` stands twice: in line 14 and here in line 15"),
        ("role: head, title: {en", "role: chief, title: {en", "12:16 F023 `chief` has no meaning here"),
        ("  BLR:", "  RUS:", "12:3 F026 the dossier has no party `RUS`"),
        ("lead: IDN", "lead: USA", "14:58 F026 the dossier has no party `USA`"),
        ("Zoom", "{fr: Zoom}", "7:9 F026 the dossier has no language `fr`"),
        (
            "date: 2022-02-15",
            "date: 2022-02-16",
            f"0:0 F034 the file is named `{NAME}.yaml`, and the meeting is on 2022-02-16",
        ),
        ("mode: online", "classification: secret", "1:1 F021 `mode` is missing"),
    ],
)
def test_each_slip_is_found_where_it_stands(old: str, new: str, expected: str) -> None:
    assert problems(lambda: read(MEETING.replace(old, new))) == [expected]
