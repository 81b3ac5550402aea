"""Insertions and deletions that can be said in several ways."""

from loi_cli.merge.edits import edits
from loi_cli.merge.sliding import Edit, beside_others
from loi_cli.merge.tokens import tokens_of
from loi_cli.model.words import agreed


def the_edit(base: str, side: str) -> Edit:
    [edit] = edits(tokens_of(agreed(base, "concept"), "id"), tokens_of(agreed(side, "agro-1"), "id"), "id")
    return edit


def said(edit: Edit) -> tuple[int, int, str]:
    return edit.start, edit.end, "".join(token.text for token in edit.new).strip()


BASE = "para pihak bertukar informasi mengenai standar"


def test_an_insertion_comes_beside_another_that_it_could_be_said_beside() -> None:
    one = the_edit(BASE, "para pihak bertukar informasi teknis mengenai standar")
    other = the_edit(BASE, "para pihak bertukar informasi serta pelatihan informasi mengenai standar")
    assert said(one) == (4, 4, "teknis")
    assert said(other) == (3, 3, "informasi serta pelatihan")
    assert said(beside_others(other, [one])) == (4, 4, "serta pelatihan informasi")
    assert said(beside_others(other, [])) == said(other)


def test_a_deletion_goes_out_of_the_way() -> None:
    base = "kimia, agro, dan tekstil"
    gone = the_edit(base, "kimia, dan tekstil")
    assert said(gone) == (1, 3, "")
    other = the_edit(base, "kimia; agro, dan tekstil")
    assert said(other) == (1, 2, ";")
    assert said(beside_others(gone, [other])) == (2, 4, "")
    in_the_way = the_edit(base, "kimia, pangan, dan tekstil")
    assert said(beside_others(gone, [in_the_way])) == said(gone)
