"""n-way merge of the words of one field: every side against the base, all at once.

Rules, each of which a pairwise or line-based merge gets wrong:
- equal edits are one, with all their names; so are equal readings of the same words;
- edits of different words combine, whatever the order of the sides;
- two edits that touch and both put words in are a conflict; a mere deletion beside anything is not;
- a conflict spans exactly the words in dispute, with the base kept and every side named;
- words that change a bracket join its dispute, they never settle it: only a decision does;
- a later input of a unit that has read its own words in a bracket says what the unit wants there by now;
- what an outsider (the other party) asks for stays a bracket, even when nobody disputes it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import combinations
from typing import NamedTuple

from loi_cli.merge.decisions import DECISION, Judged
from loi_cli.merge.edits import edits_of
from loi_cli.merge.original import Original
from loi_cli.merge.rules import Rules
from loi_cli.merge.since import SidesSince
from loi_cli.merge.sliding import Edit, beside_others
from loi_cli.merge.tokens import Token, cut, spelled, words_of
from loi_cli.model.conflicts import conflict_of
from loi_cli.model.words import Bracket, Reading, Side, Words


class Wording(NamedTuple):
    """The whole wording that one side wants."""

    side: Side
    words: Words
    outsider: bool = False


class Since(NamedTuple):
    """What became of the field after the base, and who knows the sides who did it."""

    words: Words
    sides: SidesSince


class Scene(NamedTuple):
    """Which field of which clause is merged, in which language, and by which rules."""

    clause: str
    field: str
    language: str
    rules: Rules


class Fate(StrEnum):
    """What became of one side's wish, the most telling first."""

    CONFLICT = "conflict"
    OVERRULED = "overruled"
    TAKEN_BACK = "taken back"
    MERGED = "merged"
    SAME = "same"


@dataclass(slots=True)
class Fates:
    """For every side what became of its edits, each with a note: a conflict's id, a record's or another side's name."""

    found: dict[str, list[tuple[Fate, str]]] = field(default_factory=dict)

    def add(self, side: Side, fate: Fate, note: str = "") -> None:
        self.found.setdefault(side.source, []).append((fate, note))

    def of(self, source: str) -> tuple[Fate, str]:
        """The most telling fate of an input; one without any edit is the same as what stands."""
        order = list(Fate)
        return min(self.found.get(source, [(Fate.SAME, "")]), key=lambda f: order.index(f[0]))

    def lost(self, source: str) -> bool:
        """Whether some of an input's words did not prevail: overruled or taken back."""
        return any(fate in (Fate.OVERRULED, Fate.TAKEN_BACK) for fate, _note in self.found.get(source, ()))


class MergedWords(NamedTuple):
    words: Words
    fates: Fates


_SIDES = 6
"""Up to so many sides, a dispute is looked through for smaller ones that were decided."""

_SINCE = Side("", "")
"""Stands for what happened since the base while edits are compared; never leaves this module."""


def merge_words(base: Words, wordings: Sequence[Wording], since: Since | None, scene: Scene) -> MergedWords:
    """Merge all wordings of one field; the order of `wordings` never matters."""
    original = Original.of(base, scene.language)
    tokens = original.tokens
    groups = _grouped(_all_edits(original, wordings, since))
    fates = Fates()
    out: list[Token] = []
    done = 0
    for group in groups:
        out += tokens[done : group.start]
        out += _Resolution(tokens, group, wordings, since, scene, fates).tokens()
        done = group.end
    return MergedWords(words_of([*out, *tokens[done:]]), fates)


@dataclass(slots=True)
class _Shared:
    """One edit and everybody who made it."""

    edit: Edit
    sides: list[Side]


@dataclass(slots=True)
class _Group:
    """Edits that meet: [start, end) of the base is in question."""

    start: int
    end: int
    members: list[_Shared]


def _all_edits(original: Original, wordings: Sequence[Wording], since: Since | None) -> list[_Shared]:
    shared: dict[tuple[int, int, tuple[str, ...]], _Shared] = {}
    same_words: dict[Words, tuple[Edit, ...]] = {}  # forty units that repeat one wording are compared once
    sides = [(_SINCE, since.words)] if since else []
    sides += [(w.side, w.words) for w in wordings]
    for side, words in sides:
        if words not in same_words:
            same_words[words] = edits_of(original, words)
        for edit in same_words[words]:
            key = (edit.start, edit.end, edit.readable)
            shared.setdefault(key, _Shared(edit, [])).sides.append(side)
    found = sorted(shared.values(), key=_place)
    for one in found:
        if one.edit.back or one.edit.ahead:
            others = [o.edit for o in found if not set(o.sides) <= set(one.sides)]
            one.edit = beside_others(one.edit, others, original.tokens)
    return sorted(found, key=_place)


def _place(one: _Shared) -> tuple[int, int, tuple[str, ...]]:
    return (one.edit.start, one.edit.end, one.edit.readable)


def _grouped(shared: list[_Shared]) -> list[_Group]:
    groups: list[_Group] = []
    puts_words_in = False
    for one in shared:
        edit = one.edit
        last = groups[-1] if groups else None
        if last and (edit.start < last.end or (edit.start == last.end and puts_words_in and edit.new)):
            last.members.append(one)
            if edit.end > last.end:
                last.end, puts_words_in = edit.end, False
        else:
            groups.append(_Group(edit.start, edit.end, [one]))
            last, puts_words_in = groups[-1], False
        if edit.end == last.end:
            puts_words_in = puts_words_in or bool(edit.new)
    return [part for group in groups for part in _parted(group)]


def _parted(group: _Group) -> Iterator[_Group]:
    """A group cut where no edit crosses, as long as either part is in dispute by itself: forty units that each reword
    some word of a sentence dispute those words, not the sentence."""
    parts: list[_Group] = []
    points = {one.edit.start for one in group.members if one.edit.start == one.edit.end}
    for one in group.members:
        edit = one.edit
        if parts and (edit.start < parts[-1].end or edit.start in points):
            parts[-1].members.append(one)
            parts[-1].end = max(parts[-1].end, edit.end)
        else:
            parts.append(_Group(edit.start, edit.end, [one]))
    whole = parts[0]
    for part in parts[1:]:
        if len(whole.members) > 1 and len(part.members) > 1:
            yield whole
            whole = part
        else:
            whole = _Group(whole.start, part.end, [*whole.members, *part.members])
    yield whole


class _Resolution:
    """What one group becomes: agreed words or a bracket."""

    def __init__(
        self,
        base: Sequence[Token],
        group: _Group,
        wordings: Sequence[Wording],
        since: Since | None,
        scene: Scene,
        fates: Fates,
    ) -> None:
        self.base = base
        self.span = list(base[group.start : group.end])
        self.group = group
        self.wordings = wordings
        self.outsiders = {w.side for w in wordings if w.outsider}
        self.since = since
        self.scene = scene
        self.fates = fates

    def tokens(self) -> list[Token]:
        by_side: dict[Side, list[Edit]] = {}
        for one in self.group.members:
            for side in one.sides:
                by_side.setdefault(side, []).append(one.edit)
        spans = {side: self._applied(some) for side, some in by_side.items()}
        if not self._clean(spans):
            spans = self._without_yielding(spans)
        if not spans:
            return self.span
        if self._clean(spans):
            return self._agreed(spans)
        readings = self._readings(spans)
        return self._conceded(spans, readings) or self._disputed(spans, self._answered_by_home(readings))

    def _applied(self, some: list[Edit]) -> list[Token]:
        """The span as one side reads it."""
        out: list[Token] = []
        done = self.group.start
        for edit in sorted(some, key=lambda e: (e.start, e.end)):
            out += self.span[done - self.group.start : edit.start - self.group.start]
            out += edit.new
            done = edit.end
        return out + self.span[done - self.group.start :]

    def _clean(self, spans: Mapping[Side, list[Token]]) -> bool:
        readings = {tuple(t.text for t in span) for span in spans.values()}
        if len(readings) > 1:
            return False
        if _SINCE in spans:
            return True  # what stands by now is what every side wants
        if any(t.bracket for t in self.span):
            return False  # words alone never settle a bracket
        if any(t.bracket for span in spans.values() for t in span):
            return False  # the side itself leaves words open
        return not all(side in self.outsiders for side in spans)

    def _without_yielding(self, spans: dict[Side, list[Token]]) -> dict[Side, list[Token]]:
        """Only the sides that a later input did not take back: those leave every dispute."""
        yielding = self.scene.rules.yielding
        for side in spans:
            if side.source in yielding:
                self.fates.add(side, Fate.TAKEN_BACK, yielding[side.source])
        return {side: span for side, span in spans.items() if side.source not in yielding}

    def _agreed(self, spans: dict[Side, list[Token]]) -> list[Token]:
        sides = sorted((s for s in spans if s is not _SINCE), key=self.scene.rules.order)
        if _SINCE in spans:
            for side in sides:
                self.fates.add(side, Fate.SAME)
            return spans[_SINCE]
        first, *others = sides
        self.fates.add(first, Fate.MERGED)
        for side in others:
            self.fates.add(side, Fate.SAME, first.name)
        sources = tuple(side.source for side in sides)
        return [Token(t.text, sources, t.bracket) for t in spans[first]]

    def _conceded(self, spans: dict[Side, list[Token]], readings: Mapping[str, list[Side]]) -> list[Token]:
        """The words, where units that disagreed now all say the same; empty where anything is still in dispute."""
        said_by_home = any(side not in self.outsiders for side in spans if side is not _SINCE)
        if len(readings) > 1 or not said_by_home or not self._outdated(spans):
            return []
        [(text, sides)] = readings.items()
        for side in spans:
            if side is not _SINCE:
                self.fates.add(side, Fate.MERGED)
        by = tuple(side.source for side in sorted(sides, key=self.scene.rules.order) if side.source)
        return _spoken(text, _common_lead([text]), by, self.scene.language)

    def _disputed(self, spans: dict[Side, list[Token]], readings: dict[str, list[Side]]) -> list[Token]:
        scene = self.scene
        judged = self._judged(readings)
        if judged.ruling is None:
            decided = self._decided_within(list(spans))
            for text, side in decided:
                if side not in readings.setdefault(text, []):
                    readings[text].append(side)
            judged = self._judged(readings) if decided else judged
        ruling = judged.ruling
        texts = [spelled(self.span), *readings]
        lead, base, base_by = judged.bracket.lead, judged.bracket.base, judged.bracket.base_by
        if ruling is None:
            known = conflict_of(scene.clause, scene.field, judged.bracket).id
            for side in spans:
                if side is not _SINCE:
                    self.fates.add(side, Fate.CONFLICT, known)
            return [Token(lead + "\ufdd0" + judged.bracket.shown, (), judged.bracket)]
        for reading in judged.bracket.readings:
            for side in reading.sides:
                fate = Fate.MERGED if reading.text == ruling.text else Fate.OVERRULED
                self.fates.add(side, fate, ruling.decision.name)
        by = tuple(dict.fromkeys((*base_by, *ruling.by))) if ruling.text == base else ruling.by
        return _spoken(_spaced(ruling.text, lead, texts), lead, by, scene.language)

    def _readings(self, spans: dict[Side, list[Token]]) -> dict[str, list[Side]]:
        """Every reading of the span with its sides; equal readings are one."""
        readings: dict[str, list[Side]] = {}
        outdated = self._outdated(spans)

        def add(text: str, side: Side) -> None:
            sides = readings.setdefault(text, [])
            if side not in sides:
                sides.append(side)

        if _SINCE not in spans:
            for side, text in _voices(self.span):
                if side not in outdated:
                    add(text, side)
        for side, span in spans.items():
            if side is not _SINCE:
                add(_as_read_by(side, span), side)
                continue
            voices = _voices(span)
            for voice, text in voices or [(named, spelled(span)) for named in self._since_sides(span)]:
                if voice not in outdated:
                    add(text, voice)
        return readings

    def _answered_by_home(self, readings: dict[str, list[Side]]) -> dict[str, list[Side]]:
        """The readings; where nobody else can speak for the words as they are, home does."""
        base = spelled(self.span)
        if base not in readings and self._nobody_at_home(readings):
            readings[base] = [self.scene.rules.for_home]
        return readings

    def _judged(self, readings: Mapping[str, list[Side]]) -> Judged:
        scene = self.scene
        whole = spelled(self.span)
        lead = _common_lead([text for text in (whole, *readings) if text])
        base_by = tuple(dict.fromkeys(name for t in self.span for name in t.by))
        voices = {text[len(lead) :]: sides for text, sides in readings.items()}
        bracket = scene.rules.bracket(whole[len(lead) :], voices, lead, base_by)
        return scene.rules.rulings.judge(scene.clause, scene.field, bracket)

    def _decided_within(self, sides: Sequence[Side]) -> list[tuple[str, Side]]:
        """What a decision made of a part of these words, before somebody wanted more of them otherwise: the whole span
        as it reads then. Without one side or another what was decided comes to light."""
        if not self.scene.rules.rulings.on_field(self.scene.clause, self.scene.field) or len(sides) > _SIDES:
            return []
        ordered = sorted(sides, key=self.scene.rules.order)
        for size in range(1, len(ordered) - 1):
            for left_out in combinations(ordered, size):
                found = self._without(left_out)
                if found is not None:
                    return [found]
        return []

    def _without(self, left_out: Sequence[Side]) -> tuple[str, Side] | None:
        """The span without the edits of some sides, where a decision then settles a part of it."""
        left = [_Shared(one.edit, [s for s in one.sides if s not in left_out]) for one in self.group.members]
        parts = []
        done, record = self.group.start, ""
        for group in _grouped([one for one in left if one.sides]):
            inner = _Resolution(self.base, group, self.wordings, self.since, self.scene, Fates())
            settled = inner.tokens()
            names = {name for t in settled for name in t.by if self.scene.rules.rulings.named(name)}
            record = record or min(names, default="")
            parts += [*self.base[done : group.start], *settled]
            done = group.end
        if not record:
            return None
        return spelled([*parts, *self.base[done : self.group.end]]), Side(DECISION, record)

    def _outdated(self, spans: Mapping[Side, list[Token]]) -> set[Side]:
        """The sides in brackets of the base whose unit, having read them there, says anew what it wants."""
        speaking = {side.sender for side in spans if side is not _SINCE}
        return {side for side, _text in _voices(self.span) if side.sender in speaking and side not in spans}

    def _nobody_at_home(self, readings: Mapping[str, list[Side]]) -> bool:
        """Whether nobody but home itself can speak for the words as they are."""
        return len(readings) == 1 or all(side in self.outsiders for sides in readings.values() for side in sides)

    def _since_sides(self, span: list[Token]) -> list[Side]:
        """Who stands behind the words since the base: those named by the new tokens, else all who changed the field."""
        assert self.since is not None
        old = {t.text for t in self.span}
        names = dict.fromkeys(name for t in span if t.text not in old for name in t.by)
        sides = self.since.sides
        return sides.behind(names) or sides.on(self.scene.clause, self.scene.field)


def _voices(span: Sequence[Token]) -> list[tuple[Side, str]]:
    """What each side that speaks in the span's brackets wants the whole span to be."""
    speaking = dict.fromkeys(
        side for t in span if t.bracket for reading in t.bracket.readings for side in reading.sides
    )
    return [(side, _as_read_by(side, span)) for side in speaking]


def _as_read_by(side: Side, span: Sequence[Token]) -> str:
    """The span as one string, each bracket as this side reads it, else as the words that it started from."""
    parts = []
    for t in span:
        if t.bracket is None:
            parts.append(t.text)
            continue
        lead = t.text[: t.text.index("\ufdd0")]
        text = _read_in(t.bracket, side)
        if t.bracket.readings == (Reading(text, (side,)),) and not t.bracket.base and len(span) > 1:
            text = f"[{text}]"  # words that the side leaves open, among others that it does not
        parts.append(lead + text if text else "")
    return "".join(parts)


def _read_in(bracket: Bracket, side: Side) -> str:
    """A bracket as a side reads it: as an earlier input of the same unit does, where it says nothing itself."""
    own = [r for r in bracket.readings if side in r.sides]
    own = own or [r for r in bracket.readings if any(other.sender == side.sender for other in r.sides)]
    return own[-1].text if own else bracket.base


def _common_lead(texts: list[str]) -> str:
    """The white space that all begin with alike; none when they differ."""
    leads = {text[: len(text) - len(text.lstrip())] for text in texts}
    return leads.pop() if len(leads) == 1 else ""


def _spaced(text: str, lead: str, texts: Sequence[str]) -> str:
    """Words of a decision's own, with a blank before them where readings had one each for itself."""
    if lead or not text or text[0].isspace() or text in texts or text[0] in ",.;:!?)]»”’":
        return text
    return " " + text if any(one[:1].isspace() for one in texts) else text


def _spoken(text: str, lead: str, by: tuple[str, ...], language: str) -> list[Token]:
    """Settled words as tokens."""
    pieces = cut(text, language)
    if not pieces:
        return []
    pieces[0] = lead + pieces[0].lstrip() if lead else pieces[0][1:]
    return [Token(piece, by) for piece in pieces]
