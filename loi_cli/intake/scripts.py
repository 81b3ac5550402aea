"""Letters of another script that look alike: a Latin `a` in a Cyrillic word is not seen, and not found either."""

import re
from functools import cache

_LATIN = "A-Za-z\u00c0-\u024f"
_CYRILLIC = "\u0400-\u052f"
# Compiled when first used: most dossiers hold no Cyrillic letter.
_PAIR = rf"[{_LATIN}][{_CYRILLIC}]|[{_CYRILLIC}][{_LATIN}]"
_MIXED = rf"\w*(?:{_PAIR})\w*"
_ALONE = rf"(?<=[{_CYRILLIC}][ ,;])\s*([aceiopxyABCEHIKMOPTX])(?=\s+[{_CYRILLIC}])"
_TO_CYRILLIC = dict(zip("aceiopxyABCEHIKMOPTXSsJj", "асеіорхуАВСЕНІКМОРТХЅѕЈј", strict=True))
_TO_LATIN = {cyrillic: latin for latin, cyrillic in _TO_CYRILLIC.items()}


def mixed_words(text: str) -> tuple[str, ...]:
    """The words of a text that mix Latin and Cyrillic letters, and single Latin letters that look like Cyrillic ones
    between Cyrillic words (`c`, `o`, `a`, `y`)."""
    return tuple(word for _start, word in mixed_places(text))


def mixed_places(text: str) -> tuple[tuple[int, str], ...]:
    """The same, each with the place where it begins."""
    if text.isascii() or not re.search(f"[{_CYRILLIC}]", text):
        return ()
    # Nearly no text has such a pair, and looking for it alone goes over the text once, not once for each word's letter.
    found = [(m.start(), m[0]) for m in re.finditer(_MIXED, text)] if re.search(_PAIR, text) else []
    found += [(m.start(1), m[1]) for m in re.finditer(_ALONE, text)]
    return tuple(sorted(found))


def in_one_script(word: str) -> str | None:
    """A mixed word as it was surely meant: in the script of those of its letters that only one of the two has. None
    where both scripts have such letters, or neither."""
    cyrillic = any(re.match(f"[{_CYRILLIC}]", letter) and letter not in _TO_LATIN for letter in word)
    latin = any(re.match(f"[{_LATIN}]", letter) and letter not in _TO_CYRILLIC for letter in word)
    if len(word) == 1 and word in _TO_CYRILLIC:
        return _TO_CYRILLIC[word]
    if cyrillic == latin:
        return None
    pairs = _TO_CYRILLIC if cyrillic else _TO_LATIN
    return "".join(pairs.get(letter, letter) for letter in word)


_NAMES = {"Latn": "LATIN", "Cyrl": "CYRILLIC", "Arab": "ARABIC", "Grek": "GREEK", "Hebr": "HEBREW",
          "Armn": "ARMENIAN", "Geor": "GEORGIAN", "Thai": "THAI", "Deva": "DEVANAGARI", "Hans": "CJK",
          "Hant": "CJK"}  # fmt: skip


@cache
def script_of(language: str) -> str | None:
    """The script a language is written in by CLDR, as Unicode names its letters; None where we cannot tell."""
    from babel.core import get_global

    known = get_global("likely_subtags").get(language.replace("-", "_")) or ""
    return next((_NAMES[part] for part in known.split("_") if part in _NAMES), None)
