"""Numbers of clauses as drafts write them: 5, V, c, 五, الخامسة."""

import re

from loi_cli.model.numbering import ABJAD, BELARUSIAN, RUSSIAN

_CHINESE = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
_FEMININE = "الأولى الثانية الثالثة الرابعة الخامسة السادسة السابعة الثامنة التاسعة العاشرة الحادية"
_MASCULINE = "الأول الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع العاشر الحادي"
_ORDINALS = {
    word: number for words in (_FEMININE, _MASCULINE) for number, word in enumerate(words.split(), start=1)
} | {"العشرون": 20, "العشرين": 20}
_TEEN = {"الأولى": 1, "الحادية": 1, "الحادي": 1}

CHINESE = rf"[{''.join(_CHINESE)}十百]{{1,5}}"
ORDINAL = rf"(?:{'|'.join(sorted(_ORDINALS, key=len, reverse=True))})(?:\s+عشرة?)?(?!\w)"
ARABIC_LETTER = rf"[ا{ABJAD}]ـ?(?!\w)"


def number_of(text: str) -> int:
    """The number that words, figures or a letter say; 0 for none. `C` and `L` alone are letters, as after Annex B; `i`,
    `v`, `x` are Roman numbers."""
    if text.isdecimal():
        return int(text)
    if re.fullmatch(CHINESE, text):
        return _chinese(text)
    if re.fullmatch(ORDINAL, text):
        word, *teen = text.split()
        return _TEEN.get(word, _ORDINALS[word]) + 10 if teen else _ORDINALS[word]
    if set(text.lower()) <= set("ivxlc") and text not in ("C", "L"):
        return roman_value(text)
    return letter_value(text.lower()) if text else 0


def _chinese(text: str) -> int:
    """二十三 -> 23, 一百零五 -> 105."""
    total = digit = 0
    for sign in text:
        if sign in "十百":
            total += (digit or 1) * (10 if sign == "十" else 100)
            digit = 0
        else:
            digit = _CHINESE[sign]
    return total + digit


def letter_value(value: str) -> int:
    """c -> 3, в -> 3, ج -> 3, bb -> 28."""
    for letters in (RUSSIAN, BELARUSIAN, ABJAD):
        if value[0] in letters:
            return letters.index(value[0]) + 1
    return 1 if value[0] == "ا" else ord(value[0]) - ord("a") + 1 + 26 * (len(value) - 1)


def roman_value(text: str) -> int:
    """IV -> 4; what is no sound Roman number has a value too, which nobody relies on."""
    values = [_ROMAN[sign] for sign in text.lower()]
    return sum(-v if v < max(values[n:]) else v for n, v in enumerate(values))
