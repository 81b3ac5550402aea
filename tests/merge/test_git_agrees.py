"""Where git merges the lines of a text and finds no conflict, and we find none in its words, both give one text."""

import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from loi_cli.model.words import shown
from tests.merge.test_small_cases import is_clean, merged

LINES = [f"line {word} of the text" for word in ("one", "two", "three", "four", "five", "six", "seven", "eight")]
_NEW = ("another line here", "words about trade", "line three of the text", "costs are borne by each")


@st.composite
def edited(draw: st.DrawFn) -> list[str]:
    lines = list(LINES)
    at = draw(st.integers(0, len(lines) - 1))
    lines[at : at + draw(st.integers(0, 2))] = draw(st.lists(st.sampled_from(_NEW), max_size=2))
    return lines


def by_git(*texts: list[str]) -> list[str] | None:
    """The merged lines; None where git finds a conflict."""
    with TemporaryDirectory() as folder:
        for name, lines in zip(("base", "ours", "theirs"), texts, strict=True):
            (Path(folder) / name).write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
        done = subprocess.run(["git", "merge-file", "-p", "ours", "base", "theirs"], cwd=folder, capture_output=True)
    return None if done.returncode else done.stdout.decode().splitlines()


@given(edited(), edited())
def test_the_same_where_both_merge_cleanly(ours: list[str], theirs: list[str]) -> None:
    words = merged(" ".join(LINES), (" ".join(ours), " ".join(theirs)))
    lines = by_git(LINES, ours, theirs)
    if lines is not None and is_clean(words):
        assert shown(words) == " ".join(lines)
