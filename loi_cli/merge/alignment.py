"""Which tokens of one sequence stand in another: a longest common subsequence, always the same one.

The engine is the bit-parallel algorithm of Hyyrö (2004) on Python integers: minimal, without a dependency. There is
exactly one engine, since two minimal ones may choose different alignments, and then who wrote which word would depend
on what is installed.
"""

from bisect import bisect_left
from collections.abc import Hashable, Sequence
from itertools import accumulate

_CELLS = 40_000_000
"""Above this many cells the middle is first split, at words that stand once in both, else in halves; bounds memory to
some 100 MB."""


def matches(a: Sequence[Hashable], b: Sequence[Hashable]) -> list[tuple[int, int]]:
    """Pairs (i, j) with a[i] == b[j], rising in both: a longest common subsequence for texts of ordinary size."""
    return _matched(a, b, 0, 0)


def _matched(a: Sequence[Hashable], b: Sequence[Hashable], at_a: int, at_b: int) -> list[tuple[int, int]]:
    shortest = min(len(a), len(b))
    head = 0
    while head < shortest and a[head] == b[head]:
        head += 1
    tail = 0
    while tail < shortest - head and a[-1 - tail] == b[-1 - tail]:
        tail += 1
    found = [(at_a + k, at_b + k) for k in range(head)]
    inner_a, inner_b = a[head : len(a) - tail], b[head : len(b) - tail]
    if inner_a and inner_b:
        if len(inner_a) * len(inner_b) <= _CELLS:
            inner = _longest(inner_a, inner_b)
            found += [(at_a + head + i, at_b + head + j) for i, j in inner] if at_a + head or at_b + head else inner
        else:
            found += _anchored(inner_a, inner_b, at_a + head, at_b + head)
    found += [(at_a + len(a) - tail + k, at_b + len(b) - tail + k) for k in range(tail)]
    return found


def _longest(a: Sequence[Hashable], b: Sequence[Hashable]) -> list[tuple[int, int]]:
    """Bit i of row j is 0 where the common subsequence of a[:i+1] and b[:j+1] is longer than that of a[:i]."""
    where: dict[Hashable, int] = {}
    bit = 1
    for token in a:
        where[token] = where.get(token, 0) | bit
        bit <<= 1
    full = bit - 1
    row, rows = full, [full]
    for places in map(where.get, b):
        if places and (hit := row & places):
            row = (row + hit | row ^ hit) & full
        rows.append(row)
    found = []
    i, bit = len(a) - 1, bit >> 1
    here = rows.pop()
    for j in range(len(b) - 1, -1, -1):
        while here & bit:
            i, bit = i - 1, bit >> 1
        if not bit:
            break
        here = rows.pop()
        if here & bit:
            found.append((i, j))
            i, bit = i - 1, bit >> 1
    found.reverse()
    return found


def _anchored(a: Sequence[Hashable], b: Sequence[Hashable], at_a: int, at_b: int) -> list[tuple[int, int]]:
    """Split at tokens unique in both (the longest rising chain of them), as patience diff does; where there is none,
    in halves."""
    places = _unique(b)
    pairs = [(i, places[token]) for token, i in _unique(a).items() if token in places]
    found: list[tuple[int, int]] = []
    from_a = from_b = 0
    chain = _rising(sorted(pairs))
    if not chain:
        return [] if set(a).isdisjoint(b) else _halved(a, b, at_a, at_b)
    for i, j in [*chain, (len(a), len(b))]:
        found += _matched(a[from_a:i], b[from_b:j], at_a + from_a, at_b + from_b)
        if i < len(a):
            found.append((at_a + i, at_b + j))
        from_a, from_b = i + 1, j + 1
    return found


def _halved(a: Sequence[Hashable], b: Sequence[Hashable], at_a: int, at_b: int) -> list[tuple[int, int]]:
    """Split where a longest common subsequence passes the middle of b (Hirschberg 1975)."""
    middle = len(b) // 2
    if not middle:
        return [(at_a + i, at_b) for i, _first in _longest(a, b)]
    before, after = _lengths(a, b[:middle]), _lengths(a[::-1], b[middle:][::-1])
    cut = max(range(len(a) + 1), key=lambda i: before[i] + after[len(a) - i])
    left = _matched(a[:cut], b[:middle], at_a, at_b)
    return left + _matched(a[cut:], b[middle:], at_a + cut, at_b + middle)


def _lengths(a: Sequence[Hashable], b: Sequence[Hashable]) -> list[int]:
    """How long the longest common subsequence of b and the first i tokens of a is, for every i."""
    where: dict[Hashable, int] = {}
    for i, token in enumerate(a):
        where[token] = where.get(token, 0) | 1 << i
    row = full = (1 << len(a)) - 1
    for places in map(where.get, b):
        if places and (hit := row & places):
            row = (row + hit | row ^ hit) & full
    return list(accumulate((bit == "0" for bit in reversed(f"{row:0{len(a)}b}")), initial=0))


def _unique(tokens: Sequence[Hashable]) -> dict[Hashable, int]:
    counts: dict[Hashable, int] = {}
    for token in tokens:
        counts[token] = counts.get(token, 0) + 1
    return {token: i for i, token in enumerate(tokens) if counts[token] == 1}


def _rising(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest chain rising in its second member (patience sorting)."""
    tops: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for k, (_, j) in enumerate(pairs):
        pile = bisect_left(tops, j)
        tops[pile : pile + 1] = [j]
        last[pile : pile + 1] = [k]
        before.append(last[pile - 1] if pile else -1)
    chain = []
    k = last[-1] if last else -1
    while k >= 0:
        chain.append(pairs[k])
        k = before[k]
    return chain[::-1]


def longest_rising(numbers: Sequence[int]) -> set[int]:
    """Indices of a longest rising subsequence: what keeps its place when a list was reordered."""
    return {k for k, _ in _rising_indexed(numbers)}


def _rising_indexed(numbers: Sequence[int]) -> list[tuple[int, int]]:
    return _rising(list(enumerate(numbers)))
