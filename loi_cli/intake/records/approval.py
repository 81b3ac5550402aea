"""An approval: a gate was passed for one text."""

from datetime import date

from loi_cli.files.prose import kept
from loi_cli.files.shapes import Key, Values
from loi_cli.files.source import Source
from loi_cli.intake.names import SHA256, SLUG
from loi_cli.intake.records.event import AT, BY, DATE, REMARK, Kind, done, record_block, written
from loi_cli.intake.texts import Written
from loi_cli.model.records import Approval

GATE = Key("gate", SLUG, "The gate that was passed, such as legal-bureau.", required=True)
TEXT = Key("text", SHA256, "The hash of the text that was approved; it holds for no other.", required=True)
REFERENCE = Key("reference", Written(), "The number of the letter, memorandum or file that says so.", required=True)


def _read(name: str, source: Source, values: Values) -> Approval:
    return Approval(
        name=name,
        sha256=source.sha256,
        gate=values[GATE],
        text=values[TEXT],
        reference=values[REFERENCE],
        by=values[BY],
        date=values[DATE],
        at=values.get(AT, ""),
        reason=values.get(REMARK, ""),
    )


APPROVAL = Kind(
    "approval",
    record_block(
        "approval", GATE, TEXT, REFERENCE, BY, DATE, AT, REMARK, says="An office approved one text: a gate is passed."
    ),
    _read,
)


def approval_bytes(
    *, gate: str, text: str, reference: str, by: str, date: date, at: str = "", reason: str = ""
) -> bytes:
    """The file of an approval of the text that has this hash."""
    why = {"reason": kept(reason)} if reason else {}
    return written(APPROVAL, {"gate": gate, "text": text, "reference": kept(reference), **done(by, date, at), **why})
