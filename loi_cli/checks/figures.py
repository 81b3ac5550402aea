"""Figures and dates of a wording, read as its language writes them: `1.500,5` in Indonesian is `1,500.5` in English."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

_NUMBER = re.compile(r"(?<![\w.,{@-])\d+(?:[.,:'\u00a0\u202f ]\d+)*(?!\w)")
_GROUP_OF_THREE = re.compile(r"^\d{1,3}(?:[.,'\u00a0\u202f ]\d{3})+$")
_GROUPED = re.compile(r"^\d{1,3}(?:[\u00a0\u202f ]\d{3})+(?:[.,]\d+)?$")
_DAY_FIRST = re.compile(
    r"(\d{1,2})(?:-?\w{1,3}|\.)?\s+(?:de\s+|of\s+|bulan\s+)?(\w+)\s+(?:de\s+|tahun\s+)?(\d{4})(?!\d)"
)
_MONTH_FIRST = re.compile(r"(\w+)\s+(\d{1,2}),\s+(\d{4})(?!\d)")
_YEAR_DAY_MONTH = re.compile(r"(?<!\d)(\d{4})\s+(?:[^\W\d]+\.?\s+)?(\d{1,2})\s+([^\W\d]+)")
_YEAR_MONTH_DAY = re.compile(r"(?<!\d)(\d{4})\.?\s+(?:m\.\s+)?([^\W\d]+)\s+(\d{1,2})(?!\d)")
_IDEOGRAPHS = re.compile(r"(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]")
_HOUR = re.compile(r"(?<![\d.,])(\d{1,2})\s?h\s?(\d{2})(?!\w)")
_IN_DIGITS = re.compile(r"(?<!\d)(\d{1,2})\.(\d{1,2})\.(\d{4})(?!\d)")
_ISO = re.compile(r"(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)")
_ROOT = 3
_AGGLUTINATIVE = frozenset({"az", "et", "eu", "fi", "hu", "kk", "ky", "tk", "tr", "tt", "uz"})
_BRACES = re.compile(r"\{[^{}]*\}")


def figures(text: str, language: str) -> Counter[str]:
    """Every figure and date, in one spelling: `1500.5`, `2022-02-20`."""
    found: Counter[str] = Counter()
    rest = _BRACES.sub(" ", text)
    if not any(c.isdigit() for c in rest):
        return found
    rest = _HOUR.sub(r"\1:\2", rest)
    for day, span in list(_dates(rest, language)):
        found[day] += 1
        rest = rest[: span[0]] + " " * (span[1] - span[0]) + rest[span[1] :]
    for match in _NUMBER.finditer(rest):
        for written in _apart(match[0]):
            found[_plain(written, language)] += 1
    return found


def _dates(text: str, language: str) -> Iterator[tuple[str, tuple[int, int]]]:
    for match in _ISO.finditer(text):
        yield f"{match[1]}-{match[2]}-{match[3]}", match.span()
    for match in _IN_DIGITS.finditer(text):
        yield f"{match[3]}-{int(match[2]):02}-{int(match[1]):02}", match.span()
    for match in _IDEOGRAPHS.finditer(text):
        yield f"{match[1]}-{int(match[2]):02}-{int(match[3]):02}", match.span()
    for pattern, year, day, name in ((_DAY_FIRST, 3, 1, 2), (_MONTH_FIRST, 3, 2, 1),
                                     (_YEAR_DAY_MONTH, 1, 2, 3), (_YEAR_MONTH_DAY, 1, 3, 2)):  # fmt: skip
        for match in pattern.finditer(text):
            if month := _month(match[name], language):
                yield f"{match[year]}-{month:02}-{int(match[day]):02}", match.span()


def _month(word: str, language: str) -> int | None:
    """A month by its name; in languages that put endings to a word, by a name that it begins with."""
    months = _months(language)
    word = word.casefold()
    begins = (number for name, number in months.items() if len(name) >= _ROOT and word.startswith(name))
    return months.get(word) or (next(begins, None) if language in _AGGLUTINATIVE else None)


def _apart(written: str) -> list[str]:
    """A figure with blanks is one only where they part groups of three: `1 500`, but `5 20`."""
    if _GROUP_OF_THREE.match(written) or _GROUPED.match(written):
        return [written]
    return re.split(r"[\u00a0\u202f ]", written)


def _plain(written: str, language: str) -> str:
    """Without marks of groups, with a point before what is less than one; a time of the day is spelt so as well."""
    if ":" in written:
        return written.replace(":", ".").lstrip("0") or "0"
    if _GROUP_OF_THREE.match(written):
        marks = set(re.findall(r"[^\d]", written))
        if len(marks) == 1 and (marks != {_decimal_mark(language)} or len(re.findall(r"[^\d]", written)) > 1):
            return re.sub(r"[^\d]", "", written)
    parts = re.split(r"[.,]", re.sub(r"['\u00a0\u202f ]", "", written))
    if len(parts) == 1:
        return parts[0].lstrip("0") or "0"
    whole, less = "".join(parts[:-1]).lstrip("0") or "0", parts[-1]
    return f"{whole}.{less}"


@cache
def _decimal_mark(language: str) -> str:
    from babel import UnknownLocaleError
    from babel.numbers import get_decimal_symbol

    try:
        return get_decimal_symbol(language.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return "."


@cache
def _months(language: str) -> dict[str, int]:
    from babel import Locale, UnknownLocaleError

    try:
        locale = Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        return {}
    return {
        name.casefold(): number
        for usage in ("format", "stand-alone")
        for number, name in locale.months[usage]["wide"].items()
    }


def said_in_words(figure: str, text: str, language: str) -> bool:
    """Whether a text says a figure in words: `5` as `five`."""
    if not figure.isdigit():
        return False
    from num2words import num2words

    words = []
    for kind in ("cardinal", "ordinal"):
        try:
            words.append(str(num2words(int(figure), lang=language.split("-")[0], to=kind)))
        except (NotImplementedError, OverflowError, KeyError, IndexError, TypeError, ValueError):
            continue  # num2words has a module a language, and each gives up in a way of its own
    said = text.casefold()
    return any(_root(word) in said for word in words if word)


def _root(word: str) -> str:
    """A number's word without an ending that inflection may change."""
    return word.casefold() if word.isascii() else word.casefold()[: max(3, len(word) - 2)]
