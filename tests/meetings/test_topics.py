"""The agenda item on which a clause is heard."""

from loi_cli.meetings.topics import Topics
from loi_cli.model.text import Clause, Kind, Text
from tests.meetings.samples import item, meeting

TEXT = Text(
    (
        Clause(id="areas", kind=Kind.ARTICLE),
        Clause(id="areas.agro", kind=Kind.ITEM, parent="areas"),
        Clause(id="areas.agro.palm", kind=Kind.ITEM, parent="areas.agro"),
        Clause(id="final", kind=Kind.ARTICLE),
    )
)


def test_the_nearest_named_clause_around_it_decides() -> None:
    topics = Topics(meeting(item("one", clauses=("areas",)), item("two", clauses=("areas.agro",))), (TEXT,))
    assert topics.of("areas") == ("one",)
    assert topics.of("areas.agro.palm") == ("two",)


def test_a_clause_may_be_heard_twice_or_never() -> None:
    topics = Topics(meeting(item("one", clauses=("areas",)), item("two", clauses=("areas",))), (TEXT,))
    assert topics.of("areas.agro") == ("one", "two")
    assert topics.of("final") == topics.of("never-heard-of") == ()


def test_a_deleted_clause_is_found_through_an_earlier_text() -> None:
    topics = Topics(meeting(item("one", clauses=("areas",))), (Text(), TEXT))
    assert topics.of("areas.agro") == ("one",)


def test_a_talking_point_may_be_about_an_agenda_item() -> None:
    topics = Topics(meeting(item("maz")), (TEXT,))
    assert topics.about("maz") == ("maz",)
    assert topics.about("final") == ()
