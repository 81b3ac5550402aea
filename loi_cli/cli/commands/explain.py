"""loi explain."""

from collections.abc import Mapping, Sequence
from typing import Annotated

import typer

from loi_cli.checks.explanations import Explanation, every_explanation
from loi_cli.checks.rule import Example
from loi_cli.cli.catalogue import entries
from loi_cli.cli.console import Console, Styled, width
from loi_cli.cli.glossary import Word, glossary
from loi_cli.cli.layout import columns, folded, hung
from loi_cli.cli.session import Format, FormatOption, session
from loi_cli.i18n import _
from loi_cli.model.identifiers import nearest
from loi_cli.model.problems import LoiError

HELP = _(
    """What a code of `loi check` means, why it matters, what to do, with examples; what a word of the trade means, in
English or Indonesian; what the exit codes mean. Without WORD everything is listed.

Examples:  loi explain L104   ·   loi explain "kurung siku"   ·   loi explain exit-codes"""
)

EXIT_CODES = "exit-codes"


def command(
    ctx: typer.Context,
    word: Annotated[
        list[str] | None,
        typer.Argument(metavar="WORD|CODE…", help=_("A word such as bracket, a code such as L104, or exit-codes.")),
    ] = None,
    format: FormatOption = Format.TEXT,
) -> None:
    speaker = session(ctx).console
    codes, words, exits = every_explanation(), glossary(), exit_codes()
    asked = " ".join(word or ()).strip()
    if not asked:
        if format is Format.JSON:
            _json(speaker, list(codes.values()), words)
        else:
            _list(speaker, list(codes.values()), words)
    elif asked.lower() == EXIT_CODES:
        chosen = [Explanation(code=code, says=says) for code, says in exits.items()]
        if format is Format.JSON:
            _json(speaker, chosen, ())
        else:
            _rows(speaker, [(one.code, one.says) for one in chosen])
    else:
        found = _found(asked, codes, words, exits)
        if format is Format.JSON:
            _json(speaker, *(([], (found,)) if isinstance(found, Word) else ([found], ())))
        elif isinstance(found, Word):
            _tell_word(speaker, found)
        else:
            _tell(speaker, found)


def _found(
    asked: str, codes: Mapping[str, Explanation], words: Sequence[Word], exits: Mapping[str, str]
) -> Explanation | Word:
    """What is meant: an exit code, a code, the name of a rule, a word. Raises LoiError with the nearest of them."""
    known: dict[str, Explanation | Word] = {one.name: one for one in codes.values() if one.name}
    known |= {name: word for word in words for name in word.names}
    known |= codes
    known |= {code: Explanation(code=code, says=says) for code, says in exits.items()}
    spelt = {several: word.word for word in words for several in word.plurals}
    spelt |= {name.lower(): name for name in (*known, *entries())}
    wanted = asked.lower()
    if wanted in entries() and wanted not in known:
        raise LoiError(_("“{name}” is a command").format(name=asked), f"loi {wanted} --help")
    if wanted not in spelt:
        near = nearest(wanted, spelt)
        raise LoiError(
            _("there is no code or word “{name}”").format(name=asked),
            _("did you mean “{near}”?").format(near=spelt[near])
            if near
            else _("`loi explain` lists them all; `loi explain exit-codes` those of every command"),
        )
    return known[spelt[wanted]]


def exit_codes() -> dict[str, str]:
    return {
        "0": _("Done."),
        "1": _("Done, but a person is needed: findings, conflicts, refusals, damage, words held back."),
        "2": _("Bad usage or bad input; nothing was written."),
        "3": _("A bug of loi; the message names a log file."),
        "130": _("Interrupted."),
    }


def _list(speaker: Console, codes: Sequence[Explanation], words: Sequence[Word]) -> None:
    speaker.report((_("Words"), "strong"))
    _rows(speaker, [(", ".join(word.names), word.says) for word in words])
    speaker.report()
    speaker.report((_("Codes"), "strong"))
    _rows(speaker, [(one.code, one.says) for one in codes])
    speaker.note(_("next: `loi explain {code}` tells why one matters, and what to do").format(code=codes[0].code))


def _rows(speaker: Console, rows: Sequence[tuple[str, str]]) -> None:
    """Names with what they mean; on a narrow terminal the meaning stands under its name."""
    room = columns()
    longest = max(width(name) for name, _says in rows)
    if longest > room // 2:
        for name, says in rows:
            for line in (*folded([(name, "name")], room), *hung(["    "], [says], room)):
                speaker.report(*line)
        return
    for name, says in rows:
        for line in hung([(name, "name"), " " * (longest - width(name) + 2)], [says], room):
            speaker.report(*line)


def _tell_word(speaker: Console, one: Word) -> None:
    speaker.report((one.word, "strong"), f" · {one.indonesian}" if one.indonesian != one.word else "")
    _paragraph(speaker, one.says)
    if one.commands:
        speaker.report()
        _paragraph(speaker, (_("At work: "), "name"), ", ".join(f"`{command}`" for command in one.commands))


def _paragraph(speaker: Console, *parts: Styled) -> None:
    for line in folded(parts, columns()):
        speaker.report(*line)


def _tell(speaker: Console, one: Explanation) -> None:
    speaker.report((one.code, "strong"), f" {one.name}" if one.name else "")
    _paragraph(speaker, one.says)
    if one.why:
        speaker.report()
        _paragraph(speaker, one.why)
    if one.help:
        speaker.report()
        _paragraph(speaker, (_("What to do: "), "name"), one.help)
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
    if one.weights:
        speaker.note(_("next: `loi check` says where it is so in your dossier"))


def _files(example: Example) -> list[str]:
    """The example's files, each under its name where there are several."""
    parts = [("dossier.yaml", example.dossier)]
    if example.first == example.clauses:
        parts += [(_("concept.yaml, which is v1"), example.clauses)]
    else:
        parts += [(_("concept.yaml, as v1 was made of it"), example.first), ("concept.yaml", example.clauses)]
    parts += [(f"inputs/{name}.yaml", text) for name, text in example.inputs.items()]
    parts += [(f"records/…-{kind}-….yaml", text) for kind, text in example.records.items()]
    parts += [("meetings/…", example.meeting)]
    given = [(name, text.strip("\n")) for name, text in parts if text.strip()]
    if len(given) == 1:
        return given[0][1].splitlines()
    return [line for name, text in given for line in (f"# {name}", *text.splitlines())]


def _json(speaker: Console, codes: Sequence[Explanation], words: Sequence[Word]) -> None:
    speaker.json({
        "schema": 1,
        "codes": [_as_json(one) for one in codes],
        "words": [
            {"word": one.word, "indonesian": one.indonesian, "says": one.says, "commands": list(one.commands)}
            for one in words
        ],
    })  # fmt: skip


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
                "first": e.first,
                "clauses": e.clauses,
                "inputs": dict(e.inputs),
                "records": dict(e.records),
                "meeting": e.meeting,
                "finds": list(e.finds),
            }
            for e in one.examples
        ],
    }
