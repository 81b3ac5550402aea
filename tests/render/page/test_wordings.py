"""Between any two wordings of a clause the page's data lead from the one to the other."""

import json
import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loi_cli.model.text import Clause, Kind, Text
from loi_cli.model.words import Words, agreed
from loi_cli.render.filling import Filling
from loi_cli.render.page import wordings
from loi_cli.render.page.origins import Origins
from loi_cli.render.page.pieces import pieces
from loi_cli.render.page.sealing import inert, sealed
from loi_cli.render.page.subject import Subject
from loi_cli.render.page.wordings import Wordings
from tests.render.builder import bracket, clause, dossier, material, version, words
from tests.render.page.samples import made


def spoken(segments: object) -> str:
    assert isinstance(segments, list)
    return "".join(
        str(s.get("text", "")) + ("[" + spoken(s["segments"]) + "]" if "segments" in s else "") for s in segments
    )


def of_versions(*texts: tuple[Clause, ...]) -> Subject:
    made = tuple(version(*text, number=n) for n, text in enumerate(texts, start=1))
    return Subject(material=material(made[-1], dossier("en")), versions=made, headers=tuple(v.header for v in made))


PIECES = st.lists(st.sampled_from(["the ", "Parties ", "promote ", "trade ", "and ", "shall "]), min_size=1, max_size=8)


def wording(pieces: list[str], open_: bool) -> Words:
    text = "".join(pieces).strip()
    return (*words(text), bracket("x", " ", ilmate="y", agro="z")) if open_ else agreed(text, "concept")


@given(st.lists(st.tuples(PIECES, st.booleans()), min_size=2, max_size=5))
@settings(max_examples=60, deadline=None)
def test_the_words_that_stay_and_go_are_the_old_ones_and_those_that_stay_and_come_the_new(
    states: list[tuple[list[str], bool]],
) -> None:
    about = of_versions(*((clause("a", Kind.ARTICLE, {"en": wording(*state)}),) for state in states))
    data = Wordings(about, Origins()).data()
    clauses = data["clauses"]
    assert isinstance(clauses, dict)
    if not clauses:
        assert len({str(wording(*s)) for s in states}) == 1
        return
    field = clauses["a"]["fields"]["text.en"]
    for key, hunks in field["changes"].items():
        a, b = map(int, key.split("-"))
        assert "".join(spoken(s) for op, s in hunks if op != "+") == spoken(field["words"][a])
        assert "".join(spoken(s) for op, s in hunks if op != "-") == spoken(field["words"][b])


@given(st.lists(st.one_of(st.none(), st.tuples(PIECES, st.booleans())), min_size=2, max_size=6))
@settings(max_examples=60, deadline=None)
def test_every_version_can_be_read_from_the_data(states: list[tuple[list[str], bool] | None]) -> None:
    """The clause comes, changes, goes and comes again; one that two versions hold alike is one object, as read."""
    known: dict[str, Clause] = {}
    stays = clause("stays", Kind.ARTICLE, {"en": words("It stays.")})
    texts = []
    for state in states:
        held = () if state is None else (clause("a", Kind.ARTICLE, {"en": wording(*state)}),)
        texts.append((stays, *(known.setdefault(repr(one), one) for one in held)))
    about = of_versions(*texts)
    data = Wordings(about, Origins()).data()
    orders, found = data["orders"], data["clauses"]
    assert isinstance(orders, list) and isinstance(found, dict)
    for number, state in enumerate(states):
        order = orders[data["order"][number]]  # type: ignore[index]
        assert ("a" in order["ids"]) == (state is not None)
        if "a" not in found:
            assert len({repr(state) for state in states}) == 1
        elif state is not None:
            field = found["a"]["fields"]["text.en"]
            wanted = [which for start, which in field["from"] if start <= number][-1]
            filling = Filling.of(Text(texts[number]), about.material.dossier, "IDN", "page")
            assert field["words"][wanted] == pieces(wording(*state), "en", "a", filling, Origins())


def test_a_clause_that_never_changed_is_on_the_page_alone() -> None:
    same = clause("same", Kind.ARTICLE, {"en": words("One.")})
    about = of_versions((same, clause("old", Kind.ARTICLE, {"en": words("Two.")})), (same,))
    data = Wordings(about, Origins()).data()
    assert list(data["clauses"]) == ["old"]  # type: ignore[call-overload]
    assert data["order"] == [0, 1]


def test_a_page_says_how_many_older_versions_it_has_not(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [(clause("a", Kind.ARTICLE, {"en": words(f"Wording {n}.")}),) for n in range(9)]
    monkeypatch.setattr(wordings, "MOST_PAIRS", 6)
    html = made(replace(of_versions(*texts), spoken="en"))
    assert "5 older versions are left out" in html
    assert "Wording 4." not in html
    assert "Wording 5." in html


def test_a_reference_is_another_wording_once_its_number_changes() -> None:
    points = clause("points", Kind.ARTICLE, {"en": words("See {@aim}.")})
    aim = clause("aim", Kind.ARTICLE, {"en": words("An aim.")})
    about = of_versions((aim, points), (clause("new", Kind.ARTICLE, {"en": words("New.")}), aim, points))
    found = Wordings(about, Origins()).data()["clauses"]
    assert [spoken(s) for s in found["points"]["fields"]["text.en"]["words"]] == ["See Article 1.", "See Article 2."]  # type: ignore[index]


def test_versions_with_too_many_wordings_are_left_out_from_the_oldest_on(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [(clause("a", Kind.ARTICLE, {"en": words(f"Wording {n}.")}),) for n in range(9)]
    some = [Text(text) for text in texts]
    assert wordings._first_that_fits(some) == 0
    monkeypatch.setattr(wordings, "MOST_PAIRS", 6)  # four wordings have six pairs
    assert wordings._first_that_fits(some) == 5


NASTY = "</script><!--<script>\u2028\u2029]]>\"'&amp;"


def test_no_words_break_out_of_the_data() -> None:
    text = inert({"a": NASTY})
    assert "<" not in text
    assert not re.search("[\u2028\u2029]", text)
    assert json.loads(text) == {"a": NASTY}


def test_words_of_a_unit_are_data_on_the_page_too() -> None:
    about_version = version(clause("a", Kind.ARTICLE, {"en": words(f"Now {NASTY}", by="ilmate-1")}), number=2)
    old = version(clause("a", Kind.ARTICLE, {"en": words("Then.")}), number=1)
    about = Subject(material=material(about_version, dossier("en")), versions=(old, about_version),
                    headers=(old.header, about_version.header))  # fmt: skip
    html = made(about)
    assert html.count("</script>") == 2
    data = re.search(r'<script type="application/json" id="data">(.*?)</script>', html, re.DOTALL)
    assert data is not None
    assert NASTY in spoken(json.loads(data[1])["clauses"]["a"]["fields"]["text.en"]["words"][1])


def test_a_sealed_page_names_its_script_and_styles_by_hash() -> None:
    html = sealed('<head><meta charset="utf-8"><style>p {}</style></head><body></body>', {}, "1;")
    assert html.count("sha256-") == 2
    assert html.endswith("<script>1;</script>\n</body>\n</html>\n")
