"""L144: an approval that the dossier demands, and that nobody gave to this very text."""

from collections.abc import Iterator

from loi_cli.checks.rule import ERROR, Example, Rule, Subject
from loi_cli.history.encoding import text_hash
from loi_cli.i18n import _, saying
from loi_cli.intake.gates import gates_of
from loi_cli.model.problems import Problem

RULE = Rule(
    code="L144",
    name="gate-not-passed",
    draft=None,
    send=None,
    final=ERROR,
    says=saying("A gate that dossier.yaml demands was not passed for this very text."),
    why=saying("An office approves words, not a file name: a text changed after its approval was approved by nobody."),
    help=_("`loi gate NAME --version V --by OFFICE --reference NUMBER` records an approval"),
    examples=(
        Example(
            dossier="gates: [legal-bureau]",
            clauses="""
- clause: aim
  kind: article
  en: The Parties promote trade.
""",
            finds=("legal-bureau is not passed for the text 61aa8ac2",),
        ),
        Example(
            clauses="""
- clause: aim
  kind: article
  en: The Parties promote trade.
"""
        ),
    ),
)


def find(subject: Subject) -> Iterator[Problem]:
    gates = [gate for gate in gates_of(subject.register.opened) if gate.demanded]
    text = text_hash(subject.text) if gates else ""
    for gate in gates:
        if gate.passed_for(text) is None:
            message = saying("{gate} is not passed for the text {hash}", gate=gate.name, hash=text[:8])
            if gate.approvals:
                earlier = gate.approvals[-1]
                message = saying(
                    "{gate} was passed for the text {other} on {date}, not for {hash}",
                    gate=gate.name,
                    other=earlier.text[:8],
                    date=earlier.date,
                    hash=text[:8],
                )
            yield RULE.problem(message, subject.dossier.where)
