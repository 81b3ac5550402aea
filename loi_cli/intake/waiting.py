"""What lies in a dossier and is in no head yet: inputs and records that a merge would take in."""

from collections.abc import Sequence
from pathlib import Path

from loi_cli.history.canonical import sha256
from loi_cli.intake.folders import input_files
from loi_cli.intake.opening import OpenDossier
from loi_cli.model.records import Decision, Record, Undoing, Withdrawal
from loi_cli.model.standing import Undoings, undone
from loi_cli.model.versions import Version


def may_wait(opened: OpenDossier, heads: Sequence[Version]) -> bool:
    """Whether an input or a record lies there that no head holds. Told by names and hashes alone; whether `loi merge`
    would take it in, `take_stock` knows."""
    if not heads:
        return True
    merged = {(one.name, one.sha256) for version in heads for one in version.inputs}
    held = {one.name for version in heads for one in version.decisions}
    if any(r.name not in held for r in opened.records if isinstance(r, Decision | Withdrawal | Undoing)):
        return True
    return any((file.stem, _hash(file)) not in merged for file in input_files(opened.path))


def _hash(file: Path) -> str:
    """Of a file's bytes; nothing for one that cannot be read."""
    try:
        return sha256(file.read_bytes())
    except OSError:
        return ""


def records_that_wait(applied: Sequence[Record], lying: Sequence[Record]) -> tuple[Record, ...]:
    """The records that change what the heads hold: a decision or a withdrawal that counts and was not applied, or was
    applied and counts no longer; with it all that undoes it and undoes that.

    What was undone before any merge applied it changes nothing, and waits for none.
    """
    held = {r.name for r in applied}
    every = {r.name: r for r in (*lying, *applied)}
    gone_before, gone_now = undone(applied), undone(every.values())
    undoings = Undoings(every.values())
    found: dict[str, Record] = {}
    for record in every.values():
        if not isinstance(record, Decision | Withdrawal):
            continue
        counted = record.name in held and record.name not in gone_before
        if counted != (record.name not in gone_now):
            found |= {r.name: r for r in undoings.chain(record.name) if r.name not in held}
    return tuple(found[name] for name in sorted(found))
