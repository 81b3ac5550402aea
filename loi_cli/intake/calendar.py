"""The meetings of a dossier: all, the next one, one by its name; and their minutes."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from loi_cli.files.codes import Code
from loi_cli.files.source import Source
from loi_cli.i18n import _
from loi_cli.intake.folders import meeting_files, minutes_files
from loi_cli.intake.opening import OpenDossier
from loi_cli.model.identifiers import nearest
from loi_cli.model.problems import BadInput, LoiError, Place, Problem

if TYPE_CHECKING:
    from loi_cli.intake.negotiated import Negotiated
    from loi_cli.model.meetings import Meeting
    from loi_cli.model.minutes import Minutes


def all_meetings(opened: OpenDossier) -> "tuple[Meeting, ...]":
    """Every meeting, by date. Raises BadInput with the problems of all files."""
    found: list[Meeting] = []
    problems: list[Problem] = []
    for file in meeting_files(opened.path):
        try:
            found.append(_read(file, opened))
        except BadInput as bad:
            problems += bad.problems
    if problems:
        raise BadInput(problems)
    return tuple(sorted(found, key=lambda m: (m.date, m.start, m.name)))


def next_meeting(opened: OpenDossier, today: date) -> "Meeting | None":
    """The first meeting that is not over."""
    return next((m for m in all_meetings(opened) if m.date >= today), None)


def meeting_named(name: str | None, opened: OpenDossier, today: date) -> "Meeting":
    """The meeting of this name, or of a name that begins so; without a name the next one, else the last.

    Raises LoiError when there is none, or more than one.
    """
    meetings = all_meetings(opened)
    if not meetings:
        raise LoiError(
            _("the dossier has no meeting"),
            _("write meetings/2022-02-15-bilateral.yaml; `loi schema meeting` says how"),
        )
    if name is None:
        return next((m for m in meetings if m.date >= today), meetings[-1])
    wanted = Path(name).name.removesuffix(".yaml")
    fitting = [m for m in meetings if m.name == wanted] or [m for m in meetings if m.name.startswith(wanted)]
    if len(fitting) == 1:
        return fitting[0]
    names = [m.name for m in meetings]
    near = nearest(wanted, names)
    raise LoiError(
        _("“{name}” fits {count} meetings").format(name=name, count=len(fitting))
        if fitting
        else _("there is no meeting “{name}”").format(name=name),
        _("did you mean “{near}”?").format(near=near)
        if near and not fitting
        else _("they are: {names}").format(names=", ".join(names)),
    )


def last_held(opened: OpenDossier, today: date) -> "Meeting | None":
    """The meeting that minutes are about now: the last one that has begun by today."""
    return next((m for m in reversed(all_meetings(opened)) if m.date <= today), None)


def minutes_path(meeting: "Meeting", dossier: Path) -> Path:
    return dossier / "meetings" / f"{meeting.name}.minutes.yaml"


def minutes_of(meeting: "Meeting", opened: OpenDossier, text: "Negotiated | None" = None) -> "Minutes | None":
    """The minutes of a meeting; None while nobody has begun them. Raises BadInput."""
    path = minutes_path(meeting, opened.path)
    if not path.exists():
        return None
    from loi_cli.intake.minutes import read_minutes

    return read_minutes(Source.read(path, f"meetings/{path.name}"), opened.dossier, meeting, text).value


def all_minutes(opened: OpenDossier, text: "Negotiated | None" = None) -> "tuple[tuple[Meeting, Minutes], ...]":
    """Every meeting that has minutes, by date. Raises BadInput with the problems of all files."""
    meetings = all_meetings(opened)
    names = [m.name for m in meetings]
    found: list[tuple[Meeting, Minutes]] = []
    problems = [
        _orphan(file, names) for file in minutes_files(opened.path) if file.name.removesuffix(_MINUTES) not in names
    ]
    for meeting in meetings:
        try:
            minutes = minutes_of(meeting, opened, text)
        except BadInput as bad:
            problems += bad.problems
            continue
        if minutes is not None:
            found.append((meeting, minutes))
    if problems:
        raise BadInput(problems)
    return tuple(found)


_MINUTES = ".minutes.yaml"


def _orphan(file: Path, names: list[str]) -> Problem:
    """Minutes without a meeting."""
    wanted = file.name.removesuffix(_MINUTES)
    near = nearest(wanted, names)
    return Problem(
        code=Code.UNKNOWN_NAME.value,
        message=_("there is no meeting “{name}”").format(name=wanted),
        place=Place(f"meetings/{file.name}"),
        help=_("did you mean “{near}”?").format(near=near)
        if near
        else _("they are: {names}").format(names=", ".join(names)),
    )


def _read(file: Path, opened: OpenDossier) -> "Meeting":
    from loi_cli.intake.meetings import read_meeting  # a dossier without a meeting needs none of it

    source = Source.read(file, f"meetings/{file.name}")
    return read_meeting(source, opened.dossier, file.stem).value
