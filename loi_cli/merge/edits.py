"""What one side changed of the base, as few and as whole phrases as a person would name."""

from collections.abc import Sequence
from dataclasses import dataclass

from loi_cli.merge.alignment import matches
from loi_cli.merge.light_words import light_words
from loi_cli.merge.tokens import SENTENCE_ENDS, Token

_Span = tuple[int, int, int, int]
"""Start and end in the base, start and end in the side."""


@dataclass(frozen=True, slots=True)
class Edit:
    """Base tokens [start, end) become `new`."""

    start: int
    end: int
    new: tuple[Token, ...]

    @property
    def readable(self) -> tuple[str, ...]:
        return tuple(token.text for token in self.new)


def edits(base: Sequence[Token], side: Sequence[Token], language: str) -> tuple[Edit, ...]:
    """The edits that turn the base into the side, in order, never touching."""
    spans = _spans([t.text for t in base], [t.text for t in side])
    spans = _slid(_whole_sentences(_absorbed(spans, base, side, language), base), base, side, language)
    return tuple(Edit(a0, a1, tuple(side[b0:b1])) for a0, a1, b0, b1 in spans)


def _spans(a: list[str], b: list[str]) -> list[_Span]:
    out: list[_Span] = []
    i = j = 0
    for x, y in [*matches(a, b), (len(a), len(b))]:
        if x > i or y > j:
            out.append((i, x, j, y))
        i, j = x + 1, y + 1
    return out


def _absorbed(spans: list[_Span], base: Sequence[Token], side: Sequence[Token], language: str) -> list[_Span]:
    """Join two edits around equal words that weigh less than they do; never across the end of a sentence."""
    light = light_words(language)

    def weight(tokens: Sequence[Token]) -> int:
        return sum(
            (0 if not t.core.isalnum() else 1 if t.core.lower() in light else 3) if t.bracket is None else 99
            for t in tokens
        )

    def bulk(span: _Span) -> int:
        """How many words were exchanged; 0 for a pure insertion or deletion."""
        a0, a1, b0, b1 = span
        return max(a1 - a0, b1 - b0) if a1 > a0 and b1 > b0 else 0

    out: list[_Span] = []
    for span in spans:
        while out:
            left = out[-1]
            island = base[left[1] : span[0]]
            between, both = weight(island), min(bulk(left), bulk(span))
            if any(t.core in SENTENCE_ENDS for t in island) or not (both or between == 0):
                break
            if not (
                (between <= 1 and both >= 1)
                or (between <= 3 and both >= 2)
                or (between <= both and len(island) <= 5)
            ):
                break
            out.pop()
            span = (left[0], span[1], left[2], span[3])
        out.append(span)
    return out


def _whole_sentences(spans: list[_Span], base: Sequence[Token]) -> list[_Span]:
    """A sentence of which more than half changed, in three edits or more, is one edit."""
    ends = [k + 1 for k, t in enumerate(base) if t.core in SENTENCE_ENDS]
    out = list(spans)
    for start, end in zip([0, *ends], [*ends, len(base)], strict=True):
        inside = [s for s in out if start <= s[0] and s[1] <= end and (s[0] < end or s[1] == s[0] == len(base))]
        if len(inside) >= 3 and 2 * sum(max(s[1] - s[0], s[3] - s[2]) for s in inside) > end - start:
            first, last = inside[0], inside[-1]
            if any(t.bracket is not None for t in base[first[0] : last[1]]):
                continue  # a bracket that the side left alone is never pulled into its edit
            at = out.index(first)
            out[at : at + len(inside)] = [(first[0], last[1], first[2], last[3])]
    return out


def _slid(spans: list[_Span], base: Sequence[Token], side: Sequence[Token], language: str) -> list[_Span]:
    """Each pure insertion or deletion at its canonical place, so that two sides' equal edits are seen to be equal."""
    out: list[_Span] = []
    for k, span in enumerate(spans):
        floor = out[-1][1] if out else 0
        roof = spans[k + 1][0] if k + 1 < len(spans) else len(base)
        out.append(_slide(span, floor, roof, base, side, language))
    return out


def _slide(
    span: _Span, floor: int, roof: int, base: Sequence[Token], side: Sequence[Token], language: str
) -> _Span:
    a0, a1, b0, b1 = span
    if a0 == a1:
        tokens, start, end = side, b0, b1
    elif b0 == b1:
        tokens, start, end = base, a0, a1
    else:
        return span
    back = 0
    while a0 - back > floor and tokens[start - back - 1].text == tokens[end - back - 1].text:
        back += 1
    ahead = 0
    while a1 + ahead < roof and end + ahead < len(tokens) and tokens[start + ahead].text == tokens[end + ahead].text:
        ahead += 1
    if not back and not ahead:
        return span
    light = light_words(language)
    best = max(range(-back, ahead + 1), key=lambda d: (_boundary(tokens, start + d, end + d, light), -d))
    return (a0 + best, a1 + best, b0 + best, b1 + best)


def _boundary(tokens: Sequence[Token], start: int, end: int, light: frozenset[str]) -> float:
    """How well tokens [start, end) make a phrase of their own."""
    first, last = tokens[start].core, tokens[end - 1].core
    before = tokens[start - 1].core if start else "."
    score = 0.0
    if before in SENTENCE_ENDS and last in SENTENCE_ENDS:
        score += 4
    elif first == "," or last == ",":
        score += 2
    score += 0.1 * (first.lower() not in light) - 0.6 * (last.lower() in light)
    return score + (0.0 if first in (")", "»", "”") else 0.5)
