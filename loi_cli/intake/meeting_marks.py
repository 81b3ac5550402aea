"""The marks of a meeting's form: how its rows and tables are known again, whatever a person wrote into them.

A mark is an id of the form's HTML, so a bookmark of the Word file, and the name of
a cell in a workbook. What stands in a cell by language has a line each,
`en: Opening`; a line without a language is in the first one.
"""

from enum import StrEnum

NO_FORM = "F320"
"""The code of a file that is no form of a meeting."""

FORM = "meet_"
"""How every mark begins."""

NAME = "meet_name"

HOW = "meet_how_"
"""How the marks of lines begin that say how the form is filled in."""

OPEN = "meet_open"
"""The table of what is open, which is there to be read."""


class Fact(StrEnum):
    """The rows of the first table, as the keys of a meeting file."""

    TITLE = "title"
    DATE = "date"
    START = "start"
    END = "end"
    ZONE = "zone"
    PLACE = "place"
    MODE = "mode"
    LANGUAGES = "languages"
    CLASSIFICATION = "classification"
    URGENCY = "urgency"
    CONTACT = "contact"
    COPIED_TO = "copied-to"
    HOLDERS = "holders"

    @property
    def mark(self) -> str:
        return f"{FORM}{self.replace('-', '_')}"


SEATS = ("role", "title", "office", "name", "mail")
ITEMS = ("item", "title", "minutes", "lead", "clauses", "papers", "result", "internal")
MINUTES = ("item", "discussion", "conclusion", "settled", "agreed", "ad-referendum", "internal")
ACTIONS = ("item", "action", "what", "owner", "due")
FIGURES = ("figure", "value", "unit", "period", "source", "retrieved")
ABOUT = ("chair", "secretary", "present", "recommendation")
"""The columns of the tables in order, and the rows above the minutes."""

AGENDA = "meet_agenda"
BRIEFING = "meet_figures"
PROCEEDINGS = "meet_minutes"
FOLLOW_UP = "meet_actions"


def seats_mark(party: str) -> str:
    """The mark of the table of a party's delegation."""
    return f"meet_seats_{party}"


def about_mark(key: str) -> str:
    return f"{FORM}{key}"


def column_mark(table: str, column: str) -> str:
    """The mark of the head of a column: the column is known by it, wherever a person moved it."""
    return f"{table}_{column.replace('-', '_')}"


WORDS = frozenset(
    ("title", "place", "contact", "result", "discussion", "conclusion", "what", "recommendation", "figure", "unit")
)
"""Cells that hold words by language."""

LISTS = frozenset({"languages", "clauses", "papers", "agreed", "ad-referendum"})
"""Cells that hold names, parted by commas or spaces."""

LINES = frozenset({"copied-to", "holders"})
"""Cells with one entry on each line."""

HELD = frozenset({"schema", "delegations", "agenda", *Fact})
"""The keys of a meeting file that every form has cells for; what stands under others is kept."""
