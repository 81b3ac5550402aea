"""Time zones, by their IANA names."""

import re

from loi_cli.files.codes import Code
from loi_cli.files.leaves import scalar
from loi_cli.files.nodes import Node
from loi_cli.files.page import Page, did_you_mean
from loi_cli.files.shapes import Schema, Shape
from loi_cli.i18n import _
from loi_cli.model.problems import LoiError

_NAME = r"[A-Za-z0-9_+-]+(?:/[A-Za-z0-9_+-]+)*"


class Zone(Shape[str]):
    """A zone that the zone database of this machine knows; where it has none, any name of that form."""

    def read(self, node: Node, page: Page) -> str | None:
        if (found := scalar(node, page)) is None:
            return None
        if re.fullmatch(_NAME, found.text) and _exists(found.text):
            return found.text
        page.error(
            Code.WRONG_VALUE,
            _("there is no time zone `{name}`").format(name=found.text),
            found.start,
            did_you_mean(
                found.text, _zones(), _("did you mean `{name}`?"), _("name it so: Asia/Jakarta, Europe/Minsk")
            ),
        )
        return None

    def schema(self) -> Schema:
        return {"title": _("time zone"), "type": "string", "pattern": f"^{_NAME}$"}


ZONE = Zone()


def zone_named(name: str) -> str:
    """The zone itself. Raises LoiError for one that does not exist."""
    if re.fullmatch(_NAME, name) and _exists(name):
        return name
    raise LoiError(
        _("there is no time zone `{name}`").format(name=name),
        did_you_mean(name, _zones(), _("did you mean `{name}`?"), _("name it so: Asia/Jakarta, Europe/Minsk")),
    )


def _exists(name: str) -> bool:
    from zoneinfo import ZoneInfo  # only meetings need it

    try:
        ZoneInfo(name)
    except (ValueError, OSError, KeyError):  # KeyError: ZoneInfoNotFoundError
        return not _zones()
    return True


def _zones() -> list[str]:
    """All zones of this machine; none on a Windows without tzdata."""
    from zoneinfo import available_timezones

    return sorted(available_timezones())
