"""The input that a returned paper becomes: YAML that a person reads, corrects, and merges."""

import textwrap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from loi_cli.files.characters import without_forbidden
from loi_cli.files.prose import kept
from loi_cli.i18n import _
from loi_cli.intake.receiving.findings import (
    Deletion,
    Finding,
    Findings,
    Insertion,
    Removal,
    Rewording,
    Said,
    Trace,
    Unplaced,
)
from loi_cli.intake.receiving.lines import normal
from loi_cli.intake.receiving.senders import Sender
from loi_cli.intake.receiving.sent import Part

_WIDTH = 110
_EXCERPT = 400


@dataclass(frozen=True, slots=True)
class Entry:
    """One proposal as YAML with the comments before it, and the finding that it says."""

    finding: Finding | Said
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """Whose paper it is, against which version, when, and how its file was named."""

    sender: Sender
    base: str
    day: date
    file: str
    file_sha256: str


def entries(findings: Findings, letter: Letter) -> tuple[Entry, ...]:
    """A proposal for each change, a remark for each thing said."""
    changes = [Entry(f, tuple(_entry(_proposal(f, letter), _before_and_after(f)))) for f in findings.changes]
    said = [Entry(s, tuple(_entry({"remark": s.clause, "note": note_of(s)}, ()))) for s in findings.said]
    return (*changes, *said)


def input_lines(some: Sequence[Entry], unplaced: Sequence[Unplaced], letter: Letter) -> Iterator[tuple[str, int]]:
    """The lines of the file, each with the number of the entry that it belongs to, or -1."""
    for line in _head(letter, unplaced):
        yield line, -1
    if not some:
        yield "no-comment: true", -1
        return
    yield "proposals:", -1
    for number, entry in enumerate(some):
        for line in entry.lines:
            yield line, number


def note_of(said: Said) -> str:
    """A remark with who made it, when, about which words."""
    who = ", ".join(part for part in (clean(said.author), said.date) if part)
    about = _(" on “{words}”").format(words=_short(said.about)) if said.about else ""
    answer = _("\n(in answer to: {text})").format(text=_short(said.answers)) if said.answers else ""
    return kept(f"{who}{about}: {clean(said.text)}{answer}" if who or about else clean(said.text)) or "–"


def reason_of(trace: Trace, letter: Letter) -> str:
    """Who changed it, and whether they tracked it."""
    named = dict.fromkeys(
        ", ".join(part for part in (clean(r.author), r.date[:10]) if part) for r in trace.revisions if r.author
    )
    tracked = _("tracked: {names}").format(names="; ".join(named) or "?") if trace.tracked else ""
    untracked = _("not tracked: found by comparison with {base}").format(base=letter.base) if trace.untracked else ""
    return "; ".join(part for part in (tracked, untracked) if part)


def line_of(one: Unplaced) -> str:
    """What has no place, in one line."""
    where = " ".join(part for part in (one.near, f"[{one.language}]" if one.language else "") if part)
    return normal(f"{where}: {one.why}: {one.text}" if where else f"{one.why}: {one.text}")


def clean(text: str) -> str:
    """Words of theirs that no file may hold are left out: they cannot be seen."""
    return without_forbidden(text.replace("\t", " "))


def _head(letter: Letter, unplaced: Sequence[Unplaced]) -> Iterator[str]:
    made = _("What {party} sent back in {file}, compared with {base}. Read it, correct it, then `loi merge`.").format(
        party=letter.sender.side, file=normal(letter.file), base=letter.base
    )
    yield from _comment(made)
    if unplaced:
        yield from _comment(_("A person must look at this; it has no place in the text:"))
        for one in unplaced:
            yield from _comment(f"- {line_of(one)}")
    source = letter.sender.whence(clean(letter.file), letter.file_sha256)
    head = {"schema": 1, **letter.sender.head, "base": letter.base, "date": letter.day, "source": source}
    yield from _yaml(head)


def _proposal(finding: Finding, letter: Letter) -> Mapping[str, object]:
    reason = {"reason": reason_of(finding.trace, letter)}
    match finding:
        case Rewording():
            return {"reword": finding.clause, **_worded(finding.words), **reason}
        case Deletion():
            return {"delete": finding.clause, **reason}
        case Removal():
            return {"move": finding.clause, finding.anchor.where.value: finding.anchor.clause, **reason}
        case Insertion():
            place = {finding.anchor.where.value: finding.anchor.clause}
            return {
                "insert": finding.clause, "kind": finding.kind.value, **place, **_worded(finding.words), **reason
            }  # fmt: skip


def _worded(words: Mapping[tuple[Part, str], str]) -> dict[str, object]:
    heading = {language: _wrapped(text) for (part, language), text in words.items() if part is Part.HEADING}
    text = {language: _wrapped(text) for (part, language), text in words.items() if part is Part.TEXT}
    return {**({"heading": heading} if heading else {}), **text}


def _wrapped(text: str) -> str:
    """Long words on several lines; in a clause a line break is a space."""
    if len(text) <= _WIDTH:
        return text
    return "\n".join(textwrap.wrap(text, _WIDTH, break_long_words=False, break_on_hyphens=False))


def _before_and_after(finding: Finding) -> Iterator[str]:
    if isinstance(finding, Rewording):
        for field, sent in finding.sent.items():
            yield _("{field}, sent:   {text}").format(field=field, text=_short(sent))
            yield _("{field}, theirs: {text}").format(field=field, text=_short(finding.theirs[field]) or "–")
    elif isinstance(finding, Deletion):
        for field, sent in finding.sent.items():
            yield _("{field}, sent:   {text}").format(field=field, text=_short(sent))


def _short(text: str) -> str:
    text = normal(text)
    return text if len(text) <= _EXCERPT else f"{text[:_EXCERPT]} …"


def _entry(proposal: Mapping[str, object], comments: Iterator[str] | tuple[()]) -> Iterator[str]:
    for comment in comments:
        yield f"  # {comment}"
    for number, line in enumerate(_yaml(proposal)):
        yield f"  {'- ' if number == 0 else '  '}{line}" if line else ""


def _comment(text: str) -> Iterator[str]:
    for line in textwrap.wrap(text, _WIDTH, break_long_words=False, break_on_hyphens=False):
        yield f"# {line}"


def _yaml(value: Mapping[str, object]) -> list[str]:
    import yaml  # not at the top: it is used by few commands

    class Writer(yaml.SafeDumper):
        """Writes words on several lines as a block, so that people can read them."""

    def words(writer: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
        return writer.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)

    Writer.add_representer(str, words)
    return yaml.dump(value, Dumper=Writer, allow_unicode=True, sort_keys=False, width=2**20).splitlines()
