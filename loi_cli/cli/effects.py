"""What records that were just written, or would be, change of the text: told before a merge does it."""

from loi_cli.cli.console import Console
from loi_cli.cli.session import now
from loi_cli.i18n import _, n_
from loi_cli.intake.merging import prospect
from loi_cli.intake.register import Register
from loi_cli.merge.comparison import compare


def clauses_changed(register: Register, foreseen: Register) -> list[str]:
    """The clauses that the next merge changes because of these records, in reading order.

    What only takes back a record that was not merged yet changes the text to come, and nothing that stands.
    """
    standing = register._replace(waiting_records=())
    without, before, after = (prospect(one, now(), "loi").version.text for one in (standing, register, foreseen))
    by_these = {change.clause for change in compare(before, after)}
    return [change.clause for change in compare(without, after) if change.clause in by_these]


def tell_effect(speaker: Console, clauses: list[str], dry_run: bool) -> None:
    if clauses:
        shown = ", ".join(clauses[:8]) + (", …" if len(clauses) > 8 else "")
        counted = n_("the next merge changes {n} clause: {clauses}", "the next merge changes {n} clauses: {clauses}",
                     len(clauses))  # fmt: skip
        speaker.note(counted.replace("{clauses}", shown))
    else:
        speaker.note(_("no word of the text changes"))
    if clauses and not dry_run:
        speaker.note(_("next: `loi merge` makes the new version"))
