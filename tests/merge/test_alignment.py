"""The one engine: as long a common subsequence as there is, and the same whatever it is split into."""

from itertools import pairwise
from random import Random

import pytest

from loi_cli.merge import alignment
from loi_cli.merge.alignment import longest_rising, matches


def longest(a: str, b: str) -> int:
    """The length of a longest common subsequence, by the table that every textbook has."""
    row = [0] * (len(b) + 1)
    for one in a:
        before = 0
        for k, other in enumerate(b, 1):
            before, row[k] = row[k], before + 1 if one == other else max(row[k], row[k - 1])
    return row[-1]


def check(a: str, b: str) -> list[tuple[int, int]]:
    found = matches(a, b)
    assert all(a[i] == b[j] for i, j in found)
    assert all(i < k and j < m for (i, j), (k, m) in pairwise(found))
    return found


def words(random: Random, letters: str) -> str:
    return "".join(random.choice(letters) for _letter in range(random.randint(0, 12)))


def test_nothing_longer_stands_in_both() -> None:
    random = Random(1)
    for _try in range(400):
        a, b = words(random, "abc"), words(random, "abcd")
        assert len(check(a, b)) == longest(a, b), (a, b)


def test_what_is_alike_at_both_ends_and_nothing_else() -> None:
    assert check("abxyc", "abzc") == [(0, 0), (1, 1), (4, 3)]
    assert check("", "abc") == check("abc", "") == check("abc", "xyz") == []
    assert check("aa", "aaa") == [(0, 0), (1, 1)]


def test_of_several_alignments_always_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """Versions say who wrote which word by it: another choice would be another text."""
    assert check("abcab", "bacba") == [(0, 1), (1, 3), (3, 4)]
    monkeypatch.setattr(alignment, "_CELLS", 6)
    assert len(check("xbcdy", "wbcdz")) == 3


def test_a_text_too_long_for_one_table_is_split_at_words_that_stand_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(alignment, "_CELLS", 12)
    assert check("rabMcdNefs", "sbaMdcNfer") == [(2, 1), (3, 3), (5, 4), (6, 6), (8, 7)]
    assert check("raaMNbbs", "saMNbbbr") == [(2, 1), (3, 2), (4, 3), (5, 4), (6, 5)]
    random = Random(2)
    for _try in range(200):
        a, b = words(random, "abcdefgh"), words(random, "abcdefgh")
        assert len(check(a, b)) <= longest(a, b)
    monkeypatch.setattr(alignment, "_CELLS", 0)
    assert len(check("xaby", "ybax")) == len(check("xaay", "yaax")) == 1


def test_where_no_word_stands_once_it_is_split_in_halves_and_stays_as_long(monkeypatch: pytest.MonkeyPatch) -> None:
    random = Random(3)
    monkeypatch.setattr(alignment, "_CELLS", 0)
    assert len(check("aabb", "bbaa")) == 2
    monkeypatch.setattr(alignment, "_unique", lambda _tokens: {})
    for _try in range(300):
        a, b = words(random, "abc"), words(random, "abcd")
        assert len(check(a, b)) == longest(a, b), (a, b)


def test_what_keeps_its_place_when_a_list_was_reordered() -> None:
    assert longest_rising([3, 0, 1, 2]) == {1, 2, 3}
    assert longest_rising([0, 1, 2]) == {0, 1, 2}
    assert len(longest_rising([2, 1, 0])) == 1
    assert longest_rising([1, 2, 0, 3]) == {0, 1, 3}
    assert longest_rising([]) == set()
