"""loi decide."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

import typer

from loi_cli.cli.choosing import language_named
from loi_cli.cli.session import ByOption, Format, FormatOption, now, session
from loi_cli.i18n import _
from loi_cli.intake.disputes import Dispute, clause_named, disputes
from loi_cli.intake.record_keeping import keep_records
from loi_cli.intake.record_writing import decision_bytes
from loi_cli.intake.register import Register
from loi_cli.merge.decisions import Rulings
from loi_cli.model.conflicts import EXISTS, PLACE
from loi_cli.model.identifiers import nearest
from loi_cli.model.problems import LoiError
from loi_cli.model.words import tidy

HELP = _(
    """Names conflicts by their ids or by their clause, which settles all its languages. A side's words, the base, or
new words are taken; --bracket leaves it open on purpose. Each decision is a record with a name and a reason.

Examples:  loi decide areas.automotive --take ilmate --by "Direktur Akses Industri Internasional" --reason "…"
·  loi decide 3.1 --words "promote and develop" --language en --by OFFICE --reason "…" """
)


def command(
    ctx: typer.Context,
    names: Annotated[list[str] | None, typer.Argument(metavar="ID|CLAUSE…", help=_("Which conflicts."))] = None,
    everything: Annotated[bool, typer.Option("--all", help=_("All open conflicts."))] = False,
    take: Annotated[str | None, typer.Option("--take", metavar="SIDE|base", help=_("Whose words."))] = None,
    words: Annotated[str | None, typer.Option("--words", metavar="TEXT", help=_("Other words."))] = None,
    bracket: Annotated[bool, typer.Option("--bracket", help=_("It stays open, on purpose."))] = False,
    language: Annotated[
        str | None, typer.Option("--language", metavar="LANG", help=_("Only this language's conflicts."))
    ] = None,
    by: ByOption = "",
    reason: Annotated[str, typer.Option("--reason", metavar="WHY", help=_("Why."))] = "",
    dry_run: Annotated[bool, typer.Option("--dry-run", help=_("Show what would be decided; write nothing."))] = False,
    format: FormatOption = Format.TEXT,
) -> None:
    here = session(ctx)
    way = _way(take, words, bracket)
    if not by.strip() or not reason.strip():
        raise LoiError(_("a decision has a name and a reason"), _("add --by OFFICE (or set LOI_BY) and --reason WHY"))
    register = here.register()
    if language is not None:
        language = language_named(language, register.opened.dossier)
    chosen = [d for d in _chosen(names or [], everything, register) if language in (None, d.conflict.language)]
    if not chosen:
        raise LoiError(_("no such conflict is open"), _("`loi conflicts` lists those that are"))
    chosen, left = _settled_by(way, chosen)
    today = now().date()
    earlier = Rulings((*register.decisions, *register.waiting_decisions))
    records = [_record(d, way, by.strip(), reason.strip(), today, earlier.contradicting(d.conflict.id)) for d in chosen]
    kept = [] if dry_run else keep_records(register.opened.path, today, "decision", records)
    files: list[str | None] = [f"records/{name}.yaml" for name in kept] or [None] * len(chosen)
    written = [{"conflict": d.conflict.id, "record": file} for d, file in zip(chosen, files, strict=True)]
    if format is Format.TEXT:
        for dispute in chosen:
            reads = _("stays open") if bracket else _reading(dispute, way) or "–"
            here.console.report((f"{dispute.conflict.id}  ", "strong"), reads)
    if format is Format.JSON:
        here.console.json({"schema": 1, "decisions": written})
    elif not dry_run:
        for one in written:
            here.console.note(_("wrote {file}").format(file=one["record"]))
    for dispute in left:
        here.console.note(
            _("still open: {conflict}, in which {side} takes no part").format(conflict=dispute.conflict.id, side=take)
        )
    if not dry_run:
        here.console.note(_("next: `loi merge` applies it"))


@dataclass(frozen=True, slots=True)
class _Way:
    """How conflicts are settled: by a side's words (or `base`), by other words, or, with neither, not yet."""

    take: str | None
    words: str | None


def _way(take: str | None, words: str | None, bracket: bool) -> _Way:
    """Raises LoiError unless exactly one way was named."""
    given = {"--take": take is not None, "--words": words is not None, "--bracket": bracket}
    ways = [name for name, is_given in given.items() if is_given]
    if len(ways) != 1:
        raise LoiError(
            _("{ways} together settle nothing").format(ways=", ".join(ways)) if ways else _("say how it is settled"),
            _("use one of: --take SIDE or --take base, --words TEXT, --bracket to leave it open on purpose"),
        )
    return _Way(take, words)


def _settled_by(way: _Way, chosen: list[Dispute]) -> tuple[list[Dispute], list[Dispute]]:
    """The conflicts that a way settles, and those that it leaves, since the side taken has no part in them.

    A side that has a part in none of them leaves none: the reading says what is wrong with it. Raises LoiError for
    words that would settle more than one.
    """
    if way.words is not None and len(chosen) > 1:
        raise LoiError(
            _("words settle one conflict, and these are {count}: {ids}").format(
                count=len(chosen), ids=", ".join(d.conflict.id for d in chosen)
            ),
            _("name one of them, or add --language: each language has words of its own"),
        )
    if way.take in (None, "base"):
        return chosen, []
    settled = [d for d in chosen if way.take in [v.side for v in d.voices]]
    return (settled, [d for d in chosen if d not in settled]) if settled else (chosen, [])


def _chosen(names: list[str], everything: bool, register: Register) -> list[Dispute]:
    """The conflicts meant; one that was decided and waits for the merge may be decided anew, by its name alone.

    Raises LoiError for a name that is neither an open conflict's id nor a clause with one.
    """
    available = list(disputes(register))
    waiting = {d.conflict for d in register.waiting_decisions}
    if everything and not names:
        return [d for d in available if d.conflict.id not in waiting]
    ids = {d.conflict.id: d for d in available}
    chosen: dict[str, Dispute] = {}
    for name in names:
        if name in ids:
            found = [ids[name]]
        elif "/" in name:
            near = nearest(name, ids)
            raise LoiError(
                _("no conflict “{name}” is open").format(name=name),
                _("did you mean “{near}”?").format(near=near) if near else _("`loi conflicts` lists those that are"),
            )
        else:
            text = (register.heads or (register.root,))[0].text
            clause = clause_named(name, text)
            found = [d for d in available if d.conflict.clause == clause]
            if not found:
                raise LoiError(
                    _("nothing of {clause} is in dispute").format(clause=clause),
                    _("`loi conflicts` lists what is; `loi merge` first, when inputs wait"),
                )
        chosen |= {d.conflict.id: d for d in found}
    if not names:
        raise LoiError(_("say which: a conflict's id, a clause, or --all"), _("`loi conflicts` lists them"))
    return list(chosen.values())


def _record(dispute: Dispute, way: _Way, by: str, reason: str, day: date, overrules: tuple[str, ...]) -> bytes:
    conflict = dispute.conflict
    said: dict[str, Any] = {"conflict": conflict.id, "by": by, "date": day, "reason": reason, "overrules": overrules}
    if way.words is not None:
        if conflict.field in (EXISTS, PLACE) or conflict.language is None:
            raise LoiError(
                _("{conflict} is about the clause as a whole; words do not settle it").format(conflict=conflict.id),
                _("use --take with one of: {sides}").format(sides=_sides(dispute)),
            )
        return decision_bytes(**said, words={conflict.language: tidy(way.words)})
    if way.take is None:
        return decision_bytes(**said, bracket=True)
    return decision_bytes(**said, take=way.take, reads=_reading(dispute, way))


def _reading(dispute: Dispute, way: _Way) -> str:
    """What the decision makes of the dispute. Raises LoiError for a side that takes no part in it."""
    take = way.take
    if way.words is not None:
        return tidy(way.words)
    if take == "base" or take is None:
        return dispute.conflict.bracket.base
    for reading in dispute.conflict.bracket.readings:
        if take in reading.names:
            return reading.text
    near = nearest(take, [v.side for v in dispute.voices])
    raise LoiError(
        _("{side} is no side of {conflict}").format(side=take, conflict=dispute.conflict.id),
        _("did you mean “{near}”?").format(near=near)
        if near
        else _("its sides are: {sides}").format(sides=_sides(dispute)),
    )


def _sides(dispute: Dispute) -> str:
    return ", ".join([*(v.side for v in dispute.voices), "base"])
