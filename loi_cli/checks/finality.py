"""What keeps a version from being an original: everything that is open in it, whatever the dossier ignores."""

from dataclasses import replace

from loi_cli.checks.registry import findings
from loi_cli.checks.rule import Rule, Subject
from loi_cli.checks.rules import (
    blank,
    missing_language,
    open_conflict,
    open_instruction,
    stale_translation,
    words_of_protocol,
)
from loi_cli.i18n import _, n_
from loi_cli.model.problems import Place, Problem, Severity
from loi_cli.model.versions import Version

NOT_RECORDED = Rule(code="L111", severity=Severity.ERROR, help=_("`loi merge` records it"))

_OPEN = frozenset(
    module.RULE.code
    for module in (missing_language, open_conflict, open_instruction, stale_translation, words_of_protocol)
)


def open_in(version: Version, subject: Subject) -> tuple[Problem, ...]:
    """All that is open in a version: errors of the checks, brackets, blanks, stale or missing languages, inputs that
    wait. Empty: it may be an original."""
    held = replace(subject, text=version.text)
    found = [p for p in findings(held) if p.severity is Severity.ERROR or p.code in _OPEN]
    found += blank.find(held)
    if not version.header.hash:
        found.append(NOT_RECORDED.problem(_("the text is not recorded as a version yet"), Place("versions")))
    waiting = len(subject.register.waiting) + len(subject.register.waiting_decisions)
    if waiting and version.header.hash in {head.header.hash for head in subject.register.heads}:
        message = n_("{n} file waits to be merged", "{n} files wait to be merged", waiting)
        found.append(NOT_RECORDED.problem(message, Place("inputs")))
    return tuple(sorted(found, key=lambda p: (p.place, p.code, p.message)))
