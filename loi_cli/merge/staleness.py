"""Which languages of a clause have seen each other's present words.

Each language keeps the fingerprint of every other at its own last change; where the other changed since, it is stale.
An input that gives several languages aligns them; repeating a wording confirms it.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from loi_cli.model.text import Clause, Text
from loi_cli.model.words import Words, fingerprint

Seen = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Touch:
    """One side's work on one clause: the languages that it gave, and those of them whose words it changed."""

    gave: Collection[str]
    changed: Collection[str]


def seen_after(
    base: Clause, before: Seen, after: Mapping[str, Words], touches: Sequence[Touch]
) -> dict[str, dict[str, str]]:
    """What each language has seen of the others once the touches are merged; `before` is what it had seen so far."""
    prints = {language: fingerprint(words) for language, words in after.items()}
    out: dict[str, dict[str, str]] = {}
    for one in after:
        seen = dict(before.get(one, {}))
        gave = any(one in t.gave for t in touches)
        for other in after:
            if other == one:
                continue
            changers = [t for t in touches if other in t.changed]
            if all(one in t.gave for t in changers) or _catches_up(other, one, base):
                if changers or gave or other not in seen:
                    seen[other] = prints[other]
            elif gave:
                seen[other] = fingerprint(base.text.get(other, ()))
        out[one] = {language: seen[language] for language in sorted(seen) if language in after}
    return out


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


def stale_languages(clause: Clause) -> tuple[str, ...]:
    """Languages whose words were not looked at since another language's changed."""
    return tuple(
        language
        for language in clause.text
        if any(
            seen != fingerprint(clause.text[other])
            for other, seen in clause.seen.get(language, {}).items()
            if other in clause.text
        )
    )


def missing_languages(clause: Clause, languages: Sequence[str]) -> tuple[str, ...]:
    """Languages of the dossier in which a clause with words in another has none."""
    return tuple(lang for lang in languages if lang not in clause.text) if clause.text else ()


def count_stale(text: Text, languages: Sequence[str]) -> int:
    """How many wordings wait for a translator: stale or missing."""
    return sum(len(stale_languages(c)) + len(missing_languages(c, languages)) for c in text)
