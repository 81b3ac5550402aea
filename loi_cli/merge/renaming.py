"""A text with its sides called as their units are called now.

A version keeps the names that its units had when it was made; inputs are read with the names that dossier.yaml gives
today. A merge compares the two, so it reads both under one name.
"""

from collections.abc import Mapping

from loi_cli.model.text import Clause, Text
from loi_cli.model.words import Bracket, Reading, Run, Side, Words, fingerprint


def as_called_now(text: Text, names: Mapping[str, str]) -> Text:
    """`names` gives the present name by each former one; the text itself where no unit was renamed."""
    return Text(_clause(clause, names) for clause in text) if names else text


def called_now(side: str, names: Mapping[str, str]) -> str:
    """`trade.2` as `commerce.2` where `trade` is called `commerce` now."""
    sender, dot, further = side.partition(".")
    return names.get(sender, sender) + dot + further


def _clause(clause: Clause, names: Mapping[str, str]) -> Clause:
    return clause._replace(
        text={language: _words(words, names) for language, words in clause.text.items()},
        heading={language: _words(words, names) for language, words in clause.heading.items()},
        seen=_seen(clause, names),
        exists=clause.exists and _bracket(clause.exists, names),
        place=clause.place and _bracket(clause.place, names),
    )


def _seen(clause: Clause, names: Mapping[str, str]) -> Mapping[str, Mapping[str, str]]:
    """What languages remember of each other holds the names in brackets too: a new name makes no translation stale."""
    anew = {fingerprint(words): fingerprint(_words(words, names)) for words in clause.text.values()}
    return {one: {other: anew.get(kept, kept) for other, kept in seen.items()} for one, seen in clause.seen.items()}


def _words(words: Words, names: Mapping[str, str]) -> Words:
    return tuple(piece if isinstance(piece, Run) else _bracket(piece, names) for piece in words)


def _bracket(bracket: Bracket, names: Mapping[str, str]) -> Bracket:
    readings = (
        Reading(r.text, tuple(Side(called_now(s.name, names), s.source) for s in r.sides)) for r in bracket.readings
    )
    return bracket._replace(readings=tuple(readings))
