"""The marks of a Word form: how its rows and columns are known again, whatever a person wrote into them.

A mark is an id of the form's HTML, so a bookmark of the Word file: letters, digits and underscores, which Word takes as
they are. A row also shows its clause and field (`areas.automotive/text.en`), for when a converter lost the bookmarks.

Every paragraph of the form's own is sealed: the hash of its words is a mark. What bears words and is neither sealed nor
an answer was written by the sender, and is told.
"""

import hashlib
import re
import unicodedata

UNIT = "form_unit"
ROUND = "form_round"
BASE = "form_base"
NO_COMMENT = "form_no_comment"
HEAD = frozenset({UNIT, ROUND, BASE, NO_COMMENT})

CLAUSE = "form_column_clause"
PRESENT = "form_column_present"
NEW = "form_column_new"
REASON = "form_column_reason"
REMARK = "form_column_remark"
COLUMNS = (CLAUSE, PRESENT, NEW, REASON, REMARK)
"""In the order in which they stand."""

ADDED_PLACE = "form_added_place"
ADDED_LANGUAGE = "form_added_language"
ADDED_HEADING = "form_added_heading"
ADDED_TEXT = "form_added_text"
ADDED_REASON = "form_added_reason"
ADDITION_COLUMNS = (ADDED_PLACE, ADDED_LANGUAGE, ADDED_HEADING, ADDED_TEXT, ADDED_REASON)
"""Those of the table for new clauses."""

SEAL = "form_own_"
"""How the seal of words begins that are the form's own."""

SHOWN = re.compile(r"([a-z0-9][a-z0-9.-]*)/((?:text|heading)\.[A-Za-z]{2,3}(?:-[A-Za-z]+)*)\Z")


def row_mark(clause: str, field: str) -> str:
    """The mark of the row of one field (`text.en`) of one clause."""
    return f"form_{hashlib.sha256(f'{clause}/{field}'.encode()).hexdigest()[:24]}"


def row_shown(clause: str, field: str) -> str:
    """What the row shows of itself, as `loi conflicts` would name the field."""
    return f"{clause}/{field}"


def addition_mark(number: int, language: str) -> str:
    """The mark of the row for one language of a new clause."""
    return f"form_added_{number}_{language.replace('-', '_')}"


ADDITION = re.compile(r"form_added_(\d+)_([A-Za-z]{2,3}(?:_[A-Za-z]+)*)\Z")


def seal(words: str) -> str:
    """The seal of a paragraph: the same for the same words, however they are broken into lines."""
    plain = "".join(unicodedata.normalize("NFC", words).split())
    return f"{SEAL}{hashlib.sha256(plain.encode()).hexdigest()[:16]}"
