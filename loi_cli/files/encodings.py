"""Guesses what a file that is not UTF-8 was saved as, so that the message can say what to do."""

import codecs
import re

_BOMS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)
_CYRILLIC_WORD = r"[А-Яа-яЁёЎўІі]{3,}"


def likely_encoding(data: bytes) -> str:
    """The likely encoding of bytes that are not UTF-8 text: UTF-16, UTF-32, windows-1251 or windows-1252."""
    for bom, name in _BOMS:
        if data.startswith(bom):
            return name
    if data.count(0) * 3 >= len(data):
        return "UTF-16"
    # In Cyrillic text the letters beyond ASCII stand in runs; in Western text they stand alone among ASCII letters.
    cyrillic = sum(map(len, re.findall(_CYRILLIC_WORD, data.decode("cp1251", "replace"))))
    beyond = sum(byte >= 0x80 for byte in data)
    return "windows-1251" if cyrillic * 2 > beyond else "windows-1252"
