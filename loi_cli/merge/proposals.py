"""The proposals of all inputs against one base, sorted by what they touch."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from loi_cli.i18n import saying
from loi_cli.merge.outcomes import Outcome, Verdict
from loi_cli.model.conflicts import EXISTS, PLACE
from loi_cli.model.fields import words_of
from loi_cli.model.inputs import (
    Change,
    Delete,
    Input,
    Insert,
    Instruct,
    Move,
    Position,
    Proposal,
    Remark,
    Replace,
    Reword,
)
from loi_cli.model.text import Text
from loi_cli.model.words import Side, shown, tidy


@dataclass(frozen=True, slots=True)
class Wish:
    """One proposal with its place in its input and who makes it."""

    input: Input
    index: int
    proposal: Proposal
    outsider: bool

    @property
    def side(self) -> Side:
        return Side(self.input.side, self.input.name)

    def outcome(self, field_name: str, verdict: Verdict, why: str = "", record: str = "") -> Outcome:
        return Outcome(
            input=self.input.name,
            side=self.input.side,
            proposal=self.index,
            clause=self.proposal.clause,
            field=field_name,
            verdict=verdict,
            why=why,
            place=self.proposal.place,
            record=record,
        )


@dataclass(slots=True)
class Wishes:
    """All wishes by kind, and by clause or field within the kind; `fields` are those worded of each clause."""

    words: dict[tuple[str, str], list[tuple[Wish, str]]] = field(default_factory=dict)
    fields: dict[str, list[str]] = field(default_factory=dict)
    inserts: dict[str, list[Wish]] = field(default_factory=dict)
    deletes: dict[str, list[Wish]] = field(default_factory=dict)
    moves: dict[str, list[Wish]] = field(default_factory=dict)
    others: list[Wish] = field(default_factory=list)
    further: dict[tuple[str, str, str], list[Wish]] = field(default_factory=dict)
    """By input, clause and field: the replacements after the first, which is told with the words of all."""

    def on_words_of(self, clause: str) -> Iterable[tuple[str, Wish, str]]:
        """Field, wish and wording of everything that words this clause."""
        for field_name in self.fields.get(clause, ()):
            for wish, wording in self.words[clause, field_name]:
                yield field_name, wish, wording

    def word(self, clause: str, field_name: str, wish: Wish, wording: str) -> None:
        """Take up a wish for words."""
        if (clause, field_name) not in self.words:
            self.words[clause, field_name] = []
            self.fields.setdefault(clause, []).append(field_name)
        self.words[clause, field_name].append((wish, wording))


def sorted_wishes(inputs: Sequence[Input], base: Text) -> Wishes:
    """The proposals of inputs by what they touch."""
    wishes = Wishes()
    clauses = base.by_id()
    for one in inputs:
        wanted: dict[tuple[str, str], list[tuple[Wish, str | Change]]] = {}
        for index, proposal in enumerate(one.proposals):
            wish = Wish(one, index, proposal, one.party is not None)
            if isinstance(proposal, Reword | Replace):
                for name, wording in wordings_of(proposal):
                    wanted.setdefault((proposal.clause, name), []).append((wish, wording))
            elif isinstance(proposal, Insert):
                wishes.inserts.setdefault(proposal.clause, []).append(wish)
            elif isinstance(proposal, Delete):
                wishes.deletes.setdefault(proposal.clause, []).append(wish)
            elif isinstance(proposal, Move):
                wishes.moves.setdefault(proposal.clause, []).append(wish)
            else:
                wishes.others.append(wish)
        for (clause, field_name), some in wanted.items():
            wish, *further = [wish for wish, _wording in some]
            standing = shown(words_of(clauses[clause], field_name))
            wishes.word(clause, field_name, wish, whole(standing, [wording for _wish, wording in some]))
            if further:
                wishes.further[one.name, clause, field_name] = further
    return wishes


def wordings_of(proposal: Reword | Replace) -> Iterator[tuple[str, str | Change]]:
    """What a proposal asks for, by field."""
    for prefix, wanted in (("text", proposal.text), ("heading", proposal.heading)):
        for language, value in wanted.items():
            yield f"{prefix}.{language}", value


def whole(standing: str, wanted: Sequence[str | Change]) -> str:
    """The whole wording of a field: a whole one as it is; replacements in what stands, all of them at once."""
    for wording in wanted:
        if isinstance(wording, str):
            return tidy(wording)
    out = standing
    changes = [one for one in wanted if isinstance(one, Change)]
    for start, change in sorted(((standing.find(one.old), one) for one in changes), reverse=True):
        out = out[:start] + change.new + out[start + len(change.old) :]
    return tidy(out)


def told_for_each(outcomes: Iterable[Outcome], wishes: Wishes) -> Iterator[Outcome]:
    """Every outcome, and what became of some words for each of the replacements that made them."""
    for outcome in outcomes:
        yield outcome
        for wish in wishes.further.get((outcome.input, outcome.clause, outcome.field), ()):
            yield replace(outcome, proposal=wish.index, place=wish.proposal.place)


def words_without_effect(wish: Wish) -> Outcome:
    """The outcome of a proposal that changes no word: kept, shown in the matrix, never lost."""
    match wish.proposal:
        case Instruct():
            return wish.outcome("", Verdict.OPEN, saying("a change wanted, its wording left to the directorate"))
        case Remark():
            return wish.outcome("", Verdict.REMARK, "")
        case Position():
            return wish.outcome("", Verdict.REMARK, saying("kept as a position, internal"))
        case _:
            raise TypeError(wish.proposal)


def fields_of(proposal: Proposal) -> list[str]:
    """What of its clause a proposal wants otherwise; nothing where it changes no word."""
    if isinstance(proposal, Reword | Replace):
        return [f"text.{x}" for x in proposal.text] + [f"heading.{x}" for x in proposal.heading]
    if isinstance(proposal, Insert | Delete):
        return [EXISTS]
    return [PLACE] if isinstance(proposal, Move) else []
