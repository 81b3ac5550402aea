"""Places of clauses in the words of a paper: `after areas.agro`, as the merge speaks, becomes `after Article 5(2)`."""

from collections.abc import Callable

from loi_cli.model.conflicts import ABSENT, DELETED
from loi_cli.render.catalogue import catalogue

_KEYS = {"after": "after", "before": "before-clause", "in": "in", "first in": "first-in"}


def place_in_words(spoken: str, base: str, language: str, name: Callable[[str], str]) -> str:
    """Where a side wants a clause to stand; `name` says how the paper calls another clause."""
    if spoken == base:
        return catalogue(language).say("internal.stays")
    key, _, clause = spoken.rpartition(" ")
    words = catalogue(language)
    if key not in _KEYS:
        return words.say("papers.matrix.first")
    return words.say(f"papers.matrix.{_KEYS[key]}", clause=name(clause))


def existence_in_words(reading: str, language: str) -> str:
    """Whether a side wants a clause to stand."""
    return catalogue(language).say("internal.gone" if reading in (DELETED, ABSENT) else "internal.stands")
