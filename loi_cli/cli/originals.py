"""An original: refused while anything is open, else made with the sheet that says which text it is."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import typer

from loi_cli.checks.examination import subject_of
from loi_cli.checks.finality import open_in
from loi_cli.cli.complaints import tell
from loi_cli.cli.papers.naming import manifest_name
from loi_cli.cli.papers.press import Press
from loi_cli.history.canonical import sha256
from loi_cli.i18n import _, n_
from loi_cli.intake.calendar import all_meetings
from loi_cli.intake.merging import Prospect
from loi_cli.intake.register import Register
from loi_cli.model.problems import LoiError
from loi_cli.render.alternat import unlike
from loi_cli.render.catalogue import catalogue
from loi_cli.render.layout import Layout
from loi_cli.render.manifest import manifest_bytes
from loi_cli.render.material import Material, Original
from loi_cli.render.papers import render_html
from loi_cli.render.pdf import libreoffice, pdfs_of
from loi_cli.render.protocol import order_of_languages


def make_original(press: Press, what: Material, register: Register, found: Prospect) -> None:
    """The original of the party that `what` is for, and its certificate. Exits 1, with all that is open, where the
    text is not fit to be signed."""
    _refuse_while_open(press, what, register, found)
    _refuse_unlike(press, what)
    documents = [replace(what, languages=(language,)) for language in what.languages]
    if what.layout is not Layout.SEPARATE:
        documents = [what]
    pages = _pages(press, documents)
    originals = []
    for one, counted in zip(documents, pages, strict=True):
        press.make("loi", one)
        digest = sha256(press.printable("loi", one).docx)
        originals.append(Original(languages=one.languages, pages=counted, sha256=digest))
    press.make("certificate", replace(what, originals=tuple(originals)))
    for language in what.languages:
        if not catalogue(language).checked:
            press.here.console.warn(
                (_("the words of protocol in {language} still need a native speaker's check").format(language=language),
                 "warning")
            )  # fmt: skip


def list_originals(press: Press, what: Material) -> None:
    """The manifest of the documents that were just made, beside them."""
    documents = {one.shelved.path.name: one.shelved.path.read_bytes() for one in press.made}
    own = press.paper.folders
    data = manifest_bytes(what.version.header, what.original_of, what.languages, documents, own)
    press.add("manifest", what, manifest_name(what), data)


def _refuse_while_open(press: Press, what: Material, register: Register, found: Prospect) -> None:
    problems = open_in(what.version, subject_of(register, found, all_meetings(register.opened), what.today))
    if problems:
        speaker = press.here.console
        tell(problems, speaker, register.opened.path)
        counted = n_("{n} point is open", "{n} points are open", len(problems))
        speaker.warn((_("no original was made: "), "error"), counted)
        raise typer.Exit(1)


def _refuse_unlike(press: Press, what: Material) -> None:
    """Raises LoiError where the two originals would not be the same text: a template made them differ."""
    first, second = both_originals(press.paper.folders, what, tuple(what.dossier.parties))
    found = unlike(first, second, what.dossier)
    if found:
        one = found[0]
        raise LoiError(
            _("the two originals are not the same text: “{first}” and “{second}”").format(
                first=one.first or "–", second=one.second or "–"
            ),
            _("look at the office's own templates; `loi diff --originals {parties}` shows all of it").format(
                parties=" ".join(what.dossier.parties)
            ),
        )


def both_originals(templates: Sequence[Path], what: Material, parties: Sequence[str]) -> tuple[str, str]:
    """The pages of the two originals of one version, as they are signed."""
    first, second = (render_html("loi", _original_of(code, what), templates) for code in parties)
    return first, second


def _original_of(party: str, what: Material) -> Material:
    languages = order_of_languages(what.dossier, party, what.languages)
    receiver = None if party == what.dossier.home else party
    return replace(what, receiver=receiver, final=True, languages=languages)


def _pages(press: Press, documents: Sequence[Material]) -> list[int | None]:
    """How many pages each document has; None, a blank on the certificate, where LibreOffice is not here to lay it
    out."""
    try:
        libreoffice()
    except LoiError:
        return [None] * len(documents)
    printed = [press.printable("loi", one) for one in documents]
    return [each.pages for each in pdfs_of(printed)]
