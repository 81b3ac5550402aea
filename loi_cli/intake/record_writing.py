"""Writes records as YAML that people read, and that reads back to the same."""

import hashlib
from collections.abc import Mapping, Sequence
from datetime import date

from loi_cli.files.characters import FORBIDDEN, named, why_forbidden
from loi_cli.files.prose import kept
from loi_cli.files.source import Source
from loi_cli.i18n import _
from loi_cli.intake.records import DECISION, NAMING, RECEIVED, read_record
from loi_cli.model.problems import LoiError
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


def received_bytes(
    *, party: str, file: str, kept: str, file_sha256: str, input: str, base: str, date: date, unplaced: Sequence[str]
) -> bytes:
    """The file of a receipt."""
    rest = {"unplaced": list(unplaced)} if unplaced else {}
    entries = {"from": party, "file": file, "kept": kept, "file-sha256": file_sha256, "input": input, "base": base}
    return _record(RECEIVED, {**entries, "date": date, **rest})


def record_name(date: date, kind: str, data: bytes) -> str:
    """The name, without `.yaml`, of a record's file: its day, its kind, the beginning of its hash."""
    return f"{date.isoformat()}-{kind}-{hashlib.sha256(data).hexdigest()[:8]}"


def _record(kind: str, entries: Mapping[str, object]) -> bytes:
    """Raises LoiError for a character that no file may hold, BadInput for anything else that would not read back."""
    import yaml  # not at the top: most commands write no record

    class Writer(yaml.SafeDumper):
        """Writes words on several lines as a block, so that people can read them."""

    def words(writer: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
        if found := FORBIDDEN.search(text):
            raise LoiError(
                _("the words hold {character}: {why}").format(character=named(found[0]), why=why_forbidden(found[0])),
                _("type them anew without it"),
            )
        return writer.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)

    Writer.add_representer(str, words)
    text = yaml.dump(
        {"schema": 1, "record": kind, **entries}, Dumper=Writer, allow_unicode=True, sort_keys=False, width=2**20
    )
    data = text.encode()
    read_record(Source.from_bytes(f"records/{kind}.yaml", data))
    return data
