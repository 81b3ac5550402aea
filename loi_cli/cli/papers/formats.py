"""One paper in one format: Word, a page, a print, a workbook, a calendar entry."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from loi_cli.cli.console import Console
from loi_cli.cli.papers.stationery import Stationery
from loi_cli.i18n import _
from loi_cli.model.problems import LoiError
from loi_cli.render.fonts import missing_fonts
from loi_cli.render.material import Material
from loi_cli.render.papers import Contexts, render_html, sheets, title_and_language
from loi_cli.render.prints import ToPrint
from loi_cli.render.template_faults import told_with_their_template

if TYPE_CHECKING:
    from loi_cli.word.bodies import Bodies


class PaperFormat(StrEnum):
    DOCX = "docx"
    HTML = "html"
    PDF = "pdf"
    XLSX = "xlsx"
    ICS = "ics"


def document(paper: str, what: Material, format: PaperFormat, own: Stationery) -> bytes:
    """One paper in one format, for writing elsewhere; a PDF is `printed`."""
    if format is PaperFormat.XLSX:
        return sheets_of(paper, what, None)
    if format is PaperFormat.ICS:
        return entry_of(paper, what)
    html = render_html(paper, what, own.folders)
    if format is PaperFormat.HTML:
        return html.encode()
    assert format is PaperFormat.DOCX, format
    return docx_of(html, paper, what, own)


def printed(paper: str, what: Material, own: Stationery, speaker: Console) -> bytes:
    """One paper as a PDF, for writing elsewhere; fonts that it lacks are named."""
    from loi_cli.render.pdf import pdfs_of

    html = render_html(paper, what, own.folders)
    docx = docx_of(html, paper, what, own)
    [made] = pdfs_of([to_print(html, docx, what)])
    name_missing_fonts(speaker, docx, what.languages)
    return made.data


def to_print(html: str, docx: bytes, what: Material) -> ToPrint:
    title, language = title_and_language(html)
    return ToPrint(docx=docx, title=title, language=language, day=what.as_of)


def has_contents(html: str) -> bool:
    """Whether a paper lists its contents; words of people never look like this, they are escaped."""
    return "<nav" in html


def docx_of(
    html: str,
    paper: str,
    what: Material,
    own: Stationery,
    written: "Bodies | None" = None,
    page_of: Mapping[str, int] | None = None,
) -> bytes:
    from loi_cli.word.reference import ReferenceFault
    from loi_cli.word.writer import write_docx

    try:
        with told_with_their_template(html, paper, what, own.folders):
            return write_docx(html, reference=own.reference, made=_day(what), written=written, page_of=page_of)
    except ReferenceFault as fault:
        raise LoiError(f"{own.reference_file}: {fault.message}", fault.hint) from fault


def sheets_of(paper: str, what: Material, contexts: Contexts | None) -> bytes:
    """The paper as a workbook. Raises LoiError for one that is no table."""
    from loi_cli.render.spreadsheet import workbook

    return workbook(sheets(paper, what, contexts), made=_day(what))


def entry_of(paper: str, what: Material) -> bytes:
    """The meeting that people are invited to, for calendar programs."""
    if paper != "invitation":
        raise LoiError(_("{paper} is nothing for a calendar").format(paper=paper), _("as .ics there is: invitation"))
    from loi_cli.render.calendar_entry import calendar_entry

    return calendar_entry(what)


def _day(what: Material) -> datetime:
    """The time that a file tells of itself is the version's day: the same version is the same bytes on any day."""
    return datetime(*what.as_of.timetuple()[:3], tzinfo=UTC)


def name_missing_fonts(speaker: Console, docx: bytes, languages: Sequence[str]) -> None:
    """Other fonts break lines and pages elsewhere, so a person must know of it."""
    for name in missing_fonts(docx, languages):
        message = (
            _("no font here can write the language {language}").format(language=name[1:])
            if name.startswith("?")
            else _(
                "the font {name} is not here: LibreOffice took another, so lines and pages may break elsewhere"
            ).format(name=name)
        )
        speaker.warn((message, "warning"))
