"""The one door through which every text that a person reads passes: gettext, chosen by LOI_LANG or the locale.

The messages are the English texts; `locale/` has a catalogue for every other language. `python -m tests.locale` brings
the catalogues up to date with the code. A process speaks one language from its start to its end, so that texts at the
top of a module are translated as it is read.
"""

import os
import sys
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

CATALOGUES = Path(__file__).parent / "locale"
VARIABLES = ("LOI_LANG", "LC_ALL", "LC_MESSAGES", "LANG")
"""Of the environment, the first that is set chooses the language."""


class Catalogue:
    """A compiled catalogue (.mo, the GNU gettext manual, “The Format of GNU MO Files”), searched where it lies.

    A command says some fifty of two thousand messages; to decode them all would be most of what it does.
    """

    def __init__(self, compiled: bytes) -> None:
        self._compiled = compiled
        self._count, self._ids, self._strings = (self._number(at) for at in (8, 12, 16))

    def find(self, message: str) -> list[str]:
        """The translation; of a message that counts its forms; nothing where there is none."""
        wanted = message.encode()
        low, high = 0, self._count
        while low < high:
            middle = (low + high) // 2
            found = self._at(self._ids, middle).partition(b"\0")[0]
            if found == wanted:
                return self._at(self._strings, middle).decode().split("\0")
            low, high = (middle + 1, high) if found < wanted else (low, middle)
        return []

    def _at(self, table: int, number: int) -> bytes:
        length, start = self._number(table + 8 * number), self._number(table + 8 * number + 4)
        return self._compiled[start : start + length]

    def _number(self, at: int) -> int:
        return int.from_bytes(self._compiled[at : at + 4], "little")

    @property
    def form_for(self) -> Callable[[int], int]:
        """Which form a count takes, as the head of the catalogue says."""
        from gettext import c2py

        rule = self.find("")[0].partition("plural=")[2].partition(";")[0]
        return c2py(rule)


@cache
def _catalogue(language: str) -> Catalogue | None:
    """The messages of a language. English is what the code says, so that it reads no file, as does a language without a
    catalogue."""
    if language == "en":
        return None
    try:
        return Catalogue((CATALOGUES / language / "LC_MESSAGES" / "loi.mo").read_bytes())
    except OSError:
        return None


def spoken_language() -> str:
    """The language of the terminal: LOI_LANG, else the locale's, as a two-letter code; English where it is none (C)."""
    for name in VARIABLES:
        if value := os.environ.get(name):
            return value[:2].lower() if value[:2].isalpha() and len(value) > 1 else "en"
    return _language_of_windows()


def _language_of_windows() -> str:
    """Windows tells the language of its menus by a number, and sets no variable."""
    if sys.platform == "win32":
        import ctypes
        import locale

        return locale.windows_locale.get(ctypes.windll.kernel32.GetUserDefaultUILanguage(), "en")[:2]
    return "en"


def _(message: str) -> str:
    """Translate one message; the message itself where no catalogue has it."""
    catalogue = _catalogue(spoken_language())
    if catalogue is None or not message:
        return message
    return (catalogue.find(message) or [message])[0]


def n_(one: str, many: str, count: int) -> str:
    """Translate a message that counts; `{n}` in it is filled with the count."""
    said = one if count == 1 else many
    catalogue = _catalogue(spoken_language())
    if catalogue is not None and (forms := catalogue.find(one)):
        said = forms[catalogue.form_for(count)]
    return said.replace("{n}", str(count))


def marked(message: str) -> str:
    """A message that is kept, and passes `_` when it is shown."""
    return message


class Saying(str):
    """What was said in the language of the terminal, and can be said again in that of a paper: why a proposal fared as
    it did, and what a rule finds, is told in both. `given` are the values of the message, other sayings among them."""

    __slots__ = ("given", "message")
    message: str
    given: Mapping[str, object]

    def __new__(cls, message: str, given: Mapping[str, object]) -> "Saying":
        made = super().__new__(cls, _(message).format(**given))
        made.message, made.given = message, given
        return made

    def __add__(self, more: str) -> "Saying":
        """Both, one after the other, each to be said again in its turn."""
        return Saying("{said}{more}", {"said": self, "more": more})

    def __radd__(self, before: str) -> "Saying":
        return Saying("{said}{more}", {"said": before, "more": self})


def saying(message: str, **given: object) -> Saying:
    """Say a message with its values."""
    return Saying(message, given)


def said_in(language: str, text: str) -> str:
    """A saying in a language that may not be the terminal's; any other text as it is."""
    if not isinstance(text, Saying):
        return text
    catalogue = _catalogue(language[:2])
    message = text.message if catalogue is None else (catalogue.find(text.message) or [text.message])[0]
    given = {name: said_in(language, value) if isinstance(value, str) else value for name, value in text.given.items()}
    return message.format(**given)
