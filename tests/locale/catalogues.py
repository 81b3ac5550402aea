"""The catalogue of each language: brought up to date with the code, written, compiled; what is wrong in it."""

import io
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from babel.messages import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from loi_cli.i18n import CATALOGUES
from tests.locale.messages import every_message

NO_DAY = datetime(1970, 1, 1, tzinfo=UTC)


def written(language: str) -> Path:
    """Where people write the translations of a language."""
    return CATALOGUES / language / "LC_MESSAGES" / "loi.po"


def languages() -> list[str]:
    return sorted(path.parents[1].name for path in CATALOGUES.glob("*/LC_MESSAGES/loi.po"))


def read(language: str) -> Catalog:
    with written(language).open("rb") as file:
        return read_po(file, locale=language, abort_invalid=True)


def up_to_date(language: str) -> Catalog:
    """All messages of the code, in its order, each with its translation where there is one.

    What the code no longer says goes; a new message is empty until a person translates it, as likeness proves nothing.
    """
    earlier = read(language)
    new = Catalog(locale=language, charset="utf-8", fuzzy=False)
    new.mime_headers = earlier.mime_headers  # how the language counts
    for message in every_message():
        if message.id:
            said = earlier.get(message.id)
            new.add(message.id, said.string if said is not None else "", locations=message.locations)
    return new


def as_po(catalogue: Catalog) -> bytes:
    """As it is written: no dates and no line numbers, so that only words make a difference."""
    file = io.BytesIO()
    write_po(file, catalogue, width=120, include_lineno=False, omit_header=True)
    forms = catalogue.plural_forms
    header = (
        f'msgid ""\nmsgstr ""\n"Language: {catalogue.locale_identifier}\\n"\n'
        f'"Content-Type: text/plain; charset=utf-8\\n"\n"Plural-Forms: {forms}\\n"\n\n'
    )
    return header.encode() + file.getvalue()


def as_mo(catalogue: Catalog) -> bytes:
    """As the tool reads it; the same words give the same bytes."""
    catalogue.creation_date = NO_DAY
    file = io.BytesIO()
    write_mo(file, catalogue)
    return file.getvalue()


def faults(catalogue: Catalog) -> Iterator[str]:
    """What is not translated, or differs from the message in what no translation may change."""
    for message in catalogue:
        if not message.id:
            continue
        ids = (message.id,) if isinstance(message.id, str) else tuple(message.id)
        strings = (message.string,) if isinstance(message.string, str) else tuple(message.string)
        if not all(strings):
            yield f"not translated: {ids[0]!r}"
            continue
        for string in strings:
            if placeholders(string) != placeholders(ids[-1]):
                yield f"other placeholders: {ids[-1]!r}: {string!r}"
            if commands(string) != commands(ids[-1]):
                yield f"other commands: {ids[-1]!r}: {string!r}"
            if edges(string) != edges(ids[-1]):
                yield f"other blanks at its ends: {ids[-1]!r}: {string!r}"
            if string.count("\n\n") != ids[-1].count("\n\n"):
                yield f"other paragraphs: {ids[-1]!r}: {string!r}"


def placeholders(words: str) -> set[str]:
    return set(re.findall(r"\{+\w*\}+", words))


def commands(words: str) -> list[str]:
    """What a person types or finds in files stays as it is in every language."""
    return sorted(" ".join(found.split()) for found in re.findall("`[^`]+`", words))


def edges(words: str) -> tuple[str, str]:
    return words[: len(words) - len(words.lstrip())], words[len(words.rstrip()) :]
