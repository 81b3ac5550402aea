"""Marked words in every internal field: none of them may stand in what goes to a party."""

from datetime import date

import pytest

from loi_cli.merge.outcomes import Outcome, Verdict
from loi_cli.model.conflicts import ABSENT
from loi_cli.model.dossier import Unit
from loi_cli.model.inputs import AgendaProposal, Input, Position, Project, Remark, Reword, TalkingPoint
from loi_cli.model.problems import Place
from loi_cli.model.text import Kind
from loi_cli.model.versions import Merged, Version
from loi_cli.model.words import Bracket, Reading, Run, Side
from loi_cli.render.material import Material
from loi_cli.render.papers import PAPERS, render_html
from tests.render.builder import bracket, clause, dossier, material, version, words

CANARY = "kenari"
"""Stands in every internal word below."""


def c(name: str) -> str:
    return f"{CANARY}-{name}"


def secret_version(number: int, wording: str) -> Version:
    ours = Reading(c("ours"), (Side(c("unit"), c("input")),)), Reading(c("other"), (Side(c("unit-2"), c("input-2")),))
    disputed = Bracket("help", (*ours, Reading("foster", (Side("BLR", c("file")),))), " ", (c("base-by"),))
    between = bracket("", " ", **{c("unit"): c("new"), c("other"): c("newer")})
    made = version(
        clause("aim", Kind.ARTICLE, {"en": (Run(f"{wording} to", (c("by"),)), disputed, between, *words(" trade."))},
               by=(c("input"),), place=bracket("first", BLR="after stays", **{c("unit"): f"after {c('hidden')}"})),
        clause(c("hidden"), Kind.ARTICLE, {"en": words(c("hidden"))},
               exists=bracket(ABSENT, **{c("unit"): c("exists")})),
        clause("hidden.part", Kind.PARAGRAPH, {"en": words(c("hidden-part"))}, parent=c("hidden")),
        clause("stays", Kind.ARTICLE, {"en": words("It stays.")}, exists=bracket("stands", **{c("unit"): "deleted"})),
        number=number,
    )  # fmt: skip
    header = made.header._replace(author=c("author"), message=c("message"), touched=(c("touched"),))
    return made._replace(header=header, inputs=(Merged(c("input"), c("sha")),), decisions=(Merged(c("decision"), ""),))


def secret_input() -> Input:
    here = Place(f"/home/{c('user')}/{c('path')}.yaml", 1, 1)
    return Input(
        name=c("input"), side=c("unit"), unit=c("unit"), party=None, round=1, base="v1", date=date(2022, 1, 1),
        source=c("source"), file=c("file"), sha256=c("sha"), base_place=here,
        proposals=(
            Reword(clause="aim", text={"en": c("wording")}, reason=c("reason"), place=here),
            Remark(clause="aim", note=c("note"), place=here),
            Position(
                clause="aim",
                aim=c("aim"),
                adjustments=c("adjustments"),
                fallback=c("fallback"),
                red_line=c("red-line"),
                place=here,
            ),
        ),
        projects=(Project(id="p", title={"en": c("project")}, note=c("project-note"), place=here),),
        agenda=(AgendaProposal(title={"en": c("topic")}, place=here),),
        talking_points=(TalkingPoint(about="aim", note=c("talking"), place=here),),
    )  # fmt: skip


def secret_material(receiver: str | None) -> Material:
    unit = Unit(id=c("unit"), name=c("unit-name"), to=c("to"), mail=f"{CANARY}@example.go.id", was=(c("was"),))
    it = dossier("en", units={c("unit"): unit}, gates=(c("gate"),), where=Place(c("dossier")))
    fate = Outcome(input=c("input"), side=c("unit"), proposal=0, clause="aim", field="text.en", verdict=Verdict.MERGED,
                   why=c("why"), place=Place(c("place")))  # fmt: skip
    return material(
        secret_version(3, "We wish"),
        it,
        against=secret_version(2, "The Parties wish"),
        receiver=receiver,
        inputs=(secret_input(),),
        outcomes=(fate,),
    )


PARTIES_PAPERS = [name for name, paper in PAPERS.items() if paper.for_party and not paper.needs_meeting]


@pytest.mark.parametrize("name", PARTIES_PAPERS)
@pytest.mark.parametrize("receiver", ["BLR", "IDN"])
def test_no_internal_word_reaches_a_party(name: str, receiver: str) -> None:
    assert CANARY not in render_html(name, secret_material(receiver))


@pytest.mark.parametrize("name", ["loi", "redline"])
def test_the_canaries_would_be_seen(name: str) -> None:
    """The same papers for our own side do hold them: the test above looks at something."""
    html = render_html(name, secret_material(None))
    assert c("ours") in html
    assert c("unit") in html
    assert c("hidden") in html
