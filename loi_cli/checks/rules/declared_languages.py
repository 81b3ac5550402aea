"""L130: a testimonium that names other languages than those the text is in."""

from collections.abc import Iterator

from loi_cli.checks.rule import ERROR, WARNING, Example, Rule, Subject
from loi_cli.checks.wordings import settled_texts
from loi_cli.i18n import _, saying
from loi_cli.model.placeholders import Placeholder, Slot, split
from loi_cli.model.problems import Problem
from loi_cli.model.text import Kind
from loi_cli.render.catalogue import catalogue

RULE = Rule(
    code="L130",
    name="declared-languages",
    draft=WARNING,
    send=ERROR,
    final=ERROR,
    says=saying("The testimonium names other languages than those the text is in."),
    why=saying("The Belavezha Accords declare a language in which they were never signed."),
    help=_("write `{languages}`, which prints the languages of dossier.yaml in the order of each original"),
    examples=(
        Example(
            dossier="languages: [en, ru]",
            clauses="""
- clause: done
  kind: testimonium
  en: DONE in duplicate in the English and French languages.
  ru: СОВЕРШЕНО в двух экземплярах на {languages} языках.
""",
            finds=("done (en) does not name Russian", "done (en) names French, in which there is no text"),
        ),
        Example(
            dossier="languages: [en, ru]",
            clauses="""
- clause: done
  kind: testimonium
  en: DONE in duplicate in the {languages} languages.
  ru: СОВЕРШЕНО в двух экземплярах на {languages} языках.
""",
        ),
    ),
)


def find(subject: Subject) -> Iterator[Problem]:
    declared = subject.dossier.languages
    for clause in subject.text:
        if clause.kind is not Kind.TESTIMONIUM:
            continue
        for language, text in settled_texts(clause).items():
            if any(isinstance(part, Placeholder) and part.slot is Slot.LANGUAGES for part in split(text)):
                continue
            named = _named(text, language)
            if len(named) < 2:
                continue  # it names the one that prevails, or none
            for one, name in named.items():
                if one not in declared:
                    message = saying(
                        "{clause} ({language}) names {name}, in which there is no text",
                        clause=clause.id,
                        language=language,
                        name=name,
                    )
                    yield RULE.problem(message, subject.place_of(clause.id))
            for one in declared:
                if one not in named:
                    name = catalogue(language).name_of_language(one)
                    message = saying(
                        "{clause} ({language}) does not name {name}", clause=clause.id, language=language, name=name
                    )
                    yield RULE.problem(message, subject.place_of(clause.id))


def _named(text: str, language: str) -> dict[str, str]:
    """The languages that a text names, as far as the catalogue knows names; endings of inflected names are let pass."""
    words = catalogue(language)
    said = text.casefold()
    names = {one: words.name_of_language(one) for one in words.section("languages")}
    return {one: name for one, name in names.items() if _root(name.casefold()) in said}


def _root(name: str) -> str:
    return name if name.isascii() else name[: max(4, len(name) - 3)]
