"""The one door through which every text that a person reads passes: gettext, chosen by LOI_LANG or the locale."""

import gettext as _gettext
import os
from functools import cache
from pathlib import Path

CATALOGUES = Path(__file__).parent / "locale"


@cache
def _catalogue(language: str) -> _gettext.NullTranslations:
    return _gettext.translation("loi", CATALOGUES, [language], fallback=True)


def spoken_language() -> str:
    """The language of the terminal: LOI_LANG, else the locale's, as a two-letter code."""
    for name in ("LOI_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return value[:2].lower()
    return "en"


def _(message: str) -> str:
    """Translate one message; the message itself where no catalogue has it."""
    return _catalogue(spoken_language()).gettext(message)


def n_(one: str, many: str, count: int) -> str:
    """Translate a message that counts; `{n}` in it is filled with the count."""
    return _catalogue(spoken_language()).ngettext(one, many, count).replace("{n}", str(count))
