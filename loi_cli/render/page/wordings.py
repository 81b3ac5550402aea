"""What other versions read, for a script: every wording that a clause had, and the words between any two of them.

    {"present": 2,                                                the version that the page shows first
     "order": [0, 0, 1], "orders": [                              a version's clauses in reading order, by number
         {"ids": […], "parents": […], "numbers": […],
          "figures": ["V", {"en": "5", "zh": "五"}]}],                one for all languages, or one for each
     "clauses": {"areas": {"kind", "fields": {"text.en": {
         "from": [[0, 0], [2, 1]],                                from version 2 on it reads wording 1; -1: no words
         "words": [segments, segments],
         "changes": {"0-1": [["=", segments], ["-", …], ["+", …]]}}}}}}

Only clauses are in it that the page does not show as they always were.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from loi_cli.merge.comparison import Op, word_diff
from loi_cli.model.text import Clause, Kind, Text
from loi_cli.model.versions import Version
from loi_cli.model.words import Bracket, Words, shown
from loi_cli.render.clauses import text_for
from loi_cli.render.filling import Filling, Segment, plainly
from loi_cli.render.page.origins import Origins
from loi_cli.render.page.pieces import pieces
from loi_cli.render.page.subject import Subject

Plain = dict[str, object]

MOST_PAIRS = 6_000
"""So many pairs of wordings are compared at most; where versions have more, the oldest of them are left out."""

MOST_ORDERED = 60_000
"""So many clauses are listed at most, over all orders that versions had them in."""


@dataclass(slots=True)
class _Wording:
    """One wording: the words, filled in with the numbers of the version that had it first."""

    words: Words
    filling: Filling
    segments: list[Segment]


@dataclass(slots=True)
class _Life:
    """One field of one clause through the versions: which wording it has from which version on; -1: none."""

    wordings: list[_Wording] = field(default_factory=list)
    spans: list[tuple[int, int]] = field(default_factory=list)

    @property
    def now(self) -> int:
        return self.spans[-1][1] if self.spans else -1

    def reads(self, number: int, version: int) -> None:
        if number != self.now:
            self.spans.append((version, number))


Lives = dict[str, dict[str, _Life]]
"""By clause, then by field."""


@dataclass(frozen=True, slots=True)
class _Order:
    """The clauses of a version in reading order, with what they are numbered."""

    ids: tuple[str, ...]
    parents: tuple[str, ...]
    numbers: tuple[str, ...]
    figures: tuple[tuple[tuple[str, str], ...], ...]

    @classmethod
    def of(cls, text: Text, filling: Filling, languages: Sequence[str]) -> "_Order":
        return cls(
            tuple(c.id for c in text),
            tuple(c.parent or "" for c in text),
            tuple(filling.numbers.values()),
            tuple(_figures(c, filling, languages) for c in text),
        )


class Wordings:
    """All wordings of the versions that a page can show."""

    def __init__(self, subject: Subject, origins: Origins) -> None:
        self._subject = subject
        self._origins = origins
        self._material = subject.material
        self._texts = [text_for(v.text, subject.material) for v in subject.versions]
        self.first = _first_that_fits(self._texts)
        """The first version that is not left out for having too many wordings."""
        self._lives: Lives = {}
        self._kinds: dict[str, str] = {}
        self._orders: dict[_Order, int] = {}
        self._order_of: list[int] = []
        before: Mapping[str, Clause] = {}
        for number, text in enumerate(self._texts[self.first :]):
            before = self._add(number, text, before)

    @property
    def versions(self) -> tuple[Version, ...]:
        return self._subject.versions[self.first :]

    def data(self) -> Plain:
        """The whole as plain values."""
        present = next(n for n, v in enumerate(self.versions) if v.header == self._material.version.header)
        kept = self._worth_telling(present)
        fields = {
            clause: {
                name: _told(life, clause, name, self._origins) for name, life in self._lives.get(clause, {}).items()
            }
            for clause in kept
        }
        return {
            "present": present,
            "order": self._order_of,
            "orders": [_plainly(order) for order in self._orders],
            "clauses": {c: {"kind": self._kinds[c], "fields": fields[c]} for c in kept},
        }

    def _add(self, number: int, text: Text, before: Mapping[str, Clause]) -> Mapping[str, Clause]:
        """One more version; `before` are the clauses of the one before it. One that is the very same needs no look,
        unless it tells of numbers that may be others now."""
        filling = Filling.of(text, self._material.dossier, self._material.original_of, "page")
        order = self._orders.setdefault(_Order.of(text, filling, self._material.languages), len(self._orders))
        same_numbers = order in self._order_of[-1:]
        self._order_of.append(order)
        now = text.by_id()
        for clause in text:
            if before.get(clause.id) is clause and (same_numbers or not _refers(clause)):
                continue
            self._kinds[clause.id] = clause.kind.value
            self._reads(clause, filling, number)
        for gone in before.keys() - now.keys():
            for life in self._lives.get(gone, {}).values():
                life.reads(-1, number)
        return now

    def _reads(self, clause: Clause, filling: Filling, number: int) -> None:
        lives = self._lives.setdefault(clause.id, {})
        met = set()
        for name, language, words in _fields(clause):
            if words and language in self._material.languages:
                met.add(name)
                life = lives.setdefault(name, _Life())
                life.reads(self._wording(life, clause.id, language, words, filling), number)
        for name in lives.keys() - met:
            lives[name].reads(-1, number)

    def _wording(self, life: _Life, clause: str, language: str, words: Words, filling: Filling) -> int:
        """The number of this wording among those that the field had."""
        segments = pieces(words, language, clause, filling, self._origins)
        for known, wording in enumerate(life.wordings):
            if wording.words == words and wording.segments == segments:
                return known
        life.wordings.append(_Wording(words, filling, segments))
        return len(life.wordings) - 1

    def _worth_telling(self, present: int) -> dict[str, None]:
        """Clauses that some version shows otherwise than the page does: other words, or that the page does not show."""
        kept: dict[str, None] = {}
        here = {c.id for c in self._texts[self.first + present]}
        for clause, lives in self._lives.items():
            if clause not in here or any(len(life.spans) > 1 or life.spans[0][0] > 0 for life in lives.values()):
                kept[clause] = None
        for order in self._orders:
            kept.update(dict.fromkeys(c for c in order.ids if c not in here))
        return kept


def _first_that_fits(texts: list[Text]) -> int:
    """From which version on pairs of wordings are few enough to be compared, and orders to be carried."""
    seen: dict[tuple[str, str], set[Words]] = {}
    orders: set[tuple[tuple[str, str | None], ...]] = set()
    later: Mapping[str, Clause] = {}
    pairs = carried = 0
    for number in range(len(texts) - 1, -1, -1):
        order = tuple((clause.id, clause.parent) for clause in texts[number])
        carried += 0 if order in orders else len(order)
        orders.add(order)
        for clause in texts[number]:
            if later.get(clause.id) is clause:
                continue
            for name, _language, words in _fields(clause):
                had = seen.setdefault((clause.id, name), set())
                if words not in had:
                    pairs += len(had)
                    had.add(words)
        if pairs > MOST_PAIRS or carried > max(MOST_ORDERED, len(order)):
            return min(number + 1, len(texts) - 1)
        later = texts[number].by_id()
    return 0


def _fields(clause: Clause) -> Iterator[tuple[str, str, Words]]:
    for prefix, fields in (("heading", clause.heading), ("text", clause.text)):
        for language, words in fields.items():
            yield f"{prefix}.{language}", language, words


def _refers(clause: Clause) -> bool:
    """Whether its words hold a number of a clause, which other versions may count otherwise."""
    return any("{@" in shown(words) for _name, _language, words in _fields(clause))


def _plainly(order: _Order) -> Plain:
    figures = [_told_once(dict(of)) for of in order.figures]
    return {"ids": order.ids, "parents": order.parents, "numbers": order.numbers, "figures": figures}


def _told_once(figures: Mapping[str, str]) -> str | Mapping[str, str]:
    """What all languages show alike; else what each shows."""
    alike = set(figures.values())
    return figures if len(alike) > 1 else "".join(alike)


def _figures(clause: Clause, filling: Filling, languages: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """What the label of an article or an annex shows in each language; nothing where there is but one annex."""
    if clause.kind not in (Kind.ARTICLE, Kind.ANNEX) or (clause.kind is Kind.ANNEX and filling.annexes == 1):
        return ()
    return tuple((language, filling.figure(clause.id, language)) for language in languages)


def _told(life: _Life, clause: str, name: str, origins: Origins) -> Plain:
    language = name.partition(".")[2]
    every = life.wordings
    changes = {
        f"{a}-{b}": changed(every[a], every[b], language, clause, origins)
        for b in range(len(every))
        for a in range(b)
    }  # fmt: skip
    return {"from": [list(span) for span in life.spans], "words": [w.segments for w in every], "changes": changes}


def changed(old: _Wording, new: _Wording, language: str, clause: str, origins: Origins) -> list[list[object]]:
    """The words that stay, go and come between two wordings."""
    if old.words == new.words:  # only a number in a reference differs
        return [["-", old.segments], ["+", new.segments]]
    brackets = [p for p in (*old.words, *new.words) if isinstance(p, Bracket)]
    found: list[list[object]] = []
    before = ""
    for hunk in word_diff(old.words, new.words, language):
        filling = old.filling if hunk.op is Op.OUT else new.filling
        by = origins.of(clause, hunk.by) if hunk.op is Op.IN else 0
        filled = filling.with_brackets(hunk.text, brackets, language, before)
        before = plainly(filled)
        found.append([hunk.op.value, [{**segment, "by": by} for segment in filled]])
    return found
