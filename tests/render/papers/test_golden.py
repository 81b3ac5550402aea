"""Each paper of a meeting as it was last looked at, for our delegation and for the other party."""

import pytest

from loi_cli.render.papers import render_html
from tests.render.papers.golden import assert_golden, section_of
from tests.render.papers.samples import material

_BOTH = (
    "agenda", "agreed-minutes", "attendance", "badges", "delegations", "invitation", "matrix", "packet", "place-cards",
    "rundown",
)  # fmt: skip
_OURS = (
    "actions", "briefing", "distribution", "minutes", "plain-agenda", "positions", "report", "summary",
    "talking-points",
)  # fmt: skip
PAPERS = [(name, receiver) for name in _BOTH for receiver in (None, "BLR")]


@pytest.mark.parametrize(("name", "receiver"), [*PAPERS, *((name, None) for name in _OURS)])
def test_the_paper_is_as_somebody_last_saw_it(name: str, receiver: str | None) -> None:
    html = render_html(name, material(receiver))
    assert_golden(f"{name}-for-{receiver or 'home'}", section_of(html))
