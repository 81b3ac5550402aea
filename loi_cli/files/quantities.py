"""Shapes of numbers, days and times of day."""

import re
from datetime import date, time

from loi_cli.files.codes import Code
from loi_cli.files.leaves import scalar
from loi_cli.files.nodes import Node
from loi_cli.files.page import Page
from loi_cli.files.shapes import Schema, Shape
from loi_cli.i18n import _

_NUMBER = re.compile(r"0|[1-9][0-9]{0,8}")


class Number(Shape[int]):
    """A whole number, written in digits without quotes."""

    def __init__(self, least: int = 1, most: int = 999_999_999) -> None:
        self.least = least
        self.most = most

    def read(self, node: Node, page: Page) -> int | None:
        if (found := scalar(node, page)) is None:
            return None
        if not found.style and _NUMBER.fullmatch(found.text) and self.least <= int(found.text) <= self.most:
            return int(found.text)
        page.error(
            Code.WRONG_VALUE,
            _("`{value}` is not a whole number from {least} to {most}").format(
                value=found.text, least=self.least, most=self.most
            ),
            found.start,
            _("write it in digits, without quotes, without zeros before it"),
        )
        return None

    def schema(self) -> Schema:
        return {"type": "integer", "minimum": self.least, "maximum": self.most}


class NumberKey(Number):
    """A number as a key, such as a round: in JSON, and so for an editor, keys are strings."""

    def schema(self) -> Schema:
        return {"title": _("number"), "type": "string", "pattern": "^[1-9][0-9]{0,8}$"}


class Only(Shape[int]):
    """The one number that may stand here: the version of a file format."""

    def __init__(self, number: int) -> None:
        self.number = number

    def read(self, node: Node, page: Page) -> int | None:
        if (found := scalar(node, page)) is None:
            return None
        if found.text == str(self.number) and not found.style:
            return self.number
        page.error(
            Code.WRONG_VALUE,
            _("`{value}` is not {number}").format(value=found.text, number=self.number),
            found.start,
            _("this version of loi reads files of schema {number}").format(number=self.number),
        )
        return None

    def schema(self) -> Schema:
        return {"const": self.number}


_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class Day(Shape[date]):
    """A day, as 2022-02-17."""

    def read(self, node: Node, page: Page) -> date | None:
        if (found := scalar(node, page)) is None:
            return None
        try:
            if _DAY.fullmatch(found.text):
                return date.fromisoformat(found.text)
            message = _("`{value}` is not a date").format(value=found.text)
        except ValueError:
            message = _("there is no day {value}").format(value=found.text)
        page.error(Code.WRONG_VALUE, message, found.start, _("write year, month and day: 2022-02-17"))
        return None

    def schema(self) -> Schema:
        return {"title": _("day"), "type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}


_CLOCK = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]")


class Clock(Shape[time]):
    """A time of day, as "09:00"."""

    def read(self, node: Node, page: Page) -> time | None:
        if (found := scalar(node, page)) is None:
            return None
        if _CLOCK.fullmatch(found.text):
            return time.fromisoformat(found.text)
        message = _("`{value}` is not a time of day").format(value=found.text)
        page.error(Code.WRONG_VALUE, message, found.start, _('write hours and minutes, two digits each: "09:00"'))
        return None

    def schema(self) -> Schema:
        return {"title": _("time of day"), "type": "string", "pattern": f"^(?:{_CLOCK.pattern})$"}
