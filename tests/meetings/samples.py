"""Small values for the tests of meetings."""

from collections.abc import Mapping
from datetime import date, time

from loi_cli.model.dossier import Dossier, Instrument, Party, Unit
from loi_cli.model.inputs import Input
from loi_cli.model.meetings import AgendaItem, Delegate, Figure, Meeting, Mode
from loi_cli.model.problems import Place

HERE = Place("meetings/2022-02-15-bilateral.yaml")


def item(name: str, minutes: int = 10, clauses: tuple[str, ...] = (), papers: tuple[str, ...] = ()) -> AgendaItem:
    return AgendaItem(id=name, title={"en": name}, minutes=minutes, clauses=clauses, papers=papers, place=HERE)


def meeting(
    *agenda: AgendaItem,
    start: time = time(9),
    end: time = time(12),
    delegations: Mapping[str, tuple[Delegate, ...]] | None = None,
    figures: tuple[Figure, ...] = (),
) -> Meeting:
    return Meeting(
        name="2022-02-15-bilateral",
        title={"en": "Bilateral meeting"},
        date=date(2022, 2, 15),
        start=start,
        end=end,
        zone="Asia/Jakarta",
        venue={},
        mode=Mode.ONLINE,
        languages=("en",),
        delegations=delegations or {},
        agenda=agenda,
        figures=figures,
        where=HERE,
    )


def dossier(*units: Unit) -> Dossier:
    parties = {code: Party(code=code, name={"en": {"nom": f"Ministry of {code}"}}) for code in ("IDN", "BLR")}
    return Dossier(
        instrument=Instrument.LETTER_OF_INTENT,
        subject={"en": "industrial cooperation"},
        home="IDN",
        parties=parties,
        languages=("id", "en"),
        rounds={1: date(2022, 1, 14), 2: date(2022, 1, 28)},
        units={unit.id: unit for unit in units},
    )


def given(unit: str, number: int = 1, day: date | None = None, *, no_comment: bool = False) -> Input:
    name = f"{unit}-{number}"
    return Input(
        name=name,
        side=unit,
        unit=unit,
        party=None,
        round=number,
        base="v1",
        date=day,
        no_comment=no_comment,
        file=f"inputs/{name}.yaml",
        sha256="0" * 64,
        base_place=HERE,
    )
