"""What edits that meet become: agreed words, or a bracket with every side named."""

from collections.abc import Collection, Mapping, Sequence
from itertools import combinations, pairwise

from loi_cli.merge.alignment import matches
from loi_cli.merge.decisions import DECISION, Judged
from loi_cli.merge.fates import Fate, Fates
from loi_cli.merge.marks import Settled, TakenOut, settled_before
from loi_cli.merge.overlaps import SINCE, Group, grouped
from loi_cli.merge.readings import as_read_by, common_lead, spaced, spoken, voices_in
from loi_cli.merge.scene import Scene, Since, Wording
from loi_cli.merge.sliding import Edit
from loi_cli.merge.tokens import Token, spelled
from loi_cli.model.conflicts import conflict_of
from loi_cli.model.words import Side

_SIDES = 6
"""Up to so many sides, a dispute is looked through for smaller ones that were decided."""


def agreed_at_once(
    base: Sequence[Token], group: Group, outsiders: Collection[Side], fates: Fates
) -> list[Token] | None:
    """The words of a lone edit, which one side makes and nobody meets; None where there is more to it."""
    [one, *others] = group.members
    side, new = one.sides[0], one.edit.new
    if others or len(one.sides) > 1 or side is SINCE or side in outsiders:
        return None
    if [t for t in new if t.bracket] or [t for t in base[group.start : group.end] if t.bracket]:
        return None
    fates.add(side, Fate.MERGED)
    by = (side.source,)
    if not new:
        fates.marks.append(TakenOut(tuple(t.core for t in base[group.start : group.end]), by))
    return [t if t.by == by else Token(t.text, by) for t in new]


class Resolution:
    """What one group becomes: agreed words or a bracket."""

    def __init__(
        self,
        base: Sequence[Token],
        group: Group,
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
        by_side = self._by_side()
        spans = self._spans(by_side)
        clean = self._clean(spans)
        speaking = _added_up(by_side if clean else self._without_yielding(by_side))
        if not speaking:
            return self.span
        if speaking != by_side:
            spans = self._spans(speaking)
            clean = self._clean(spans)
        if clean:
            settled = self._settled_with_the_party(spans)
            return self._agreed(spans) if settled is None else self._as_judged(settled, list(spans))
        readings = self._readings(spans)
        words = self._conceded(spans, readings)
        return self._disputed(spans, self._answered_by_home(readings)) if words is None else words

    def _settled_with_the_party(self, spans: dict[Side, list[Token]]) -> Judged | None:
        """What was decided between home and the other party, before one of home's own asked for the same as they."""
        rulings = self.scene.rules.rulings
        if self.outsiders.isdisjoint(spans) or not rulings.on_field(self.scene.clause, self.scene.field):
            return None
        readings = self._readings(spans)
        readings.setdefault(spelled(self.span), [self.scene.rules.for_home])
        judged = self._judged(readings)
        return judged if judged.ruling else None

    def decided(self, gone: Collection[Side]) -> list[Token] | None:
        """What a decision made of these words while some sides that are gone by now were still heard; where somebody
        wants something new since, that decision is a side. None where no decision was about those who are gone."""
        heard = [side for one in self.group.members for side in one.sides if side in gone]
        for size in range(1, min(len(heard), _SIDES) + 1):
            for some in combinations(sorted(set(heard), key=self.scene.rules.order), size):
                left_out = [side for side in heard if side not in some]
                group = Group(self.group.start, self.group.end, self.group.without(left_out))
                settled = self._of(group)._decided_with(some)
                if settled is not None:
                    return settled
        return None

    def _decided_with(self, gone: Collection[Side]) -> list[Token] | None:
        by_side = self._without_yielding(self._by_side())
        spans = self._spans(_added_up(by_side))
        if self._clean(spans):
            return None
        judged = self._judged_within(list(spans), self._answered_by_home(self._readings(spans)))
        if judged.ruling is None:
            if judged.decisions <= self._decisions_without(gone):
                return None  # no decision, or none about those who are gone
            judged = self.scene.rules.rulings.judge_without(gone, self.scene.clause, self.scene.field, judged.bracket)
        return self._as_judged(judged, [side for side in spans if side not in gone])

    def _decisions_without(self, gone: Collection[Side]) -> set[str]:
        """The decisions that count where those who are gone are not heard."""
        known: set[str] = set()
        for group in grouped(self.group.without(gone)):
            for t in Resolution(self.base, group, self.wordings, self.since, self.scene, Fates()).tokens():
                known |= {name for name in t.by if self.scene.rules.rulings.named(name)}
                known |= {side.source for r in (t.bracket.readings if t.bracket else ()) for side in r.sides}
        return known

    def _of(self, group: Group) -> "Resolution":
        return Resolution(self.base, group, self.wordings, self.since, self.scene, self.fates)

    def _by_side(self) -> dict[Side, list[Edit]]:
        by_side: dict[Side, list[Edit]] = {}
        for one in self.group.members:
            for side in one.sides:
                by_side.setdefault(side, []).append(one.edit)
        return by_side

    def _spans(self, by_side: Mapping[Side, list[Edit]]) -> dict[Side, list[Token]]:
        return {side: self._applied(some) for side, some in by_side.items()}

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
        if SINCE in spans:
            return True  # what stands by now is what every side wants
        if self._kept_by():
            return False  # it was decided meanwhile that the words stay as they are
        if any(t.bracket for t in self.span):
            return False  # words alone never settle a bracket
        if any(t.bracket for span in spans.values() for t in span):
            return False  # the side itself leaves words open
        return not all(side in self.outsiders for side in spans)

    def _without_yielding(self, by_side: dict[Side, list[Edit]]) -> dict[Side, list[Edit]]:
        """Only the sides that a later input did not take back: those leave every dispute."""
        yielding = self.scene.rules.yielding
        for side in by_side:
            if side.source in yielding:
                self.fates.add(side, Fate.TAKEN_BACK, yielding[side.source])
        return {side: some for side, some in by_side.items() if side.source not in yielding}

    def _agreed(self, spans: dict[Side, list[Token]]) -> list[Token]:
        sides = sorted((s for s in spans if s is not SINCE), key=self.scene.rules.order)
        if SINCE in spans:
            for side in sides:
                self.fates.add(side, Fate.SAME)
            self._note_taken_out(spans[SINCE], [side.source for side in sides])
            return self._signed_too(spans[SINCE], sides)
        parts = {side for one in self.group.members for side, _edit in one.within}
        first = next(side for side in sides if side not in parts)
        for side in sides:
            if side is first or side in parts:
                self.fates.add(side, Fate.MERGED)
            else:
                self.fates.add(side, Fate.SAME, first.name)
        sources = tuple(side.source for side in sides)
        self._note_taken_out(spans[first], sources)
        return [Token(t.text, sources, t.bracket) for t in spans[first]]

    def _signed_too(self, since: list[Token], sides: Sequence[Side]) -> list[Token]:
        """The words that came in since the base, with those who ask for the same behind them as well."""
        also = [side.source for side in sides]
        old = [t for t in self.span if t in since]
        return [t if t in old or t.bracket else Token(t.text, tuple(dict.fromkeys((*t.by, *also)))) for t in since]

    def _conceded(self, spans: dict[Side, list[Token]], readings: Mapping[str, list[Side]]) -> list[Token] | None:
        """The words, where all that disagreed now say the same, and home's own with them; None where anything is still
        in dispute."""
        if len(readings) > 1 or not any(map(self.scene.rules.is_home, *readings.values())):
            return None
        asked_alike = SINCE in spans and not any(t.bracket for t in self.span)
        if not (asked_alike or self._outdated(spans) or self._overtaken(spans)):
            return None
        self._note_overtaken(spans)
        [(text, sides)] = readings.items()
        for side in spans:
            if side is not SINCE:
                self.fates.add(side, Fate.MERGED)
        names = [side.source for side in sorted(sides, key=self.scene.rules.order) if side.source]
        if text == spelled(self.span):
            names = [name for t in self.span for name in (*t.by, *(t.bracket.base_by if t.bracket else ()))] + names
        by = tuple(dict.fromkeys(names))
        if not text:
            self._note_taken_out([], by)
        return spoken(text, common_lead([text]), by, self.scene.language)

    def _home_speaks(self, spans: Mapping[Side, list[Token]]) -> bool:
        return any(side not in self.outsiders for side in spans if side is not SINCE)

    def _disputed(self, spans: dict[Side, list[Token]], readings: dict[str, list[Side]]) -> list[Token]:
        self._note_overtaken(spans)
        return self._as_judged(self._judged_within(list(spans), readings), list(spans))

    def _judged_within(self, sides: Sequence[Side], readings: dict[str, list[Side]]) -> Judged:
        judged = self._judged(readings)
        if judged.ruling is None:
            decided = self._decided_within(sides)
            for text, side in decided:
                if side not in readings.setdefault(text, []):
                    readings[text].append(side)
            judged = self._judged(readings) if decided else judged
        if judged.ruling is None and not judged.decisions:
            judged = self._decided_with_the_party(readings) or judged
        return judged if judged.ruling else settled_before(judged, self._settled())

    def _decided_with_the_party(self, readings: Mapping[str, list[Side]]) -> Judged | None:
        """The dispute with what was decided between home and the other party, before one of home's own wanted more:
        then home spoke for the words as they stand."""
        is_home = self.scene.rules.is_home
        theirs = {text: [side for side in sides if not is_home(side)] for text, sides in readings.items()}
        theirs = {text: sides for text, sides in theirs.items() if sides}
        if not theirs or not self.scene.rules.rulings.on_field(self.scene.clause, self.scene.field):
            return None
        whole = spelled(self.span)
        judged = self._judged({**theirs, whole: [self.scene.rules.for_home]})
        ruling = judged.ruling
        if ruling is None:
            return None
        said = ruling.text.strip()
        text = next((one for one in (whole, *readings) if one.strip() == said), judged.bracket.lead + ruling.text)
        decided = [*readings.get(text, ()), Side(DECISION, ruling.decision.name)]
        return self._judged({**readings, text: decided})

    def _settled(self) -> list[Settled]:
        return self.since.sides.settled(self.scene.clause, self.scene.field) if self.since else []

    def _kept_by(self) -> list[Side]:
        """The decisions since the base that these words stay as they are; where nothing stood, that nothing comes."""
        if self.since is None:
            return []
        kept = self.since.sides.decided(dict.fromkeys(name for t in self.span for name in t.by))
        if self.span:
            return kept
        wanted = {spelled(edit.new).strip() for edit in (one.edit for one in self.group.members)}
        refused = (one for one in self._settled() if not one.base and not one.text and wanted & one.readings)
        return [Side(DECISION, one.decision.name) for one in refused]

    def _as_judged(self, judged: Judged, sides: Sequence[Side]) -> list[Token]:
        """The bracket, or what it was settled to read."""
        scene, bracket, ruling = self.scene, judged.bracket, judged.ruling
        if ruling is None:
            known = conflict_of(scene.clause, scene.field, bracket).id
            for side in sides:
                if side is not SINCE:
                    self.fates.add(side, Fate.CONFLICT, known)
            return [Token(bracket.lead + "\ufdd0" + bracket.shown, (), bracket)]
        self.fates.marks.append(Settled.of(bracket, ruling))
        for reading in bracket.readings:
            for side in reading.sides:
                fate = Fate.MERGED if reading.text == ruling.text else Fate.OVERRULED
                self.fates.add(side, fate, ruling.decision.name)
        by = tuple(dict.fromkeys((*bracket.base_by, *ruling.by))) if ruling.text == bracket.base else ruling.by
        if not ruling.text:
            self._note_taken_out([], by)
        texts = [spelled(self.span), *(bracket.lead + r.text for r in bracket.readings)]
        before = spelled(self.base[: self.group.start][-1:])
        return spoken(spaced(ruling.text, bracket.lead, texts, before), bracket.lead, by, scene.language)

    def _readings(self, spans: dict[Side, list[Token]]) -> dict[str, list[Side]]:
        """Every reading of the span with its sides; equal readings are one."""
        readings: dict[str, list[Side]] = {}
        outdated = self._outdated(spans) | self._overtaken(spans).keys()

        def add(text: str, side: Side) -> None:
            sides = readings.setdefault(text, [])
            if side not in sides:
                sides.append(side)

        if SINCE not in spans:
            for side, text in voices_in(self.span):
                if side not in outdated:
                    add(text, side)
            for side in self._kept_by():
                add(spelled(self.span), side)
        for side, span in spans.items():
            if side is not SINCE:
                add(as_read_by(side, span), side)
                continue
            for voice, text in self._voices_since(span):
                if voice not in outdated and not (voice == self.scene.rules.for_home and self._home_speaks(spans)):
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
        lead = common_lead([text for text in (whole, *readings) if text])
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
        parts = []
        done, record = self.group.start, ""
        for group in grouped(self.group.without(left_out)):
            inner = Resolution(self.base, group, self.wordings, self.since, self.scene, Fates())
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
        speaking = {side.sender for side in spans if side is not SINCE}
        return {side for side, _text in voices_in(self.span) if side.sender in speaking and side not in spans}

    def _voices_since(self, span: list[Token]) -> list[tuple[Side, str]]:
        return voices_in(span) or [(named, spelled(span)) for named in self._since_sides(span)]

    def _overtaken(self, spans: Mapping[Side, list[Token]]) -> dict[Side, Side]:
        """The sides behind what happened since, of which a later input words anew all that was changed, with that one:
        it says what its unit wants by now."""
        if self.since is None or SINCE not in spans:
            return {}
        speaking = [side for side in spans if side is not SINCE and self._covers_since(side)]
        out = {}
        for voice, _text in self._voices_since(spans[SINCE]) if speaking else ():
            later = self.since.sides.speaks_for(speaking, voice)
            if later is not None and later != voice:
                out[voice] = later
        return out

    def _covers_since(self, side: Side) -> bool:
        """Whether a side's edits take in every word that was changed since."""
        own = [one.edit for one in self.group.members if side in one.sides and SINCE not in one.sides]
        return all(
            any(e.start <= s.start and s.end <= e.end and (s.start < s.end or e.start < s.start < e.end) for e in own)
            for s in (one.edit for one in self.group.members if SINCE in one.sides)
        )

    def _note_overtaken(self, spans: Mapping[Side, list[Token]]) -> None:
        for voice, later in self._overtaken(spans).items():
            self.fates.add(voice, Fate.TAKEN_BACK, later.source)

    def _nobody_at_home(self, readings: Mapping[str, list[Side]]) -> bool:
        """Whether nobody but home itself can speak for the words as they are."""
        return len(readings) == 1 or all(side in self.outsiders for sides in readings.values() for side in sides)

    def _since_sides(self, span: list[Token]) -> list[Side]:
        """Who stands behind the words since the base: those named by the new tokens, else all who changed the field."""
        assert self.since is not None
        old = {t.text for t in self.span}
        names = dict.fromkeys(name for t in span if t.text not in old for name in t.by)
        sides = self.since.sides
        clause, name = self.scene.clause, self.scene.field
        gone = [] if names else sides.who_took_out(clause, name, _missing(self.span, span))
        return sides.behind(names) or gone or sides.on(clause, name)

    def _note_taken_out(self, left: Sequence[Token], by: Sequence[str]) -> None:
        """That these names took words out, where nothing is left that could name them."""
        if by and not any(t not in self.span for t in left):
            self.fates.marks.append(TakenOut(tuple(_missing(self.span, left)), tuple(by)))


def _missing(before: Sequence[Token], after: Sequence[Token]) -> list[str]:
    """The words that are there no more."""
    left = [t.text for t in after]
    kept = {i for i, _j in matches([t.text for t in before], left)} if left else set()
    return [t.core for k, t in enumerate(before) if k not in kept]


def _added_up(by_side: dict[Side, list[Edit]]) -> dict[Side, list[Edit]]:
    """The edits of each side; the inputs of one sender speak with one voice where they do not contradict each other."""
    by_sender: dict[str, list[Side]] = {}
    for side in by_side:
        by_sender.setdefault(side.sender, []).append(side)
    if len(by_sender) == len(by_side):
        return by_side
    out: dict[Side, list[Edit]] = {}
    for sides in by_sender.values():
        together = sorted({(e.start, e.end, e.readable): e for s in sides for e in by_side[s]}.values(), key=_span)
        apart = any(_contradict(one, other) for one, other in pairwise(together))
        out |= {side: by_side[side] if apart else together for side in sides}
    return out


def _span(edit: Edit) -> tuple[int, int]:
    return edit.start, edit.end


def _contradict(one: Edit, other: Edit) -> bool:
    """Whether an edit and the next one overlap, or are put in at one point."""
    return other.start < one.end or (one.start == one.end == other.start == other.end)
