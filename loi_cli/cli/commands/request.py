"""loi request."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer

from loi_cli.cli.addressing import addressee
from loi_cli.cli.choosing import language_named, round_named, unit_named
from loi_cli.cli.papers.asking import languages_named, party_named
from loi_cli.cli.papers.formats import PaperFormat, document
from loi_cli.cli.papers.materials import material, preview
from loi_cli.cli.papers.stationery import stationery
from loi_cli.cli.progress import progress
from loi_cli.cli.session import ByOption, DryRunOption, Format, FormatOption, Session, now, session, typed
from loi_cli.files.atomic import replace as write
from loi_cli.files.shelf import Shelf
from loi_cli.i18n import _, n_
from loi_cli.intake.merging import as_merged
from loi_cli.intake.records.deadline import deadline_bytes
from loi_cli.intake.records.event import record_name
from loi_cli.intake.records.keeping import keep_record
from loi_cli.intake.register import Register
from loi_cli.intake.rounds import current_round, round_now, round_over
from loi_cli.meetings.replies import State, replies
from loi_cli.model.dossier import Unit
from loi_cli.model.problems import LoiError
from loi_cli.model.versions import Version
from loi_cli.render.addressee import Addressee
from loi_cli.render.mail import Enclosure
from loi_cli.render.material import Material
from loi_cli.render.papers import PAPERS

HELP = _(
    """For each unit asked, in out/internal/requests/UNIT/: the input file and a Word form to fill in, each with the
present words and with what became of what the unit said before; a letter; a mail draft with all of them attached.
--due gives one unit more time, as a record.

Examples:  loi request --round 2   ·   loi request --late   ·   loi request --translation ru --unit kbri-moskow
·  loi request --unit agro --round 2 --due 2022-02-01 --by "Direktur Akses Industri Internasional" """
)


def command(
    ctx: typer.Context,
    round: Annotated[int | None, typer.Option("--round", metavar="N", help=_("Which round; else the present."))] = None,
    unit: Annotated[
        list[str] | None, typer.Option("--unit", metavar="UNIT", help=_("Only this unit; may be repeated."))
    ] = None,
    late: Annotated[bool, typer.Option("--late", help=_("Remind those whose input is late."))] = False,
    translation: Annotated[
        str | None, typer.Option("--translation", metavar="LANG", help=_("A form of what is stale in a language."))
    ] = None,
    due: Annotated[
        datetime | None,
        typer.Option("--due", metavar="DATE", formats=["%Y-%m-%d"], help=_("Give the unit time until this day.")),
    ] = None,
    reason: Annotated[str, typer.Option("--reason", metavar="WHY", help=_("Why it gets more time."))] = "",
    by: ByOption = "",
    dry_run: DryRunOption = False,
    format: FormatOption = Format.TEXT,
) -> None:
    here = session(ctx)
    register = here.register()
    dossier = register.opened.dossier
    units = [dossier.units[unit_named(name, dossier)] for name in unit or []]
    number = round_named(round, dossier) if round is not None else None
    if due is not None:
        _extend(here, register, units, number, due.date(), by, reason, dry_run, format)
        return
    if dry_run:
        some = _one_translator(units) if translation else _addressees(register, units, number, late)
        _foresee(here, some, language_named(translation, dossier) if translation else None, format)
        return
    desk = _Desk(here, register)
    made: list[_Made] = []
    if translation is not None:
        language = language_named(translation, dossier)
        made = [desk.translation(one, number, language) for one in _one_translator(units)]
    else:
        asked = _addressees(register, units, number, late)
        with progress(here.console, _("asking")) as working_on:
            for to in asked:
                working_on(to.unit.id)
                made.append(desk.request(to))
    if format is Format.JSON:
        here.console.json({"schema": 1, "requests": [_as_json(one, register.opened.path) for one in made]})
    else:
        for one in made:
            for file in one.files:
                here.console.report(here.linked(file))
            for edited in one.beside:
                here.console.note((_("  {file} was edited, or is open: the new one stands beside it").format(
                    file=edited.name), "warning"))  # fmt: skip
    if made:
        _warn_of_english(here, desk.about)
    if made or not late:
        here.console.note(n_("{n} request made", "{n} requests made", len(made)))
    else:
        here.console.note(_("nobody is late"))
    if made and translation is not None:
        here.console.note(_("next: send the form; `loi collect` takes it in when it comes back"))
    elif made:
        here.console.note(_("next: open the .eml drafts and send them; `loi collect` takes in what comes back"))


@dataclass(frozen=True, slots=True)
class _Made:
    """The files of one request; `beside` are those of a person's that were left alone."""

    unit: str
    round: int
    files: tuple[Path, ...]
    beside: tuple[Path, ...]


def _as_json(one: _Made, folder: Path) -> dict[str, object]:
    files = [file.relative_to(folder).as_posix() for file in one.files]
    return {"unit": one.unit, "round": one.round, "files": files, "beside": [file.name for file in one.beside]}


def _foresee(here: Session, some: Iterable[Addressee | Unit], language: str | None, format: Format) -> None:
    """Who would be asked."""
    asked = [(one, None, None) if isinstance(one, Unit) else (one.unit, one.round, one.due) for one in some]
    if format is Format.JSON:
        nothing: list[str] = []
        requests = [{"unit": u.id, "round": round, "files": nothing, "beside": nothing} for u, round, _due in asked]
        here.console.json({"schema": 1, "requests": requests})
        return
    here.console.table(
        [
            (
                (unit.id, "name"),
                language or _("round {number}").format(number=round),
                _("due {due}").format(due=due) if due else "",
                (unit.mail, "muted"),
            )
            for unit, round, due in asked
        ]
    )


def _extend(
    here: Session,
    register: Register,
    units: Sequence[Unit],
    number: int | None,
    due: date,
    by: str,
    reason: str,
    dry_run: bool,
    format: Format,
) -> None:
    """Record that one unit has more time."""
    if len(units) != 1:
        raise LoiError(_("a deadline is given to one unit"), _("name it: --unit UNIT"))
    if not by.strip():
        raise LoiError(_("a deadline is somebody's decision"), _("add --by OFFICE, or set LOI_BY"))
    one, today = units[0], now().date()
    known = number if number is not None else current_round(register.opened.dossier, one, today)
    before, of_all = register.opened.dossier.due(one, known), register.opened.dossier.rounds.get(known)
    if of_all is not None and due < of_all:
        raise LoiError(
            _("{due} is before the day of round {round}, {day}: nobody gets less time than the round gives").format(
                due=due, round=known, day=of_all
            ),
            _("name a later day; for a shorter round write its day into dossier.yaml"),
        )
    data = deadline_bytes(
        unit=one.id,
        round=known,
        due=due,
        by=typed(by, "--by", 100),
        date=today,
        reason=typed(reason, "--reason", 1000) if reason else "",
    )
    record = record_name(today, "deadline", data)
    if not dry_run:
        keep_record(register.opened.path, today, "deadline", data)
    if format is Format.JSON:
        here.console.json({"schema": 1, "unit": one.id, "round": known, "due": due.isoformat(),
                           "record": None if dry_run else f"records/{record}.yaml"})  # fmt: skip
        return
    said = _("  round {round}  now due {due}, was {before}").format(round=known, due=due, before=before or "–")
    here.console.report((one.id, "name"), said)
    if before is not None and due < before:
        here.console.note(
            (_("that is earlier than what {unit} was given before: tell it").format(unit=one.id), "warning")
        )
    if not dry_run:
        here.tell_record(f"records/{record}.yaml")


def _one_translator(units: Sequence[Unit]) -> Sequence[Unit]:
    if not units:
        raise LoiError(_("say who translates"), _("add --unit with the unit in whose name the translation comes back"))
    return units


def _addressees(register: Register, units: Sequence[Unit], number: int | None, late: bool) -> Iterable[Addressee]:
    """Those asked in the round; with `late` those of them whose input is missing after its last day."""
    dossier, today = register.opened.dossier, now().date()
    if number is None and not units:
        number = round_over(dossier, today) if late else round_now(dossier, today)
    found = []
    for one in units or [u for u in dossier.units.values() if number in u.rounds]:
        known = number if number is not None else current_round(dossier, one, today)
        found.append(addressee(one, known, register)._replace(reminds=late))
    if late:
        owing = {
            (r.unit, r.round)
            for r in replies(dossier, register.inputs, today)
            if r.asked and r.late and r.state is State.MISSING
        }
        found = [to for to in found if (to.unit.id, to.round) in owing]
    if not found and not late:
        raise LoiError(
            _("nobody is asked in round {number}").format(number=number),
            _("write `rounds: [{number}]` at the units of dossier.yaml").format(number=number),
        )
    return found


def _head(register: Register) -> Version:
    """The text that units are asked about. Raises LoiError where there are two."""
    if len(register.heads) > 1:
        both = ", ".join(v.header.full_label for v in register.heads)
        raise LoiError(_("there are two heads: {both}").format(both=both), _("`loi merge` joins them"))
    return register.heads[0] if register.heads else preview(register.root, register)


def _warn_of_english(here: Session, what: Material) -> None:
    """Say that letters are in English for want of words in our own language."""
    from loi_cli.render.papers.chrome import LETTERS, language_of_letters

    wanted = what.languages[0]
    if language_of_letters(what) != wanted:
        here.console.note((_(
            "letters and forms are in English: `{section}` is missing in templates/catalogues/{wanted}.yaml; "
            "CONTRIBUTING.md says how a language comes in, `loi templates copy` how letters become your own"
        ).format(section=LETTERS, wanted=wanted), "warning"))  # fmt: skip


class _Desk:
    """Makes the papers of requests from one register."""

    def __init__(self, here: Session, register: Register) -> None:
        self.here = here
        self.register = register
        self.own = stationery(register.opened.path)
        self.folder = register.opened.path / "out" / "internal" / "requests"
        self.about: Material = material(
            register,
            as_merged(register, now()),
            version=_head(register),
            against=None,
            receiver=party_named(None, register),
            languages=languages_named(None, register, None),
        )

    def request(self, to: Addressee) -> _Made:
        """The file, the form, the letter, the mail."""
        from loi_cli.render.blank_input import blank_input
        from loi_cli.render.mail import mail_draft
        from loi_cli.render.papers.chrome import language_of_letters
        from loi_cli.render.papers.letter import body_of, subject_of

        what = replace(self.about, addressee=to)
        stem = f"{to.unit.id}-{to.round}"
        kind = "reminder" if to.reminds else "letter"
        enclosures = [
            Enclosure(f"{kind}-{stem}.docx", document("letter", what, PaperFormat.DOCX, self.own)),
            Enclosure(f"form-{stem}.docx", document("form", what, PaperFormat.DOCX, self.own)),
            Enclosure(f"{stem}.yaml", blank_input(what, PAPERS["form"].context(what))),
        ]
        language = language_of_letters(what)
        mail = mail_draft(
            to=to.unit.mail,
            sender=self.register.opened.dossier.letters.mail,
            subject=subject_of(what, language),
            body="\n\n".join(_letter_in_mail(to, what, language, body_of(what, language))) + "\n",
            enclosures=enclosures,
        )
        self._schema()
        return self._put(to, [*enclosures, Enclosure(f"mail-{stem}.eml" if not to.reminds else f"reminder-{stem}.eml",
                                                     mail)])  # fmt: skip

    def translation(self, unit: Unit, number: int | None, language: str) -> _Made:
        """The form of what is stale in a language."""
        opened = self.register.opened
        known = number if number is not None else current_round(opened.dossier, unit, now().date())
        earlier = tuple(opened.store.version(h) for h in reversed(opened.headers))
        to = addressee(unit, known, self.register)._replace(translates=language, earlier=earlier)
        what = replace(self.about, addressee=to)
        form = document("translation", what, PaperFormat.DOCX, self.own)
        return self._put(to, [Enclosure(f"translation-{language}-{unit.id}-{to.round}.docx", form)])

    def _put(self, to: Addressee, files: Iterable[Enclosure]) -> _Made:
        shelved = Shelf(self.folder / to.unit.id).put_all({one.name: one.data for one in files}).values()
        return _Made(to.unit.id, to.round, tuple(s.path for s in shelved), tuple(s.beside for s in shelved if s.beside))

    def _schema(self) -> None:
        """The schema that the files' first line names, where it names it."""
        from loi_cli.cli.commands.schema import schema_files

        path = self.folder / "schemas" / "input.schema.json"
        path.parent.mkdir(parents=True, exist_ok=True)
        write(path, schema_files()[path.name].encode())


def _letter_in_mail(to: Addressee, what: Material, language: str, body: Sequence[str]) -> list[str]:
    from loi_cli.render.catalogue import catalogue

    greeting = catalogue(language).say("correspondence.mail.greeting", to=to.unit.to or to.unit.name)
    sender = what.dossier.letters.sender
    return [greeting, *body, *([sender] if sender else [])]
