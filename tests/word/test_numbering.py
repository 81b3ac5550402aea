"""Numbers are live, and what Word shows is exactly the label that the HTML gave."""

from hypothesis import given, settings
from hypothesis import strategies as st

from loi_cli.model.numbering import letters, roman
from loi_cli.word.markup import w
from loi_cli.word.numbering import FORMATS
from tests.word.counting import labels
from tests.word.opened import style_of, whole, words, written
from tests.word.sample import SAMPLE, label, parallel

_WAYS = (("decimal", "Article {}"), ("decimal", "({})"), ("lowerLetter", "{})"), ("lowerRoman", "({})"))


def test_articles_paragraphs_and_items() -> None:
    opened = written(parallel(2, ("id", "ru")) + parallel(3, ("id", "ru")))
    assert labels(opened) == [
        *("Pasal 2", "Статья 2", "", "", "(1)", "(1)", "(2)", "(2)", "(a)", "(a)", "(b)", "(b)", "(c)", "(c)"),
        *("Pasal 3", "Статья 3", "", "", "(1)", "(1)", "(2)", "(2)"),
    ]
    assert not any(text.startswith(("Pasal", "Статья", "(")) for text in opened.texts())


def test_a_number_alone_on_its_line_has_nothing_after_it() -> None:
    opened = written(f'<p class="article">{label("Article 1", 0, 1)}</p><p class="article-heading">Purpose</p>')
    first, second = opened.paragraphs()
    assert (style_of(first), words(first), style_of(second)) == ("Article", "", "ArticleHeading")
    levels = opened.parts["word/numbering.xml"].iter(w("lvl"))
    assert [(level.find(w("lvlText")).get(w("val")), level.find(w("suff")).get(w("val"))) for level in levels] == [  # type: ignore[union-attr]
        ("Article %1", "nothing")
    ]


def test_one_list_as_long_as_word_counts_right() -> None:
    opened = written("".join(f"<p>{label(f'{n}.', 0, n)} x</p>" for n in range(1, 40)))
    assert len(list(opened.parts["word/numbering.xml"].iter(w("num")))) == 1


def test_a_clause_left_out_starts_anew() -> None:
    opened = written("".join(f"<p>{label(f'{n}.', 0, n)} x</p>" for n in (1, 2, 5, 6, 1)))
    assert labels(opened) == ["1.", "2.", "5.", "6.", "1."]
    assert len(list(opened.parts["word/numbering.xml"].iter(w("num")))) == 3


def test_higher_numbers_in_a_label_are_live_too() -> None:
    opened = written(
        f"<p>{label('1', 0, 1)} x</p><p>{label('1.1', 1, 1)} x</p><p>{label('1.2', 1, 2)} x</p>"
        f"<p>{label('2', 0, 2)} x</p><p>{label('2.1', 1, 1)} x</p>"
    )
    assert labels(opened) == ["1", "1.1", "1.2", "2", "2.1"]
    texts = {level.find(w("lvlText")).get(w("val")) for level in opened.parts["word/numbering.xml"].iter(w("lvl"))}  # type: ignore[union-attr]
    assert texts == {"%1", "%1.%2"}


def test_labels_without_a_number_stand_as_typed() -> None:
    opened = written('<p class="label-line"><span class="label">To</span> the Minister</p>')
    assert opened.texts() == ["To\tthe Minister"]


def test_a_percent_sign_in_a_label_is_no_number_of_word() -> None:
    opened = written(f"<p>{label('1%2', 0, 1)} x</p>")
    assert labels(opened) == [""] and opened.texts() == ["1%2\tx"]


def test_lists_count_for_themselves() -> None:
    opened = written(
        "<ol><li>a<ol><li>b</li><li>c</li></ol></li><li>d</li></ol><p>x</p>"
        '<ol><li>e</li></ol><ol type="I" start="4"><li><p>f</p><p>g</p></li></ol><ul><li>h</li></ul>'
    )
    assert labels(opened) == ["1.", "a.", "b.", "2.", "", "1.", "IV.", "", "•"]
    assert opened.texts() == ["a", "b", "c", "d", "x", "e", "f", "g", "h"]


def test_the_sample_shows_every_label() -> None:
    shown = [text for text in labels(whole(SAMPLE)) if text]
    assert shown[:3] == ["Pasal 1", "Article 1", "Статья 1"] and "Article 7" in shown and "(3)" in shown


@given(
    st.lists(
        st.tuples(st.integers(0, 3), st.integers(0, 9), st.integers(1, 60), st.sampled_from(("en", "id"))),
        min_size=1,
        max_size=30,
    )
)
@settings(max_examples=150, deadline=None)
def test_any_order_of_levels_and_numbers_shows_the_labels(steps: list[tuple[int, int, int, str]]) -> None:
    """Mostly the next number, sometimes a jump: as clauses left out, moved and put back make it."""
    counts: dict[tuple[str, int], int] = {}
    blocks, expected = [], []
    for level, chance, jump, lang in steps:
        number = jump if chance == 0 else counts.get((lang, level), 0) + 1
        counts[lang, level] = number
        for lower in range(level + 1, 4):
            counts.pop((lang, lower), None)
        format_, way = _WAYS[level]
        text = way.format(FORMATS[format_](number))
        blocks.append(f'<p lang="{lang}">{label(text, level, number, format_)} x</p>')
        expected.append(text)
    assert labels(written("".join(blocks))) == expected


@given(st.lists(st.tuples(st.integers(0, 2), st.booleans(), st.integers(1, 30)), min_size=1, max_size=30))
@settings(max_examples=150, deadline=None)
def test_any_order_of_labels_that_name_the_number_above(steps: list[tuple[int, bool, int]]) -> None:
    numbers = [0, 0, 0]
    blocks, expected = [], []
    for level, leap, jump in steps:
        numbers[level] = jump if leap else numbers[level] + 1
        numbers[level + 1 :] = [0] * (2 - level)
        text = ".".join(str(number) for number in numbers[: level + 1])
        blocks.append(f"<p>{label(text, level, numbers[level])} x</p>")
        expected.append(text)
    assert labels(written("".join(blocks))) == expected


def test_letters_and_roman_numbers_are_words_own() -> None:
    assert [letters(n) for n in (1, 26, 27, 53)] == ["a", "z", "aa", "aaa"] and roman(14) == "xiv"
