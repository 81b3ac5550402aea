"""`loi diff --originals IDN BLR`: what alternates between the two originals of a version, and what should not."""

import typer

from loi_cli.cli.originals import both_originals
from loi_cli.cli.papers.asking import languages_named, party_named
from loi_cli.cli.papers.materials import material, preview
from loi_cli.cli.papers.stationery import stationery
from loi_cli.cli.session import Session, now
from loi_cli.history.names import version_named
from loi_cli.i18n import _, n_
from loi_cli.intake.merging import as_merged
from loi_cli.model.problems import LoiError
from loi_cli.render.alternat import Line, lines


def compare_originals(
    here: Session, parties: tuple[str, str], version: str, language: str | None, *, as_json: bool, exit_code: bool
) -> None:
    """Every line in which they differ. Exits 1 where the text itself does, with `exit_code` where anything does."""
    register = here.register()
    dossier = register.opened.dossier
    codes = tuple(party_named(code, register) or dossier.home for code in parties)
    if codes[0] == codes[1]:
        raise LoiError(
            _("{party} has one original").format(party=codes[0]),
            _("name two: --originals {parties}").format(parties=" ".join(dossier.parties)),
        )
    opened = register.opened
    shown = (
        preview(register.root, register)
        if register.is_new and version == "head"
        else opened.store.version(version_named(version, opened.headers, opened.tags))
    )
    what = material(
        register,
        as_merged(register, now()),
        version=shown,
        against=None,
        receiver=None,
        languages=languages_named(language, register, None),
    )
    first, second = both_originals(stationery(opened.path).folders, what, codes)
    found = lines(first, second, dossier)
    wrong = [line for line in found if not line.alternates]
    if as_json:
        here.console.json({
            "schema": 1,
            "version": shown.header.full_label,
            "text_hash": shown.header.text_hash,
            "originals": list(codes),
            "same_text": not wrong,
            "lines": [_json(line) for line in found],
        })  # fmt: skip
    else:
        for line in found:
            style = "muted" if line.alternates else "error"
            here.console.report(
                (line.language, "name"), "  ", (_("alternates") if line.alternates else _("differs"), style)
            )
            here.console.report(f"  {codes[0]}  ", (line.first or "–", "removed"))
            here.console.report(f"  {codes[1]}  ", (line.second or "–", "added"))
        alternating = n_("{n} line alternates", "{n} lines alternate", len(found) - len(wrong))
        differing = n_("; {n} line is not the same", "; {n} lines are not the same", len(wrong))
        here.console.note(alternating, differing if wrong else _("; the text is the same"))
    if wrong or (exit_code and found):
        raise typer.Exit(1)


def _json(line: Line) -> dict[str, object]:
    return {"language": line.language, "first": line.first, "second": line.second, "alternates": line.alternates}
