"""A planned meeting in words, and the words that its form takes."""

from dataclasses import replace

from loi_cli.meetings.planning import Topic, Wish
from loi_cli.model.inputs import AgendaProposal
from loi_cli.render.planned_meeting import named_meeting, words_of_forms
from tests.render.papers.samples import DOSSIER, HERE, MEET, PRESENT


def test_who_asked_for_a_topic_leads_it() -> None:
    """Seen in a new dossier: we were to lead what the other party alone had put on the agenda."""
    title = {"id": "Kunjungan ke pabrik", "en": "Visit to the plant"}
    wish = Wish(AgendaProposal(title=title, minutes=15, clauses=(), place=HERE), "BLR")
    theirs = Topic(id="topic-1", wishes=(wish,))
    ours = replace(theirs, id="topic-2", wishes=(wish._replace(by="ilmate"),))
    both = replace(theirs, id="topic-3", wishes=(wish, wish._replace(by="ilmate")))
    meeting, _head, _notes = named_meeting(MEET, (theirs, ours, both), PRESENT, DOSSIER)
    assert [item.lead for item in meeting.agenda] == ["BLR", "IDN", "IDN"]


def test_a_word_of_a_form_means_what_its_cell_is_about() -> None:
    """“Biasa” is a level of secrecy and a speed; “ketua” is how everybody writes the head of a delegation."""
    words = words_of_forms(DOSSIER)
    assert words["classification"]["biasa"] == "public"
    assert words["urgency"]["biasa"] == "ordinary"
    assert words["urgency"]["sangat segera"] == "very-urgent"
    assert words["role"]["ketua"] == words["role"]["ketua delegasi"] == "head"
    assert words["role"]["wakil"] == "deputy"
