"""What `loi check --fix` proposes: only what is certain, and the text that it gives is found right."""

from pathlib import Path

import pytest

from loi_cli.checks.corrections import corrections, proposals
from loi_cli.checks.examination import examine, subject_of
from loi_cli.checks.rule import Example
from loi_cli.intake.merging import prospect
from loi_cli.intake.opening import open_dossier
from loi_cli.intake.register import take_stock
from tests.checks.test_rules import NOON, laid_out

TWO = "languages: [en, ru]"
COSTS = "- {clause: costs, kind: article, en: Each Party bears its own costs.}\n"
CASES = [
    ("typed", "", COSTS + "- {clause: aim, kind: article, en: Article 1 applies.}",
     [("L113", "Article 1", "{@costs}")]),
    ("typed alone", TWO, "- {clause: costs, kind: article, en: x, ru: y}\n"
     "- {clause: aim, kind: article, en: x, ru: Согласно статье 1.}", [("L113", "1", "{@costs.number}")]),
    ("of another text", "", COSTS + "- {clause: aim, kind: article, en: Article 1 of the Charter applies.}", []),
    ("of a text that cannot be told", TWO, "- {clause: costs, kind: article, en: x, ru: y}\n"
     "- {clause: aim, kind: article, en: x, ru: Согласно статье 1 Устава.}", []),
    ("of no article here", "", COSTS + "- {clause: aim, kind: article, en: Article 7 applies.}", []),
    ("look-alikes", TWO, "- {clause: aim, kind: article, en: Parties., ru: Cтороны c вами.}",
     [("L125", "Cтороны", "Стороны"), ("L125", "c", "с")]),
    ("look-alikes of both", TWO, "- {clause: aim, kind: article, en: Parties., ru: Wтороны.}", []),
    ("look-alikes alone", TWO, "- {clause: aim, kind: article, en: Parties., ru: Это Aа.}", []),
    ("a Latin word with a Cyrillic letter", TWO, "- {clause: aim, kind: article, en: The Раrties., ru: да}",
     [("L125", "Раrties", "Parties")]),
    ("a name", "", "- {clause: aim, kind: article, en: The Ministry of Industries of the First State.}",
     [("L124", "Ministry of Industries of the First State", "{party.AAA}")]),
    ("a name with a word more", "",
     "- {clause: aim, kind: article, en: The Ministry of the Industry of the First State.}", []),
]  # fmt: skip


@pytest.mark.parametrize(("dossier", "clauses", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_only_what_is_certain(dossier: str, clauses: str, expected: list[tuple[str, str, str]], tmp_path: Path) -> None:
    folder = laid_out(Example(clauses=clauses, dossier=dossier), tmp_path)
    register = take_stock(open_dossier(folder), NOON)
    subject = subject_of(register, prospect(register, NOON, "A"), (), NOON.date())
    found = corrections(subject)
    assert [(one.code, one.old, one.new) for one in found] == expected
    assert corrections(subject, {code for code, _old, _new in expected}) == ()


def test_the_corrected_text_is_found_right_and_languages_stay_aligned(tmp_path: Path) -> None:
    clauses = (
        "- {clause: costs, kind: article, heading: {en: Costs, ru: Расxоды}, en: It costs., ru: Это стоит.}\n"
        "- {clause: aim, kind: article, en: 'Article 1, Article 1.', ru: 'Cтатья 1 и cтатья 1.'}\n"
    )
    folder = laid_out(Example(clauses=clauses, dossier=TWO), tmp_path)
    register = take_stock(open_dossier(folder), NOON)
    subject = subject_of(register, prospect(register, NOON, "A"), (), NOON.date())
    said = {one.clause: one for one in proposals(subject, corrections(subject))}
    assert said["costs"].heading == {"en": "Costs", "ru": "Расходы"} and said["costs"].text == {}
    assert said["aim"].text == {"en": "{@costs}, {@costs}.", "ru": "Статья 1 и статья 1."}
    assert "L113, L125" in said["aim"].reason
    assert {p.code for p in examine(folder, NOON)} & {"L113", "L125"}
