"""The papers loi can make: one registry, and how one becomes HTML.

The scheme, which every paper follows:

- `loi_cli/render/papers/<name>.py` has `context(material) -> dict[str, object]`: plain dicts, lists, strings, ints and
  bools. It always holds `title` (the page's title) and `language` (the page's main language, a BCP 47 tag). Beside it
  stands `TEMPLATE = "<name>.html"`.
- `templates/<name>.html` extends `base.html` and puts the paper's sections into its one block:

      {% extends "base.html" %}
      {% block sections %}{% include "sections/<name>.html" %}{% endblock %}

- `templates/sections/<name>.html` holds nothing but one or more `<section class="paper">`, and takes one variable,
  called like the paper with `_` for `-` (`loi`, `redline`, `talking_points`): its context.
- A paper that holds other papers (the packet) names them in `PARTS`, or in `parts(context) -> Sequence[str]`; their
  contexts then stand beside its own, and its section file includes theirs:

      {% for part in packet.parts %}{% include "sections/" ~ part ~ ".html" %}{% endfor %}

- What of a context is much work, and the same whatever meeting the paper is for, a paper may make in
  `lasting(material) -> dict[str, object]`; it joins the context, and is made once where several papers show it.
- A paper that is a table may have `sheets(context) -> tuple[Sheet, ...]` beside it: the same as a workbook.
- A paper that people fill in may have `finished(html) -> str` beside it: the page as it leaves.
- Ids (bookmarks) begin with the paper's name, so that papers can share one document: `loi-en-areas`.

A new paper is one module, two templates and one line below.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields
from html import unescape
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from loi_cli.i18n import _
from loi_cli.model.identifiers import nearest
from loi_cli.model.problems import LoiError
from loi_cli.render.environment import Told, fill
from loi_cli.render.material import Material
from loi_cli.render.tables import Sheet


class Paper(NamedTuple):
    """One kind of paper. Its module is imported only when the paper is made.

    `names_meeting`: it tells of the meeting when there is one, and is made without one too. `needs_unit`: it goes to
    one unit. `needs_language`: it asks for one language to be brought up to date. `needs_originals`: it is about
    documents made just before it. `needs_minutes`: it tells of a meeting that was held. `numbered`: it tells of its
    numbered copies. `needs_points`: it is about what the checks of a final text find.
    """

    name: str
    module: str
    needs_meeting: bool = False
    names_meeting: bool = False
    needs_unit: bool = False
    needs_language: bool = False
    needs_originals: bool = False
    needs_minutes: bool = False
    numbered: bool = False
    needs_points: bool = False
    for_party: bool = False

    @property
    def variable(self) -> str:
        """What the paper's context is called in templates."""
        return self.name.replace("-", "_")

    @property
    def template(self) -> str:
        return str(import_module(self.module).TEMPLATE)

    def context(self, material: Material) -> dict[str, object]:
        return {**self.of_meeting(material), **self.lasting(material.of_any_meeting())}

    def of_meeting(self, material: Material) -> dict[str, object]:
        """The context but for what is the same at every meeting."""
        make: Callable[[Material], dict[str, object]] = import_module(self.module).context
        return make(material)

    def lasting(self, material: Material) -> dict[str, object]:
        """What of the context is the same at every meeting, for most papers nothing."""
        make: Callable[[Material], dict[str, object]] | None = getattr(import_module(self.module), "lasting", None)
        return make(material) if make is not None else {}

    def parts(self, context: dict[str, object]) -> Sequence[str]:
        """The names of the papers that this one holds, by its context."""
        module = import_module(self.module)
        if hasattr(module, "parts"):
            return tuple(module.parts(context))
        return tuple(getattr(module, "PARTS", ()))

    def binding(self, material: Material) -> Material:
        """What the papers that this one holds are made of."""
        bind: Callable[[Material], Material] | None = getattr(import_module(self.module), "binding", None)
        return bind(material) if bind else material

    def finished(self, html: str) -> str:
        """The page as it leaves: a form is sealed."""
        finish: Callable[[str], str] | None = getattr(import_module(self.module), "finished", None)
        return finish(html) if finish is not None else html


_OURS = "loi_cli.render.papers"

PAPERS: Mapping[str, Paper] = {
    paper.name: paper
    for paper in (
        Paper("loi", f"{_OURS}.loi", for_party=True),
        Paper("certificate", f"{_OURS}.certificate", needs_originals=True, for_party=True),
        Paper("checklist", f"{_OURS}.checklist", needs_points=True),
        Paper("redline", f"{_OURS}.redline", for_party=True),
        Paper("matrix", f"{_OURS}.matrix", names_meeting=True, for_party=True),
        Paper("agenda", f"{_OURS}.agenda", needs_meeting=True, for_party=True),
        Paper("invitation", f"{_OURS}.invitation", needs_meeting=True, for_party=True),
        Paper("plain-agenda", f"{_OURS}.plain_agenda", needs_meeting=True),
        Paper("rundown", f"{_OURS}.rundown", needs_meeting=True, for_party=True),
        Paper("delegations", f"{_OURS}.delegations", needs_meeting=True, for_party=True),
        Paper("attendance", f"{_OURS}.attendance", needs_meeting=True, for_party=True),
        Paper("badges", f"{_OURS}.badges", needs_meeting=True, for_party=True),
        Paper("place-cards", f"{_OURS}.place_cards", needs_meeting=True, for_party=True),
        Paper("briefing", f"{_OURS}.briefing", needs_meeting=True),
        Paper("positions", f"{_OURS}.positions", names_meeting=True),
        Paper("talking-points", f"{_OURS}.talking_points", needs_meeting=True),
        Paper("meeting-form", f"{_OURS}.meeting_form", needs_meeting=True),
        Paper("minutes", f"{_OURS}.minutes", needs_meeting=True, needs_minutes=True),
        Paper("agreed-minutes", f"{_OURS}.agreed_minutes", needs_meeting=True, needs_minutes=True, for_party=True),
        Paper("report", f"{_OURS}.report", needs_meeting=True, needs_minutes=True),
        Paper("actions", f"{_OURS}.actions", names_meeting=True),
        Paper("summary", f"{_OURS}.summary"),
        Paper("distribution", f"{_OURS}.distribution", needs_meeting=True, numbered=True),
        Paper("packet", f"{_OURS}.packet", needs_meeting=True, numbered=True, for_party=True),
        Paper("form", f"{_OURS}.form", needs_unit=True),
        Paper("translation", f"{_OURS}.translation", needs_unit=True, needs_language=True),
        Paper("letter", f"{_OURS}.letter", needs_unit=True),
        Paper("reply", f"{_OURS}.reply", needs_unit=True),
    )
}


class Contexts:
    """The contexts made in one run, each once: a packet holds papers that were made by themselves before it."""

    def __init__(self) -> None:
        self._made: dict[tuple[object, ...], tuple[Material, Told]] = {}
        self._lasting: dict[tuple[object, ...], tuple[Material, Mapping[str, object]]] = {}

    def of(self, paper: Paper, material: Material) -> Told:
        """The context of a paper. Materials are the same when they hold the very same objects."""
        meeting = paper.needs_meeting or paper.names_meeting
        ignored = (() if meeting else ("meeting",)) + (() if paper.numbered else ("copy", "copies"))
        read = [f.name for f in fields(material) if f.name not in ignored]
        key = (paper.name, *(id(getattr(material, name)) for name in read))
        if key not in self._made:
            told = Told(paper.of_meeting(material), paper.variable, self._lasting_of(paper, material.of_any_meeting()))
            self._made[key] = material, told  # the material, so that no id is given away anew
        return self._made[key][1]

    def _lasting_of(self, paper: Paper, material: Material) -> Mapping[str, object]:
        key = (paper.name, *(id(getattr(material, f.name)) for f in fields(material)))
        if key not in self._lasting:
            self._lasting[key] = material, Told(paper.lasting(material), paper.variable)
        return self._lasting[key][1]


def render_html(
    name: str,
    material: Material,
    templates: Sequence[Path] = (),
    contexts: Contexts | None = None,
    *,
    marking: bool = False,
) -> str:
    """The paper as one self-contained HTML page, which the Word writer reads too.

    `templates` are an office's own folders; loi's own come after them. `contexts` are those of other papers of the
    run, and take those of this one; without them nothing of it is kept. `marking`: each tag tells where it was written.
    """
    paper = paper_named(name)
    made = Paper.context if contexts is None else contexts.of
    _allowed(paper, material)
    context = made(paper, material)
    told = {"title": context["title"], "language": context["language"], "final": material.final}
    spaces: dict[str, object] = {"page": told}
    bound = paper.binding(material)
    for part in map(paper_named, paper.parts(context)):
        _allowed(part, bound)
        spaces[part.variable] = made(part, bound)
    spaces[paper.variable] = context
    return paper.finished(fill(paper.template, spaces, templates, marking=marking))


def sheets(name: str, material: Material, contexts: Contexts | None = None) -> tuple[Sheet, ...]:
    """The tables of a paper, for a workbook. Raises LoiError for a paper that is no table."""
    paper = paper_named(name)
    _allowed(paper, material)
    make = getattr(import_module(paper.module), "sheets", None)
    if make is None:
        tables = [one.name for one in PAPERS.values() if hasattr(import_module(one.module), "sheets")]
        raise LoiError(
            _("{paper} is no table").format(paper=paper.name),
            _("as .xlsx there are: {names}").format(names=", ".join(tables)),
        )
    found: tuple[Sheet, ...] = make(paper.context(material) if contexts is None else contexts.of(paper, material))
    return found


def title_and_language(html: str) -> tuple[str, str]:
    """The title and the main language of a paper's page, as `base.html` begins it."""
    language = re.search(r'<html lang="([^"]*)"', html)
    title = re.search(r"<title>(.*?)</title>", html, re.DOTALL)
    return unescape(title[1] if title else ""), unescape(language[1] if language else "")


def paper_named(name: str) -> Paper:
    if name in PAPERS:
        return PAPERS[name]
    near = nearest(name, PAPERS)
    known = _("they are: {names}").format(names=", ".join(PAPERS))
    hint = _("did you mean “{name}”?").format(name=near) if near else known
    raise LoiError(_("there is no paper “{name}”").format(name=name), hint)


def _allowed(paper: Paper, material: Material) -> None:
    if material.receiver is not None and not paper.for_party:
        raise LoiError(_("{paper} is internal: it is never made for a party").format(paper=paper.name))
    if paper.needs_unit and material.addressee is None:
        raise LoiError(_("{paper} is made for a unit: name one").format(paper=paper.name), _("add --unit UNIT"))
    if paper.needs_language and not (material.addressee and material.addressee.translates):
        raise LoiError(
            _("{paper} is made for a language that is behind: name it").format(paper=paper.name),
            _("write `loi request --translation LANGUAGE --unit UNIT`"),
        )
    if paper.needs_originals and not material.originals:
        raise LoiError(
            _("a certificate is made with the original that it is about"), _("write `loi render loi --final`")
        )
    if paper.needs_points and not material.points:
        raise LoiError(_("a check list is made of what the checks find"), _("write `loi render checklist`"))
    if paper.needs_meeting and material.meeting is None:
        raise LoiError(_("{paper} is made for a meeting: name one").format(paper=paper.name))
    if paper.needs_minutes and material.minutes is None:
        raise LoiError(
            _("{paper} tells of a meeting, and that has no minutes yet").format(paper=paper.name),
            _("`loi minutes` begins them"),
        )
