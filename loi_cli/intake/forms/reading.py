"""Our Word form, filled in: read back into the input that its unit would have written."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from loi_cli.history.names import NoSuchVersion, base_named
from loi_cli.i18n import _
from loi_cli.intake.forms import marks
from loi_cli.intake.forms.additions import Addition, NoPlace, additions, inserted
from loi_cli.intake.forms.sheet import FormRow, Sheet
from loi_cli.intake.forms.strays import strays_of
from loi_cli.intake.forms.words import means_delete
from loi_cli.intake.input_writing import Draft
from loi_cli.intake.new_ids import taken_ids
from loi_cli.intake.receiving.printer import Printer
from loi_cli.intake.register import Register
from loi_cli.model.fields import words_of
from loi_cli.model.inputs import Delete, Insert, Proposal, Remark, Reword
from loi_cli.model.problems import BadInput, Place, Problem
from loi_cli.model.text import Clause, Text
from loi_cli.model.versions import Version
from loi_cli.model.words import shown, tidy

FORM_CHANGED = "F315"
NOTHING_FILLED_IN = "F316"

_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """A row in which a person wrote something."""

    clause: str
    field: str
    new: str = ""
    reason: str = ""
    remark: str = ""


@dataclass(slots=True)
class _Form:
    """A form being read, and what is wrong with it; `file` is how people call it."""

    sheet: Sheet
    file: str
    problems: list[Problem] = field(default_factory=list)

    def wrong(self, code: str, message: str, help: str) -> None:
        self.problems.append(Problem(code=code, message=message, place=Place(self.file), help=help))

    def head(self, mark: str) -> str:
        return self.sheet.head.get(mark, "")


def draft_of_form(
    sheet: Sheet,
    name: str,
    register: Register,
    unit: str | None,
    day: date,
    printer: Printer,
    taken: Sequence[str] = (),
) -> Draft:
    """The input that a filled-in form says; `name` is the file's, `unit` whose it is where the form does not say.

    `taken` are ids of clauses that inputs not on the disk yet bring; `printer` tells the form's own words where it
    cannot. The draft has no source yet. Raises BadInput with
    everything that keeps the form from being understood.
    """
    form = _Form(sheet, name)
    who, number, base = _head(form, register, unit)
    version = _read(form, base, register)
    text = version.text if version is not None else None
    languages = register.opened.dossier.languages
    filled = list(_filled(form, text, languages)) if text is not None else []
    new = list(_new(form, text, who, languages, taken_ids(register) | set(taken))) if text is not None else []
    strays: tuple[str, ...] = ()
    if not form.problems and version is not None:
        strays = strays_of(sheet, register.opened.dossier.units[who], number, version, printer)
        if (filled or new) and sheet.nothing_to_say:
            form.wrong(
                NOTHING_FILLED_IN,
                _("“no comment” is marked, and words are filled in"),
                _("ask the sender which of the two counts"),
            )
        elif not (filled or new or sheet.nothing_to_say):
            beside = "".join(f": “{_short(words)}”" for words in strays[:1])
            form.wrong(
                NOTHING_FILLED_IN,
                _("nothing is filled in{beside}").format(beside=_(", only beside the places for it") + beside)
                if beside
                else _("nothing is filled in"),
                _("new text, reasons and remarks stand in their own columns; “no comment” is an X"),
            )
    proposals = (*_proposals(filled, form), *new)
    if form.problems:
        raise BadInput(form.problems)
    return Draft(unit=who, round=number, base=base, date=day, proposals=proposals, notes=strays)


def _head(form: _Form, register: Register, given: str | None) -> tuple[str, int, str]:
    """Unit, round and base as the form says them."""
    unit = form.head(marks.UNIT).partition(" · ")[0].strip() or (given or "")
    known = register.opened.dossier.unit_named(unit)
    if known is None:
        message = _("the dossier has no unit “{name}”").format(name=unit) if unit else _("it does not say whose it is")
        form.wrong(FORM_CHANGED, message, _("say whose it is: --unit UNIT"))
    number = form.head(marks.ROUND).strip()
    if not number.isdecimal() or int(number) not in register.opened.dossier.rounds:
        form.wrong(FORM_CHANGED, _("it does not say for which round it is: “{number}”").format(number=number),
                   _("write the round's number into the head of the form"))  # fmt: skip
    base = form.head(marks.BASE).partition(" · ")[0].strip()
    if not base:
        form.wrong(FORM_CHANGED, _("it does not say which text was read"),
                   _("ask for the form as `loi request` made it"))  # fmt: skip
    return known.id if known else "", int(number) if number.isdecimal() else 0, base


def _read(form: _Form, base: str, register: Register) -> Version | None:
    """The version that the form was made of; None, and why, where it is not here."""
    if not base:
        return None
    try:
        header = base_named(base, register.headers, register.opened.tags)
    except NoSuchVersion as error:
        form.wrong(FORM_CHANGED, error.message, _("is it a form of another dossier?"))
        return None
    said = form.head(marks.BASE).partition(" · ")[2].strip()
    if said and not header.text_hash.startswith(said):
        message = _("it was made of a text {said}, and {base} is {here}").format(
            said=said, base=header.label, here=header.text_hash[:8]
        )
        form.wrong(FORM_CHANGED, message, _("is it a form of another dossier, or of a text that was not recorded?"))
        return None
    known = {v.header.text_hash: v for v in (register.root, *register.heads)}
    return known.get(header.text_hash) or register.opened.store.version(header)


def _filled(form: _Form, text: Text, languages: Sequence[str]) -> Iterator[Wish]:
    names = [f"{kind}.{language}" for kind in ("heading", "text") for language in languages]
    fields = {marks.row_mark(clause.id, name): (clause, name) for clause in text for name in names}
    for row in form.sheet.rows:
        new, reason = row.says(marks.NEW), row.says(marks.REASON)
        remark = _joined([row.says(marks.REMARK), *row.comments])
        known = fields.get(row.mark)
        if known is None:
            if (new or reason or remark) and not _is_addition(row):
                form.wrong(FORM_CHANGED, _("a row belongs to no clause: “{words}”").format(words=_short(row.words)),
                           _("a new clause says in the first column where it goes: “after 5.2”; put all else into an "
                             "input by `loi propose`, and clear the row"))  # fmt: skip
            continue
        clause, name = known
        changed = _overtyped(clause, name, row.says(marks.PRESENT))
        if changed and new:
            message = _("the present text of {clause} ({field}) was changed, and there is a new text too")
            form.wrong(FORM_CHANGED, message.format(clause=clause.id, field=name), _("ask which of the two counts"))
        elif new or reason or remark or changed:
            yield Wish(clause=clause.id, field=name, new=new or changed, reason=reason, remark=remark)


def _is_addition(row: FormRow) -> bool:
    """Whether a row that the sender put among those of clauses is a new clause: it has words, and says where."""
    return not row.mark and bool(row.says(marks.CLAUSE).strip() and row.says(marks.NEW).strip())


def _new(form: _Form, text: Text, unit: str, languages: Sequence[str], taken: set[str]) -> Iterator[Insert]:
    """The new clauses, those in rows of the sender's own first."""
    between = [
        Addition(
            row.says(marks.CLAUSE), row.words, {}, {languages[0]: tidy(row.says(marks.NEW))},
            [row.says(marks.REASON), row.says(marks.REMARK), *row.comments],
        )
        for row in form.sheet.rows
        if _is_addition(row)
    ]  # fmt: skip
    for one in (*between, *additions(form.sheet.additions, languages)):
        if not (one.text or one.heading):
            form.wrong(FORM_CHANGED, _("a new clause has no words: “{row}”").format(row=_short(one.row)),
                       _("write its text, or clear the row"))  # fmt: skip
            continue
        try:
            yield inserted(one, text, unit, taken, Place(form.file), _joined(one.reasons))
        except NoPlace as none:
            message = _("a new clause, “{row}”: {why}").format(row=_short(one.row), why=none.message)
            form.wrong(FORM_CHANGED, message, none.hint)


def _overtyped(clause: Clause, name: str, present: str) -> str:
    """What stands in the column of the present text, where a person wrote into it."""
    before = shown(words_of(clause, name))
    return "" if not present or _squeezed(present) == _squeezed(before) else present


def _squeezed(text: str) -> str:
    return _SPACE.sub(" ", tidy(text))


def _proposals(filled: Sequence[Wish], form: _Form) -> Iterator[Proposal]:
    """Clause by clause: its new words in all languages, or that it goes; then what is remarked on it."""
    place = Place(form.file)
    for clause in dict.fromkeys(row.clause for row in filled):
        rows = [row for row in filled if row.clause == clause]
        reason, remark = (_joined(words) for words in zip(*((row.reason, row.remark) for row in rows), strict=True))
        said = [row for row in rows if row.new]
        kept = [row for row in said if not means_delete(row.new)]
        if len(kept) < len(said):
            for row in kept:
                message = _("{clause} shall go, and has a new text in {field} too").format(
                    clause=clause, field=row.field
                )
                form.wrong(FORM_CHANGED, message, _("ask which of the two counts"))
            yield Delete(clause=clause, reason=reason, place=place)
        elif said:
            fields: dict[str, dict[str, str]] = {"heading": {}, "text": {}}
            for row in said:
                kind, _dot, language = row.field.partition(".")
                fields[kind][language] = tidy(row.new)
            yield Reword(clause=clause, **fields, reason=reason, place=place)
        elif reason:
            remark = _joined([remark, reason])
        if remark:
            yield Remark(clause=clause, note=remark, place=place)


def _joined(words: Sequence[str]) -> str:
    return "\n".join(dict.fromkeys(each for each in words if each))


def _short(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= 80 else f"{words[:79]}…"
