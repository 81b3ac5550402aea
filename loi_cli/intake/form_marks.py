"""The marks of a Word form: how its rows and columns are known again, whatever a person wrote into them.

A mark is an id of the form's HTML, so a bookmark of the Word file: letters, digits and underscores, which Word takes as
they are. A row also shows its clause and field (`areas.automotive/text.en`), for when a converter lost the bookmarks.
"""

import hashlib
import re

UNIT = "form_unit"
ROUND = "form_round"
BASE = "form_base"
NO_COMMENT = "form_no_comment"

CLAUSE = "form_column_clause"
PRESENT = "form_column_present"
NEW = "form_column_new"
REASON = "form_column_reason"
REMARK = "form_column_remark"
COLUMNS = (CLAUSE, PRESENT, NEW, REASON, REMARK)
"""In the order in which they stand."""

OWN = "form_own_"
"""How the marks of words begin that are the form's own; words outside its tables without one are the sender's."""

SHOWN = re.compile(r"([a-z0-9][a-z0-9.-]*)/((?:text|heading)\.[A-Za-z]{2,3}(?:-[A-Za-z]+)*)\Z")


def row_mark(clause: str, field: str) -> str:
    """The mark of the row of one field (`text.en`) of one clause."""
    return f"form_{hashlib.sha256(f'{clause}/{field}'.encode()).hexdigest()[:24]}"


def row_shown(clause: str, field: str) -> str:
    """What the row shows of itself, as `loi conflicts` would name the field."""
    return f"{clause}/{field}"
