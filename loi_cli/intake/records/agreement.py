"""An agreement: the parties agreed on the words of a clause."""

from collections.abc import Mapping
from datetime import date

from loi_cli.files.collections import Table
from loi_cli.files.leaves import Flag
from loi_cli.files.prose import kept
from loi_cli.files.shapes import Key, Values
from loi_cli.files.source import Source
from loi_cli.intake.names import CLAUSE, FINGERPRINT, MEETING_NAME, VERSION
from loi_cli.intake.records.event import AT, BY, DATE, REMARK, Kind, done, record_block, written
from loi_cli.model.records import Agreement

AGREED_CLAUSE = Key("clause", CLAUSE, "The clause that was agreed on, with all that it holds.", required=True)
VERSION_NAME = Key("version", VERSION, "The version: v3, v3-3f2a91 or its hash.", required=True)
FINGERPRINTS = Key(
    "words",
    Table(CLAUSE, FINGERPRINT, least=1),
    "The fingerprint of each clause meant, as it read; `loi agree` writes them.",
    required=True,
)
AD_REFERENDUM = Key("ad-referendum", Flag(only=True), "true when the governments still have to agree.")
AT_MEETING = Key("meeting", MEETING_NAME, "The meeting at which it was agreed.")


def _read(name: str, source: Source, values: Values) -> Agreement:
    return Agreement(
        name=name,
        sha256=source.sha256,
        clause=values[AGREED_CLAUSE],
        version=values[VERSION_NAME],
        words=values[FINGERPRINTS],
        ad_referendum=values.get(AD_REFERENDUM, False),
        meeting=values.get(AT_MEETING),
        by=values[BY],
        date=values[DATE],
        at=values.get(AT, ""),
        reason=values.get(REMARK, ""),
    )


AGREEMENT = Kind(
    "agreement",
    record_block(
        "agreement", AGREED_CLAUSE, VERSION_NAME, FINGERPRINTS, AD_REFERENDUM, AT_MEETING, BY, DATE, AT, REMARK,
        says="The parties agreed on the words of a clause.",
    ),
    _read,
)  # fmt: skip


def agreement_bytes(
    *,
    clause: str,
    version: str,
    words: Mapping[str, str],
    by: str,
    date: date,
    at: str,
    ad_referendum: bool = False,
    meeting: str | None = None,
    reason: str = "",
) -> bytes:
    """The file of an agreement between the parties on a clause; `words` are the fingerprints that it binds."""
    said: dict[str, object] = {"clause": clause, "version": version, "words": dict(words)}
    if ad_referendum:
        said["ad-referendum"] = True
    if meeting:
        said["meeting"] = meeting
    said |= done(by, date, at)
    if reason:
        said["reason"] = kept(reason)
    return written(AGREEMENT, said)
