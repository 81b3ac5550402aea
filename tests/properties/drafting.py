"""Texts and inputs as a negotiation brings them forth, for laws that must hold for all of them."""

from collections.abc import Sequence

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from loi_cli.merge.decisions import Rulings
from loi_cli.merge.fitting import misfits
from loi_cli.merge.proposals import fields_of
from loi_cli.merge.replay import Base, Replayed, replay
from loi_cli.merge.rules import Rules
from loi_cli.model.inputs import Anchor, Delete, Input, Insert, Move, Proposal, Reword, Where
from loi_cli.model.problems import Place
from loi_cli.model.records import Decision
from loi_cli.model.text import Clause, Kind, Text
from loi_cli.model.words import agreed, shown

UNITS = ("ilmate", "agro", "ikft", "kemlu")
ORDER = (*UNITS, "IDN", "BLR")
HERE = Place("inputs/x.yaml", 1, 1)

_SPEECH = """the Parties shall promote industrial cooperation in automotive and agro sectors of Indonesia, on a regular
basis; including 20 February 2022, 2.5 million dollars. Para Pihak memajukan kerja sama (otomotif) dan"""
VOCABULARY = tuple(_SPEECH.split())

phrases = st.lists(st.sampled_from(VOCABULARY), max_size=3).map(" ".join)
sentences = st.lists(st.sampled_from(VOCABULARY), min_size=1, max_size=14).map(" ".join)


@st.composite
def rewordings(draw: DrawFn, words: str) -> str:
    """The words after one or two replacements, insertions or deletions of a few of them."""
    pieces = words.split(" ")
    for _step in range(draw(st.integers(1, 2))):
        start = draw(st.integers(0, len(pieces)))
        end = min(len(pieces), start + draw(st.integers(0, 3)))
        pieces[start:end] = draw(phrases).split(" ")
    return " ".join(piece for piece in pieces if piece)


TREE = (
    ("aim", Kind.ARTICLE, None),
    ("areas", Kind.ARTICLE, None),
    ("areas.a", Kind.PARAGRAPH, "areas"),
    ("areas.a.x", Kind.ITEM, "areas.a"),
    ("areas.a.y", Kind.ITEM, "areas.a"),
    ("areas.b", Kind.PARAGRAPH, "areas"),
    ("costs", Kind.ARTICLE, None),
    ("costs.c", Kind.ITEM, "costs"),
)


@st.composite
def concepts(draw: DrawFn) -> Text:
    return Text(
        tuple(
            Clause(id=name, kind=kind, parent=parent, text={"en": agreed(draw(sentences), "concept")}, by=("concept",))
            for name, kind, parent in TREE
        )
    )


@st.composite
def proposals(draw: DrawFn, base: Text) -> Proposal:
    clauses = base.by_id()
    clause = clauses[draw(st.sampled_from(sorted(clauses)))]
    anchor = Anchor(draw(st.sampled_from(list(Where))), draw(st.sampled_from([*sorted(clauses), "new.p", "new.q"])))
    match draw(st.sampled_from(("reword", "reword", "insert", "move", "delete"))):
        case "reword":
            words = shown(clause.text.get("en", ())) or "the"
            return Reword(clause=clause.id, text={"en": draw(rewordings(words))}, place=HERE)
        case "insert":
            name = draw(st.sampled_from(("new.p", "new.q", "new.r")))
            kind = draw(st.sampled_from((Kind.ITEM, Kind.PARAGRAPH, Kind.ARTICLE)))
            return Insert(clause=name, kind=kind, anchor=anchor, text={"en": draw(sentences)}, place=HERE)
        case "move":
            return Move(clause=clause.id, anchor=anchor, place=HERE)
        case _:
            return Delete(clause=clause.id, place=HERE)


def empty_input(name: str) -> Input:
    """An input of this name against v1 that proposes nothing yet."""
    unit, _, further = name.partition("-")
    party = unit if unit.isupper() else None
    return Input(
        name=name, side=unit, unit=None if party else unit, party=party, round=None if party else int(further),
        base="v1", date=None, file=f"inputs/{name}.yaml", sha256=name, base_place=HERE,
    )  # fmt: skip


@st.composite
def inputs(draw: DrawFn, name: str, base: Text) -> Input:
    """One input that the readers would take: what does not fit, or contradicts an earlier proposal, is left out."""
    one = empty_input(name)
    taken: set[tuple[str, str]] = set()
    for proposal in draw(st.lists(proposals(base), max_size=3)):
        claims = {(proposal.clause, field) for field in fields_of(proposal)}
        changed = {(proposal.clause, "exists")} if not isinstance(proposal, Delete) else {(proposal.clause, "any")}
        grown = one._replace(proposals=(*one.proposals, proposal))
        if not taken & (claims | changed) and not misfits(grown, base):
            taken |= claims | ({(proposal.clause, "any")} if not isinstance(proposal, Delete) else set())
            one = grown
    return one


def rank(side: str) -> tuple[int, str]:
    name = side.split(".")[0]
    return (ORDER.index(name) if name in ORDER else len(ORDER), side)


def rules(decisions: Sequence[Decision] = ()) -> Rules:
    return Rules(home="IDN", languages=("en",), rank=rank, rulings=Rulings(decisions), others=frozenset({"BLR"}))


def merged(
    concept: Text, first: Sequence[Input], later: tuple[Base, Sequence[Input]] | None = None,
    decisions: Sequence[Decision] = (),
) -> Replayed:  # fmt: skip
    """Everything merged: what was written against the concept, and what was written against a later text."""
    by_base = {"root": first}
    held = {one.name: frozenset[str]() for one in first}
    bases = [Base("root", 1, concept, frozenset())]
    if later is not None:
        base, second = later
        bases.append(base)
        by_base[base.key] = second
        held |= {one.name: base.holds for one in second}
    return replay(bases, by_base, rules(decisions), held)


NAMES = ("ilmate-1", "agro-1", "ikft-1", "kemlu-1", "BLR-2022-01-20", "ilmate-2")


@st.composite
def negotiations(draw: DrawFn, least: int = 0) -> tuple[Text, tuple[Input, ...]]:
    """A concept and inputs against it."""
    concept = draw(concepts())
    names = draw(st.lists(st.sampled_from(NAMES), unique=True, min_size=least, max_size=4))
    return concept, tuple(draw(inputs(name, concept)) for name in names)


@st.composite
def later_negotiations(draw: DrawFn) -> tuple[Text, tuple[Input, ...], Base, tuple[Input, ...]]:
    """A concept, inputs against it, a text that holds the first of them, and inputs against that text."""
    concept, first = draw(negotiations(least=1))
    known = first[: draw(st.integers(1, len(first)))]
    base = Base("second", 2, merged(concept, known).text, frozenset(one.name for one in known))
    names = draw(st.lists(st.sampled_from(("ikft-2", "kemlu-2", "BLR-2022-01-30")), unique=True, min_size=1))
    return concept, first, base, tuple(draw(inputs(name, base.text)) for name in names)
