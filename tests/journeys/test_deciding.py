"""`loi decide` by flags, from files, in a walk at a terminal; `loi conflicts` before and after."""

import pytest

from tests.journeys.desk import Desk, tree
from tests.journeys.lisbon import an_input
from tests.journeys.terminal import Terminal
from tests.journeys.test_json_contract import check

WHY = ("--by", "Gabinete", "--reason", "Two are enough.")


@pytest.fixture
def three(merged: Desk) -> Desk:
    """Three conflicts: words in two clauses, and the existence of one."""
    merged.write(
        "inputs/harbours-2.yaml",
        an_input(
            "harbours",
            2,
            "- delete: fields.weed\n  reason: Not ours.\n- reword: aim\n  en: This Memorandum is about {@fields}.",
            base="v2",
        ),
    )
    merged.write(
        "inputs/fishing-2.yaml",
        an_input(
            "fishing",
            2,
            "- reword: fields.weed\n  en: seaweed farms;\n- reword: aim\n  en: The Parties cooperate in {@fields}.",
            base="v2",
        ),
    )
    merged.loi("merge", "--author", "A", code=1)
    return merged


def ids(desk: Desk) -> dict[str, str]:
    """The open conflicts by clause and field."""
    found = desk.loi("conflicts", "--format", "json").json["conflicts"]
    return {f"{c['clause']}/{c['field']}": c["id"] for c in found}


def test_words_in_several_languages_at_once(merged: Desk) -> None:
    for unit, words in (("harbours", "bom"), ("fishing", "mau")):
        merged.write(
            f"inputs/{unit}-2.yaml",
            an_input(unit, 2, f"- reword: fields.fish\n  pt: peixe {words};\n  en: '{unit} fish;'", base="v2"),
        )
    merged.loi("merge", "--author", "A", code=1)
    said = merged.loi("decide", "fields.fish", "--words", "en=all fish;", "--words", "pt=todo o peixe;", *WHY)
    assert len(said.out.splitlines()) == 2
    merged.loi("merge", "--author", "A", code=1)
    shown = merged.loi("show", "fields.fish").out
    assert "todo o peixe;" in shown
    [clause] = [
        c for c in merged.loi("show", "head", "--format", "json").json["clauses"] if c["clause"] == "fields.fish"
    ]
    assert clause["stale"] == ["sw"]  # pt and en were said at once
    assert "all fish;" in shown


def test_words_for_two_conflicts_of_one_language(merged: Desk) -> None:
    """Which of the two brackets is meant must be said; each can have its own words in one command."""
    for unit, words in (("harbours", "in ports and on seas"), ("fishing", "on land and in rivers")):
        merged.write(
            f"inputs/{unit}-2.yaml",
            an_input(unit, 2, f"- reword: aim\n  en: 'The {unit} Memorandum records the intention of the Parties to"
                     f" cooperate {words} of {{@fields}}.'", base="v2"),
        )  # fmt: skip
    merged.loi("merge", "--author", "A", code=1)
    first, second = [c["id"] for c in merged.loi("conflicts", "aim", "--format", "json").json["conflicts"]]
    refused = merged.loi("decide", "aim", "--words", "A note", *WHY, code=2).err
    for known, told in ((first, "This → [harbours: The harbours]"), (second, "[fishing: on land and in rivers]")):
        assert known in refused
        assert told in refused
    assert f"`loi decide {first} --words TEXT`" in refused
    assert "words for en would settle 2" in merged.loi("decide", "aim", "--words", "en=A note", *WHY, code=2).err
    wrong = f"{first[:-1]}{'0' if first[-1] != '0' else '1'}"
    assert "none of the conflicts" in merged.loi("decide", "aim", "--words", f"{wrong}=A note", *WHY, code=2).err
    merged.loi("decide", "aim", "--words", f"{first}=The present", "--words", f"{second}=in fields", *WHY)
    merged.loi("merge", "--author", "A", code=1)
    assert "The present Memorandum records" in merged.loi("show", "aim").out
    assert "cooperate in fields of" in merged.loi("show", "aim").out


def test_many_from_a_file_or_standard_input(three: Desk) -> None:
    open_now = ids(three)
    words = (
        "schema: 1\nby: Gabinete\ndecisions:\n"
        f"  - conflict: {open_now['meetings/text.en']}\n    take: fishing\n    reason: Travel is dear.\n"
        "  - conflict: aim\n    words: {en: 'The Parties work together in {@fields}.'}\n    reason: Shorter.\n"
        "  - {conflict: fields.weed, bracket: true, reason: 'Ask the minister.'}\n"
    )
    three.write("decisions.yaml", words)
    before = tree(three.folder)
    dry = three.loi("decide", "--from", "decisions.yaml", "--dry-run")
    assert "it would read: The Parties meet every second year in Lisbon or in Nairobi." in dry.err
    assert tree(three.folder) == before
    said = three.loi("decide", "--from", "-", "--format", "json", stdin=words.encode())
    check("decide-from", said.out)
    decided = tree(three.folder)
    again = three.loi("decide", "--from", "-", stdin=words.encode())
    assert again.err.count("decided so already: records/") == 3
    assert tree(three.folder) == decided
    told = three.loi("merge", "--author", "A", "--format", "json", code=1).json
    assert [c.rpartition("/")[0] for c in told["conflicts"]] == ["fields.weed/exists"]
    assert "work together" in three.loi("show", "aim").out
    assert "stays open on purpose" in three.loi("conflicts").out


def test_everything_wrong_in_a_file_is_told_at_once_and_nothing_written(three: Desk) -> None:
    three.write(
        "decisions.yaml",
        "schema: 1\ndecisions:\n"
        "  - {conflict: meetings, take: fishery, by: A, reason: B}\n"
        "  - {conflict: meetings/text.en/00000000, take: fishing, by: A, reason: B}\n"
        "  - {conflict: aim, words: {en: 'an [open end'}, by: A, reason: B}\n"
        "  - {conflict: meetings, take: fishing, by: A}\n"
        "  - {conflict: fields.weed, words: {en: x}, by: A, reason: B}\n"
        "  - {conflict: meetings, take: fishing, words: {en: x}, by: A, reason: B}\n",
    )
    before = tree(three.folder)
    said = three.loi("decide", "--from", "decisions.yaml", code=2)
    for line, words in (
        (3, "fishery is no side of meetings/text.en/"),
        (4, "no conflict “meetings/text.en/00000000” is open"),
        (5, "no square brackets"),
        (6, "a name and a reason"),
        (7, "about the clause as a whole"),
        (8, "only one of them can"),
    ):
        assert any(one.startswith(f"decisions.yaml:{line}:") and words in one for one in said.err.splitlines()), words
    assert "6 problems; nothing was written" in said.err
    assert tree(three.folder) == before


@pytest.mark.parametrize(
    ("arguments", "says", "help"),
    [
        (["meetings", "--words", "two [a year"], "no square brackets", "--bracket"),
        (["meetings", "--words", "two\x00"], "U+0000", "without it"),
        (["meetings", "--words", "{nothing}"], "{nothing}", ""),
        (["meetings", "--take", "fishin"], "no side", "did you mean “fishing”"),
        (["--all", "--take", "KEN"], "KEN is no side", "its sides are: harbours, fishing"),
        (["meetings", "--words", "en=a", "--words", "b"], "twice", "--words en=TEXT"),
        (["--from", "x.yaml", "meetings"], "--from says itself", "use it alone"),
        (["--from", "x.yaml"], "x.yaml", ""),
        (["desire", "--take", "base"], "nothing of desire is in dispute", "loi conflicts"),
        ([], "say how it is settled", "--take SIDE"),
    ],
)
def test_what_is_refused(three: Desk, arguments: list[str], says: str, help: str) -> None:
    before = tree(three.folder)
    if "\x00" in "".join(arguments):
        arguments = [one.replace("\x00", "\x07") for one in arguments]
        says = says.replace("0000", "0007")
    said = three.loi("decide", *arguments, *WHY, code=2)
    assert says in said.err
    assert help in said.err
    assert tree(three.folder) == before


def test_all_of_what_is_decided_already_says_so(three: Desk) -> None:
    three.loi("decide", "--all", "--bracket", *WHY)
    said = three.loi("decide", "--all", "--take", "base", *WHY, code=2)
    assert "all that is open is decided already" in said.err
    assert "name its clause" in said.err


def test_a_conflict_that_is_no_more_says_who_decided_it(merged: Desk) -> None:
    known = ids(merged)["meetings/text.en"]
    merged.loi("decide", known, "--take", "harbours", *WHY)
    merged.loi("merge", "--author", "A")
    said = merged.loi("decide", known, "--take", "fishing", *WHY, code=2)
    assert f"{known} is in dispute no more: Gabinete decided it on 2022-01-18" in said.err
    assert "`loi undo 2022-01-18-decision-" in said.err
    assert merged.loi("conflicts").out == ""
    closed = merged.loi("conflicts", "--all")
    assert "decided: harbours, by Gabinete on 2022-01-18: Two are enough." in closed.out
    assert "every second" in closed.out
    check("conflicts-all", merged.loi("conflicts", "--all", "--format", "json").out)


def test_a_conflict_that_went_without_a_decision(merged: Desk) -> None:
    merged.loi("withdraw", "fishing-1", *WHY)
    merged.loi("merge", "--author", "A")
    assert "last open in v2; it went without a decision" in merged.loi("conflicts", "--all").out


def test_the_words_that_differ_are_marked_with_and_without_colour(merged: Desk) -> None:
    assert "harbours  {+twice+} a\n" in merged.loi("conflicts").out
    with Terminal(merged, "conflicts", NO_COLOR="", LOI_PAGER="") as seen:
        assert seen.leaves() == 0
    assert "\x1b[32mtwice\x1b[0m" in seen.shown
    assert "{+" not in seen.shown


@pytest.mark.parametrize("columns", [80, 100, 160])
def test_every_width_shows_it_all_and_no_line_is_wider(three: Desk, columns: int) -> None:
    said = three.loi("conflicts", COLUMNS=str(columns)).out
    assert max(map(len, said.splitlines())) <= columns
    for words in ("Travel is dear.", "The first year is full of work.", "twice a", "every second", "Not ours."):
        assert words in " ".join(said.split())
    beside = [line for line in said.splitlines() if "harbours" in line and "fishing" in line and "base" in line]
    assert bool(beside) == (columns == 160)


def test_the_walk_decides_skips_and_goes_on_where_it_was_left(three: Desk) -> None:
    with Terminal(three, "decide", "--by", "Gabinete") as walk:
        first = walk.until("> ")
        assert "1 of 3" in first
        assert "[1] harbours  [2] fishing" in first
        walk.type("w")
        walk.until("the words to read: ")
        walk.type("The Parties [cooperate.")
        assert "no square brackets" in walk.until("> ")
        walk.type("w")
        walk.until("the words to read: ")
        walk.type("cooperate.\x1b[D")
        walk.until("why")
        walk.type("x")
        assert "U+001B" in walk.until("> ")
        walk.type("9")
        assert "“9” is none of the answers" in walk.until("> ")
        walk.type("fishing, harbours")
        assert "harbours, fishing" in walk.until("> ")
        walk.type("2")
        assert "it will read: The Parties cooperate in {@fields}." in walk.until("why")
        walk.type("Shorter.")
        second = walk.until("> ")
        assert "wrote records/2022-01-18-decision-" in second
        assert "2 of 3" in second
        assert len(list((three.folder / "records").iterdir())) == 1  # at once, not at the end
        walk.type("s")
        walk.until("3 of 3")
        walk.until("> ")
        walk.type("q")
        assert walk.leaves() == 0
        assert "1 decision was written" in walk.shown
    with Terminal(three, "decide", "--by", "Gabinete") as walk:
        assert "1 of 2" in walk.until("> ")
        walk.type("b")
        walk.until("why")
        walk.type(".")
        walk.until("> ")
        walk.type("k")
        assert "stays in brackets, on purpose" in walk.until("why")
        walk.type("Ask the minister.")
        walk.until("2 of 2")
        walk.until("> ")
        walk.type("b")
        assert "once a year" in walk.until("why (Enter: Ask the minister.)")
        walk.type("")
        assert walk.leaves() == 0
    assert "nothing is left to decide" in _at_terminal(three)
    three.loi("merge", "--author", "A", code=1)
    assert "The Parties cooperate in" in three.loi("show", "aim").out
    assert "once a year" in three.loi("show", "meetings").out


def _at_terminal(desk: Desk) -> str:
    with Terminal(desk, "decide") as walk:
        walk.leaves()
        return walk.shown


def test_the_walk_can_be_interrupted_or_end_with_its_input(three: Desk) -> None:
    with Terminal(three, "decide", "--by", "Gabinete") as walk:
        walk.until("> ")
        walk.press(b"\x04")
        assert walk.leaves() == 0
        assert "nothing was decided" in walk.shown
    with Terminal(three, "decide") as walk:
        walk.until("> ")
        walk.type("1")
        walk.until("who decides")
        walk.type("Gabinete")
        walk.until("why")
        walk.type("So.")
        walk.until("2 of 3")
        walk.until("> ")
        walk.interrupt()
        assert walk.leaves() == 130
        assert "1 decision was written" in walk.shown
    assert len(list((three.folder / "records").iterdir())) == 1


def test_nothing_is_asked_where_nobody_sits(three: Desk) -> None:
    said = three.loi("decide", code=2)
    assert "say how it is settled" in said.err
    assert said.out == ""
