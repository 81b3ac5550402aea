"""The hours of a meeting on the clocks of both capitals."""

from datetime import date, time

import pytest

from loi_cli.model.meetings import Meeting
from loi_cli.render.hours import spans, zones_of
from tests.render.papers.samples import DOSSIER, MEET


def in_zone(code: str, zone: str, meeting: Meeting = MEET) -> str:
    party = DOSSIER.parties[code]._replace(zone=zone)
    return spans(meeting, DOSSIER._replace(parties={**DOSSIER.parties, code: party}), "en")


def test_a_country_of_one_zone_needs_none_named() -> None:
    assert zones_of(MEET, DOSSIER) == ("Asia/Jakarta", "Europe/Minsk")
    assert spans(MEET, DOSSIER, "id") == "09.00–11.00 WIB / 05.00–07.00 waktu Minsk (UTC+3)"


def test_a_country_of_many_zones_is_said_where_the_dossier_names_the_capital_s() -> None:
    assert "UTC+8" not in spans(MEET, DOSSIER, "en")
    assert "10:00–12:00 (Makassar time, UTC+8)" in in_zone("IDN", "Asia/Makassar")


@pytest.mark.parametrize(
    ("start", "zone", "said"),
    [
        (time(0, 30), "America/New_York", "12:30–23:00 (New York time, UTC−5), 14 February 2022"),
        (time(0, 30), "Etc/GMT+5", "12:30–23:00 (Etc/GMT+5), 14 February 2022"),
        (time(23), "Pacific/Auckland", "05:00–17:00 (Auckland time, UTC+13), 16 February 2022"),
    ],
)
def test_where_it_is_another_day_that_day_is_said(start: time, zone: str, said: str) -> None:
    assert in_zone("BLR", zone, MEET._replace(start=start)).endswith(said)


def test_a_city_is_spelt_as_its_language_spells_it() -> None:
    kept = MEET._replace(zone="Africa/Nairobi")
    assert spans(kept, DOSSIER, "ru").startswith("09:00–11:00 (Найроби, UTC+3) / ")
    assert spans(kept._replace(zone="Asia/Kolkata"), DOSSIER, "id").startswith("09.00–11.00 waktu Kolkata (UTC+5:30)")


def test_summer_time_of_the_other_capital_is_counted() -> None:
    july = MEET._replace(date=date(2022, 7, 15))
    assert "03:00–05:00 (London time, UTC+1)" in in_zone("BLR", "Europe/London", july)
    assert "02:00–04:00 (London time, UTC)" in in_zone("BLR", "Europe/London")
