"""A naming: a name (tag) given to a version."""

from datetime import date

from loi_cli.files.shapes import Key, Values
from loi_cli.files.source import Source
from loi_cli.intake.names import TAG, VERSION
from loi_cli.intake.records.event import AT, BY, DATE, Kind, done, record_block, written
from loi_cli.model.records import Naming

TAG_NAME = Key("tag", TAG, "The name given to the version.", required=True)
VERSION_NAME = Key("version", VERSION, "The version: v3, v3-3f2a91 or its hash.", required=True)


def _read(name: str, source: Source, values: Values) -> Naming:
    return Naming(
        name=name,
        sha256=source.sha256,
        tag=values[TAG_NAME],
        version=values[VERSION_NAME],
        by=values[BY],
        date=values[DATE],
        at=values.get(AT, ""),
    )


NAMING = Kind(
    "name", record_block("name", TAG_NAME, VERSION_NAME, BY, DATE, AT, says="A name given to a version."), _read
)


def naming_bytes(*, tag: str, version: str, by: str, date: date, at: str = "") -> bytes:
    """The file of a name given to a version."""
    return written(NAMING, {"tag": tag, "version": version, **done(by, date, at)})
