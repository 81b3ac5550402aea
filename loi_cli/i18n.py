"""The one door through which every text that a person reads passes: gettext, chosen by LOI_LANG or the locale.

The messages are the English texts; `locale/` has a catalogue for every other language. `python -m tests.locale` brings
the catalogues up to date with the code.
"""

import gettext as _gettext
import os
import sys
from functools import cache
from pathlib import Path

CATALOGUES = Path(__file__).parent / "locale"


@cache
def _catalogue(language: str) -> _gettext.NullTranslations:
    """The messages of a language; English is what the code says, so that it reads no file."""
    if language == "en":
        return _gettext.NullTranslations()
    return _gettext.translation("loi", CATALOGUES, [language], fallback=True)


def spoken_language() -> str:
    """The language of the terminal: LOI_LANG, else the locale's, as a two-letter code."""
    for name in ("LOI_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return value[:2].lower()
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
    return _catalogue(spoken_language()).gettext(message)


def n_(one: str, many: str, count: int) -> str:
    """Translate a message that counts; `{n}` in it is filled with the count."""
    return _catalogue(spoken_language()).ngettext(one, many, count).replace("{n}", str(count))


def marked(message: str) -> str:
    """A message that is kept, and passes `_` when it is shown."""
    return message
