"""A clause's words by the name of their field."""

from loi_cli.model.text import Clause
from loi_cli.model.words import Words


def words_of(clause: Clause, field: str) -> Words:
    """The words of `text.en` or `heading.en`; none where the clause has none in that language."""
    kind, _dot, language = field.partition(".")
    return (clause.heading if kind == "heading" else clause.text).get(language, ())
