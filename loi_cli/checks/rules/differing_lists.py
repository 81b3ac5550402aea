"""L122: an enumeration inside a clause that is longer in one language than in another."""

import re
from collections.abc import Iterator

from loi_cli.checks.rule import WARNING, Example, Rule, Subject
from loi_cli.checks.wordings import settled_texts
from loi_cli.i18n import _, saying
from loi_cli.model.problems import Problem

RULE = Rule(
    code="L122",
    name="differing-lists",
    draft=WARNING,
    send=WARNING,
    final=WARNING,
    says=saying("An enumeration inside a clause is longer in one language than in another."),
    why=saying("An item was added in one language alone; it is in force in none, or in doubt."),
    help=_("compare the languages item by item; items with ids of their own (`kind: item`) cannot differ"),
    examples=(
        Example(
            dossier="languages: [en, id]",
            clauses="""
- clause: forms
  kind: article
  en: "The Parties exchange: (a) experts; (b) information; (c) samples."
  id: "Para Pihak bertukar: (a) tenaga ahli; (b) informasi."
""",
            finds=("forms: the enumeration has 3 items in en, 2 in id",),
        ),
        Example(
            dossier="languages: [en, id]",
            clauses="""
- clause: forms
  kind: article
  en: "The Parties exchange: (a) experts; (b) information."
  id: "Para Pihak bertukar: (a) tenaga ahli; (b) informasi."
""",
        ),
        Example(
            dossier="languages: [en, id]",
            clauses="""
- clause: done
  kind: article
  en: Done in two originals; both texts are equally authentic; they enter into force today.
  id: Dibuat dalam dua rangkap asli. Kedua naskah sama autentik. Keduanya mulai berlaku hari ini.
""",
        ),
    ),
)

_ITEM = re.compile(r"(?<!\w)\(?(?:[^\W\d_]|[ivx]{1,4})\)\s")
_PART = re.compile(r";(?=\s*\S)")
_BEGINS = re.compile(rf"[:：]|{_ITEM.pattern}")
_LIST = 3
"""One semicolon parts two sentences; what is parted into three is a list."""


def find(subject: Subject) -> Iterator[Problem]:
    for clause in subject.text:
        texts = settled_texts(clause)
        found = {language: _items(text) for language, text in texts.items()}
        if not any(_BEGINS.search(text) for text in texts.values()):
            continue  # semicolons that part sentences, which another language parts by full stops
        if found and max(found.values()) >= _LIST and len(set(found.values())) > 1:
            (first, n), *others = found.items()
            counted = saying("{n} items in {language}", n=n, language=first)
            for language, n in others:
                counted += ", " + saying("{n} in {language}", n=n, language=language)
            message = saying("{clause}: the enumeration has {counted}", clause=clause.id, counted=counted)
            yield RULE.problem(message, subject.place_of(clause.id))


def _items(text: str) -> int:
    """How many items a wording counts: by their marks, else by semicolons."""
    return len(_ITEM.findall(text)) or len(_PART.findall(text)) + 1
