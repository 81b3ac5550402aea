"""What every code means: the rules of the linter, the codes of bad files, those of inputs that do not fit."""

from collections.abc import Iterable
from dataclasses import dataclass

from loi_cli.checks import finality
from loi_cli.checks.registry import RULES
from loi_cli.checks.rule import Example
from loi_cli.files.codes import meanings
from loi_cli.i18n import _
from loi_cli.intake import bases, collecting, enclosures, meeting_marks, register, replaced
from loi_cli.intake.forms import reading as forms
from loi_cli.merge import fitting


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """A code in words; `name`, `why`, `help` and `examples` where there is a rule behind it."""

    code: str
    says: str
    name: str = ""
    why: str = ""
    help: str = ""
    weights: tuple[tuple[str, str], ...] = ()
    examples: tuple[Example, ...] = ()


def every_explanation() -> dict[str, Explanation]:
    """All codes, files first."""
    of_files: Iterable[tuple[str, str]] = ((code.value, says) for code, says in meanings().items())
    found = {code: Explanation(code=code, says=says) for code, says in (*of_files, *_of_inputs().items())}
    for module in RULES:
        rule = module.RULE
        found[rule.code] = Explanation(
            code=rule.code,
            name=rule.name,
            says=rule.says,
            why=rule.why,
            help=rule.help,
            weights=tuple(
                (stage, weight.value if weight else _("not said"))
                for stage, weight in (("draft", rule.draft), ("send", rule.send), ("final", rule.final))
            ),
            examples=rule.examples,
        )
    return found


def _of_inputs() -> dict[str, str]:
    return {
        fitting.UNKNOWN_CLAUSE: _("A proposal names a clause that its base version does not have."),
        fitting.NOT_ONCE: _("The words to replace do not stand exactly once in the base version."),
        fitting.TAKEN_ID: _("The id of a new clause is taken."),
        fitting.WRONG_PLACE: _("A clause cannot stand at the place that was chosen for it."),
        fitting.TWICE: _("One input words a clause twice."),
        fitting.UNCLOSED: _("A square bracket in the words of a proposal is left open."),
        bases.NO_BASE: _("An input was written against a version that does not exist."),
        register.CHANGED_AFTER_MERGE: _("An input was changed after it was merged."),
        replaced.REPLACES_NOTHING: _("An input takes back another that it cannot take back."),
        finality.NOT_RECORDED: _(
            "A text that is not recorded as a version, or that inputs still wait for, is no original."
        ),
        collecting.OTHER_UNIT: _("The name of a file and what it holds name different senders."),
        collecting.NO_NAME: _("A file does not say whose input it is, or of which round."),
        collecting.UNKNOWN_SORT: _("A file is of a kind that cannot be taken in."),
        meeting_marks.NO_FORM: _("A Word file is no form of a meeting."),
        collecting.NO_PAPER: _("A Word file is no paper of this dossier, or does not say whose changes it holds."),
        enclosures.NOTHING_SENT: _("A folder that was given holds no file."),
        enclosures.NOT_OPENED: _("A mail or an archive cannot be opened."),
        collecting.UNFIT: _("A Word file cannot be read, or is not let in."),
        forms.FORM_CHANGED: _("A form was changed where it tells its unit, its round, its text or its rows."),
        forms.NOTHING_FILLED_IN: _("A form or a file that was asked for came back empty, or says two things at once."),
    }
