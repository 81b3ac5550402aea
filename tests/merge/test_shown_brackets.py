"""Square brackets in what a sender writes."""

import pytest

from loi_cli.merge.shown_brackets import wording_from
from loi_cli.model.words import Bracket, Reading, Run, Side, shown

ILMATE, AGRO, KEMLU = (Side(unit, f"{unit}-1") for unit in ("ilmate", "agro", "kemlu"))
DISPUTE = Bracket("promote", (Reading("develop", (ILMATE,)), Reading("", (AGRO,))), " ", ("concept",))
BASE = (Run("shall", ("concept",)), DISPUTE, Run(" trade", ("concept",)))


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("shall [ilmate: develop] [agro: –] trade", "shall [ilmate: develop] [agro: –] trade"),
        ("shall [agro: –] [ilmate: develop] trade", "shall [ilmate: develop] [agro: –] trade"),
        ("shall [ilmate: develop] trade", "shall develop trade"),
        ("shall [agro: –] trade", "shall trade"),
        ("shall [ilmate: develop further] [agro: –] trade", "shall develop further trade"),
        ("shall [ilmate: develop] [agro: –] [kemlu: foster] trade", "shall foster trade"),
        ("shall promote trade", "shall promote trade"),
        ("shall promote [and develop] trade", "shall promote [kemlu: and develop] trade"),
        ("shall [ilmate: x] [agro: y] trade", "shall [kemlu: ilmate: x] [kemlu: agro: y] trade"),
        ("shall [ ] trade", "shall [ ] trade"),
    ],
)
def test_what_a_sender_means_by_a_bracket(written: str, meant: str) -> None:
    assert shown(wording_from(written, BASE, KEMLU)) == meant


def test_a_repeated_bracket_is_the_bracket_itself() -> None:
    words = wording_from(shown(BASE), BASE, KEMLU)
    assert [p for p in words if isinstance(p, Bracket)] == [Bracket("promote", DISPUTE.readings, "", ("concept",))]


WRITTEN_SO = (Run("to [enhance] trade (see [1]) ", ("concept",)), DISPUTE, Run(" and [ilmate: x]", ("concept",)))


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (shown(WRITTEN_SO), shown(WRITTEN_SO)),
        ("to [enhance] strengthen trade (see [1])", "to [enhance] strengthen trade (see [1])"),
        ("to [promote] trade (see [1])", "to [kemlu: promote] trade (see [1])"),
        ("to [enhance] trade (see [2]) and [ilmate: x]", "to [enhance] trade (see [kemlu: 2]) and [ilmate: x]"),
    ],
)
def test_square_brackets_that_the_base_has_as_words_are_words(written: str, meant: str) -> None:
    assert shown(wording_from(written, WRITTEN_SO, KEMLU)) == meant
