"""Words found whatever their case and accents: `REPUBLICA` finds «República», «ЕЛКА» «ёлка», `STRASSE` «Straße»."""

import unicodedata
from collections.abc import Iterator
from functools import lru_cache

_BLANKS = str.maketrans(dict.fromkeys("\t\r\n\u00a0\u2007\u202f", " "))


def folded(text: str) -> str:
    """The text without case and accents, line breaks as blanks."""
    if text.isascii():
        return text.casefold().translate(_BLANKS)
    return "".join(_letter(c) for c in unicodedata.normalize("NFC", text).translate(_BLANKS))


class Words:
    """Words that are looked for."""

    def __init__(self, words: str) -> None:
        self.folded = " ".join(folded(words).split())

    def within(self, text: str) -> Iterator[tuple[int, int]]:
        """Start and end of each place in the text; beginnings of words count as well as whole ones."""
        if not self.folded or self.folded not in folded(text):
            return
        letters, starts = [], []
        for at, letter in enumerate(text):
            for piece in _letter(letter.translate(_BLANKS)):
                letters.append(piece)
                starts.append(at)
        starts.append(len(text))
        flat = "".join(letters)
        at = flat.find(self.folded)
        while at >= 0:
            end = at + len(self.folded)
            yield starts[at], max(starts[end - 1] + 1, starts[end] if _combines(text, starts, end) else 0)
            at = flat.find(self.folded, end)


def _combines(text: str, starts: list[int], end: int) -> bool:
    """Whether the letters after the match only mark its last one."""
    between = text[starts[end - 1] + 1 : starts[end]]
    return bool(between) and all(unicodedata.combining(c) for c in between)


@lru_cache(maxsize=4096)
def _letter(letter: str) -> str:
    apart = unicodedata.normalize("NFKD", letter.casefold())
    return "".join(c for c in apart if not unicodedata.combining(c)).casefold()
