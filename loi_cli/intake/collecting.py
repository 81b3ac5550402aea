"""What units send, taken into inputs/: checked, named, kept byte for byte."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from loi_cli.files.source import Source
from loi_cli.files.together import write_all_new
from loi_cli.history.canonical import sha256
from loi_cli.i18n import _
from loi_cli.intake.enclosures import NOTHING_SENT, Sent, Sort, enclosures, is_litter
from loi_cli.intake.forms.reading import NOTHING_FILLED_IN, draft_of_form
from loi_cli.intake.forms.sheet import Sheet, sheet_of
from loi_cli.intake.input_writing import input_bytes
from loi_cli.intake.receiving.findings import Unplaced
from loi_cli.intake.receiving.printer import Printer
from loi_cli.intake.receiving.receiving import Arrived, shows_its_version, understand
from loi_cli.intake.receiving.senders import FromUnit
from loi_cli.intake.receiving.writing import line_of
from loi_cli.intake.register import Register, check_input
from loi_cli.intake.rounds import current_round
from loi_cli.model.dossier import Unit
from loi_cli.model.inputs import Input, Insert
from loi_cli.model.problems import BadInput, LoiError, Place, Problem
from loi_cli.model.records import KeptFile
from loi_cli.word.reader import read_docx
from loi_cli.word.unpacking import UnfitFile

OTHER_UNIT = "F309"
NO_NAME = "F310"
UNFIT = "F314"
UNKNOWN_SORT = "F311"
NO_PAPER = "F318"

_LARGEST_FORM = 50 * 2**20

_COMMENT = re.compile(r"^[ \t]*(?:#.*)?\r?\n", re.MULTILINE)
_UNFILLED = re.compile(r"(?:(?:schema|unit|round|base|date):.*\r?\n)+proposals:[ \t]*\s*")
"""The file of a request as it was sent, once its comments are out."""

_KEY = r"^{key}:[ \t]*[\"']?([^\s\"'#]+)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """What was understood of a file. `known`: the very same was taken in before. `original`: the file as it came, where
    the input was written from it; `notes`: words in it, or in its mail, that have no place in an input; where we wrote
    that, they stand there as comments.
    `doubt`: what may not be as it seems."""

    input: Input
    shown: str
    data: bytes
    known: bool
    original: tuple[KeptFile, bytes] | None = None
    notes: tuple[str, ...] = ()
    doubt: str = ""


def sources(files: Sequence[Path], standard_input: Callable[[], bytes]) -> Iterator[Sent]:
    """The files meant: each file itself, of a folder all that it holds, at any depth and in order.

    Nothing that a person put there is passed over in silence; what programs leave behind is. Raises BadInput for a
    folder that holds nothing.
    """
    for file in files:
        if str(file) == "-":
            yield Sent(shown="<stdin>", data=standard_input())
        elif file.is_dir():
            below = sorted(_below(file))
            if not below:
                message = _("this folder holds no file")
                raise BadInput([_problem(NOTHING_SENT, str(file), message, _("name another one"))])
            yield from (Sent(shown=str(one), path=one) for one in below)
        else:
            yield Sent(shown=str(file), path=file)


def _below(folder: Path) -> Iterator[Path]:
    for path in folder.iterdir():
        if is_litter(path.name):
            continue
        if path.is_dir() and not path.is_symlink():
            yield from _below(path)
        else:
            yield path


def collect_all(
    sent: Sent, register: Register, before: Sequence[Receipt], unit: str | None, today: date, printer: Printer
) -> "Collected":
    """Understand a file and all that it holds: a mail's attachments, an archive's files.

    Who answers by mail often sends the forms back that stayed empty too, and the scan of a signed letter: beside an
    input they are no problem, but they are named.
    """
    receipts: list[Receipt] = []
    problems: list[Problem] = []
    beside: list[Problem] = []
    try:
        for one in enclosures(sent):
            try:
                receipts.append(collect(one, register, [*before, *receipts], unit, today, printer))
            except BadInput as bad:
                for problem in bad.problems:
                    is_beside = problem.code == NOTHING_FILLED_IN or (one.mail and problem.code == UNKNOWN_SORT)
                    (beside if is_beside else problems).append(problem)
    except BadInput as bad:
        problems += bad.problems
    if not receipts:
        return Collected((), (*problems, *beside), ())
    return Collected(tuple(receipts), tuple(problems), tuple(beside))


@dataclass(frozen=True, slots=True)
class Collected:
    """What one file gave. `beside` came along: forms that say nothing, attachments that are no inputs."""

    receipts: tuple[Receipt, ...]
    problems: tuple[Problem, ...]
    beside: tuple[Problem, ...]


def collect(
    sent: Sent, register: Register, before: Sequence[Receipt], unit: str | None, today: date, printer: Printer
) -> Receipt:
    """Understand one file. Raises BadInput with all that keeps it from being an input of this dossier.

    `printer` makes our papers once more, for a Word file that is one of them, marked up.
    """
    original: tuple[KeptFile, bytes] | None = None
    notes: tuple[str, ...] = ()
    if sent.sort is Sort.WORD:
        data = sent.data if sent.data is not None else _bytes(sent)
        earlier = _taken_from(KeptFile(sent.name, sha256(data)), register, before)
        if earlier is not None:
            return Receipt(input=earlier, shown=sent.shown, data=b"", known=True)
        arrived = _arrived(sent, data)
        sheet = sheet_of(arrived.text)
        if sheet is None:
            return _marked_up(sent, arrived, register, before, unit, today, printer)
        source, original, notes = _written_from_form(sent, sheet, data, register, before, unit, today, printer)
    elif sent.sort is Sort.YAML:
        source = Source.read(sent.path, sent.shown) if sent.path else Source.from_bytes(sent.shown, sent.data or b"")
        if _UNFILLED.fullmatch(_COMMENT.sub("", source.text)):
            help = _("take the signs of comment away before what you change, or write `no-comment: true`")
            raise BadInput([_problem(NOTHING_FILLED_IN, sent.shown, _("nothing is filled in"), help)])
        notes = tuple(map(line_of, _said_along(sent)))
    else:
        message = _("this is no YAML file, no Word form (.docx), no mail (.eml) and no archive (.zip)")
        raise BadInput([_problem(UNKNOWN_SORT, sent.shown, message, _("ask for it as one of these"))])
    stem = _named(source)
    taken = {i.name: i.sha256 for i in register.inputs} | {r.input.name: r.input.sha256 for r in before}
    folder = register.opened.path / "inputs"
    for name in _names(stem):
        known = taken.get(name) == source.sha256
        if known or (name not in taken and not (folder / f"{name}.yaml").exists()):
            break
    one = check_input(source, name, register)._replace(file=f"inputs/{name}.yaml")
    if unit is not None and one.unit != unit:
        message = _("this is an input of {whose}").format(whose=one.unit or one.party)
        raise BadInput([_problem(OTHER_UNIT, sent.shown, message, _("leave --unit out, or name its unit"))])
    return Receipt(input=one, shown=sent.shown, data=source.data, known=known, original=original, notes=notes)


def _arrived(sent: Sent, data: bytes) -> Arrived:
    """A Word file with its words. Raises BadInput for one that is not let in."""
    try:
        return Arrived(sent.name, data, read_docx(data))
    except UnfitFile as unfit:
        raise BadInput([_problem(UNFIT, sent.shown, unfit.message, unfit.hint)]) from None


def _written_from_form(
    sent: Sent,
    sheet: Sheet,
    data: bytes,
    register: Register,
    before: Sequence[Receipt],
    unit: str | None,
    today: date,
    printer: Printer,
) -> tuple[Source, tuple[KeptFile, bytes], tuple[str, ...]]:
    """The input that a Word form says, the form as it came, and words in it that have no place."""
    file = KeptFile(sent.name, sha256(data))
    fresh = [p.clause for one in before for p in one.input.proposals if isinstance(p, Insert)]
    draft = draft_of_form(sheet, sent.shown, register, unit, _day(sent, today), printer, fresh)
    draft = replace(draft, notes=(*draft.notes, *map(line_of, _said_along(sent))))
    whence = _("{file} (Word form, sha256 {hash})").format(file=file.name, hash=file.sha256)
    try:
        written = input_bytes(replace(draft, source=f"{sent.mail.said}: {whence}" if sent.mail else whence))
    except LoiError as error:  # a character that no file may hold
        raise BadInput([_problem("F005", sent.shown, error.message, error.hint)]) from None
    return Source.from_bytes(sent.shown, written), (file, data), draft.notes


def _marked_up(
    sent: Sent,
    arrived: Arrived,
    register: Register,
    before: Sequence[Receipt],
    given: str | None,
    today: date,
    printer: Printer,
) -> Receipt:
    """The input that a paper of ours amounts to in which a unit tracked changes, or made them untracked."""
    day = _day(sent, today)
    try:
        told = shows_its_version(arrived.text, register)
        unit = _whose(sent, told, register, given)
        said = sent.mail.said if sent.mail else ""
        sender = FromUnit(unit.id, current_round(register.opened.dossier, unit, day), said, _said_along(sent))
        names = [one.input.name for one in before]
        paper = understand(arrived, sender, register, printer, day, None, names)
    except LoiError as error:
        if isinstance(error, BadInput):
            raise
        raise BadInput([_problem(NO_PAPER, sent.shown, error.message, error.hint)]) from None
    notes = tuple(line_of(one) for one in paper.findings.unplaced)
    original = (KeptFile(sent.name, sha256(arrived.data)), arrived.data)
    doubt = ""
    if paper.reader is not None:
        doubt = _("it was made for {party}: if {party} sent it back, withdraw this, and `loi receive … --from {party}`")
    return Receipt(
        input=paper.input,
        shown=sent.shown,
        data=paper.input_data,
        known=False,
        original=original,
        notes=notes,
        doubt=doubt.format(party=paper.reader),
    )


def _whose(sent: Sent, told: bool, register: Register, given: str | None) -> Unit:
    """The unit that marked a paper up: as given, else by the address that the mail came from. Raises LoiError.

    A file that bears no version of ours may be anything; only who names its unit says that it is meant.
    """
    units = register.opened.dossier.units
    if given is not None:
        return units[given]
    if not told:
        raise LoiError(
            _("this is a Word file, and neither a form of ours nor a paper that shows its version"),
            _("if a unit marked up one of our papers, say which: --unit UNIT; or give the wish in words: "
              "`loi propose … --source`"),
        )  # fmt: skip
    said = sent.mail.said.casefold() if sent.mail else ""
    found = [one for one in units.values() if one.mail and one.mail.casefold() in said]
    if len(found) == 1:
        return found[0]
    raise LoiError(_("it does not say whose changes these are"), _("say whose it is: --unit UNIT"))


def _day(sent: Sent, today: date) -> date:
    """The day on which it was sent, as far as that is known."""
    return (sent.mail and sent.mail.day) or today


def _said_along(sent: Sent) -> tuple[Unplaced, ...]:
    """What a mail says beside its attachments: it has no place in an input, and is told with each of them."""
    words = sent.mail.words if sent.mail else ""
    return (Unplaced(text=words, why=_("in the mail itself")),) if words else ()


def _taken_from(file: KeptFile, register: Register, before: Sequence[Receipt]) -> Input | None:
    """The input that was written from the very same form before."""
    every = (*register.inputs, *(r.input for r in before))
    return next((one for one in every if file.sha256 in one.source), None)


def _bytes(sent: Sent) -> bytes:
    assert sent.path is not None
    try:
        if sent.path.is_symlink() or (sent.path.exists() and not sent.path.is_file()):
            raise BadInput([_problem("F002", sent.shown, _("is not a regular file"), _("put the file itself there"))])
        with sent.path.open("rb") as file:
            data = file.read(_LARGEST_FORM + 1)
    except OSError as error:
        message = _("cannot be read: {reason}").format(reason=error.strerror or error)
        help = _("look at its name, and whether you may read it")
        raise BadInput([_problem("F001", sent.shown, message, help)]) from None
    if len(data) > _LARGEST_FORM:
        message = _("it is larger than {n} MB").format(n=_LARGEST_FORM >> 20)
        raise BadInput([_problem("F003", sent.shown, message, _("is it the right file?"))])
    return data


def keep(receipts: Sequence[Receipt], register: Register) -> None:
    """Put the very bytes into inputs/, and the forms they were written from into records/files/: all of them, or, where
    one cannot be written, none."""
    folder = register.opened.path
    originals = {folder / r.original[0].path: r.original[1] for r in receipts if r.original and not r.known}
    fresh = {folder / "inputs" / f"{r.input.name}.yaml": r.data for r in receipts if not r.known}
    write_all_new({**originals, **fresh})


def _named(source: Source) -> str:
    """The name that a file of this content bears. What it says of itself is looked up before it is read, since the
    reading checks it against the name."""
    said = {key: _said(key, source.text) for key in ("unit", "round", "party", "date")}
    if said["unit"] and said["round"]:
        return f"{said['unit']}-{said['round']}"
    if said["party"] and said["date"]:
        return f"{said['party']}-{said['date']}"
    raise BadInput(
        [
            _problem(
                NO_NAME,
                source.path,
                _("it does not say whose input it is, or for which round"),
                _("it begins with `unit: …` and `round: …`, or `party: …` and `date: …`; `loi schema input` says more"),
            )
        ]
    )


def _said(key: str, text: str) -> str | None:
    match = re.search(_KEY.format(key=key), text, re.MULTILINE)
    # A name that could leave the folder is refused by the reading; here it only must not become a path.
    return re.sub(r"[^A-Za-z0-9-]", "-", match[1]) if match else None


def _names(stem: str) -> Iterator[str]:
    yield stem
    for further in range(2, 1000):
        yield f"{stem}.{further}"


def _problem(code: str, shown: str, message: str, remedy: str) -> Problem:
    return Problem(code=code, message=message, place=Place(shown), help=remedy)
