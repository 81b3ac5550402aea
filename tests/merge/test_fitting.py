"""What an input names must stand in its base: every misfit is told, with where and what to do."""

from collections.abc import Mapping

import pytest

from loi_cli.merge.fitting import misfits
from loi_cli.model.inputs import Anchor, Change, Delete, Insert, Move, Proposal, Replace, Reword, TalkingPoint, Where
from loi_cli.model.problems import Place
from loi_cli.model.text import Clause, Kind, Text
from loi_cli.model.words import agreed
from tests.properties.drafting import HERE, empty_input

BASE = Text(
    tuple(
        Clause(id=name, kind=kind, parent=parent, text={"en": agreed("the Parties and the Parties", "concept")})
        for name, kind, parent in (
            ("areas", Kind.ARTICLE, None),
            ("areas.auto", Kind.PARAGRAPH, "areas"),
            ("areas.auto.parts", Kind.ITEM, "areas.auto"),
            ("costs", Kind.ARTICLE, None),
        )
    )
)


def insert(name: str, where: Where, anchor: str, kind: Kind = Kind.ITEM) -> Insert:
    return Insert(clause=name, kind=kind, anchor=Anchor(where, anchor), text={"en": "new"}, place=HERE)


def move(name: str, where: Where, anchor: str) -> Move:
    return Move(clause=name, anchor=Anchor(where, anchor), place=HERE)


def change(old: str) -> Replace:
    return Replace(clause="areas", text={"en": Change(old, "x")}, place=HERE)


MISFITS: Mapping[str, tuple[str, list[Proposal]]] = {
    "a clause that is not there": ("F301", [Delete(clause="area", place=HERE)]),
    "an anchor that is not there": ("F301", [move("costs", Where.AFTER, "arias")]),
    "words that are not there": ("F302", [change("Party")]),
    "words that are there twice": ("F302", [change("Parties")]),
    "an id that is taken": ("F303", [insert("costs", Where.IN, "areas")]),
    "an item at the top": ("F304", [insert("x", Where.AFTER, "costs")]),
    "an article in an article": ("F304", [move("costs", Where.IN, "areas")]),
    "a clause in itself": ("F304", [move("areas.auto", Where.IN, "areas.auto.parts")]),
    "a clause beside itself": ("F304", [move("costs", Where.AFTER, "costs")]),
    "new clauses that place each other": (
        "F304",
        [insert("x", Where.AFTER, "y"), insert("y", Where.BEFORE, "x")],
    ),
    "a bracket left open": ("F308", [Reword(clause="areas", text={"en": "words [by 2030"}, place=HERE)]),
    "a bracket closed that was never opened": ("F308", [Reword(clause="areas", text={"en": "by 2030] ["}, place=HERE)]),
    "replacements that share words": ("F305", [change("the Parties and"), change("and the Parties")]),
    "two whole wordings": ("F305", [Reword(clause="areas", text={"en": x}, place=HERE) for x in ("a", "b")]),
}


@pytest.mark.parametrize("case", MISFITS, ids=str)
def test_a_misfit_is_told(case: str) -> None:
    code, proposals = MISFITS[case]
    found = misfits(empty_input("agro-1")._replace(proposals=tuple(proposals)), BASE)
    assert {problem.code for problem in found} == {code}
    assert all(problem.place == HERE and problem.help for problem in found)


def test_a_near_name_or_a_number_is_offered() -> None:
    for written, meant in (("areas.autos", "areas.auto"), ("2", "costs")):
        [problem] = misfits(empty_input("agro-1")._replace(proposals=(Delete(clause=written, place=HERE),)), BASE)
        assert meant in problem.help


def test_talking_points_may_be_about_new_clauses() -> None:
    new = insert("x", Where.IN, "areas")
    abouts = ("x", "costs", "y")
    points = tuple(TalkingPoint(about=name, note="n", place=Place("x", k)) for k, name in enumerate(abouts))
    [problem] = misfits(empty_input("agro-1")._replace(proposals=(new,), talking_points=points), BASE)
    assert problem.place == Place("x", 2)


def test_a_bracket_in_a_pair_or_as_it_stood_is_no_misfit() -> None:
    odd = Text((Clause(id="a", kind=Kind.ARTICLE, text={"en": agreed("the interval [1, 2)", "concept")}),))
    one = empty_input("trade-1")
    for text in ("the interval [1, 3)", "the interval [1, 3]", "none", "[by 2030] [by 2031]"):
        assert misfits(one._replace(proposals=(Reword(clause="a", text={"en": text}, place=HERE),)), odd) == ()


def test_what_fits_is_silent() -> None:
    fitting = (
        insert("x", Where.IN, "areas", Kind.PARAGRAPH),
        insert("x.y", Where.IN, "x"),
        insert("x.z", Where.BEFORE, "x.y"),
        move("areas.auto", Where.AFTER, "x"),
        change("and"),
        Delete(clause="costs", place=HERE),
    )
    assert misfits(empty_input("agro-1")._replace(proposals=fitting), BASE) == ()
