"""loi explain."""

from typing import Annotated

import typer

from loi_cli.checks.explanations import Explanation, every_explanation
from loi_cli.checks.rule import Example
from loi_cli.cli.choosing import one_of
from loi_cli.cli.console import Console
from loi_cli.cli.session import Format, FormatOption, session
from loi_cli.i18n import _

HELP = _(
    """What a code of `loi check` means, why it matters, what to do, with examples; what an exit code means.
Without CODE all codes are listed.

Examples:  loi explain L104   ·   loi explain 1"""
)


def command(
    ctx: typer.Context,
    code: Annotated[
        str | None, typer.Argument(metavar="CODE", help=_("A code such as L104 or F013, or 0 to 3."))
    ] = None,
    format: FormatOption = Format.TEXT,
) -> None:
    speaker = session(ctx).console
    known = every_explanation()
    exits = exit_codes()
    if code is None:
        chosen = [*known.values()]
        if format is Format.TEXT:
            speaker.table([((one.code, "name"), one.says) for one in chosen])
            return
    elif code in exits:
        chosen = [Explanation(code=code, says=exits[code])]
    else:
        named = one_of(
            code.upper(),
            known,
            _("there is no code “{name}”"),
            _("`loi explain` lists them; exit codes are 0 to 3 and 130"),
        )
        chosen = [known[named]]
    if format is Format.JSON:
        speaker.json({"schema": 1, "codes": [_as_json(one) for one in chosen]})
        return
    _tell(speaker, chosen[0])


def exit_codes() -> dict[str, str]:
    return {
        "0": _("Done."),
        "1": _("Done, but a person is needed: findings, conflicts, refusals, damage, words held back."),
        "2": _("Bad usage or bad input; nothing was written."),
        "3": _("A bug of loi; the message names a log file."),
        "130": _("Interrupted."),
    }


def _tell(speaker: Console, one: Explanation) -> None:
    speaker.report((one.code, "strong"), f" {one.name}" if one.name else "")
    speaker.report(one.says)
    if one.why:
        speaker.report()
        speaker.report(one.why)
    if one.help:
        speaker.report()
        speaker.report((_("What to do: "), "name"), one.help)
    if one.weights:
        speaker.report((_("Weight: "), "name"), ", ".join(f"{stage} {weight}" for stage, weight in one.weights))
    for example in one.examples:
        speaker.report()
        title = _("This is found:") if example.finds else _("This is well:")
        speaker.report((title, "removed" if example.finds else "added"))
        for line in _files(example):
            speaker.report(f"    {line}" if line else "")
        for message in example.finds:
            speaker.report(("  → ", "muted"), f"{one.code} {message}")


def _files(example: Example) -> list[str]:
    """The example's files, each under its name where there are several."""
    parts = [("dossier.yaml", example.dossier), ("concept.yaml", example.clauses)]
    parts += [(f"inputs/{name}.yaml", text) for name, text in example.inputs.items()]
    parts += [(f"records/…-{kind}-….yaml", text) for kind, text in example.records.items()]
    parts += [("meetings/…", example.meeting)]
    given = [(name, text.strip("\n")) for name, text in parts if text.strip()]
    if len(given) == 1:
        return given[0][1].splitlines()
    return [line for name, text in given for line in (f"# {name}", *text.splitlines())]


def _as_json(one: Explanation) -> dict[str, object]:
    return {
        "code": one.code,
        "name": one.name,
        "says": one.says,
        "why": one.why,
        "help": one.help,
        "weights": dict(one.weights),
        "examples": [
            {
                "dossier": e.dossier,
                "clauses": e.clauses,
                "inputs": dict(e.inputs),
                "records": dict(e.records),
                "meeting": e.meeting,
                "finds": list(e.finds),
            }
            for e in one.examples
        ],
    }
