"""A closing: the dossier is closed, with the text that was signed."""

from collections.abc import Sequence
from datetime import date

from loi_cli.files.collections import Series
from loi_cli.files.prose import kept
from loi_cli.files.shapes import Key, Values
from loi_cli.files.source import Source
from loi_cli.intake.names import SHA256, VERSION
from loi_cli.intake.records.event import AT, BY, DATE, REMARK, Kind, done, record_block, written
from loi_cli.intake.records.sending import FILE_BLOCK, FILE_HASH, FILE_NAME
from loi_cli.model.records import Closing, KeptFile

VERSION_HASH = Key("version", VERSION, "The version that was signed.", required=True)
TEXT = Key("text", SHA256, "The hash of its text.", required=True)
SCANS = Key("files", Series(FILE_BLOCK, least=1), "The signed originals as they were scanned.", required=True)


def _read(name: str, source: Source, values: Values) -> Closing:
    return Closing(
        name=name,
        sha256=source.sha256,
        version=values[VERSION_HASH],
        text=values[TEXT],
        files=tuple(KeptFile(file[FILE_NAME], file[FILE_HASH]) for file in values[SCANS]),
        by=values[BY],
        date=values[DATE],
        at=values.get(AT, ""),
        reason=values.get(REMARK, ""),
    )


CLOSING = Kind(
    "closed",
    record_block(
        "closed", VERSION_HASH, TEXT, SCANS, BY, DATE, AT, REMARK,
        says="The dossier is closed: nothing is merged any more until this record is undone.",
    ),
    _read,
)  # fmt: skip


def closing_bytes(
    *, version: str, text: str, files: Sequence[KeptFile], by: str, date: date, at: str, reason: str = ""
) -> bytes:
    """The file that closes a dossier."""
    scans = [{"name": one.name, "sha256": one.sha256} for one in files]
    why = {"reason": kept(reason)} if reason else {}
    return written(CLOSING, {"version": version, "text": text, "files": scans, **done(by, date, at), **why})
