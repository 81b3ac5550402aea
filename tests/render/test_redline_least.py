"""A redline marks hardly more letters than it must: at most 1.1 times the least that any word diff could mark."""

from collections.abc import Sequence

from loi_cli.merge.comparison import Op, compare
from loi_cli.merge.tokens import tokens_of
from tests.render.redlining import Drafter

_PAIRS = 120


def _least(old: Sequence[str], new: Sequence[str]) -> int:
    """Letters outside the heaviest words that both have in the same order."""
    before = [0] * (len(new) + 1)
    for word in old:
        row = [0]
        for at, other in enumerate(new):
            row.append(max(before[at] + len(word) if word == other else 0, before[at + 1], row[at]))
        before = row
    return sum(map(len, old)) + sum(map(len, new)) - 2 * before[-1]


def test_reworded_clauses_are_marked_little_more_than_needed() -> None:
    marked = least = 0
    for seed in range(_PAIRS):
        drafter = Drafter(seed)
        old = drafter.text()
        new = drafter.changed(old)
        was, now = old.by_id(), new.by_id()
        for change in compare(old, new):
            if change.clause in was and change.clause in now:
                for language, hunks in change.text.items():
                    marked += sum(len(hunk.text) for hunk in hunks if hunk.op is not Op.SAME)
                    words = (state[change.clause].text.get(language, ()) for state in (was, now))
                    least += _least(*([token.text for token in tokens_of(each, language)] for each in words))
    assert least > 1000
    assert marked <= 1.1 * least
