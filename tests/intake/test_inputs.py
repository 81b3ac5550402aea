"""Inputs: the example of the design, and every way to get one wrong."""

from datetime import date

import pytest

from loi_cli.intake.inputs import read_input
from loi_cli.model.inputs import (
    AgendaProposal,
    Anchor,
    Change,
    Delete,
    Input,
    Insert,
    Instruct,
    Move,
    Position,
    Project,
    Remark,
    Replace,
    Reword,
    TalkingPoint,
    Where,
)  # fmt: skip
from loi_cli.model.problems import Place
from loi_cli.model.text import Kind
from tests.intake.samples import INPUT, dossier, problems, source

HEAD = "schema: 1\nunit: ilmate\nround: 1\nbase: v1\n"


def read(text: str, name: str = "ilmate-1") -> Input:
    return read_input(source(text, f"inputs/{name}.yaml"), dossier(), name).value


def found(text: str, name: str = "ilmate-1") -> list[str]:
    return problems(lambda: read(text, name))


def at(line: int, column: int = 5) -> Place:
    return Place("inputs/ilmate-1.2.yaml", line, column)


def test_the_example_of_the_design() -> None:
    one = read(INPUT, "ilmate-1.2")
    assert (one.name, one.side, one.unit, one.party, one.round) == ("ilmate-1.2", "ilmate.2", "ilmate", None, 1)
    assert (one.base, one.base_place, one.date, one.replaces) == ("v1", at(4, 7), date(2022, 1, 12), "ilmate-1")
    assert one.file == "inputs/ilmate-1.2.yaml"
    assert len(one.sha256) == 64
    assert one.proposals == (
        Reword(
            clause="areas.automotive", text={"en": "automotive components and parts;"}, reason="…", place=at(8)
        ),
        Reword(clause="areas", heading={"en": "Fields of Cooperation"}, place=at(11)),
        Replace(clause="desire", text={"en": Change("promote", "develop")}, place=at(13)),
        Insert(
            clause="areas.electric", kind=Kind.ITEM, anchor=Anchor(Where.AFTER, "areas.automotive"),
            text={"en": "electric vehicle components;"}, place=at(15),
        ),
        Delete(clause="areas.other", place=at(19)),
        Move(clause="areas.agro", anchor=Anchor(Where.BEFORE, "areas.automotive"), place=at(20)),
        Instruct(clause="areas", note="…", place=at(22)),
        Remark(clause="areas", note="…", place=at(24)),
        Position(clause="areas", aim="…", fallback="…", red_line="…", place=at(26)),
    )  # fmt: skip
    assert one.projects == (Project(id="maz", title={"id": "…", "en": "…"}, note="…", place=at(30, 12)),)
    assert one.agenda == (
        AgendaProposal(title={"id": "…", "en": "…"}, minutes=15, clauses=("areas.automotive",), place=at(31, 10)),
    )
    assert one.talking_points == (TalkingPoint(about="areas.automotive", note="…", place=at(32, 18)),)


def test_an_input_that_replaces_itself_replaces_nothing() -> None:
    result = read_input(source(INPUT), dossier(), "ilmate-1")
    assert result.value.replaces is None
    assert [(p.place.line, p.message) for p in result.warnings] == [
        (6, "an input cannot replace itself; this is passed over")
    ]


def test_a_unit_without_a_change_says_so() -> None:
    assert read(HEAD + "no-comment: true\n").no_comment


def test_the_other_party_sends_no_round() -> None:
    text = "schema: 1\nparty: BLR\nbase: v2-3f2a91\nproposals: [{delete: areas}]\n"
    one = read(text, "BLR-2022-01-20")
    assert (one.side, one.unit, one.party, one.round, one.date) == ("BLR", None, "BLR", None, None)
    assert read(text, "BLR-2022-01-20.2").side == "BLR.2"


def test_an_old_id_of_a_unit_is_the_same_unit() -> None:
    text = HEAD.replace("ilmate", "iubtt") + "no-comment: true\n"
    for name in ("iubtt-1", "ilmate-1"):
        one = read(text, name)
        assert (one.unit, one.side, one.name) == ("ilmate", "ilmate", name)


def test_words_to_replace_keep_their_spaces_in_quotes() -> None:
    one = read(HEAD + 'proposals:\n  - replace: a\n    en: {from: "very ", to: ""}\n')
    assert one.proposals == (
        Replace(clause="a", text={"en": Change("very ", "")}, place=Place("inputs/ilmate-1.yaml", 6, 5)),
    )


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        (HEAD, "ilmate-1", ["1:1 F032 the input says nothing"]),
        (HEAD + "proposals: []\n", "ilmate-1", ["5:12 F024 the list is empty"]),
        (HEAD + "no-comment: false\n", "ilmate-1", ["5:13 F023 `false` has no meaning here"]),
        (
            HEAD + "no-comment: true\nproposals: [{delete: a}]\n",
            "ilmate-1",
            ["5:1 F032 `no-comment` stands beside `proposals`"],
        ),
        (
            HEAD.replace("unit: ilmate", "unit: ilmat") + "no-comment: true\n",
            "ilmate-1",
            ["2:7 F026 the dossier has no unit `ilmat`"],
        ),
        (
            HEAD.replace("unit: ilmate\n", "unit: ilmate\nparty: BLR\n") + "no-comment: true\n",
            "ilmate-1",
            ["3:1 F028 `unit`, `party` stand together; only one of them can"],
        ),
        (
            "schema: 1\nbase: v1\nno-comment: true\n",
            "ilmate-1",
            ["1:1 F028 one of `unit`, `party` is missing"],
        ),
        (
            HEAD.replace("round: 1\n", "") + "no-comment: true\n",
            "ilmate-1",
            ["2:1 F021 `round` is missing; it goes with `unit`"],
        ),
        (
            HEAD.replace("round: 1", "round: 7") + "no-comment: true\n",
            "ilmate-7",
            ["3:8 F026 the dossier has no round 7"],
        ),
        (HEAD.replace("base: v1\n", "") + "no-comment: true\n", "ilmate-1", ["1:1 F021 `base` is missing"]),
        (HEAD.replace("v1", "head") + "no-comment: true\n", "ilmate-1", ["4:7 F025 `head` cannot be a name here"]),
        (
            HEAD + "no-comment: true\n",
            "ilmate-2",
            ["0:0 F034 the file is named `ilmate-2.yaml`, which does not fit what it holds"],
        ),
        (
            HEAD + "no-comment: true\n",
            "ilmate-1.1",
            ["0:0 F034 the file is named `ilmate-1.1.yaml`, which does not fit what it holds"],
        ),
        (
            "schema: 1\nparty: BLR\nbase: v1\ndate: 2022-01-21\nno-comment: true\n",
            "BLR-2022-01-20",
            ["0:0 F034 the file is named `BLR-2022-01-20.yaml`, which does not fit what it holds"],
        ),
        (
            "schema: 1\nparty: BLR\nround: 1\nbase: v1\nno-comment: true\n",
            "BLR-2022-01-20",
            ["3:1 F021 `unit` is missing; it goes with `round`"],
        ),
        (
            HEAD + "no-coment: true\n",
            "ilmate-1",
            ["5:1 F020 unknown key `no-coment`"],
        ),
        (
            HEAD + "projects: [{project: maz, title: {fr: x}}]\n",
            "ilmate-1",
            ["5:35 F026 the dossier has no language `fr`"],
        ),
    ],
)
def test_each_slip_is_found_where_it_stands(text: str, name: str, expected: list[str]) -> None:
    assert found(text, name) == expected


@pytest.mark.parametrize(
    ("proposal", "expected"),
    [
        ("{reword: a}", "6:5 F024 there are no words here"),
        ("{reword: a, en: x, de: y}", "6:24 F026 the dossier has no language `de`"),
        ("{reword: a, en: 'in {@}'}", "6:21 F031 `{@}` means nothing"),
        ("{replace: a, en: x}", "6:22 F022 words here; keys with values would belong here"),
        ("{replace: a, en: {from: x}}", "6:22 F021 `to` is missing"),
        ("{replace: a, en: {from: '', to: x}}", "6:29 F024 no words stand here"),
        ("{insert: a, kind: item, en: x}", "6:5 F028 one of `after`, `before`, `in` is missing"),
        (
            "{insert: a, kind: item, en: x, after: b, in: c}",
            "6:46 F028 `after`, `in` stand together; only one of them can",
        ),
        ("{insert: a, en: x, after: b}", "6:5 F021 `kind` is missing"),
        ("{insert: a, kind: item, after: b}", "6:5 F024 there are no words here"),
        ("{insert: a, kind: item, en: x, after: a}", "6:43 F033 `a` cannot be placed by itself"),
        ("{move: a, in: a}", "6:19 F033 `a` cannot be placed by itself"),
        ("{move: a}", "6:5 F028 one of `after`, `before`, `in` is missing"),
        ("{delete: a, en: x}", "6:17 F020 unknown key `en`"),
        ("{delete: ../a}", "6:14 F025 `../a` cannot be a name here"),
        ("{reword: a, delete: a, en: x}", "6:17 F028 `reword` and `delete` stand in one proposal"),
        ("{rewrod: a, en: x}", "6:5 F028 no proposal begins so"),
        ("{remark: a}", "6:5 F021 `note` is missing"),
        ("{instruct: a, note: ''}", "6:25 F024 no words stand here"),
        ("{position: a, aim: x, redline: y}", "6:27 F020 unknown key `redline`"),
        ("delete a", "6:5 F022 words here; keys with values would belong here"),
    ],
)
def test_each_verb_has_its_keys(proposal: str, expected: str) -> None:
    assert found(HEAD + f"proposals:\n  - {proposal}\n") == [expected]


def test_every_slip_of_every_proposal_is_found_at_once() -> None:
    text = HEAD.replace("base: v1", "base: V1") + (
        "proposals:\n"
        "  - {reword: a, em: x}\n"
        "  - {delete: b}\n"
        "  - {move: b, after: c}\n"
        "  - reword: d\n"
        "    en: harga #1 naik\n"
        "  - reword: e\n"
        "    en: [agro: x] y\n"
    )
    assert found(text) == [
        "4:7 F025 `V1` cannot be a name here",
        "6:17 F026 the dossier has no language `em`",
        "8:5 F033 `b` is deleted and changed: in line 7 and here in line 8",
        "10:9 F013 YAML takes `#1 naik` for a comment: these words would be lost",
        "12:19 F006 YAML gives `[` at the beginning of a value a meaning of its own",
    ]
