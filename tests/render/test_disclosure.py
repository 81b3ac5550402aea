"""What a party may see of a text, and what we say that it does not."""

from loi_cli.model.conflicts import ABSENT, DELETED, STANDS
from loi_cli.model.text import Clause, Kind, Text
from loi_cli.model.words import Bracket, Run, shown
from loi_cli.render.disclosure import Uneven, held_back, uneven, visible
from tests.render.builder import bracket, clause, dossier, words


def seen(one: Clause) -> str:
    (clause_,) = visible(Text((one,)), "BLR", dossier())
    return shown(clause_.text["en"])


def held(*clauses: Clause) -> tuple[str, ...]:
    return held_back(Text(clauses), "BLR", dossier())


def article(*pieces: str | Bracket, exists: Bracket | None = None, place: Bracket | None = None) -> Clause:
    return clause("aim", Kind.ARTICLE, {"en": words(*pieces)}, exists=exists, place=place)


def test_agreed_words_pass() -> None:
    it = article("to trade")
    assert seen(it) == "to trade"
    assert held(it) == ()


def test_our_dispute_reads_as_it_began() -> None:
    it = article("to", bracket("help", " ", ilmate="promote", agro="develop"), " trade")
    assert seen(it) == "to help trade"
    assert held(it) == ("aim",)


def test_words_that_only_our_side_adds_are_not_there() -> None:
    assert seen(article("to trade", bracket("", " ", ilmate="freely", agro="fairly"), ".")) == "to trade."


def test_a_dispute_with_the_party_shows_both_and_names_no_unit() -> None:
    it = article("to", bracket("help", " ", ilmate="promote", agro="advance", BLR="develop"), " trade")
    assert seen(it) == "to [IDN: help] [BLR: develop] trade"
    assert held(it) == ("aim",)


def test_beside_the_party_s_reading_stands_what_all_our_sides_agree_on() -> None:
    it = article("to", bracket("help", " ", ilmate="promote", BLR="develop"), " trade")
    assert seen(it) == "to [IDN: promote] [BLR: develop] trade"
    assert held(it) == ()


def test_a_place_that_the_party_wants_is_shown_and_what_one_of_our_units_wants_is_not() -> None:
    it = article("on trade", place=bracket("first", ilmate="after b", agro="after c", BLR="after d"))
    (clear,) = visible(Text((it,)), "BLR", dossier())
    assert clear.place is not None
    assert clear.place.shown == "[IDN: first] [BLR: after d]"
    assert held(it) == ("aim",)


def test_a_place_is_never_told_by_a_clause_that_the_party_does_not_know_of() -> None:
    new = clause("new", Kind.ARTICLE, "secret", exists=bracket(ABSENT, ilmate="en: secret", agro="en: other"))
    for place in (bracket("after new", BLR="first"), bracket("in x", ilmate="after new", BLR="first")):
        (clear,) = visible(Text((new, article("on trade", place=place))), "BLR", dossier())
        assert clear.place is not None
        assert "new" not in repr(clear.place)
        assert [r.text for r in clear.place.readings if "BLR" in r.names] == ["first"]


def test_a_deletion_that_the_party_wants_of_disputed_words_is_said_beside_them() -> None:
    it = article("on ", bracket("trade", IDN="trade", BLR="barter"), exists=bracket(STANDS, IDN=STANDS, BLR=DELETED))
    (clear,) = visible(Text((it,)), "BLR", dossier())
    assert clear.exists is not None
    assert clear.exists.shown == "[IDN: stands] [BLR: deleted]"


def test_a_language_that_shows_what_another_holds_back_is_named() -> None:
    ours = bracket("help", " ", ilmate="promote", agro="develop")
    one = clause("aim", Kind.ARTICLE, {"en": words("to", ours), "id": (Run("memajukan", ("ilmate-1",)),)})
    even = clause("even", Kind.ARTICLE, {"en": words("to", ours), "id": (Run("membantu", ("concept",)),)})
    assert uneven(Text((one, even)), "BLR", dossier("en", "id")) == (Uneven("aim", ("en",), ("id",)),)


def test_the_party_s_further_input_bears_its_code_alone() -> None:
    it = Bracket("a", (*bracket("a", BLR="b").readings, *bracket("a", **{"BLR.2": "c"}).readings))
    assert seen(article(it)) == "[IDN: a] [BLR: b] [BLR: c]"


def test_what_home_itself_says_is_said() -> None:
    it = article(bracket("help", IDN="support", BLR="develop"))
    assert seen(it) == "[IDN: support] [BLR: develop]"
    assert held(it) == ()


def test_a_unit_that_agrees_with_the_party_is_not_named_and_its_words_count_as_held_back() -> None:
    both = Bracket("help", (bracket("", ilmate="develop").readings[0], bracket("", BLR="develop").readings[0]))
    assert seen(article(both)) == "[IDN: help] [BLR: develop]"
    assert held(article(both)) == ("aim",)


def test_a_new_clause_of_ours_that_is_disputed_is_hidden_with_all_in_it() -> None:
    new = clause("new", Kind.ARTICLE, "secret", exists=bracket(ABSENT, ilmate="en: secret", agro="en: other"))
    child = clause("new.a", Kind.PARAGRAPH, "secret too", parent="new")
    open_ = clause("open", Kind.ARTICLE, "open")
    assert [c.id for c in visible(Text((new, child, open_)), "BLR", dossier())] == ["open"]
    assert held(new, child, open_) == ("new", "new.a")


def test_a_new_clause_of_the_party_s_is_a_bracket_as_a_whole() -> None:
    it = article("on trade", exists=bracket(ABSENT, IDN=ABSENT, BLR="en: on trade"))
    assert seen(it) == "[IDN: –] [BLR: on trade]"
    assert held(it) == ()


def test_a_clause_that_the_party_wants_gone_is_a_bracket_as_a_whole() -> None:
    it = article("on trade", exists=bracket(STANDS, IDN=STANDS, BLR=DELETED))
    assert seen(it) == "[IDN: on trade] [BLR: –]"
    assert held(it) == ()


def test_a_deletion_that_only_we_dispute_and_a_place_leave_no_trace() -> None:
    gone = article("on trade", exists=bracket(STANDS, ilmate=DELETED, agro=STANDS))
    moved = article("on trade", place=bracket("first", ilmate="after b", agro="after c"))
    for it in (gone, moved):
        assert seen(it) == "on trade"
        assert held(it) == ("aim",)
        (clear,) = visible(Text((it,)), "BLR", dossier())
        assert (clear.exists, clear.place, clear.by) == (None, None, ())


def test_provenance_does_not_pass() -> None:
    (it,) = visible(Text((article("words"),)), "BLR", dossier())
    assert "concept" not in repr(it)


def test_a_unit_named_in_a_typed_bracket_is_read_by_no_party() -> None:
    """Somebody pasted what `loi show` prints into the concept: words to every command, open words to every reader."""
    assert seen(article("to [ilmate: promote] [agro: develop] trade")) == "to trade"
    assert seen(article("to [ilmate: promote] [BLR: develop] trade")) == "to [BLR: develop] trade"
    assert seen(article("to [ilmate.2, BLR, Ditjen agro: promote] trade")) == "to [BLR: promote] trade"
    assert (
        seen(article("to [Ilmate: promote [BLR: develop]] trade [agro: and"))
        == "to [ promote [BLR: develop]] trade [ and"
    )
    assert seen(article("to [decision: promote] trade [by 2030] [see: annex]")) == "to trade [by 2030] [see: annex]"
    assert held(article("to [agro: promote] trade")) == ("aim",)
    assert held(article("to [BLR: promote] trade")) == ()


def test_neither_where_several_inputs_wrote_it_nor_where_its_words_are_in_dispute() -> None:
    it = clause("aim", Kind.ARTICLE, {"en": (Run("to [ilmate: pro", ("agro-1",)), Run("mote] trade", ("concept",)))})
    assert seen(it) == "to trade"
    both = article("to", bracket("help [agro: x] us", " ", ilmate="promote", BLR="develop [ilmate: y]"), " trade")
    assert seen(both) == "to [IDN: promote] [BLR: develop] trade"
    assert held(both) == ("aim",)
