"""Writes records as YAML that people read, and that reads back to the same."""

import hashlib
from collections.abc import Mapping, Sequence
from datetime import date

from loi_cli.files.prose import kept
from loi_cli.files.source import Source
from loi_cli.files.yaml_writing import yaml_text
from loi_cli.intake.records import (
    AGREEMENT,
    DEADLINE,
    DECISION,
    NAMING,
    SENDING,
    UNDOING,
    WITHDRAWAL,
    read_record,
)
from loi_cli.model.records import KeptFile
from loi_cli.model.words import tidy


def decision_bytes(
    *,
    conflict: str,
    by: str,
    date: date,
    reason: str,
    take: str | None = None,
    reads: str | None = None,
    words: Mapping[str, str] | None = None,
    bracket: bool = False,
    overrules: Sequence[str] = (),
    at: str = "",
) -> bytes:
    """The file of a decision; exactly one of `take` (with the words it `reads`), `words` and `bracket`.

    `overrules` names the records of earlier decisions that no longer count.
    """
    if (take is not None) + bool(words) + bracket != 1:
        raise ValueError("a decision takes a side, gives words, or leaves the bracket")
    how: dict[str, object] = {"bracket": True}
    if words:
        how = {"words": {language: tidy(text) for language, text in words.items()}}
    elif take is not None:
        how = {"take": take} if reads is None else {"take": take, "reads": kept(reads)}
    if overrules:
        how["overrules"] = list(overrules)
    return _record(DECISION, {"conflict": conflict, **how, **_event(by, date, at), "reason": kept(reason)})


def naming_bytes(*, tag: str, version: str, by: str, date: date, at: str = "") -> bytes:
    """The file of a name given to a version."""
    return _record(NAMING, {"tag": tag, "version": version, **_event(by, date, at)})


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
    said |= _event(by, date, at)
    if reason:
        said["reason"] = kept(reason)
    return _record(AGREEMENT, said)


def withdrawal_bytes(*, input: str, by: str, date: date, at: str, reason: str, version: str | None = None) -> bytes:
    """The file that takes an input back; `version` where the whole step that took it in is taken back."""
    step = {"version": version} if version else {}
    return _record(WITHDRAWAL, {"input": input, **step, **_event(by, date, at), "reason": kept(reason)})


def undoing_bytes(*, undoes: str, by: str, date: date, at: str, reason: str) -> bytes:
    """The file that makes another record count no longer."""
    return _record(UNDOING, {"undoes": undoes, **_event(by, date, at), "reason": kept(reason)})


def _event(by: str, date: date, at: str) -> dict[str, object]:
    return {"by": kept(by), "date": date, **({"at": at} if at else {})}


def deadline_bytes(*, unit: str, round: int, due: date, by: str, date: date, reason: str = "") -> bytes:
    """The file of a longer time for one unit in one round."""
    why = {"reason": kept(reason)} if reason else {}
    return _record(DEADLINE, {"unit": unit, "round": round, "due": due, "by": kept(by), "date": date, **why})


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
) -> bytes:
    """The file of what left."""
    numbered = {"letter": kept(letter)} if letter else {}
    papers = [{"name": one.name, "sha256": one.sha256} for one in files]
    shown = {"version": version, "text": text, "languages": list(languages), "files": papers}
    return _record(SENDING, {"to": to, **numbered, **shown, "by": kept(by), "date": date})


def record_name(date: date, kind: str, data: bytes) -> str:
    """The name, without `.yaml`, of a record's file: its day, its kind, the beginning of its hash."""
    return f"{date.isoformat()}-{kind}-{hashlib.sha256(data).hexdigest()[:8]}"


def _record(kind: str, entries: Mapping[str, object]) -> bytes:
    """Raises LoiError for a character that no file may hold, BadInput for anything else that would not read back."""
    data = yaml_text({"schema": 1, "record": kind, **entries}).encode()
    read_record(Source.from_bytes(f"records/{kind}.yaml", data))
    return data
