"""Proposals in an input: the shape of each verb, and the proposal that it says."""

from collections.abc import Callable
from typing import Any

from loi_cli.files.codes import Code
from loi_cli.files.collections import OneByKey
from loi_cli.files.leaves import OneOf
from loi_cli.files.page import Page
from loi_cli.files.prose import Empty, Prose
from loi_cli.files.rules import ExactlyOne, SomeWords
from loi_cli.files.shapes import Block, Key, Values
from loi_cli.i18n import _
from loi_cli.intake.names import CLAUSE, WORDS, Languages
from loi_cli.intake.texts import ByLanguage, ClauseWords, ReplacedWords, Written
from loi_cli.model.inputs import (
    Anchor,
    Change,
    Delete,
    Insert,
    Instruct,
    Move,
    Position,
    Proposal,
    Remark,
    Replace,
    Reword,
    Unread,
    Where,
)
from loi_cli.model.text import Kind

_NOTE = Written()
_MAYBE = Prose(empty=Empty.ALLOWED)
_WORDING = ClauseWords(empty=Empty.QUOTED)

REASON = Key("reason", _MAYBE, "Why; internal, the other party never sees it.")
HEADING = Key("heading", ByLanguage(_WORDING), "The new heading, by language.")

REWORD = Key("reword", CLAUSE, "A clause that gets a whole new wording, in one or more languages.", required=True)
REWORD_BLOCK = Block(
    "reword", REWORD, HEADING, REASON, others=Languages(_WORDING), rules=[SomeWords(HEADING, others=WORDS)]
)

FROM = Key("from", ReplacedWords(), "The words as they stand, exactly once, in the version read.", required=True)
TO = Key("to", ReplacedWords(empty=Empty.QUOTED), 'The words in their place; `""` for none.', required=True)
CHANGE_BLOCK = Block("change", FROM, TO, says="Some words for others.")
REPLACED_HEADING = Key("heading", ByLanguage(CHANGE_BLOCK), "Words of the heading to replace, by language.")
REPLACE = Key("replace", CLAUSE, "A clause in which some words are replaced by others.", required=True)
REPLACE_BLOCK = Block(
    "replace",
    REPLACE,
    REPLACED_HEADING,
    REASON,
    others=Languages(CHANGE_BLOCK),
    rules=[SomeWords(REPLACED_HEADING, others=WORDS)],
)

AFTER = Key("after", CLAUSE, "The clause that it comes after.")
BEFORE = Key("before", CLAUSE, "The clause that it comes before.")
IN = Key("in", CLAUSE, "The clause that it comes in, as the last one.")
ANCHORS = {Where.AFTER: AFTER, Where.BEFORE: BEFORE, Where.IN: IN}

INSERT = Key("insert", CLAUSE, "The id of a new clause.", required=True)
KIND = Key("kind", OneOf(Kind), "What the new clause is.", required=True)
NEW_HEADING = Key("heading", ByLanguage(ClauseWords()), "The new clause's heading, by language.")
INSERT_BLOCK = Block(
    "insert", INSERT, KIND, AFTER, BEFORE, IN, NEW_HEADING, REASON, others=Languages(ClauseWords()),
    rules=[ExactlyOne(AFTER, BEFORE, IN), SomeWords(NEW_HEADING, others=WORDS)],
)  # fmt: skip

DELETE = Key("delete", CLAUSE, "A clause to delete, with all that it holds.", required=True)
DELETE_BLOCK = Block("delete", DELETE, REASON)

MOVE = Key("move", CLAUSE, "A clause to move, with all that it holds.", required=True)
MOVE_BLOCK = Block("move", MOVE, AFTER, BEFORE, IN, REASON, rules=[ExactlyOne(AFTER, BEFORE, IN)])

INSTRUCT = Key("instruct", CLAUSE, "A clause to change, the wording left to the directorate.", required=True)
NOTE = Key("note", _NOTE, "What is wanted, in your own words; internal.", required=True)
INSTRUCT_BLOCK = Block("instruct", INSTRUCT, NOTE, REASON)

REMARK = Key("remark", CLAUSE, "A clause that is remarked on; no change is wanted.", required=True)
REMARKED = Key("note", _NOTE, "The remark; internal.", required=True)
REMARK_BLOCK = Block("remark", REMARK, REMARKED, REASON)

POSITION = Key("position", CLAUSE, "A clause on which we have a position; internal.", required=True)
AIM = Key("aim", _NOTE, "What we want.", required=True)
ADJUSTMENTS = Key("adjustments", _MAYBE, "What our delegation may change without asking anew.")
FALLBACK = Key("fallback", _MAYBE, "What we can live with.")
RED_LINE = Key("red-line", _MAYBE, "What we cannot accept.")
POSITION_BLOCK = Block("position", POSITION, AIM, ADJUSTMENTS, FALLBACK, RED_LINE, REASON)

PROPOSAL = OneByKey(
    "proposal",
    reword=REWORD_BLOCK,
    replace=REPLACE_BLOCK,
    insert=INSERT_BLOCK,
    delete=DELETE_BLOCK,
    move=MOVE_BLOCK,
    instruct=INSTRUCT_BLOCK,
    remark=REMARK_BLOCK,
    position=POSITION_BLOCK,
)


def proposal(verb: str, values: Values, page: Page) -> Proposal | None:
    """The proposal that a block says; None when something in it is wrong."""
    if verb == "insert":
        _check_anchor(INSERT, values, page)
    elif verb == "move":
        _check_anchor(MOVE, values, page)
    return _BUILDERS[verb](values) if values.whole else None


def unread(verb: str, values: Values) -> Unread | None:
    """What is known of a proposal that could not be read as a whole; None when even its clause is unknown."""
    clause = values.get(PROPOSAL.blocks[verb].keys[verb])
    return None if clause is None else Unread(clause, verb == "insert", values.place)


def _check_anchor(verb: Key[str], values: Values, page: Page) -> None:
    own = values.get(verb)
    for key in ANCHORS.values():
        if own is not None and values.get(key) == own:
            page.error(
                Code.CONTRADICTION,
                _("`{clause}` cannot be placed by itself").format(clause=own),
                values.where(key),
                _("name a neighbour of it"),
            )


def _anchor(values: Values) -> Anchor:
    return next(Anchor(where, values[key]) for where, key in ANCHORS.items() if key in values)


def _reword(values: Values) -> Reword:
    return Reword(
        clause=values[REWORD],
        text=dict(values.rest),
        heading=values.get(HEADING, {}),
        reason=values.get(REASON, ""),
        place=values.place,
    )


def _changes(changes: dict[str, Any]) -> dict[str, Change]:
    return {language: Change(change[FROM], change[TO]) for language, change in changes.items()}


def _replace(values: Values) -> Replace:
    return Replace(
        clause=values[REPLACE],
        text=_changes(values.rest),
        heading=_changes(values.get(REPLACED_HEADING, {})),
        reason=values.get(REASON, ""),
        place=values.place,
    )


def _insert(values: Values) -> Insert:
    return Insert(
        clause=values[INSERT],
        kind=values[KIND],
        anchor=_anchor(values),
        text=dict(values.rest),
        heading=values.get(NEW_HEADING, {}),
        reason=values.get(REASON, ""),
        place=values.place,
    )


def _delete(values: Values) -> Delete:
    return Delete(clause=values[DELETE], reason=values.get(REASON, ""), place=values.place)


def _move(values: Values) -> Move:
    return Move(clause=values[MOVE], anchor=_anchor(values), reason=values.get(REASON, ""), place=values.place)


def _instruct(values: Values) -> Instruct:
    return Instruct(clause=values[INSTRUCT], note=values[NOTE], reason=values.get(REASON, ""), place=values.place)


def _remark(values: Values) -> Remark:
    return Remark(clause=values[REMARK], note=values[REMARKED], reason=values.get(REASON, ""), place=values.place)


def _position(values: Values) -> Position:
    return Position(
        clause=values[POSITION],
        aim=values[AIM],
        adjustments=values.get(ADJUSTMENTS, ""),
        fallback=values.get(FALLBACK, ""),
        red_line=values.get(RED_LINE, ""),
        reason=values.get(REASON, ""),
        place=values.place,
    )


_BUILDERS: dict[str, Callable[[Values], Proposal]] = {
    "reword": _reword,
    "replace": _replace,
    "insert": _insert,
    "delete": _delete,
    "move": _move,
    "instruct": _instruct,
    "remark": _remark,
    "position": _position,
}
