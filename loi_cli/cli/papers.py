"""Making papers: material from the register, documents onto the shelf, a line for each."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from loi_cli.cli.choosing import language_named, one_of
from loi_cli.cli.session import Session, now
from loi_cli.files.shelf import Shelf, Shelved
from loi_cli.i18n import _
from loi_cli.intake.agreements import agreed_now
from loi_cli.intake.merging import Prospect
from loi_cli.intake.register import Register
from loi_cli.model.identifiers import nearest
from loi_cli.model.meetings import Meeting
from loi_cli.model.problems import LoiError
from loi_cli.model.versions import Version
from loi_cli.render.disclosure import held_back
from loi_cli.render.material import Material
from loi_cli.render.own_templates import templates_folder
from loi_cli.render.papers import Contexts, paper_named, render_html, sheets
from loi_cli.render.protocol import order_of_languages


class PaperFormat(StrEnum):
    DOCX = "docx"
    HTML = "html"
    PDF = "pdf"
    XLSX = "xlsx"


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """One paper on the shelf."""

    paper: str
    receiver: str | None
    shelved: Shelved


def formats_named(text: str) -> tuple[PaperFormat, ...]:
    """`docx,html` as formats. Raises LoiError for one that there is not."""
    known = [f.value for f in PaperFormat]
    named = dict.fromkeys(part.strip().lower() for part in text.split(","))
    return tuple(
        PaperFormat(one_of(name, known, _("there is no format “{name}”"), _("they are: {names}"))) for name in named
    )


def party_named(code: str | None, register: Register) -> str | None:
    """The party that papers are for; None for our own side. Raises LoiError."""
    dossier = register.opened.dossier
    if code is None or code == dossier.home:
        return None
    if code in dossier.parties:
        return code
    near = nearest(code.upper(), dossier.parties)
    raise LoiError(
        _("the dossier has no party “{code}”").format(code=code),
        _("did you mean “{near}”?").format(near=near)
        if near
        else _("its parties are: {codes}").format(codes=", ".join(dossier.parties)),
    )


def languages_named(text: str | None, register: Register, receiver: str | None) -> tuple[str, ...]:
    """`id,en` as languages of the dossier; all of them, in the order of the original, when none is named."""
    dossier = register.opened.dossier
    named = tuple(language_named(part.strip(), dossier) for part in (text or "").split(",") if part.strip())
    return named or order_of_languages(dossier, receiver or dossier.home)


def material(
    register: Register,
    found: Prospect,
    *,
    version: Version,
    against: Version | None,
    receiver: str | None,
    languages: tuple[str, ...],
    meeting: Meeting | None = None,
) -> Material:
    return Material(
        dossier=register.opened.dossier,
        version=version,
        against=against,
        inputs=register.inputs,
        outcomes=found.outcomes,
        bases=_bases(register) if receiver is None else {},
        agreed=agreed_now(register, version.text),
        meeting=meeting,
        today=now().date(),
        receiver=receiver,
        languages=languages,
    )


def _bases(register: Register) -> dict[str, Version]:
    """The version that each input was written against."""
    store = register.opened.store
    loaded = {v.header.hash: v for v in (register.root, *register.heads)}
    out = {}
    for one in register.inputs:
        header = register.base_of(one)
        if header.hash not in loaded:
            loaded[header.hash] = store.version(header)
        out[one.name] = loaded[header.hash]
    return out


class Press:
    """Turns material into files below out/."""

    def __init__(self, here: Session, register: Register, formats: Sequence[PaperFormat]) -> None:
        self.here = here
        self.formats = formats
        self.dossier = register.opened.path
        self.own = self.dossier / "templates"
        self.made: list[Made] = []
        self.held: dict[str, tuple[str, ...]] = {}
        self._contexts = Contexts()
        self._shelves: dict[Path, Shelf] = {}

    def make(self, paper: str, what: Material) -> None:
        """Make one paper in every format; what a party does not get to see is remembered."""
        folders = [self.own] if self.own.is_dir() else []
        html = render_html(paper, what, folders, self._contexts)
        if what.receiver is not None:
            held = held_back(what.version.text, what.receiver, what.dossier)
            if held and paper_named(paper).name not in ("agenda", "delegations"):
                self.held[paper] = held
        shelf = self._shelf(what.receiver)
        stem = _stem(paper, what)
        for format in self.formats:
            data = _sheets(paper, what, self._contexts) if format is PaperFormat.XLSX else None
            shelved = shelf.put(f"{stem}.{format.value}", data or _document(html, format, self.own))
            self.made.append(Made(paper=paper, receiver=what.receiver, shelved=shelved))

    def tell(self) -> None:
        """Which papers were made, and which were put beside an edited one; words held back."""
        speaker = self.here.console
        for one in self.made:
            speaker.report(self.here.told(one.shelved.path))
            if one.shelved.beside is not None:
                speaker.note(
                    (_("  {file} was edited, or is open: the new one stands beside it").format(
                        file=one.shelved.beside.name), "warning")
                )  # fmt: skip
        for paper, clauses in self.held.items():
            speaker.warn(
                (_("{paper}: our own open words are held back in {clauses}").format(
                    paper=paper, clauses=", ".join(clauses)), "warning")
            )  # fmt: skip

    def as_json(self) -> list[dict[str, object]]:
        return [
            {
                "paper": one.paper,
                "for": one.receiver,
                "file": one.shelved.path.relative_to(self.dossier).as_posix()
                if one.shelved.path.is_relative_to(self.dossier)
                else str(one.shelved.path),
                "beside": one.shelved.beside.name if one.shelved.beside else None,
                "held_back": list(self.held.get(one.paper, ())) if one.receiver else [],
            }
            for one in self.made
        ]

    def _shelf(self, receiver: str | None) -> Shelf:
        folder = self.dossier / "out" / (f"for-{receiver}" if receiver else "internal")
        return self._shelves.setdefault(folder, Shelf(folder))


def document(paper: str, what: Material, format: PaperFormat, own: Path) -> bytes:
    """One paper in one format, for writing elsewhere."""
    if format is PaperFormat.XLSX:
        return _sheets(paper, what, Contexts())
    return _document(render_html(paper, what, [own] if own.is_dir() else []), format, own)


def _document(html: str, format: PaperFormat, own: Path) -> bytes:
    if format is PaperFormat.HTML:
        return html.encode()
    from loi_cli.word.writer import write_docx

    reference = own / "reference.docx"
    if not reference.is_file():
        reference = templates_folder() / "reference.docx"
    data = write_docx(html, reference=reference.read_bytes(), made=_made())
    if format is PaperFormat.PDF:
        from loi_cli.render.pdf import pdf_from_docx

        return pdf_from_docx(data)
    return data


def _sheets(paper: str, what: Material, contexts: Contexts) -> bytes:
    """The paper as a workbook. Raises LoiError for one that is no table."""
    from loi_cli.render.spreadsheet import workbook

    return workbook(sheets(paper, what, contexts), made=_made())


def _made() -> datetime:
    """The time a Word file tells of itself: the day alone, so that a day's renderings are the same bytes."""
    return now().replace(hour=0, minute=0, second=0)


def _stem(paper: str, what: Material) -> str:
    """`loi-v3`, `loi-v3-en`, `redline-v2-v3`, `agenda-2022-02-15-bilateral`."""
    parts = [paper]
    if what.addressee is not None:
        parts.append(what.addressee.unit.id)
    if paper_named(paper).needs_meeting and what.meeting is not None:
        parts.append(what.meeting.name)
    elif paper == "redline" and what.against is not None:
        parts += [what.against.header.label, what.version.header.label]
    else:
        parts.append(what.version.header.label)
    if len(what.languages) < len(what.dossier.languages):
        parts += what.languages
    return "-".join(parts)
