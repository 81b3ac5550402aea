"""meetings/<date>-<slug>.yaml: its shape, and the Meeting it says."""

from collections.abc import Iterable, Mapping

from loi_cli.files.codes import Code
from loi_cli.files.collections import Series, Table
from loi_cli.files.leaves import OneOf
from loi_cli.files.page import Page
from loi_cli.files.prose import Empty, Prose
from loi_cli.files.quantities import Clock, Day, Number
from loi_cli.files.shapes import Block, Key, Values
from loi_cli.files.source import Source
from loi_cli.i18n import _
from loi_cli.intake.dossier import SCHEMA
from loi_cli.intake.names import CLAUSE, LANGUAGE, PARTY, SLUG, known_to
from loi_cli.intake.reading import Read, open_page
from loi_cli.intake.texts import InEveryLanguage
from loi_cli.intake.zones import ZONE
from loi_cli.model.dossier import Classification, Dossier
from loi_cli.model.meetings import AgendaItem, Delegate, Figure, Meeting, Mode, Role, Urgency
from loi_cli.model.problems import Place

_MAYBE = Prose(empty=Empty.ALLOWED)

ROLE = Key("role", OneOf(Role), "The seat's role.", required=True)
DELEGATE_TITLE = Key("title", InEveryLanguage(), "The office or function, by language.", required=True)
OFFICE = Key("office", InEveryLanguage(), "The unit or office that it belongs to, by language or as one text.")
PERSON = Key("name", _MAYBE, "The person; a blank to fill in when left out.")
PERSON_MAIL = Key("mail", _MAYBE, "The address that the calendar entry names for the seat.")
DELEGATE = Block("delegate", ROLE, DELEGATE_TITLE, OFFICE, PERSON, PERSON_MAIL, says="A seat at the table.")

FIGURE_ABOUT = Key("figure", InEveryLanguage(), "What is measured, by language.", required=True)
VALUE = Key("value", Prose(), "The value, as its source writes it.", required=True)
UNIT = Key("unit", InEveryLanguage(), "What the value counts, by language: million US dollars.", required=True)
PERIOD = Key("period", Prose(), "The time that it is about: 2021, or January to June 2021.", required=True)
FIGURE_SOURCE = Key("source", Prose(), "Where it is from.", required=True)
RETRIEVED = Key("retrieved", Day(), "The day on which it was looked up.", required=True)
FIGURE = Block(
    "figure", FIGURE_ABOUT, VALUE, UNIT, PERIOD, FIGURE_SOURCE, RETRIEVED, says="A figure of the briefing sheet."
)

ITEM_ID = Key("item", SLUG, "The item's id.", required=True)
ITEM_TITLE = Key("title", InEveryLanguage(), "What is talked about, by language.", required=True)
MINUTES = Key("minutes", Number(most=1440), "How many minutes it takes.", required=True)
LEAD = Key("lead", PARTY, "The party that leads on it.")
ITEM_CLAUSES = Key("clauses", Series(CLAUSE, distinct=True), "The clauses it is about.")
PAPERS = Key("papers", Series(SLUG, distinct=True), "The papers that belong to it, such as `redline`.")
RESULT = Key("result", InEveryLanguage(), "What we want of it, by language; on the annotated agenda.")
INTERNAL = Key("internal", _MAYBE, "For our delegation alone.")
ITEM = Block(
    "agenda-item", ITEM_ID, ITEM_TITLE, MINUTES, LEAD, ITEM_CLAUSES, PAPERS, RESULT, INTERNAL,
    says="An item of the agenda.",
)  # fmt: skip

TITLE = Key("title", InEveryLanguage(), "What the meeting is called, by language.", required=True)
DATE = Key("date", Day(), "The day.", required=True)
START = Key("start", Clock(), 'When it begins, in the zone: "09:00".', required=True)
END = Key("end", Clock(), 'When it ends, in the zone: "12:00".', required=True)
IN_ZONE = Key("zone", ZONE, "The time zone: Asia/Jakarta.", required=True)
PLACE = Key("place", InEveryLanguage(), "Where it is held, by language or as one text.")
MODE = Key("mode", OneOf(Mode), "How it is held.", required=True)
LANGUAGES = Key("languages", Series(LANGUAGE, least=1, distinct=True), "The languages spoken.", required=True)
DELEGATIONS = Key("delegations", Table(PARTY, Series(DELEGATE)), "Who sits at the table, by party, in order.")
AGENDA = Key("agenda", Series(ITEM), "The items, in order.")
CLASSIFICATION = Key("classification", OneOf(Classification), "Who may read the meeting's papers.")
URGENCY = Key("urgency", OneOf(Urgency), "How fast the meeting's papers have to be dealt with.")
CONTACT = Key("contact", InEveryLanguage(), "Whom to ask, by language or as one text; on the invitation.")
COPIED_TO = Key("copied-to", Series(Prose()), "Who gets a copy of the invitation.")
HOLDERS = Key("holders", Series(Prose()), "Who gets the numbered copies of the papers, from copy 1 on.")
FIGURES = Key("figures", Series(FIGURE), "The figures of the briefing sheet, in order.")
MEETING = Block(
    "meeting", SCHEMA, TITLE, DATE, START, END, IN_ZONE, PLACE, MODE, LANGUAGES, DELEGATIONS, AGENDA,
    CLASSIFICATION, URGENCY, CONTACT, COPIED_TO, HOLDERS, FIGURES, says="A meeting of the parties.",
)  # fmt: skip


def read_meeting(source: Source, dossier: Dossier, name: str) -> Read[Meeting]:
    """The meeting that a file says; `name` is the file's name without `.yaml`.

    Raises BadInput with everything wrong in it. Whether its clauses exist is not looked at here.
    """
    page, values = open_page(source, MEETING, known_to(dossier) | {"language": spoken_languages(dossier)})
    _check_name(name, values, page)
    _check_times(values, page)
    _check_items(values, page)
    _check_people(values, page)
    page.finish()
    meeting = Meeting(
        name=name,
        title=values[TITLE],
        date=values[DATE],
        start=values[START],
        end=values[END],
        zone=values[IN_ZONE],
        venue=values.get(PLACE, {}),
        mode=values[MODE],
        languages=values[LANGUAGES],
        delegations={
            party: tuple(_delegate(seat) for seat in seats) for party, seats in values.get(DELEGATIONS, {}).items()
        },
        agenda=tuple(_item(item) for item in values.get(AGENDA, ())),
        classification=values.get(CLASSIFICATION),
        urgency=values.get(URGENCY),
        contact=values.get(CONTACT, {}),
        copied_to=values.get(COPIED_TO, ()),
        holders=values.get(HOLDERS, ()),
        figures=tuple(_figure(each) for each in values.get(FIGURES, ())),
        where=Place(source.path),
    )
    return Read(meeting, tuple(page.warnings))


def spoken_languages(dossier: Dossier) -> tuple[str, ...]:
    """The languages of a meeting's papers: the dossier's, and those in which a party has a name."""
    names: Iterable[Mapping[str, object]] = (party.name for party in dossier.parties.values())
    return tuple(dict.fromkeys([*dossier.languages, *(language for name in names for language in name)]))


def _delegate(values: Values) -> Delegate:
    return Delegate(
        role=values[ROLE],
        title=values[DELEGATE_TITLE],
        office=values.get(OFFICE, {}),
        name=values.get(PERSON, ""),
        mail=values.get(PERSON_MAIL, ""),
    )


def _figure(values: Values) -> Figure:
    return Figure(
        about=values[FIGURE_ABOUT],
        value=values[VALUE],
        unit=values[UNIT],
        period=values[PERIOD],
        source=values[FIGURE_SOURCE],
        retrieved=values[RETRIEVED],
    )


def _item(values: Values) -> AgendaItem:
    return AgendaItem(
        id=values[ITEM_ID],
        title=values[ITEM_TITLE],
        minutes=values[MINUTES],
        lead=values.get(LEAD),
        clauses=values.get(ITEM_CLAUSES, ()),
        papers=values.get(PAPERS, ()),
        result=values.get(RESULT, {}),
        internal=values.get(INTERNAL, ""),
        place=values.place,
        clauses_at=values.where(ITEM_CLAUSES),
        papers_at=values.where(PAPERS),
    )


def _check_name(name: str, values: Values, page: Page) -> None:
    day = values.get(DATE)
    if day is not None and not name.startswith(f"{day}-"):
        page.error(
            Code.FILE_NAME,
            _("the file is named `{name}.yaml`, and the meeting is on {day}").format(name=name, day=day),
            page.top,
            _("name it `{right}.yaml`").format(right=f"{day}-{name[11:] or 'bilateral'}"),
        )


def _check_times(values: Values, page: Page) -> None:
    start, end = values.get(START), values.get(END)
    if start is None or end is None:
        return
    lasts = end.hour * 60 + end.minute - start.hour * 60 - start.minute
    if lasts <= 0:
        page.error(
            Code.MEETING_TIME,
            _("the meeting ends at {end}, and begins at {start}").format(end=f"{end:%H:%M}", start=f"{start:%H:%M}"),
            values.where(END),
            _("put the later time under `end`"),
        )
        return
    needed = sum(item.get(MINUTES, 0) for item in values.get(AGENDA, ()))
    if needed > lasts:
        page.error(
            Code.MEETING_TIME,
            _("the agenda takes {needed} minutes, {over} more than the {lasts} from {start} to {end}").format(
                needed=needed, over=needed - lasts, lasts=lasts, start=f"{start:%H:%M}", end=f"{end:%H:%M}"
            ),
            values.where(AGENDA),
            _("shorten an item, or let the meeting end later"),
        )


def _check_people(values: Values, page: Page) -> None:
    """Nobody sits on both sides of the table; within one delegation two people may have the same name."""
    first: dict[str, tuple[str, Place]] = {}
    for party, seats in values.get(DELEGATIONS, {}).items():
        for seat in seats:
            person = seat.get(PERSON, "")
            known = " ".join(person.casefold().split())
            if not known:
                continue
            other, place = first.setdefault(known, (party, seat.where(PERSON)))
            if other != party:
                page.error(
                    Code.REPEATED,
                    _("{person} sits in two delegations: {first} in line {line}, and {second} here").format(
                        person=person, first=other, line=place.line, second=party
                    ),
                    seat.where(PERSON),
                    _("take the name out of one of them; a namesake gets an initial or a title"),
                )


def _check_items(values: Values, page: Page) -> None:
    first: dict[str, int] = {}
    for item in values.get(AGENDA, ()):
        name = item.get(ITEM_ID)
        if name is None:
            continue
        place = item.where(ITEM_ID)
        if name in first:
            page.error(
                Code.REPEATED,
                _("the item `{name}` stands twice: in line {first} and here in line {second}").format(
                    name=name, first=first[name], second=place.line
                ),
                place,
                _("give one of the two another id"),
            )
        first.setdefault(name, place.line)
