"""Two texts held against each other, with all that can differ: words, headings, places, kinds, disputes, staleness.

`merge.comparison` knows which words went and came and which clauses moved; here stands beside it what else a reader of
one text must be told to have the other.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from loi_cli.merge.comparison import Change, ClauseChange, Hunk, compare, compare_clause
from loi_cli.merge.staleness import stale_languages
from loi_cli.model.numbering import numbers
from loi_cli.model.text import Clause, Text


@dataclass(frozen=True, slots=True)
class Stand:
    """Where a clause stands: in which one, after which of its neighbours there; None: at the top, as the first."""

    parent: str | None
    after: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """A clause in one of the two texts."""

    clause: Clause
    number: str
    stand: Stand

    @property
    def stale(self) -> tuple[str, ...]:
        """The languages that wait for a translator, sorted."""
        return tuple(sorted(stale_languages(self.clause)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """What differs of one clause. `old` is None for one that came, `new` for one that went; hunks are there for the
    languages whose words differ."""

    clause: str
    change: Change
    old: State | None
    new: State | None
    text: Mapping[str, tuple[Hunk, ...]]
    heading: Mapping[str, tuple[Hunk, ...]]

    @property
    def state(self) -> State:
        """As it is; for one that went as it was."""
        found = self.new or self.old
        assert found is not None
        return found

    @property
    def rewords(self) -> bool:
        return bool(self.text or self.heading)

    @property
    def redisputed(self) -> bool:
        """Whether it is disputed otherwise, as a whole, whether or where it stands."""
        was, now = self.old and self.old.clause, self.new and self.new.clause
        return ((was and was.exists), (was and was.place)) != ((now and now.exists), (now and now.place))


def differences(old: Text, new: Text) -> tuple[Difference, ...]:
    """Everything that differs, in the new text's reading order, what went where it stood."""
    before, after = _states(old), _states(new)
    changed = compare(old, new)
    known = {change.clause for change in changed}
    quiet = [
        _quiet(clause)
        for clause, state in after.items()
        if clause not in known and clause in before and _differs(before[clause], state)
    ]
    ordered = _in_order(changed, quiet, {clause: place for place, clause in enumerate(after)})
    return tuple(_difference(change, before, after) for change in ordered)


def difference_of(clause: str, old: Text, new: Text) -> Difference | None:
    """What `differences` tells of one clause; None where nothing of it differs."""
    before, after = _states(old), _states(new)
    change = compare_clause(clause, old, new)
    if change is None and clause in before and clause in after and _differs(before[clause], after[clause]):
        change = _quiet(clause)
    return _difference(change, before, after) if change else None


def _quiet(clause: str) -> ClauseChange:
    """Of a clause of which neither words nor place differ."""
    return ClauseChange(clause=clause, change=Change.CHANGED, text={}, heading={})


def _difference(change: ClauseChange, before: Mapping[str, State], after: Mapping[str, State]) -> Difference:
    return Difference(
        clause=change.clause,
        change=change.change,
        old=before.get(change.clause),
        new=after.get(change.clause),
        text=change.text,
        heading=change.heading,
    )


def _in_order(
    changed: Sequence[ClauseChange], quiet: Sequence[ClauseChange], place: Mapping[str, int]
) -> Iterator[ClauseChange]:
    """Both by reading order; what went stays where `changed` has it."""
    rest = list(reversed(quiet))
    for change in changed:
        while rest and change.clause in place and place[rest[-1].clause] < place[change.clause]:
            yield rest.pop()
        yield change
    yield from reversed(rest)


def _differs(was: State, now: State) -> bool:
    """Whether anything differs beside words and place."""
    a, b = was.clause, now.clause
    if a == b:
        return False
    return (a.kind, a.exists, a.place, was.stale) != (b.kind, b.exists, b.place, now.stale)


def _states(text: Text) -> dict[str, State]:
    number = numbers(text)
    last: dict[str | None, str] = {}
    out: dict[str, State] = {}
    for clause in text:
        stand = Stand(clause.parent, last.get(clause.parent))
        last[clause.parent] = clause.id
        out[clause.id] = State(clause=clause, number=number[clause.id], stand=stand)
    return out
