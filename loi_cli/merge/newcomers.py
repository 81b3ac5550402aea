"""New clauses: inserted, or proposed and still in dispute."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from loi_cli.i18n import saying
from loi_cli.merge.existence import Standing
from loi_cli.merge.outcomes import Outcome, Overtaken, Verdict
from loi_cli.merge.proposals import Wish, Wishes
from loi_cli.merge.scenery import Scenery
from loi_cli.merge.shown_brackets import wording_from
from loi_cli.merge.staleness import aligned
from loi_cli.merge.whole import (
    Dispute,
    Voices,
    bracket_of,
    fate_of,
    first_merged,
    heard,
    judged,
    overruled,
    settled_mark,
    taken_back,
    with_decided,
    without_outdated,
    without_overtaken,
    without_stand_in,
)
from loi_cli.model.conflicts import ABSENT, EXISTS, conflict_of
from loi_cli.model.fields import words_of
from loi_cli.model.inputs import Insert
from loi_cli.model.text import Clause
from loi_cli.model.words import Bracket, Reading, Run, Side, Words, shown

Variants = dict[str, Clause]
"""By its words, each clause that somebody gives an id to."""


def decide_insertions(scenery: Scenery, standing: Standing) -> None:
    """Decide over every new id, and over every clause whose existence as new is still in dispute.

    Who rewords such a clause proposes another one in its place; who deletes it wants it absent.
    """
    gone = [clause for clause in standing.removed if scenery.is_proposed(clause)]
    why = saying("it went with the clause that held it")
    for clause in gone:
        wishes = scenery.wishes.deletes.get(clause, ())
        standing.outcomes += [w.outcome(EXISTS, Verdict.ALREADY_THERE, why) for w in wishes]
    proposed = dict.fromkeys(c.id for c in scenery.base if scenery.is_proposed(c.id) and c.id not in standing.removed)
    for clause in dict.fromkeys([*proposed, *scenery.wishes.inserts, *scenery.gone.inserts]):
        if not _settled_before(clause, scenery, standing) and (clause in scenery.wishes.inserts or clause in proposed):
            _one_newcomer(clause, scenery, standing)
    for clause, now in scenery.now.items():
        if clause not in scenery.frame.parents and clause not in standing.newcomers:
            standing.newcomers[clause] = now


def _one_newcomer(clause: str, scenery: Scenery, standing: Standing) -> None:
    """One id: one new clause, or, used for different ones, a dispute of which of them it names."""
    current = scenery.current(clause)
    variants, voices = _so_far(clause, current, scenery)
    asked = list(_asked(clause, current, scenery, [scenery.wishes]))
    before = len(voices)
    read = scenery.old[clause].exists if clause in scenery.old else None
    voices = without_outdated(voices, read, [wish for _text, wish, _variant in asked])
    given_up = len(voices) < before
    for text, wish, variant in asked:
        voices.setdefault(text, []).append(wish.side)
        if variant is not None:
            variants.setdefault(text, variant)
    wishes = [wish for _text, wish, _variant in asked]
    outsiders = {wish.side for wish in wishes if wish.outsider}
    voices, overtaken = without_overtaken(voices, [wish.side for _text, wish, _variant in asked], scenery.sides_since)
    given_up = given_up or bool(overtaken)
    standing.overtaken += [Overtaken(one.source, clause, "", later.source) for one, later in overtaken.items()]
    is_new = current is not None and current.exists is not None and current.exists != read
    if is_new:
        voices = without_stand_in(voices, wishes, scenery.rules)
    voices = heard(voices, outsiders, scenery.rules)
    if current is None:
        voices = with_decided(clause, EXISTS, ABSENT, voices, outsiders, scenery)
    variants = {text: variant for text, variant in variants.items() if text in voices}
    standing.placed_by[clause] = [wish for text, wish, _variant in asked if text in voices]
    if current is not None and current.exists is None and voices.keys() == {_content(current)}:
        standing.newcomers[clause] = _signed(current, wishes)
        why = saying("it stands already")
        standing.outcomes += [w.outcome(EXISTS, Verdict.ALREADY_THERE, why) for w in wishes]
    elif current is None and not voices:
        standing.outcomes += [taken_back(w, EXISTS, scenery.rules) for w in wishes]
    elif not variants:  # whoever wanted it gave it up
        standing.removed.add(clause)
        standing.outcomes += first_merged(wishes, EXISTS, scenery.rules)
    elif _nobody_disputes(voices, outsiders, current is None or is_new or (given_up and ABSENT not in voices)):
        [(text, variant)] = variants.items()
        standing.newcomers[clause] = _signed(variant, [w for said, w, _variant in asked if said == text])
        speaking = [wish for wish in wishes if wish.side in voices[text]]
        standing.outcomes += first_merged(speaking, EXISTS, scenery.rules)
        standing.outcomes += [taken_back(wish, EXISTS, scenery.rules) for wish in wishes if wish not in speaking]
    else:
        bracket = bracket_of(ABSENT, voices, scenery.rules, outsiders)
        found = judged(clause, EXISTS, bracket, scenery.rules, scenery.sides_since)
        standing.marks |= settled_mark(clause, EXISTS, found)
        _as_judged(clause, asked, variants, found, scenery, standing)
    standing.outcomes += _repeated(clause, scenery)


def _nobody_disputes(voices: Voices, outsiders: set[Side], is_open: bool) -> bool:
    """Whether all who speak of a new clause say the same: from the first, or since one gave up what it said before."""
    return is_open and len(voices) == 1 and any(s not in outsiders for some in voices.values() for s in some)


def _settled_before(clause: str, scenery: Scenery, standing: Standing) -> bool:
    """A dispute that was decided while some were heard who took it back since stays as decided; where somebody wants
    something new since, that decision is a side. False where there is no such decision."""
    rules, gone = scenery.rules, scenery.gone
    is_taken_back = any(clause in some for some in (gone.inserts, gone.deletes, gone.fields))
    if not is_taken_back or not rules.rulings.on_field(clause, EXISTS):
        return False
    current = scenery.current(clause)
    variants, voices = _so_far(clause, current, scenery)
    asked = list(_asked(clause, current, scenery, [scenery.wishes, gone]))
    for text, wish, variant in asked:
        voices.setdefault(text, []).append(wish.side)
        if variant is not None:
            variants.setdefault(text, variant)
    outsiders = {wish.side for _text, wish, _variant in asked if wish.outsider}
    bracket = bracket_of(ABSENT, heard(voices, outsiders, rules), rules, outsiders)
    found = judged(clause, EXISTS, bracket, rules)
    if found.ruling is None:
        back = [one for one in asked if one[1] in (*gone.inserts.get(clause, ()), *gone.deletes.get(clause, ()))]
        left = rules.rulings.judge(clause, EXISTS, found.bracket)
        if not left.decisions:
            return False
        left = rules.rulings.judge_without([wish.side for _t, wish, _v in back], clause, EXISTS, found.bracket)
        found = Dispute(conflict_of(clause, EXISTS, left.bracket).id, left.bracket, left.ruling)
        asked = [one for one in asked if one not in back]
    standing.placed_by[clause] = [wish for _text, wish, _variant in asked]
    _as_judged(clause, asked, variants, found, scenery, standing)
    return True


def _as_judged(
    clause: str,
    asked: list[tuple[str, Wish, Clause | None]],
    variants: Variants,
    found: Dispute,
    scenery: Scenery,
    standing: Standing,
) -> None:
    """The clause that was decided for, or all that are in dispute."""
    if found.ruling is None:
        standing.newcomers[clause] = _undecided(variants, found.bracket)
    elif found.ruling.text in variants:
        standing.newcomers[clause] = variants[found.ruling.text]
        chosen = [wish for text, wish, _variant in asked if text == found.ruling.text]
        standing.placed_by[clause] = chosen or standing.placed_by[clause]
    elif clause in scenery.frame.parents:
        standing.removed.add(clause)
    standing.overtaken += overruled("", [clause], found)
    for text, wish, _variant in asked:
        for field in _fields_of(clause, wish, scenery):
            standing.outcomes.append(wish.outcome(field, *fate_of(text, wish, found, scenery.rules)))


def _so_far(clause: str, current: Clause | None, scenery: Scenery) -> tuple[Variants, Voices]:
    """The clause as it stands by now, agreed or as several that dispute one id."""
    if current is None:
        return {}, {}
    if current.exists is None:
        content = _content(current)
        return {content: current}, {content: scenery.sides_since.on(clause, EXISTS)}
    variants = {r.text: _variant(current, r) for r in current.exists.readings if r.text != ABSENT}
    return variants, {r.text: list(r.sides) for r in current.exists.readings}


def _asked(
    clause: str, current: Clause | None, scenery: Scenery, asking: Sequence[Wishes]
) -> Iterator[tuple[str, Wish, Clause | None]]:
    """What each wish wants the clause to be: its words as one string, and itself; None for absent."""
    born = [(wish, _born(wish)) for wishes in asking for wish in wishes.inserts.get(clause, ())]
    for wish, variant in sorted(born, key=lambda found: scenery.rules.order(found[0].side)):
        content = _content(variant)
        kinds = {other.kind for _wish, other in born if _content(other) == content}
        yield (content if len(kinds) == 1 else f"{variant.kind} / {content}"), wish, variant
    if current is None or clause not in scenery.frame.parents:
        return
    for wish in (wish for wishes in asking for wish in wishes.deletes.get(clause, ())):
        yield ABSENT, wish, None
    by_input: dict[str, list[tuple[str, Wish, str]]] = {}
    for field, wish, wording in (one for wishes in asking for one in wishes.on_words_of(clause)):
        by_input.setdefault(wish.input.name, []).append((field, wish, wording))
    for some in by_input.values():
        if any(wording != shown(words_of(scenery.old[clause], field)) for field, _wish, wording in some):
            reworded = _overlaid(scenery.old[clause], current, some)
            yield _content(reworded), some[0][1], reworded


def _repeated(clause: str, scenery: Scenery) -> Iterator[Outcome]:
    """Wordings that repeat a proposed clause as it was read: they ask for nothing."""
    for field, wish, wording in scenery.wishes.on_words_of(clause):
        if wording == shown(words_of(scenery.old[clause], field)):
            yield wish.outcome(field, Verdict.ALREADY_THERE, saying("the text reads so already"))


def _fields_of(clause: str, wish: Wish, scenery: Scenery) -> list[str]:
    """The fields of a proposed clause that one input words anew; its existence where it inserts or deletes it."""
    found = [
        field
        for field, other, wording in scenery.wishes.on_words_of(clause)
        if other.input.name == wish.input.name and wording != shown(words_of(scenery.old[clause], field))
    ]
    return found or [EXISTS]


def _born(wish: Wish) -> Clause:
    """The new clause as its proposer words it; all languages given at once are aligned."""
    insert = wish.proposal
    assert isinstance(insert, Insert)
    text = {lang: wording_from(words, (), wish.side) for lang, words in insert.text.items() if words}
    heading = {lang: wording_from(words, (), wish.side) for lang, words in insert.heading.items() if words}
    return Clause(
        id=insert.clause, kind=insert.kind, text=text, heading=heading, seen=aligned(text), by=(wish.side.source,)
    )


def _overlaid(read: Clause, current: Clause, wishes: list[tuple[str, Wish, str]]) -> Clause:
    """The proposed clause as one unit words it."""
    text, heading = dict(current.text), dict(current.heading)
    for field, wish, wording in wishes:
        prefix, _dot, language = field.partition(".")
        fields, before = (text, read.text) if prefix == "text" else (heading, read.heading)
        fields[language] = wording_from(wording, before.get(language, ()), wish.side)
    return current._replace(text=text, heading=heading, exists=None, place=None, by=(wishes[0][1].side.source,))


def _signed(variant: Clause, wishes: list[Wish]) -> Clause:
    """The clause with everybody who asks for it behind its words, besides those who are."""
    also = [w.side.source for w in wishes]

    def by(before: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(dict.fromkeys((*before, *also)))

    def signed(fields: Mapping[str, Words]) -> dict[str, Words]:
        return {
            lang: tuple(Run(p.text, by(p.by)) if isinstance(p, Run) else p for p in words)
            for lang, words in fields.items()
        }

    return variant._replace(text=signed(variant.text), heading=signed(variant.heading), by=by(variant.by))


def _content(clause: Clause) -> str:
    """What makes two new clauses the same, in words: their languages in one order."""
    parts = [*sorted(clause.heading.items()), *sorted(clause.text.items())]
    return " / ".join(f"{lang}: {_plain(words)}" for lang, words in parts) or clause.kind.value


def _plain(words: Words) -> str:
    """Words with a sender's own open ones without its name."""
    return "".join(
        p.text if isinstance(p, Run) else p.lead + (f"[{p.readings[0].text}]" if len(p.readings) == 1 else p.shown)
        for p in words
    )


def _variant(clause: Clause, reading: Reading) -> Clause:
    """The one of a disputed clause's variants that a reading of its existence means."""

    def chosen(fields: Mapping[str, Words]) -> dict[str, Words]:
        out: dict[str, Words] = {}
        for language, words in fields.items():
            first = words[0] if len(words) == 1 else None
            if isinstance(first, Bracket) and not first.base:
                text = next((r.text for r in first.readings if set(reading.sides) & set(r.sides)), "")
                out[language] = (Run(text, tuple(s.source for s in reading.sides if s.source)),) if text else ()
            else:
                out[language] = words
        return {language: words for language, words in out.items() if words}

    by = tuple(side.source for side in reading.sides if side.source) or clause.by
    text = chosen(clause.text)
    heading = chosen(clause.heading)
    return clause._replace(text=text, heading=heading, seen=aligned(text), by=by, exists=None, place=None)


def _undecided(variants: Variants, bracket: Bracket) -> Clause:
    """A clause whose words are not agreed: each language shows the variants as alternatives."""
    sides = {r.text: r.sides for r in bracket.readings}
    several = [(text, variants[text]) for text in sides if text in variants]

    def alternatives(words_of: Callable[[Clause], Mapping[str, Words]]) -> dict[str, Words]:
        if len(several) == 1:
            return dict(words_of(several[0][1]))
        languages = dict.fromkeys(lang for _text, clause in several for lang in words_of(clause))
        return {
            lang: (Bracket("", tuple(Reading(shown(words_of(c).get(lang, ())), sides[text]) for text, c in several)),)
            for lang in languages
        }

    text = alternatives(lambda c: c.text)
    return several[0][1]._replace(
        text=text,
        heading=alternatives(lambda c: c.heading),
        seen=aligned(text),
        by=tuple(dict.fromkeys(name for _text, clause in several for name in clause.by)),
        exists=bracket,
    )
