"""loi decide."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from loi_cli.cli.choosing import language_named
from loi_cli.cli.session import (
    ByOption,
    DryRunOption,
    Format,
    FormatOption,
    ReasonOption,
    Session,
    now,
    placed,
    session,
    signed,
    typed,
)
from loi_cli.cli.step import taken
from loi_cli.i18n import _, n_
from loi_cli.intake.deciding import Settled, Signature, Way, chosen, recorded, settle, whole_reading
from loi_cli.intake.disputes import Dispute
from loi_cli.intake.records.keeping import Written
from loi_cli.intake.register import Register
from loi_cli.model.dossier import Dossier
from loi_cli.model.problems import LoiError

HELP = _(
    """Names conflicts by their ids or by their clause, which settles all its languages. A side's words, the base, or
new words are taken; --bracket leaves it open on purpose. Each decision is a record with a name and a reason, and what
was decided is not asked again: only a new reading reopens it. Without arguments, at a terminal, it walks through all
that is open. --from takes many decisions from a YAML file (`loi schema decisions` says how).

Examples:  loi decide areas.automotive --take ilmate --by "Direktur Akses Industri Internasional" --reason "…"
·  loi decide 3.1 --words "promote and develop" --language en --by OFFICE --reason "…"
·  loi decide --all --take BLR --by OFFICE --reason "…"   ·   loi decide --from decisions.yaml --dry-run"""
)


def command(
    ctx: typer.Context,
    names: Annotated[list[str] | None, typer.Argument(metavar="ID|CLAUSE…", help=_("Which conflicts."))] = None,
    everything: Annotated[bool, typer.Option("--all", help=_("All open conflicts."))] = False,
    take: Annotated[str | None, typer.Option("--take", metavar="SIDE|base", help=_("Whose words."))] = None,
    words: Annotated[
        list[str] | None,
        typer.Option("--words", metavar="[LANG|ID=]TEXT", help=_("Other words; again for a further one.")),
    ] = None,
    bracket: Annotated[bool, typer.Option("--bracket", help=_("It stays open, on purpose."))] = False,
    language: Annotated[
        str | None, typer.Option("--language", metavar="LANG", help=_("Only this language's conflicts."))
    ] = None,
    file: Annotated[
        Path | None, typer.Option("--from", metavar="FILE", help=_("Many decisions, from a YAML file; - is stdin."))
    ] = None,
    by: ByOption = "",
    reason: ReasonOption = "",
    dry_run: DryRunOption = False,
    format: FormatOption = Format.TEXT,
) -> None:
    here = session(ctx)
    told = bool(names or everything or take is not None or words or bracket or language or file)
    if not told and not dry_run and format is Format.TEXT and sys.stdin.isatty() and sys.stdout.isatty():
        _walk(here, by, reason)
        return
    if file is not None:
        if names or everything or take is not None or words or bracket or language:
            raise LoiError(
                _("--from says itself what is decided, and how"),
                _("use it alone, with --by and --reason for entries that do not say"),
            )
        register = here.register()
        _write(here, register, _listed(file, register, by, reason), [], dry_run, format)
        return
    if not names and not everything and take is None and not words and not bracket:
        raise LoiError(
            _("say how it is settled, and of which conflict"),
            _("use one of: --take SIDE or --take base, --words TEXT, --bracket to leave it open on purpose"),
        )
    _one_way(take, words, bracket)
    by, reason = signed(by, reason, _("a decision has a name and a reason"))
    register = here.register()
    dossier = register.opened.dossier
    if language is not None:
        language = language_named(language, dossier)
    some = [d for d in chosen(names or [], everything, register) if language in (None, d.conflict.language)]
    if not some and everything and register.waiting_decisions:
        raise LoiError(
            _("all that is open is decided already"), _("`loi merge` applies it; to decide one anew, name its clause")
        )
    if not some:
        raise LoiError(_("no such conflict is open"), _("`loi conflicts` lists those that are"))
    way = Way(take=take, words=_worded(words, dossier, some) if words else None)
    settled, left = settle(some, way)
    signature = Signature(by=by, reason=reason, time=now())
    _write(here, register, [(one, signature) for one in settled], left, dry_run, format)


def _write(
    here: Session,
    register: Register,
    settled: Sequence[tuple[Settled, Signature]],
    left: Sequence[Dispute],
    dry_run: bool,
    format: Format,
) -> None:
    """Put the decisions on the disk, all or none, and tell of them."""
    step: list[Written] = [recorded(one, signature, register) for one, signature in settled]
    done = taken(register.opened, step, dry_run)
    if format is Format.JSON:
        here.console.json({
            "schema": 1,
            "decisions": [
                {"conflict": one.dispute.conflict.id, "record": file,
                 "reads": None if one.way.leaves_open else one.reads}
                for (one, _signature), file in zip(settled, done.files, strict=True)
            ],
            "left": [d.conflict.id for d in left],
        })  # fmt: skip
        return
    for one, _signature in settled:
        reads = _("stays open") if one.way.leaves_open else one.reads or "–"
        here.console.report((f"{one.dispute.conflict.id}  ", "strong"), reads)
        if dry_run and not one.way.leaves_open:
            here.console.note(_("  it would read: "), (whole_reading(one), "added"))
    done.tell(here)
    for dispute in left:
        here.console.note(_("still open: {conflict}").format(conflict=dispute.conflict.id))
    if not dry_run:
        here.console.note(_("next: `loi merge` applies it"))


def _walk(here: Session, by: str, reason: str) -> None:
    from loi_cli.cli.walk import Walk

    register = here.register()
    some = [d for d in chosen([], True, register) if d.kept_open is None]
    if not some:
        here.console.note(_("nothing is left to decide; `loi conflicts` lists what is open"))
        return
    walk = Walk(here.console, register, input, typed(by, "--by", 100), typed(reason, "--reason", 2000))
    try:
        walk.through(some)
    except KeyboardInterrupt:
        here.console.report()
        raise typer.Exit(130) from None
    finally:
        counted = n_("{n} decision was written", "{n} decisions were written", walk.decided)
        here.console.note(counted if walk.decided else _("nothing was decided"))
    if walk.decided == len(some):
        here.console.note(_("next: `loi merge` applies it"))
    elif walk.decided:
        here.console.note(_("next: `loi merge` applies it; `loi decide` goes on with what is left"))


def _listed(file: Path, register: Register, by: str, reason: str) -> list[tuple[Settled, Signature]]:
    """What a file decides, each decision signed. Raises BadInput."""
    from loi_cli.files.source import Source
    from loi_cli.intake.decision_list import read_decisions

    source = Source.from_bytes("<stdin>", sys.stdin.buffer.read()) if str(file) == "-" else Source.read(file, str(file))
    time = now()

    def signature(own_by: str, own_reason: str) -> Signature:
        named, why = signed(own_by or by, own_reason or reason, _("a decision has a name and a reason"))
        return Signature(by=named, reason=why, time=time)

    with placed(Path()):
        return read_decisions(source, register, signature)


def _one_way(take: str | None, words: Sequence[str] | None, bracket: bool) -> None:
    """Raises LoiError unless exactly one way was named."""
    given = {"--take": take is not None, "--words": bool(words), "--bracket": bracket}
    ways = [name for name, is_given in given.items() if is_given]
    if len(ways) != 1:
        raise LoiError(
            _("{ways} together settle nothing").format(ways=", ".join(ways)) if ways else _("say how it is settled"),
            _("use one of: --take SIDE or --take base, --words TEXT, --bracket to leave it open on purpose"),
        )


def _worded(given: Sequence[str], dossier: Dossier, some: Sequence[Dispute]) -> dict[str, str]:
    """Words by a conflict's id or by language; under "" where neither stands before them. Raises LoiError."""
    keys = {*dossier.languages, *(d.conflict.id for d in some)}
    found: dict[str, str] = {}
    for one in given:
        key, equals, words = one.partition("=")
        if equals and key.count("/") == 2 and not key.strip().count(" ") and key not in keys:
            raise LoiError(
                _("--words names {id}, which is none of the conflicts to settle").format(id=key),
                _("they are: {ids}").format(ids=", ".join(d.conflict.id for d in some)),
            )
        if not equals or key not in keys:
            key, words = "", one
        if key in found or (found and "" in (key, *found)):
            raise LoiError(
                _("--words is given twice for one language"),
                _("say what each is for: --words en=TEXT --words id=TEXT; or --words ID=TEXT, by conflict"),
            )
        found[key] = words
    return found
