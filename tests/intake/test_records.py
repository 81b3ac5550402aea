"""Records read back to what was written, whatever words they hold."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loi_cli.files.characters import is_forbidden
from loi_cli.files.prose import kept
from loi_cli.files.source import Source
from loi_cli.intake.records.decision import decision_bytes
from loi_cli.intake.records.event import record_name
from loi_cli.intake.records.naming import naming_bytes
from loi_cli.intake.records.reading import read_record
from loi_cli.model.problems import BadInput, LoiError
from loi_cli.model.records import Decision, Naming, Record
from loi_cli.model.words import tidy
from tests.intake.samples import DECISION, problems, source

CONFLICT = "areas.automotive/text.en/3f2a91c0"
DAY = date(2022, 1, 31)


def back(data: bytes) -> Record:
    return read_record(Source.from_bytes(f"records/{record_name(DAY, 'decision', data)}.yaml", data)).value


def test_the_example_of_the_design() -> None:
    record = read_record(source(DECISION, "records/2022-01-31-decision-5d0c11aa.yaml")).value
    assert isinstance(record, Decision)
    assert (record.name, record.conflict, record.take) == ("2022-01-31-decision-5d0c11aa", CONFLICT, "ilmate")
    assert (record.by, record.date, record.reason) == ("Direktur Akses Industri Internasional", DAY, "…")


def test_a_record_is_written_for_people() -> None:
    data = decision_bytes(
        conflict=CONFLICT, take="ilmate.2", by="Direktur: Akses", date=DAY, reason="First.\nSecond #2."
    )
    assert data.decode() == (
        "schema: 1\n"
        "record: decision\n"
        "conflict: areas.automotive/text.en/3f2a91c0\n"
        "take: ilmate.2\n"
        "by: 'Direktur: Akses'\n"
        "date: 2022-01-31\n"
        "reason: |-\n"
        "  First.\n"
        "  Second #2.\n"
    )
    assert record_name(DAY, "decision", data) == "2022-01-31-decision-" + back(data).sha256[:8]


def test_a_name_for_a_version() -> None:
    record = back(naming_bytes(tag="sent", version="v3-3f2a91", by="no", date=DAY))
    assert isinstance(record, Naming)
    assert (record.tag, record.version, record.by, record.date) == ("sent", "v3-3f2a91", "no", DAY)


texts = st.text(st.characters(exclude_categories=["Cs"]).filter(lambda c: not is_forbidden(c)), min_size=1).filter(
    lambda text: bool(kept(text))
)


@given(
    texts,
    texts,
    st.text("{}ab@ [:#'\"\n\\", min_size=1).filter(lambda t: bool(t.strip()) and "{" not in t and "}" not in t),
)
def test_any_words_read_back(by: str, reason: str, words: str) -> None:
    record = back(decision_bytes(conflict=CONFLICT, words={"en": words, "no": ""}, by=by, date=DAY, reason=reason))
    assert isinstance(record, Decision)
    assert (record.by, record.reason) == (kept(by), kept(reason))
    assert record.words == {"en": tidy(words), "no": ""}


def test_words_that_no_file_may_hold_are_refused_before_anything_is_written() -> None:
    for bad in ("a\u202eb", "a\x1b", "\udc80"):
        with pytest.raises(LoiError, match=r"the words hold U\+"):
            decision_bytes(conflict=CONFLICT, bracket=True, by=bad, date=DAY, reason="x")
    with pytest.raises(BadInput, match="no words stand here"):
        decision_bytes(conflict=CONFLICT, bracket=True, by=" ", date=DAY, reason="x")


def test_a_decision_settles_in_one_way() -> None:
    with pytest.raises(ValueError, match="takes a side"):
        decision_bytes(conflict=CONFLICT, take="base", bracket=True, by="x", date=DAY, reason="x")


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("record: decision", "record: decison", "2:9 F023 `decison` has no meaning here"),
        ("record: decision\n", "", "1:1 F021 `record` is missing"),
        ("/3f2a91c0", "", "3:11 F025 `areas.automotive/text.en` cannot be a name here"),
        (
            "take: ilmate",
            "take: ilmate\nbracket: true",
            "5:1 F028 `take`, `bracket` stand together; only one of them can",
        ),
        ("take: ilmate  ", "#", "1:1 F028 one of `take`, `words`, `bracket` is missing"),
        ("take: ilmate", "take: ILMATE", "4:7 F025 `ILMATE` cannot be a name here"),
        ("reason: …\n", "", "1:1 F021 `reason` is missing"),
    ],
)
def test_each_slip_is_found_where_it_stands(old: str, new: str, expected: str) -> None:
    assert problems(lambda: read_record(source(DECISION.replace(old, new)))) == [expected]
