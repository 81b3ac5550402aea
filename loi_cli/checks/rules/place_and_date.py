"""L142: the place or the date of signature, not known yet."""

from collections.abc import Iterator

from loi_cli.checks.rule import ERROR, Example, Rule, Subject
from loi_cli.i18n import _, saying
from loi_cli.model.placeholders import Placeholder, Slot, split
from loi_cli.model.problems import Problem
from loi_cli.model.words import started_from

RULE = Rule(
    code="L142",
    name="place-and-date",
    draft=None,
    send=None,
    final=ERROR,
    says=saying("The text prints the place or the date of signature, and dossier.yaml does not say it yet."),
    why=saying("An original says where and when it was signed; a draft leaves a blank for it."),
    help=_("complete `signature` in dossier.yaml once they are known"),
    examples=(
        Example(
            clauses="""
- clause: done
  kind: testimonium
  en: DONE at {place} on {date}.
""",
            dossier="signature: {place: {en: Lisbon}}",
            finds=("done (en): the date of signature is not known",),
        ),
        Example(
            clauses="""
- clause: done
  kind: testimonium
  en: DONE at {place} on {date}.
""",
            dossier="signature: {place: {en: Lisbon}, date: 2030-03-01}",
        ),
    ),
)


def find(subject: Subject) -> Iterator[Problem]:
    dossier = subject.dossier
    for clause in subject.text:
        for language, words in clause.text.items():
            slots = {part.slot for part in split(started_from(words)) if isinstance(part, Placeholder)}
            if Slot.PLACE in slots and language not in dossier.place_of_signature:
                message = saying(
                    "{clause} ({language}): the place of signature is not known", clause=clause.id, language=language
                )
                yield RULE.problem(message, dossier.where)
            if Slot.DATE in slots and dossier.date_of_signature is None:
                message = saying(
                    "{clause} ({language}): the date of signature is not known", clause=clause.id, language=language
                )
                yield RULE.problem(message, dossier.where)
