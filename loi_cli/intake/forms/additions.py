"""New clauses in a form: where each goes, as a person says it (`after 5.2`, `in areas`), and its words by language."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from loi_cli.i18n import _
from loi_cli.intake.disputes import clause_named
from loi_cli.intake.forms import marks
from loi_cli.intake.forms.sheet import FormRow
from loi_cli.intake.forms.words import place_word
from loi_cli.intake.new_ids import free_id, top_of
from loi_cli.model.inputs import Anchor, Insert, Where
from loi_cli.model.problems import LoiError, Place
from loi_cli.model.text import PARENTS, Kind, Text
from loi_cli.model.words import tidy

_IN_BRACKETS = re.compile(r"(?<=[\w])\s*\(\s*(\w{1,3})\s*\)")
_WORD = re.compile(r"[^\s,;:]+")


@dataclass(slots=True)
class Addition:
    """A new clause as it was written: `where` in the sender's words, `row` what stands in its rows."""

    where: str
    row: str
    heading: dict[str, str] = field(default_factory=dict)
    text: dict[str, str] = field(default_factory=dict)
    reasons: list[str] = field(default_factory=list)


class NoPlace(LoiError):
    """A new clause does not say where it goes, or names no clause; the hint says how it is said."""


def additions(rows: Iterable[FormRow], languages: Sequence[str]) -> Iterator[Addition]:
    """Rows that hold words, those of one clause together: one for each language, the first of them says where."""
    at: Addition | None = None
    slot = ""
    for row in rows:
        where = row.says(marks.ADDED_PLACE).strip()
        heading, text, reason = (row.says(m) for m in (marks.ADDED_HEADING, marks.ADDED_TEXT, marks.ADDED_REASON))
        number, language = _numbered(row, languages)
        if at is None or where or (number and slot and number != slot):
            if at is not None and at.row:
                yield at
            at, slot = Addition(where, ""), ""
        slot = number or slot  # whoever typed over a cell took its mark away
        if not (where or heading or text or reason or row.comments):
            continue
        at.row = " | ".join(words for words in (at.row, row.words) if words)
        at.heading |= {language: tidy(heading)} if heading else {}
        at.text |= {language: tidy(text)} if text else {}
        at.reasons += [*([reason] if reason else []), *row.comments]
    if at is not None and at.row:
        yield at


def _numbered(row: FormRow, languages: Sequence[str]) -> tuple[str, str]:
    """The number of the slot, as the row's mark says it, and the language, as mark or cell say it."""
    found = marks.ADDITION.match(row.mark)
    said = row.says(marks.ADDED_LANGUAGE).split(" ")[0].strip()
    named = said or (found[2].replace("_", "-") if found else "")
    return found[1] if found else "", named if named in languages else languages[0]


def inserted(one: Addition, text: Text, sender: str, taken: set[str], place: Place, reason: str = "") -> Insert:
    """The proposal; its id is added to those that are taken. Raises NoPlace."""
    anchor = _anchor(one.where, text)
    kind = _kind(anchor, text)
    assert anchor.clause is not None
    above = "" if None in PARENTS[kind] else top_of(anchor.clause, text)
    clause = free_id(above, sender, taken | {c.id for c in text})
    taken.add(clause)
    return Insert(
        clause=clause, kind=kind, anchor=anchor, text=one.text, heading=one.heading, place=place, reason=reason
    )  # fmt: skip


def _anchor(said: str, text: Text) -> Anchor:
    """`after 5.2`, `in Article 5`, `5 (2)`, `areas.agro`: the one clause named in it; without a word, after it."""
    where = Where.AFTER
    unknown: LoiError | None = None
    for word in _WORD.findall(_IN_BRACKETS.sub(r".\1", said)):
        if (told := place_word(word)) is not None:
            where = told
            continue
        try:
            return Anchor(where, clause_named(word.strip("()“”\"'."), text))
        except LoiError as error:
            unknown = error
    how = _("write after which clause it goes, by number or id: “after 5.2”, “before areas”, “in 5”")
    if unknown is None:
        raise NoPlace(_("it does not say where it goes"), how)
    raise NoPlace(_("{why}; where it goes is not understood: “{said}”").format(why=unknown.message, said=said), how)


def _kind(anchor: Anchor, text: Text) -> Kind:
    """That of its neighbour; in a clause, that of what it holds."""
    assert anchor.clause is not None
    clauses = text.by_id()
    if anchor.where is not Where.IN:
        return clauses[anchor.clause].kind
    inside = text.children().get(anchor.clause, ())
    if inside:
        return clauses[inside[-1]].kind
    return Kind.PARAGRAPH if clauses[anchor.clause].kind in PARENTS[Kind.PARAGRAPH] else Kind.ITEM
