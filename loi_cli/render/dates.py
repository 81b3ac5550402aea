"""Days as documents write them: in figures for headers, in words for the testimonium."""

from datetime import date

from loi_cli.render.catalogue import Catalogue, catalogue


def in_figures(day: date, language: str) -> str:
    """`20 February 2022`, «20 февраля 2022 года»."""
    words = catalogue(language)
    return _written(day, words, "date.figures") if words.own else _by_cldr(day, language)


def in_words(day: date, language: str) -> str:
    """`the twentieth day of February in the year two thousand and twenty-two`; figures for want of words."""
    words = catalogue(language)
    return _written(day, words, "date.words") if words.own else _by_cldr(day, language)


def _written(day: date, words: Catalogue, key: str) -> str:
    pattern = str(words.find(key))
    language = words.language.split("-")[0]
    # The first of a month has a name of its own in some languages: `1er`, `premier`.
    first = words.section("date.first") if day.day == 1 else {}
    values: dict[str, object] = {
        "day": first.get("figure", day.day),
        "month": words.month(day.month),
        "month_figure": day.month,
        "year": day.year,
    }
    if "_words}" in pattern or "_ordinal}" in pattern:
        values["day_words"] = first.get("words") or number_in_words(day.day, language)
        values["day_ordinal"] = number_in_words(day.day, language, ordinal=True)
        # As a cardinal: num2words' own `year` says "twenty twenty-two" in English.
        values["year_words"] = number_in_words(day.year, language)
    return pattern.format(**values)


def number_in_words(number: int, language: str, ordinal: bool = False) -> str:
    """`twenty`, `twentieth`, `dua puluh`; the numeral where the language is not known."""
    from num2words import num2words

    try:
        return str(num2words(number, ordinal=ordinal, lang=language))
    except NotImplementedError:
        return str(number)


def _by_cldr(day: date, language: str) -> str:
    from babel import UnknownLocaleError
    from babel.dates import format_date

    try:
        return format_date(day, "long", locale=language.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return day.isoformat()
