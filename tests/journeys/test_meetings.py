"""From a meeting planned out of the dossier to its last action item, as an office works: `loi meeting`, `minutes`,
`actions`."""

import re
from pathlib import Path

import docx
import pytest

from tests.journeys.desk import Desk, tree
from tests.journeys.lisbon import an_input
from tests.journeys.test_json_contract import check

BY = ("--by", "Gabinete")
MEETING = "2022-02-09-bilateral"
FILE = f"meetings/{MEETING}.minutes.yaml"
THE_DAY_AFTER = "1644494400"
"""2022-02-10T12:00:00Z"""

MINUTES = """\
schema: 1
chair: Diretor-Geral
secretary: Gabinete
items:
  - item: fields
    conclusion: {pt: A lista está acordada., en: The list is agreed.}
    agreed: [fields]
  - item: meetings
    discussion: {en: Both sides spoke of the cost of travel.}
    settled:
      - {conflict: CONFLICT, take: fishing, reason: Travel is dear.}
    ad-referendum: [meetings]
    actions:
      - {action: calendar, what: {en: Propose dates for the first meeting.}, owner: KEN, due: 2022-02-20}
      - {action: costs, what: {pt: Estimar os custos., en: Estimate the costs.}, owner: fishing, due: 2022-03-01}
    internal: They were in a hurry.
"""


def held(desk: Desk) -> str:
    """The minutes are written, the meeting is over; the conflict that it settled."""
    conflict = str(desk.loi("conflicts", "--format", "json").json["conflicts"][0]["id"])
    desk.write(FILE, MINUTES.replace("CONFLICT", conflict))
    desk.env["SOURCE_DATE_EPOCH"] = THE_DAY_AFTER
    return conflict


def with_kenya(desk: Desk) -> None:
    """The other party wants something of an article that units agree on."""
    desk.write(
        "inputs/KEN-2022-01-17.yaml",
        "schema: 1\nparty: KEN\nbase: v2\ndate: 2022-01-17\nproposals:\n"
        "  - replace: fields.fish\n    en: {from: coastal, to: deep-sea}\n",
    )
    desk.loi("merge", *("--author", "Gabinete"), code=1)


def items(desk: Desk, name: str) -> list[str]:
    return re.findall(r"^  - item: (.*)$", (desk.folder / "meetings" / f"{name}.yaml").read_text("utf-8"), re.MULTILINE)


def test_a_meeting_is_planned_from_what_is_open(merged: Desk) -> None:
    with_kenya(merged)
    said = merged.loi("meeting", "new", "--date", "2022-03-09", "--slug", "second")
    assert "meetings/2022-03-09-second.yaml" in said.out
    assert f"delegations as at {MEETING}" in said.err
    assert items(merged, "2022-03-09-second") == ["fields", "meetings", "next-steps"]
    text = (merged.folder / "meetings/2022-03-09-second.yaml").read_text("utf-8")
    assert "lead: KEN" in text  # the other party's wish comes first, and is theirs to speak to
    assert "Seaweed – proposed by fishing" in text
    assert re.search(r"# open: meetings/text.en/[0-9a-f]{8} \(harbours, fishing\)", text)
    minutes = [int(n) for n in re.findall(r"    minutes: (\d+)", text)]
    assert sum(minutes) <= 150
    assert all(n % 5 == 0 and n for n in minutes)
    assert "office: Ministério do Mar" in text
    assert merged.loi("agenda", "2022-03-09-second", "--format", "docx").code == 0
    assert "2022-03-09-second" not in merged.loi("check", code=0).out


def test_place_languages_and_contact_are_said_with_it(merged: Desk) -> None:
    told = ("--place", "Sala 3", "--place", "en=Room 3", "--language", "en,sw", "--contact", "Gabinete")
    made = ("meeting", "new", "--date", "2022-03-09", *told)
    merged.loi(*made)
    text = (merged.folder / "meetings/2022-03-09-bilateral.yaml").read_text("utf-8")
    assert "pt: Sala 3" in text and "en: Room 3" in text
    assert re.search(r"languages:\n +- en\n +- sw\n", text)
    assert re.search(r"contact:\n +\w+: Gabinete\n", text)
    merged.loi("render", "invitation", "--meeting", "2022-03-09-bilateral", "--format", "docx")
    (merged.folder / "meetings/2022-03-09-bilateral.yaml").unlink()
    said = merged.loi(*made, "--language", "en,xx", code=2)
    assert "no language `xx`" in said.err
    assert not (merged.folder / "meetings/2022-03-09-bilateral.yaml").exists()


def test_what_the_last_meeting_left_open_comes_first(merged: Desk) -> None:
    held(merged)
    merged.loi("actions", "done", "costs", *BY)
    merged.loi("meeting", "new", "--date", "2022-03-09")
    text = (merged.folder / "meetings/2022-03-09-bilateral.yaml").read_text("utf-8")
    assert items(merged, "2022-03-09-bilateral")[0] == "follow-up"
    assert f"{MEETING}/calendar: KEN, due 2022-02-20" in text
    assert "costs" not in text


@pytest.mark.parametrize(
    ("arguments", "says", "help"),
    [
        ([], "a meeting has a day", "--date"),
        (["--date", "9 March"], "“9 March” is no day", "2022-02-17"),
        (["--date", "2022-03-09", "--start", "10:00", "--end", "09:00"], "ends at 09:00, and begins at 10:00", "--end"),
        (["--date", "2022-03-09", "--start", "9"], "--start is “9”", "09:00"),
        (["--date", "2022-03-09", "--zone", "Africa/Nairobbi"], "no time zone", "Africa/Nairobi"),
        (["--date", "2022-03-09", "--start", "10:00", "--end", "10:10"], "need 20 minutes at least", "--end"),
        (["--date", "2022-03-09", "--slug", "Zweite"], "cannot be a name", "a-z"),
        (["--date", "2022-03-09", "--mode", "onlin"], "no mode “onlin”", "online"),
        (["--date", "2022-02-09"], "exists already", ""),
    ],
)
def test_what_cannot_be_planned(merged: Desk, arguments: list[str], says: str, help: str) -> None:
    before = tree(merged.folder)
    said = merged.loi("meeting", "new", *arguments, code=2)
    assert says in said.err
    assert help in said.err
    assert tree(merged.folder) == before


def test_minutes_are_begun_filled_in_and_printed(merged: Desk) -> None:
    said = merged.loi("minutes", MEETING)
    assert FILE in said.out
    text = (merged.folder / FILE).read_text("utf-8")
    conflict = merged.loi("conflicts", "--format", "json").json["conflicts"][0]["id"]
    assert f"#   - conflict: {conflict}" in text
    assert "# fishing: every second" in text
    assert merged.loi("minutes", MEETING, "--format", "html").code == 0  # valid as it was begun
    filled = text.replace("    # conclusion:\n    #   en:", "    conclusion:\n      en: It is agreed.", 1)
    assert filled != text
    (merged.folder / FILE).write_text(filled, "utf-8")
    out = merged.loi("minutes", MEETING, "--format", "docx,html").out
    for paper in ("internal/minutes", "internal/agreed-minutes", "internal/report", "for-KEN/agreed-minutes"):
        assert f"out/{paper}-{MEETING}.docx" in out
    assert "It is agreed." in (merged.folder / f"out/for-KEN/agreed-minutes-{MEETING}.html").read_text("utf-8")
    (merged.folder / FILE).write_text(filled.replace("en: It is agreed.", "pt: Está acordado."), "utf-8")
    said = merged.loi("minutes", MEETING, "--format", "html", "--for", "KEN", code=1).err
    assert re.search(rf"{FILE}:\d+:\d+: \w+ is not said in “en”, .* which show “pt”", " ".join(said.split()))


def test_what_the_meeting_agreed_on_becomes_the_text_and_says_where_from(merged: Desk) -> None:
    conflict = held(merged)
    before = tree(merged.folder)
    dry = merged.loi("minutes", "--record", *BY, "--dry-run")
    assert tree(merged.folder) == before
    said = merged.loi("minutes", "--record", *BY)
    assert dry.out == said.out
    assert f"{conflict}  The Parties meet every second year in Lisbon or in Nairobi." in said.out
    assert "meetings  agreed ad referendum" in said.out
    decision = next((merged.folder / "records").glob("2022-02-09-decision-*"))
    assert f"meeting: {MEETING}" in decision.read_text("utf-8")
    assert "reopened" not in merged.loi("check").out  # what waits for the merge is not reopened by it
    waits = "`loi merge` takes in: 1 decision"
    assert waits in merged.loi("show", "head").err
    assert waits not in merged.loi("show", "v1").err
    merged.loi("merge", "--author", "Gabinete")
    assert waits not in merged.loi("show", "head").err
    assert "reopened" not in merged.loi("check").out
    blame = merged.loi("blame", "meetings", "--words", "every second", "--format", "json").json
    assert MEETING in [o["meeting"] for w in blame["words"] for o in w["origins"]]
    assert f"agreed at {MEETING}" in " ".join(merged.loi("blame", "meetings", "--language", "en").out.split())
    shown = {c["clause"]: c for c in merged.loi("show", "head", "--format", "json").json["clauses"]}
    assert shown["meetings"]["agreed"]["ad_referendum"] is True
    assert shown["fields.fish"]["agreed"]["meeting"] == MEETING
    records = tree(merged.folder / "records")
    again = merged.loi("minutes", "--record", *BY)
    assert "3 things were recorded before" in again.err
    assert tree(merged.folder / "records") == records
    merged.loi("verify")


def test_what_is_agreed_is_marked_in_every_paper_that_shows_it(merged: Desk) -> None:
    held(merged)
    merged.loi("minutes", "--record", *BY)
    merged.loi("merge", "--author", "Gabinete")
    position = "- position: meetings\n  aim: Dates.\n  fallback: none\n  red-line: none"
    merged.write("inputs/lawyers-2.yaml", an_input("lawyers", 2, position, base="v3"))
    merged.loi("merge", "--author", "Gabinete")
    language = ("--language", "en", "--format", "html")
    for paper, options in (
        ("loi", ()),
        ("loi", ("--for", "KEN")),
        ("redline", ("--from", "v1")),
        ("redline", ("--from", "v1", "--for", "KEN")),
        ("matrix", ()),
        ("agenda", ("--meeting", MEETING)),
        ("positions", ()),
        ("talking-points", ("--meeting", MEETING)),
        ("minutes", ("--meeting", MEETING)),
        ("agreed-minutes", ("--meeting", MEETING, "--for", "KEN")),
        ("report", ("--meeting", MEETING)),
    ):
        merged.loi("render", paper, *options, *language, "-o", "paper.html", code=None)
        page = (merged.folder / "paper.html").read_text("utf-8").casefold()
        assert "agreed ad referendum" in page, (paper, options)
        (merged.folder / "paper.html").unlink()
    merged.loi("render", "loi", "--marks", "clean", *language, "-o", "paper.html")
    assert "agreed" not in (merged.folder / "paper.html").read_text("utf-8").casefold()


def test_nothing_of_ours_is_in_the_agreed_minutes(merged: Desk) -> None:
    held(merged)
    merged.loi("minutes", "--format", "html")
    page = (merged.folder / f"out/for-KEN/agreed-minutes-{MEETING}.html").read_text("utf-8")
    for ours in ("in a hurry", "cost of travel", "Estimate the costs", "every second", "Gabinete", "Direção"):
        assert ours not in page
    assert "Propose dates" in page
    assert page.index("Blue Economy") < page.index("of the Sea")  # in its original, the other party comes first


@pytest.mark.parametrize(
    ("old", "new", "place", "says", "help"),
    [
        ("agreed: [fields]", "agreed: [field]", "7:14", "no clause `field`", "did you mean `fields`?"),
        ("take: fishing", "take: fising", "fising", "fising is no side of", "did you mean `fishing`?"),
        ("meetings/text.en", "meetings/text.pt", "11:20", "no conflict `meetings/text.pt", "did you mean `meetings/"),
        ("- item: fields", "- item: field", "5:11", f"the agenda of {MEETING} has no item `field`", "`fields`"),
        (", owner: KEN", "", "14:9", "`owner` is missing", "add `owner:`"),
        ("owner: KEN", "owner: KNE", "14:", "no owner `KNE`", "`KEN`"),
    ],
)
def test_minutes_that_do_not_fit(merged: Desk, old: str, new: str, place: str, says: str, help: str) -> None:
    held(merged)
    text = (merged.folder / FILE).read_text("utf-8")
    assert old in text
    merged.write(FILE, text.replace(old, new, 1))
    before = tree(merged.folder)
    for said in (merged.loi("minutes", "--record", *BY, code=2).err, merged.loi("check", code=1).out):
        assert says in said
        assert help in said
        assert f"{FILE}:{place}" in said or place in said
    assert tree(merged.folder) == before


def test_what_was_settled_otherwise_since_is_refused(merged: Desk) -> None:
    conflict = held(merged)
    merged.loi("decide", conflict, "--take", "harbours", *BY, "--reason", "Before the meeting.")
    merged.loi("merge", "--author", "Gabinete")
    before = tree(merged.folder)
    said = merged.loi("minutes", "--record", *BY, code=2)
    assert f"{FILE}:11:9" in said.err
    assert "in dispute no more" in said.err
    assert tree(merged.folder) == before


def test_a_meeting_to_come_and_one_without_minutes_record_nothing(merged: Desk) -> None:
    said = merged.loi("minutes", MEETING, "--record", *BY, code=2)
    assert "has no minutes yet" in said.err
    held(merged)
    said = merged.loi("minutes", MEETING, "--record", *BY, code=2, SOURCE_DATE_EPOCH="1642507200")
    assert "is still to come" in said.err
    assert "has a name" in merged.loi("minutes", "--record", code=2).err


def test_action_items_are_followed_up(merged: Desk) -> None:
    held(merged)
    late = {"SOURCE_DATE_EPOCH": "1645531200"}  # 2022-02-22
    check("actions", merged.loi("actions", "--format", "json", **late).out)
    listed = merged.loi("actions", **late).out.splitlines()
    assert listed[0].startswith("overdue  2022-02-20  KEN")
    assert f"1 overdue: {MEETING}/calendar" in merged.loi("status", **late).out
    moved = merged.loi("actions", "move", "calendar", "--due", "2022-03-15", *BY, "--reason", "Holidays.", **late)
    assert "due 2022-03-15" in moved.out
    assert "was 2022-02-20" in merged.loi("actions", "--owner", "KEN", **late).out
    later = {"SOURCE_DATE_EPOCH": "1645531260"}
    merged.loi("actions", "done", f"{MEETING}/costs", *BY, **later)
    told = merged.loi("actions", "--format", "json", **late).json["actions"]
    assert [(a["action"].split("/")[1], a["state"]) for a in told] == [("calendar", "open"), ("costs", "done")]
    assert told[0]["steps"][0]["reason"] == "Holidays."
    assert "overdue" not in merged.loi("status", **late).out
    for name in ("docx", "html"):
        assert f"out/internal/actions-2022-02-22.{name}" in merged.loi("actions", "--format", name, **late).out
    page = (merged.folder / "out/internal/actions-2022-02-22.html").read_text("utf-8")
    assert "Holidays." in page
    assert f"{MEETING}/costs: done" in merged.loi("undo", *BY, "--reason", "not yet", **later).out
    told = merged.loi("actions", "--state", "open", "--format", "json", **late).json["actions"]
    assert {a["action"].split("/")[1] for a in told} == {"calendar", "costs"}


@pytest.mark.parametrize(
    ("arguments", "says", "help"),
    [
        (["done", "calender", *BY], "no action item “calender”", "did you mean “calendar”"),
        (["done", "calendar"], "has a name", "LOI_BY"),
        (["done", *BY], "which action item", "loi actions"),
        (["move", "calendar", *BY], "to which day", "--due"),
        (["move", "calendar", "--due", "2022-03-15", *BY], "another day has a reason", "--reason"),
        (["move", "calendar", "--due", "2022-02-20", *BY, "--reason", "x"], "due on 2022-02-20 already", ""),
        (["dun", "calendar"], "no action “dun”", "done"),
        (["--owner", "KENN"], "no unit or party “KENN”", "KEN"),
    ],
)
def test_what_actions_refuse(merged: Desk, arguments: list[str], says: str, help: str) -> None:
    held(merged)
    before = tree(merged.folder)
    said = merged.loi("actions", *arguments, code=2)
    assert says in said.err
    assert help in said.err
    assert tree(merged.folder) == before


def test_an_action_is_done_once(merged: Desk) -> None:
    held(merged)
    merged.loi("actions", "done", "calendar", *BY)
    said = merged.loi("actions", "done", "calendar", *BY, code=2)
    assert "was done already: Gabinete on 2022-02-10" in said.err
    assert "loi undo" in said.err


def test_status_plans_back_from_the_meeting_and_says_what_is_late(merged: Desk) -> None:
    told = merged.loi("status", "--format", "json", SOURCE_DATE_EPOCH="1643630400").json["calendar"]  # 2022-01-31
    assert [(d["milestone"], d["due"], d["state"]) for d in told] == [
        ("inputs", "2022-01-19", "late"),
        ("consultation", "2022-01-26", "late"),
        ("translation", "2022-02-02", "open"),
        ("packet", "2022-02-04", "open"),  # the sixth is a Sunday
    ]
    dossier = (merged.folder / "dossier.yaml").read_text("utf-8")
    merged.write("dossier.yaml", dossier + "calendar: {inputs: 7, packet: 1}\n")
    told = merged.loi("status", "--format", "json", SOURCE_DATE_EPOCH="1643630400").json["calendar"]
    assert [d["due"] for d in told] == ["2022-02-02", "2022-01-26", "2022-02-02", "2022-02-08"]
    merged.loi("packet", "--format", "html")
    assert merged.loi("status", "--format", "json").json["calendar"][-1]["state"] == "done"


def test_minutes_half_filled_in_keep_nobody_from_the_status(merged: Desk) -> None:
    held(merged)
    text = (merged.folder / FILE).read_text("utf-8")
    merged.write(FILE, text.replace("owner: KEN", "owner:"))
    assert f"{FILE}: `loi check`" in merged.loi("status").out
    assert merged.loi("status", "--format", "json").json["bad_files"] == [FILE]
    assert f"{FILE}:14:" in merged.loi("check", code=1).out


def test_papers_give_the_hours_of_both_capitals(merged: Desk) -> None:
    dossier = (merged.folder / "dossier.yaml").read_text("utf-8")
    signatory = "    signatory: {pt: Ministro do Mar,"
    merged.write("dossier.yaml", dossier.replace(signatory, f"    zone: Europe/Lisbon\n{signatory}"))
    merged.loi("agenda", "--format", "html", "--for", "KEN")
    page = (merged.folder / f"out/for-KEN/agenda-{MEETING}.html").read_text("utf-8")
    assert "10:00–12:30 (Nairobi time, UTC+3) / 07:00–09:30 (Lisbon time, UTC)" in page
    merged.write("dossier.yaml", dossier.replace(signatory, f"    zone: Europe/Lisbonne\n{signatory}"))
    assert "dossier.yaml:11:11" in merged.loi("status", code=2).err


def test_nobody_sits_on_both_sides(merged: Desk) -> None:
    file = f"meetings/{MEETING}.yaml"
    text = (merged.folder / file).read_text("utf-8")
    text = text.replace("office: Ministério do Mar}", "office: Ministério do Mar, name: A. Souza}")
    merged.write(file, text.replace("en: Principal Secretary}}", "en: Principal Secretary}, name: a.  souza}"))
    said = merged.loi("agenda", code=2)
    assert re.search(rf"{file}:12:\d+: F027 a.  souza sits in two delegations: PRT in line 11", said.err)


def a_form(desk: Desk, cells: dict[tuple[str, int], str], meeting: str = MEETING) -> Path:
    """The form of a meeting, some cells of it filled in by another program: a row is named by what stands first."""
    desk.loi("meeting", "form", meeting)
    opened = docx.Document(str(desk.folder / f"out/internal/meeting-form-{meeting}.docx"))
    left = dict(cells)
    for table in opened.tables:
        for row in table.rows:
            for name, column in [key for key in left if key[0] == row.cells[0].text and key[1] < len(row.cells)]:
                row.cells[column].text = left.pop((name, column))
    assert not left
    opened.save(str(desk.folder / "filled.docx"))
    return desk.folder / "filled.docx"


def test_a_form_that_nobody_touched_says_what_stands_there(merged: Desk) -> None:
    held(merged)
    a_form(merged, {})
    before = tree(merged.folder)
    said = merged.loi("meeting", "read", "filled.docx")
    assert f"meetings/{MEETING}.yaml says the same already" in said.err
    assert "seats: PRT 1, KEN 1" in said.err
    assert f"{FILE} says the same already" in said.err
    assert tree(merged.folder) == before


def test_a_form_filled_in_goes_beside_the_file_that_stands(merged: Desk) -> None:
    a_form(merged, {("head · Head of delegation", 3): "M. Silva", ("fields", 2): "70"})
    standing = (merged.folder / f"meetings/{MEETING}.yaml").read_bytes()
    said = merged.loi("meeting", "read", "filled.docx")
    assert re.search(r"^\+ +name: M. Silva$", said.out, re.MULTILINE)
    assert re.search(r"^- +minutes: '60'$", said.out, re.MULTILINE)
    assert (merged.folder / f"meetings/{MEETING}.yaml").read_bytes() == standing
    new = (merged.folder / f"meetings/{MEETING}.yaml.new").read_text("utf-8")
    assert "name: M. Silva" in new
    assert "minutes: 70" in new
    assert "sw: Mkutano wa pande mbili" in new  # no language was lost on the way
    merged.loi("check")  # what lies beside is no meeting yet


def test_minutes_come_back_in_a_form(merged: Desk) -> None:
    conflict = str(merged.loi("conflicts", "--format", "json").json["conflicts"][0]["id"])
    merged.env["SOURCE_DATE_EPOCH"] = THE_DAY_AFTER
    merged.loi("minutes")
    opened = a_form(merged, {})
    (merged.folder / FILE).unlink()
    document = docx.Document(str(opened))
    for table in document.tables:
        for row in table.rows:
            cells, first = row.cells, row.cells[0].text
            if len(cells) == 7 and first == "meetings":
                cells[2].text = "en: Every second year it is.\npt: De dois em dois anos."
                cells[3].text = f"{conflict}: fishing"
    actions = document.tables[-2].rows[1].cells
    for cell, words in zip(actions, ("meetings", "dates", "Propose dates.", "KEN", "2022-03-01"), strict=True):
        cell.text = words
    document.save(str(opened))
    said = merged.loi("meeting", "read", "filled.docx")
    assert "minutes: 1 items told, 1 conflicts settled, 1 action items" in said.err
    assert FILE in said.out
    assert merged.loi("actions", "--format", "json").json["actions"][0]["action"] == f"{MEETING}/dates"
    assert (
        f"{conflict}  The Parties meet every second year in Lisbon or in Nairobi."
        in merged.loi("minutes", "--record", *BY).out
    )


@pytest.mark.parametrize(
    ("cells", "says"),
    [
        ({("fields", 2): "170"}, "50 more than the 150"),
        ({("fields", 2): "an hour"}, "`an hour` is not a whole number"),
        ({("fields", 3): "KNE"}, "no party `KNE`"),
        ({("head · Head of delegation", 0): "heed"}, "did you mean `head`?"),
        ({("Time zone", 1): "Africa/Nairobbi"}, "no time zone `Africa/Nairobbi`"),
        ({("Ends", 1): "09:00"}, "ends at 09:00, and begins at 10:00"),
    ],
)
def test_a_form_is_held_to_the_rules_of_the_file(merged: Desk, cells: dict[tuple[str, int], str], says: str) -> None:
    a_form(merged, cells)
    before = tree(merged.folder)
    said = merged.loi("meeting", "read", "filled.docx", code=2)
    assert says in said.err
    assert re.search(r"filled.docx: table \d+, row \d+, column \d+: F", said.err)
    assert tree(merged.folder) == before


def test_what_is_written_beside_the_cells_of_a_form_is_told(merged: Desk) -> None:
    a_form(merged, {})
    document = docx.Document(str(merged.folder / "filled.docx"))
    document.add_paragraph("Please bring the maps.")
    document.tables[0].rows[1].cells[0].add_paragraph("is this the day?")
    agenda = next(table for table in document.tables if table.rows[1].cells[0].text == "fields")
    agenda.add_column(docx.shared.Cm(2))
    agenda.rows[1].cells[-1].text = "ask the harbours"
    run = document.paragraphs[0].add_run("")
    document.add_comment(run, text="Which room?", author="G")
    document.save(str(merged.folder / "filled.docx"))
    before = tree(merged.folder)
    said = merged.loi("meeting", "read", "filled.docx", code=1)
    for words in ("Please bring the maps.", "is this the day?"):
        assert f"filled.docx: not read, since it stands in no cell: “{words}”" in said.err
    assert re.search(r"filled.docx: table \d, row 2, column 9: not read, .*“ask the harbours”", said.err)
    assert "not read: a comment of G on “”: Which room?" in said.err
    assert tree(merged.folder) == before


def test_what_is_written_into_the_margins_of_a_form_is_told(merged: Desk) -> None:
    a_form(merged, {})
    document = docx.Document(str(merged.folder / "filled.docx"))
    section = document.sections[0]
    section.header.add_paragraph("Bring the maps.")
    section.footer.paragraphs[0].runs[-1].text = "7"  # as another program counts its pages
    document.save(str(merged.folder / "filled.docx"))
    said = merged.loi("meeting", "read", "filled.docx", code=1)
    told = [line for line in said.err.splitlines() if "not read" in line]
    assert told == ["filled.docx: not read: in a header or footer: Bring the maps."]


def test_a_form_whose_title_lost_its_marks_says_what_cannot_be_told(merged: Desk) -> None:
    a_form(merged, {})
    document = docx.Document(str(merged.folder / "filled.docx"))
    for start in list(document.element.body.iter(docx.oxml.ns.qn("w:bookmarkStart"))):
        if start.get(docx.oxml.ns.qn("w:name")).startswith("form_own_"):
            start.getparent().remove(start)
    document.save(str(merged.folder / "filled.docx"))
    assert "lost the form’s marks" in merged.loi("meeting", "read", "filled.docx", code=1).err


def test_minutes_of_which_the_head_alone_is_filled_in_are_not_dropped(merged: Desk) -> None:
    merged.env["SOURCE_DATE_EPOCH"] = THE_DAY_AFTER
    a_form(merged, {("Secretary", 1): "Gabinete"})
    assert "`chair` is missing" in merged.loi("meeting", "read", "filled.docx", code=2).err
    a_form(merged, {("Chair", 1): "Diretor-Geral"})
    assert FILE in merged.loi("meeting", "read", "filled.docx").out
    assert "chair: Diretor-Geral" in (merged.folder / FILE).read_text("utf-8")


def test_what_is_no_form_of_a_meeting(merged: Desk) -> None:
    merged.loi("render", "loi", "--format", "docx", "-o", "loi.docx")
    before = tree(merged.folder)
    assert "no form of a meeting" in merged.loi("meeting", "read", "loi.docx", code=2).err
    assert "F320" in merged.loi("meeting", "read", "dossier.yaml", code=2).err
    assert "there is no file" in merged.loi("meeting", "read", "gone.docx", code=2).err
    assert tree(merged.folder) == before


def test_minutes_without_a_meeting(merged: Desk) -> None:
    held(merged)
    (merged.folder / FILE).rename(merged.folder / "meetings/2022-02-09-bilaterl.minutes.yaml")
    said = merged.loi("actions", code=2)
    assert "there is no meeting “2022-02-09-bilaterl”" in said.err
    assert f"did you mean “{MEETING}”" in said.err


def test_an_input_for_another_meeting_changes_the_plan_in_the_order_of_the_text(merged: Desk) -> None:
    merged.write(
        "inputs/lawyers-2.yaml",
        an_input("lawyers", 2, "- remark: aim\n  note: Good.", base="v2")
        + "agenda: [{title: {en: Signing}, minutes: 10}]\n",
    )
    merged.loi("meeting", "new", "--date", "2022-03-09")
    assert items(merged, "2022-03-09-bilateral") == ["meetings", "fields", "topic-1", "next-steps"]
