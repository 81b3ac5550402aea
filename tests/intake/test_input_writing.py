"""Inputs written by a command read back to the same, whatever words they hold."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from loi_cli.files.characters import is_forbidden
from loi_cli.files.prose import kept
from loi_cli.files.source import Source
from loi_cli.intake.dossier import read_dossier
from loi_cli.intake.input_writing import Draft, input_bytes
from loi_cli.intake.inputs import read_input
from loi_cli.model.inputs import (
    Anchor,
    Change,
    Delete,
    Insert,
    Instruct,
    Move,
    Position,
    Proposal,
    Remark,
    Replace,
    Reword,
    Where,
)
from loi_cli.model.problems import Place
from loi_cli.model.text import Kind
from loi_cli.model.words import tidy
from tests.journeys.lisbon import DOSSIER

LISBON = read_dossier(Source.from_bytes("dossier.yaml", DOSSIER.encode())).value
HERE = Place("")
DAY = date(2022, 1, 18)

notes = st.text(st.characters(exclude_categories=["Cs"]).filter(lambda c: not is_forbidden(c)), min_size=1)
notes = notes.map(kept).filter(bool)
wordings = st.text("aé: #'\"[]-–|>&*!%@`,\n", min_size=1).map(tidy).filter(bool)
languages = st.dictionaries(st.sampled_from(["pt", "sw", "en"]), wordings, min_size=1)
changes = st.dictionaries(st.sampled_from(["pt", "en"]), st.builds(Change, wordings, wordings), min_size=1)
anchors = st.sampled_from([Anchor(Where.AFTER, "aim"), Anchor(Where.BEFORE, "aim"), Anchor(Where.IN, "fields")])
reasons = st.one_of(st.just(""), notes)


def proposals(clause: str) -> st.SearchStrategy[Proposal]:
    """A proposal on a clause, with any words in it."""
    about = {"clause": st.just(clause), "reason": reasons, "place": st.just(HERE)}
    return st.one_of(
        st.builds(Reword, text=languages, heading=languages, **about),
        st.builds(Replace, text=changes, heading=changes, **about),
        st.builds(
            Insert, kind=st.just(Kind.ITEM), anchor=anchors, text=languages, heading=st.just({}) | languages, **about
        ),
        st.builds(Delete, **about),
        st.builds(Move, anchor=anchors, **about),
        st.builds(Instruct, note=notes, **about),
        st.builds(Remark, note=notes, **about),
        st.builds(Position, aim=notes, adjustments=reasons, fallback=reasons, red_line=reasons, **about),
    )


@given(proposals("fields.ports"), proposals("meetings"), reasons)
def test_any_proposal_reads_back(one: Proposal, other: Proposal, source: str) -> None:
    draft = Draft(unit="harbours", round=2, base="v2-3f2a91", date=DAY, source=source, proposals=(one, other))
    read = read_input(Source.from_bytes("inputs/harbours-2.yaml", input_bytes(draft)), LISBON, "harbours-2").value
    assert tuple(p._replace(place=HERE) for p in read.proposals) == (one, other)
    assert (read.unit, read.round, read.base, read.date, read.source) == ("harbours", 2, "v2-3f2a91", DAY, source)


def test_an_input_is_written_for_people() -> None:
    change = Replace(clause="meetings", text={"en": Change("once a year", "twice a year")}, reason="No.", place=HERE)
    draft = Draft(
        unit="harbours",
        round=2,
        base="v2-3f2a91",
        date=DAY,
        source="call: Monday",
        proposals=(change,),
        notes=("Hi!\n",),
    )
    assert input_bytes(draft).decode() == (
        "# yaml-language-server: $schema=../schemas/input.schema.json\n"
        "# Hi!\n"
        "schema: 1\n"
        "unit: harbours\n"
        "round: 2\n"
        "base: v2-3f2a91\n"
        "date: 2022-01-18\n"
        "source: 'call: Monday'\n"
        "proposals:\n"
        "  - replace: meetings\n"
        "    en:\n"
        "      from: once a year\n"
        "      to: twice a year\n"
        "    reason: No.\n"
    )


def test_a_draft_without_proposals_has_no_comment() -> None:
    draft = Draft(unit="harbours", round=2, base="v1", date=DAY)
    read = read_input(Source.from_bytes("inputs/harbours-2.yaml", input_bytes(draft)), LISBON, "harbours-2").value
    assert read.no_comment
