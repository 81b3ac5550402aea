"""What one side changed of the base, as few and as whole phrases as a person would name."""

from collections.abc import Iterator, Sequence

from loi_cli.merge.alignment import matches
from loi_cli.merge.light_words import light_words
from loi_cli.merge.sliding import Edit, at_a_boundary
from loi_cli.merge.tokens import SENTENCE_ENDS, Token

_Span = tuple[int, int, int, int]
"""Start and end in the base, start and end in the side."""


def edits(base: Sequence[Token], side: Sequence[Token], language: str) -> tuple[Edit, ...]:
    """The edits that turn the base into the side, in order, never overlapping."""
    a, b = [t.text for t in base], [t.text for t in side]
    spans = _joined(_spans(a, b), a, b)
    spans = _whole_sentences(_absorbed(spans, base, language), base)
    return tuple(_slid(spans, base, side, language))


def _slid(spans: list[_Span], base: Sequence[Token], side: Sequence[Token], language: str) -> Iterator[Edit]:
    """Each pure insertion or deletion at its canonical place, so that two sides' equal edits are seen to be equal."""
    floor = 0
    for k, (a0, a1, b0, b1) in enumerate(spans):
        roof = spans[k + 1][0] if k + 1 < len(spans) else len(base)
        edit = at_a_boundary(Edit(a0, a1, tuple(side[b0:b1])), base, floor, roof, light_words(language))
        yield edit
        floor = edit.end


def _spans(a: list[str], b: list[str]) -> list[_Span]:
    out: list[_Span] = []
    i = j = 0
    for x, y in [*matches(a, b), (len(a), len(b))]:
        if x > i or y > j:
            out.append((i, x, j, y))
        i, j = x + 1, y + 1
    return out


def _joined(spans: list[_Span], a: list[str], b: list[str]) -> list[_Span]:
    """Insertions and deletions that can as well be said right beside another edit are part of that one.

    Which of two equal words was kept is chance: without this it would depend on other edits of the same side.
    """
    out: list[_Span] = []
    for k, span in enumerate(spans):
        a0, a1, b0, b1 = span
        if out and (a0 == a1 or b0 == b1):
            floor, words, start, end = out[-1][1], *((b, b0, b1) if a0 == a1 else (a, a0, a1))
            gap = a0 - floor
            if words[start - gap : start] == words[end - gap : end]:
                out[-1] = (out[-1][0], a1 - gap, out[-1][2], b1 - gap)
                continue
        if out and k and (out[-1][0] == out[-1][1] or out[-1][2] == out[-1][3]):
            p0, p1, q0, q1 = out[-1]
            words, start, end = (b, q0, q1) if p0 == p1 else (a, p0, p1)
            gap = a0 - p1
            if words[start : start + gap] == words[end : end + gap]:
                out[-1] = (p0 + gap, a1, q0 + gap, b1)
                continue
        out.append(span)
    return out


def _absorbed(spans: list[_Span], base: Sequence[Token], language: str) -> list[_Span]:
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
                (between <= 1 and both >= 1) or (between <= 3 and both >= 2) or (between <= both and len(island) <= 5)
            ):
                break
            out.pop()
            span = (left[0], span[1], left[2], span[3])
        out.append(span)
    return out


def _whole_sentences(spans: list[_Span], base: Sequence[Token]) -> list[_Span]:
    """A sentence of which more than half changed, in three edits or more, is one edit."""
    if len(spans) < 3:
        return spans
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
