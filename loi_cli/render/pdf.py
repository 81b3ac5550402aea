"""PDF through LibreOffice, where it is present: tagged for screen readers (PDF/UA), many files in one run.

LibreOffice writes the time and a random id into each file; pikepdf (the extra `loi-cli[pdf]`) takes them out, so that
the same paper is the same bytes. Without it the pages are the same, the bytes are not.
"""

import json
import os
import shutil
import signal
import subprocess
import tempfile
import zipfile
from collections.abc import Mapping, Sequence
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from loi_cli.i18n import _
from loi_cli.model.problems import LoiError
from loi_cli.render.printing_profile import PRINTING, printing, write_profile
from loi_cli.render.prints import Printed, ToPrint

if TYPE_CHECKING:
    import pikepdf

_START, _EACH = 90, 30
"""Seconds that LibreOffice gets to start, and for each file."""
_BEGUN = 45
"""Seconds that it gets to begin with a macro; some offices let none run, of which it says nothing."""

_EDGE = 36
"""Points between a comment's sign and the edge of the paper."""

_OPTIONS = {
    "PDFUACompliance": {"type": "boolean", "value": "true"},
    "UseTaggedPDF": {"type": "boolean", "value": "true"},
    "ExportBookmarks": {"type": "boolean", "value": "true"},
    "DisplayPDFDocumentTitle": {"type": "boolean", "value": "true"},
    "ExportBookmarksToPDFDestination": {"type": "boolean", "value": "true"},  # read and taken out again (`_targets`)
}


def found_libreoffice() -> str | None:
    """The program's path; None where it is not installed."""
    return shutil.which("soffice") or shutil.which("libreoffice")


def libreoffice() -> str:
    """The program's path. Raises LoiError where it is not installed."""
    found = found_libreoffice()
    if found is None:
        raise LoiError(
            _("a PDF is made by LibreOffice, which is not installed here"),
            _("install LibreOffice; or leave pdf out of --format, open the Word file and print it as PDF"),
        )
    return found


def pdfs_of(papers: Sequence[ToPrint]) -> list[Printed]:
    """The PDFs of Word files, in order. Raises LoiError where LibreOffice is missing, fails or takes too long."""
    if not papers:
        return []
    program = libreoffice()
    with tempfile.TemporaryDirectory(prefix="loi-pdf-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        files = [folder / f"{n:04}.docx" for n in range(len(papers))]
        for file, paper in zip(files, papers, strict=True):
            file.write_bytes(paper.docx)
        _print(program, folder, files)
        made = [file.with_suffix(".pdf") for file in files]
        if not all(file.is_file() for file in made):
            raise LoiError(_("LibreOffice could not make the PDF"), _("open the Word file and print it as PDF"))
        return [_lasting(file.read_bytes(), paper) for file, paper in zip(made, papers, strict=True)]


def _options() -> Mapping[str, Mapping[str, str]]:
    """Comments only where they can be moved off the words that LibreOffice lays their signs over."""
    notes = "true" if find_spec("pikepdf") else "false"
    return {**_OPTIONS, "ExportNotes": {"type": "boolean", "value": notes}}


def _print(program: str, folder: Path, files: Sequence[Path]) -> None:
    """Make a .pdf beside each file: laid out anew first, unless no macro runs, or comments would break it down."""
    # A profile of its own: the person's LibreOffice may be open, with settings and extensions of its own.
    profile = folder / "profile"
    command = [program, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore"]
    plain = [file for file in files if not _has_comments(file)]
    left = files
    if plain:
        begun = folder / "begun"
        write_profile(profile, printing(plain, list(_OPTIONS), begun))
        try:
            code = _run([*command, f"macro:///{PRINTING}"], _START + _EACH * len(plain), begun)
        except _TooSlow:
            command[1] = f"-env:UserInstallation={(folder / 'another-profile').as_uri()}"  # that one is locked
        else:
            left = [file for file in files if code or not file.with_suffix(".pdf").is_file()]
    if left:
        export = f"pdf:writer_pdf_Export:{json.dumps(_options(), separators=(',', ':'))}"
        seconds = _START + _EACH * len(left)
        try:
            code = _run([*command, "--convert-to", export, "--outdir", str(folder), *map(str, left)], seconds)
        except _TooSlow:
            raise LoiError(
                _("LibreOffice took longer than {seconds} seconds, and was stopped").format(seconds=seconds),
                _("do it again; or open the Word file and print it as PDF"),
            ) from None
        if code:
            raise LoiError(
                _("LibreOffice could not make the PDF (it ended with {code})").format(code=code),
                _("open the Word file and print it as PDF"),
            )


def _has_comments(file: Path) -> bool:
    """LibreOffice without a window ends when it lays out a file with comments a second time (seen in 7.4)."""
    with zipfile.ZipFile(file) as package:
        return "word/comments.xml" in package.namelist()


class _TooSlow(Exception):
    """LibreOffice was stopped."""


def _run(command: Sequence[str], seconds: int, begun: Path | None = None) -> int:
    """Run LibreOffice to its end; its exit code. Raises _TooSlow where it takes longer, or long to make `begun`.

    Its starter leaves the real program behind when it alone is killed.
    """
    try:
        with subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            start_new_session=True,
        ) as running:  # fmt: skip
            try:
                return _ended(running, seconds, begun)
            except BaseException:
                _end(running)
                raise
    except OSError as error:
        raise LoiError(
            _("LibreOffice could not be started: {reason}").format(reason=error.strerror or error),
            _("open the Word file and print it as PDF"),
        ) from None


def _ended(running: "subprocess.Popen[bytes]", seconds: int, begun: Path | None) -> int:
    """Wait for the end of a program; its exit code."""
    at_first = min(seconds, _BEGUN) if begun else 0
    with suppress(subprocess.TimeoutExpired):
        return running.wait(timeout=at_first)
    if begun is None or begun.is_file():
        with suppress(subprocess.TimeoutExpired):
            return running.wait(timeout=seconds - at_first)
    raise _TooSlow


def _end(running: "subprocess.Popen[bytes]") -> None:
    with suppress(OSError):
        if os.name == "nt":
            running.kill()
        else:
            os.killpg(running.pid, signal.SIGKILL)


def _untable(opened: "pikepdf.Pdf") -> None:
    """Tables without a heading only lay texts out beside each other; to a screen reader they are no tables (PDF/UA-1,
    7.5: a table has headings)."""
    tree = opened.Root.get("/StructTreeRoot")
    for table in _elements(tree, "/Table") if tree is not None else ():
        rows = [table, *_elements(table, "/TR"), *_elements(table, "/TBody"), *_elements(table, "/TD")]
        if not any(True for _head in _elements(table, "/TH")):
            for element in rows:
                element.S = _name("/Div")
                if "/A" in element:
                    del element.A  # attributes of a table


def _without_windows(opened: "pikepdf.Pdf") -> None:
    """LibreOffice gives each comment a window of no place and size, of which readers complain; they open their own."""
    for page in opened.pages:
        notes = page.get("/Annots")
        if notes is None:
            continue
        for number in reversed(range(len(notes))):
            if notes[number].get("/Subtype") == "/Popup":
                del notes[number]
            elif "/Popup" in notes[number]:
                del notes[number].Popup


def _notes_in_margin(opened: "pikepdf.Pdf") -> None:
    """The sign of each comment beside its line, where LibreOffice puts it over the words behind the remark."""
    for page in opened.pages:
        right = float(page.MediaBox[2])
        free = float(page.MediaBox[3])
        notes = [note for note in page.get("/Annots", ()) if note.get("/Subtype") == "/Text"]
        for note in sorted(notes, key=lambda note: -float(note.Rect[3])):
            left, bottom, end, top = map(float, note.Rect)
            height, top = top - bottom, min(top, free)
            free = top - height
            note.Rect = [right - _EDGE - (end - left), free, right - _EDGE, top]


def _name(name: str) -> "pikepdf.Name":
    import pikepdf

    return pikepdf.Name(name)


def _elements(root: "pikepdf.Object", tag: str) -> "list[pikepdf.Object]":
    """The structure elements of a kind below another; those within a table of their own are not looked into."""
    import pikepdf

    found: list[pikepdf.Object] = []
    waiting = _kids(root)
    while waiting:
        element = waiting.pop()
        if not isinstance(element, pikepdf.Dictionary) or "/S" not in element:
            continue
        if str(element.S) == tag:
            found.append(element)
        if tag == "/Table" or str(element.S) != "/Table":
            waiting += _kids(element)
    return found


def _kids(element: "pikepdf.Object") -> "list[pikepdf.Object]":
    import pikepdf

    kids = element.get("/K")
    if kids is None:
        return []
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]


def _targets(opened: "pikepdf.Pdf") -> Mapping[str, int]:
    """Bookmark -> its page. LibreOffice names them as destinations, and writes "_" as "5F" there; the names are taken
    out again, since links within the PDF do not need them."""
    named = opened.Root.get("/Dests")
    if named is None:
        return {}
    numbers = {page.obj.objgen: number for number, page in enumerate(opened.pages, 1)}
    found = {name[1:].replace("5F", "_"): numbers[target[0].objgen] for name, target in named.items()}
    del opened.Root.Dests
    return found


def _lasting(pdf: bytes, paper: ToPrint) -> Printed:
    """The same PDF without the time and the id of this run, and with title and language."""
    try:
        import pikepdf
    except ImportError:
        return Printed(pdf, None, {})
    from io import BytesIO

    moment = f"{paper.day.isoformat()}T00:00:00Z"
    with pikepdf.open(BytesIO(pdf)) as opened:
        opened.Root.Lang = pikepdf.String(paper.language)
        for name in list(opened.docinfo.keys()):
            del opened.docinfo[name]
        opened.docinfo["/Title"] = pikepdf.String(paper.title)
        with opened.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as told:
            for key in [str(key) for key in told]:
                if not key.endswith(("}part", "}conformance")):
                    del told[key]
            told["dc:title"] = paper.title
            told["dc:language"] = [paper.language]
            told["xmp:CreateDate"] = moment
        _untable(opened)
        _without_windows(opened)
        _notes_in_margin(opened)
        pages, page_of = len(opened.pages), _targets(opened)
        for key in ("/ID", "/DocChecksum"):
            if key in opened.trailer:
                del opened.trailer[key]
        out = BytesIO()
        opened.save(out, deterministic_id=True)
    return Printed(out.getvalue(), pages, page_of)
