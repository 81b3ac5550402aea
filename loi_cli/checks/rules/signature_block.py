"""L134: a name, an office or the subject that is missing in one of the languages."""

from collections.abc import Iterator, Mapping

from loi_cli.checks.rule import ERROR, Example, Rule, Subject
from loi_cli.i18n import _, saying
from loi_cli.model.problems import Problem

RULE = Rule(
    code="L134",
    name="signature-block",
    draft=None,
    send=None,
    final=ERROR,
    says=saying("The subject, a party's name or the office that signs for it is missing in a language of the text."),
    why=saying(
        "Signatures stand under every language text on every original, each with name and office in that language."
    ),
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
    named: list[tuple[str, Mapping[str, object]]] = [(saying("the subject"), dossier.subject)]
    for code, party in dossier.parties.items():
        named.append((saying("the name of {party}", party=code), party.name))
        named.append((saying("the office that signs for {party}", party=code), party.signatory))
    for what, given in named:
        for language in dossier.languages:
            if language not in given and language.split("-")[0] not in given:
                message = saying("{what} is missing in “{language}”", what=what, language=language)
                yield RULE.problem(message, dossier.where)
