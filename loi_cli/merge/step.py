"""One step of a merge: all inputs that were written against one base, and what happened since, in one new text."""

from collections.abc import Iterator, Sequence
from types import MappingProxyType
from typing import NamedTuple

from loi_cli.i18n import saying
from loi_cli.merge.arrangement import arranged
from loi_cli.merge.existence import Standing, decide_deletions
from loi_cli.merge.fates import Fate, Fates
from loi_cli.merge.homes import settle_homeless
from loi_cli.merge.marks import Mark, Marks
from loi_cli.merge.newcomers import decide_insertions
from loi_cli.merge.outcomes import Outcome, Overtaken, Verdict
from loi_cli.merge.place import Places, who_goes_where
from loi_cli.merge.proposals import Wish, Wishes, sorted_wishes, told_for_each, words_without_effect
from loi_cli.merge.rules import Rules
from loi_cli.merge.scene import Scene, Since, Wording
from loi_cli.merge.scenery import Scenery
from loi_cli.merge.shown_brackets import wording_from
from loi_cli.merge.since import SidesSince
from loi_cli.merge.staleness import Touch, seen_after, stale_languages
from loi_cli.merge.wording import merge_words
from loi_cli.model.inputs import Input
from loi_cli.model.text import Clause, Text
from loi_cli.model.words import Run, Words, shown


class Step(NamedTuple):
    text: Text
    outcomes: tuple[Outcome, ...]
    overtaken: tuple[Overtaken, ...] = ()
    marks: Marks = MappingProxyType({})


def merge_step(
    base: Text,
    inputs: Sequence[Input],
    since: Text | None,
    sides_since: SidesSince,
    rules: Rules,
    gone: Sequence[Input] = (),
) -> Step:
    """Merge inputs against their base with the text that came of it since; the order of inputs never matters.

    `gone` are those against this base that were taken back: they ask for nothing, but what was decided between them and
    others stays decided.
    """
    ordered = sorted(inputs, key=lambda i: (rules.rank(i.side), i.name))
    wishes = sorted_wishes(ordered, base)
    scenery = Scenery.of(base, since, sides_since, wishes, sorted_wishes(gone, base), rules)
    standing = Standing()
    decide_deletions(scenery, standing)
    decide_insertions(scenery, standing)
    places = who_goes_where(scenery, standing)
    settle_homeless(scenery, standing, places)
    order = arranged(scenery.frame, list(places.placements.values()), standing.removed)
    outcomes: list[Outcome] = []
    overtaken = [*standing.overtaken, *places.overtaken]
    marks: dict[tuple[str, str], Sequence[Mark]] = {}
    clauses = tuple(
        _clause(clause, parent, scenery, standing, places, outcomes, overtaken, marks) for clause, parent in order
    )
    outcomes += [*standing.outcomes, *places.outcomes, *(words_without_effect(w) for w in wishes.others)]
    outcomes += _words_of_the_gone(wishes, {c for c, _parent in order}, outcomes)
    marks |= {**standing.marks, **places.marks}
    return Step(Text(clauses), tuple(told_for_each(outcomes, wishes)), tuple(overtaken), marks)


def _clause(
    clause: str,
    parent: str | None,
    scenery: Scenery,
    standing: Standing,
    places: Places,
    outcomes: list[Outcome],
    overtaken: list[Overtaken],
    marks: dict[tuple[str, str], Sequence[Mark]],
) -> Clause:
    disputed_place = places.disputed.get(clause)
    if clause in standing.newcomers:
        return standing.newcomers[clause]._replace(parent=parent, place=disputed_place)
    found, told = _reworded(scenery.old[clause], scenery, overtaken, marks)
    outcomes += told
    return found._replace(parent=parent, exists=standing.disputed.get(clause), place=disputed_place)


def _words_of_the_gone(wishes: Wishes, standing: set[str], told: Sequence[Outcome]) -> Iterator[Outcome]:
    """Wordings of clauses that were deleted all the same: by decision, or by the very unit that worded them."""
    why = saying("the clause was deleted")
    answered = {(o.input, o.clause, o.field) for o in told}
    for (clause, name), some in wishes.words.items():
        for wish, _wording in some:
            if clause not in standing and (wish.input.name, clause, name) not in answered:
                yield wish.outcome(name, Verdict.SUPERSEDED, why)


def _reworded(
    old: Clause,
    scenery: Scenery,
    overtaken: list[Overtaken],
    marks: dict[tuple[str, str], Sequence[Mark]],
) -> tuple[Clause, list[Outcome]]:
    """One clause with all wordings merged, field by field."""
    wishes, languages = scenery.wishes.words, scenery.rules.languages
    outcomes: list[Outcome] = []
    touched: dict[str, Touch] = {}
    decided: dict[str, list[_Decided]] = {}
    merged: dict[str, dict[str, Words]] = {"text": {}, "heading": {}}
    now = scenery.now.get(old.id)
    current = now or old
    for prefix, before, after in (("text", old.text, current.text), ("heading", old.heading, current.heading)):
        fields = (*scenery.wishes.fields.get(old.id, ()), *scenery.gone.fields.get(old.id, ()))
        asked = [name.partition(".")[2] for name in fields if name.startswith(prefix)]
        for language in _in_order([*before, *after, *asked], languages):
            name = f"{prefix}.{language}"
            base_words, words = before.get(language, ()), after.get(language, ())
            wanted = wishes.get((old.id, name), [])
            gone = _once_decided(old.id, name, scenery)
            if wanted or gone:
                differs = words != base_words or scenery.sides_since.settled(old.id, name)
                since = Since(words, scenery.sides_since) if now is not None and differs else None
                scene = Scene(clause=old.id, field=name, language=language, rules=scenery.rules)
                words, fates = _field(base_words, since, wanted, gone, scene)
                if fates.marks:
                    marks[old.id, name] = fates.marks
                outcomes += [_outcome(wish, name, *fates.of(wish.side.source)) for wish, _text in wanted]
                outcomes += _still_decided(gone, name, fates)
                asking = {wish.input.name for wish, _text in (*wanted, *gone)}
                overtaken += [Overtaken(one, old.id, name, by) for one, by in fates.overtaken if one not in asking]
                if prefix == "text":
                    still = [one for one in gone if one[0].side.source in _names(words)]
                    _note_touches(touched, [*wanted, *still], language, old, fates)
                    _note_decision(decided, words, after.get(language, ()), language, scenery.rules)
            if words:
                merged[prefix][language] = words
    seen = current.seen
    touched |= _spoken_at_once(decided, old)
    if touched:
        seen = seen_after(old, current.seen, merged["text"], [*touched.values(), *_touch_since(old, now)])
    return current._replace(text=merged["text"], heading=merged["heading"], seen=seen), outcomes


def _in_order(languages: Sequence[str], first: Sequence[str]) -> list[str]:
    found = dict.fromkeys(languages)
    return [*(lang for lang in first if lang in found), *(lang for lang in found if lang not in first)]


def _note_touches(
    touched: dict[str, Touch], wanted: list[tuple[Wish, str]], language: str, old: Clause, fates: Fates
) -> None:
    for wish, wording in wanted:
        so_far = touched.get(wish.input.name) or Touch(read=_texts(old), gave={}, changed=())
        changes = wording != so_far.read.get(language, "")
        touched[wish.input.name] = so_far._replace(
            gave={**so_far.gave, language: wording},
            changed=(*so_far.changed, language) if changes else so_far.changed,
            overruled=(*so_far.overruled, language) if fates.lost(wish.side.source) else so_far.overruled,
        )


class _Decided(NamedTuple):
    """What a decision made of one language; `own`: in words of its own, not in those of a side."""

    language: str
    text: str
    own: bool


def _note_decision(decided: dict[str, list[_Decided]], words: Words, now: Words, language: str, rules: Rules) -> None:
    """The decisions whose words stand in a language from now on, by the step that they were taken in."""
    own = {name for piece in words if isinstance(piece, Run) and len(piece.by) == 1 for name in piece.by}
    for name in sorted(_names(words) - _names(now)):
        if rules.rulings.named(name):
            found = _Decided(language, shown(words), name in own)
            decided.setdefault(rules.rulings.step_of(name), []).append(found)


def _spoken_at_once(decided: dict[str, list[_Decided]], old: Clause) -> dict[str, Touch]:
    """Decisions taken at once, of which one has words of its own: whoever worded it had the others before him, those
    that took a side's words too. Where all take words of sides, they saw what those sides saw."""
    return {
        step: Touch(
            read=_texts(old),
            gave={one.language: one.text for one in some},
            changed=tuple(dict.fromkeys(one.language for one in some)),
        )
        for step, some in decided.items()
        if any(one.own for one in some)
    }


def _names(words: Words) -> set[str]:
    return {name for piece in words if isinstance(piece, Run) for name in piece.by}


def _texts(clause: Clause) -> dict[str, str]:
    return {language: shown(words) for language, words in clause.text.items()}


def _touch_since(old: Clause, now: Clause | None) -> list[Touch]:
    """What happened since the base, as one more side: each change of a language with those that had seen it."""
    if now is None or now is old:
        return []
    read, before = _texts(now), _texts(old)
    changed = [language for language in read if read[language] != before.get(language, "")]
    stale = stale_languages(now)
    gave = {language: words for language, words in read.items() if language not in stale}
    return [Touch(read=read, gave=gave, changed=changed)] if changed else []


def _once_decided(clause: str, name: str, scenery: Scenery) -> list[tuple[Wish, str]]:
    """Wordings that were taken back, of a field that something was decided about."""
    gone = scenery.gone.words.get((clause, name), [])
    return gone if gone and scenery.rules.rulings.on_field(clause, name) else []


def _still_decided(gone: list[tuple[Wish, str]], name: str, fates: Fates) -> Iterator[Outcome]:
    """Of what was taken back: what became of it by a decision that stands all the same."""
    for wish, _text in gone:
        fate, record = fates.of(wish.side.source)
        if record and fate in (Fate.MERGED, Fate.OVERRULED):
            yield _outcome(wish, name, fate, record)


def _field(
    base: Words, since: Since | None, wanted: list[tuple[Wish, str]], gone: list[tuple[Wish, str]], scene: Scene
) -> tuple[Words, Fates]:
    wordings = [
        Wording(w.side, wording_from(text, base, w.side), w.outsider, some is gone)
        for some in (wanted, gone)
        for w, text in some
    ]
    merged = merge_words(base, wordings, since, scene)
    return merged.words, merged.fates


def _outcome(wish: Wish, name: str, fate: Fate, note: str) -> Outcome:
    match fate:
        case Fate.CONFLICT:
            return wish.outcome(name, Verdict.CONFLICT, note)
        case Fate.OVERRULED:
            return wish.outcome(name, Verdict.SUPERSEDED, saying("decided otherwise: {record}", record=note), note)
        case Fate.TAKEN_BACK:
            return wish.outcome(name, Verdict.SUPERSEDED, saying("taken back by {input}", input=note))
        case Fate.MERGED:
            why = saying("as decided: {record}", record=note) if note else ""
            return wish.outcome(name, Verdict.MERGED, why, note)
        case Fate.SAME:
            why = saying("the same as {side} asks", side=note) if note else saying("the text reads so already")
            return wish.outcome(name, Verdict.ALREADY_THERE, why)
