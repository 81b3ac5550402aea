"""Minutes to be filled in: valid as they are begun, and what is only told stays a comment when they are filled in."""

import yaml

from loi_cli.model.conflicts import conflicts_in
from loi_cli.model.meetings import Role
from loi_cli.model.text import Text
from loi_cli.render.blank_minutes import blank_minutes
from tests.render.papers.samples import DOSSIER, MEET, PRESENT

LONG = "BLR wants a whole new article on how confidential information is kept, and by whom " * 4


def test_a_long_reading_stays_a_comment_when_its_first_sign_is_taken_away() -> None:
    """Seen on a new article in dispute: its words went on in a line whose only sign was the one to be taken away."""
    bracket = next(conflict.bracket for conflict in conflicts_in(PRESENT) if conflict.clause == "objective")
    disputed = bracket._replace(readings=(bracket.readings[0], bracket.readings[1]._replace(text=LONG)))
    clauses = [c._replace(text={"en": (disputed,)}) if c.id == "objective" else c for c in PRESENT]
    begun = blank_minutes(MEET, Text(tuple(clauses)), DOSSIER).decode()
    told = [line for line in begun.splitlines() if "confidential information" in line or "by whom" in line]
    assert len(told) > 2
    assert all(line.startswith("    #       # ") for line in told)


def test_who_takes_the_minutes_is_open_where_the_delegation_has_no_secretary() -> None:
    """Seen in a new dossier: its head of delegation was said to have written them down."""
    begun = yaml.safe_load(blank_minutes(MEET, PRESENT, DOSSIER))
    assert begun["chair"] == "Direktur Jenderal KPAII"
    assert "secretary" not in begun
    head, *others = MEET.delegations["IDN"]
    one = MEET._replace(delegations={"IDN": (head._replace(role=Role.SECRETARY), *others)})
    assert yaml.safe_load(blank_minutes(one, PRESENT, DOSSIER))["secretary"] == "Penerjemah"
