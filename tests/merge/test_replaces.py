"""`replaces` names an earlier input of one's own; anything else is told where it is read."""

from pathlib import Path

import pytest

from loi_cli.intake.opening import open_dossier
from loi_cli.intake.register import take_stock
from loi_cli.model.problems import BadInput
from tests.merge.negotiation import NOW, Negotiation

CONCEPT = "schema: 1\nclauses:\n  - {clause: aim, kind: article, en: The Parties cooperate.}\n"


def send(negotiation: Negotiation, name: str, replaces: str | None = None) -> None:
    unit, _dash, _round = name.partition("-")
    key = f"replaces: {replaces}\n" if replaces else ""
    negotiation.send(name, f"schema: 1\nunit: {unit}\nround: 1\nbase: v1\n{key}no-comment: true\n")


@pytest.mark.parametrize(
    ("name", "replaces", "says", "offers"),
    [
        ("ilmate-1.2", "ilmate-2", "there is no such input", "ilmate-1"),
        ("ilmate-1.2", "agro-1", "which agro sent", "take the key out"),
    ],
)
def test_an_input_that_cannot_be_replaced(tmp_path: Path, name: str, replaces: str, says: str, offers: str) -> None:
    negotiation = Negotiation(tmp_path, CONCEPT)
    send(negotiation, "ilmate-1")
    send(negotiation, "agro-1")
    send(negotiation, name, replaces)
    with pytest.raises(BadInput) as caught:
        negotiation.register()
    [problem] = caught.value.problems
    assert (problem.code, problem.place.file) == ("F313", f"inputs/{name}.yaml")
    assert problem.place.line == 4
    assert says in problem.message
    assert offers in problem.help


def test_inputs_that_replace_each_other(tmp_path: Path) -> None:
    negotiation = Negotiation(tmp_path, CONCEPT)
    send(negotiation, "ilmate-1", "ilmate-1.2")
    send(negotiation, "ilmate-1.2", "ilmate-1")
    with pytest.raises(BadInput, match="replace each other"):
        negotiation.register()


def test_the_good_ones_go_on(tmp_path: Path) -> None:
    negotiation = Negotiation(tmp_path, CONCEPT)
    send(negotiation, "agro-1")
    send(negotiation, "ilmate-1", "ilmate-2")
    register = take_stock(open_dossier(tmp_path), NOW, keep_going=True)
    assert [one.name for one in register.waiting] == ["agro-1"]
    assert [problem.code for problem in register.refused] == ["F313"]
