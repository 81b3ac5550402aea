"""Property: whatever words a sender writes stand in the page exactly, once, and do nothing."""

from html.parser import HTMLParser

from hypothesis import given, settings
from hypothesis import strategies as st

from loi_cli.model.text import Kind
from loi_cli.model.words import tidy
from loi_cli.render.papers import render_html
from tests.render.builder import bracket, clause, material, version, words

HOSTILE = st.sampled_from(
    [
        *("{{ 7*7 }}", "{% for x in y %}", "{% raw %}", "{# no #}", "{{{{", "}}", "{0}", "{blank", "%s", "\\"),
        *("<b>", "</p>", "<!--", "-->", "<![CDATA[", "]]>", "&amp;", "&", "<script>", "a < b", "<w:p/>", '"', "'"),
        *("[agro: x]", "[", "]", "ﷺ", "\u00ad", "\N{NO-BREAK SPACE}", "e\u0301", "𝔘", "–"),
    ]
)
ANY = st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")), max_size=20)
WORDS = st.lists(st.one_of(HOSTILE, ANY), min_size=1, max_size=8).map(" ".join).map(tidy).filter(bool)


class _Reader(HTMLParser):
    """The text of the element with one id, and every element met."""

    def __init__(self, wanted: str) -> None:
        super().__init__()
        self.wanted, self.inside, self.found = wanted, False, ""
        self.tags: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.inside = self.inside or ("id", self.wanted) in attrs

    def handle_endtag(self, tag: str) -> None:
        if tag == "p":
            self.inside = False

    def handle_data(self, data: str) -> None:
        self.found += data if self.inside else ""


def read(html: str) -> tuple[str, list[str]]:
    reader = _Reader("loi-en-wish")
    reader.feed(html)
    reader.close()
    return reader.found, reader.tags


def literal(text: str) -> str:
    """Braces doubled, as a writer of an input writes those that are words."""
    return text.replace("{", "{{").replace("}", "}}")


@settings(max_examples=150, deadline=None)
@given(WORDS)
def test_words_stand_exactly_and_make_no_markup(text: str) -> None:
    plain_tags = read(render_html("loi", material(version(clause("wish", Kind.RECITAL, "x")))))[1]
    found, tags = read(render_html("loi", material(version(clause("wish", Kind.RECITAL, literal(text))))))
    assert found == text
    assert tags == plain_tags


@settings(max_examples=100, deadline=None)
@given(WORDS, WORDS)
def test_readings_of_a_bracket_stand_exactly(one: str, other: str) -> None:
    disputed = words("a ", bracket("b", ilmate=literal(one), agro=literal(other)), " c")
    found, _tags = read(render_html("loi", material(version(clause("wish", Kind.RECITAL, {"en": disputed})))))
    assert found == f"a [ilmate: {one}] [agro: {other}] c"


@settings(max_examples=100, deadline=None)
@given(WORDS, WORDS)
def test_a_redline_holds_the_words_of_both_versions(old: str, new: str) -> None:
    html = render_html(
        "redline",
        material(
            version(clause("wish", Kind.RECITAL, literal(new))),
            against=version(clause("wish", Kind.RECITAL, literal(old)), number=2),
        ),
    )
    assert accepted(html, "del") == new
    assert accepted(html, "ins") == old


class _Accepting(_Reader):
    def __init__(self, without: str) -> None:
        super().__init__("redline-en-wish")
        self.without, self.skipping = without, False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        super().handle_starttag(tag, attrs)
        self.skipping = self.skipping or tag == self.without

    def handle_endtag(self, tag: str) -> None:
        super().handle_endtag(tag)
        self.skipping = self.skipping and tag != self.without

    def handle_data(self, data: str) -> None:
        if not self.skipping:
            super().handle_data(data)


def accepted(html: str, without: str) -> str:
    reader = _Accepting(without)
    reader.feed(html)
    reader.close()
    return reader.found
