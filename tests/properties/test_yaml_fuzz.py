"""Whatever bytes a file holds, reading it gives a value or its problems, and never anything else."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loi_cli.files.source import Source
from loi_cli.intake.concept import read_concept
from loi_cli.intake.dossier import read_dossier
from loi_cli.intake.inputs import read_input
from loi_cli.intake.meetings import read_meeting
from loi_cli.intake.records.reading import read_record
from loi_cli.model.problems import BadInput, Severity
from tests.intake.samples import CONCEPT, DECISION, DOSSIER, INPUT, MEETING, dossier

Reader = Callable[[Source], Any]

READERS: dict[str, tuple[str, Reader]] = {
    "dossier": (DOSSIER, read_dossier),
    "concept": (CONCEPT, lambda source: read_concept(source, dossier())),
    "input": (INPUT, lambda source: read_input(source, dossier(), "ilmate-1")),
    "meeting": (MEETING, lambda source: read_meeting(source, dossier(), "2022-02-15-bilateral")),
    "record": (DECISION, read_record),
}

FRAGMENTS = [
    "&a ", "*a", "!!str ", "!x ", "<<: ", "- ", ": ", " #x", "#", "[", "]", "{", "}", "'", '"', "|", ">", "%", "@", "`",
    "\t", "\n", "  ",
    "\r", "---\n", "...\n", "? ", "null", "true", "012", '""', "\\x1b", '"\\ud800"', "en", "id", "ru", "no",
    "clause: a\n", "reword: a", "{@a}", "{party}", "[a: b]", "../x", "CON", "А", "é", "\u202e", "\x00", "😀", "0", "-1",
]  # fmt: skip

edits = st.lists(
    st.tuples(st.integers(0, 2000), st.integers(0, 12), st.sampled_from(FRAGMENTS)), min_size=1, max_size=4
)


def check(name: str, data: bytes) -> None:
    try:
        READERS[name][1](Source.from_bytes(f"{name}.yaml", data))
    except BadInput as bad:
        assert any(problem.severity is Severity.ERROR for problem in bad.problems)
        lines = data.count(b"\n") + data.count(b"\r") + 1
        for problem in bad.problems:
            assert problem.code.startswith("F")
            assert problem.message and problem.help
            assert 0 <= problem.place.line <= lines + 1


@pytest.mark.parametrize("name", READERS)
@given(edits)
def test_files_with_slips(name: str, slips: list[tuple[int, int, str]]) -> None:
    text = READERS[name][0]
    for at, length, fragment in slips:
        at %= len(text)
        text = text[:at] + fragment + text[at + length :]
    check(name, text.encode())


@pytest.mark.parametrize("name", READERS)
@given(st.lists(st.sampled_from(FRAGMENTS), max_size=30).map("".join))
def test_heaps_of_signs(name: str, text: str) -> None:
    check(name, text.encode())


@pytest.mark.parametrize("name", READERS)
@given(st.binary(max_size=200))
def test_any_bytes(name: str, data: bytes) -> None:
    check(name, data)


@pytest.mark.parametrize("name", READERS)
@given(st.integers(0, 3000), st.integers(1, 200))
def test_files_with_a_piece_missing(name: str, at: int, length: int) -> None:
    text = READERS[name][0]
    at %= len(text)
    check(name, (text[:at] + text[at + length :]).encode())
