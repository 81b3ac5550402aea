"""Every word of a merge is signed by all who asked for it, and by nobody else: known from how the edits were made."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from loi_cli.merge.scene import Scene, Wording
from loi_cli.merge.wording import merge_words
from loi_cli.model.words import Run, Side, agreed
from tests.properties.drafting import UNITS, rules

SCENE = Scene(clause="aim", field="text.xx", language="xx", rules=rules())


def negotiated(chance: Random) -> tuple[str, dict[str, str], dict[str, set[str]]]:
    """A text, what each unit makes of it, and for each new word who asks for it.

    Some words repeat, so that it is not plain which of them stayed. Edits are far enough apart to be read as several;
    each is made by one unit or by several alike.
    """
    base = [f"w{k}" if chance.random() < 0.6 else chance.choice("abcde") for k in range(chance.randint(8, 60))]
    texts = {unit: list(base) for unit in UNITS}
    asked: dict[str, set[str]] = {}
    places = []
    at = chance.randint(0, 3)
    while at < len(base) - 4:
        places.append((at, at + chance.choice((0, 1, 1, 2, 3))))
        at = places[-1][1] + chance.randint(4, 9)
    for start, end in reversed(places):
        new = [f"n{start}x{k}" for k in range(chance.choice((0, 1, 1, 2, 3)))]
        units = chance.sample(UNITS, chance.choice((1, 1, 2, 3)))
        for unit in units:
            texts[unit][start:end] = new
        asked |= {word: {f"{unit}-1" for unit in units} for word in new}
    return " ".join(base), {unit: " ".join(words) for unit, words in texts.items()}, asked


@given(st.randoms(use_true_random=False))
def test_every_word_is_signed_by_those_who_asked_for_it(chance: Random) -> None:
    base, texts, asked = negotiated(chance)
    wordings = [Wording(Side(unit, f"{unit}-1"), agreed(text, f"{unit}-1")) for unit, text in texts.items()]
    for piece in merge_words(agreed(base, "concept"), wordings, None, SCENE).words:
        assert isinstance(piece, Run), "nobody contradicts anybody"
        for word in piece.text.split():
            assert set(piece.by) == asked.get(word, {"concept"}), (word, piece)
