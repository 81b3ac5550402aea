"""How a clause that the parties agreed on is told."""

from loi_cli.i18n import _
from loi_cli.intake.agreements import Agreed


def agreed_json(state: Agreed) -> dict[str, object]:
    agreement = state.agreement
    return {
        "record": f"records/{agreement.name}.yaml",
        "with": agreement.clause,
        "ad_referendum": agreement.ad_referendum,
        "meeting": agreement.meeting,
        "by": agreement.by,
        "date": agreement.date.isoformat(),
        "unchanged": state.unchanged,
        "reopened_by": [one.file for one in state.reopened_by],
    }


def agreed_words(state: Agreed) -> str:
    """`agreed ad referendum on 2022-02-15 (2022-02-15-bilateral); reopened by BLR-2022-02-16`."""
    agreement = state.agreement
    said = _("agreed ad referendum on {date}") if agreement.ad_referendum else _("agreed on {date}")
    words = said.format(date=agreement.date)
    if agreement.meeting:
        words += f" ({agreement.meeting})"
    if state.reopened_by:
        words += _("; reopened by {inputs}").format(inputs=", ".join(one.name for one in state.reopened_by))
    elif not state.unchanged:
        words += _("; it reads otherwise now")
    return words
