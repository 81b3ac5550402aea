"""The wordings that rules read: settled words alone, since what is in dispute may still become right."""

from collections.abc import Iterator

from loi_cli.model.text import Clause, Text
from loi_cli.model.words import Bracket, Words, started_from


def settled(words: Words) -> str | None:
    """The words as a string; None while any of them are in dispute."""
    return None if any(isinstance(piece, Bracket) for piece in words) else started_from(words)


def settled_texts(clause: Clause) -> dict[str, str]:
    """The settled words of a clause by language."""
    return {lang: text for lang, words in clause.text.items() if (text := settled(words)) is not None}


def every_wording(text: Text) -> Iterator[tuple[Clause, str, str]]:
    """Each clause, language and settled wording, headings too."""
    return ((clause, language, said) for clause, _heading, language, said in every_field(text))


def every_field(text: Text) -> Iterator[tuple[Clause, bool, str, str]]:
    """As `every_wording`, and whether it is the heading's."""
    for clause in text:
        for heading, fields in ((True, clause.heading), (False, clause.text)):
            for language, words in fields.items():
                if (said := settled(words)) is not None:
                    yield clause, heading, language, said
