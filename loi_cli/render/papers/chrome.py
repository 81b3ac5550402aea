"""What papers of a meeting share around their content: which language they speak, running heads, names of clauses."""

from collections.abc import Iterable, Mapping
from datetime import date

from loi_cli.meetings.timetable import Turn
from loi_cli.model.dossier import Classification
from loi_cli.model.inputs import Input
from loi_cli.model.meetings import Meeting
from loi_cli.model.text import Kind, Text
from loi_cli.model.words import Words
from loi_cli.render import protocol
from loi_cli.render.addressee import Addressee
from loi_cli.render.catalogue import Catalogue, capitals, catalogue, spoken, spoken_in
from loi_cli.render.dates import in_figures
from loi_cli.render.filling import Filling, Segment
from loi_cli.render.hours import clock, spans
from loi_cli.render.marks import agreements
from loi_cli.render.material import Material
from loi_cli.render.running_head import classification_mark, running_head, stamp

Plain = dict[str, object]

LETTERS = "correspondence"
"""The section of a catalogue with the words of letters and forms."""

_TITLE = 80
"""Letters of the footer's size that a line has room for, with the page number."""


def language_of(material: Material) -> str:
    """The one language of a paper's own words: for us the first of those asked for, for a party the meeting's first.

    English where there is no catalogue of it: a paper must not say `lang="fr"` of English words.
    """
    if material.receiver is None:
        return spoken(material.languages[0])
    return language_at(material.meeting) if material.meeting is not None else "en"


def language_of_letters(material: Material) -> str:
    """The one language of what a unit is sent: our first, English where there are no words of letters in it."""
    return spoken_in(LETTERS, material.languages[0])


def language_at(meeting: Meeting) -> str:
    """The language of what both delegations hold in hand: the first that the meeting speaks; English where there is no
    catalogue of it."""
    return spoken(next(iter(meeting.languages), "en"))


def worded(words: Mapping[str, str], language: str) -> Plain:
    """A text given by language in this language, else in English, else in any; with the language that it is in."""
    for wanted in (language, language.split("-")[0], "en", *words):
        if words.get(wanted):
            return {"text": words[wanted], "lang": wanted}
    return {"text": "", "lang": language}


def meeting_of(material: Material) -> Meeting:
    """The meeting that the paper is made for; the registry has seen to it that there is one."""
    assert material.meeting is not None
    return material.meeting


def addressee_of(material: Material) -> Addressee:
    """The unit that the paper goes to; the registry has seen to it that there is one."""
    assert material.addressee is not None
    return material.addressee


def running(material: Material, language: str, title: str) -> Plain:
    """Head and foot of every page. What is internal says so on every page, where a text says that it is a draft."""
    words = catalogue(language)
    head = running_head(material, language, _on_one_line(title))
    head |= classification_mark(level_of(material), language)
    if material.meeting is not None and material.meeting.urgency is not None:
        head["urgency"] = capitals(words.say(f"urgency.{material.meeting.urgency}"), language)
    head["centre"] = words.say("papers.internal") if material.receiver is None else ""
    return head


def _on_one_line(title: str) -> str:
    """As much of a title as stands beside the page number."""
    return title if len(title) <= _TITLE else title[:_TITLE].rsplit(" ", 1)[0] + " …"


def level_of(material: Material) -> Classification | None:
    """Who may read the paper: as the document that it is bound into; else as the meeting says; else as the dossier."""
    return material.bound or (material.meeting and material.meeting.classification) or material.dossier.classification


def agreed_on(clause: str, material: Material, language: str) -> str:
    """What the parties said of a clause, as it still stands: `agreed ad referendum`; nothing where it is open."""
    state = agreements(material.agreed).get(clause)
    return catalogue(language).say(f"agreed.{state}") if state else ""


def version_line(material: Material, language: str) -> str:
    """Which text: `Letter of Intent, text v3 · 3f2a91c0`. The hash of the text means the same on every machine."""
    instrument = protocol.title_of(material.dossier, language)
    return catalogue(language).say("papers.version", instrument=instrument, stamp=stamp(material.version.header))


def day(when: date, language: str) -> str:
    """`Tuesday, 15 February 2022`."""
    words = catalogue(language)
    weekdays = words.find("meeting.weekdays")
    assert isinstance(weekdays, list)
    return words.say("meeting.day", weekday=weekdays[when.weekday()], date=in_figures(when, language))


def hours(turn: Turn, language: str) -> str:
    return f"{clock(turn.start, language)}–{clock(turn.end, language)}"


def facts(material: Material, language: str) -> list[Plain]:
    """When, where and how a meeting is held, a line each; a place that is not known is a blank to fill."""
    meeting, words = meeting_of(material), catalogue(language)
    place = worded(meeting.venue, language)
    spoken = [words.name_of_language(code, "nom") for code in meeting.languages]
    return [
        _fact(words, "date", day(meeting.date, language), language),
        _fact(words, "time", spans(meeting, material.dossier, language), language),
        _fact(words, "place", str(place["text"]), str(place["lang"])),
        _fact(words, "mode", words.say(f"meeting.modes.{meeting.mode}"), language),
        _fact(words, "languages", words.listed(spoken), language),
    ]


def _fact(words: Catalogue, key: str, text: str, language: str) -> Plain:
    return {"label": words.say(f"meeting.{key}"), "text": text, "lang": language}


def party_name(material: Material, code: str, language: str) -> str:
    """A party's name inside a sentence, with its article where the language has one."""
    return protocol.with_article(protocol.name_of(material.dossier.parties[code], language), catalogue(language))


def short_name(material: Material, code: str, language: str) -> str:
    """What a narrow column has room for: the short name where the dossier gives one, else the code."""
    party = material.dossier.parties.get(code)
    return protocol.in_case(party.short, language) or code if party else code


class ClauseNames:
    """How a paper calls clauses: by number, kind and heading, never by id where there is a number."""

    def __init__(self, text: Text, material: Material, language: str, paper: str) -> None:
        self.filling = Filling.of(text, material.dossier, material.original_of, paper)
        self.language = language
        self._order: dict[str, int] = {}
        for kind in Kind:
            same = [clause.id for clause in text if clause.kind is kind and clause.parent is None]
            self._order.update({name: n for n, name in enumerate(same, start=1)})

    def __contains__(self, clause: str) -> bool:
        return clause in self.filling.clauses

    def name(self, clause: str) -> str:
        """`Article 5(2)`, `Preamble (3)`; the id of a clause that the text does not have."""
        if clause not in self:
            return clause
        it = self.filling.clauses[clause]
        if self.filling.numbers[clause]:
            return self.filling.title(clause, self.language)
        words = catalogue(self.language)
        if it.parent is not None:
            return self.name(it.parent)
        kind = words.say(f"papers.matrix.kinds.{it.kind}")
        return f"{kind} ({self._order[clause]})" if it.kind is Kind.RECITAL else kind

    def heading(self, clause: str, languages: Iterable[str]) -> Plain:
        """The heading in the paper's language, else in the first that has one."""
        it = self.filling.clauses.get(clause)
        for language in dict.fromkeys((self.language, *languages)):
            if it is not None and it.heading.get(language):
                return {"segments": self.words(it.heading[language], language), "lang": language}
        return {"segments": [], "lang": self.language}

    def words(self, words: Words, language: str) -> list[Segment]:
        """The words of a clause for reading; a reference is plain words, since the clause is in another paper."""
        return _unlinked(self.filling.of_words(words, language))

    def said(self, text: str, language: str, before: str = "") -> list[Segment]:
        """A sender's words with their placeholders filled; `before` is what stands before them."""
        return _unlinked(self.filling.segments(text, language, before))


def _unlinked(segments: list[Segment]) -> list[Segment]:
    found: list[Segment] = []
    for each in segments:
        within = each.get("segments")
        if each["type"] == "ref":
            found.append({"type": "text", "text": each["text"]})
        elif isinstance(within, list):
            found.append({**each, "segments": _unlinked(within)})
        else:
            found.append(each)
    return found


def sender(material: Material, given: Input, language: str) -> str:
    """The name of the unit or the party that sent an input."""
    return side_name(material, given.unit or given.party or given.side, language)


def side_name(material: Material, side: str, language: str) -> str:
    """The name behind a side: a party's short one; a further input of a unit (`ilmate.2`) is still that unit's."""
    code = side.split(".")[0]
    if code in material.dossier.parties:
        return short_name(material, code, language)
    unit = material.dossier.unit_named(code)
    return unit.name if unit else side


def subject(material: Material, about: str, names: ClauseNames) -> Plain:
    """What a talking point is about: a clause, a project by its title, a topic of the agenda by its."""
    titles = [p.title for one in material.inputs for p in one.projects if p.id == about]
    titles += [item.title for item in (material.meeting.agenda if material.meeting else ()) if item.id == about]
    if about in names or not titles:
        return {"text": names.name(about), "lang": names.language}
    return worded(titles[0], names.language)
