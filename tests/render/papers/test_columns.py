"""No column is so narrow that its heading is parted within a word: "Kaida" above "h"."""

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

from loi_cli.render.papers import PAPERS, render_html
from tests.render.papers.samples import DOSSIER, material

_LETTER, _MARGINS = 5.4, 10.8
"""The width of a bold letter of 10 points, as words have them, and what a cell's margins take; in points."""
_UPRIGHT, _TURNED = 453, 700
"""How wide the words of a page are."""

_SECTION = re.compile(r'<section class="paper([^"]*)".*?</section>', re.DOTALL)
_TABLE = re.compile(r'<table class="grid">\s*<colgroup>(.*?)</colgroup>\s*<thead>(.*?)</thead>', re.DOTALL)
_WITHOUT_A_UNIT = [name for name, paper in PAPERS.items() if not paper.needs_unit]


@pytest.mark.parametrize("language", ["id", "en", "ru", "be", "fr", "es"])
@pytest.mark.parametrize("name", _WITHOUT_A_UNIT)
def test_the_words_of_a_heading_fit_their_column(name: str, language: str) -> None:
    dossier = DOSSIER._replace(languages=(language, *(x for x in ("id", "en") if x != language)))
    html = render_html(name, replace(material(), dossier=dossier))
    assert [*_too_wide(html)] == []


def _too_wide(html: str) -> Iterator[tuple[str, str]]:
    for section in _SECTION.finditer(html):
        page = _TURNED if "landscape" in section[1] else _UPRIGHT
        for columns, head in _TABLE.findall(section[0]):
            widths = re.findall(r'<col style="width:([0-9.]+)%">', columns)
            headings = re.findall(r"<th[^>]*>(.*?)</th>", head)
            for width, heading in zip(widths, headings, strict=False):
                longest = max(re.findall(r"\w+", re.sub("<[^>]*>", "", heading)), key=len, default="")
                if len(longest) * _LETTER + _MARGINS > page * float(width) / 100:
                    yield width, longest
