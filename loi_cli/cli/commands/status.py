"""loi status, and what bare `loi` shows in a dossier."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from loi_cli.cli.console import Console, Styled
from loi_cli.cli.onward import who_to_ask, who_to_translate
from loi_cli.cli.pager import paged
from loi_cli.cli.session import Format, FormatOption, now, session
from loi_cli.cli.settings import settings
from loi_cli.cli.waiting import what_waits
from loi_cli.i18n import _, n_
from loi_cli.intake.folders import meeting_files
from loi_cli.intake.register import Register, concept_was_changed
from loi_cli.meetings.replies import Reply, State, replies
from loi_cli.merge.staleness import count_stale
from loi_cli.model.conflicts import conflicts_in
from loi_cli.model.problems import LoiError
from loi_cli.model.text import Text

if TYPE_CHECKING:
    from loi_cli.cli.ahead import Ahead
    from loi_cli.intake.agreements import Agreed

HELP = _(
    """Who has sent, who is late, what is in dispute, which translations are stale; when the next meeting is, and
planned back from it the days by which inputs, consultation, translation and papers must be there, with what is late.

Examples:  loi status   ·   loi status --all   ·   loi status --format json"""
)

_NOTHING_AHEAD: dict[str, object] = {"next_meeting": None, "calendar": [], "actions": {"open": 0, "overdue": []}}


def command(
    ctx: typer.Context,
    everything: Annotated[
        bool, typer.Option("--all", help=_("All dossiers below drafts, or beside this one: a line each."))
    ] = False,
    format: FormatOption = Format.TEXT,
) -> None:
    here = session(ctx)
    if everything:
        from loi_cli.cli.all_dossiers import tell_all

        tell_all(here, format)
        return
    register = here.register(keep_going=True)
    standing = standing_of(register, now().date())
    if format is Format.JSON:
        here.console.json({"schema": 1, **standing.as_json()})
        return
    _tell(here.console, standing)


class Standing(NamedTuple):
    """Where a dossier stands on a day."""

    today: date
    register: Register
    found: tuple[Reply, ...]
    conflicts: int
    stale: int
    ahead: "Ahead | None"
    agreements: "dict[str, Agreed]"

    @property
    def bad_files(self) -> list[str]:
        unreadable = self.ahead.unreadable if self.ahead else ()
        return sorted({p.place.file for p in (*self.register.refused, *unreadable)})

    @property
    def late(self) -> list[Reply]:
        return [r for r in self.found if r.late]

    def as_json(self) -> dict[str, object]:
        register = self.register
        return {
            "units": [_as_json(r) for r in self.found if r.unit is not None],
            "heads": [h.header.full_label for h in register.heads],
            "waiting": [one.file for one in register.waiting],
            "waiting_decisions": [f"records/{d.name}.yaml" for d in register.waiting_decisions],
            "waiting_records": [f"records/{r.name}.yaml" for r in register.waiting_records],
            "withdrawn": [f"inputs/{name}.yaml" for name in sorted(register.withdrawn)],
            "agreed": _agreed_json(self.agreements),
            "bad_files": self.bad_files,
            "concept_changed": concept_was_changed(register),
            "conflicts": self.conflicts,
            "stale": self.stale,
            "sent": _sent_json(register),
            **(self.ahead.as_json() if self.ahead else _NOTHING_AHEAD),
        }


def standing_of(register: Register, today: date) -> Standing:
    heads = register.heads or (register.root,)
    return Standing(
        today,
        register,
        replies(register.opened.dossier, register.inputs, today),
        len({c.id for v in heads for c in conflicts_in(v.text)}),
        sum(count_stale(v.text, register.opened.dossier.languages) for v in heads[:1]),
        _ahead(register, today),
        _agreements(register, heads[0].text),
    )


def _tell(speaker: Console, standing: Standing) -> None:
    register, conflicts, stale, ahead = standing.register, standing.conflicts, standing.stale, standing.ahead
    agreements = standing.agreements
    reopened = [clause for clause, state in agreements.items() if state.is_reopened]
    _report(speaker, register, standing.found)
    rows: list[tuple[Styled, ...]] = [
        (_("head"), ", ".join(h.header.full_label for h in register.heads) or _("none yet")),
        (_("open conflicts"), (str(conflicts), "warning" if conflicts else "added")),
        (_("stale or missing translations"), (str(stale), "warning" if stale else "added")),
        (_("last sent"), _last_sent(register)),
        *(ahead.rows() if ahead else [(_("next meeting"), _("none planned"))]),
    ]
    if agreements:
        said = ", ".join(list(agreements)[:6]) + (", …" if len(agreements) > 6 else "")
        rows.append((_("agreed with the other party"), f"{len(agreements)}: {said}"))
    if reopened:
        rows.append((_("agreed, and reopened"), (f"{', '.join(reopened)}: `loi show CLAUSE`", "warning")))
    if register.withdrawn:
        rows.append((_("withdrawn"), ", ".join(sorted(register.withdrawn))))
    if concept_was_changed(register):
        rows.append((_("concept.yaml"), (_("changed since it became v1: `loi check`"), "warning")))
    speaker.table(rows)
    if ahead:
        ahead.tell_calendar(speaker)
    _next_steps(speaker, standing)


def _agreements(register: Register, text: Text) -> "dict[str, Agreed]":
    """What the parties agreed on; its modules are read only where there are agreements, which most dossiers lack."""
    if not register.opened.agreements:
        return {}
    from loi_cli.intake.agreements import agreed_now

    return agreed_now(register, text)


def _agreed_json(agreements: "dict[str, Agreed]") -> list[dict[str, object]]:
    if not agreements:
        return []
    from loi_cli.cli.agreed import agreed_json

    return [{"clause": clause, **agreed_json(state)} for clause, state in agreements.items()]


def _ahead(register: Register, today: date) -> "Ahead | None":
    """Meetings and what follows from them; their modules are read only where there are meetings."""
    if not meeting_files(register.opened.path):
        return None
    from loi_cli.cli.ahead import ahead

    return ahead(register, today)


def _sent_json(register: Register) -> dict[str, object] | None:
    """What went to the other party last."""
    if not register.opened.sendings:
        return None
    last = register.opened.sendings[-1]
    label = next((h.full_label for h in register.opened.headers if h.hash == last.version), last.version)
    return {"version": label, "to": last.to, "date": last.date.isoformat(), "letter": last.letter or None}


def _last_sent(register: Register) -> str:
    last = _sent_json(register)
    if last is None:
        return _("nothing yet")
    said = _("{version} to {to} on {date}").format(**last)
    return f"{said}, {last['letter']}" if last["letter"] else said


def greet(ctx: typer.Context) -> None:
    """Bare `loi`: the status in a dossier, the help elsewhere."""
    try:
        session(ctx).path  # noqa: B018 - raises where there is no dossier
    except LoiError:
        typer.echo(ctx.get_help())
        return
    with paged(not settings(ctx).no_pager):
        command(ctx)


def _as_json(reply: Reply) -> dict[str, object]:
    return {
        "unit": reply.unit,
        "round": reply.round,
        "state": reply.state.value,
        "late": reply.late,
        "due": reply.due.isoformat() if reply.due else None,
    }


def _report(speaker: Console, register: Register, found: tuple[Reply, ...]) -> None:
    for number in register.opened.dossier.rounds:
        some = [r for r in found if r.round == number and r.asked]
        sent = sum(r.state is not State.MISSING for r in some)
        due = register.opened.dossier.rounds[number]
        speaker.report(
            (_("Round {number}").format(number=number), "strong"),
            _("  due {due}  {sent} of {all} have sent").format(due=due, sent=sent, all=len(some)),
        )
        missing = sorted((r for r in some if r.state is State.MISSING), key=lambda r: not r.late)
        speaker.table([_missing(r, due) for r in missing], indent="  ")
        answers = ((State.RECEIVED, _("received"), "added"), (State.NO_COMMENT, _("no comment"), "muted"))
        speaker.table(
            [((words, style), _named([r for r in some if r.state is state])) for state, words, style in answers
             if any(r.state is state for r in some)],
            indent="  ",
        )  # fmt: skip
        speaker.report()
    unasked = [one.file for r in found if not r.asked and r.unit for one in r.inputs]
    theirs = [one.file for r in found if r.party for one in r.inputs]
    if unasked:
        speaker.report(_("Came without being asked for: {files}").format(files=", ".join(unasked)))
    if theirs:
        speaker.report(_("From the other party: {files}").format(files=", ".join(theirs)))
    if unasked or theirs:
        speaker.report()


def _missing(reply: Reply, due: date) -> tuple[Styled, ...]:
    """A unit that has not answered, in full: somebody has to call it."""
    late: Styled = (_("late"), "warning") if reply.late else ""
    own = _("due {due}").format(due=reply.due) if reply.due != due else ""
    return (_("missing"), "removed"), (reply.unit or "", "name"), late, own, (reply.name, "muted")


def _named(some: Sequence[Reply]) -> str:
    """Those that have answered, by their ids."""
    late = _("{unit} (late)")
    return ", ".join(late.format(unit=r.unit) if r.late else str(r.unit) for r in some)


def _next_steps(speaker: Console, standing: Standing) -> None:
    register = standing.register
    steps = []
    if register.refused:
        files = len({p.place.file for p in register.refused})
        steps.append(n_("`loi check`: {n} file cannot be read", "`loi check`: {n} files cannot be read", files))
    if waits := what_waits(register):
        steps.append(waits)
    if asks := who_to_ask(register, standing.found, standing.today):
        steps.append(asks)
    if overdue := {r.unit for r in standing.late if r.state is State.MISSING}:
        steps.append(
            n_("`loi request --late`: remind {n} unit", "`loi request --late`: remind {n} units", len(overdue))
        )
    if standing.conflicts:
        steps.append(_("`loi conflicts` and `loi decide`: settle what is in dispute"))
    if translators := who_to_translate(register):
        steps.append(translators)
    steps.append(_("`loi build`: make all papers"))
    for k, step in enumerate(steps, 1):
        speaker.note(f"{k}. {step}")
