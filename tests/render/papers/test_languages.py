"""Which language a paper speaks, and that it has all its words in each."""

from dataclasses import replace

import pytest

from loi_cli.render.papers import PAPERS, render_html
from loi_cli.render.papers.chrome import language_of, worded
from tests.render.papers.samples import DOSSIER, MEET, material

MINE = (
    "agenda", "delegations", "matrix", "talking-points", "packet", "minutes", "agreed-minutes", "report", "actions"
)  # fmt: skip


def test_ours_speak_the_first_language_of_the_dossier_a_party_s_the_first_of_the_meeting() -> None:
    assert language_of(material()) == "id"
    assert language_of(material("BLR", meeting=MEET._replace(languages=("ru", "en")))) == "ru"
    assert language_of(material("BLR", meeting=None)) == "en"


def test_english_stands_in_for_a_language_without_words_and_is_called_so() -> None:
    assert language_of(material("BLR", meeting=MEET._replace(languages=("it",)))) == "en"


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"ru": "а", "en": "b"}, ("а", "ru")),
        ({"id": "a", "en": "b"}, ("b", "en")),
        ({"id": "a"}, ("a", "id")),
        ({}, ("", "ru")),
    ],
)
def test_a_title_falls_back_to_english_then_to_any_language(given: dict[str, str], expected: tuple[str, str]) -> None:
    found = worded(given, "ru")
    assert (found["text"], found["lang"]) == expected


@pytest.mark.parametrize("language", ["id", "en", "ru", "be", "fr", "es", "ar", "zh", "it"])
@pytest.mark.parametrize("name", MINE)
def test_our_papers_can_be_made_in_every_language(name: str, language: str) -> None:
    dossier = DOSSIER._replace(languages=(language, *(x for x in ("id", "en") if x != language)))
    assert render_html(name, replace(material(), dossier=dossier))


@pytest.mark.parametrize("language", ["id", "en", "ru", "be", "fr", "es", "ar", "zh", "it"])
@pytest.mark.parametrize("name", [name for name in MINE if PAPERS[name].for_party])
def test_papers_for_a_party_too(name: str, language: str) -> None:
    assert render_html(name, material("BLR", meeting=MEET._replace(languages=(language,))))
