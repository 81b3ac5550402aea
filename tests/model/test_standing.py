"""Which records count, whatever undoes what, on however many machines."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from loi_cli.model.records import Naming, Record, Undoing
from loi_cli.model.standing import Undoings, undone

DAY = date(2022, 1, 31)
TAG = Naming(name="tag", sha256="", tag="sent", version="v1", by="x", date=DAY)


def undo(name: str, undoes: str) -> Undoing:
    return Undoing(name=name, sha256="", undoes=undoes, by="x", date=DAY, reason="y")


def counts(*records: Record) -> set[str]:
    gone = undone(records)
    return {r.name for r in records if r.name not in gone}


def test_undone_and_undone_in_turn() -> None:
    first, second, third = undo("1", "tag"), undo("2", "1"), undo("3", "2")
    assert counts(TAG) == {"tag"}
    assert counts(TAG, first) == {"1"}
    assert counts(TAG, first, second) == {"tag", "2"}
    assert counts(TAG, first, second, third) == {"1", "3"}


def test_two_machines_undid_it_and_one_lets_it_count_again() -> None:
    here, there = undo("1", "tag"), undo("2", "tag")
    assert counts(TAG, here, there, undo("3", "1")) == {"2", "3"}
    assert counts(TAG, here, there, undo("3", "1"), undo("4", "2")) == {"tag", "3", "4"}


def test_what_is_not_here_yet_is_undone_when_it_comes() -> None:
    early = undo("1", "tag")
    assert counts(early) == {"1"}
    assert counts(early, TAG) == {"1"}


def test_a_forged_ring_undoes_nothing() -> None:
    assert "tag" in counts(TAG, undo("1", "2"), undo("2", "1"), undo("3", "3"))


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=9), st.randoms())
def test_it_never_depends_on_the_order(pairs: list[tuple[int, int]], chance: object) -> None:
    """An undoing names an earlier record, as hashes force it to."""
    records: list[Record] = [TAG]
    for k, (target, _other) in enumerate(pairs):
        records.append(undo(str(k), records[target % len(records)].name))
    shuffled = list(records)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert counts(*records) == counts(*shuffled)
    gone = undone(records)
    for record in records:
        undoers = [r for r in records if isinstance(r, Undoing) and r.undoes == record.name]
        assert (record.name in gone) == any(u.name not in gone for u in undoers)


def test_a_long_story_is_no_deep_one() -> None:
    story: list[Record] = [TAG, *(undo(str(k), str(k - 1) if k else "tag") for k in range(3001))]
    assert "tag" in undone(story)
    assert len(Undoings(story).chain("tag")) == 3002
