"""loi send."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from loi_cli.cli.choosing import language_named
from loi_cli.cli.looking import inside, secrets
from loi_cli.cli.papers.asking import party_named
from loi_cli.cli.session import ByOption, DryRunOption, Format, FormatOption, author, now, session, typed
from loi_cli.files.shelf import Shelf
from loi_cli.files.together import write_all_new
from loi_cli.history.canonical import sha256
from loi_cli.history.names import version_named
from loi_cli.i18n import _, n_
from loi_cli.intake.opening import OpenDossier
from loi_cli.intake.records.event import record_name
from loi_cli.intake.records.sending import sending_bytes
from loi_cli.intake.register import Register
from loi_cli.model.problems import LoiError
from loi_cli.model.records import KeptFile
from loi_cli.model.versions import Header
from loi_cli.render.leaks import Finding, findings
from loi_cli.word.innards import Innards
from loi_cli.word.unpacking import UnfitFile

HELP = _(
    """Looks into every part of each file for anything internal: comments, changes by units, names of units, reasons,
positions, what a file tells of people and machines. Where something is found it says what, exits 1 and records
nothing; else what left is a record with the very bytes. From then on `sent` names that version: `loi diff sent head`.

Examples:  loi send out/for-BLR/loi-v3.docx --to BLR --letter "B-12/KPAII/I/2022"
·  loi send out/for-BLR/*.docx --to BLR --dry-run"""
)

_STAMP = re.compile(r"\b(v\d+(?:-preview)?) · ([0-9a-f]{8})\b")
_LABEL = re.compile(r"-(v\d+)(?:-|\.|\Z)")
_LARGEST = 200 * 2**20


@dataclass(frozen=True, slots=True)
class _Paper:
    """A file that shall leave. `ours`: it lies among the papers for the party just as loi made it; `inside` is None
    where nobody can look into it."""

    path: Path
    data: bytes
    ours: bool
    inside: Innards | None

    @property
    def file(self) -> KeptFile:
        return KeptFile(self.path.name, sha256(self.data))


def command(
    ctx: typer.Context,
    files: Annotated[list[Path], typer.Argument(metavar="FILE…", help=_("The papers."))],
    to: Annotated[str, typer.Option("--to", metavar="PARTY", help=_("The party that they go to."))],
    letter: Annotated[str, typer.Option("--letter", metavar="NUMBER", help=_("The number of the letter."))] = "",
    version: Annotated[
        str | None, typer.Option("--version", metavar="VERSION", help=_("Which version; else as the papers say."))
    ] = None,
    language: Annotated[
        str | None, typer.Option("--language", metavar="LANG,…", help=_("Which languages; else as the papers say."))
    ] = None,
    by: ByOption = "",
    dry_run: DryRunOption = False,
    format: FormatOption = Format.TEXT,
) -> None:
    here = session(ctx)
    register = here.register(keep_going=True)
    opened = register.opened
    receiver = party_named(to, register)
    if receiver is None:
        raise LoiError(_("{party} is ourselves").format(party=to), _("name the other party: --to {party}").format(
            party=opened.dossier.other))  # fmt: skip
    papers = [_look(path, opened, receiver) for path in files]
    header = _version(version, papers, opened)
    wrong = list(_wrong(papers, header, register, receiver))
    languages = _languages(language, papers, opened)
    kept = [paper.file for paper in papers]
    record = None
    is_known = False
    if not wrong and not dry_run:
        day = now().date()
        data = sending_bytes(
            to=receiver,
            letter=typed(letter, "--letter", 200) if letter.strip() else "",
            version=header.hash,
            text=header.text_hash,
            languages=languages,
            files=kept,
            by=author(by),
            date=day,
        )
        record = f"records/{record_name(day, 'sent', data)}.yaml"
        is_known = (opened.path / record).exists()
        bytes_ = {opened.path / paper.file.path: paper.data for paper in papers}
        write_all_new({**bytes_, opened.path / record: data})
    if format is Format.JSON:
        here.console.json({
            "schema": 1, "to": receiver, "letter": letter or None, "version": header.full_label,
            "text_hash": header.text_hash, "languages": list(languages),
            "files": [{"name": one.name, "sha256": one.sha256, "kept": one.path if record else None} for one in kept],
            "record": record,
            "findings": [{"file": f.file, "part": f.part, "message": f.what} for f in wrong],
        })  # fmt: skip
    else:
        for one in kept:
            here.console.report((one.name, "strong"), f"  {header.label}  ", (f"sha256 {one.sha256[:8]}", "muted"))
        for found in wrong:
            here.console.report(f"{found.file}: ", (found.what, "error"), f"  {found.part}")
    if wrong:
        count = len({f.file for f in wrong})
        here.console.warn(n_("{n} file holds what may not leave; nothing was recorded",
                             "{n} files hold what may not leave; nothing was recorded", count))  # fmt: skip
        raise typer.Exit(1)
    if record and is_known:
        here.console.note(_("recorded already: {file}").format(file=record))
    elif record:
        here.tell_record(record)
    if record:
        here.console.note(_("next: `loi diff sent head` shows what changes from now on"))
    else:
        here.console.note(_("nothing internal was found; nothing was recorded"))


def _look(path: Path, opened: OpenDossier, receiver: str) -> _Paper:
    """A file with what is in it. Raises LoiError for one that is not there or not regular."""
    try:
        if path.is_symlink() or not path.is_file():
            raise LoiError(_("{file} is no file").format(file=path), _("name the papers themselves"))
        if path.stat().st_size > _LARGEST:
            raise LoiError(_("{file} is larger than {n} MB").format(file=path, n=_LARGEST >> 20))
        data = path.read_bytes()
    except OSError as error:
        raise LoiError(_("{file} cannot be read: {reason}").format(file=path, reason=error.strerror or error)) from None
    shelves = [opened.path / "out" / f"{sort}-{receiver}" for sort in ("for", "final")]
    ours = any(path.resolve().parent == it.resolve() and Shelf(it).made(path.name, data) for it in shelves)
    try:
        return _Paper(path, data, ours, inside(path.name, data))
    except UnfitFile as error:
        raise LoiError(f"{path}: {error.message}", error.hint) from None


def _wrong(papers: Iterable[_Paper], header: Header, register: Register, receiver: str) -> Iterable[Finding]:
    opened = register.opened
    ours_alone = secrets(register, [opened.store.version(header).text], receiver)
    for paper in papers:
        if paper.inside is not None:
            yield from findings(paper.path.name, paper.inside, ours_alone, opened.dossier)
        elif not paper.ours:
            what = _("it cannot be looked into; papers of this sort leave only as `loi render --for {party}` made them")
            yield Finding(paper.path.name, "", what.format(party=receiver))


def _version(given: str | None, papers: Sequence[_Paper], opened: OpenDossier) -> Header:
    """The one version that the papers show, by the stamp on their pages. Raises LoiError for none, or two."""
    if given is not None:
        return version_named(given, opened.headers, opened.tags)
    found: dict[str, Header] = {}
    for paper in papers:
        stamps = {s for _part, words in (paper.inside.words if paper.inside else ()) for s in _STAMP.findall(words)}
        for label, text in stamps:
            fitting = [h for h in opened.headers if h.label == label and h.text_hash.startswith(text)]
            if not fitting:
                raise LoiError(
                    _("{file} shows a text that is no version here: {stamp}").format(
                        file=paper.path.name, stamp=f"{label} · {text}"
                    ),
                    _("`loi merge` records what waits; then render it anew"),
                )
            found[fitting[0].text_hash] = fitting[-1]
        if not stamps and paper.ours and (named := _LABEL.search(paper.path.stem)):
            header = version_named(named[1], opened.headers)
            found[header.text_hash] = header
    if len(found) > 1:
        both = ", ".join(h.full_label for h in found.values())
        raise LoiError(_("the papers show two versions: {both}").format(both=both), _("say which one: --version V"))
    if not found:
        raise LoiError(_("the papers do not say which version they show"), _("say which: --version V"))
    return next(iter(found.values()))


def _languages(given: str | None, papers: Sequence[_Paper], opened: OpenDossier) -> tuple[str, ...]:
    """Those of the dossier that the papers are marked to hold."""
    dossier = opened.dossier
    if given is not None:
        named = [language_named(part.strip(), dossier) for part in given.split(",") if part.strip()]
        return tuple(dict.fromkeys(named))
    marked = {language for paper in papers if paper.inside for language in paper.inside.languages}
    return tuple(language for language in dossier.languages if language.split("-")[0] in marked)
