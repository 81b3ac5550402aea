"""No message without its translation, none that asks for something else, none left over; what is compiled is what is
written. After a change of messages: `python -m tests.locale`, then translate what it names."""

import pytest
from babel.messages import Catalog
from babel.messages.mofile import read_mo
from hypothesis import given
from hypothesis import strategies as st

from loi_cli.i18n import Catalogue
from tests.locale.catalogues import as_mo, as_po, faults, languages, read, up_to_date, written
from tests.locale.messages import NotPlain, every_message, messages_in


def test_indonesian_is_there() -> None:
    assert "id" in languages()


@pytest.mark.parametrize("language", languages())
def test_every_message_is_translated_and_nothing_else(language: str) -> None:
    catalogue = read(language)
    assert {m.id for m in catalogue} == {m.id for m in every_message()}, "`python -m tests.locale` mends it"
    assert not catalogue.obsolete
    assert not [m.id for m in catalogue if m.id and m.fuzzy]
    assert list(faults(catalogue)) == []


@pytest.mark.parametrize("language", languages())
def test_what_is_compiled_is_what_is_written(language: str) -> None:
    assert as_mo(read(language)) == written(language).with_suffix(".mo").read_bytes(), (
        "`python -m tests.locale` mends it"
    )


@pytest.mark.parametrize("language", languages())
def test_an_update_of_what_is_up_to_date_changes_nothing(language: str) -> None:
    assert as_po(up_to_date(language)) == written(language).read_bytes()


@pytest.mark.parametrize("language", languages())
def test_our_reader_reads_what_babel_reads(language: str) -> None:
    path = written(language).with_suffix(".mo")
    ours = Catalogue(path.read_bytes())
    with path.open("rb") as file:
        theirs = read_mo(file)
    for message in theirs:
        if message.id:
            one = message.id if isinstance(message.id, str) else message.id[0]
            said = [message.string] if isinstance(message.string, str) else list(message.string)
            assert ours.find(one) == said
    assert ours.find("there is no such message") == []


@given(st.dictionaries(st.text(st.characters(exclude_characters="\0\r", codec="utf-8"), min_size=1), st.text("ab\n")))
def test_every_message_of_any_catalogue_is_found(words: dict[str, str]) -> None:
    catalogue = Catalog(locale="id")
    for message, said in words.items():
        catalogue.add(message, said or "–")
    ours = Catalogue(as_mo(catalogue))
    assert {message: ours.find(message) for message in words} == {m: [said or "–"] for m, said in words.items()}


def test_words_put_together_before_they_are_translated_are_found() -> None:
    with pytest.raises(NotPlain, match="line 1"):
        list(messages_in('_(f"{count} files")'))
    with pytest.raises(NotPlain, match="line 1"):
        list(messages_in('_("no " + what)'))


@pytest.mark.parametrize(
    ("said", "fault"),
    [
        ("", "not translated"),
        ("menulis `loi log`", "other placeholders"),
        ("menulis {file} `loi log` {more}", "other placeholders"),
        ("menulis {file}", "other commands"),
        (" menulis {file} `loi log`", "other blanks"),
        ("menulis {file}\n\n`loi log`", "other paragraphs"),
    ],
)
def test_faults_of_a_translation_are_found(said: str, fault: str) -> None:
    catalogue = Catalog(locale="id")
    catalogue.add("wrote {file} `loi log`", said)
    assert [one.partition(":")[0].startswith(fault) for one in faults(catalogue)] == [True]


@pytest.mark.parametrize(("count", "form"), [(1, 0), (21, 0), (3, 1), (5, 2), (11, 2)])
def test_a_language_counts_as_its_catalogue_says(count: int, form: int) -> None:
    catalogue = Catalog(locale="ru")
    catalogue.add(("{n} input", "{n} inputs"), ("предложение", "предложения", "предложений"))
    ours = Catalogue(as_mo(catalogue))
    assert ours.find("{n} input")[ours.form_for(count)] == ("предложение", "предложения", "предложений")[form]
