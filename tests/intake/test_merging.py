"""A merge never goes on from a text that this loi would not have given."""

from datetime import UTC, datetime

import pytest

from loi_cli.history.store import compose
from loi_cli.intake.merging import prospect, record
from loi_cli.intake.opening import open_dossier
from loi_cli.intake.register import take_stock
from loi_cli.intake.starting import new_dossier, starting_files
from loi_cli.model.problems import LoiError
from loi_cli.model.text import Text

NOW = datetime(2030, 1, 25, tzinfo=UTC)


def test_a_head_with_words_that_nobody_asked_for_is_not_merged_on(tmp_path) -> None:
    new_dossier(tmp_path, starting_files())
    register = take_stock(open_dossier(tmp_path), NOW)
    record(register, prospect(register, NOW, "A"))

    opened = open_dossier(tmp_path)
    (root,) = take_stock(opened, NOW).heads
    without_the_last = Text(root.text.clauses[:-1])
    drifted = compose(
        text=without_the_last,
        parents=(root.header,),
        order=root.order,
        inputs=(),
        decisions=(),
        touched=("done",),
        time="2030-01-26T00:00:00Z",
        author="another loi",
        message="",
    )
    opened.store.add(drifted)
    waiting = tmp_path / "inputs" / "trade-1.yaml"
    waiting.parent.mkdir(exist_ok=True)
    waiting.write_bytes((tmp_path / "examples" / "trade-1.yaml").read_bytes())
    before = sorted(p.name for p in (tmp_path / "versions").rglob("*"))

    register = take_stock(open_dossier(tmp_path), NOW)
    with pytest.raises(LoiError) as refused:
        prospect(register, NOW, "A")
    assert drifted.header.full_label in refused.value.message
    assert "other words" in refused.value.message
    assert sorted(p.name for p in (tmp_path / "versions").rglob("*")) == before
