"""A receipt: a file that came back from the other party."""

from collections.abc import Sequence
from datetime import date

from loi_cli.files.collections import Series
from loi_cli.files.shapes import Key, Values
from loi_cli.files.source import Source
from loi_cli.intake.names import BASE, INPUT, PARTY, SHA256
from loi_cli.intake.records.event import AT, DATE, Kind, record_block, written
from loi_cli.intake.texts import Written
from loi_cli.model.records import Received

FROM = Key("from", PARTY, "The party that sent it.", required=True)
FILE = Key("file", Written(), "How its file was named.", required=True)
KEPT = Key("kept", Written(), "Where its very bytes are, in records/.", required=True)
FILE_HASH = Key("file-sha256", SHA256, "The SHA-256 of these bytes.", required=True)
BECAME = Key("input", INPUT, "The input that it became.", required=True)
READ = Key("base", BASE, "The version that it was compared with.", required=True)
UNPLACED = Key("unplaced", Series(Written(), least=1), "What has no place in the text; a person looks at it.")


def _read(name: str, source: Source, values: Values) -> Received:
    return Received(
        name=name,
        sha256=source.sha256,
        party=values[FROM],
        file=values[FILE],
        kept=values[KEPT],
        file_sha256=values[FILE_HASH],
        input=values[BECAME],
        base=values[READ],
        date=values[DATE],
        at=values.get(AT, ""),
        unplaced=tuple(values.get(UNPLACED, ())),
    )


RECEIPT = Kind(
    "received",
    record_block(
        "received", FROM, FILE, KEPT, FILE_HASH, BECAME, READ, DATE, AT, UNPLACED,
        says="A file that came back from the other party.",
    ),
    _read,
)  # fmt: skip


def received_bytes(
    *, party: str, file: str, kept: str, file_sha256: str, input: str, base: str, date: date, unplaced: Sequence[str]
) -> bytes:
    """The file of a receipt."""
    rest = {"unplaced": list(unplaced)} if unplaced else {}
    entries = {"from": party, "file": file, "kept": kept, "file-sha256": file_sha256, "input": input, "base": base}
    return written(RECEIPT, {**entries, "date": date, **rest})
