"""What stands behind a side of a conflict: the proposal that it is read in."""

from pathlib import Path

from loi_cli.intake.authorship import Authorship
from loi_cli.intake.disputes import disputes
from tests.merge.negotiation import Negotiation

CONCEPT = """
schema: 1
clauses:
  - clause: aim
    kind: article
    en: The Parties promote trade and develop fisheries.
  - clause: stock
    kind: article
    en: The Parties assess the stock.
  - clause: stocking
    kind: article
    en: The Parties restock rivers.
"""
HEAD = "schema: 1\nunit: {}\nround: 1\nbase: v1\nproposals:\n"


def test_words_are_told_with_the_replacement_that_brought_them(tmp_path: Path) -> None:
    negotiation = Negotiation(tmp_path, CONCEPT)
    negotiation.send("ilmate-1", HEAD.format("ilmate") + (
        "  - replace: aim\n    en: {from: promote, to: expand}\n    reason: first\n"
        "  - replace: aim\n    en: {from: develop, to: protect}\n    reason: second\n"
    ))  # fmt: skip
    negotiation.send("agro-1", HEAD.format("agro") + "  - replace: aim\n    en: {from: develop, to: restore}\n")
    negotiation.merge()
    [dispute] = disputes(negotiation.register())
    assert {(v.side, v.reason, v.line) for v in dispute.voices} == {("ilmate", "second", 9), ("agro", "", 6)}
    behind = Authorship(negotiation.register())
    assert [o.reason for o in behind.origins(["ilmate-1"], "aim", "text.en", " expand")] == ["first"]


def test_who_wants_something_in_a_clause_that_another_deletes_is_told_with_that(tmp_path: Path) -> None:
    negotiation = Negotiation(tmp_path, CONCEPT)
    negotiation.send("ilmate-1", HEAD.format("ilmate") + "  - delete: stock\n")
    negotiation.send("agro-1", HEAD.format("agro") + (
        "  - reword: stocking\n    en: The Parties restock lakes.\n    reason: of another clause\n"
        "  - insert: yearly\n    kind: paragraph\n    in: stock\n    en: They do so yearly.\n    reason: it is needed\n"
    ))  # fmt: skip
    negotiation.merge()
    [dispute] = disputes(negotiation.register())
    assert ("agro", "it is needed", 9) in {(v.side, v.reason, v.line) for v in dispute.voices}
