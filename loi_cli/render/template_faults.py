"""What is wrong with the HTML of a paper, told with the place in the template that wrote it."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from loi_cli.i18n import _
from loi_cli.model.problems import LoiError, Place
from loi_cli.render.environment import TemplateFault
from loi_cli.render.material import Material
from loi_cli.render.origins import origin
from loi_cli.render.papers import render_html
from loi_cli.word.vocabulary import UnknownMarkup


@contextmanager
def told_with_their_template(html: str, name: str, material: Material, templates: Sequence[Path]) -> Iterator[None]:
    """What the Word writer does not know of a paper's HTML becomes a TemplateFault, where an office's templates made
    the paper. A tag that is not ended is told before whatever came of it."""
    try:
        yield
    except UnknownMarkup as error:
        if not templates:
            raise
        misfit = misfit_in(html, name, material, templates)
        raise misfit or _fault(error, name, material, templates) or error from error


def misfit_in(html: str, name: str, material: Material, templates: Sequence[Path]) -> TemplateFault | None:
    """The first tag of a paper that does not fit in with the others, if it is told where it was written."""
    from loi_cli.word.soundness import first_misfit

    found = first_misfit(html)
    place = _place(name, material, templates, found.line, found.tag) if found else None
    if found is None or place is None:
        return None
    said = _("{tag} ends nothing that was begun") if found.ends else _("{tag} is not ended")
    return TemplateFault(place, said.format(tag=found.tag))


def _fault(error: UnknownMarkup, name: str, material: Material, templates: Sequence[Path]) -> TemplateFault | None:
    place = _place(name, material, templates, error.line, error.what)
    said = _("{what} is not known to the Word writer").format(what=error.what)
    return TemplateFault(place, said, error.hint) if place else None


def _place(name: str, material: Material, templates: Sequence[Path], line: int, what: str) -> Place | None:
    try:
        found = origin(render_html(name, material, templates, marking=True), line, what)
    except LoiError:
        return None  # the marks cost a paper that is nearly too large the rest of its budget
    return Place(*found, 1) if found else None
