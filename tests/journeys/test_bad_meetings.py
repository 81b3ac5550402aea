"""What is wrong in a meeting or its minutes, each run: the place, the remedy, and nothing written."""

import re

import pytest

from tests.journeys.desk import Desk, tree
from tests.journeys.test_meetings import FILE, MEETING, held

MEET = f"meetings/{MEETING}.yaml"
COMMANDS = (("agenda",), ("packet", "--format", "docx"), ("packet", "--for", "KEN", "--format", "docx"))


@pytest.mark.parametrize(
    ("old", "new", "place", "says", "help"),
    [
        ('end: "12:30"', 'end: "09:30"', r"\d+:6", "ends at 09:30, and begins at 10:00", "put the later time under"),
        ("minutes: 60", "minutes: 160", r"\d+:\d+", "minutes, 40 more than the 150", "shorten an item"),
        ("en: Principal Secretary}}", "en: Principal Secretary}, name: A. Souza}", r"\d+:\d+",
         "A. Souza sits in two delegations", "take the name out of one"),
        ("clauses: [fields]", "clauses: [feilds]", r"\d+:\d{2}", "feilds", "did you mean `fields`?"),
        ("papers: [loi]", "papers: [matrx]", r"\d+:\d{2}", "matrx", "did you mean `matrix`?"),
        ("zone: Africa/Nairobi", "zone: Africa/Nairobbi", r"\d+:7", "`Africa/Nairobbi`", "`Africa/Nairobi`"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("command", COMMANDS)
def test_a_meeting_that_cannot_be(
    merged: Desk, command: tuple[str, ...], old: str, new: str, place: str, says: str, help: str
) -> None:
    text = (merged.folder / MEET).read_text("utf-8")
    text = text.replace("office: Ministério do Mar}", "office: Ministério do Mar, name: A. Souza}")
    assert old in text, text
    merged.write(MEET, text.replace(old, new, 1))
    before = tree(merged.folder)
    said = merged.loi(*command, code=2)
    assert re.search(rf"{MEET}:{place}: .*{re.escape(says)}", said.err), said.err
    assert help in said.err
    assert tree(merged.folder) == before


def test_minutes_of_an_item_that_is_gone_and_an_action_without_an_owner(merged: Desk) -> None:
    held(merged)
    minutes = (merged.folder / FILE).read_text("utf-8").replace(", owner: KEN", "")
    merged.write(FILE, minutes)
    meeting = (merged.folder / MEET).read_text("utf-8")
    merged.write(MEET, meeting.replace("item: meetings", "item: gatherings"))
    before = tree(merged.folder)
    for command in (("minutes",), ("minutes", "--record", "--by", "G"), ("actions",), ("render", "report")):
        said = merged.loi(*command, code=2)
        assert re.search(rf"{FILE}:\d+:11: F026 the agenda of {MEETING} has no item `meetings`", said.err), command
        assert re.search(rf"{FILE}:14:9: F021 `owner` is missing", said.err)
        assert tree(merged.folder) == before
