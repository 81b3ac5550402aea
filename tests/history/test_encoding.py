"""What the hash of a text covers: the words, whoever brought them."""

import pytest

from loi_cli.history.encoding import decoded_text, provenance_of_text, text_hash, words_of_text
from loi_cli.model.text import Clause, Kind, Text
from loi_cli.model.words import Bracket, Reading, Run, Side, Words

BRACKET = Bracket("promote", (Reading("develop", (Side("agro", "agro-1"),)),), " ", ("concept",))
SHALL = Run("shall", ("agro-1", "ikft-1"))
WORDS: Words = (Run("The Parties ", ("concept",)), SHALL, BRACKET, Run(" trade", ("concept",)))
CLAUSE = Clause(id="aim", kind=Kind.ARTICLE, text={"en": WORDS}, seen={"en": {}}, by=("concept",))


def hash_of(clause: Clause) -> str:
    return text_hash(Text((clause,)))


def test_who_brought_the_words_does_not_count() -> None:
    by_one = (Run("The Parties shall", ("ilmate-1",)), BRACKET, Run(" trade", ("agro-1",)))
    assert hash_of(CLAUSE._replace(text={"en": by_one}, by=("agro-1",), seen={"en": {"id": "0"}})) == hash_of(CLAUSE)


def test_every_word_place_and_dispute_counts() -> None:
    others = [
        CLAUSE._replace(id="aims"),
        CLAUSE._replace(kind=Kind.RECITAL),
        CLAUSE._replace(parent="areas"),
        CLAUSE._replace(heading={"en": WORDS}),
        CLAUSE._replace(text={"id": WORDS}),
        CLAUSE._replace(text={"en": WORDS[:-1]}),
        CLAUSE._replace(text={"en": (*WORDS[:2], BRACKET._replace(base="foster"), WORDS[3])}),
        CLAUSE._replace(exists=BRACKET),
        CLAUSE._replace(place=BRACKET),
    ]
    assert len({hash_of(one) for one in (CLAUSE, *others)}) == len(others) + 1


def test_everything_reads_back() -> None:
    text = Text((CLAUSE._replace(exists=BRACKET._replace(base_by=()), place=BRACKET._replace(base_by=())),))
    assert decoded_text(words_of_text(text), provenance_of_text(text)) == text


def test_provenance_is_by_stretches_of_letters_and_brackets_have_none() -> None:
    (stretches,) = [origin["text"]["en"] for origin in provenance_of_text(Text((CLAUSE,))).values()]
    assert stretches == [[12, ["concept"]], [5, ["agro-1", "ikft-1"]], [0, ["concept"]], [6, ["concept"]]]


def test_words_without_provenance_are_no_text() -> None:
    provenance = provenance_of_text(Text((CLAUSE,)))
    provenance["aim"]["text"]["en"].pop()
    with pytest.raises(ValueError, match="words without provenance"):
        decoded_text(words_of_text(Text((CLAUSE,))), provenance)
