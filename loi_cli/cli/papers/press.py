"""The press: papers made from material in every format, printed in one go, put onto the shelves, and told."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from loi_cli.cli.papers.formats import (
    PaperFormat,
    docx_of,
    entry_of,
    has_contents,
    name_missing_fonts,
    sheets_of,
    to_print,
)
from loi_cli.cli.papers.naming import stem
from loi_cli.cli.papers.stationery import stationery
from loi_cli.cli.papers.withheld import Withheld
from loi_cli.cli.progress import progress
from loi_cli.cli.session import Session
from loi_cli.files.shelf import Shelf, Shelved
from loi_cli.i18n import _
from loi_cli.intake.register import Register
from loi_cli.render.bundle import bundle
from loi_cli.render.material import Material
from loi_cli.render.papers import Contexts, paper_named, render_html
from loi_cli.render.prints import Printed, ToPrint

if TYPE_CHECKING:
    from loi_cli.render.leaks import Finding, Secret
    from loi_cli.word.bodies import Bodies


class Made(NamedTuple):
    """One paper on the shelf."""

    paper: str
    receiver: str | None
    shelved: Shelved


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
        shelves: type[Shelf] = Shelf,
    ) -> None:
        self.here = here
        self.formats = formats
        self.dossier = register.opened.path
        self._party = register.opened.dossier.other
        self.paper = stationery(self.dossier, templates)
        self.made: list[Made] = []
        self.withheld = Withheld()
        self._contexts = None if shared is None else shared.contexts
        self._bodies = None if shared is None else shared.bodies
        self._kind_of_shelf = shelves
        self._shelves: dict[Path, Shelf] = {}
        self._kept: list[_Kept] = []
        if PaperFormat.PDF in formats:
            from loi_cli.render.pdf import libreoffice  # here and below: most runs print nothing

            libreoffice()  # its absence is known before anything is written

    def make(self, paper: str, what: Material, also: Sequence[PaperFormat] = ()) -> None:
        """Make one paper in every format, and in those besides; what a party does not get to see is remembered."""
        html = render_html(paper, what, self.paper.folders, self._contexts)
        self.withheld.look_at(paper_named(paper).name, what)
        formats = tuple(dict.fromkeys((*self.formats, *also)))
        printed = PaperFormat.DOCX in formats or PaperFormat.PDF in formats
        docx = docx_of(html, paper, what, self.paper, self._bodies) if printed else b""  # both are made of it
        unpaged = PaperFormat.PDF in formats and has_contents(html)
        for format in formats:
            made = self._in(format, paper, what, html, docx)
            waits = unpaged and format is PaperFormat.DOCX
            self.keep(paper, what, format, _Unpaged(html, to_print(html, docx, what)) if waits else made)

    def _in(self, format: PaperFormat, paper: str, what: Material, html: str, docx: bytes) -> bytes | ToPrint:
        match format:
            case PaperFormat.XLSX:
                return sheets_of(paper, what, self._contexts)
            case PaperFormat.ICS:
                return entry_of(paper, what)
            case PaperFormat.HTML:
                return html.encode()
            case PaperFormat.DOCX:
                return docx
            case PaperFormat.PDF:
                return to_print(html, docx, what)

    @property
    def waiting(self) -> int:
        """How many papers wait to be put onto the shelves."""
        return len(self._kept)

    def printable(self, paper: str, what: Material) -> ToPrint:
        """One paper as LibreOffice would get it."""
        html = render_html(paper, what, self.paper.folders, self._contexts)
        return to_print(html, docx_of(html, paper, what, self.paper, self._bodies), what)

    def keep(self, paper: str, what: Material, format: PaperFormat, data: bytes | ToPrint | _Unpaged) -> None:
        """A paper that goes onto the shelf with the others, in the end."""
        self._kept.append(_Kept(paper, what, f"{stem(paper, what)}.{format.value}", data))

    def leaks(self, secrets: "Sequence[Secret]") -> "list[Finding]":
        """What is in the papers that wait, as they will be written, and may not leave."""
        from loi_cli.cli.looking import inside
        from loi_cli.render.leaks import findings

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
            name_missing_fonts(self.here.console, printed[0].docx, kept[0].what.languages)

    def _made(self, one: _Kept, prints: Mapping[ToPrint, Printed]) -> bytes:
        match one.data:
            case ToPrint():
                return prints[one.data].data
            case _Unpaged(print=waited) if not prints[waited].page_of:
                return waited.docx
            case _Unpaged(html=html, print=waited):
                return docx_of(html, one.paper, one.what, self.paper, page_of=prints[waited].page_of)
            case data:
                return data

    def _printed(self, papers: Sequence[ToPrint]) -> list[Printed]:
        if not papers:
            return []
        with progress(self.here.console, _("printing")) as working_on:
            working_on(_("with LibreOffice"))
            from loi_cli.render.pdf import pdfs_of

            return pdfs_of(papers)

    def tell(self) -> None:
        """Which papers were made, and which were put beside an edited one; words held back."""
        speaker = self.here.console
        for one in self.made:
            speaker.report(self.here.linked(one.shelved.path))
            if one.shelved.beside is not None:
                speaker.note(
                    (_("  {file} was edited, is open or is protected: the new one stands beside it").format(
                        file=one.shelved.beside.name), "warning")
                )  # fmt: skip
        self.withheld.tell(speaker)

    def tell_what_is_next(self) -> None:
        """The next step with the first of the papers: those for a party leave once they were read through and hold
        nothing back; of ours the party may have one too; an original is signed."""
        if not self.made or self.withheld or self._kind_of_shelf is not Shelf:
            return
        made, party = self.made[0], self._party
        folder = made.shelved.path.parent.name
        if folder == f"for-{made.receiver}":
            file = self.here.told(made.shelved.path)
            said = _("next: read it through, then `loi send {file} --to {party}`").format(
                file=file, party=made.receiver)  # fmt: skip
        elif folder.startswith("final-"):
            said = _("next: print it and have it signed, then `loi archive --signed SCAN` closes the dossier")
        elif any(one.paper == "packet" for one in self.made):
            said = _("next: `loi packet --for {party}` makes theirs").format(party=party)
        elif paper_named(made.paper).needs_meeting:
            said = _("next: `loi packet` makes all papers of the meeting")
        elif paper_named(made.paper).for_party:
            # A party's redline is never one against a version that nobody says it knows.
            paper = f"{made.paper} --from VERSION" if made.paper == "redline" else made.paper
            said = _("next: `loi render {paper} --for {party}` makes theirs").format(paper=paper, party=party)
        else:
            return
        self.here.console.note(said)

    def as_json(self) -> list[dict[str, object]]:
        return [
            {
                "paper": one.paper,
                "for": one.receiver,
                "file": one.shelved.path.relative_to(self.dossier).as_posix()
                if one.shelved.path.is_relative_to(self.dossier)
                else str(one.shelved.path),
                "beside": one.shelved.beside.name if one.shelved.beside else None,
                **(self.withheld if one.receiver else Withheld()).as_json(one.paper),
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
            self._shelves[folder] = self._kind_of_shelf(folder)
        return self._shelves[folder]


def _folder(paper: str, kept: Sequence[_Kept]) -> str:
    """`00-packet`, then `01-invitation` and so on, as the papers were made."""
    papers = list(dict.fromkeys(one.paper for one in kept if one.paper != "packet"))
    number = 0 if paper == "packet" else papers.index(paper) + 1
    return f"{number:02}-{paper}"
