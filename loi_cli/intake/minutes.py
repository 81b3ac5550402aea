"""meetings/<date>-<slug>.minutes.yaml: its shape, and the Minutes it says."""

from loi_cli.files.codes import Code
from loi_cli.files.collections import Series, Table
from loi_cli.files.leaves import Name
from loi_cli.files.page import Page, did_you_mean
from loi_cli.files.prose import Empty, Prose
from loi_cli.files.quantities import Day
from loi_cli.files.rules import ExactlyOne
from loi_cli.files.shapes import Block, Key, Values
from loi_cli.files.source import Source
from loi_cli.i18n import _
from loi_cli.intake.dossier import SCHEMA
from loi_cli.intake.meetings import spoken_languages
from loi_cli.intake.names import CLAUSE, CONFLICT, PARTY, SIDE, SLUG, known_to
from loi_cli.intake.negotiated import Negotiated
from loi_cli.intake.reading import Read, open_page
from loi_cli.intake.texts import ByLanguage, ClauseWords, InEveryLanguage, Written
from loi_cli.model.conflicts import disputed_part
from loi_cli.model.dossier import Dossier
from loi_cli.model.identifiers import is_party, is_slug
from loi_cli.model.meetings import Meeting
from loi_cli.model.minutes import ActionItem, Minutes, MinutesItem, Settlement
from loi_cli.model.problems import Place

_MAYBE = Prose(empty=Empty.ALLOWED)
_OWNER = "^([a-z0-9][a-z0-9-]{0,39}|[A-Z]{3})$"
OWNER_NAME = Name(
    "owner", _OWNER, "name a unit by its id, or a party by its code", lambda text: is_slug(text) or is_party(text)
)

CONFLICT_ID = Key("conflict", CONFLICT, "The conflict, as `loi conflicts` names it.", required=True)
TAKE = Key("take", SIDE, "The side whose words were agreed on, or `base`.")
WORDS = Key("words", ByLanguage(ClauseWords(empty=Empty.QUOTED)), "The words agreed on, by language.")
SETTLED_REASON = Key("reason", _MAYBE, "Why.")
SETTLEMENT = Block(
    "settlement", CONFLICT_ID, TAKE, WORDS, SETTLED_REASON, rules=[ExactlyOne(TAKE, WORDS)],
    says="What was agreed on a bracket.",
)  # fmt: skip

ACTION_ID = Key("action", SLUG, "The action item's id.", required=True)
WHAT = Key("what", InEveryLanguage(), "What is to be done, by language.", required=True)
OWNER = Key("owner", OWNER_NAME, "Who does it: a unit by its id, or a party by its code.", required=True)
DUE = Key("due", Day(), "The last day.", required=True)
ACTION = Block("action-item", ACTION_ID, WHAT, OWNER, DUE, says="Something to do after the meeting.")

ITEM = Key("item", SLUG, "The item of the agenda.", required=True)
DISCUSSION = Key("discussion", InEveryLanguage(), "What was said, by language.")
CONCLUSION = Key("conclusion", InEveryLanguage(), "What was concluded, by language.")
SETTLED = Key("settled", Series(SETTLEMENT), "Brackets of the text that were settled.")
AGREED = Key("agreed", Series(CLAUSE, distinct=True), "Clauses that the parties agreed on.")
AD_REFERENDUM = Key("ad-referendum", Series(CLAUSE, distinct=True), "Clauses agreed subject to approval at home.")
ACTIONS = Key("actions", Series(ACTION), "What is to be done, by whom, until when.")
INTERNAL = Key("internal", _MAYBE, "For our own report alone.")
ITEM_BLOCK = Block(
    "minutes-item", ITEM, DISCUSSION, CONCLUSION, SETTLED, AGREED, AD_REFERENDUM, ACTIONS, INTERNAL,
    says="An item of the agenda as it went.",
)  # fmt: skip

CHAIR = Key("chair", Written(), "The office that led the meeting.", required=True)
SECRETARY = Key("secretary", Written(), "The office that took the minutes; else a blank.")
PRESENT = Key("present", Table(PARTY, Series(Written())), "Who came where that differs from the delegations, by party.")
RECOMMENDATION = Key("recommendation", InEveryLanguage(), "What we propose to do now; for our own report alone.")
ITEMS = Key("items", Series(ITEM_BLOCK, least=1), "The items of the agenda, in order.", required=True)
MINUTES_FILE = Block(
    "minutes", SCHEMA, CHAIR, SECRETARY, PRESENT, ITEMS, RECOMMENDATION,
    says="What a meeting said, concluded and asked for.",
)  # fmt: skip


def read_minutes(source: Source, dossier: Dossier, meeting: Meeting, text: Negotiated | None = None) -> Read[Minutes]:
    """The minutes that a file says of a meeting. Raises BadInput with everything wrong in it.

    With `text` its clauses, conflicts and sides must be known too.
    """
    of_text = {"clause": text.clauses, "conflict": tuple(text.disputes)} if text is not None else {}
    known = (
        known_to(dossier)
        | of_text
        | {
            "language": spoken_languages(dossier),
            "owner": (*dossier.units, *dossier.parties),
        }
    )
    page, values = open_page(source, MINUTES_FILE, known)
    _check_items(values, meeting, page)
    _check_actions(values, meeting, page)
    if text is not None:
        _check_sides(values, text, page)
    page.finish()
    minutes = Minutes(
        meeting=meeting.name,
        chair=values[CHAIR],
        secretary=values.get(SECRETARY, ""),
        present=values.get(PRESENT, {}),
        recommendation=values.get(RECOMMENDATION, {}),
        items=tuple(_item(item, text or Negotiated()) for item in values[ITEMS]),
        where=Place(source.path),
    )
    return Read(minutes, tuple(page.warnings))


def _item(values: Values, text: Negotiated) -> MinutesItem:
    return MinutesItem(
        item=values[ITEM],
        discussion=values.get(DISCUSSION, {}),
        conclusion=values.get(CONCLUSION, {}),
        settled=tuple(_settlement(one, text) for one in values.get(SETTLED, ())),
        agreed=values.get(AGREED, ()),
        ad_referendum=values.get(AD_REFERENDUM, ()),
        actions=tuple(_action(one) for one in values.get(ACTIONS, ())),
        internal=values.get(INTERNAL, ""),
        place=values.place,
    )


def _settlement(values: Values, text: Negotiated) -> Settlement:
    standing = text.disputes.get(values[CONFLICT_ID])
    before, behind = standing.words_around if standing is not None else ("", "")
    words = {language: disputed_part(said, before, behind) for language, said in values.get(WORDS, {}).items()}
    return Settlement(
        conflict=values[CONFLICT_ID],
        take=values.get(TAKE),
        words=words,
        reason=values.get(SETTLED_REASON, ""),
        place=values.place,
    )


def _action(values: Values) -> ActionItem:
    return ActionItem(id=values[ACTION_ID], what=values[WHAT], owner=values[OWNER], due=values[DUE], place=values.place)


def _check_items(values: Values, meeting: Meeting, page: Page) -> None:
    """Every item is one of the agenda, and stands once."""
    agenda = [item.id for item in meeting.agenda]
    seen: set[str] = set()
    for item in values.get(ITEMS, ()):
        name = item.get(ITEM)
        if name is None:
            continue
        if name not in agenda:
            page.error(
                Code.UNKNOWN_NAME,
                _("the agenda of {meeting} has no item `{name}`").format(meeting=meeting.name, name=name),
                item.where(ITEM),
                did_you_mean(name, agenda, _("did you mean `{name}`?"), _("its items: {names}")),
            )
        elif name in seen:
            page.error(
                Code.REPEATED,
                _("the item `{name}` stands twice").format(name=name),
                item.where(ITEM),
                _("put all that was said on it in one place"),
            )
        seen.add(name)


def _check_sides(values: Values, text: Negotiated, page: Page) -> None:
    """Every bracket is settled once, for a side that it has."""
    seen: set[str] = set()
    for item in values.get(ITEMS, ()):
        for one in item.get(SETTLED, ()):
            conflict, side = one.get(CONFLICT_ID), one.get(TAKE)
            if conflict is None:
                continue
            if conflict in seen:
                page.error(
                    Code.REPEATED,
                    _("the conflict `{name}` is settled twice").format(name=conflict),
                    one.where(CONFLICT_ID),
                    _("keep what was agreed last"),
                )
            seen.add(conflict)
            sides = tuple(text.disputes[conflict].sides) if conflict in text.disputes else ()
            if side is not None and side not in sides:
                page.error(
                    Code.UNKNOWN_NAME,
                    _("{side} is no side of {conflict}").format(side=side, conflict=conflict),
                    one.where(TAKE),
                    did_you_mean(side, sides, _("did you mean `{name}`?"), _("its sides are: {names}")),
                )


def _check_actions(values: Values, meeting: Meeting, page: Page) -> None:
    """Every action item has an id of its own, and a last day that lies ahead of the meeting."""
    seen: set[str] = set()
    for item in values.get(ITEMS, ()):
        for action in item.get(ACTIONS, ()):
            name, due = action.get(ACTION_ID), action.get(DUE)
            if name in seen:
                page.error(
                    Code.REPEATED,
                    _("the action item `{name}` stands twice").format(name=name),
                    action.where(ACTION_ID),
                    _("give one of the two another id"),
                )
            if name is not None:
                seen.add(name)
            if due is not None and due < meeting.date:
                page.error(
                    Code.MEETING_TIME,
                    _("it is due on {due}, before the meeting of {day}").format(due=due, day=meeting.date),
                    action.where(DUE),
                    _("write a later day"),
                )
