"""Blanks at which no line may break, by the habits of each language: `Article 5`, `10 kg`, `№ 7`, «в Минске», `Quoi ?`.

Only a blank of the paper becomes a no-break space. What senders wrote stays as it is, and what is read back from such
a file counts a no-break space as a blank.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

NO_BREAK = "\u00a0"

_UNITS = (
    "%", "‰", "°C", "mm", "cm", "m", "km", "m²", "m³", "km²", "ha", "g", "kg", "t", "l", "kW", "MW", "kWh", "MWh",
    "USD", "EUR", "IDR", "BYN", "RUB",
)  # fmt: skip
_OWN_UNITS: Mapping[str, tuple[str, ...]] = {
    "id": ("juta", "miliar", "triliun", "ton", "persen"),
    "en": ("million", "billion", "tonnes", "per cent", "percent"),
    "fr": ("millions", "milliards", "tonnes"),
    "es": ("millones", "toneladas"),
    "ru": ("г", "гг", "мм", "см", "м", "км", "га", "кг", "т", "кВт", "МВт", "руб", "тыс", "млн", "млрд", "долл"),
    "be": ("г", "гг", "мм", "см", "м", "км", "га", "кг", "т", "кВт", "МВт", "руб", "тыс", "млн", "млрд", "дол"),
}
_COUNTED: Mapping[str, tuple[str, ...]] = {
    "id": ("Pasal", "pasal", "ayat", "huruf", "angka", "Lampiran", "lampiran", "Nomor", "nomor", "No."),
    "en": ("Article", "Articles", "Paragraph", "paragraph", "item", "Annex", "Section", "No.", "no.", "p.", "pp."),
    "fr": ("article", "Article", "articles", "paragraphe", "annexe", "Annexe", "n°", "p."),
    "es": ("artículo", "Artículo", "artículos", "párrafo", "anexo", "Anexo", "n.º", "N.º", "pág."),
    "ar": ("المادة", "الفقرة", "البند", "الملحق"),
    "ru": (
        "Статья", "статья", "статьи", "статье", "статью", "статьёй", "статьей", "статей", "ст.", "пункт", "пункта",
        "пункте", "пунктом", "п.", "подпункт", "подпункта", "Приложение", "приложение", "приложения", "с.",
    ),
    "be": ("Артыкул", "артыкул", "артыкула", "артыкуле", "арт.", "пункт", "пункта", "пункце", "п.", "Дадатак"),
}  # fmt: skip
"""What stands before its number: the number never begins a line without it."""
_LEADING: Mapping[str, str] = {"ru": "вксоуиаяВКСОУИАЯ", "be": "ўузікаяжУЗІКАЯЖ"}
"""Words of one letter, which do not end a line; in these languages no dash begins one."""
_INITIALS = frozenset(f"{chr(letter)}." for letter in (*range(ord("A"), ord("Z") + 1), *range(ord("А"), ord("Я") + 1)))
_OPENING, _CLOSING = '(«“„"[', ').,;:!?»”"]'
_FRENCH, _DASHES = frozenset(";:!?»"), frozenset("–—")
_DIGIT = re.compile("[0-9]")
_NUMBER = re.compile(r"\(?(?:\d|[ivx]+\b|[IVX]+\b|[a-zа-я]\))")


class _Habits(NamedTuple):
    """Those of one language. `cues`: words without which, and without a figure, no blank of a text is bound."""

    units: frozenset[str]
    counted: frozenset[str]
    leading: frozenset[str]
    cues: frozenset[str]
    french: bool

    def bind(self, before: str, after: str) -> bool:
        """Whether no line may break between two words."""
        bare = before.lstrip(_OPENING)
        if bare in self.leading:
            return after != ""
        if bare in self.counted:
            return _NUMBER.match(after) is not None
        if bare in _INITIALS:
            return after[:1].isupper()
        if before[-1:].isdigit() and after.rstrip(_CLOSING) in self.units:
            return True
        if self.french:
            return after[:1] in _FRENCH or before[-1:] == "«"
        return after in _DASHES and bool(self.leading)


@lru_cache(maxsize=64)
def _habits(language: str) -> _Habits:
    primary = language.split("-")[0].lower()
    counted = frozenset((*_COUNTED.get(primary, ()), "№", "§"))
    leading, french = frozenset(_LEADING.get(primary, "")), primary == "fr"
    cues = leading | _INITIALS | (_DASHES if leading else frozenset()) | (_FRENCH | {"«"} if french else frozenset())
    return _Habits(frozenset((*_UNITS, *_OWN_UNITS.get(primary, ()))), counted, leading, cues | counted, french)


@lru_cache(maxsize=1024)
def bound(text: str, language: str) -> str:
    """The text with no-break spaces where lines may not part. Papers of one run hold the same words again and again."""
    words, habits = text.split(" "), _habits(language)
    if habits.cues.isdisjoint(words) and not _DIGIT.search(text):
        return text
    return words[0] + "".join(
        f"{NO_BREAK if habits.bind(before, after) else ' '}{after}" for before, after in pairwise(words)
    )
