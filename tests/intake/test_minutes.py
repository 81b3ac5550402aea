"""meetings/*.minutes.yaml: what a meeting says of itself, and every way to get it wrong."""

from datetime import date

import pytest

from loi_cli.intake.meetings import read_meeting
from loi_cli.intake.minutes import read_minutes
from loi_cli.model.meetings import Meeting
from loi_cli.model.minutes import ActionItem, Minutes, MinutesItem, Settlement
from loi_cli.model.problems import Place
from tests.intake.samples import MEETING, MINUTES, dossier, problems, source

NAME = "2022-02-15-bilateral"
SHOWN = f"meetings/{NAME}.minutes.yaml"


def meeting() -> Meeting:
    return read_meeting(source(MEETING, f"meetings/{NAME}.yaml"), dossier(), NAME).value


def read(text: str) -> Minutes:
    return read_minutes(source(text, SHOWN), dossier(), meeting()).value


def test_minutes_say_what_was_said_settled_and_asked_for() -> None:
    read_back = read(MINUTES)
    assert (read_back.meeting, read_back.chair) == (NAME, "Direktur Jenderal KPAII")
    assert read_back.present == {"BLR": ("Duta Besar",)}
    (item,) = read_back.items
    assert item == MinutesItem(
        item="areas",
        discussion={"en": "The Parties went through the list.", "id": "Para Pihak membahas daftar."},
        conclusion=dict.fromkeys(("id", "en", "ru"), "The list is agreed."),
        settled=(
            Settlement(
                conflict="areas/text.en/3f2a91c0", take="BLR", reason="as they asked", place=Place(SHOWN, 10, 9)
            ),
            Settlement(conflict="areas/text.id/3f2a91c0", words={"id": "komponen"}, place=Place(SHOWN, 11, 9)),
        ),
        agreed=("areas",),
        ad_referendum=("areas.agro",),
        actions=read_back.actions,
        internal="They were in a hurry.",
        place=Place(SHOWN, 6, 5),
    )
    assert read_back.actions == (
        ActionItem(
            id="list",
            what={"en": "Send the list of components."},
            owner="ilmate",
            due=date(2022, 3, 1),
            place=Place(SHOWN, 15, 9),
        ),
    )


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("item: areas", "item: area", f"6:11 F026 the agenda of {NAME} has no item `area`"),
        (", owner: ilmate", "", "15:9 F021 `owner` is missing"),
        ("owner: ilmate", "owner: ilmat", "15:73 F026 the dossier has no owner `ilmat`"),
        ("2022-03-01", "2022-01-01", "15:86 F036 it is due on 2022-01-01, before the meeting of 2022-02-15"),
        ("take: BLR, ", "", "10:9 F028 one of `take`, `words` is missing"),
        ("chair: ", "chairs: ", "2:1 F020 unknown key `chairs`"),
        ("areas.agro", "../areas", "13:21 F025 `../areas` cannot be a name here"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(old: str, new: str, expected: str) -> None:
    assert expected in problems(lambda: read(MINUTES.replace(old, new, 1)))


def test_an_item_and_an_action_stand_once() -> None:
    twice = MINUTES + MINUTES[MINUTES.index("  - item") :]
    assert problems(lambda: read(twice)) == [
        "17:11 F027 the item `areas` stands twice",
        "26:18 F027 the action item `list` stands twice",
    ]
