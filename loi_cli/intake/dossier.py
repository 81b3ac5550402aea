"""dossier.yaml: its shape, and the Dossier it says."""

from collections.abc import Collection
from typing import Any

from loi_cli.files.codes import Code
from loi_cli.files.collections import Series, Table
from loi_cli.files.leaves import Flag, Name, OneOf
from loi_cli.files.nodes import MappingNode, SequenceNode
from loi_cli.files.page import Page, did_you_mean
from loi_cli.files.prose import Empty, Prose
from loi_cli.files.quantities import Day, Number, NumberKey, Only
from loi_cli.files.shapes import Block, Key, Values
from loi_cli.files.source import Source
from loi_cli.i18n import _
from loi_cli.intake.names import LANGUAGE, PARTY, SLUG
from loi_cli.intake.patterns import Pattern
from loi_cli.intake.reading import Read, open_page
from loi_cli.intake.texts import NAMES, ByLanguage, Forms, Written
from loi_cli.intake.zones import ZONE
from loi_cli.model.dossier import (
    Classification,
    Dossier,
    Instrument,
    LeadTimes,
    Letters,
    Numerals,
    Party,
    Profile,
    Unit,
)
from loi_cli.model.problems import Place

_FREE = Prose(empty=Empty.ALLOWED)
CHECK = Name("check", "^[A-Z][0-9]{3}$", "name a check by its code, as L104")

SCHEMA = Key("schema", Only(1), "The version of the file's format: 1.", required=True)

PARTY_NAME = Key("name", NAMES, "The party's full name in every language, as text or by case.", required=True)
SIGNATORY = Key("signatory", NAMES, "The office that signs, in every language. The person is a blank to fill in.")
SHORT = Key("short", NAMES, "A short name, in every language.")
PARTY_ZONE = Key("zone", ZONE, "The time zone of its capital; papers of a meeting give the hours there too.")
PARTY_BLOCK = Block("party", PARTY_NAME, SIGNATORY, SHORT, PARTY_ZONE, says="One of the two sides of the table.")

UNIT_NAME = Key("name", Written(), "The unit's name, as tables and letters show it.", required=True)
UNIT_ROUNDS = Key("rounds", Series(Number(), distinct=True), "The rounds in which the unit is asked.")
UNIT_DUE = Key("due", Table(NumberKey(), Day()), "Another last day than the round's, by round.")
UNIT_TO = Key("to", _FREE, "To whom the letter goes: an office.")
UNIT_MAIL = Key("mail", _FREE, "The address to which the request goes.")
UNIT_WAS = Key("was", Series(SLUG, distinct=True), "Ids that the unit had before.")
UNIT_OUTSIDE = Key("outside", Flag(), "true for an office outside the ministry.")
UNIT_BLOCK = Block(
    "unit", UNIT_NAME, UNIT_ROUNDS, UNIT_DUE, UNIT_TO, UNIT_MAIL, UNIT_WAS, UNIT_OUTSIDE,
    says="An office that is asked.",
)  # fmt: skip

ROUND_DUE = Key("due", Day(), "The last day for inputs of this round.", required=True)
ROUND_BLOCK = Block("round", ROUND_DUE)

SIGN_PLACE = Key("place", ByLanguage(Forms()), "Where it is signed, in every language.")
SIGN_DATE = Key("date", Day(), "When it is signed.")
SIGNATURE_BLOCK = Block("signature", SIGN_PLACE, SIGN_DATE)

NUMERALS = Key("numerals", OneOf(Numerals), "The numbers of articles: Article 5 or Article V.")
NON_BINDING = Key("non-binding", Flag(), "true where Participants will, not Parties shall; Paragraph for Article.")
PROFILE_BLOCK = Block("profile", NUMERALS, NON_BINDING)

IGNORE = Key("ignore", Series(CHECK, distinct=True), "Codes of checks that are left out.")
CHECKS_BLOCK = Block("checks", IGNORE)

INSTRUMENT = Key("instrument", OneOf(Instrument), "What is negotiated.", required=True)
SUBJECT = Key("subject", ByLanguage(Written()), "What it is about, in every language, as in a heading.", required=True)
HOME = Key("home", PARTY, "The party that we are.", required=True)
PARTIES = Key("parties", Table(PARTY, PARTY_BLOCK), "The two parties, by country code.", required=True)
LANGUAGES = Key(
    "languages",
    Series(LANGUAGE, least=1, distinct=True),
    "The languages of the text, in the order of our own original.",
    required=True,
)
PREVAILS = Key("prevails", LANGUAGE, "The language that prevails where the others differ.")
SIGNATURE = Key("signature", SIGNATURE_BLOCK, "Where and when it is signed; may be missing until known.")
CLASSIFICATION = Key("classification", OneOf(Classification), "Who may read it.")
ROUNDS = Key("rounds", Table(NumberKey(), ROUND_BLOCK), "The rounds of asking units, by number.")
UNITS = Key("units", Table(SLUG, UNIT_BLOCK), "The units that are asked, by id, in the order in which they are named.")
PROFILE = Key("profile", PROFILE_BLOCK, "How the instrument is written.")
GATES = Key("gates", Series(SLUG, distinct=True), "The approvals that a final document needs.")
CHECKS = Key("checks", CHECKS_BLOCK, "What `loi check` leaves out.")

LETTER_SENDER = Key("from", _FREE, "The office that asks and signs.")
LETTER_MAIL = Key("mail", _FREE, "The address that mails come from.")
LETTER_PLACE = Key("place", _FREE, "Where letters are written.")
LETTER_NUMBER = Key(
    "number",
    Pattern("blank", "day", "month", "year", "round", "unit"),
    "The pattern of letter numbers: {blank}/KPAII/{month}/{year}; numbers are never made up.",
)
LETTERS_BLOCK = Block("letters", LETTER_SENDER, LETTER_MAIL, LETTER_PLACE, LETTER_NUMBER, says="How letters go out.")
LETTERS = Key("letters", LETTERS_BLOCK, "How our letters to units go out.")

LEAD_INPUTS = Key("inputs", Number(most=365), "Days before a meeting by which units have answered; else 21.")
LEAD_CONSULTATION = Key("consultation", Number(most=365), "Days by which our own side is of one mind; else 14.")
LEAD_TRANSLATION = Key("translation", Number(most=365), "Days by which every language is up to date; else 7.")
LEAD_PACKET = Key("packet", Number(most=365), "Days by which the packet is made; else 3.")
CALENDAR_BLOCK = Block(
    "calendar", LEAD_INPUTS, LEAD_CONSULTATION, LEAD_TRANSLATION, LEAD_PACKET,
    says="How many days before a meeting what it needs must be there.",
)  # fmt: skip
CALENDAR = Key("calendar", CALENDAR_BLOCK, "What is planned back from the day of a meeting, in days before it.")

DOSSIER = Block(
    "dossier", SCHEMA, INSTRUMENT, SUBJECT, HOME, PARTIES, LANGUAGES, PREVAILS, SIGNATURE, CLASSIFICATION, ROUNDS,
    UNITS, LETTERS, CALENDAR, PROFILE, GATES, CHECKS, says="One negotiation: its parties, languages, rounds and units.",
)  # fmt: skip


def read_dossier(source: Source) -> Read[Dossier]:
    """The dossier that dossier.yaml describes. Raises BadInput with everything wrong in it."""
    page, values = open_page(source, DOSSIER)
    _check_parties(values, page)
    _check_languages(values, page)
    _check_units(values, page)
    page.finish()
    signature = values.get(SIGNATURE)
    checks = values.get(CHECKS)
    profile = values.get(PROFILE)
    dossier = Dossier(
        instrument=values[INSTRUMENT],
        subject=values[SUBJECT],
        home=values[HOME],
        parties={code: _party(code, party) for code, party in values[PARTIES].items()},
        languages=values[LANGUAGES],
        rounds={number: block[ROUND_DUE] for number, block in values.get(ROUNDS, {}).items()},
        units={name: _unit(name, unit) for name, unit in values.get(UNITS, {}).items()},
        prevails=values.get(PREVAILS),
        place_of_signature=signature.get(SIGN_PLACE, {}) if signature else {},
        date_of_signature=signature.get(SIGN_DATE) if signature else None,
        classification=values.get(CLASSIFICATION),
        profile=Profile(numerals=profile.get(NUMERALS, Numerals.ARABIC), non_binding=profile.get(NON_BINDING, False))
        if profile
        else Profile(),
        gates=values.get(GATES, ()),
        ignored_checks=checks.get(IGNORE, ()) if checks else (),
        letters=_letters(values.get(LETTERS)),
        lead_times=_lead_times(values.get(CALENDAR)),
        where=Place(source.path),
    )
    return Read(dossier, tuple(page.warnings))


def _party(code: str, values: Values) -> Party:
    return Party(
        code=code,
        name=values[PARTY_NAME],
        signatory=values.get(SIGNATORY, {}),
        short=values.get(SHORT, {}),
        zone=values.get(PARTY_ZONE, ""),
    )


def _unit(name: str, values: Values) -> Unit:
    return Unit(
        id=name,
        name=values[UNIT_NAME],
        rounds=values.get(UNIT_ROUNDS, ()),
        due=values.get(UNIT_DUE, {}),
        to=values.get(UNIT_TO, ""),
        mail=values.get(UNIT_MAIL, ""),
        was=values.get(UNIT_WAS, ()),
        outside=values.get(UNIT_OUTSIDE, False),
    )


def _letters(values: Values | None) -> Letters:
    if values is None:
        return Letters()
    return Letters(
        sender=values.get(LETTER_SENDER, ""),
        mail=values.get(LETTER_MAIL, ""),
        place=values.get(LETTER_PLACE, ""),
        number=values.get(LETTER_NUMBER, ""),
    )


def _lead_times(values: Values | None) -> LeadTimes:
    usual = LeadTimes()
    if values is None:
        return usual
    return LeadTimes(
        inputs=values.get(LEAD_INPUTS, usual.inputs),
        consultation=values.get(LEAD_CONSULTATION, usual.consultation),
        translation=values.get(LEAD_TRANSLATION, usual.translation),
        packet=values.get(LEAD_PACKET, usual.packet),
    )


def _check_parties(values: Values, page: Page) -> None:
    parties = values.get(PARTIES)
    if parties is None:
        return
    _key, written = values.node.entries["parties"]
    names = tuple(written.entries) if isinstance(written, MappingNode) else ()
    if len(names) != 2:
        page.error(
            Code.PARTIES,
            _("{count} parties stand here; a negotiation has two").format(count=len(names)),
            values.key_mark("parties"),
            _("name the two parties by their country codes: IDN, BLR"),
        )
    home = values.get(HOME)
    if home is not None and home not in names:
        page.error(
            Code.PARTIES,
            _("home is {home}, which is none of the parties").format(home=home),
            values.where(HOME),
            did_you_mean(home, names, _("did you mean `{name}`?"), _("the parties are: {names}")),
        )


def _check_languages(values: Values, page: Page) -> None:
    languages = values.get(LANGUAGES, ())
    prevails = values.get(PREVAILS)
    _key, written = values.node.entries.get(LANGUAGES.name, (None, None))
    all_read = isinstance(written, SequenceNode) and len(languages) == len(written.items)
    if prevails is not None and all_read and languages and prevails not in languages:
        page.error(
            Code.UNKNOWN_NAME,
            _("`{name}` prevails, and is none of the languages").format(name=prevails),
            values.where(PREVAILS),
            _("the languages are: {names}").format(names=", ".join(languages)),
        )
    _warn_missing(values, SUBJECT, languages, _("the subject"), page)
    for code, party in values.get(PARTIES, {}).items():
        _warn_missing(party, PARTY_NAME, languages, _("the name of {party}").format(party=code), page)
        _warn_missing(party, SIGNATORY, languages, _("the signatory of {party}").format(party=code), page)
    if signature := values.get(SIGNATURE):
        _warn_missing(signature, SIGN_PLACE, languages, _("the place of signature"), page)


def _warn_missing(values: Values, key: Key[Any], languages: tuple[str, ...], what: str, page: Page) -> None:
    _key, written = values.node.entries.get(key.name, (None, None))
    if not isinstance(written, MappingNode) or not written.entries:
        return
    for language in languages:
        if language not in written.entries:
            page.warn(
                Code.NOT_IN_LANGUAGE,
                _("{what} is missing in the language {language}").format(what=what, language=language),
                values.where(key),
                _("add `{language}: …`; a document in that language cannot be final without it").format(
                    language=language
                ),
            )


def _rounds_written(values: Values) -> Collection[int] | None:
    """The rounds that the dossier has; None where not all of them could be read, so that none can be missing."""
    rounds = values.get(ROUNDS, {})
    _key, written = values.node.entries.get(ROUNDS.name, (None, None))
    if written is None:
        return rounds
    return rounds if isinstance(written, MappingNode) and len(rounds) == len(written.entries) else None


def _check_units(values: Values, page: Page) -> None:
    rounds = _rounds_written(values)
    units = values.get(UNITS, {})
    names: dict[str, str] = {name: name for name in units}
    for name, unit in units.items():
        for number in (*unit.get(UNIT_ROUNDS, ()), *unit.get(UNIT_DUE, {})):
            key = UNIT_ROUNDS if number in unit.get(UNIT_ROUNDS, ()) else UNIT_DUE
            if rounds is not None and number not in rounds:
                page.error(
                    Code.UNKNOWN_NAME,
                    _("the unit {unit} is asked in round {number}, which the dossier does not have").format(
                        unit=name, number=number
                    ),
                    unit.where(key),
                    _("add it to `rounds`, with its last day"),
                )
        for alias in unit.get(UNIT_WAS, ()):
            if names.get(alias, name) != name or alias in units:
                page.error(
                    Code.REPEATED,
                    _("`{alias}` is a name of {unit} already").format(alias=alias, unit=names.get(alias, name)),
                    unit.where(UNIT_WAS),
                    _("an old id belongs to one unit alone"),
                )
            names[alias] = name
