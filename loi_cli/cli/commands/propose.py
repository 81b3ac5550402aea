"""loi propose."""

import dataclasses
from typing import Annotated

import typer

from loi_cli.cli.choosing import language_named, round_named, unit_named
from loi_cli.cli.commands.collect import report
from loi_cli.cli.sent_papers import Press
from loi_cli.cli.session import DryRunOption, Format, FormatOption, now, session
from loi_cli.history.names import version_named
from loi_cli.i18n import _
from loi_cli.intake.collecting import collect, keep
from loi_cli.intake.disputes import clause_named
from loi_cli.intake.enclosures import Sent
from loi_cli.intake.input_writing import Draft, input_bytes
from loi_cli.intake.register import Register
from loi_cli.intake.rounds import current_round
from loi_cli.model.dossier import Dossier
from loi_cli.model.inputs import Change, Instruct, Proposal, Remark, Replace, Reword
from loi_cli.model.problems import LoiError, Place
from loi_cli.model.text import Clause
from loi_cli.model.versions import Version
from loi_cli.model.words import shown, tidy

HELP = _(
    """An ordinary input file in inputs/, checked as any other, for what came as a typo, a mail in plain words, a phone
call. The clause is named by its id or its number; --source says where it comes from.

Examples:  loi propose 3.1 --unit agro --replace "palm oil" "vegetable oil" --source "mail of 12 January"
·  loi propose areas --unit ilmate --instruct "Name the eight vehicle models." --source "call of 13 January" """
)

_HERE = Place("<proposal>")


def command(
    ctx: typer.Context,
    clause: Annotated[str, typer.Argument(metavar="CLAUSE", help=_("Which clause: its id or its number."))],
    unit: Annotated[str, typer.Option("--unit", metavar="UNIT", help=_("Whose proposal it is."))],
    replace: Annotated[
        tuple[str, str] | None, typer.Option("--replace", metavar="OLD NEW", help=_("Some words for others."))
    ] = None,
    words: Annotated[str | None, typer.Option("--words", metavar="TEXT", help=_("The whole new wording."))] = None,
    instruct: Annotated[
        str | None, typer.Option("--instruct", metavar="TEXT", help=_("A change wanted, its wording left to us."))
    ] = None,
    remark: Annotated[str | None, typer.Option("--remark", metavar="TEXT", help=_("No change wanted."))] = None,
    heading: Annotated[bool, typer.Option("--heading", help=_("The words are the heading's."))] = False,
    language: Annotated[str | None, typer.Option("--language", metavar="LANG", help=_("Of which language."))] = None,
    reason: Annotated[str, typer.Option("--reason", metavar="WHY", help=_("Why; internal."))] = "",
    round: Annotated[
        int | None, typer.Option("--round", metavar="N", help=_("Which round; else the unit's current one."))
    ] = None,
    base: Annotated[str, typer.Option("--base", metavar="VERSION", help=_("The version that was read."))] = "head",
    source: Annotated[
        str, typer.Option("--source", metavar="WHENCE", help=_("Where it comes from: “mail of 12 January”."))
    ] = "",
    dry_run: DryRunOption = False,
    format: FormatOption = Format.TEXT,
) -> None:
    here = session(ctx)
    register = here.register(keep_going=True)
    dossier = register.opened.dossier
    who = dossier.units[unit_named(unit, dossier)]
    today = now().date()
    number = round_named(round, dossier) if round is not None else current_round(dossier, who, today)
    read = _read(base, register)
    spoken = language_named(language, dossier) if language is not None else None
    about = read.text.by_id()[clause_named(clause, read.text)]
    proposal = _proposal(about, replace, words, instruct, remark, reason, heading, spoken, dossier)
    draft = Draft(
        unit=who.id,
        round=number,
        base=_base(read, register),
        date=today,
        source=tidy(source),
        proposals=(proposal,),
    )
    data = input_bytes(draft)
    taken = collect(Sent(shown=_HERE.file, data=data), register, [], None, today, Press(register))
    receipt = dataclasses.replace(taken, shown=draft.source)
    if not dry_run:
        keep([receipt], register)
    if format is Format.JSON:
        here.console.json({"schema": 1, "file": receipt.input.file, "side": receipt.input.side,
                           "round": number, "base": draft.base, "clause": about.id,
                           "already_here": receipt.known, "words": data.decode()})  # fmt: skip
        return
    if dry_run:
        here.console.report(data.decode().rstrip("\n"))
        return
    report(here.console, receipt)
    here.console.note(_("next: `loi merge` puts it into the text"))


def _read(name: str, register: Register) -> Version:
    """The version that the proposal is made against."""
    if register.is_new and name in ("head", "v1"):
        return register.root
    opened = register.opened
    return opened.store.version(version_named(name, opened.headers, opened.tags))


def _base(read: Version, register: Register) -> str:
    """How the file names it; the concept that is not recorded yet has no hash that lasts."""
    return read.header.label if register.is_new else read.header.full_label


def _proposal(
    clause: Clause,
    replace: tuple[str, str] | None,
    words: str | None,
    instruct: str | None,
    remark: str | None,
    reason: str,
    heading: bool,
    language: str | None,
    dossier: Dossier,
) -> Proposal:
    """The one thing that is proposed. Raises LoiError unless exactly one was named."""
    given = {"--replace": replace, "--words": words, "--instruct": instruct, "--remark": remark}
    named = [name for name, value in given.items() if value is not None]
    if len(named) != 1:
        raise LoiError(
            _("{ways} stand together").format(ways=", ".join(named)) if named else _("say what is proposed"),
            _("use one of: {ways}").format(ways=", ".join(given)),
        )
    if instruct is not None:
        return Instruct(clause=clause.id, note=instruct, reason=reason, place=_HERE)
    if remark is not None:
        return Remark(clause=clause.id, note=remark, reason=reason, place=_HERE)
    if words is not None:
        if not tidy(words):
            raise LoiError(
                _("no words stand after {option}").format(option="--words"),
                _("`delete: {clause}` in an input file takes the clause out").format(clause=clause.id),
            )
        wording = {language or _only_language(dossier): tidy(words)}
        fields = {"heading": wording} if heading else {"text": wording}
        return Reword(clause=clause.id, **fields, reason=reason, place=_HERE)
    assert replace is not None
    old, new = replace
    change = {language or _language_of(old, clause, heading): Change(old, new)}
    changed = {"heading": change} if heading else {"text": change}
    return Replace(clause=clause.id, **changed, reason=reason, place=_HERE)


def _only_language(dossier: Dossier) -> str:
    if len(dossier.languages) > 1:
        raise LoiError(
            _("say in which language the new words are"),
            _("add --language with one of: {names}").format(names=", ".join(dossier.languages)),
        )
    return dossier.languages[0]


def _language_of(old: str, clause: Clause, heading: bool) -> str:
    """The one language in which the words stand just once. Raises LoiError where none has them, or several."""
    fields = {language: shown(words) for language, words in (clause.heading if heading else clause.text).items()}
    fitting = [language for language, text in fields.items() if text.count(old) == 1]
    if len(fitting) == 1:
        return fitting[0]
    if fitting:
        raise LoiError(
            _("“{words}” stands in {clause} in several languages").format(words=old, clause=clause.id),
            _("add --language with one of: {names}").format(names=", ".join(fitting)),
        )
    often = max((text.count(old) for text in fields.values()), default=0)
    raise LoiError(
        _("“{words}” stands {count} times in {clause}").format(words=old, count=often, clause=clause.id)
        if often
        else _("“{words}” does not stand in {clause}").format(words=old, clause=clause.id),
        _("give more of the words around it")
        if often
        else _("`loi show {clause}` has its words; --heading means those of its heading").format(clause=clause.id),
    )
