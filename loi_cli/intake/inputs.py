"""inputs/*.yaml: what a unit or the other party sends, and the Input it says."""

from collections.abc import Iterable

from loi_cli.files.codes import Code
from loi_cli.files.collections import Series
from loi_cli.files.leaves import Flag
from loi_cli.files.page import Page
from loi_cli.files.prose import Empty, Prose
from loi_cli.files.quantities import Day, Number
from loi_cli.files.rules import ExactlyOne, Together
from loi_cli.files.shapes import Block, Key, Rule, Schema, Values
from loi_cli.files.source import Source
from loi_cli.i18n import _
from loi_cli.intake.contradictions import refuse_contradictions
from loi_cli.intake.dossier import SCHEMA
from loi_cli.intake.input_names import side_of
from loi_cli.intake.names import BASE, CLAUSE, INPUT, PARTY, SLUG, UNIT, known_to
from loi_cli.intake.proposals import PROPOSAL, proposal, unread
from loi_cli.intake.reading import Read, open_page
from loi_cli.intake.texts import ByLanguage, InEveryLanguage, Written
from loi_cli.model.dossier import Dossier
from loi_cli.model.inputs import AgendaProposal, Input, Project, TalkingPoint, Unread
from loi_cli.model.problems import BadInput, Problem

_MAYBE = Prose(empty=Empty.ALLOWED)

PROJECT_ID = Key("project", SLUG, "The project's id.", required=True)
PROJECT_TITLE = Key("title", ByLanguage(Written()), "What it is called, by language.", required=True)
PROJECT_NOTE = Key("note", _MAYBE, "What is to be known of it; internal.")
PROJECT = Block("project", PROJECT_ID, PROJECT_TITLE, PROJECT_NOTE, says="A project of the cooperation.")

ITEM_TITLE = Key("title", InEveryLanguage(), "What is to be talked about, by language or as one text.", required=True)
ITEM_MINUTES = Key("minutes", Number(most=1440), "How many minutes it takes.")
ITEM_CLAUSES = Key("clauses", Series(CLAUSE, distinct=True), "The clauses it is about.")
ITEM = Block("agenda-proposal", ITEM_TITLE, ITEM_MINUTES, ITEM_CLAUSES, says="Something to put on the agenda.")

POINT_ABOUT = Key("about", CLAUSE, "The clause it is about.", required=True)
POINT_NOTE = Key("note", Written(), "What to say; internal.", required=True)
POINT = Block("talking-point", POINT_ABOUT, POINT_NOTE, says="Something to say at the meeting.")

UNIT_ID = Key("unit", UNIT, "The unit that sends this.")
PARTY_CODE = Key("party", PARTY, "The party that sends this, in place of unit and round.")
ROUND = Key("round", Number(), "The round it belongs to.")
BASE_VERSION = Key("base", BASE, "The version that was read: v1, or v1-3f2a91 as the request says.", required=True)
DATE = Key("date", Day(), "The day it was sent.")
REPLACES = Key("replaces", INPUT, "An earlier input of yours that this one takes back; otherwise inputs add up.")
ORIGIN = Key("source", _MAYBE, "Where it comes from when it came as a letter or a call.")
PROPOSALS = Key("proposals", Series(PROPOSAL, least=1), "Changes to the text, all against the version read.")
PROJECTS = Key("projects", Series(PROJECT, least=1), "Projects to be named.")
AGENDA = Key("agenda", Series(ITEM, least=1), "What should be talked about at the meeting.")
TALKING_POINTS = Key("talking-points", Series(POINT, least=1), "What our delegation should say.")
NO_COMMENT = Key("no-comment", Flag(only=True), "true when there is nothing to change and nothing to say.")


class SaysSomething(Rule):
    """An input says something, or says that there is no comment; never both, never neither."""

    parts = (PROPOSALS, PROJECTS, AGENDA, TALKING_POINTS)

    def check(self, values: Values, page: Page) -> None:
        there = [key for key in self.parts if values.written(key)]
        silent = values.written(NO_COMMENT)
        if silent and there:
            message = _("`no-comment` stands beside `{key}`").format(key=there[0].name)
            page.error(Code.NOTHING_SAID, message, values.key_mark(NO_COMMENT.name), _("keep one of them"))
        elif not silent and not there:
            remedy = _("add `proposals:`, or `no-comment: true` when so meant")
            page.error(Code.NOTHING_SAID, _("the input says nothing"), values.node.start, remedy)

    def schema(self) -> Schema:
        return {
            "oneOf": [
                {"required": [NO_COMMENT.name]},
                {"anyOf": [{"required": [key.name]} for key in self.parts]},
            ]
        }


INPUT_FILE = Block(
    "input", SCHEMA, UNIT_ID, PARTY_CODE, ROUND, BASE_VERSION, DATE, REPLACES, ORIGIN, PROPOSALS, PROJECTS, AGENDA,
    TALKING_POINTS, NO_COMMENT,
    rules=[ExactlyOne(UNIT_ID, PARTY_CODE), Together(UNIT_ID, ROUND), Together(ROUND, UNIT_ID), SaysSomething()],
    says="What one unit sends for one round, or what the other party sends.",
)  # fmt: skip


class HalfRead(BadInput):
    """An input of which a part could not be read. `legible` is the rest of it, to be looked at all the same, so that
    one run tells everything that is wrong; `unread` are the proposals that are not in it."""

    def __init__(self, problems: Iterable[Problem], legible: Input, unread: tuple[Unread, ...]) -> None:
        super().__init__(problems)
        self.legible = legible
        self.unread = unread


def read_input(source: Source, dossier: Dossier, name: str) -> Read[Input]:
    """The input that a file says; `name` is the file's name without `.yaml`.

    Raises BadInput with everything wrong in it, HalfRead where its base at least can be read. Whether its clauses
    stand in its base is not looked at here.
    """
    page, values = open_page(source, INPUT_FILE, known_to(dossier))
    blocks = values.get(PROPOSALS, ())
    built = [proposal(verb, block, page) for verb, block in blocks]
    proposals = tuple(one for one in built if one is not None)
    refuse_contradictions(proposals, page)
    unit = dossier.unit_named(values.get(UNIT_ID, ""))
    party = values.get(PARTY_CODE)
    if party == dossier.home:
        page.error(
            Code.UNKNOWN_NAME,
            _("`{party}` is home: its units send inputs, it does not").format(party=party),
            values.where(PARTY_CODE),
            _("write `unit: …` and `round: …`; a party here is the other one, {other}").format(other=dossier.other),
        )
    _check_round(values, dossier, page)
    replaces = _replaced(values, name, page)
    side = side_of(name, values.get(UNIT_ID), unit, values.get(ROUND), party, values.get(DATE), page)
    if BASE_VERSION not in values:
        page.finish()
    value = Input(
        name=name,
        side=side or "",
        unit=unit.id if unit else None,
        party=party,
        round=values.get(ROUND),
        base=values[BASE_VERSION],
        date=values.get(DATE),
        replaces=replaces,
        source=values.get(ORIGIN, ""),
        proposals=proposals,
        projects=tuple(_project(project) for project in values.get(PROJECTS, ()) if project.whole),
        agenda=tuple(_agenda_proposal(item) for item in values.get(AGENDA, ()) if item.whole),
        talking_points=tuple(_talking_point(point) for point in values.get(TALKING_POINTS, ()) if point.whole),
        no_comment=values.get(NO_COMMENT, False),
        file=source.path,
        sha256=source.sha256,
        base_place=values.where(BASE_VERSION),
    )
    if page.errors:
        lost = (unread(verb, block) for (verb, block), one in zip(blocks, built, strict=True) if one is None)
        raise HalfRead([*page.errors, *page.warnings], value, tuple(one for one in lost if one is not None))
    return Read(value, tuple(page.warnings))


def _project(values: Values) -> Project:
    return Project(
        id=values[PROJECT_ID], title=values[PROJECT_TITLE], note=values.get(PROJECT_NOTE, ""), place=values.place
    )


def _agenda_proposal(values: Values) -> AgendaProposal:
    return AgendaProposal(
        title=values[ITEM_TITLE],
        minutes=values.get(ITEM_MINUTES),
        clauses=values.get(ITEM_CLAUSES, ()),
        place=values.place,
    )


def _talking_point(values: Values) -> TalkingPoint:
    return TalkingPoint(about=values[POINT_ABOUT], note=values[POINT_NOTE], place=values.place)


def _check_round(values: Values, dossier: Dossier, page: Page) -> None:
    number = values.get(ROUND)
    if number is not None and number not in dossier.rounds:
        rounds = ", ".join(str(one) for one in dossier.rounds) or "–"
        page.error(
            Code.UNKNOWN_NAME,
            _("the dossier has no round {number}").format(number=number),
            values.where(ROUND),
            _("its rounds are: {names}").format(names=rounds),
        )


def _replaced(values: Values, name: str, page: Page) -> str | None:
    """The earlier input that this one takes back. It cannot take back itself."""
    replaced = values.get(REPLACES)
    if replaced != name:
        return replaced
    page.warn(
        Code.CONTRADICTION,
        _("an input cannot replace itself; this is passed over"),
        values.where(REPLACES),
        _("name the earlier input, or take the key out"),
    )
    return None
