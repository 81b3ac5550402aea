"""Figures and dates as languages write them."""

import pytest

from loi_cli.checks.figures import figures, said_in_words


@pytest.mark.parametrize(
    ("one", "text", "other", "same"),
    [
        ("en", "USD 1,500.50 a year", "id", "USD 1.500,50 per tahun"),
        ("en", "USD 1,500", "ru", "1 500 долларов"),
        ("en", "12.5 per cent", "be", "12,5 працэнта"),
        ("en", "on 20 February 2022", "id", "pada 20 Februari 2022"),
        ("en", "on February 20, 2022", "ru", "20 февраля 2022 года"),
        ("en", "on 20 February 2022", "ru", "20.02.2022"),
        ("en", "2022-02-20", "fr", "le 20 février 2022"),
        ("en", "from 09:00", "id", "mulai pukul 09.00"),
        ("en", "in 8 cases of {@a1.2}", "id", "dalam 8 hal menurut {@b3}"),
        ("en", "1,234,567", "de", "1.234.567"),
        ("en", "EUR 1,250,000.50", "fr", "1 250 000,50 euros"),
        ("en", "at 14:30", "fr", "à 14 h 30"),
        ("es", "desde el 1 de marzo de 2022", "de", "seit dem 1. März 2022"),
        ("en", "since 1 March 2022", "kk", "2022 жылғы 1 наурыздағы келіссөздер"),
        ("en", "since 1 March 2022", "tr", "1 Mart 2022 tarihli"),
        ("en", "since 1 March 2022", "hu", "2022. március 1. óta"),
        ("en", "since 1 March 2022", "zh", "自2022年3月1日起"),
    ],
)
def test_the_same_figure_in_two_languages(one: str, text: str, other: str, same: str) -> None:
    assert figures(text, one) == figures(same, other)
    assert figures(text, one)


@pytest.mark.parametrize(
    ("one", "text", "other", "different"),
    [
        ("en", "1,500", "id", "1,500"),
        ("en", "12.5 per cent", "id", "12.5 persen dan 3"),
        ("en", "on 20 February 2022", "id", "pada 20 Maret 2022"),
        ("en", "5 and 5", "ru", "5"),
        ("en", "since 1 March 2022", "kk", "2022 жылғы 2 наурыздағы"),
        ("en", "1 250", "fr", "1 250,50"),
        ("en", "in 2022 and 5 20", "id", "in 2022 dan 520"),
    ],
)
def test_another_figure_is_another(one: str, text: str, other: str, different: str) -> None:
    assert figures(text, one) != figures(different, other)


def test_a_figure_in_words_is_known_where_the_language_has_words() -> None:
    assert said_in_words("5", "selama lima tahun", "id")
    assert said_in_words("5", "в течение пяти лет", "ru")
    assert not said_in_words("5", "for six years", "en")
    assert not said_in_words("5", "for five years", "xx")
    assert not said_in_words("2.5", "two and a half", "en")
