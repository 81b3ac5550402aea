"""Writes records as YAML that people read, and that reads back to the same."""

import hashlib
from collections.abc import Mapping, Sequence
from datetime import date

from loi_cli.files.prose import kept
from loi_cli.files.source import Source
from loi_cli.files.yaml_writing import yaml_text
from loi_cli.intake.records import DEADLINE, DECISION, NAMING, SENDING, read_record
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
    return _record(DECISION, {"conflict": conflict, **how, "by": kept(by), "date": date, "reason": kept(reason)})


def naming_bytes(*, tag: str, version: str, by: str, date: date) -> bytes:
    """The file of a name given to a version."""
    return _record(NAMING, {"tag": tag, "version": version, "by": kept(by), "date": date})


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
