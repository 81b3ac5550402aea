"""The drawing, as a person sees it: each version's name after its mark."""

from hypothesis import given
from hypothesis import strategies as st

from loi_cli.cli.graph import LANES, drawn
from loi_cli.model.versions import Header

EMPTY = Header(
    hash="", parents=(), number=1, time="", author="", message="", tool="", touched=(), text_hash="", body_hash=""
)


def headers(*some: tuple[str, str]) -> list[Header]:
    """Newest first; the second word names the parents, a letter each."""
    return [EMPTY._replace(hash=name, parents=tuple(parents)) for name, parents in some]


def picture(some: list[Header]) -> list[str]:
    out: list[str] = []
    for one in drawn(some, (h.hash for h in some)):
        out += [line for line in (one.above, f"{one.mark} {one.header.hash}", one.below) if line]
    return out


def test_a_fork_that_is_joined() -> None:
    assert picture(headers(("e", "cd"), ("d", "b"), ("c", "b"), ("b", "a"), ("a", ""))) == [
        "● e",
        "├─┐",
        "│ ● d",
        "● │ c",
        "├─┘",
        "● b",
        "● a",
    ]


def test_two_heads() -> None:
    assert picture(headers(("c", "a"), ("b", "a"), ("a", ""))) == ["● c", "│ ● b", "├─┘", "● a"]


def test_a_line_crosses_another() -> None:
    assert picture(headers(("h", "efg"), ("e", "b"), ("f", "a"), ("g", "b"), ("b", "a"), ("a", ""))) == [
        "● h",
        "├─┬─┐",
        "● │ │ e",
        "│ ● │ f",
        "│ │ ● g",
        "├─┼─┘",
        "● │ b",
        "├─┘",
        "● a",
    ]


@st.composite
def histories(draw: st.DrawFn) -> list[Header]:
    names = [chr(ord("a") + k) for k in range(draw(st.integers(1, 20)))]
    out = []
    for k, name in enumerate(names):
        parents = draw(st.lists(st.sampled_from(names[:k]), unique=True, max_size=4)) if k else []
        out.append(EMPTY._replace(hash=name, parents=tuple(parents)))
    return out[::-1]


@given(histories())
def test_each_version_has_one_mark_and_no_line_is_lost(some: list[Header]) -> None:
    found = list(drawn(some, (h.hash for h in some)))
    assert [one.header for one in found] == some
    assert all(one.mark.count("●") == 1 for one in found)
    assert found[-1].mark.replace("│", "").strip() == "●"
    for one in found:
        assert not one.below or len(one.header.parents) > 1
        assert max(len(one.mark), len(one.below)) <= 2 * (len(some) + LANES)
