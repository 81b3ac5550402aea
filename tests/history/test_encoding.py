"""What the hash of a text covers: the words, whoever brought them."""

from dataclasses import replace

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
    assert hash_of(replace(CLAUSE, text={"en": by_one}, by=("agro-1",), seen={"en": {"id": "0"}})) == hash_of(CLAUSE)


def test_every_word_place_and_dispute_counts() -> None:
    others = [
        replace(CLAUSE, id="aims"),
        replace(CLAUSE, kind=Kind.RECITAL),
        replace(CLAUSE, parent="areas"),
        replace(CLAUSE, heading={"en": WORDS}),
        replace(CLAUSE, text={"id": WORDS}),
        replace(CLAUSE, text={"en": WORDS[:-1]}),
        replace(CLAUSE, text={"en": (*WORDS[:2], BRACKET._replace(base="foster"), WORDS[3])}),
        replace(CLAUSE, exists=BRACKET),
        replace(CLAUSE, place=BRACKET),
    ]
    assert len({hash_of(one) for one in (CLAUSE, *others)}) == len(others) + 1


def test_everything_reads_back() -> None:
    text = Text((replace(CLAUSE, exists=BRACKET._replace(base_by=()), place=BRACKET._replace(base_by=())),))
    assert decoded_text(words_of_text(text), provenance_of_text(text)) == text
