"""A sending: what left, byte for byte."""

from collections.abc import Sequence
from datetime import date

from loi_cli.files.collections import Series
from loi_cli.files.prose import kept
from loi_cli.files.shapes import Block, Key, Values
from loi_cli.files.source import Source
from loi_cli.intake.names import LANGUAGE, PARTY, SHA256, VERSION
from loi_cli.intake.records.event import AT, BY, DATE, Kind, done, record_block, written
from loi_cli.intake.texts import Written
from loi_cli.model.records import KeptFile, Sending

FILE_NAME = Key("name", Written(), "What the file was called.", required=True)
FILE_HASH = Key("sha256", SHA256, "The SHA-256 of its bytes, which are kept in records/files/.", required=True)
FILE_BLOCK = Block("kept-file", FILE_NAME, FILE_HASH, says="A file as it was sent.")
TO = Key("to", PARTY, "The party that it went to.", required=True)
LETTER = Key("letter", Written(), "The number of the letter that it went with.")
VERSION_NAME = Key("version", VERSION, "The version: v3, v3-3f2a91 or its hash.", required=True)
TEXT = Key("text", SHA256, "The hash of the text that the papers show.", required=True)
SENT_LANGUAGES = Key("languages", Series(LANGUAGE, distinct=True), "The languages of the papers.", required=True)
FILES = Key("files", Series(FILE_BLOCK, least=1), "The papers.", required=True)


def _read(name: str, source: Source, values: Values) -> Sending:
    return Sending(
        name=name,
        sha256=source.sha256,
        to=values[TO],
        version=values[VERSION_NAME],
        text=values[TEXT],
        languages=values[SENT_LANGUAGES],
        files=tuple(KeptFile(file[FILE_NAME], file[FILE_HASH]) for file in values[FILES]),
        by=values[BY],
        date=values[DATE],
        at=values.get(AT, ""),
        letter=values.get(LETTER, ""),
    )


SENDING = Kind(
    "sent",
    record_block(
        "sent", TO, LETTER, VERSION_NAME, TEXT, SENT_LANGUAGES, FILES, BY, DATE, AT, says="What left, byte for byte."
    ),
    _read,
)


def sending_bytes(
    *,
    to: str,
    letter: str,
    version: str,
    text: str,
    languages: Sequence[str],
    files: Sequence[KeptFile],
    by: str,
    date: date,
    at: str = "",
) -> bytes:
    """The file of what left."""
    numbered = {"letter": kept(letter)} if letter else {}
    papers = [{"name": one.name, "sha256": one.sha256} for one in files]
    shown = {"version": version, "text": text, "languages": list(languages), "files": papers}
    return written(SENDING, {"to": to, **numbered, **shown, **done(by, date, at)})
