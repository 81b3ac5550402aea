"""Which languages of a clause have seen each other's present words.

Each language keeps the fingerprint of every other at its own last change; where the other changed since, it is stale.
An input that gives several languages aligns them as far as its wordings prevail; repeating a wording confirms it.
Wordings that decisions took from different sides have not seen each other; a decision in words of its own has seen what
was decided at once with it.
"""

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from loi_cli.model.text import Clause, Text
from loi_cli.model.words import Words, agreed, fingerprint, shown

Seen = Mapping[str, Mapping[str, str]]


class Touch(NamedTuple):
    """One side's work on one clause: the wordings that it gave, which of these change words, which did not prevail.

    `read` is the clause as it had it: of a language that it did not give it saw these words.
    """

    read: Mapping[str, str]
    gave: Mapping[str, str]
    changed: Collection[str]
    overruled: Collection[str] = ()

    def changes(self, language: str) -> bool:
        return language in self.changed and language not in self.overruled

    def speaks_in(self, language: str, text: str) -> bool:
        """Whether the text of a language as it came out is this side's: changed by it, or repeated just so."""
        return language in self.gave and (self.changes(language) or self.gave[language] == text)

    def saw(self, language: str) -> str:
        return self.gave.get(language, self.read.get(language, ""))


def seen_after(
    base: Clause, before: Seen, after: Mapping[str, Words], touches: Sequence[Touch]
) -> dict[str, dict[str, str]]:
    """What each language has seen of the others once the touches are merged; `before` is what it had seen so far.

    A language has seen the words of another as they came out where one who speaks in it saw just these, or where all
    who changed them speak in it as well.
    """
    texts = {language: shown(words) for language, words in after.items()}
    out: dict[str, dict[str, str]] = {}
    for one in after:
        seen = dict(before.get(one, {}))
        speakers = [t for t in touches if t.speaks_in(one, texts[one])]
        for other in after:
            if other == one:
                continue
            changers = [t for t in touches if t.changes(other)]
            saw_it = any(t.saw(other) == texts[other] for t in speakers)
            if saw_it or (changers and all(t in speakers for t in changers)) or _catches_up(other, one, base):
                if changers or speakers or other not in seen:
                    seen[other] = fingerprint(after[other])
            elif speakers:
                seen[other] = _seen_otherwise(speakers, other)
            else:
                seen.setdefault(other, fingerprint(after[other]))
        out[one] = {language: seen[language] for language in sorted(seen) if language in after}
    return out


def _seen_otherwise(speakers: Sequence[Touch], language: str) -> str:
    """The fingerprint of what those saw of a language who did not see what came out."""
    return fingerprint(agreed(min(t.saw(language) for t in speakers), ""))


def _catches_up(translation: str, original: str, base: Clause) -> bool:
    """Whether a change of one language answers a change of another: that makes nothing stale anew."""
    has_seen = base.seen.get(translation, {}).get(original)
    was_seen = base.seen.get(original, {}).get(translation)
    behind = has_seen is not None and has_seen != fingerprint(base.text.get(original, ()))
    return behind and was_seen == fingerprint(base.text.get(translation, ()))


def aligned(text: Mapping[str, Words]) -> dict[str, dict[str, str]]:
    """All languages given at once have seen each other."""
    prints = {language: fingerprint(words) for language, words in text.items()}
    return {one: {other: prints[other] for other in sorted(prints) if other != one} for one in text}


def stale_languages(clause: Clause) -> dict[str, tuple[str, ...]]:
    """Languages whose words were not looked at since another language's changed, each with those others."""
    prints = {language: fingerprint(words) for language, words in clause.text.items()}
    found: dict[str, tuple[str, ...]] = {}
    for language in clause.text:
        seen = clause.seen.get(language, {})
        if unseen := tuple(other for other in prints if other in seen and seen[other] != prints[other]):
            found[language] = unseen
    return found


def missing_languages(clause: Clause, languages: Sequence[str]) -> tuple[str, ...]:
    """Languages of the dossier in which a clause with words in another has none."""
    return tuple(lang for lang in languages if lang not in clause.text) if clause.text else ()


def waits_for(clause: Clause, language: str) -> bool:
    """Whether a translator has something to do in a language of a clause: its words are stale or missing."""
    return language in stale_languages(clause) or language in missing_languages(clause, [language])


def count_stale(text: Text, languages: Sequence[str]) -> int:
    """How many wordings wait for a translator: stale or missing."""
    return sum(len(stale_languages(c)) + len(missing_languages(c, languages)) for c in text)
