"""Laws of merging the words of one clause."""

import re
from collections import Counter
from collections.abc import Sequence
from random import Random

from hypothesis import assume, given
from hypothesis import strategies as st

from loi_cli.merge.comparison import Op, word_diff
from loi_cli.merge.cutting import cut
from loi_cli.merge.edits import edits
from loi_cli.merge.original import Original
from loi_cli.merge.scene import Scene, Wording
from loi_cli.merge.tokens import Token, spelled, tokens_of, words_of
from loi_cli.merge.wording import MergedWords, merge_words
from loi_cli.model.conflicts import conflicts_of_clause
from loi_cli.model.text import Clause, Kind
from loi_cli.model.words import Bracket, Reading, Run, Side, Words, agreed, shown, tidy
from tests.properties.drafting import UNITS, rewordings, rules, sentences

languages = st.sampled_from(("en", "id", "ru", "zh", "xx"))
letters = st.characters(exclude_categories=("Cs", "Cc", "Cf", "Cn", "Co", "Zl", "Zp"))
texts = st.one_of(st.text(letters), sentences).map(tidy)


@st.composite
def sided(draw: st.DrawFn) -> tuple[str, list[str]]:
    """A base and what up to four units want it to be."""
    base = draw(sentences)
    return base, draw(st.lists(rewordings(base), min_size=1, max_size=4))


def merge(base: str, sides: list[str], outsider: bool = False) -> MergedWords:
    return merge_words(agreed(base, "concept"), wordings(sides, UNITS, outsider), None, scene())


def wordings(sides: Sequence[str], units: Sequence[str], outsider: bool = False) -> list[Wording]:
    names = [f"{unit}-1" for unit in units]
    some = zip(units, names, sides, strict=False)
    return [Wording(Side(unit, name), agreed(words, name), outsider) for unit, name, words in some]


def scene(language: str = "en") -> Scene:
    return Scene(clause="aim", field="text.en", language=language, rules=rules())


@given(texts, languages)
def test_tokens_joined_are_the_very_text(text: str, language: str) -> None:
    assert "".join(cut(text, language)) == (" " + text if text else "")


@st.composite
def bracketed(draw: st.DrawFn) -> Words:
    """Words of several hands with brackets among them, as a text keeps them."""
    pieces: list[Run | Bracket] = []
    for _piece in range(draw(st.integers(0, 4))):
        if draw(st.booleans()):
            words = " ".join(draw(st.lists(st.sampled_from(("the", "Parties,", "20 February 2022")), min_size=1)))
            pieces.append(Run((" " if pieces else "") + words, (draw(st.sampled_from(UNITS)),)))
        else:
            readings = draw(st.lists(st.sampled_from(("promote", "develop further", "")), min_size=1, unique=True))
            sides = tuple(Reading(text, (Side(UNITS[k], f"{UNITS[k]}-1"),)) for k, text in enumerate(readings))
            pieces.append(Bracket(draw(st.sampled_from(("", "foster"))), sides, " " if pieces else "", ("concept",)))
    return tuple(pieces)


@given(bracketed(), languages)
def test_words_survive_their_tokens(words: Words, language: str) -> None:
    back = words_of(tokens_of(words, language))
    assert shown(back) == shown(words)
    assert [p for p in back if isinstance(p, Bracket)] == [p for p in words if isinstance(p, Bracket)]
    assert _by_letter(back) == _by_letter(words)


def _by_letter(words: Words) -> list[tuple[str, tuple[str, ...]]]:
    return [(letter, piece.by) for piece in words if isinstance(piece, Run) for letter in piece.text if letter != " "]


@given(texts, texts, languages)
def test_a_diff_gives_both_texts_back(old: str, new: str, language: str) -> None:
    hunks = word_diff(agreed(old, "a"), agreed(new, "b"), language)
    assert "".join(h.text for h in hunks if h.op is not Op.IN) == old
    assert "".join(h.text for h in hunks if h.op is not Op.OUT) == new


@given(sided())
def test_a_diff_of_a_rewording_gives_both_texts_back(pair: tuple[str, list[str]]) -> None:
    old, [new, *_rest] = pair
    hunks = word_diff(agreed(old, "a"), agreed(new, "b"), "en")
    assert "".join(h.text for h in hunks if h.op is not Op.IN) == old
    assert "".join(h.text for h in hunks if h.op is not Op.OUT) == new


@given(sided())
def test_edits_never_touch_and_lead_to_the_side(pair: tuple[str, list[str]]) -> None:
    base, [side, *_rest] = pair
    a, b = tokens_of(agreed(base, "x"), "en"), tokens_of(agreed(side, "y"), "en")
    out: list[Token] = []
    done = 0
    for edit in edits(a, b, "en"):
        assert edit.start >= done
        assert (edit.start, edit.end) != (edit.end, edit.start) or edit.new, "an edit changes something"
        out += [*a[done : edit.start], *edit.new]
        done = edit.end
    assert [t.text for t in [*out, *a[done:]]] == [t.text for t in b]


@given(sided())
def test_one_side_alone_returns_itself(pair: tuple[str, list[str]]) -> None:
    base, [side, *_rest] = pair
    assert shown(merge(base, [side]).words) == side


@given(sided())
def test_equal_sides_fold(pair: tuple[str, list[str]]) -> None:
    base, [side, *_rest] = pair
    result = merge(base, [side, side, side])
    assert shown(result.words) == side
    names = {name for piece in result.words if isinstance(piece, Run) for name in piece.by}
    assert names <= {"concept", "ilmate-1", "agro-1", "ikft-1"}


@given(sided(), st.randoms())
def test_the_order_of_sides_never_matters(pair: tuple[str, list[str]], chance: Random) -> None:
    base, sides = pair
    some = wordings(sides, UNITS)
    shuffled = list(some)
    chance.shuffle(shuffled)
    start = agreed(base, "concept")
    assert merge_words(start, some, None, scene()).words == merge_words(start, shuffled, None, scene()).words


def of_one_unit(sides: Sequence[str]) -> list[Wording]:
    names = [f"ilmate-1.{k + 2}" for k in range(len(sides))]
    return [Wording(Side("ilmate", name), agreed(words, name)) for name, words in zip(names, sides, strict=True)]


@given(sided(), st.randoms())
def test_the_order_of_inputs_of_one_unit_never_matters(pair: tuple[str, list[str]], chance: Random) -> None:
    base, sides = pair
    some = [*of_one_unit(sides), *wordings(sides[:1], UNITS[1:])]
    shuffled = list(some)
    chance.shuffle(shuffled)
    start = agreed(base, "concept")
    assert merge_words(start, some, None, scene()).words == merge_words(start, shuffled, None, scene()).words


@given(st.lists(st.integers(0, 3), min_size=1, max_size=12), st.permutations(range(4)))
def test_inputs_of_one_unit_add_up_where_they_touch(lengths: list[int], order: list[int]) -> None:
    """Words side by side are changed by one of three inputs, or by none: together they change all of these."""
    who = [order[n] for n in sorted(lengths)]
    base = [f"word{k}" for k in range(len(who))]
    sides = [" ".join(f"new{k}" if n == one else w for k, (w, n) in enumerate(zip(base, who, strict=True)))
             for one in range(3)]  # fmt: skip
    words = merge_words(agreed(" ".join(base), "concept"), of_one_unit(sides), None, scene()).words
    assert shown(words) == " ".join(f"new{k}" if n < 3 else w for k, (w, n) in enumerate(zip(base, who, strict=True)))


@given(sided())
def test_a_merged_text_merged_again_is_itself(pair: tuple[str, list[str]]) -> None:
    base, sides = pair
    words = merge(base, sides).words
    assume(not any(isinstance(piece, Bracket) for piece in words))
    assert shown(merge(base, [shown(words), shown(words)]).words) == shown(words)
    assert shown(merge(shown(words), [shown(words)]).words) == shown(words)


def _count(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+(?:\.\w+)*", text))


@given(sided())
def test_no_word_is_invented_and_no_new_word_is_lost(pair: tuple[str, list[str]]) -> None:
    base, sides = pair
    words = merge(base, sides).words
    spoken = _count(" ".join(_all_readings(words)))
    given_words = _count(base).keys() | {word for side in sides for word in _count(side)}
    assert spoken.keys() <= given_words
    for side in sides:
        assert _count(side).keys() - _count(base).keys() <= spoken.keys()


@given(sided())
def test_no_word_that_all_keep_is_lost(pair: tuple[str, list[str]]) -> None:
    base, sides = pair
    kept = [word for word, times in _count(base).items() if times == 1 and all(_count(s)[word] == 1 for s in sides)]
    assert set(kept) <= _count(" ".join(_all_readings(merge(base, sides).words))).keys()


def _all_readings(words: Words) -> list[str]:
    out = []
    for piece in words:
        out += [piece.text] if isinstance(piece, Run) else [reading.text for reading in piece.readings]
    return out


@given(sided())
def test_each_side_finds_its_own_text_in_the_brackets(pair: tuple[str, list[str]]) -> None:
    """Read with one side's reading everywhere, its words stand in their order, as far as others left them alone."""
    base, sides = pair
    result = merge(base, sides).words
    for unit, side in zip(UNITS, sides, strict=False):
        read = _read_by(result, unit)
        fresh = Counter({word: times for word, times in _count(side).items() if word not in _count(base)})
        assert fresh <= _count(read), read


def _read_by(words: Words, unit: str) -> str:
    parts = []
    for piece in words:
        if isinstance(piece, Run):
            parts.append(piece.text)
            continue
        mine = [r.text for r in piece.readings if unit in r.names]
        text = mine[0] if mine else piece.base
        parts.append(piece.lead + text if text else "")
    return "".join(parts)


@given(sided())
def test_an_outsider_never_changes_agreed_words(pair: tuple[str, list[str]]) -> None:
    base, [side, *_rest] = pair
    result = merge(base, [side], outsider=True).words
    read = _read_by(result, "IDN")
    assert tidy(read) == tidy(base)
    assert tidy(_read_by(result, UNITS[0])) == tidy(side)


@given(sided(), st.permutations(UNITS))
def test_the_id_of_a_conflict_holds_no_names(pair: tuple[str, list[str]], others: list[str]) -> None:
    base, sides = pair

    def ids(names: list[str]) -> list[str]:
        words = merge_words(agreed(base, "concept"), wordings(sides, names), None, scene()).words
        return [c.id for c in conflicts_of_clause(Clause(id="aim", kind=Kind.ARTICLE, text={"en": words}))]

    assert ids(list(UNITS)) == ids(others)


@given(sided())
def test_brackets_start_from_the_base(pair: tuple[str, list[str]]) -> None:
    """With every bracket read as the words it started from, and nothing merged around it, the base comes back."""
    base, sides = pair
    words = merge(base, sides, outsider=True).words
    tokens = tokens_of(words, "en")
    assert tidy(spelled(tokens)) == tidy(base)


_PIECES = (
    "5",
    "the",
    "20",
    "February",
    "2022",
    ",",
    "May",
    "2.5",
    "%",
    "{@areas}",
    "https",
    "://",
    "@",
    "a.b/c",
    "{",
    "}",
    "dan",
    "trucks",
    ".",
    "5,",
)


@st.composite
def copies(draw: st.DrawFn) -> tuple[str, str]:
    """A text of what may join to dates and figures, and the same with some of it otherwise."""
    some = st.lists(st.sampled_from(_PIECES), max_size=4)
    words = [*draw(st.lists(st.sampled_from(_PIECES), min_size=1, max_size=24)), *draw(st.permutations(_PIECES * 3))]
    start = draw(st.integers(0, len(words)))
    other = [*words[:start], *draw(some), *words[start + draw(st.integers(0, 3)) :]]
    blank = draw(st.sampled_from((" ", " ", "")))
    return tidy(blank.join(words)), tidy(blank.join(other))


@given(st.one_of(copies(), st.tuples(texts, texts)), languages)
def test_only_what_differs_is_cut_and_the_tokens_are_the_same(pair: tuple[str, str], language: str) -> None:
    text, other = pair
    original = Original.of(agreed(text, "concept"), language)
    copy = original.copy(agreed(other, "ilmate-1"))
    assert list(copy.texts) == cut(other, language)
    assert list(copy.texts[: copy.head]) == cut(text, language)[: copy.head]
    assert copy.head + copy.tail <= min(len(original.texts), len(copy.texts))
