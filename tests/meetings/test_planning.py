"""An agenda planned: the time shared out among topics, whatever they are."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from loi_cli.meetings.planning import CLOSING, NEXT_STEPS, STEP, Topic, Wish, shared_out, topics
from loi_cli.model.inputs import AgendaProposal
from loi_cli.model.meetings import AgendaItem
from loi_cli.model.problems import LoiError
from tests.meetings.samples import item, meeting
from tests.render.papers.samples import ACTIONS, AGRO, BELARUS, DOSSIER, HERE, ILMATE, KEMLU, PRESENT

WISHES = st.lists(st.integers(1, 90), max_size=2).map(
    lambda all_minutes: tuple(
        Wish(AgendaProposal(title={}, minutes=minutes, clauses=(), place=HERE), "agro") for minutes in all_minutes
    )
)


@given(st.lists(WISHES, max_size=25), st.integers(5, 600))
def test_no_minute_is_given_away_twice_and_no_topic_goes_without(wishes: list[tuple[Wish, ...]], length: int) -> None:
    some = [Topic(id=f"t{n}", wishes=mine) for n, mine in enumerate(wishes)] + [Topic(id=NEXT_STEPS)]
    try:
        planned = shared_out(some, length)
    except LoiError:
        assert length < CLOSING + STEP * len(wishes)
        return
    assert [topic.id for topic in planned] == [topic.id for topic in some]
    assert sum(topic.minutes for topic in planned) <= length
    assert all(topic.minutes >= STEP and topic.minutes % STEP == 0 for topic in planned)
    if sum(topic.wished for topic in some) + STEP * len(wishes) <= length - CLOSING:
        assert all(topic.minutes == topic.wished for topic in planned if topic.wished)


def test_a_wish_takes_no_time_from_what_is_in_dispute_in_the_same_article() -> None:
    """Seen in a new dossier: the article with five open points had the 20 minutes that a unit had asked for one of its
    words, and the one with a single open point had 90."""
    found = topics(PRESENT, DOSSIER, (ILMATE, AGRO, KEMLU, BELARUS), ())
    areas, objective = (next(t for t in found if t.id == name) for name in ("areas", "objective"))
    assert areas.wished and areas.weight > objective.weight
    given = {topic.id: topic.minutes for topic in shared_out(found, 180)}
    assert given["areas"] > areas.wished and given["areas"] - areas.wished >= given["objective"]


def test_the_other_party_comes_first_then_our_own_disputes_then_what_is_asked_for() -> None:
    found = topics(PRESENT, DOSSIER, (ILMATE, AGRO, KEMLU, BELARUS), ACTIONS)
    assert [topic.id for topic in found] == ["follow-up", "areas", "objective", "financing", NEXT_STEPS]
    areas = found[1]
    assert areas.with_party
    assert [wish.by for wish in areas.wishes] == ["ilmate"]
    assert [action.name for action in found[0].actions] == [action.name for action in ACTIONS]


def test_what_a_meeting_heard_is_not_asked_for_again() -> None:
    """Seen when a second meeting was planned: all that units had asked of the first stood on its agenda once more."""
    wish = AgendaProposal(title={"id": "Pameran", "en": "Fair"}, minutes=None, clauses=(), place=HERE)
    about = AgendaProposal(title={"id": "Sertifikasi"}, minutes=20, clauses=("areas.automotive",), place=HERE)
    asking = ILMATE._replace(agenda=(wish, about))
    fair = item("fair")._replace(title={"id": "PAMERAN"})

    def asked(day: date | None, *agenda: AgendaItem) -> list[AgendaProposal]:
        had = meeting(*agenda)._replace(date=date(2022, 2, 15))
        planned = topics(PRESENT, DOSSIER, (asking._replace(date=day),), (), (had,))
        return [wish.proposal for topic in planned for wish in topic.wishes]

    assert asked(date(2022, 1, 12)) == [about, wish]
    assert asked(date(2022, 1, 12), fair) == [about]
    assert asked(date(2022, 1, 12), fair, item("areas", clauses=("areas",))) == []
    assert asked(date(2022, 2, 16), fair) == [about, wish], "asked for anew"
    assert asked(None, fair) == [about, wish]


def test_a_wish_that_was_taken_back_is_no_topic() -> None:
    again = ILMATE._replace(name="ilmate-1.2", replaces="ilmate-1", agenda=())
    assert not any(topic.wishes for topic in topics(PRESENT, DOSSIER, (ILMATE, again), ()))
