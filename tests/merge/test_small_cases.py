"""Every edit of a short text by two sides, exhaustively: what must hold for all merges holds for each of these."""

from collections.abc import Iterator
from itertools import combinations_with_replacement, permutations, product

from loi_cli.merge.scene import Scene, Wording
from loi_cli.merge.wording import merge_words
from loi_cli.model.words import Bracket, Run, Side, Words, agreed, shown
from tests.properties.drafting import UNITS, rules

SCENE = Scene(clause="aim", field="text.en", language="xx", rules=rules())


def merged(base: str, sides: tuple[str, ...], units: tuple[str, ...] = UNITS) -> Words:
    some = [Wording(Side(u, f"{u}-1"), agreed(text, f"{u}-1")) for u, text in zip(units, sides, strict=False)]
    return merge_words(agreed(base, "concept"), some, None, SCENE).words


def texts(longest: int) -> Iterator[str]:
    for length in range(longest + 1):
        for some in product("ab", repeat=length):
            yield " ".join(some)


def is_clean(words: Words) -> bool:
    return not any(isinstance(piece, Bracket) for piece in words)


def read(words: Words, unit: str) -> list[str]:
    """What a side finds of its own in the text."""
    out = ""
    for piece in words:
        if isinstance(piece, Run):
            out += piece.text
        else:
            text = next((r.text for r in piece.readings if unit in r.names), piece.base)
            out += piece.lead + text if text else ""
    return out.split()


def test_two_sides_of_every_text_of_three_words() -> None:
    known = list(texts(3))
    for base in known:
        for one, other in combinations_with_replacement(known, 2):
            words = merged(base, (one, other))
            # whose edit it is does not matter, only what it is
            swapped = merged(base, (other, one), (UNITS[1], UNITS[0]))
            assert swapped == words
            if base in (one, other):
                assert shown(words) == (one if other == base else other)
            elif one == other:
                assert shown(words) == one
            else:
                asked = {letter for text in (one, other) for letter in text.split()}
                assert set(read(words, UNITS[0])) <= asked | set(base.split())
                for k, text in enumerate((one, other)):
                    # no word that a side alone has is lost to it
                    assert set(text.split()) - set(base.split()) <= set(read(words, UNITS[k]))


def test_three_sides_in_every_order() -> None:
    known = list(texts(2))
    for base in ("a b", "a a", "b a b"):
        for sides in combinations_with_replacement(known, 3):
            named = list(zip(UNITS, sides, strict=False))
            found = {
                merged(base, tuple(t for _u, t in some), tuple(u for u, _t in some)) for some in permutations(named)
            }
            assert len(found) == 1


def test_a_single_side_is_returned_as_it_is() -> None:
    known = list(texts(4))
    for base in known:
        for side in known:
            assert shown(merged(base, (side,))) == side
