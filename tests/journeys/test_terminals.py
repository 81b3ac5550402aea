"""Terminals as they are: narrow, wide, without UTF-8, without a home, going away, interrupted, and a pager."""

import pytest

from tests.journeys.desk import Desk
from tests.journeys.terminal import Terminal

LISTINGS = [
    ["status"], ["inputs"], ["inputs", "harbours"], ["conflicts"], ["conflicts", "--all"], ["log"], ["show", "head"],
    ["show", "meetings"], ["blame", "meetings"], ["find", "year"], ["diff", "v1", "v2"], ["check"], ["actions"],
    ["gate"], ["templates"], ["explain"], ["explain", "L104"], ["explain", "bracket"], ["doctor"], ["verify"],
    ["log", "--clause", "meetings"], ["status", "--all"], ["request", "--dry-run", "--round", "1"],
]  # fmt: skip


@pytest.mark.parametrize("columns", [20, 80, 160])
@pytest.mark.parametrize("arguments", LISTINGS, ids=" ".join)
def test_every_listing_fits_the_terminal_and_cuts_no_word(merged: Desk, arguments: list[str], columns: int) -> None:
    piped = merged.loi(*arguments, code=None)
    with Terminal(merged, *arguments, columns=columns, NO_COLOR="1", LOI_PAGER="") as seen:
        assert seen.leaves() in (0, 1)
    for line in seen.shown.splitlines():
        if "\x1b[2K" in line:  # a progress bar, which is gone in the end
            continue
        assert len(line) <= columns or len(max(line.split(), key=len)) > columns - 12, line
    if arguments[0] in ("status", "check", "gate", "templates", "verify"):
        paths = [word for word in piped.out.split() if "/" in word and " " not in word]
        assert all(word in seen.shown for word in paths)
