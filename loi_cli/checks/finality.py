"""What keeps a version from being an original: everything that is open in it, whatever the dossier ignores."""

from loi_cli.checks.registry import findings
from loi_cli.checks.rule import Stage, Subject
from loi_cli.i18n import _, n_
from loi_cli.model.problems import Place, Problem, Severity
from loi_cli.model.versions import Version

NOT_RECORDED = "L199"


def open_in(version: Version, subject: Subject) -> tuple[Problem, ...]:
    """All that is open in a version: what the checks of a final text call an error, inputs that wait. Empty: it may be
    an original."""
    held = subject._replace(text=version.text)
    found = [p for p in findings(held, Stage.FINAL) if p.severity is Severity.ERROR]
    if not version.header.hash:
        found.append(_not_recorded(_("the text is not recorded as a version yet"), "versions"))
    waiting = len(subject.register.waiting) + len(subject.register.waiting_records)
    if waiting and version.header.hash in {head.header.hash for head in subject.register.heads}:
        message = n_("{n} file waits to be merged", "{n} files wait to be merged", waiting)
        found.append(_not_recorded(message, "inputs"))
    return tuple(sorted(found, key=lambda p: (p.place, p.code, p.message)))


def _not_recorded(message: str, where: str) -> Problem:
    return Problem(code=NOT_RECORDED, message=message, place=Place(where), help=_("`loi merge` records it"))
