"""A section written for one file and put into another gives the very bytes that it has when it is written there."""

import io
import itertools
import zipfile

import pytest

from loi_cli.word.bodies import Bodies
from loi_cli.word.vocabulary import UnknownMarkup
from loi_cli.word.writer import write_docx
from tests.word.opened import MADE, REFERENCE
from tests.word.sample import SAMPLE, label

_CHANGE = 'data-author="BLR" data-date="2022-01-31T09:30:00+07:00"'
_HEAD, _, _REST = SAMPLE.partition("<section")
_SAMPLED = [f"<section{section}" for section in _REST.rsplit("</section>", 1)[0].split("<section")]
_SAMPLED[-1] += "</section>"

_NAMED = (
    '<section class="paper"><header><p id="head-a">Head</p></header>'
    f'<p class="article" id="one.a">{label("Article 1", 0, 1)}</p><p class="paragraph">{label("(3)", 1, 3)} words</p>'
    f'<p>see <a class="ref" href="#one.a">Article 1</a></p><ol><li>first<ol><li>inner</li></ol></li></ol></section>'
)
_ALIKE = (
    f'<section class="paper landscape"><p id="one-a">the same name in Word</p>{"<ul><li>point</li></ul>" * 2}</section>'
)
_CHANGED = (
    f'<section class="paper" id="changed"><p data-change="inserted" {_CHANGE} title="so that all can">new</p>'
    f'<p>old <del {_CHANGE} title="why not">words</del> <ins {_CHANGE}>text</ins></p>'
    f'<p data-change="deleted" {_CHANGE}>the last goes</p></section>'
)
_MOVED = (
    f'<section class="paper"><div data-change="moved-from" data-move="m" {_CHANGE}><p>moved</p></div><p>between</p>'
    f'<div data-change="moved-to" data-move="m" {_CHANGE}><p>moved</p></div></section>'
)
_NOTED = '<section class="paper"><p>a word<span class="footnote">its note</span></p></section>'
_TABLED = (
    '<section class="paper"><table class="grid"><tr><td id="in-a-cell">a table ends it</td></tr></table></section>'
)
_OWN = (_NAMED, _ALIKE, _CHANGED, _MOVED, _NOTED, _TABLED)


def whole(*sections: str) -> str:
    return f"{_HEAD}{''.join(sections)}</body></html>"


def written(html: str, bodies: Bodies | None = None) -> bytes:
    return write_docx(html, reference=REFERENCE, made=MADE, written=bodies)


def test_a_file_of_known_bodies_has_the_bytes_of_a_new_one() -> None:
    bodies: Bodies = {}
    for some in (*itertools.permutations(_OWN, 2), _OWN, _OWN[::-1], _SAMPLED, (*_OWN, *_SAMPLED)):
        html = whole(*some)
        made = written(html, bodies)
        assert made == written(html)
        with zipfile.ZipFile(io.BytesIO(made)) as package:
            assert not any(b"\0" in package.read(name) for name in package.namelist()), "no number is left open"
    assert len(bodies) < 3 * len((*_OWN, *_SAMPLED)), "most were there already"


def test_a_section_may_get_another_bookmark_in_another_file() -> None:
    bodies: Bodies = {}
    for id_ in ("", ' id="packet-loi"', ' id="other"'):
        html = whole(_ALIKE.replace("<section", f"<section{id_}"), _NAMED)
        assert written(html, bodies) == written(html)
    assert len(bodies) == 2


def test_what_moved_twice_is_a_fault_also_of_a_known_body() -> None:
    bodies: Bodies = {}
    written(whole(_MOVED), bodies)
    with pytest.raises(UnknownMarkup, match="a second data-move"):
        written(whole(_MOVED, _MOVED), bodies)


def test_what_another_language_says_is_not_taken_for_the_same() -> None:
    bodies: Bodies = {}
    for language in ("en", "ru", "ar"):
        html = whole(_NAMED).replace('<html lang="en">', f'<html lang="{language}">')
        assert written(html, bodies) == written(html)
