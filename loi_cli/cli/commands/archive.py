"""loi archive."""

import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from loi_cli.checks.examination import subject_of
from loi_cli.checks.finality import open_in
from loi_cli.cli.complaints import tell
from loi_cli.cli.session import (
    ByOption,
    DryRunOption,
    Format,
    FormatOption,
    ReasonOption,
    Session,
    moment,
    now,
    session,
    signed,
    typed,
)
from loi_cli.files.shelf import Shelf
from loi_cli.history.archive import archive_bytes, damage_in, files_of, unpack
from loi_cli.history.canonical import sha256
from loi_cli.history.verify import verify
from loi_cli.i18n import _, n_
from loi_cli.intake.calendar import all_meetings
from loi_cli.intake.merging import must_be_open, prospect
from loi_cli.intake.records.closing import closing_bytes
from loi_cli.intake.records.keeping import Written, keep_step, named
from loi_cli.intake.records.undoing import undoing_bytes
from loi_cli.intake.register import Register
from loi_cli.model.problems import LoiError
from loi_cli.model.records import KeptFile
from loi_cli.model.versions import Header
from loi_cli.render.manifest import held_against, manifest_in, manifests_in

HELP = _(
    """Puts everything into one zip: the signed scans, the originals and their manifests, versions, inputs, records. It
is read back and checked before it is announced, and the same dossier gives the same bytes. The dossier is closed then:
nothing is merged until --reopen, which is a record as well. Refuses with exit 1 while anything is open, or while the
originals of out/final-PARTY/ are not those of the newest version.

Examples:  loi archive --signed scan.pdf --by OFFICE   ·   loi archive --reopen --by OFFICE --reason WHY"""
)

_LARGEST = 200 * 2**20


def command(
    ctx: typer.Context,
    scans: Annotated[
        list[Path] | None, typer.Option("--signed", metavar="FILE", help=_("A signed original as it was scanned."))
    ] = None,
    reopen: Annotated[bool, typer.Option("--reopen", help=_("Open the dossier again."))] = False,
    by: ByOption = "",
    reason: ReasonOption = "",
    dry_run: DryRunOption = False,
    format: FormatOption = Format.TEXT,
) -> None:
    here = session(ctx)
    register = here.register()
    if reopen:
        _reopen(here, register, scans or [], by, reason, dry_run, format)
        return
    by, reason = typed(by, "--by", 100), typed(reason, "--reason", 2000)
    if not by or not scans:
        raise LoiError(
            _("a dossier is closed with what was signed, and by an office"),
            _("add --signed FILE for each scan, and --by OFFICE (or set LOI_BY)"),
        )
    must_be_open(register.opened)
    kept = _scanned(scans)
    header = _refuse_while_open(here, register)
    originals = _originals(here, register, header)
    time = now()
    closing = closing_bytes(
        version=header.hash,
        text=header.text_hash,
        files=[file for file, _data in kept],
        by=by,
        date=time.date(),
        at=moment(time),
        reason=reason,
    )
    record = named(time.date(), "closed", closing)
    data = archive_bytes(header, {**files_of(register.opened.path), **originals, **_signed(kept, record)})
    folder = register.opened.path
    name = f"{folder.resolve().name}-{header.label}-{header.text_hash[:8]}.zip"
    shelf = folder / "out" / "archive"
    if dry_run:
        here.console.report(here.linked(shelf / name))
        return
    path = Shelf(shelf).put(name, data).path
    count = _must_read_back(path, data)
    keep_step(register.opened, [record], kept)
    if format is Format.JSON:
        here.console.json({
            "schema": 1, "version": header.full_label, "text_hash": header.text_hash, "archive": here.told(path),
            "sha256": sha256(data), "files": count, "record": f"records/{record[0]}.yaml",
        })  # fmt: skip
        return
    here.console.report(here.linked(path))
    here.console.note(
        n_("{n} file in it", "{n} files in it", count),
        _(", all read back as they were; sha256 {hash}").format(hash=sha256(data)),
    )
    here.tell_record(f"records/{record[0]}.yaml")
    here.console.note(_("the dossier is closed; next: keep the archive in a place of its own"))


def _reopen(
    here: Session, register: Register, scans: Sequence[Path], by: str, reason: str, dry_run: bool, format: Format
) -> None:
    by, reason = signed(by, reason, _("opening a dossier again has a name and a reason"))
    if scans:
        raise LoiError(_("--reopen and --signed do not go together"), _("open the dossier; close it again later"))
    closing = register.opened.closing
    if closing is None:
        raise LoiError(_("the dossier is open"), _("`loi archive --signed FILE --by OFFICE` closes it"))
    time = now()
    data = undoing_bytes(undoes=closing.name, by=by, date=time.date(), at=moment(time), reason=reason)
    record = named(time.date(), "undo", data)
    if dry_run:
        here.console.report(_("the dossier would be open again"))
        return
    keep_step(register.opened, [record])
    if format is Format.JSON:
        here.console.json({"schema": 1, "reopened": closing.name, "record": f"records/{record[0]}.yaml"})
        return
    here.console.report(_("the dossier is open again"))
    here.tell_record(f"records/{record[0]}.yaml")


def _scanned(scans: Sequence[Path]) -> list[tuple[KeptFile, bytes]]:
    """The scans with the names that they are kept under. Raises LoiError for one that cannot be read, or two of one
    name."""
    kept: dict[str, tuple[KeptFile, bytes]] = {}
    for path in scans:
        try:
            if path.is_symlink() or not path.is_file():
                raise LoiError(_("{file} is no file").format(file=path), _("name the scans themselves"))
            if path.stat().st_size > _LARGEST:
                raise LoiError(_("{file} is larger than {n} MB").format(file=path, n=_LARGEST >> 20))
            data = path.read_bytes()
        except OSError as error:
            raise LoiError(
                _("{file} cannot be read: {reason}").format(file=path, reason=error.strerror or error)
            ) from None
        if not data:
            raise LoiError(_("{file} is empty").format(file=path), _("scan it anew"))
        if path.name in kept:
            raise LoiError(_("two scans are called {name}").format(name=path.name), _("give each a name of its own"))
        kept[path.name] = KeptFile(typed(path.name, "--signed", 200), sha256(data)), data
    return list(kept.values())


def _refuse_while_open(here: Session, register: Register) -> Header:
    """The version that is closed: the one head. Exits 1 with all that is open in it or damaged."""
    opened = register.opened
    if len(opened.heads) != 1:
        raise LoiError(
            _("there is no version yet") if not opened.heads else _("there are several heads"),
            _("`loi merge` records what waits, and joins heads"),
        )
    version = register.heads[0]
    subject = subject_of(register, prospect(register, now(), "loi"), all_meetings(opened), now().date())
    problems = open_in(version, subject)
    _count, damage = verify(opened.path)
    for one in damage:
        here.console.warn((f"{one.file}: ", "strong"), (one.message, "error"))
    if problems:
        tell(problems, here.console, opened.path)
    if problems or damage:
        counted = n_("{n} point is open", "{n} points are open", len(problems) + len(damage))
        here.console.warn((_("the dossier was not closed: "), "error"), counted)
        raise typer.Exit(1)
    return version.header


def _originals(here: Session, register: Register, header: Header) -> dict[str, bytes]:
    """The originals of every party, by their paths in the archive. Exits 1 where they are not there, or not whole, or
    of another text."""
    found: dict[str, bytes] = {}
    wrong = []
    for party in register.opened.dossier.parties:
        folder = register.opened.path / "out" / f"final-{party}"
        manifests = tuple(p for p in manifests_in(folder) if manifest_in(p).text == header.text_hash)
        if not manifests:
            missing = _("there is no original of {version} for {party}: `loi render loi --final --for {party}`")
            wrong.append(missing.format(version=header.label, party=party))
            continue
        for damage in held_against(folder, manifests)[1]:
            wrong.append(f"{here.told(folder / damage.file)}: {damage.message}")
        found |= {
            f"final/{party}/{path.name}": path.read_bytes()
            for path in sorted(folder.iterdir())
            if path.is_file() and not path.name.startswith(".")
        }
    for message in wrong:
        here.console.warn((message, "error"))
    if wrong:
        here.console.warn((_("the dossier was not closed"), "error"))
        raise typer.Exit(1)
    return found


def _signed(kept: Sequence[tuple[KeptFile, bytes]], record: Written) -> dict[str, bytes]:
    """The scans by their own names, for people; and as they and the record lie in the dossier."""
    return {
        **{f"signed/{file.name}": data for file, data in kept},
        **{file.path: data for file, data in kept},
        f"records/{record[0]}.yaml": record[1],
    }


def _must_read_back(path: Path, data: bytes) -> int:
    """How many files the archive on the disk holds. Raises LoiError where it is not the one that was written, or the
    dossier in it is not whole."""
    count, damage = damage_in(path)
    if not damage and path.read_bytes() == data:
        with tempfile.TemporaryDirectory() as folder:
            unpack(path, Path(folder))
            damage = verify(Path(folder))[1]
        if not damage:
            return count
    first = damage[0].file if damage else path.name
    raise LoiError(
        _("{archive} does not read back as it was written: {first}").format(archive=path, first=first),
        _("the dossier stays open; look at the disk, and do it again"),
    )
