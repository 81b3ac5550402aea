"""What was taken back is as though it had never been; let count again, as though it had never been taken back."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from loi_cli.history.encoding import text_hash
from loi_cli.history.verify import verify
from loi_cli.intake.records.keeping import keep_step, named
from loi_cli.intake.records.undoing import undoing_bytes
from loi_cli.intake.records.withdrawal import withdrawal_bytes
from loi_cli.intake.undoing import TakenBack, last_step, last_undoing
from loi_cli.merge.outcomes import Verdict
from loi_cli.model.text import Text
from tests.merge.negotiation import DAY, Negotiation
from tests.properties.test_batches import CONCEPT, FEW, Wishes, after, sent, wishes

SIGNED = {"by": "the directorate", "date": DAY, "reason": "sent by mistake"}


def withdraw(negotiation: Negotiation, name: str, at: int = 0) -> str:
    data = withdrawal_bytes(input=name, at=_moment(at), **SIGNED)  # type: ignore[arg-type]
    record = named(DAY, "withdrawal", data)
    keep_step(negotiation.register().opened, [record])
    return record[0]


def take_back(negotiation: Negotiation, found: TakenBack, at: int) -> None:
    version = found.step.version.hash if found.step.version else None
    gone = [
        named(DAY, "withdrawal", withdrawal_bytes(input=n, version=version, at=_moment(at), **SIGNED))  # type: ignore[arg-type]
        for n in found.inputs
    ]
    undone = [
        named(DAY, "undo", undoing_bytes(undoes=n, at=_moment(at), **SIGNED))  # type: ignore[arg-type]
        for n in found.undoes
    ]
    keep_step(negotiation.register().opened, [*gone, *undone])


def _moment(minute: int) -> str:
    return f"2022-01-31T10:{minute:02}:00Z"


def text_of(negotiation: Negotiation) -> Text:
    return negotiation.merge().version.text


@FEW
@given(wishes(), st.sampled_from(("ilmate-1", "agro-1", "BLR-2022-01-20")), st.booleans())
def test_a_withdrawn_input_is_as_though_never_sent(some: Wishes, which: str, was_merged: bool) -> None:
    rest = {name: wish for name, wish in some.items() if name != which}
    with TemporaryDirectory() as folder:
        never_sent = after([list(rest)], rest, Path(folder) / "never")
        negotiation = Negotiation(Path(folder) / "withdrawn", CONCEPT)
        for name, wish in some.items():
            sent(negotiation, name, wish)
        if was_merged:
            negotiation.merge()
        withdraw(negotiation, which)
        found = negotiation.merge()
        assert text_hash(found.version.text) == text_hash(never_sent)
        told = [o for o in found.outcomes if o.input == which]
        assert told
        assert {o.verdict for o in told} == {Verdict.SUPERSEDED}
        assert all(o.record for o in told)
        assert which in {m.name for m in found.version.inputs}
        assert not negotiation.merge().is_news
        assert verify(negotiation.folder)[1] == ()


@FEW
@given(wishes(), st.integers(1, 3))
def test_undoing_a_merge_gives_the_text_before_it_and_redoing_the_text_after(some: Wishes, cut: int) -> None:
    names = list(some)
    with TemporaryDirectory() as folder:
        negotiation = Negotiation(Path(folder) / "it", CONCEPT)
        for name in names[:cut]:
            sent(negotiation, name, some[name])
        before = text_of(negotiation)
        for name in names[cut:]:
            sent(negotiation, name, some[name])
        afterwards = text_of(negotiation)
        for n in range(3):
            take_back(negotiation, last_step(negotiation.register()), 2 * n)
            assert text_hash(text_of(negotiation)) == text_hash(before)
            take_back(negotiation, last_undoing(negotiation.register()), 2 * n + 1)
            assert text_hash(text_of(negotiation)) == text_hash(afterwards)
        assert verify(negotiation.folder)[1] == ()


@FEW
@given(wishes(), st.permutations(("ilmate-1", "agro-1", "ikft-1")))
def test_withdrawals_come_in_any_order_and_beside_other_inputs(some: Wishes, order: list[str]) -> None:
    """Whether an input is withdrawn before or after others arrive, the text is that of those that are left."""
    with TemporaryDirectory() as folder:
        left = {name: some[name] for name in (order[2], "BLR-2022-01-20")}
        expected = after([list(left)], left, Path(folder) / "left")
        negotiation = Negotiation(Path(folder) / "it", CONCEPT)
        for name in order[:2]:
            sent(negotiation, name, some[name])
        negotiation.merge()
        withdraw(negotiation, order[0])
        sent(negotiation, order[2], some[order[2]])
        negotiation.merge()
        sent(negotiation, "BLR-2022-01-20", some["BLR-2022-01-20"])
        withdraw(negotiation, order[1], 1)
        assert text_hash(text_of(negotiation)) == text_hash(expected)
