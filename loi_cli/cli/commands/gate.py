"""loi gate."""

import re
from collections.abc import Sequence
from typing import Annotated

import typer

from loi_cli.cli.console import Console, Styled
from loi_cli.cli.session import (
    ByOption,
    DryRunOption,
    Format,
    FormatOption,
    ReasonOption,
    moment,
    now,
    session,
    typed,
)
from loi_cli.cli.step import taken
from loi_cli.history.names import version_named
from loi_cli.i18n import _
from loi_cli.intake.gates import KNOWN, Gate, gates_of
from loi_cli.intake.opening import OpenDossier
from loi_cli.intake.records.approval import approval_bytes
from loi_cli.intake.records.keeping import named
from loi_cli.model.identifiers import is_slug, nearest
from loi_cli.model.problems import LoiError
from loi_cli.model.versions import Header

HELP = _(
    """Without GATE: the gates that dossier.yaml demands, and for which text each was passed. With it: an approval,
recorded for one text by its hash, with the office and the number of its letter. It holds for that text alone: `loi
render loi --final` refuses a text that a gate was not passed for. `loi undo` takes an approval back.

Examples:  loi gate   ·   loi gate legal-bureau --version v7 --by "Biro Hukum" --reference "B-214/SJ.3/II/2022"
·  loi gate full-powers --text 3f2a91c0 --by "Kementerian Luar Negeri" --reference "D/0132/02/2022" """
)

_DIGITS = re.compile(r"[0-9a-f]{6,64}\Z")


def command(
    ctx: typer.Context,
    name: Annotated[str | None, typer.Argument(metavar="GATE", help=_("Which gate was passed."))] = None,
    text: Annotated[
        str | None, typer.Option("--text", metavar="HASH", help=_("The text approved, by its hash or the start of it."))
    ] = None,
    version: Annotated[
        str | None, typer.Option("--version", metavar="VERSION", help=_("The text approved, by the name of a version."))
    ] = None,
    by: ByOption = "",
    reference: Annotated[
        str, typer.Option("--reference", metavar="NUMBER", help=_("The number of the letter that says so."))
    ] = "",
    reason: ReasonOption = "",
    dry_run: DryRunOption = False,
    format: FormatOption = Format.TEXT,
) -> None:
    here = session(ctx)
    opened = here.open()
    if name is None:
        if text or version or reference:
            raise LoiError(_("say which gate was passed"), _("write `loi gate NAME …`; its names: {names}").format(
                names=", ".join(dict.fromkeys((*opened.dossier.gates, *KNOWN)))))  # fmt: skip
        if format is Format.JSON:
            here.console.json(_standing_json(opened))
        else:
            _tell_standing(here.console, opened)
        return
    if not is_slug(name):
        raise LoiError(
            _("“{name}” cannot be the name of a gate").format(name=name), _("use a-z, 0-9 and hyphens: legal-bureau")
        )
    by, reference = typed(by, "--by", 100), typed(reference, "--reference", 200)
    reason = typed(reason, "--reason", 2000)
    if not by or not reference:
        raise LoiError(
            _("an approval has an office and a reference"), _("add --by OFFICE (or set LOI_BY) and --reference NUMBER")
        )
    approved = _approved(text, version, opened)
    time = now()
    data = approval_bytes(
        gate=name,
        text=approved[0].text_hash,
        reference=reference,
        by=by,
        date=time.date(),
        at=moment(time),
        reason=reason,
    )
    record = named(time.date(), "approval", data)
    done = taken(opened, [record], dry_run)
    if format is Format.JSON:
        here.console.json({
            "schema": 1, "gate": name, "text_hash": approved[0].text_hash,
            "versions": [h.full_label for h in approved], "demanded": name in opened.dossier.gates,
            "record": done.files[0],
        })  # fmt: skip
        return
    here.console.report(
        (name, "name"), "  ", (_("passed for the text {hash}").format(hash=approved[0].text_hash[:8]), "added"),
        f"  {_labels(approved)}",
    )  # fmt: skip
    done.tell(here)
    if not dry_run:
        here.console.note(_("next: `loi gate` lists which approvals there are"))
    if name not in opened.dossier.gates:
        near = nearest(name, opened.dossier.gates)
        meant = _("; did you mean “{near}”?").format(near=near) if near else ""
        here.console.warn((_("dossier.yaml does not demand {gate}").format(gate=name) + meant, "warning"))


def _approved(text: str | None, version: str | None, opened: OpenDossier) -> tuple[Header, ...]:
    """The versions that hold the text approved: never the head by default, since an approval is of words read."""
    if (text is None) == (version is None):
        raise LoiError(
            _("an approval is of one text") if text is None else _("--text and --version do not go together"),
            _("name it by the hash that its papers show, --text HASH, or by a version, --version V"),
        )
    if version is not None:
        wanted = version_named(version, opened.headers, opened.tags).text_hash
    else:
        assert text is not None
        digits = text.strip().lower()
        hashes = {h.text_hash for h in opened.headers if _DIGITS.match(digits) and h.text_hash.startswith(digits)}
        if len(hashes) != 1:
            raise LoiError(
                _("“{text}” fits {count} texts").format(text=text, count=len(hashes))
                if hashes
                else _("no version holds the text “{text}”").format(text=text),
                _("give more of the hash")
                if hashes
                else _("give at least six digits of the hash that the papers show; `loi log` lists them"),
            )
        wanted = hashes.pop()
    return _holding(wanted, opened)


def _holding(text: str, opened: OpenDossier) -> tuple[Header, ...]:
    return tuple(h for h in opened.headers if h.text_hash == text)


def _labels(headers: Sequence[Header]) -> str:
    return ", ".join(h.label for h in headers)


def _heads(opened: OpenDossier) -> tuple[str, ...]:
    return tuple(dict.fromkeys(h.text_hash for h in opened.heads))


def _is_passed(gate: Gate, opened: OpenDossier) -> bool:
    """Whether every head's text has it: after a fork nobody knows yet which of them will be signed."""
    heads = _heads(opened)
    return bool(heads) and all(gate.passed_for(text) for text in heads)


def _standing_json(opened: OpenDossier) -> dict[str, object]:
    return {
        "schema": 1,
        "heads": [{"version": h.full_label, "text_hash": h.text_hash} for h in opened.heads],
        "gates": [
            {
                "gate": gate.name,
                "demanded": gate.demanded,
                "passed": _is_passed(gate, opened),
                "approvals": [
                    {
                        "text_hash": one.text,
                        "versions": [h.full_label for h in _holding(one.text, opened)],
                        "by": one.by,
                        "date": one.date.isoformat(),
                        "reference": one.reference,
                        "reason": one.reason,
                        "record": f"records/{one.name}.yaml",
                    }
                    for one in gate.approvals
                ],
            }
            for gate in gates_of(opened)
        ],
    }


def _tell_standing(speaker: Console, opened: OpenDossier) -> None:
    gates = gates_of(opened)
    rows: list[tuple[Styled, ...]] = []
    for gate in gates:
        state = (_("passed"), "added") if _is_passed(gate, opened) else (_("open"), "warning")
        if not gate.demanded:
            state = (_("not demanded"), "muted")
        rows.append(((gate.name, "name"), state, "", ""))
        for one in gate.approvals:
            what = _("text {hash}").format(hash=one.text[:8])
            held = _labels(_holding(one.text, opened)) or _("no version here")
            rows.append(("", what, held, f"{one.by}, {one.reference}, {one.date}"))
    speaker.table(rows)
    if not gates:
        speaker.note(_("dossier.yaml demands no gates: gates: [legal-bureau, foreign-ministry]"))
    missing = [gate.name for gate in gates if gate.demanded and not _is_passed(gate, opened)]
    if missing:
        speaker.note(_("next: `loi gate {gate} --version V --by OFFICE --reference NUMBER`").format(gate=missing[0]))
