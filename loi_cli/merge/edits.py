"""What one side changed of the base, as few and as whole phrases as a person would name."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from loi_cli.merge.alignment import matches
from loi_cli.merge.cutting import ends_a_sentence
from loi_cli.merge.light_words import light_words
from loi_cli.merge.original import Copy, Original
from loi_cli.merge.sliding import Edit, at_a_boundary
from loi_cli.merge.tokens import Token, tokens_cut
from loi_cli.model.words import Words

_Span = tuple[int, int, int, int]
"""Start and end in the base, start and end in the side."""


def edits(base: Sequence[Token], side: Sequence[Token], language: str) -> tuple[Edit, ...]:
    """The edits that turn the base into the side, in order, never overlapping."""
    return _edits(Original.of_tokens(base, language), Copy.of(side))


def edits_of(original: Original, words: Words) -> tuple[Edit, ...]:
    """The edits that turn a text into other words."""
    return _edits(original, original.copy(words))


def signed_as(original: Original, words: Words) -> Original:
    """A text with the names that stand behind its words by now, where they are still in it."""
    now, tokens, done, at = tokens_cut(words, original.cutter), list(original.tokens), 0, 0
    for edit in [*edits_of(original, words), Edit(len(tokens), len(tokens), ())]:
        kept = edit.start - done
        tokens[done : edit.start] = now[at : at + kept]
        done, at = edit.end, at + kept + len(edit.new)
    return replace(original, tokens=tokens)


def _edits(base: Original, side: Copy) -> tuple[Edit, ...]:
    spans = _spans(base.texts, side)
    if len(spans) > 1:
        spans = _absorbed(_joined(spans, base.texts, side.texts), base.tokens, base.cutter.language)
    spans = _whole_sentences(list(_by_sentence(spans, base, side.texts)), base)
    spans = list(_closed(spans, base.texts, side.texts))
    return tuple(_slid(spans, base, side))


def _slid(spans: list[_Span], base: Original, side: Copy) -> Iterator[Edit]:
    """Each pure insertion or deletion at its canonical place, so that two sides' equal edits are seen to be equal."""
    light = light_words(base.cutter.language)
    floor = 0
    for k, (a0, a1, b0, b1) in enumerate(spans):
        edit = Edit(a0, a1, side.tokens(b0, b1))
        if a0 == a1 or b0 == b1:
            roof = spans[k + 1][0] if k + 1 < len(spans) else len(base.tokens)
            edit = at_a_boundary(edit, base.tokens, floor, roof, light)
        yield edit
        floor = edit.end


def _spans(base: Sequence[str], copy: Copy) -> list[_Span]:
    head = copy.head
    a, b = base[head : len(base) - copy.tail], copy.texts[head : len(copy.texts) - copy.tail]
    out: list[_Span] = []
    i = j = 0
    for x, y in [*matches(a, b), (len(a), len(b))]:
        if x > i or y > j:
            out.append((head + i, head + x, head + j, head + y))
        i, j = x + 1, y + 1
    return out


def _joined(spans: list[_Span], a: Sequence[str], b: Sequence[str]) -> list[_Span]:
    """Insertions and deletions that can as well be said right beside another edit are part of that one.

    Which of two equal words was kept is chance: without this it would depend on other edits of the same side.
    """
    out: list[_Span] = []
    for span in spans:
        whole = span
        while out and (joined := _said_beside(out[-1], whole, a, b)) is not None:
            out.pop()
            whole = joined
        out.append(whole)
    return out


def _said_beside(left: _Span, right: _Span, a: Sequence[str], b: Sequence[str]) -> _Span | None:
    """Two neighbours as one, where words that only come, or only go, can be said right beside the other edit."""
    p0, p1, q0, q1 = left
    a0, a1, b0, b1 = right
    gap = a0 - p1
    if a0 == a1 or b0 == b1:
        words, start, end = (b, b0, b1) if a0 == a1 else (a, a0, a1)
        if words[start - gap : start] == words[end - gap : end]:
            return p0, a1 - gap, q0, b1 - gap
    if p0 == p1 or q0 == q1:
        words, start, end = (b, q0, q1) if p0 == p1 else (a, p0, p1)
        if words[start : start + gap] == words[end : end + gap]:
            return p0 + gap, a1, q0 + gap, b1
    return None


_FEW = 5
"""More words than these between two edits are never taken into one."""


def _absorbed(spans: list[_Span], base: Sequence[Token], language: str) -> list[_Span]:
    """Join two edits around equal words that weigh less than they do; never across the end of a sentence."""
    light = light_words(language)

    out: list[_Span] = []
    for span in spans:
        while out:
            left = out[-1]
            island = base[left[1] : span[0]]
            if len(island) > _FEW or any(t.ends_a_sentence for t in island):
                break
            if not _is_one(left, span, sum(_weight(t, light) for t in island), len(island)):
                break
            out.pop()
            span = (left[0], span[1], left[2], span[3])
        out.append(span)
    return out


def _weight(token: Token, light: frozenset[str]) -> int:
    if token.bracket is not None:
        return 99
    core = token.core
    if not any(map(str.isalnum, core)):
        return 0
    return 1 if core.lower() in light else 3


def _is_one(left: _Span, right: _Span, between: int, words: int) -> bool:
    """Whether two edits are one to a reader, though `words` of such a weight between them stayed."""
    both = min(_exchanged(left), _exchanged(right))
    if not both:
        # words that went and words that came, a mere light word between them, took each other's place
        gone = max(left[1] - left[0], right[1] - right[0]), max(left[3] - left[2], right[3] - right[2])
        return between == 0 or (between <= 1 and words == 1 and min(gone) > 0 and max(gone) > 1)
    return between <= 1 or (between <= 3 and both >= 2) or between <= both


def _exchanged(span: _Span) -> int:
    """How many words were exchanged; 0 for a pure insertion or deletion."""
    a0, a1, b0, b1 = span
    return max(a1 - a0, b1 - b0) if a1 > a0 and b1 > b0 else 0


def _by_sentence(spans: list[_Span], base: Original, side: Sequence[str]) -> Iterator[_Span]:
    """Words exchanged across as many ends of sentences on both sides are exchanged sentence by sentence."""
    for span in spans:
        a0, a1, b0, b1 = span
        ends = base.sentence_ends[bisect_left(base.sentence_ends, a0) : bisect_left(base.sentence_ends, a1)]
        if not ends:
            yield span
            continue
        others = [k for k in range(b0, b1) if ends_a_sentence(side[k])]
        if len(ends) != len(others) or any(base.texts[i] != side[j] for i, j in zip(ends, others, strict=True)):
            yield span
            continue
        for i, j in zip([*ends, a1], [*others, b1], strict=True):
            if i > a0 or j > b0:
                yield (a0, i, b0, j)
            a0, b0 = i + 1, j + 1


_PAIRS = {")": "(", "]": "[", "”": "“", "»": "«", "’": "‘"}


def _closed(spans: list[_Span], a: Sequence[str], b: Sequence[str]) -> Iterator[_Span]:
    """An edit that changes how a parenthesis or a quotation begins takes in the sign that closes it, where that comes
    next: that both wordings end alike is chance."""
    for k, (a0, a1, b0, b1) in enumerate(spans):
        roof = spans[k + 1][0] if k + 1 < len(spans) else len(a)
        closing = a[a1].strip() if a0 < a1 < roof and b0 < b1 else ""
        opening = _PAIRS.get(closing)
        if opening and all(_left_open(words, opening, closing) for words in (a[a0:a1], b[b0:b1])):
            yield a0, a1 + 1, b0, b1 + 1
        else:
            yield a0, a1, b0, b1


def _left_open(words: Sequence[str], opening: str, closing: str) -> bool:
    signs = [word.strip() for word in words]
    return signs.count(opening) > signs.count(closing)


_SHORT = 3
"""So many words that stayed between two edits of a sentence mostly rewritten are there by chance."""


def _whole_sentences(spans: list[_Span], base: Original) -> list[_Span]:
    """Of a sentence more than half changed, in three edits or more: those with but few words between are one edit."""
    if len(spans) < 3:
        return spans
    ends, length = [k + 1 for k in base.sentence_ends], len(base.tokens)
    out = list(spans)
    for start, end in zip([0, *ends], [*ends, length], strict=True):
        inside = [s for s in out if start <= s[0] and s[1] <= end and (s[0] < end or s[1] == s[0] == length)]
        if len(inside) < 3 or 2 * sum(max(s[1] - s[0], s[3] - s[2]) for s in inside) <= end - start:
            continue
        at = out.index(inside[0])
        out[at : at + len(inside)] = _near_ones_joined(inside, base.tokens)
    return out


def _near_ones_joined(spans: list[_Span], base: Sequence[Token]) -> list[_Span]:
    out: list[_Span] = []
    for span in spans:
        between = base[out[-1][1] : span[0]] if out else []
        # a bracket that the side left alone is never pulled into its edit
        if out and len(between) <= _SHORT and all(t.bracket is None for t in between):
            out[-1] = (out[-1][0], span[1], out[-1][2], span[3])
        else:
            out.append(span)
    return out
