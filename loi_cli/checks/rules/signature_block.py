"""L134: a signature block that would lack a name or an office in one of the languages."""

from collections.abc import Iterator

from loi_cli.checks.rule import ERROR, Example, Rule, Subject
from loi_cli.i18n import _
from loi_cli.model.problems import Problem

RULE = Rule(
    code="L134",
    name="signature-block",
    draft=None,
    send=None,
    final=ERROR,
    says=_("A party's name or the office that signs for it is missing in a language of the text."),
    why=_("Signatures stand under every language text on every original, each with name and office in that language."),
    help=_("add it to dossier.yaml, under `parties`"),
    examples=(
        Example(
            dossier="""
parties:
  AAA: {name: {en: Ministry of Industry of the First State}, signatory: {en: Minister of Industry}}
  BBB: {name: {en: Ministry of Industry of the Second State}}
""",
            clauses="""
- clause: done
  kind: testimonium
  en: DONE in duplicate at {place} on {date}.
""",
            finds=("the office that signs for BBB is missing in “en”",),
        ),
        Example(
            clauses="""
- clause: done
  kind: testimonium
  en: DONE in duplicate at {place} on {date}.
"""
        ),
    ),
)


def find(subject: Subject) -> Iterator[Problem]:
    dossier = subject.dossier
    for code, party in dossier.parties.items():
        for language in dossier.languages:
            if language not in party.name:
                message = _("the name of {party} is missing in “{language}”")
                yield RULE.problem(message.format(party=code, language=language), dossier.where)
            if language not in party.signatory:
                message = _("the office that signs for {party} is missing in “{language}”")
                yield RULE.problem(message.format(party=code, language=language), dossier.where)
