"""How versions are called."""

from datetime import date

import pytest

from loi_cli.history.names import NoSuchVersion, base_named, is_free_tag, version_named
from loi_cli.model.records import Naming
from loi_cli.model.versions import Header


def header(digest: str, number: int, *parents: str, text: str = "") -> Header:
    return Header(
        hash=digest * 16, parents=tuple(p * 16 for p in parents), number=number, time="2022-01-31T09:00:00Z",
        author="x", message="", touched=(), text_hash=text or digest, body_hash="",
 tool="0.1.0",
    )  # fmt: skip


V1, V2, V3A, V3B = header("a1b2", 1), header("c3d4", 2, "a1b2"), header("3f2a", 3, "c3d4"), header("3f9e", 3, "c3d4")
LINE, FORK = (V1, V2, V3A), (V1, V2, V3A, V3B)


def tag(name: str, version: Header) -> Naming:
    return Naming(name=name, sha256="", tag=name, version=version.hash, by="x", date=date(2022, 1, 31))


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("v1", V1), ("v3", V3A), ("v3-3f2a3f", V3A), ("3f2a3f2a", V3A), ("head", V3A), ("head~0", V3A), ("head~1", V2),
        ("head~2", V1), ("sent", V2), (V1.hash, V1),
    ],
)  # fmt: skip
def test_every_way_to_name_a_version(name: str, found: Header) -> None:
    assert version_named(name, LINE, [tag("sent", V2)]) == found


@pytest.mark.parametrize("name", ["v3", "head", "3f2a"])
def test_a_name_that_fits_two_shows_both(name: str) -> None:
    versions = (*FORK, header("3f2a9", 4, "3f2a")) if name == "3f2a" else FORK
    with pytest.raises(NoSuchVersion) as caught:
        version_named(name, versions)
    assert "v3-3f2a3f" in caught.value.message
    assert caught.value.message.count("v") >= 2


def test_a_name_in_full_tells_heads_apart() -> None:
    assert version_named("v3-3f9e", FORK) == V3B
    assert version_named("head~1", FORK) == V2


def test_a_base_of_one_text_is_good_enough() -> None:
    same = (V1, header("3f2a", 2, "a1b2", text="t"), header("3f9e", 2, "a1b2", text="t"))
    assert base_named("v2", same) == same[1]
    with pytest.raises(NoSuchVersion):
        base_named("v3", FORK)


@pytest.mark.parametrize(("name", "near"), [("v4", "v"), ("hed", "head"), ("head~9", "head"), ("snt", "sent")])
def test_an_unknown_name_offers_the_nearest(name: str, near: str) -> None:
    with pytest.raises(NoSuchVersion) as caught:
        version_named(name, LINE, [tag("sent", V2)])
    assert f"“{name}”" in caught.value.message
    assert near in caught.value.hint


@pytest.mark.parametrize(
    ("name", "free"),
    [
        ("sent", False),
        ("sent-1", True),
        ("round-1", True),
        ("v3", False),
        ("head", False),
        ("cafe", False),
        ("A", False),
    ],
)
def test_a_tag_can_be_told_from_every_other_name(name: str, free: bool) -> None:
    assert is_free_tag(name) is free


def test_before_the_first_version_the_way_to_it_is_said() -> None:
    with pytest.raises(NoSuchVersion, match="there is no version yet") as caught:
        version_named("v1", ())
    assert "loi merge" in caught.value.hint
