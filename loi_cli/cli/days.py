"""Days that a person types."""

from datetime import date, datetime

from loi_cli.i18n import _
from loi_cli.model.problems import LoiError


def day_typed(text: str) -> date:
    """The day. Raises LoiError for what is none."""
    try:
        return datetime.strptime(text, "%Y-%m-%d").date()
    except ValueError:
        raise LoiError(_("“{text}” is no day").format(text=text), _("write year, month and day: 2022-02-17")) from None
