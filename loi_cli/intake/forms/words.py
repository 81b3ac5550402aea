"""Words that a person may write into a form, in every language with a catalogue: DELETE, “after”, “before”, “in”."""

from collections.abc import Mapping
from functools import cache

from loi_cli.files.packed import catalogue_entries, catalogued_languages, words_under
from loi_cli.model.inputs import Where


def means_delete(words: str) -> bool:
    """Whether what stands in the place of a new text says that the clause shall go."""
    return words.strip(" .").casefold() in _said("delete")


def place_word(word: str) -> Where | None:
    """What a word says of the place of a new clause, if anything."""
    return _places().get(word.casefold())


@cache
def _places() -> Mapping[str, Where]:
    return {word: where for where in Where for word in _said(f"places.{where.value}")}


@cache
def _said(key: str) -> frozenset[str]:
    entries = [catalogue_entries(language) for language in catalogued_languages()]
    return frozenset(w.casefold() for one in entries for w in words_under(one, f"correspondence.form.{key}"))
