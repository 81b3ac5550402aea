"""Which clauses stand: insertions, deletions, and what contradicts them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from loi_cli.i18n import _
from loi_cli.merge.arrangement import Frame
from loi_cli.merge.outcomes import Outcome, Verdict
from loi_cli.merge.proposals import Wish, Wishes
from loi_cli.merge.rules import Rules
from loi_cli.model.conflicts import ABSENT, DELETED, EXISTS, STANDS, conflict_of
from loi_cli.model.inputs import Insert, Move
from loi_cli.model.text import Clause, Text
from loi_cli.model.words import Bracket, Reading, Run, Side, Words, shown

SidesSince = Callable[[str, str], tuple[Side, ...]]
"""Who changed a field of a clause since the base: (clause, field) -> sides."""


@dataclass(slots=True)
class Standing:
    """Which clauses stand after a merge: those gone, those disputed, and the new ones."""

    removed: set[str] = field(default_factory=set)
    disputed: dict[str, Bracket] = field(default_factory=dict)
    newcomers: dict[str, Clause] = field(default_factory=dict)
    placed_by: dict[str, Wish] = field(default_factory=dict)
    outcomes: list[Outcome] = field(default_factory=list)


def who_stands(
    base: Text, frame: Frame, wishes: Wishes, since: Text | None, since_sides: SidesSince, rules: Rules
) -> Standing:
    """Decide over every deletion and insertion; a deletion against an edit is a conflict, the clause stays meanwhile."""
    standing = Standing()
    now = since.by_id() if since else {}
    _deletions(base, frame, wishes, now if since else None, since_sides, rules, standing)
    for new_id, inserts in wishes.inserts.items():
        _insertion(new_id, inserts, now.get(new_id), since_sides, rules, standing)
    for clause_id, clause in now.items():
        if clause_id not in frame.parents and clause_id not in standing.newcomers:
            standing.newcomers[clause_id] = clause
    return standing


def bracket_of(base: str, voices: dict[str, list[Side]], rules: Rules, outsiders: set[Side]) -> Bracket:
    """A dispute over a clause as a whole; home speaks for the base where only outsiders speak."""
    if all(side in outsiders for sides in voices.values() for side in sides):
        voices.setdefault(base, []).append(Side(rules.home, ""))
    readings = [
        Reading(text, tuple(sorted(dict.fromkeys(sides), key=lambda s: rules.rank(s.name))))
        for text, sides in voices.items()
    ]
    return Bracket(base, tuple(sorted(readings, key=lambda r: (rules.rank(r.names[0]), r.text))))


def ruled(clause: str, field_name: str, bracket: Bracket, rules: Rules) -> tuple[str, str] | None:
    """How a dispute over a clause as a whole was settled, and the record's name."""
    ruling = rules.rulings.on(clause, field_name, bracket)
    return (ruling.text, ruling.decision.name) if ruling else None


def fate_of(text: str, settled: tuple[str, str] | None, bracket: Bracket, clause: str, name: str) -> tuple[Verdict, str]:
    """What became of a wish for `text` in a dispute."""
    if settled is None:
        return Verdict.CONFLICT, conflict_of(clause, name, bracket).id
    if settled[0] == text:
        return Verdict.MERGED, settled[1]
    return Verdict.SUPERSEDED, _("decided otherwise: {record}").format(record=settled[1])


def _deletions(
    base: Text,
    frame: Frame,
    wishes: Wishes,
    now: dict[str, Clause] | None,
    since_sides: SidesSince,
    rules: Rules,
    standing: Standing,
) -> None:
    for clause in base:
        wanted = wishes.deletes.get(clause.id, [])
        gone_since = now is not None and clause.id not in now
        carried = (now or {}).get(clause.id, clause).exists
        if not wanted and not gone_since and carried is None:
            continue
        subtree = frame.subtree(clause.id)
        defenders = _defenders(base, frame, wishes, subtree, {w.input.name for w in wanted})
        if now is not None and not gone_since and wanted:
            defenders += [s for c in subtree for s in _changed_since(base, now, c, since_sides)]
        voices: dict[str, list[Side]] = {}
        for reading in carried.readings if carried else ():
            voices.setdefault(reading.text, []).extend(reading.sides)
        if wanted:
            voices.setdefault(DELETED, []).extend(w.side for w in wanted)
        if gone_since and defenders:
            voices.setdefault(DELETED, []).extend(since_sides(clause.id, EXISTS) or (Side("since", ""),))
        if defenders:
            voices.setdefault(STANDS, []).extend(defenders)
        outsiders = {w.side for w in wanted if w.outsider}
        if gone_since and not defenders:
            standing.removed.add(clause.id)
            standing.outcomes += [w.outcome(EXISTS, Verdict.ALREADY_THERE) for w in wanted]
        elif carried is None and wanted and len(voices) == 1 and any(w.side not in outsiders for w in wanted):
            standing.removed.add(clause.id)
            standing.outcomes += _first_merged(wanted, EXISTS, rules)
        elif not (set(voices) <= {STANDS}):
            bracket = bracket_of(STANDS, voices, rules, outsiders)
            settled = ruled(clause.id, EXISTS, bracket, rules)
            if settled is None:
                standing.disputed[clause.id] = bracket
            elif settled[0] == DELETED:
                standing.removed.add(clause.id)
            standing.outcomes += [
                w.outcome(EXISTS, *fate_of(DELETED, settled, bracket, clause.id, EXISTS)) for w in wanted
            ]
    for gone in list(standing.removed):
        # what a deletion holds goes with it, unless it was moved out
        rescued = {*wishes.moves, *(now if now is not None and gone not in now else ())}
        standing.removed.update(c for c in frame.subtree(gone) if c == gone or c not in rescued)


def _defenders(base: Text, frame: Frame, wishes: Wishes, subtree: list[str], deleters: set[str]) -> list[Side]:
    """Who wants something of a clause, or of what it holds, that has no sense once it is deleted."""
    clauses = base.by_id()
    out: list[Side] = []
    for clause in subtree:
        for name, wish, wording in wishes.on_words_of(clause):
            prefix, _dot, language = name.partition(".")
            standing = clauses[clause].text if prefix == "text" else clauses[clause].heading
            if wish.input.name not in deleters and wording != shown(standing.get(language, ())):
                out.append(wish.side)
        out += [w.side for w in wishes.moves.get(clause, ()) if w.input.name not in deleters]
    for arrivals in (*wishes.inserts.values(), *wishes.moves.values()):
        for wish in arrivals:
            gap = frame.gap(wish.proposal.anchor) if isinstance(wish.proposal, Insert | Move) else None
            if gap is not None and gap.parent in subtree and wish.input.name not in deleters:
                out.append(wish.side)
    return list(dict.fromkeys(out))


def _changed_since(base: Text, now: dict[str, Clause], clause: str, since_sides: SidesSince) -> list[Side]:
    old, new = base.by_id()[clause], now.get(clause)
    if new is None:
        return []
    out: list[Side] = []
    for prefix, before, after in (("text", old.text, new.text), ("heading", old.heading, new.heading)):
        for language in after:
            if shown(before.get(language, ())) != shown(after[language]):
                out += since_sides(clause, f"{prefix}.{language}")
    return out


def _first_merged(wishes: Sequence[Wish], name: str, rules: Rules) -> list[Outcome]:
    """Equal wishes are one: the first in the order of units is merged, the others found it already there."""
    first, *others = sorted(wishes, key=lambda w: (rules.rank(w.side.name), w.side.source))
    why = _("the same as {side} asks").format(side=first.side.name)
    return [first.outcome(name, Verdict.MERGED), *(w.outcome(name, Verdict.ALREADY_THERE, why) for w in others)]


def _insertion(
    clause: str, wishes: list[Wish], now: Clause | None, since_sides: SidesSince, rules: Rules, standing: Standing
) -> None:
    """One id: one new clause, or, used for different ones, a dispute of which of them it names."""
    variants: dict[str, list[Wish]] = {}
    for wish in sorted(wishes, key=lambda w: (rules.rank(w.side.name), w.side.source)):
        variants.setdefault(_content(_born([wish])), []).append(wish)
    standing_content = _content(now) if now else None
    voices = {text: [w.side for w in some] for text, some in variants.items()}
    if now is not None and standing_content is not None:
        voices.setdefault(standing_content, []).extend(since_sides(clause, EXISTS))
    outsiders = {w.side for w in wishes if w.outsider}
    alone = len(voices) == 1 and (now is not None or any(s not in outsiders for s in next(iter(voices.values()))))
    placed = next(iter(variants.values()))
    standing.placed_by[clause] = placed[0]
    if alone:
        if now is None:
            standing.newcomers[clause] = _born(placed)
            standing.outcomes += _first_merged(wishes, EXISTS, rules)
        else:
            standing.newcomers[clause] = now
            standing.outcomes += [w.outcome(EXISTS, Verdict.ALREADY_THERE) for w in wishes]
        return
    bracket = bracket_of(ABSENT, voices, rules, outsiders)
    settled = ruled(clause, EXISTS, bracket, rules)
    if settled is None:
        standing.newcomers[clause] = _undecided([_born(some) for some in variants.values()], now, bracket)
    elif settled[0] in variants:
        standing.newcomers[clause] = _born(variants[settled[0]])
        standing.placed_by[clause] = variants[settled[0]][0]
    elif settled[0] == standing_content and now is not None:
        standing.newcomers[clause] = now
    for text, some in variants.items():
        standing.outcomes += [w.outcome(EXISTS, *fate_of(text, settled, bracket, clause, EXISTS)) for w in some]


def _born(wishes: list[Wish]) -> Clause:
    """The new clause as its proposers word it; all languages given at once are aligned."""
    insert = wishes[0].proposal
    assert isinstance(insert, Insert)
    by = tuple(w.side.source for w in wishes)
    return Clause(
        id=insert.clause,
        kind=insert.kind,
        text={lang: (Run(words, by),) for lang, words in insert.text.items() if words},
        heading={lang: (Run(words, by),) for lang, words in insert.heading.items() if words},
        by=by,
    )


def _content(clause: Clause) -> str:
    """What makes two new clauses the same: kind and words."""
    parts = [*clause.heading.items(), *clause.text.items()]
    return " / ".join(f"{lang}: {shown(words)}" for lang, words in parts) or clause.kind.value


def _undecided(variants: list[Clause], now: Clause | None, bracket: Bracket) -> Clause:
    """A clause whose words are not agreed: each language shows the variants as alternatives."""
    several = [*variants, *([now] if now else [])]
    sides = {r.text: r.sides for r in bracket.readings}

    def alternatives(words_of: Callable[[Clause], dict[str, Words]]) -> dict[str, Words]:
        languages = dict.fromkeys(lang for clause in several for lang in words_of(clause))
        if len(several) == 1:
            return {lang: words_of(several[0])[lang] for lang in languages}
        return {
            lang: (
                Bracket(
                    "",
                    tuple(Reading(shown(words_of(c).get(lang, ())), sides[_content(c)]) for c in several),
                ),
            )
            for lang in languages
        }

    first = several[0]
    return Clause(
        id=first.id,
        kind=first.kind,
        text=alternatives(lambda c: dict(c.text)),
        heading=alternatives(lambda c: dict(c.heading)),
        by=tuple(dict.fromkeys(name for c in several for name in c.by)),
        exists=bracket,
    )

