"""loi templates."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from loi_cli.checks.checklist import points
from loi_cli.checks.examination import subject_of
from loi_cli.cli.choosing import one_of
from loi_cli.cli.complaints import tell
from loi_cli.cli.following_up import actions_of
from loi_cli.cli.papers.asking import languages_named
from loi_cli.cli.papers.materials import material, preview
from loi_cli.cli.papers.stationery import Stationery, stationery
from loi_cli.cli.session import DryRunOption, Session, now, session
from loi_cli.files.atomic import write_new
from loi_cli.files.packed import templates_folder
from loi_cli.i18n import _, n_
from loi_cli.intake.calendar import all_meetings, all_minutes
from loi_cli.intake.merging import prospect
from loi_cli.intake.negotiated import negotiated
from loi_cli.intake.register import Register
from loi_cli.intake.rounds import current_round
from loi_cli.model.problems import LoiError, Place, Problem
from loi_cli.render.addressee import Addressee
from loi_cli.render.environment import TemplateFault
from loi_cli.render.material import Material, Original
from loi_cli.render.papers import PAPERS, Paper, paper_named, render_html
from loi_cli.render.template_check import CODE, faults_in, source_line, templates_in_use
from loi_cli.render.template_faults import misfit_in, told_with_their_template
from loi_cli.render.variables import variables

HELP = _(
    """An office makes templates its own by a copy in the dossier's folder templates/, or in a folder that --templates
names: it comes before the one of the same name that loi has. reference.docx holds styles, fonts and the page; it is
edited in Word.

list: every template and where it comes from. copy NAME: one of loi's into the dossier, to be changed there. check:
unknown names, missing macros, what may not stand in a template, then every paper is made once; exits 1 with findings.
variables PAPER: what the template of a paper can use, with the values of this dossier.

Examples:  loi templates   ·   loi templates copy sections/loi.html   ·   loi templates check   ·   loi templates
variables loi"""
)


class Action(StrEnum):
    LIST = "list"
    COPY = "copy"
    CHECK = "check"
    VARIABLES = "variables"


def command(
    ctx: typer.Context,
    action: Annotated[str, typer.Argument(metavar="ACTION", help=_("list, copy, check or variables."))] = "list",
    name: Annotated[str | None, typer.Argument(metavar="NAME", help=_("A template to copy; a paper."))] = None,
    templates: Annotated[
        Path | None, typer.Option("--templates", metavar="DIR", help=_("Templates that come before all others."))
    ] = None,
    dry_run: DryRunOption = False,
) -> None:
    here = session(ctx)
    wanted = Action(one_of(action, list(Action), _("there is no action “{name}”"), _("they are: {names}")))
    doing: dict[Action, Callable[[Session, str | None, Path | None], None]] = {
        Action.LIST: _list,
        Action.CHECK: _check,
        Action.VARIABLES: _variables,
    }
    if wanted is Action.COPY:
        _copy(here, name, templates, dry_run)
    else:
        doing[wanted](here, name, templates)


def _list(here: Session, name: str | None, given: Path | None) -> None:
    own = stationery(here.path, given)
    rows = [(one.name, here.told(one.path) if one.folder else "loi") for one in templates_in_use(own.folders)]
    here.console.table([row for row in rows if name is None or name in row[0]])


def _copy(here: Session, name: str | None, given: Path | None, dry_run: bool) -> None:
    known = {one.name: one for one in templates_in_use([])}
    if name is None:
        raise LoiError(_("which template?"), _("`loi templates` lists them; `loi templates copy sections/loi.html`"))
    found = known[one_of(name, known, _("there is no template “{name}”"), _("`loi templates` lists them"))]
    target = (given or here.path / "templates") / found.name
    here.console.report(here.linked(target))
    if dry_run:
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    write_new(target, found.path.read_bytes())
    here.console.note(_("change it there; then `loi templates check`"))


def _check(here: Session, _name: str | None, given: Path | None) -> None:
    own = stationery(here.path, given)
    problems = list(faults_in(own.folders))
    if not problems:
        problems += _faults_of_papers(here, own)
    tell(problems, here.console.reporting())
    counted = n_("{n} fault", "{n} faults", len(problems))
    foreign = sum(one.folder is not None for one in templates_in_use(own.folders))
    here.console.note(counted, n_(" in {n} template of yours", " in {n} templates of yours", foreign))
    if problems:
        raise typer.Exit(1)


def _faults_of_papers(here: Session, own: Stationery) -> list[Problem]:
    """Each paper made once, for us and for the other party, as a page and as a Word file."""
    from loi_cli.word.reference import ReferenceFault
    from loi_cli.word.writer import write_docx

    found: dict[str, Problem] = {}
    for paper, what in _materials(here):
        try:
            html = render_html(paper.name, what, own.folders)
            with told_with_their_template(html, paper.name, what, own.folders):
                write_docx(html, reference=own.reference, made=now())
            if own.folders and (misfit := misfit_in(html, paper.name, what, own.folders)):
                raise misfit  # it was made, but maybe not as it was meant
        except TemplateFault as fault:
            found.setdefault(fault.message, _problem(paper, fault.said, fault.place, fault.hint))
        except ReferenceFault as error:
            found.setdefault(error.message, _problem(paper, error.message, Place(str(own.reference_file)), error.hint))
        except LoiError as error:
            where = Place(next((str(folder) for folder in own.folders), str(templates_folder())))
            found.setdefault(
                str(getattr(error, "what", error.message)), _problem(paper, error.message, where, error.hint)
            )
    return list(found.values())


def _problem(paper: Paper, fault: str, place: Place, hint: str) -> Problem:
    message = _("{paper}: {fault}").format(paper=paper.name, fault=fault)
    return Problem(code=CODE, message=message, place=place, help=hint, source=source_line(place))


def _variables(here: Session, name: str | None, _given: Path | None) -> None:
    wanted = [paper_named(name)] if name else list(PAPERS.values())
    shown: set[str] = set()
    for paper, what in _materials(here):
        if paper in wanted and paper.name not in shown:
            shown.add(paper.name)
            here.console.table(list(variables(paper.variable, paper.context(what)).items()))
    lacking = [paper.name for paper in wanted if paper.name not in shown]
    if lacking:
        here.console.note(_("not shown, for want of a meeting or of an earlier version: "), ", ".join(lacking))


def _materials(here: Session) -> list[tuple[Paper, Material]]:
    """Every paper that this dossier can make, for us and for the other party."""
    register = here.register()
    found = prospect(register, now(), "loi")
    shown = preview(found.version, register) if found.is_news else found.version
    meetings = all_meetings(register.opened)
    made: list[tuple[Paper, Material]] = []
    for receiver in (None, register.opened.dossier.other):
        languages = languages_named(None, register, receiver)
        what = material(
            register,
            found,
            version=shown,
            against=register.root if shown.header.number > 1 else None,
            receiver=receiver,
            languages=languages,
            meeting=meetings[-1] if meetings else None,
        )
        if (held := all_minutes(register.opened)) and receiver is None:
            what = replace(what, actions=actions_of(register.opened, now().date()))
        if held:
            said = negotiated(register)
            what = replace(what, meeting=held[-1][0], minutes=held[-1][1], disputes=said.disputes)
        if receiver is None:
            what = replace(what, addressee=_some_unit(register, languages))
        what = replace(
            what,
            originals=(Original(languages=languages, pages=None, sha256="0" * 64),),
            points=points(shown, subject_of(register, found, meetings, what.today)),
        )
        made += [(paper, what) for paper in PAPERS.values() if _can_be_made(paper, what)]
    return made


def _some_unit(register: Register, languages: Sequence[str]) -> Addressee | None:
    """The first unit, so that what goes to units is made too; None where nobody is asked."""
    dossier = register.opened.dossier
    unit = next(iter(dossier.units.values()), None)
    if unit is None or not dossier.rounds:
        return None
    number = current_round(dossier, unit, now().date())
    return Addressee(
        unit=unit, round=number, due=dossier.due(unit, number), translates=languages[0], earlier=(register.root,)
    )


def _can_be_made(paper: Paper, what: Material) -> bool:
    if (what.receiver is not None and not paper.for_party) or (paper.needs_unit and what.addressee is None):
        return False
    if paper.needs_unit and what.addressee is None:
        return False
    if paper.needs_minutes and what.minutes is None:
        return False
    return not (paper.needs_meeting and what.meeting is None) and not (paper.name == "redline" and what.against is None)
