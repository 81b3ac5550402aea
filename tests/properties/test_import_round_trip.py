"""Any text that we print and read again is the same text: the same clauses, the same words, the same paper."""

from collections.abc import Iterator
from datetime import datetime
from functools import cache

from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from loi_cli.files.packed import templates_folder
from loi_cli.intake.importing.importing import import_draft
from loi_cli.model.text import Clause, Kind, Text
from loi_cli.model.words import shown
from loi_cli.render.layout import Layout
from loi_cli.render.papers import render_html
from loi_cli.word.reader import read_docx
from loi_cli.word.taken import Taken, plain
from loi_cli.word.writer import write_docx
from tests.render.builder import clause, dossier, material, version

_SPEECH = {
    "en": "the Parties shall promote industrial cooperation in automotive and agro sectors of Indonesia",
    "id": "Para Pihak memajukan kerja sama industri yang saling menguntungkan di bidang otomotif dan agro",
    "ru": "Стороны намерены развивать промышленное сотрудничество в области торговли и на основе равенства",
}
LANGUAGES = {language: words.split() for language, words in _SPEECH.items()}
BELOW = {
    Kind.RECITAL: [Kind.ITEM],
    Kind.ARTICLE: [Kind.PARAGRAPH, Kind.ITEM],
    Kind.PARAGRAPH: [Kind.ITEM],
    Kind.ITEM: [Kind.ITEM],
    Kind.TESTIMONIUM: [Kind.ITEM],
    Kind.ANNEX: [Kind.PARAGRAPH, Kind.ITEM],
}


@st.composite
def sentences(draw: DrawFn, language: str, ends: str = ".;:") -> str:
    words = draw(st.lists(st.sampled_from(LANGUAGES[language]), min_size=2, max_size=12))
    return " ".join(words) + (draw(st.sampled_from(ends)) if ends else "")


@st.composite
def clauses(draw: DrawFn, kind: Kind, parent: str | None, name: str, languages: tuple[str, ...]) -> list[Clause]:
    """A clause with all below it. One kind of child at a time: which of two lists a paper means cannot be seen."""
    heading = {}
    if kind in (Kind.ARTICLE, Kind.ANNEX) and draw(st.booleans()):
        heading = {language: draw(sentences(language, "")).capitalize() for language in languages}
    depth = name.count(".")
    below = draw(st.integers(0, 2)) if depth < 4 else 0
    says = not (kind in (Kind.ARTICLE, Kind.ANNEX) and below and draw(st.booleans()))
    text = {language: draw(sentences(language)) for language in languages} if says else {}
    if kind is Kind.RECITAL:
        text = {language: f"{'NOTING' if language != 'ru' else 'ОТМЕЧАЯ'} {words}" for language, words in text.items()}
    made = [clause(name, kind, text, heading, parent)]
    child = draw(st.sampled_from(BELOW[kind]))
    for number in range(below):
        made += draw(clauses(child, name, f"{name}.{'abc'[number]}", languages))
    return made


@st.composite
def texts(draw: DrawFn, languages: tuple[str, ...]) -> Text:
    """Recitals, articles, closing words, annexes, in their order."""
    made: list[Clause] = []
    for kind, least, most in ((Kind.RECITAL, 0, 3), (Kind.ARTICLE, 1, 4), (Kind.TESTIMONIUM, 0, 2), (Kind.ANNEX, 0, 2)):
        for number in range(draw(st.integers(least, most))):
            made += draw(clauses(kind, None, f"{kind.value}{number}", languages))
    return Text(tuple(made))


@cache
def reference() -> bytes:
    return (templates_folder() / "reference.docx").read_bytes()


def printed(text: Text, languages: tuple[str, ...], layout: Layout) -> bytes:
    what = material(version(*text.clauses), dossier(*languages), *languages, layout=layout)
    return write_docx(render_html("loi", what), reference=reference(), made=datetime(2022, 1, 20))


def outline(text: Text) -> Iterator[tuple[str, str, str | None, dict[str, str], dict[str, str]]]:
    for one in text:
        heading = {language: shown(words) for language, words in one.heading.items()}
        yield one.id, one.kind.value, one.parent, heading, {k: shown(words) for k, words in one.text.items()}


@given(st.sampled_from([("en",), ("id", "en"), ("id", "en", "ru")]), st.sampled_from(list(Layout)[:2]), st.data())
def test_what_is_printed_comes_back(languages: tuple[str, ...], layout: Layout, data: st.DataObject) -> None:
    text = data.draw(texts(languages))
    paper = printed(text, languages, layout)
    back = import_draft(paper, "loi.docx", dossier(*languages), ())
    assert list(outline(back.text)) == list(outline(text))
    again = printed(back.text, languages, layout)
    assert plain(read_docx(again), Taken.ALL) == plain(read_docx(paper), Taken.ALL)
    assert not back.doubts
