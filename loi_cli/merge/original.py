"""A text that many repeat but for a few words: of theirs only what differs is cut into tokens."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from loi_cli.merge.cutting import SENTENCE_ENDS, Cutter, ends_a_sentence
from loi_cli.merge.tokens import Token, tokens_by, tokens_cut
from loi_cli.model.words import Run, Words

_LONGEST_DATE = 5
"""In tokens, were it none: "February 20, 2022"; and one more. So far back what follows may join two tokens to one."""


@dataclass(frozen=True, slots=True)
class Copy:
    """The tokens of other words as `texts`, and how many of the first and of the last are those of the original.

    Few of them become part of an edit; these alone are made Tokens, unless they were `given` as such.
    """

    texts: Sequence[str]
    head: int
    tail: int
    by: tuple[str, ...] = ()
    given: Sequence[Token] = ()

    @classmethod
    def of(cls, tokens: Sequence[Token]) -> "Copy":
        return cls([t.text for t in tokens], 0, 0, (), tokens)

    def tokens(self, start: int, end: int) -> tuple[Token, ...]:
        if self.given:
            return tuple(self.given[start:end])
        return tuple(tokens_by(self.texts[start:end], self.by))


@dataclass(frozen=True, slots=True)
class Original:
    """`text` has the blank before it that `cut` puts there; `ends` says where in it each token ends."""

    text: str
    tokens: Sequence[Token]
    texts: Sequence[str]
    ends: Sequence[int]
    sentence_ends: Sequence[int]
    cutter: Cutter

    @classmethod
    def of(cls, words: Words, language: str) -> "Original":
        cutter = Cutter(language)
        found = cls._of(tokens_cut(words, cutter), cutter)
        if not all(isinstance(piece, Run) for piece in words):
            return found  # a bracket is a token as a whole, nothing to compare by letters
        return replace(found, text="".join(found.texts), ends=list(accumulate(map(len, found.texts))))

    @classmethod
    def of_tokens(cls, tokens: Sequence[Token], language: str) -> "Original":
        """One whose copies come as tokens too."""
        return cls._of(tokens, Cutter(language))

    @classmethod
    def _of(cls, tokens: Sequence[Token], cutter: Cutter) -> "Original":
        texts = [t.text for t in tokens]
        sentence_ends = [k for k, text in enumerate(texts) if text[-1] in SENTENCE_ENDS and ends_a_sentence(text)]
        return cls("", tokens, texts, (), sentence_ends, cutter)

    def copy(self, words: Words) -> Copy:
        """Other words as tokens, just as `tokens_of` gives them but for the names behind what is alike."""
        if not self.ends or len(words) != 1 or not isinstance(words[0], Run):
            return Copy.of(tokens_cut(words, self.cutter))
        text, by = " " + words[0].text, words[0].by
        head, tail = _alike(self.text, text)
        first = self._safe_before(head)
        start = self.ends[first - 1] if first else 0
        # Cut on into what is alike again, until the tokens are the same as here.
        last = bisect_left(self.ends, len(self.text) - tail) + 3 * _LONGEST_DATE
        if last < len(self.tokens):
            pieces = self.cutter.pieces(text[start : self.ends[last - 1] + len(text) - len(self.text)])
            same = self._same_at_the_end(pieces, first, last)
        if (
            last >= len(self.tokens)
            or same < 2 * _LONGEST_DATE
            or ("{" in text and any(p.endswith("{") for p in pieces))
        ):
            pieces, last, same = self.cutter.pieces(text[start:]), len(self.tokens), 0
        last -= same
        pieces = pieces[: len(pieces) - same]
        return Copy([*self.texts[:first], *pieces, *self.texts[last:]], first, len(self.texts) - last, by)

    def _same_at_the_end(self, pieces: Sequence[str], first: int, last: int) -> int:
        """How many of the last pieces are the last of the tokens here from `first` to before `last`."""
        same = 0
        for piece, k in zip(reversed(pieces), range(last - 1, first - 1, -1), strict=False):
            if piece != self.texts[k]:
                break
            same += 1
        while same and self._is_a_figure(last - same - 1):
            same -= 1
        return same

    def _safe_before(self, head: int) -> int:
        """How many tokens are sure to be the same where only the first `head` letters are."""
        brace = self.text.rfind("{", 0, head)
        if brace >= 0 and "}" not in self.text[brace:head]:
            head = brace
        first = max(bisect_right(self.ends, head) - _LONGEST_DATE, 0)
        while first and self._is_a_figure(first - 1):
            first -= 1
        return first

    def _is_a_figure(self, token: int) -> bool:
        """Whether the word after this token may have been cut off it."""
        return self.text[self.ends[token] - 1].isdigit()


def _alike(a: str, b: str) -> tuple[int, int]:
    """How many letters two texts begin with alike, and end with; the ends never reach into the beginnings."""
    shorter = min(len(a), len(b))
    head, most = 0, shorter
    while head < most:
        middle = (head + most + 1) // 2
        if a[head:middle] == b[head:middle]:
            head = middle
        else:
            most = middle - 1
    tail, most = 0, shorter - head
    while tail < most:
        middle = (tail + most + 1) // 2
        if a[len(a) - middle : len(a) - tail] == b[len(b) - middle : len(b) - tail]:
            tail = middle
        else:
            most = middle - 1
    return head, tail
