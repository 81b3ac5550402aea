"""L121: a reference or a blank that stands in one language of a clause, and not in another."""

from collections import Counter
from collections.abc import Iterator

from loi_cli.checks.rule import ERROR, WARNING, Example, Rule, Subject
from loi_cli.checks.wordings import settled_texts
from loi_cli.i18n import _, saying
from loi_cli.model.placeholders import Placeholder, Slot, split
from loi_cli.model.problems import Problem

RULE = Rule(
    code="L121",
    name="differing-references",
    draft=WARNING,
    send=ERROR,
    final=ERROR,
    says=saying("A reference or a blank stands in one language of a clause and not in another."),
    why=saying("The languages would send their readers to different articles."),
    help=_("send an input that refers to the same clauses in every language"),
    examples=(
        Example(
            dossier="languages: [en, id]",
            clauses="""
- clause: aim
  kind: article
  en: The aim is trade.
  id: Tujuannya ialah perdagangan.
- clause: areas
  kind: article
  en: The areas follow from {@aim}.
  id: Bidangnya mengikuti Pasal di atas.
""",
            finds=("areas: {@aim} stands in en, and not in id",),
        ),
        Example(
            dossier="languages: [en, id]",
            clauses="""
- clause: aim
  kind: article
  en: The aim is trade.
  id: Tujuannya ialah perdagangan.
- clause: areas
  kind: article
  en: The areas follow from {@aim}.
  id: Bidangnya mengikuti Pasal {@aim.number}.
""",
        ),
    ),
)


def find(subject: Subject) -> Iterator[Problem]:
    for clause in subject.text:
        found = {language: _slots(text) for language, text in settled_texts(clause).items()}
        for slot in dict.fromkeys(slot for counted in found.values() for slot in counted):
            has = [language for language, counted in found.items() if slot in counted]
            lacks = [language for language in found if language not in has]
            if lacks:
                message = saying(
                    "{clause}: {slot} stands in {has}, and not in {lacks}",
                    clause=clause.id,
                    slot=slot,
                    has=", ".join(has),
                    lacks=", ".join(lacks),
                )
                yield RULE.problem(message, subject.place_of(clause.id))


def _slots(text: str) -> Counter[str]:
    """References by their clause, whatever their form; and blanks."""
    parts = [part for part in split(text) if isinstance(part, Placeholder)] if "{" in text else []
    return Counter(
        f"{{@{part.name}}}" if part.slot is Slot.REFERENCE else "{blank}"
        for part in parts
        if part.slot in (Slot.REFERENCE, Slot.BLANK)
    )
