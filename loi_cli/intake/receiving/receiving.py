"""A marked-up paper taken in: which paper it was, what it amounts to, the input and, from a party, the record of it."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256

from loi_cli.files.source import Source
from loi_cli.files.together import write_all_new
from loi_cli.history.names import base_named, version_named
from loi_cli.i18n import _
from loi_cli.intake.forms import marks
from loi_cli.intake.forms.sheet import sheet_of
from loi_cli.intake.new_ids import taken_ids
from loi_cli.intake.receiving.comparing import compare
from loi_cli.intake.receiving.findings import Finding, Findings, Unplaced
from loi_cli.intake.receiving.lines import normal
from loi_cli.intake.receiving.printer import Printer
from loi_cli.intake.receiving.senders import FromParty, Sender
from loi_cli.intake.receiving.sent import SentPaper
from loi_cli.intake.receiving.writing import Entry, Letter, entries, input_lines, line_of
from loi_cli.intake.records.event import record_name
from loi_cli.intake.records.receipt import RECEIPT, received_bytes
from loi_cli.intake.register import Register, check_input
from loi_cli.model.inputs import Input, Position
from loi_cli.model.problems import BadInput, LoiError
from loi_cli.model.records import KeptFile, Received
from loi_cli.model.text import Text
from loi_cli.model.versions import Header, Version
from loi_cli.model.words import Words, shown
from loi_cli.word.reader import read_docx
from loi_cli.word.revised import RevisedText
from loi_cli.word.taken import Taken, passages

_STAMP = re.compile(r"\bv(\d+)(?:-[0-9a-f]+|-preview)? · ([0-9a-f]{8})\b")
_AGAINST = re.compile(r"\b(v\d+(?:-[0-9a-f]{4,})?) → v\d+")
_MOST_REPAIRS = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class ThreeWays:
    """A clause that the party changed: as sent, as returned, as our text has it now, and our position on it."""

    finding: Finding
    ours: Mapping[str, str]
    positions: tuple[tuple[str, Position], ...]


@dataclass(frozen=True, slots=True)
class Arrived:
    """A Word file as it came: its name, its very bytes, and what they read as."""

    name: str
    data: bytes
    text: RevisedText

    @property
    def sha256(self) -> str:
        return sha256(self.data).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Understood:
    """What a marked-up paper amounts to, whoever marked it up: the findings, and the input that says them.

    `told_by`: how its version was known; `reader`: whose paper it was, None for our own side's. `ways` are the changes
    beside our text of today and our positions.
    """

    arrived: Arrived
    base: Header
    told_by: str
    reader: str | None
    findings: Findings
    ways: tuple[ThreeWays, ...]
    formatting: int
    links: tuple[str, ...]
    input: Input
    input_data: bytes

    @property
    def needs_a_person(self) -> bool:
        return bool(self.findings.unplaced)


@dataclass(frozen=True, slots=True, kw_only=True)
class Returned:
    """A paper that the other party sent back, and the record that it came."""

    paper: Understood
    record: bytes
    record_name: str
    kept: str


def received_before(data: bytes, register: Register) -> Received | None:
    """The record of the very same bytes, if they were received before."""
    digest = sha256(data).hexdigest()
    return next((r for r in register.opened.received if r.file_sha256 == digest), None)


def receive(
    data: bytes, file: str, party: str, register: Register, printer: Printer, day: date, base: str | None
) -> Returned:
    """Understand a file that the party sent back. Raises UnfitFile, LoiError for what cannot be read or compared."""
    arrived = Arrived(file, data, read_docx(data))
    _must_be_no_form(arrived.text)
    paper = understand(arrived, FromParty(party), register, printer, day, base)
    digest = arrived.sha256
    kept = KeptFile(f"{party}.docx", digest).path.removeprefix("records/")
    record = received_bytes(
        party=party,
        file=normal(file),
        kept=kept,
        file_sha256=digest,
        input=paper.input.name,
        base=paper.input.base,
        date=day,
        unplaced=[line_of(u) for u in paper.findings.unplaced],
    )
    return Returned(paper=paper, record=record, record_name=record_name(day, RECEIPT.name, record), kept=kept)


def understand(
    arrived: Arrived,
    sender: Sender,
    register: Register,
    printer: Printer,
    day: date,
    base: str | None,
    taken_names: Iterable[str] = (),
) -> Understood:
    """Compare a paper that came back with the one that was sent. `taken_names` are of inputs not on the disk yet.

    Raises LoiError for what cannot be compared.
    """
    returned = arrived.text
    version, against, told_by = _version(returned, register, base)
    paper = "redline" if against is not None else "loi"
    reader, sent = _as_read(returned, sender, register, lambda one: printer.paper(paper, version, against, one))
    languages = register.opened.dossier.languages
    findings = compare(sent, returned, version.text, languages, sender.side, taken_ids(register))
    if findings.strange and base is None:
        raise LoiError(
            _("hardly a line of it is one of {version}").format(version=version.header.label),
            _("is it the right file? If it is a text of their own, compare it all the same: --base {version}").format(
                version=version.header.label
            )
            if isinstance(sender, FromParty)
            else _("is it the right file? What it wishes can be given in words: `loi propose … --source`"),
        )
    header = version.header
    letter = Letter(
        sender=sender,
        base=header.full_label if register.opened.headers else header.label,
        day=day,
        file=arrived.name,
        file_sha256=arrived.sha256,
    )
    name = _free_name(sender.stem(day), frozenset(taken_names), register)
    findings = replace(findings, unplaced=(*findings.unplaced, *sender.along))
    one, input_data, findings = _checked(findings, letter, name, register)
    return Understood(
        arrived=arrived,
        base=header,
        told_by=told_by,
        reader=reader,
        findings=findings,
        ways=tuple(_three_ways(findings, register)),
        formatting=returned.formatting,
        links=returned.links,
        input=one,
        input_data=input_data,
    )


def _must_be_no_form(text: RevisedText) -> None:
    sheet = sheet_of(text)
    if sheet is not None:
        whose = sheet.head.get(marks.UNIT, "").partition(" · ")[0].strip() or "?"
        raise LoiError(
            _("this is the form that {unit} was sent to fill in").format(unit=whose),
            _("take it in with `loi collect`; no party is sent such a form"),
        )


def _as_read(
    returned: RevisedText, sender: Sender, register: Register, paper: Callable[[str | None], SentPaper]
) -> tuple[str | None, SentPaper]:
    """The paper that was marked up, and whose it is: the sender's own, unless another reader's is plainly nearer.

    A unit may mark up what is to go to the party, and a party what was never meant for it; compared with the wrong one
    of them, words that were held back there would look like words that somebody changed.
    """
    whole = passages(returned, Taken.ALL)
    lines = {normal(p.text) for p in whole} | {normal(p.reading(Taken.NONE)) for p in whole}

    def lacking(sent: SentPaper) -> int:
        return sum(bool(words := normal(p.text)) and words not in lines for p in passages(sent.text, Taken.ALL))

    own = sender.reader
    best = (own, paper(own))
    least = lacking(best[1])
    if not least:
        return best
    others = (None, *(code for code in register.opened.dossier.parties if code != register.opened.dossier.home))
    for reader in others:
        if reader != own and (missing := lacking(other := paper(reader))) < least:
            best, least = (reader, other), missing
    return best


def shows_its_version(text: RevisedText, register: Register) -> bool:
    """Whether a Word file shows the version that it is of. Raises LoiError where that is not here."""
    _version_told, _against, told_by = _version(text, register, None)
    return told_by == "stamp"


def keep(returned: Returned, register: Register) -> None:
    """Write the input, the record and the very bytes: all of them, or none."""
    folder = register.opened.path
    write_all_new({
        folder / "records" / returned.kept: returned.paper.arrived.data,
        folder / "records" / f"{returned.record_name}.yaml": returned.record,
        folder / returned.paper.input.file: returned.paper.input_data,
    })  # fmt: skip


def _version(returned: RevisedText, register: Register, base: str | None) -> tuple[Version, Version | None, str]:
    """The version that the file shows, and the one that it was compared with if it is a redline; how that is known."""
    margins = "\n".join(returned.margins)
    against = _AGAINST.search(margins)
    older = _load(version_named(against[1], register.headers, register.opened.tags), register) if against else None
    if base is not None:
        return _load(base_named(base, register.headers, register.opened.tags), register), older, "option"
    stamp = _STAMP.search(margins)
    if stamp is None:
        return _nearest(returned, register), older, "words"
    found = [h for h in register.headers if h.text_hash.startswith(stamp[2])]
    if not found:
        raise LoiError(
            _("it shows the text {hash} (v{number}), which is no version of this dossier").format(
                hash=stamp[2], number=stamp[1]
            ),
            _("is it another dossier’s file, or of a version not pulled yet? Else name one: --base"),
        )
    return _load(next((h for h in found if h.number == int(stamp[1])), found[-1]), register), older, "stamp"


def _nearest(returned: RevisedText, register: Register) -> Version:
    """The version most of whose words stand in the file; of equals the newest."""
    lines = {normal(p.text) for p in passages(returned, Taken.ALL)} | {
        normal(p.reading(Taken.NONE)) for p in passages(returned, Taken.ALL)
    }

    def known(version: Version) -> int:
        words = (w for c in version.text for w in (*c.heading.values(), *c.text.values()))
        return sum(normal(shown(w)) in lines for w in words)

    versions = [_load(header, register) for header in register.headers]
    return max(reversed(versions), key=known)


def _load(header: Header, register: Register) -> Version:
    known = next((v for v in (register.root, *register.heads) if v.header.hash == header.hash), None)
    return known or register.opened.store.version(header)


def _free_name(stem: str, taken: frozenset[str], register: Register) -> str:
    folder = register.opened.path / "inputs"
    names = (stem, *(f"{stem}.{n}" for n in range(2, 1000)))
    known = taken | register.inputs_by_name.keys()
    return next(n for n in names if n not in known and not (folder / f"{n}.yaml").exists())


def _checked(findings: Findings, letter: Letter, name: str, register: Register) -> tuple[Input, bytes, Findings]:
    """The input, read back as `loi merge` will read it. What would be refused there is put aside for a person."""
    some = list(entries(findings, letter))
    unplaced = list(findings.unplaced)
    for _again in range(_MOST_REPAIRS):
        lines = list(input_lines(some, unplaced, letter))
        data = ("\n".join(line for line, _number in lines) + "\n").encode()
        try:
            one = check_input(Source.from_bytes(f"inputs/{name}.yaml", data), name, register)
        except BadInput as bad:
            wrong = {lines[p.place.line - 1][1]: p.message for p in bad.problems if 0 < p.place.line <= len(lines)}
            wrong.pop(-1, None)
            if not wrong:
                raise
            for number in sorted(wrong, reverse=True):
                unplaced.append(_put_aside(some.pop(number), wrong[number]))
        else:
            kept = tuple(entry.finding for entry in some)
            changes = tuple(c for c in findings.changes if any(c is k for k in kept))
            said = tuple(s for s in findings.said if any(s is k for k in kept))
            return one, data, replace(findings, changes=changes, said=said, unplaced=tuple(unplaced))
    raise LoiError(_("what it says cannot be written as an input"), _("take it in by hand, with `loi collect`"))


def _put_aside(entry: Entry, why: str) -> Unplaced:
    text = " ".join(line.strip() for line in entry.lines if not line.strip().startswith("#"))
    return Unplaced(text=normal(text), why=why, near=entry.finding.clause)


def _three_ways(findings: Findings, register: Register) -> Iterator[ThreeWays]:
    now: Text = (register.heads or (register.root,))[-1].text
    clauses = now.by_id()
    positions: dict[str, list[tuple[str, Position]]] = {}
    for one in register.inputs:
        for proposal in one.proposals:
            if isinstance(proposal, Position):
                positions.setdefault(proposal.clause, []).append((one.side, proposal))
    for finding in findings.changes:
        clause = clauses.get(finding.clause)
        ours = {} if clause is None else _as_it_stands(clause.heading, clause.text)
        yield ThreeWays(finding=finding, ours=ours, positions=tuple(positions.get(finding.clause, ())))


def _as_it_stands(heading: Mapping[str, Words], text: Mapping[str, Words]) -> dict[str, str]:
    found = {f"heading.{language}": shown(words) for language, words in heading.items()}
    return found | {f"text.{language}": shown(words) for language, words in text.items()}
