"""Making papers: material from the register, documents onto the shelf, a line for each."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from loi_cli.cli.choosing import language_named, one_of
from loi_cli.cli.looking import inside
from loi_cli.cli.progress import progress
from loi_cli.cli.session import Session, now
from loi_cli.files.packed import templates_folder
from loi_cli.files.shelf import Shelf, Shelved
from loi_cli.history.names import SENT, version_named
from loi_cli.i18n import _
from loi_cli.intake.agreements import agreed_now
from loi_cli.intake.merging import Prospect
from loi_cli.intake.register import Register
from loi_cli.model.identifiers import nearest
from loi_cli.model.meetings import Meeting
from loi_cli.model.problems import LoiError
from loi_cli.model.versions import Version
from loi_cli.render.bundle import bundle
from loi_cli.render.disclosure import Uneven, held_back, uneven
from loi_cli.render.fonts import missing_fonts
from loi_cli.render.layout import Layout
from loi_cli.render.leaks import Finding, Secret, findings
from loi_cli.render.marks import Marks
from loi_cli.render.material import Material
from loi_cli.render.papers import Contexts, paper_named, render_html, sheets, title_and_language
from loi_cli.render.pdf import Printed, ToPrint, libreoffice, pdfs_of
from loi_cli.render.protocol import order_of_languages

if TYPE_CHECKING:
    from loi_cli.word.bodies import Bodies

_WITHOUT_TEXT = (
    "agenda", "agreed-minutes", "attendance", "badges", "certificate", "delegations", "invitation", "place-cards",
    "rundown",
)  # fmt: skip
"""Papers that show no words of clauses."""


LayoutOption = Annotated[str, typer.Option("--layout", metavar="LAYOUT", help=_("parallel, sequence or separate."))]
TemplatesOption = Annotated[
    Path | None, typer.Option("--templates", metavar="DIR", help=_("Templates that come before all others."))
]


class PaperFormat(StrEnum):
    DOCX = "docx"
    HTML = "html"
    PDF = "pdf"
    XLSX = "xlsx"
    ICS = "ics"


class Made(NamedTuple):
    """One paper on the shelf."""

    paper: str
    receiver: str | None
    shelved: Shelved


def layout_named(name: str) -> Layout:
    """Raises LoiError for a layout that there is not."""
    return Layout(one_of(name, list(Layout), _("there is no layout “{name}”"), _("they are: {names}")))


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


def last_sent(register: Register) -> Version | None:
    """The version that went to the other party last."""
    opened = register.opened
    if not any(one.tag == SENT for one in opened.tags):
        return None
    return opened.store.version(version_named(SENT, opened.headers, opened.tags))


def preview(version: Version, register: Register) -> Version:
    """A text that nobody has recorded yet, dated by the newest file that it comes from."""
    return version.as_preview(register.newest_day or now().date())


def material(
    register: Register,
    found: Prospect,
    *,
    version: Version,
    against: Version | None,
    receiver: str | None,
    languages: tuple[str, ...],
    meeting: Meeting | None = None,
    layout: Layout = Layout.PARALLEL,
    marks: Marks = Marks.BRACKETED,
    final: bool = False,
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
        as_of=date.fromisoformat(version.header.time[:10]),
        receiver=receiver,
        languages=languages,
        layout=layout,
        marks=marks,
        final=final,
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


class Stationery(NamedTuple):
    """The folders that templates are taken from, the first that has one: an office's own, then loi's."""

    folders: tuple[Path, ...]

    @property
    def reference(self) -> bytes:
        """The reference.docx in use: styles, page, fonts."""
        files = (folder / "reference.docx" for folder in (*self.folders, templates_folder()))
        return next(file for file in files if file.is_file()).read_bytes()


def stationery(dossier: Path, given: Path | None = None) -> Stationery:
    """`given` (--templates), then the dossier's own folder. Raises LoiError where `given` is no folder."""
    if given is not None and not given.is_dir():
        raise LoiError(_("there is no folder {folder}").format(folder=given), _("`loi templates copy NAME` begins one"))
    return Stationery(tuple(folder for folder in (given, dossier / "templates") if folder and folder.is_dir()))


class _Unpaged(NamedTuple):
    """A Word file whose list of contents will show the pages of its own print."""

    html: str
    print: ToPrint


class _Kept(NamedTuple):
    """A paper that is made, or waits for LibreOffice, and its name on the shelf."""

    paper: str
    what: Material
    name: str
    data: bytes | ToPrint | _Unpaged


def _print_of(waiting: ToPrint | _Unpaged) -> ToPrint:
    """What LibreOffice has to print before this can be put onto the shelf."""
    return waiting.print if isinstance(waiting, _Unpaged) else waiting


class Shared:
    """What the papers of one run have in common where a packet holds the others: none of it is made twice."""

    def __init__(self) -> None:
        self.contexts = Contexts()
        self.bodies: Bodies = {}


class Press:
    """Turns material into files below out/: `make` each, then `finish`."""

    def __init__(
        self,
        here: Session,
        register: Register,
        formats: Sequence[PaperFormat],
        templates: Path | None = None,
        shared: Shared | None = None,
    ) -> None:
        self.here = here
        self.formats = formats
        self.dossier = register.opened.path
        self.paper = stationery(self.dossier, templates)
        self.made: list[Made] = []
        self.held: dict[str, tuple[str, ...]] = {}
        self.uneven: dict[str, tuple[Uneven, ...]] = {}
        self._contexts = None if shared is None else shared.contexts
        self._bodies = None if shared is None else shared.bodies
        self._shelves: dict[Path, Shelf] = {}
        self._kept: list[_Kept] = []
        if PaperFormat.PDF in formats:
            libreoffice()  # its absence is known before anything is written

    def make(self, paper: str, what: Material, also: Sequence[PaperFormat] = ()) -> None:
        """Make one paper in every format, and in those besides; what a party does not get to see is remembered."""
        html = render_html(paper, what, self.paper.folders, self._contexts)
        if what.receiver is not None and paper_named(paper).name not in _WITHOUT_TEXT:
            text = what.version.text
            if held := held_back(text, what.receiver, what.dossier):
                self.held[paper] = held
            if differing := uneven(text, what.receiver, what.dossier):
                self.uneven[paper] = differing
        formats = tuple(dict.fromkeys((*self.formats, *also)))
        printed = PaperFormat.DOCX in formats or PaperFormat.PDF in formats
        docx = _docx(html, what, self.paper, self._bodies) if printed else b""  # both are made of it
        unpaged = PaperFormat.PDF in formats and _has_contents(html)
        for format in formats:
            made = self._in(format, paper, what, html, docx)
            waits = unpaged and format is PaperFormat.DOCX
            self.keep(paper, what, format, _Unpaged(html, _to_print(html, docx, what)) if waits else made)

    def _in(self, format: PaperFormat, paper: str, what: Material, html: str, docx: bytes) -> bytes | ToPrint:
        match format:
            case PaperFormat.XLSX:
                return _sheets(paper, what, self._contexts)
            case PaperFormat.ICS:
                return _entry(paper, what)
            case PaperFormat.HTML:
                return html.encode()
            case PaperFormat.DOCX:
                return docx
            case PaperFormat.PDF:
                return _to_print(html, docx, what)

    @property
    def waiting(self) -> int:
        """How many papers wait to be put onto the shelves."""
        return len(self._kept)

    def printable(self, paper: str, what: Material) -> ToPrint:
        """One paper as LibreOffice would get it."""
        html = render_html(paper, what, self.paper.folders, self._contexts)
        return _to_print(html, _docx(html, what, self.paper, self._bodies), what)

    def keep(self, paper: str, what: Material, format: PaperFormat, data: bytes | ToPrint | _Unpaged) -> None:
        """A paper that goes onto the shelf with the others, in the end."""
        self._kept.append(_Kept(paper, what, f"{_stem(paper, what)}.{format.value}", data))

    def leaks(self, secrets: Sequence[Secret]) -> list[Finding]:
        """What is in the papers that wait, as they will be written, and may not leave."""
        found: list[Finding] = []
        for one in self._kept:
            # A print is looked into as the Word file that it is made of.
            name, data = (
                (one.name, one.data) if isinstance(one.data, bytes) else (f"{one.name}.docx", _print_of(one.data).docx)
            )
            held = inside(name, data)
            assert held is not None, "whatever loi makes can be looked into"
            found += findings(one.name, held, secrets, one.what.dossier)
        return found

    def finish(self, bundle_name: str = "") -> None:
        """Print the PDFs that wait, in one go, and put everything onto the shelves: all papers, or none where one
        cannot be made. With a name, all of them also go into one zip."""
        kept, self._kept = self._kept, []
        printed = list(dict.fromkeys(_print_of(one.data) for one in kept if not isinstance(one.data, bytes)))
        prints = dict(zip(printed, self._printed(printed), strict=True))
        made = [(one, self._made(one, prints)) for one in kept]
        put: dict[Path, dict[str, Shelved]] = {}
        for shelf in dict.fromkeys(self._shelf(one.what) for one in kept):
            put[shelf.folder] = shelf.put_all({one.name: data for one, data in made if self._shelf(one.what) is shelf})
        for one in kept:
            shelved = put[self._shelf(one.what).folder][one.name]
            self.made.append(Made(paper=one.paper, receiver=one.what.receiver, shelved=shelved))
        if bundle_name and kept:
            what = kept[0].what
            data = bundle((f"{_folder(one.paper, kept)}/{one.name}", data) for one, data in made)
            shelved = self._shelf(what).put(bundle_name, data)
            self.made.append(Made(paper="packet", receiver=what.receiver, shelved=shelved))
        if printed:
            _name_missing_fonts(self.here, printed[0].docx, kept[0].what.languages)

    def _made(self, one: _Kept, prints: Mapping[ToPrint, Printed]) -> bytes:
        match one.data:
            case ToPrint():
                return prints[one.data].data
            case _Unpaged(print=waited) if not prints[waited].page_of:
                return waited.docx
            case _Unpaged(html=html, print=waited):
                return _docx(html, one.what, self.paper, page_of=prints[waited].page_of)
            case data:
                return data

    def _printed(self, papers: Sequence[ToPrint]) -> list[Printed]:
        if not papers:
            return []
        with progress(self.here.console, _("printing")) as working_on:
            working_on(_("with LibreOffice"))
            return pdfs_of(papers)

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
        for paper, uneven_ones in self.uneven.items():
            for each in uneven_ones:
                speaker.warn(
                    (_("{paper}: {clause} shows in {shown} what it holds back in {held}; settle it before it goes out")
                     .format(paper=paper, clause=each.clause, shown=", ".join(each.shown), held=", ".join(each.held)),
                     "warning")
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
                "uneven": [
                    {"clause": each.clause, "held": list(each.held), "shown": list(each.shown)}
                    for each in (self.uneven.get(one.paper, ()) if one.receiver else ())
                ],
            }
            for one in self.made
        ]

    def add(self, paper: str, what: Material, name: str, data: bytes) -> None:
        """A file that is no paper itself, such as the manifest of those just made, onto their shelf."""
        self.made.append(Made(paper=paper, receiver=what.receiver, shelved=self._shelf(what).put(name, data)))

    def _shelf(self, what: Material) -> Shelf:
        receiver = what.receiver
        name = f"final-{what.original_of}" if what.final else f"for-{receiver}" if receiver else "internal"
        folder = self.dossier / "out" / name
        if folder not in self._shelves:
            self._shelves[folder] = Shelf(folder)
        return self._shelves[folder]


def _folder(paper: str, kept: Sequence[_Kept]) -> str:
    """`00-packet`, then `01-invitation` and so on, as the papers were made."""
    papers = list(dict.fromkeys(one.paper for one in kept if one.paper != "packet"))
    number = 0 if paper == "packet" else papers.index(paper) + 1
    return f"{number:02}-{paper}"


def document(paper: str, what: Material, format: PaperFormat, own: Stationery) -> bytes:
    """One paper in one format, for writing elsewhere."""
    if format is PaperFormat.XLSX:
        return _sheets(paper, what, None)
    if format is PaperFormat.ICS:
        return _entry(paper, what)
    html = render_html(paper, what, own.folders)
    if format is PaperFormat.HTML:
        return html.encode()
    docx = _docx(html, what, own)
    return docx if format is PaperFormat.DOCX else pdfs_of([_to_print(html, docx, what)])[0].data


def _to_print(html: str, docx: bytes, what: Material) -> ToPrint:
    title, language = title_and_language(html)
    return ToPrint(docx=docx, title=title, language=language, day=what.as_of)


def _has_contents(html: str) -> bool:
    """Whether a paper lists its contents; words of people never look like this, they are escaped."""
    return "<nav" in html


def _docx(
    html: str,
    what: Material,
    own: Stationery,
    written: "Bodies | None" = None,
    page_of: Mapping[str, int] | None = None,
) -> bytes:
    from loi_cli.word.writer import write_docx

    return write_docx(html, reference=own.reference, made=_day(what), written=written, page_of=page_of)


def _sheets(paper: str, what: Material, contexts: Contexts | None) -> bytes:
    """The paper as a workbook. Raises LoiError for one that is no table."""
    from loi_cli.render.spreadsheet import workbook

    return workbook(sheets(paper, what, contexts), made=_day(what))


def _entry(paper: str, what: Material) -> bytes:
    """The meeting that people are invited to, for calendar programs."""
    if paper != "invitation":
        raise LoiError(_("{paper} is nothing for a calendar").format(paper=paper), _("as .ics there is: invitation"))
    from loi_cli.render.calendar_entry import calendar_entry

    return calendar_entry(what)


def _day(what: Material) -> datetime:
    """The time that a file tells of itself is the version's day: the same version is the same bytes on any day."""
    return datetime(*what.as_of.timetuple()[:3], tzinfo=UTC)


def _name_missing_fonts(here: Session, docx: bytes, languages: Sequence[str]) -> None:
    """Other fonts break lines and pages elsewhere, so a person must know of it."""
    for name in missing_fonts(docx, languages):
        message = (
            _("no font here can write the language {language}").format(language=name[1:])
            if name.startswith("?")
            else _(
                "the font {name} is not here: LibreOffice took another, so lines and pages may break elsewhere"
            ).format(name=name)
        )
        here.console.warn((message, "warning"))


def _stem(paper: str, what: Material) -> str:
    """`loi-v3`, `loi-v3-en`, `redline-v2-v3`, `agenda-2022-02-15-bilateral`."""
    parts = [f"original-{what.original_of}" if what.final and paper == "loi" else paper]
    if paper == "certificate":
        parts.append(what.original_of)
    if what.addressee is not None:
        parts.append(what.addressee.unit.id)
    if paper == "actions":
        parts.append(what.today.isoformat())
    elif paper_named(paper).needs_meeting and what.meeting is not None:
        parts.append(what.meeting.name)
    elif paper == "redline" and what.against is not None:
        parts += [what.against.header.label, what.version.header.label]
    else:
        parts.append(what.version.header.label)
    if what.copy:
        parts += ["copy", f"{what.copy:0{len(str(what.copies))}}"]
    if what.marks is not Marks.BRACKETED:
        parts.append(what.marks.value)
    # Of documents apart each has its language in its name; their certificate is one.
    if what.layout is Layout.SEQUENCE or (what.layout is Layout.SEPARATE and paper == "certificate"):
        parts.append(what.layout.value)
    if len(what.languages) < len(what.dossier.languages):
        parts += what.languages
    return "-".join(parts)
