"""What an agreement binds: the words, and nothing of who brought them."""

import pytest

from loi_cli.merge.agreed_words import fingerprints, open_within
from loi_cli.model.text import Clause, Kind, Text
from loi_cli.model.words import Bracket, Reading, Side, agreed

AIM = Clause(
    id="aim", kind=Kind.ARTICLE, heading={"en": agreed("Aim", "concept")},
    text={"en": agreed("We help.", "concept"), "id": agreed("Kami membantu.", "concept")}, by=("concept",),
)  # fmt: skip
ITEMS = tuple(
    Clause(id=f"aim.{n}", kind=Kind.ITEM, parent="aim", text={"en": agreed(n, "concept")}, by=("concept",))
    for n in "ab"
)
OTHER = Clause(id="other", kind=Kind.ARTICLE, text={"en": agreed("x", "concept")}, by=("concept",))
BEFORE = fingerprints("aim", Text((AIM, *ITEMS, OTHER)))


def test_each_clause_below_has_its_own() -> None:
    assert set(BEFORE) == {"aim", "aim.a", "aim.b"}
    assert len(set(BEFORE.values())) == 3
    assert all(len(mark) == 16 and int(mark, 16) >= 0 for mark in BEFORE.values())


@pytest.mark.parametrize(
    "now",
    [
        (AIM._replace(text=AIM.text | {"id": agreed("Kami menolong.", "concept")}), *ITEMS),
        (AIM._replace(text={"en": AIM.text["en"]}), *ITEMS),
        (AIM._replace(heading={"en": agreed("Aims", "concept")}), *ITEMS),
        (AIM._replace(heading={}), *ITEMS),
        (AIM._replace(kind=Kind.ANNEX), *ITEMS),
        (AIM, *ITEMS[::-1]),
        (AIM, ITEMS[0]),
    ],
)
def test_it_changes_with_words_heading_kind_and_what_is_held(now: tuple[Clause, ...]) -> None:
    assert fingerprints("aim", Text((*now, OTHER)))["aim"] != BEFORE["aim"]


def test_it_stays_whoever_brought_the_words_and_whatever_changes_elsewhere() -> None:
    theirs = AIM._replace(by=("ilmate-1",), text=AIM.text | {"en": agreed("We help.", "ilmate-1")})
    assert fingerprints("aim", Text((theirs, *ITEMS))) == BEFORE


def test_what_is_open_in_it() -> None:
    open_ = Bracket("a", (Reading("b", (Side("x", "x-1"),)), Reading("c", (Side("y", "y-1"),))), "", ("concept",))
    disputed = ITEMS[0]._replace(text={"en": (open_,)})
    (conflict,) = open_within("aim", Text((AIM, disputed, ITEMS[1])))
    assert conflict.startswith("aim.a/text.en/")
    assert list(open_within("aim.b", Text((AIM, disputed, ITEMS[1])))) == []
