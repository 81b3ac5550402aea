"""Insertions and deletions that can be said in several ways."""

from collections.abc import Sequence

from loi_cli.merge.edits import edits
from loi_cli.merge.sliding import Edit, beside_others
from loi_cli.merge.tokens import Token, tokens_of
from loi_cli.model.words import agreed


def tokens(text: str) -> Sequence[Token]:
    return tokens_of(agreed(text, "concept"), "id")


def the_edit(base: str, side: str) -> Edit:
    [edit] = edits(tokens(base), tokens(side), "id")
    return edit


def said(edit: Edit) -> tuple[int, int, str]:
    return edit.start, edit.end, "".join(token.text for token in edit.new).strip()


BASE = "para pihak bertukar informasi mengenai standar"


def test_an_insertion_comes_beside_another_that_it_could_be_said_beside() -> None:
    one = the_edit(BASE, "para pihak bertukar informasi teknis mengenai standar")
    other = the_edit(BASE, "para pihak bertukar informasi serta pelatihan informasi mengenai standar")
    assert said(one) == (4, 4, "teknis")
    assert said(other) == (3, 3, "informasi serta pelatihan")
    assert said(beside_others(other, [one], tokens(BASE))) == (4, 4, "serta pelatihan informasi")
    assert said(beside_others(other, [], tokens(BASE))) == said(other)


def test_a_deletion_goes_out_of_the_way() -> None:
    base = "kimia, agro, dan tekstil"
    gone = the_edit(base, "kimia, dan tekstil")
    assert said(gone) == (1, 3, "")
    other = the_edit(base, "kimia; agro, dan tekstil")
    assert said(other) == (1, 2, ";")
    assert said(beside_others(gone, [other], tokens(base))) == (2, 4, "")
    in_the_way = the_edit(base, "kimia, pangan, dan tekstil")
    assert said(beside_others(gone, [in_the_way], tokens(base))) == said(gone)


def test_else_it_goes_into_an_edit_that_takes_in_all_its_words() -> None:
    base = "kimia, agro, tekstil"
    gone = the_edit(base, "kimia, tekstil")
    assert said(gone) == (1, 3, "")
    other = the_edit(base, "kimia, pangan dan pupuk tekstil")
    assert said(other) == (2, 4, "pangan dan pupuk")
    assert said(beside_others(gone, [other], tokens(base))) == (2, 4, "")


def test_deletions_that_may_mean_the_same_word_are_asked_about() -> None:
    base = "bebas dari bea masuk dari negara asal"
    gone = the_edit(base, "bebas dari negara asal")
    assert said(gone) == (1, 4, "")
    other = the_edit(base, "bebas dari bea masuk asal")
    assert said(other) == (4, 6, "")
    assert said(beside_others(gone, [other], tokens(base))) == (2, 5, "")


def test_items_of_a_list_are_taken_out_one_by_one() -> None:
    base = "kimia, agro, tekstil, pangan"
    one, other = the_edit(base, "kimia, tekstil, pangan"), the_edit(base, "kimia, agro, pangan")
    assert said(beside_others(one, [other], tokens(base))) == said(one)
    assert said(beside_others(other, [one], tokens(base))) == said(other)


def test_the_last_two_items_of_a_list_go_both() -> None:
    """Only the comma between them could be meant by both."""
    base = "kimia, agro, tekstil."
    one, other = the_edit(base, "kimia, tekstil."), the_edit(base, "kimia, agro.")
    assert said(other) == (3, 5, "")
    assert said(beside_others(one, [other], tokens(base))) == (1, 3, "")
