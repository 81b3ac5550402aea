"""Numbers of clauses as drafts write them: 5, V, c, 五, الخامسة."""

import re

from loi_cli.model.numbering import ABJAD, letter_value, roman_value

_CHINESE = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
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
