from hypothesis import given
from hypothesis import strategies as st

from loi_cli.cli.console import Styled, width
from loi_cli.cli.layout import beside, fitted, folded, hung, text_of, width_of

letters = st.characters(codec="utf-8", exclude_categories=["C", "M"])
parts = st.lists(
    st.one_of(st.text(letters, max_size=30), st.tuples(st.text(letters, max_size=30), st.just("strong"))), max_size=6
)


def words(some: list[Styled]) -> str:
    """The letters alone: blanks may become line breaks."""
    return "".join("".join(text_of(part).split()) for part in some)


@given(parts, st.integers(2, 60))
def test_folding_keeps_every_letter_and_the_width(some: list[Styled], room: int) -> None:
    lines = folded(some, room)
    assert words([part for line in lines for part in line]) == words(some)
    assert all(sum(map(width_of, line)) <= room for line in lines)


@given(parts, parts, st.integers(2, 60))
def test_two_columns_keep_apart(left: list[Styled], right: list[Styled], room: int) -> None:
    for row in beside([folded(left, room), folded(right, room)], room, (" │ ", "muted")):
        line = "".join(map(text_of, row))
        assert width(line) <= 2 * room + 3
    rows = list(beside([[["aaa"], ["bbb"]], [[("ccc", "strong")]]], 4, (" │ ", "muted")))
    assert rows == [["aaa", " ", (" │ ", "muted"), ("ccc", "strong")], ["bbb", " ", (" │ ", "muted")]]


def test_a_table_too_wide_for_its_last_column_puts_it_below_and_keeps_the_others_in_line() -> None:
    rows = [("open", "2022-02-04", "ilmate", "a list of all companies"), ("done", "2022-02-08", "BLR", "the names")]
    shown = ["".join(map(text_of, line)).rstrip() for line in fitted(rows, "", 30)]
    assert shown == [
        "open  2022-02-04  ilmate",
        "  a list of all companies",
        "done  2022-02-08  BLR",
        "  the names",
    ]
    assert ["".join(map(text_of, line)).rstrip() for line in fitted(rows[1:], "", 12)] == [
        "done",
        "  2022-02-08",
        "  BLR  the",
        "  names",
    ]


def test_styles_and_inner_blanks_are_kept() -> None:
    assert folded(["two  blanks, ", ("a strong", "strong"), " word"], 80) == [
        ["two  blanks, ", ("a strong", "strong"), " word"]
    ]
    assert folded([("a strong word", "strong")], 8) == [[("a strong", "strong")], [("word", "strong")]]


def test_further_lines_hang() -> None:
    assert list(hung([("en  ", "muted")], ["one two three four five six"], 18)) == [
        [("en  ", "muted"), "one two three"],
        ["    ", "four five six"],
    ]


def test_a_row_without_a_first_cell_goes_on_with_the_block_above() -> None:
    rows = [["agro-1", "areas.agro text.en", "merged"], ["", "areas.agro text.id", "merged, as decided by both"]]
    assert ["".join(map(text_of, line)).rstrip() for line in fitted(rows, "", 30)] == [
        "agro-1",
        "  areas.agro text.en  merged",
        "  areas.agro text.id  merged,",
        "  as decided by both",
    ]
