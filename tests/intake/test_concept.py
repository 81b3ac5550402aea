"""concept.yaml becomes the first text: all words agreed, no language stale."""

import pytest

from loi_cli.intake.concept import read_concept
from loi_cli.model.text import Kind, Text
from loi_cli.model.words import Run, fingerprint
from tests.intake.samples import CONCEPT, dossier, problems, source


def read(text: str) -> Text:
    return read_concept(source(text), dossier()).value


def found(clauses: str) -> list[str]:
    return problems(lambda: read("schema: 1\nclauses:\n" + clauses))


def test_the_example_of_the_design() -> None:
    text = read(CONCEPT)
    assert [(c.id, c.kind, c.parent) for c in text] == [
        ("desire", Kind.RECITAL, None),
        ("areas", Kind.ARTICLE, None),
        ("areas.automotive", Kind.ITEM, "areas"),
    ]
    desire, areas, automotive = text
    assert desire.text["id"] == (Run("BERKEINGINAN untuk …;", ("concept",)),)
    assert areas.heading["en"] == (Run("Areas of Cooperation", ("concept",)),)
    assert (areas.text, areas.seen) == ({}, {})
    assert automotive.by == ("concept",)


def test_no_language_is_stale() -> None:
    (clause,) = read("schema: 1\nclauses: [{clause: a, kind: article, id: satu, en: one}]\n")
    assert clause.seen == {
        "id": {"en": fingerprint(clause.text["en"])},
        "en": {"id": fingerprint(clause.text["id"])},
    }


def test_words_get_their_one_spelling() -> None:
    words = "|\n      one  two \n      cafe\u0301\n\n      x\n"
    text = f"schema: 1\nclauses:\n  - clause: a\n    kind: article\n    en: {words}"
    assert read(text).clauses[0].text["en"] == (Run("one  two café x", ("concept",)),)


@pytest.mark.parametrize(
    ("clauses", "expected"),
    [
        (
            "  - {clause: a, kind: article, en: x}\n  - {clause: a, kind: article, en: y}\n",
            ["4:14 F027 the clause `a` stands twice: in line 3 and here in line 4"],
        ),
        (
            "  - {clause: a, kind: item, en: x}\n",
            ["3:23 F030 a clause of kind `item` cannot stand at the top"],
        ),
        (
            "  - clause: a\n    kind: recital\n    clauses: [{clause: b, kind: paragraph, en: x}]\n",
            ["5:33 F030 a clause of kind `paragraph` cannot stand in one of kind `recital`"],
        ),
        ("  - {clause: a, kind: artikel, en: x}\n", ["3:23 F023 `artikel` has no meaning here"]),
        ("  - {clause: ../x, kind: article, en: x}\n", ["3:14 F025 `../x` cannot be a name here"]),
        ("  - {clause: A.b, kind: article, en: x}\n", ["3:14 F025 `A.b` cannot be a name here"]),
        ("  - {clause: a.aux, kind: article, en: x}\n", ["3:14 F025 `a.aux` cannot be a name here"]),
        ("  - {clause: aсc, kind: article, en: x}\n", ["3:14 F025 `aсc` cannot be a name here"]),
        ("  - {clause: a, kind: article, ru: x}\n", ["3:32 F026 the dossier has no language `ru`"]),
        ("  - {clause: a, kind: article, text: x}\n", ["3:32 F020 unknown key `text`"]),
        ("  - {clause: a, kind: article}\n", ["3:5 F024 there are no words here"]),
        ("  - {clause: a, kind: article, en: ''}\n", ["3:36 F024 no words stand here"]),
        ("  - {clause: a, kind: article, heading: {ru: x}}\n", ["3:42 F026 the dossier has no language `ru`"]),
        ("  - {clause: a, kind: article, en: 'in {@b.} or {party}'}\n",
         ["3:36 F031 `{@b.}` means nothing", "3:36 F031 `{party}` means nothing"]),
        ("  - {clause: a, kind: article, en: 'a } b'}\n", ["3:36 F031 `}` means nothing"]),
        ("  []\n", ["3:3 F024 the list is empty"]),
    ],
)  # fmt: skip
def test_each_slip_is_found_where_it_stands(clauses: str, expected: list[str]) -> None:
    assert found(clauses) == expected


def test_children_of_a_clause_that_cannot_be_read_are_looked_at_and_not_blamed() -> None:
    clauses = "  - clause: A!\n    kind: annex\n    clauses: [{clause: b, kind: paragraph, em: x}]\n"
    assert found(clauses) == ["3:13 F025 `A!` cannot be a name here", "5:44 F026 the dossier has no language `em`"]


def test_placeholders_that_mean_something_pass() -> None:
    words = "{@areas} {@areas.number} {parties.ins} {party.BLR} {place} {date} {languages} {blank} {{x}}"
    assert found(f"  - clause: a\n    kind: article\n    en: |\n      {words}\n") == []


def test_letters_of_two_scripts_in_a_word_are_a_warning() -> None:
    read = read_concept(source("schema: 1\nclauses: [{clause: a, kind: article, en: 'Мiнск'}]\n"), dossier())
    assert [(p.code, p.place.line, p.message) for p in read.warnings] == [
        ("F037", 2, "`Мiнск` mixes Latin and Cyrillic letters that look alike")
    ]


def test_a_lone_half_of_a_letter_is_refused_in_words() -> None:
    """A file with a tab is read by the parser that takes such an escape for a letter."""
    (problem,) = problems(
        lambda: read('schema: 1\n#\ta tab\nclauses:\n  - {clause: a, kind: article, en: "\\ud800"}\n')
    )
    assert "U+D800" in problem
