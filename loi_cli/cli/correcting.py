"""`loi check --fix`: what is certain becomes an input, through the same door as any other."""

from loi_cli.checks.corrections import Correction, corrections, proposals
from loi_cli.checks.examination import subject_of
from loi_cli.cli.choosing import unit_named
from loi_cli.cli.commands.collect import report
from loi_cli.cli.sent_papers import Press
from loi_cli.cli.session import Session, now
from loi_cli.i18n import _, n_
from loi_cli.intake.calendar import all_meetings
from loi_cli.intake.collecting import collect, keep
from loi_cli.intake.enclosures import Sent
from loi_cli.intake.input_writing import Draft, input_bytes
from loi_cli.intake.merging import prospect
from loi_cli.intake.rounds import current_round
from loi_cli.model.problems import LoiError


def correct(here: Session, unit: str | None, *, dry_run: bool, as_json: bool) -> None:
    """Propose every correction of the newest text in a unit's name. Raises LoiError where inputs wait, since these may
    change the words that would be corrected."""
    register = here.register()
    dossier = register.opened.dossier
    if unit is None:
        raise LoiError(
            _("a correction is somebody's proposal"),
            _("say whose: --unit with one of {names}").format(names=", ".join(dossier.units)),
        )
    who = dossier.units[unit_named(unit, dossier)]
    if register.waiting or register.waiting_records or len(register.heads) > 1:
        raise LoiError(_("files wait to be merged"), _("`loi merge` first: corrections are made to the newest text"))
    found = prospect(register, now(), "loi")
    today = now().date()
    subject = subject_of(register, found, all_meetings(register.opened), today)
    fixes = corrections(subject, dossier.ignored_checks)
    file = None
    if fixes:
        header = (register.heads or (register.root,))[0].header
        draft = Draft(
            unit=who.id,
            round=current_round(dossier, who, today),
            base=header.label if register.is_new else header.full_label,
            date=today,
            source="loi check --fix",
            proposals=tuple(proposals(subject, fixes)),
        )
        receipt = collect(
            Sent(shown="<corrections>", data=input_bytes(draft)), register, [], None, today, Press(register)
        )
        if not dry_run:
            keep([receipt], register)
            file = receipt.input.file
    if as_json:
        here.console.json({"schema": 1, "file": file, "fixes": [_json(one) for one in fixes]})
        return
    for one in fixes:
        here.console.report((one.code, "strong"), f" {one.clause} ({one.language}): ", (f"[-{one.old}-]", "removed"),
                            " ", (f"{{+{one.new}+}}", "added"))  # fmt: skip
    if not fixes:
        here.console.note(_("there is nothing that could be set right without a person"))
    elif dry_run:
        here.console.note(n_("{n} correction; nothing was written", "{n} corrections; nothing was written", len(fixes)))
    else:
        report(here.console, receipt)
        here.console.note(_("next: `loi merge` puts it into the text"))


def _json(one: Correction) -> dict[str, object]:
    return {
        "code": one.code,
        "clause": one.clause,
        "field": f"{'heading' if one.heading else 'text'}.{one.language}",
        "from": one.old,
        "to": one.new,
    }
