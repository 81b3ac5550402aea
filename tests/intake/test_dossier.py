"""dossier.yaml: the example of the design, and every way to get it wrong."""

from datetime import date

import pytest

from loi_cli.intake.dossier import read_dossier
from loi_cli.model.dossier import Classification, Instrument, Unit
from tests.intake.samples import DOSSIER, problems, source

SMALL = """\
schema: 1
instrument: letter-of-intent
subject: {en: industry}
home: IDN
parties:
  IDN: {name: {en: A}}
  BLR: {name: {en: B}}
languages: [en]
"""


def found(text: str) -> list[str]:
    return problems(lambda: read_dossier(source(text, "dossier.yaml")))


def test_the_example_of_the_design() -> None:
    read = read_dossier(source(DOSSIER, "dossier.yaml"))
    dossier = read.value
    assert dossier.instrument is Instrument.LETTER_OF_INTENT
    assert dossier.parties["BLR"].name["ru"]["ins"] == "Министерством промышленности Республики Беларусь"
    assert dossier.parties["IDN"].signatory["en"] == {"nom": "Minister of Industry"}
    assert (dossier.home, dossier.other, dossier.languages, dossier.prevails) == ("IDN", "BLR", ("id", "en"), "en")
    assert dossier.rounds == {1: date(2022, 1, 14), 2: date(2022, 1, 28)}
    assert dossier.units["kemlu-hpi"] == Unit(
        id="kemlu-hpi",
        name="Ditjen Hukum dan Perjanjian Internasional",
        rounds=(2,),
        due={2: date(2022, 2, 1)},
        outside=True,
    )
    assert dossier.units["ilmate"].was == ("iubtt",)
    assert dossier.place_of_signature == {"id": {"nom": "Jakarta"}, "en": {"nom": "Jakarta"}}
    assert dossier.date_of_signature == date(2022, 2, 17)
    assert dossier.classification is Classification.RESTRICTED
    assert (dossier.gates, dossier.ignored_checks) == (("legal-bureau", "foreign-ministry"), ("L104",))
    assert [(p.place.line, p.code, p.message) for p in read.warnings] == [
        (11, "F038", "the name of BLR is missing in the language id"),
        (13, "F038", "the signatory of BLR is missing in the language id"),
    ]


def test_nothing_is_held_against_what_could_not_be_read() -> None:
    """A mistake in a key or its value is one problem, not one more for each unit, party or language that needs it."""
    parts = {"languages: [en]": "languages: [en, id]\nprevails: id\nrounds: {1: {due: 2022-01-14}}\n"
             "units: {a: {name: A, rounds: [1]}, b: {name: B, rounds: [1], due: {1: 2022-01-20}}}"}  # fmt: skip
    whole = SMALL.replace(*next(iter(parts.items())))
    assert [line for line in found(whole) if "missing in the language" not in line] == []
    for old, new in (
        ("rounds: {1", "runds: {1"),
        ("rounds: {1: {due: 2022-01-14}}", "rounds: 1"),
        ("rounds: {1: {", "rounds: {one: {"),
        ("home:", "hoem:"),
        ("parties:", "partys:"),
        ("languages: [en, id]", "langauges: [en, id]"),
        ("languages: [en, id]", "languages: [en, Indonesian]"),
        ("subject:", "subjct:"),
    ):
        assert len([line for line in found(whole.replace(old, new)) if "missing in the language" not in line]) == 1, new


def test_a_dossier_may_have_no_units_and_no_rounds() -> None:
    read = read_dossier(source(SMALL))
    assert (read.value.units, read.value.rounds, read.warnings) == ({}, {}, ())


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("schema: 1", "schema: 2", "1:9 F023 `2` is not 1"),
        ("letter-of-intent", "letter-of-intend", "2:13 F023 `letter-of-intend` has no meaning here"),
        ("home: IDN", "home: RUS", "4:7 F035 home is RUS, which is none of the parties"),
        ("home: IDN", "home: idn", "4:7 F025 `idn` cannot be a name here"),
        ("  BLR: {name: {en: B}}\n", "", "5:1 F035 1 parties stand here; a negotiation has two"),
        ("languages", "  RUS: {name: {en: C}}\nlanguages", "5:1 F035 3 parties stand here; a negotiation has two"),
        ("[en]", "[]", "8:12 F024 the list is empty"),
        ("[en]", "[en, en]", "8:17 F027 `en` stands twice in the list"),
        ("[en]", "[english]", "8:13 F025 `english` cannot be a name here"),
        ("languages: [en]\n", "", "1:1 F021 `languages` is missing"),
        ("[en]", "[en]\nprevails: ru", "9:11 F026 `ru` prevails, and is none of the languages"),
        ("{name: {en: B}}", "{name: {}}", "7:15 F024 nothing stands here"),
        ("{name: {en: B}}", "{name: {en: {ins: B}}}", "7:20 F021 `nom` is missing"),
        ("{name: {en: B}}", "{name: {en: {nom: B, isn: C}}}", "7:29 F020 unknown key `isn`"),
        ("{name: {en: B}}", "{}", "7:8 F021 `name` is missing"),
        ("[en]", "[en]\nclassification: top", "9:17 F023 `top` has no meaning here"),
        ("[en]", "[en]\nrounds: {1: {}}", "9:13 F021 `due` is missing"),
        ("[en]", "[en]\nrounds: {one: {due: 2022-01-14}}", "9:10 F023 `one` is not a whole number from 1 to 999999999"),
        (
            "[en]",
            "[en]\nunits:\n  a: {name: A, rounds: [1]}",
            "10:24 F026 the unit a is asked in round 1, which the dossier does not have",
        ),
        (
            "[en]",
            "[en]\nunits:\n  a: {name: A, due: {3: 2022-01-01}}",
            "10:21 F026 the unit a is asked in round 3, which the dossier does not have",
        ),
        (
            "[en]",
            "[en]\nunits:\n  a: {name: A}\n  b: {name: B, was: [a]}",
            "11:21 F027 `a` is a name of a already",
        ),
        (
            "[en]",
            "[en]\nunits:\n  a: {name: A, was: [x]}\n  b: {name: B, was: [x]}",
            "11:21 F027 `x` is a name of a already",
        ),
        ("[en]", "[en]\nunits:\n  ../etc: {name: A}", "10:3 F025 `../etc` cannot be a name here"),
        ("[en]", "[en]\nunits:\n  con: {name: A}", "10:3 F025 `con` cannot be a name here"),
        ("[en]", "[en]\nunits:\n  Кa: {name: A}", "10:3 F025 `Кa` cannot be a name here"),
        ("[en]", "[en]\nchecks: {ignore: [everything]}", "9:19 F025 `everything` cannot be a name here"),
        ("[en]", "[en]\ncheck: {}", "9:1 F020 unknown key `check`"),
    ],
)
def test_each_slip_is_found_where_it_stands(old: str, new: str, problem: str) -> None:
    assert found(SMALL.replace(old, new)) == [problem]


def test_all_slips_are_found_at_once() -> None:
    text = (
        SMALL.replace("schema: 1", "schema: one").replace("IDN: {", "IDNX: {").replace("[en]", "[en]\nunits: {a: {}}")
    )
    assert found(text) == [
        "1:9 F023 `one` is not 1",
        "4:7 F035 home is IDN, which is none of the parties",
        "6:3 F025 `IDNX` cannot be a name here",
        "9:12 F021 `name` is missing",
    ]
