"""Names of input files: they say whose the input is, so they must fit what stands in it."""

import re
from datetime import date

from loi_cli.files.codes import Code
from loi_cli.files.page import Page
from loi_cli.i18n import _
from loi_cli.model.dossier import Unit

_FURTHER = re.compile(r"(?P<first>.+?)(?P<further>\.(?:[2-9]|[1-9][0-9]+))?\Z")
_PARTY_FILE = re.compile(r"(?P<party>[A-Z]{3})-(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})\Z")


def side_of(
    name: str,
    written: str | None,
    unit: Unit | None,
    number: int | None,
    party: str | None,
    day: date | None,
    page: Page,
) -> str | None:
    """How the words of this input are signed: `ilmate`, `ilmate.2` for a further file, `BLR`.

    `written` is the unit as the file names it, perhaps by an old id. None when that cannot be said; a file whose name
    does not fit is a problem on the page.
    """
    match = _FURTHER.match(name)
    first, further = (match["first"], match["further"] or "") if match else (name, "")
    if unit is not None and number is not None:
        if first not in (f"{unit.id}-{number}", f"{written}-{number}"):
            _refuse(name, f"{unit.id}-{number}", page)
        return unit.id + further
    if party is not None:
        named = _PARTY_FILE.match(first)
        if named is None or named["party"] != party or not _is_day(named["day"]) or (day and str(day) != named["day"]):
            _refuse(name, f"{party}-{day or '2022-01-20'}", page)
        return party + further
    return None


def _is_day(text: str) -> bool:
    try:
        return bool(date.fromisoformat(text))
    except ValueError:
        return False


def _refuse(name: str, right: str, page: Page) -> None:
    page.error(
        Code.FILE_NAME,
        _("the file is named `{name}.yaml`, which does not fit what it holds").format(name=name),
        page.top,
        _("name it `{right}.yaml`, or `{right}.2.yaml` when there is one of that name").format(right=right),
    )
