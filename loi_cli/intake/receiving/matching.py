"""Which line of the returned paper is which line of the sent one: by bookmark, by equal words, by likeness.

Bookmarks can be lost (a converter), or left where nothing of the clause stands any more (a row cut out by hand): they
are believed unless the very words stand elsewhere.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from loi_cli.intake.receiving.lines import Line, SentLine
from loi_cli.merge.alignment import longest_rising
from loi_cli.merge.cutting import cut

LIKE = 0.45
"""From this likeness on, two lines between the same neighbours are one line that was reworded."""

MOVED = 0.75
_MANY = 90_000
_TOO_MANY = 1_000_000
_NEAR = 40
_RAREST = 3
_TOO_SHORT = 3


@dataclass(frozen=True, slots=True)
class Match:
    """A sent line and the returned lines that it became; several where it was split."""

    sent: SentLine
    lines: tuple[Line, ...]

    @property
    def text(self) -> str:
        return " ".join(line.text for line in self.lines)


@dataclass(frozen=True, slots=True)
class Matched:
    """All lines of one language: matched, gone, new; both of the latter in the order of their papers."""

    matches: tuple[Match, ...]
    gone: tuple[SentLine, ...]
    new: tuple[Line, ...]


def match_lines(sent: Sequence[SentLine], returned: Sequence[Line], language: str) -> Matched:
    """Hold the lines of one language together."""
    return _Matching(sent, returned, language).run()


class _Matching:
    def __init__(self, sent: Sequence[SentLine], returned: Sequence[Line], language: str) -> None:
        self.sent, self.returned, self.language = sent, returned, language
        self.bags = [_bag(one.line.text, language) for one in sent]
        self.back = [_bag(line.text, language) for line in returned]
        self.pairs: dict[int, int] = {}
        self.taken: set[int] = set()

    def run(self) -> Matched:
        self._by_bookmark()
        self._by_words()
        rising = self._in_order()
        for (i0, j0), (i1, j1) in zip(
            [(-1, -1), *rising], [*rising, (len(self.sent), len(self.returned))], strict=True
        ):
            self._between(range(i0 + 1, i1), range(j0 + 1, j1))
        self._elsewhere()
        whole = {i: [self.returned[j]] for i, j in self.pairs.items()}
        self._split(whole)
        return Matched(
            tuple(Match(self.sent[i], tuple(lines)) for i, lines in sorted(whole.items())),
            tuple(one for i, one in enumerate(self.sent) if i not in self.pairs),
            tuple(line for j, line in enumerate(self.returned) if j not in self.taken),
        )

    def _pair(self, i: int, j: int) -> None:
        self.pairs[i] = j
        self.taken.add(j)

    def _by_bookmark(self) -> None:
        firsts: dict[tuple[str, str], int] = {}
        for i, one in enumerate(self.sent):
            for anchor in one.line.anchors:
                firsts.setdefault(anchor, i)
        texts = {line.text for line in self.returned}
        found: dict[int, list[int]] = {}
        for j, line in enumerate(self.returned):
            for anchor in line.anchors:
                if anchor in firsts:
                    found.setdefault(j, []).append(firsts[anchor])
        for j, several in found.items():
            best = max(several, key=lambda i: self._likeness(i, j))
            elsewhere = self.sent[best].line.text != self.returned[j].text and self.sent[best].line.text in texts
            if best not in self.pairs and not elsewhere and not self._is_another(best, j):
                self._pair(best, j)

    def _is_another(self, i: int, j: int) -> bool:
        """Whether the returned line is plainly a neighbour of the one that its bookmark names: that one was cut out,
        and the bookmark fell on what comes next."""
        likeness = self._likeness(i, j)
        near = [k for k in range(max(0, i - 2), min(len(self.sent), i + 3)) if k != i]
        return likeness < LIKE and any(self._likeness(k, j) >= MOVED for k in near)

    def _by_words(self) -> None:
        """Lines whose words stand once in both: as they read now, else as they read before they were marked up."""
        for reading in (_now, _before):
            here = _once((one.line.text, i) for i, one in enumerate(self.sent) if i not in self.pairs)
            there = _once((reading(line), j) for j, line in enumerate(self.returned) if j not in self.taken)
            for text, i in here.items():
                if text in there:
                    self._pair(i, there[text])

    def _in_order(self) -> list[tuple[int, int]]:
        pairs = sorted(self.pairs.items())
        kept = longest_rising([j for _i, j in pairs])
        return [pair for k, pair in enumerate(pairs) if k in kept]

    def _between(self, sent: range, returned: range) -> None:
        """The best way to pair what is left between two neighbours, each line at most once, in order."""
        a = [i for i in sent if i not in self.pairs]
        b = [j for j in returned if j not in self.taken]
        if not a or not b or len(a) * len(b) > _TOO_MANY:
            return
        if len(a) == len(b) == 1 and self._same_place(a[0], b[0]):
            self._pair(a[0], b[0])
            return
        banded = len(a) * len(b) > _MANY
        width = len(b) + 1
        best = [[0.0] * width for _ in range(len(a) + 1)]
        for x in range(len(a) - 1, -1, -1):
            for y in range(len(b) - 1, -1, -1):
                here = max(best[x + 1][y], best[x][y + 1])
                if not banded or abs(x * len(b) // len(a) - y) <= _NEAR:
                    likeness = self._pairable(a[x], b[y])
                    if likeness:
                        here = max(here, likeness + best[x + 1][y + 1])
                best[x][y] = here
        x = y = 0
        while x < len(a) and y < len(b):
            if best[x][y] == best[x + 1][y]:
                x += 1
            elif best[x][y] == best[x][y + 1]:
                y += 1
            else:
                self._pair(a[x], b[y])
                x, y = x + 1, y + 1

    def _same_place(self, i: int, j: int) -> bool:
        """Whether the only line that went and the only one that came look alike: one that was written anew, unless
        tracked changes say that it is a new one."""
        old, new = self.sent[i].line.passage, self.returned[j].passage
        new_there = not self.returned[j].before
        return (
            self.sent[i].clause != ""
            and not new_there
            and old.style == new.style
            and (old.spot is None) == (new.spot is None)
        )

    def _pairable(self, i: int, j: int) -> float:
        """The likeness of two lines that may be one; 0 where they are not."""
        if self.sent[i].line.text == self.returned[j].text:
            return 1.5
        likeness = self._likeness(i, j)
        return likeness if likeness >= LIKE else 0.0

    def _elsewhere(self) -> None:
        """Lines that were moved and reworded: they share one of their rarest words at least."""
        where: dict[str, list[int]] = {}
        for j, bag in enumerate(self.back):
            if j not in self.taken:
                for word in bag:
                    where.setdefault(word, []).append(j)
        for i in range(len(self.sent)):
            if i in self.pairs or sum(self.bags[i].values()) < _TOO_SHORT:
                continue
            rarest = sorted((where[word] for word in self.bags[i] if word in where), key=len)[:_RAREST]
            free = sorted({j for several in rarest for j in several if j not in self.taken})
            j = max(free, key=lambda j: self._likeness(i, j), default=-1)
            if j >= 0 and self._likeness(i, j) >= MOVED:
                self._pair(i, j)

    def _split(self, whole: dict[int, list[Line]]) -> None:
        """A new line right after a matched one that holds what that one lost is its second half."""
        by_line = {j: i for i, j in self.pairs.items()}
        for j, line in enumerate(self.returned):
            if j in self.taken or j - 1 not in by_line:
                continue
            i = by_line[j - 1]
            lost = self.bags[i] - self._held(whole[i])
            found = sum((lost & self.back[j]).values())
            if found >= 0.8 * sum(self.back[j].values()) and found >= _TOO_SHORT:
                whole[i].append(line)
                self.taken.add(j)
                by_line[j] = i

    def _held(self, lines: Iterable[Line]) -> Counter[str]:
        total: Counter[str] = Counter()
        for line in lines:
            total += _bag(line.text, self.language)
        return total

    def _likeness(self, i: int, j: int) -> float:
        a, b = self.bags[i], self.back[j]
        size = a.total() + b.total()
        if not size:
            return 0.0
        small, large = (a, b) if len(a) < len(b) else (b, a)
        return 2 * sum(min(count, large[word]) for word, count in small.items() if word in large) / size


def _now(line: Line) -> str:
    return line.text


def _before(line: Line) -> str:
    return line.before


def _bag(text: str, language: str) -> Counter[str]:
    return Counter(word for piece in cut(text, language) if (word := piece.strip().lower()).strip(".,;:"))


def _once(items: Iterable[tuple[str, int]]) -> dict[str, int]:
    found: dict[str, int] = {}
    twice: set[str] = set()
    for text, at in items:
        if text in found:
            twice.add(text)
        found[text] = at
    return {text: at for text, at in found.items() if text not in twice}
