"""What every code means: the rules of the linter, the codes of bad files, those of inputs that do not fit."""

from dataclasses import dataclass

from loi_cli.checks import finality
from loi_cli.checks.registry import RULES
from loi_cli.checks.rule import Example
from loi_cli.files.codes import Meaning, meanings
from loi_cli.i18n import _
from loi_cli.intake import bases, collecting, enclosures, meeting_marks, register, replaced
from loi_cli.intake.forms import reading as forms
from loi_cli.merge import fitting


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """A code in words; `name`, `why` and `examples` where there is a rule behind it."""

    code: str
    says: str
    name: str = ""
    why: str = ""
    help: str = ""
    weights: tuple[tuple[str, str], ...] = ()
    examples: tuple[Example, ...] = ()


def every_explanation() -> dict[str, Explanation]:
    """All codes, files first."""
    of_files = {code.value: meaning for code, meaning in meanings().items()}
    found = {
        code: Explanation(code=code, says=meaning.says, help=meaning.help)
        for code, meaning in (of_files | _of_inputs()).items()
    }
    found[finality.NOT_RECORDED] = Explanation(
        code=finality.NOT_RECORDED,
        says=_("A text that is not recorded as a version, or that inputs still wait for, is no original."),
        why=_("What is signed must be a version that everybody can look up, and hold all that was sent."),
        help=_("merge what waits (`loi merge`), or take it back (`loi withdraw`)"),
    )
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


def _of_inputs() -> dict[str, Meaning]:
    return {
        fitting.UNKNOWN_CLAUSE: Meaning(
            _("A proposal names a clause that its base version does not have."),
            _("`loi show` with the base version lists its clauses; a new clause is an `insert:`"),
        ),
        fitting.NOT_ONCE: Meaning(
            _("The words to replace do not stand exactly once in the base version."),
            _("copy them from `loi show` with the base version; where they stand twice, take more of the words around"),
        ),
        fitting.TAKEN_ID: Meaning(_("The id of a new clause is taken."), _("give the new clause another id")),
        fitting.WRONG_PLACE: Meaning(
            _("A clause cannot stand at the place that was chosen for it."),
            _("choose another `after:`, `before:` or `in:`; the message says which kinds may stand there"),
        ),
        fitting.TWICE: Meaning(
            _("One input words a clause twice."), _("keep one of the two wordings, or make one of both")
        ),
        fitting.UNCLOSED: Meaning(
            _("A square bracket in the words of a proposal is left open."),
            _("close it with ], or take it out: square brackets are brackets of the text"),
        ),
        bases.NO_BASE: Meaning(
            _("An input was written against a version that does not exist."),
            _("write the version that was read, as `loi log` names it; perhaps it lies on another machine"),
        ),
        register.CHANGED_AFTER_MERGE: Meaning(
            _("An input was changed after it was merged."),
            _("put it back as it was, and send the change as a further input"),
        ),
        replaced.REPLACES_NOTHING: Meaning(
            _("An input takes back another that it cannot take back."),
            _("name an earlier input of the same unit, or take `replaces:` out"),
        ),
        collecting.OTHER_UNIT: Meaning(
            _("The name of a file and what it holds name different senders."),
            _("correct the one that is wrong; a file is named <unit>-<round>.yaml"),
        ),
        collecting.NO_NAME: Meaning(
            _("A file does not say whose input it is, or of which round."),
            _("write `unit:` and `round:` in it, or name the sender, `loi collect FILE --unit UNIT`"),
        ),
        collecting.UNKNOWN_SORT: Meaning(
            _("A file is of a kind that cannot be taken in."),
            _("save it as .docx or .yaml, or type what it asks for by `loi propose`"),
        ),
        meeting_marks.NO_FORM: Meaning(
            _("A Word file is no form of a meeting."), _("fill in the form that `loi meeting form` makes")
        ),
        collecting.NO_PAPER: Meaning(
            _("A Word file is no paper of this dossier, or does not say whose changes it holds."),
            _("name the sender, `loi collect FILE --unit UNIT`; changes are made in a paper that loi made"),
        ),
        enclosures.NOTHING_SENT: Meaning(
            _("A folder that was given holds no file."), _("look whether it is the right folder")
        ),
        enclosures.NOT_OPENED: Meaning(
            _("A mail or an archive cannot be opened."),
            _("open it by hand and give the files in it; ask the sender for another where it is damaged"),
        ),
        collecting.UNFIT: Meaning(
            _("A Word file cannot be read, or is not let in."),
            _("open it in Word and save it anew as .docx, without macros and embedded files"),
        ),
        forms.FORM_CHANGED: Meaning(
            _("A form was changed where it tells its unit, its round, its text or its rows."),
            _("ask for the form again (`loi request`), or type what it asks for by `loi propose`"),
        ),
        forms.NOTHING_FILLED_IN: Meaning(
            _("A form or a file that was asked for came back empty, or says two things at once."),
            _("fill it in, or tick that there is no comment; one of the two"),
        ),
    }
