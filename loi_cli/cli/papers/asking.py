"""Which papers a person asks for: layouts, formats, parties and languages by the names that are typed."""

from pathlib import Path
from typing import Annotated

import typer

from loi_cli.cli.choosing import language_named, one_of
from loi_cli.cli.papers.formats import PaperFormat
from loi_cli.i18n import _
from loi_cli.intake.register import Register
from loi_cli.model.identifiers import nearest
from loi_cli.model.problems import LoiError
from loi_cli.render.layout import Layout
from loi_cli.render.protocol import order_of_languages

LayoutOption = Annotated[str, typer.Option("--layout", metavar="LAYOUT", help=_("parallel, sequence or separate."))]
TemplatesOption = Annotated[
    Path | None, typer.Option("--templates", metavar="DIR", help=_("Templates that come before all others."))
]


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
