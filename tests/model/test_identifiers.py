"""Names in the order in which people count."""

from loi_cli.model.identifiers import counted


def test_names_are_sorted_as_people_count() -> None:
    counting = ["agro-1", "agro-1.2", "agro-1.10", "agro-2", "agro-10", "trade-1"]
    assert sorted(counting, key=counted) == counting
    assert sorted(counting) != counting


def test_names_of_any_shape_can_be_compared() -> None:
    assert sorted(["3com-1", "BLR-2022-01-20", "a", "", "10"], key=counted)[0] == ""
