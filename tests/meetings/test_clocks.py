"""The hours of a meeting on other clocks."""

from dataclasses import replace
from datetime import date, time

from loi_cli.meetings.clocks import Hours, elsewhere
from tests.render.papers.samples import MEET


def test_each_other_clock_is_given_once() -> None:
    zones = ("Asia/Jakarta", "Europe/Minsk", "Europe/Moscow", "", "Nowhere/City")
    assert elsewhere(MEET, zones) == (Hours("Europe/Minsk", time(5), time(7)),)


def test_summer_time_counts_on_the_day_of_the_meeting() -> None:
    summer = replace(MEET, date=date(2022, 7, 15))
    (winter_hours,), (summer_hours,) = elsewhere(MEET, ["Europe/Lisbon"]), elsewhere(summer, ["Europe/Lisbon"])
    assert (winter_hours.start, summer_hours.start) == (time(2), time(3))


def test_another_day_there_is_said() -> None:
    early = replace(MEET, start=time(1), end=time(3))
    assert elsewhere(early, ["Europe/Minsk"]) == (Hours("Europe/Minsk", time(21), time(23), -1),)
