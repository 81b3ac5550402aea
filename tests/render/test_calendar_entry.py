"""The calendar entry, read back by another library than the one that wrote it."""

from datetime import UTC, datetime, time, timedelta
from typing import Any

import pytest
import vobject

from loi_cli.model.dossier import Classification
from loi_cli.model.meetings import Meeting, Role
from loi_cli.render.calendar_entry import calendar_entry
from tests.render.papers.samples import MEET, material, seat


def entry(receiver: str | None = None, meeting: Meeting = MEET) -> Any:
    return vobject.readOne(calendar_entry(material(receiver, meeting=meeting)).decode())


def test_hours_place_topics_and_both_zones() -> None:
    event = entry().vevent
    assert event.dtstart.value.astimezone(UTC) == datetime(2022, 2, 15, 2, tzinfo=UTC)
    assert event.dtend.value.astimezone(UTC) == datetime(2022, 2, 15, 4, tzinfo=UTC)
    assert event.summary.value == "Pertemuan Bilateral Indonesia–Belarus"
    assert event.location.value == "Jakarta"
    assert event.description.value.splitlines() == [
        "09.00–11.00 WIB / 05.00–07.00 waktu Minsk (UTC+3)",
        "1. 09.00–09.10 Pembukaan",
        "2. 09.10–09.55 Bidang kerja sama",
    ]
    assert [zone.tzid.value for zone in entry().vtimezone_list] == ["Asia/Jakarta", "Europe/Minsk"]


def test_a_meeting_past_midnight_ends_on_the_next_day() -> None:
    event = entry(meeting=MEET._replace(start=time(22), end=time(1))).vevent
    assert event.dtend.value - event.dtstart.value == timedelta(hours=3)


def test_everybody_at_the_table_is_an_attendee_and_heads_are_chairs() -> None:
    heads = {one.params["CN"][0]: one.params["ROLE"][0] for one in entry().vevent.attendee_list}
    assert heads["Direktur Jenderal KPAII (Indonesia)"] == heads["Wakil Menteri (Belarus)"] == "CHAIR"
    assert heads["Penerjemah (Indonesia)"] == "REQ-PARTICIPANT"
    assert len(heads) == 4


def test_an_address_is_theirs_to_read_where_it_is_theirs() -> None:
    seats = {
        "IDN": (seat(Role.HEAD, "a", "a")._replace(mail="a@example.go.id"),),
        "BLR": (seat(Role.HEAD, "b", "b", name='Ann; B, "C"')._replace(mail="b@example.by"),),
    }
    both = MEET._replace(delegations=seats)
    assert [one.value for one in entry(None, both).vevent.attendee_list] == [
        "mailto:a@example.go.id", "mailto:b@example.by",
    ]  # fmt: skip
    assert [one.value for one in entry("BLR", both).vevent.attendee_list] == ["mailto:b@example.by", "invalid:nomail"]


def test_an_alarm_rings_an_hour_before() -> None:
    alarm = entry().vevent.valarm
    assert alarm.action.value == "DISPLAY"
    assert alarm.trigger.value == timedelta(hours=-1)


@pytest.mark.parametrize(
    ("level", "said"),
    [
        (Classification.PUBLIC, "PUBLIC"),
        (Classification.RESTRICTED, "PRIVATE"),
        (Classification.SECRET, "CONFIDENTIAL"),
    ],
)
def test_calendars_are_told_who_may_read_it(level: Classification, said: str) -> None:
    assert entry(meeting=MEET._replace(classification=level)).vevent.__getattr__("class").value == said


def test_the_same_meeting_is_the_same_bytes_and_keeps_its_name_when_it_moves() -> None:
    assert calendar_entry(material()) == calendar_entry(material())
    moved = entry(meeting=MEET._replace(start=time(10), end=time(12))).vevent
    assert moved.uid.value == entry().vevent.uid.value == "2022-02-15-bilateral.blr-idn@loi"
    assert moved.dtstamp.value == datetime(2022, 2, 1, tzinfo=UTC)


def test_lines_are_as_long_as_calendars_allow() -> None:
    lines = calendar_entry(material()).split(b"\r\n")
    assert max(map(len, lines)) <= 75
