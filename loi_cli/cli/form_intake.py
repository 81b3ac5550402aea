"""A meeting's form, taken in: what is understood is told, what differs from the standing files is shown."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from loi_cli.cli.session import Session
from loi_cli.files.atomic import replace as replace_file
from loi_cli.files.source import Source
from loi_cli.files.together import write_all_new
from loi_cli.i18n import _, n_
from loi_cli.intake.calendar import minutes_path
from loi_cli.intake.form_differences import differences, kept_beyond, says_the_same
from loi_cli.intake.meeting_forms import FilledForm, FormFile, Spoken, form_filled_in
from loi_cli.intake.meetings import read_meeting, spoken_languages
from loi_cli.intake.minutes import read_minutes
from loi_cli.intake.negotiated import negotiated
from loi_cli.intake.register import Register
from loi_cli.model.meetings import Meeting
from loi_cli.model.minutes import Minutes
from loi_cli.model.problems import BadInput, LoiError
from loi_cli.render.planned_meeting import words_of_forms

_MEETING_NAME = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}-[a-z0-9][a-z0-9-]*")


def take_in_form(here: Session, name: str, *, dry_run: bool) -> bool:
    """Reads the form of this name; a standing file is left as it is, the new one goes beside it. Whether all that was
    written in the form was read. Raises LoiError, BadInput; nothing is written then."""
    register = here.register()
    file = Path(name)
    if not file.is_file():
        raise LoiError(_("there is no file {file}").format(file=file), _("name the form that was filled in"))
    form = form_filled_in(file.read_bytes(), str(file), _spoken(register))
    if not _MEETING_NAME.fullmatch(form.name):
        raise LoiError(
            _("{file}: its first row names no meeting: “{name}”").format(file=file, name=form.name),
            _("leave the name of the meeting as the form has it: 2022-02-15-bilateral"),
        )
    files = _files_of(here, form, file, register)
    for aside in form.asides:
        here.console.warn(f"{file}: {aside.where}: " if aside.where else f"{file}: ", aside.says)
    _set_down(here, files, dry_run=dry_run)
    return not form.asides


def _spoken(register: Register) -> Spoken:
    dossier = register.opened.dossier
    return Spoken(languages=spoken_languages(dossier), parties=tuple(dossier.parties), words=words_of_forms(dossier))


def _files_of(here: Session, form: FilledForm, file: Path, register: Register) -> dict[Path, bytes]:
    """The files that the form makes, both held to the rules of their kind; what they say is told."""
    opened = register.opened
    path = opened.path / "meetings" / f"{form.name}.yaml"
    made = form.meeting_file(kept_beyond(path, form.held))
    with _at_the_cells(made, file):
        meeting = read_meeting(Source.from_bytes(path.name, made.data), opened.dossier, form.name).value
    files = {path: made.data}
    minutes = None
    if (told := form.minutes_file()) is not None:
        with _at_the_cells(told, file):
            source = Source.from_bytes(f"{form.name}.minutes.yaml", told.data)
            minutes = read_minutes(source, opened.dossier, meeting, negotiated(register)).value
        files[minutes_path(meeting, opened.path)] = told.data
    _tell_understood(here, meeting, minutes)
    return files


def _set_down(here: Session, files: dict[Path, bytes], *, dry_run: bool) -> None:
    changed = {path: new for path, new in files.items() if not says_the_same(path, new)}
    for path in files:
        if path not in changed:
            here.console.note(_("{file} says the same already").format(file=here.told(path)))
    beside = {path: path.with_name(f"{path.name}.new") for path in changed if path.exists()}
    for path in beside:
        for line in differences(path, changed[path]):
            here.console.report((line, {"+": "added", "-": "removed"}.get(line[:1], "muted")))
    if dry_run:
        return
    write_all_new({path: data for path, data in changed.items() if path not in beside})
    for path, place in beside.items():
        replace_file(place, changed[path])
    for path in changed:
        here.console.report(here.linked(beside.get(path, path)))
    if beside:
        here.console.note(_("next: compare, and put what is right into the standing file; `loi` does not change it"))


@contextmanager
def _at_the_cells(made: FormFile, file: Path) -> Iterator[None]:
    """What is wrong is told of the form's cells, since those are what a person can mend."""
    try:
        yield
    except BadInput as bad:
        raise BadInput(made.placed(bad.problems, str(file))) from None


def _tell_understood(here: Session, meeting: Meeting, minutes: Minutes | None) -> None:
    seats = ", ".join(f"{code} {len(some)}" for code, some in meeting.delegations.items()) or "–"
    here.console.note((meeting.name, "name"), _("  seats: {seats}").format(seats=seats))
    here.console.note(n_("  {n} item on the agenda", "  {n} items on the agenda", len(meeting.agenda)))
    if minutes is not None:
        told = sum(bool(one.discussion or one.conclusion) for one in minutes.items)
        settled = sum(len(one.settled) for one in minutes.items)
        here.console.note(
            _("  minutes: {items} items told, {settled} conflicts settled, {actions} action items").format(
                items=told, settled=settled, actions=len(minutes.actions)
            )
        )
