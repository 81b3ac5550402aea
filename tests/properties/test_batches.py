"""Through real files: the text is the same however inputs are batched, and whichever machine merged them."""

import shutil
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from loi_cli.history.encoding import text_hash
from loi_cli.history.verify import verify
from loi_cli.model.text import Text
from tests.merge.negotiation import Negotiation
from tests.properties.drafting import rewordings

WORDS = "the Parties shall promote industrial cooperation in the automotive sector on a regular basis"
CONCEPT = f"""
schema: 1
clauses:
  - {{clause: aim, kind: article, en: {WORDS}}}
  - {{clause: costs, kind: article, en: each Party bears its own costs}}
"""
FEW = settings(max_examples=12)

Wishes = dict[str, dict[str, object]]


@st.composite
def wishes(draw: st.DrawFn, names: tuple[str, ...] = ("ilmate-1", "agro-1", "ikft-1", "BLR-2022-01-20")) -> Wishes:
    """Inputs of several units against the concept, one proposal each."""
    verbs = st.one_of(
        rewordings(WORDS).map(lambda words: {"reword": "aim", "en": words}),
        st.sampled_from(("before", "after")).map(lambda where: {"move": "costs", where: "aim"}),
        st.just({"delete": "costs"}),
        st.sampled_from(("forms", "areas")).map(
            lambda name: {"insert": name, "kind": "article", "after": "aim", "en": name}
        ),
        st.just({"reword": "costs", "en": "each Party bears its costs"}),
    )
    return {name: draw(verbs) for name in names}


def sent(negotiation: Negotiation, name: str, proposal: dict[str, object]) -> None:
    unit, _dash, rest = name.partition("-")
    sender = {"party": unit, "date": rest} if unit.isupper() else {"unit": unit, "round": int(rest)}
    head = {"schema": 1, **sender, "base": "v1", "proposals": [proposal]}
    negotiation.send(name, yaml.safe_dump(head, allow_unicode=True).replace(f"'{rest}'", rest))


def after(batches: list[list[str]], some: Wishes, folder: Path) -> Text:
    negotiation = Negotiation(folder, CONCEPT)
    for batch in batches:
        for name in batch:
            sent(negotiation, name, some[name])
        text = negotiation.merge().version.text
    return text


@FEW
@given(wishes(), st.permutations(("ilmate-1", "agro-1", "ikft-1", "BLR-2022-01-20")), st.sets(st.integers(1, 3)))
def test_batches_never_matter(some: Wishes, order: list[str], cuts: set[int]) -> None:
    ends = [0, *sorted(cuts), len(order)]
    batches = [order[start:end] for start, end in pairwise(ends)]
    with TemporaryDirectory() as folder:
        at_once = after([list(some)], some, Path(folder) / "at-once")
        one_by_one = after(batches, some, Path(folder) / "in-batches")
    assert text_hash(at_once) == text_hash(one_by_one)


@FEW
@given(wishes(), st.integers(1, 3))
def test_two_machines_joined_hold_the_text_of_one(some: Wishes, cut: int) -> None:
    names = list(some)
    with TemporaryDirectory() as folder:
        here = Negotiation(Path(folder) / "here", CONCEPT)
        here.merge()
        shutil.copytree(here.folder, Path(folder) / "there")
        there = Negotiation(Path(folder) / "there", CONCEPT)
        for machine, share in ((here, names[:cut]), (there, names[cut:])):
            for name in share:
                sent(machine, name, some[name])
            machine.merge()
        shutil.copytree(there.folder, here.folder, dirs_exist_ok=True)
        assert len(here.register().heads) == 2
        joined = here.merge().version
        assert len(here.register().heads) == 1
        assert verify(here.folder)[1] == ()
        at_once = after([names], some, Path(folder) / "at-once")
    assert text_hash(joined.text) == text_hash(at_once)
    assert sorted(m.name for m in joined.inputs) == sorted(names)
