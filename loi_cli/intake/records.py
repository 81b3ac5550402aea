"""records/*.yaml: what happened, written by commands alone; read back, and written so that people can read it."""

from collections.abc import Callable, Mapping
from pathlib import PurePath

from loi_cli.files.collections import OneByValue, Series, Table
from loi_cli.files.leaves import Flag, Word
from loi_cli.files.prose import Empty
from loi_cli.files.quantities import Day, Number
from loi_cli.files.rules import ExactlyOne
from loi_cli.files.shapes import Block, Key, Values
from loi_cli.files.source import Source
from loi_cli.intake.dossier import SCHEMA
from loi_cli.intake.names import (
    CLAUSE,
    CONFLICT,
    FINGERPRINT,
    INPUT,
    LANGUAGE,
    MEETING_NAME,
    MOMENT,
    PARTY,
    RECORD_NAME,
    SHA256,
    SIDE,
    TAG,
    UNIT,
    VERSION,
)
from loi_cli.intake.reading import Read, open_page
from loi_cli.intake.texts import ByLanguage, ClauseWords, Written
from loi_cli.model.records import (
    Agreement,
    Deadline,
    Decision,
    KeptFile,
    Naming,
    Record,
    Sending,
    Undoing,
    Withdrawal,
)

DECISION = "decision"
NAMING = "name"
AGREEMENT = "agreement"
WITHDRAWAL = "withdrawal"
UNDOING = "undo"
DEADLINE = "deadline"
SENDING = "sent"

BY = Key("by", Written(), "The office that did it.", required=True)
DATE = Key("date", Day(), "The day it was done.", required=True)
AT = Key("at", MOMENT, "The moment it was done, in UTC; it puts the records of a day in order.")

CONFLICT_ID = Key("conflict", CONFLICT, "The conflict, as `loi conflicts` names it.", required=True)
TAKE = Key("take", SIDE, "The side whose words are taken, or `base`.")
READS = Key("reads", Written(empty=Empty.QUOTED), "The words that were taken, so that the record can be read alone.")
OVERRULES = Key(
    "overrules", Series(Written()), "The names of earlier decisions on the same conflict that no longer count."
)
WORDS = Key("words", ByLanguage(ClauseWords(empty=Empty.QUOTED)), "The words in place of all sides', by language.")
BRACKET = Key("bracket", Flag(only=True), "true when it stays open, on purpose.")
REASON = Key("reason", Written(), "Why.", required=True)
DECISION_BLOCK = Block(
    DECISION, SCHEMA, Key("record", Word(DECISION), "What this records.", required=True), CONFLICT_ID, TAKE, READS,
    OVERRULES, WORDS, BRACKET, BY, DATE, AT, REASON, rules=[ExactlyOne(TAKE, WORDS, BRACKET)],
    says="Who settled a conflict, how, why.",
)  # fmt: skip

TAG_NAME = Key("tag", TAG, "The name given to the version.", required=True)
VERSION_NAME = Key("version", VERSION, "The version: v3, v3-3f2a91 or its hash.", required=True)
NAMING_BLOCK = Block(
    NAMING, SCHEMA, Key("record", Word(NAMING), "What this records.", required=True), TAG_NAME, VERSION_NAME, BY, DATE,
    AT, says="A name given to a version.",
)  # fmt: skip

AGREED_CLAUSE = Key("clause", CLAUSE, "The clause that was agreed on, with all that it holds.", required=True)
FINGERPRINTS = Key(
    "words",
    Table(CLAUSE, FINGERPRINT, least=1),
    "The fingerprint of each clause meant, as it read; `loi agree` writes them.",
    required=True,
)
AD_REFERENDUM = Key("ad-referendum", Flag(only=True), "true when the governments still have to agree.")
AT_MEETING = Key("meeting", MEETING_NAME, "The meeting at which it was agreed.")
REMARK = Key("reason", Written(), "Why, or how.")
AGREEMENT_BLOCK = Block(
    AGREEMENT, SCHEMA, Key("record", Word(AGREEMENT), "What this records.", required=True), AGREED_CLAUSE,
    VERSION_NAME, FINGERPRINTS, AD_REFERENDUM, AT_MEETING, BY, DATE, AT, REMARK,
    says="The parties agreed on the words of a clause.",
)  # fmt: skip

WITHDRAWN = Key("input", INPUT, "The input, as its file is named, without .yaml.", required=True)
STEP = Key("version", VERSION, "The version that had taken it in, where that whole step was taken back.")
WITHDRAWAL_BLOCK = Block(
    WITHDRAWAL, SCHEMA, Key("record", Word(WITHDRAWAL), "What this records.", required=True), WITHDRAWN, STEP, BY, DATE,
    AT, REASON, says="An input was taken back.",
)  # fmt: skip

UNDOES = Key("undoes", RECORD_NAME, "The record that no longer counts, without .yaml.", required=True)
UNDOING_BLOCK = Block(
    UNDOING, SCHEMA, Key("record", Word(UNDOING), "What this records.", required=True), UNDOES, BY, DATE, AT, REASON,
    says="Another record no longer counts.",
)  # fmt: skip

UNIT_ID = Key("unit", UNIT, "The unit that gets more time.", required=True)
ROUND = Key("round", Number(), "The round.", required=True)
DUE = Key("due", Day(), "Its last day now.", required=True)
WHY = Key("reason", Written(), "Why.")
DEADLINE_BLOCK = Block(
    DEADLINE, SCHEMA, Key("record", Word(DEADLINE), "What this records.", required=True), UNIT_ID, ROUND, DUE, BY, DATE,
    AT, WHY, says="A longer time for one unit in one round.",
)  # fmt: skip

FILE_NAME = Key("name", Written(), "What the file was called.", required=True)
FILE_HASH = Key("sha256", SHA256, "The SHA-256 of its bytes, which are kept in records/files/.", required=True)
FILE_BLOCK = Block("kept-file", FILE_NAME, FILE_HASH, says="A file as it was sent.")
TO = Key("to", PARTY, "The party that it went to.", required=True)
LETTER = Key("letter", Written(), "The number of the letter that it went with.")
TEXT = Key("text", SHA256, "The hash of the text that the papers show.", required=True)
SENT_LANGUAGES = Key("languages", Series(LANGUAGE, distinct=True), "The languages of the papers.", required=True)
FILES = Key("files", Series(FILE_BLOCK, least=1), "The papers.", required=True)
SENDING_BLOCK = Block(
    SENDING, SCHEMA, Key("record", Word(SENDING), "What this records.", required=True), TO, LETTER, VERSION_NAME, TEXT,
    SENT_LANGUAGES, FILES, BY, DATE, AT, says="What left, byte for byte.",
)  # fmt: skip

RECORD = OneByValue(
    "record",
    {
        DECISION: DECISION_BLOCK,
        NAMING: NAMING_BLOCK,
        AGREEMENT: AGREEMENT_BLOCK,
        WITHDRAWAL: WITHDRAWAL_BLOCK,
        UNDOING: UNDOING_BLOCK,
        DEADLINE: DEADLINE_BLOCK,
        SENDING: SENDING_BLOCK,
    },
)


def read_record(source: Source) -> Read[Record]:
    """The record that a file holds; its name is the file's. Raises BadInput with everything wrong in it."""
    page, (kind, values) = open_page(source, RECORD)
    page.finish()
    name = PurePath(source.path).stem
    return Read(_BUILDERS[kind](name, source, values), tuple(page.warnings))


def _decision(name: str, source: Source, values: Values) -> Decision:
    return Decision(
        name=name,
        sha256=source.sha256,
        conflict=values[CONFLICT_ID],
        by=values[BY],
        date=values[DATE],
        reason=values[REASON],
        take=values.get(TAKE),
        reads=values.get(READS),
        words=values.get(WORDS, {}),
        bracket=values.get(BRACKET, False),
        overrules=tuple(values.get(OVERRULES, ())),
        at=values.get(AT, ""),
    )


def _naming(name: str, source: Source, values: Values) -> Naming:
    return Naming(
        name=name,
        sha256=source.sha256,
        tag=values[TAG_NAME],
        version=values[VERSION_NAME],
        by=values[BY],
        date=values[DATE],
        at=values.get(AT, ""),
    )


def _agreement(name: str, source: Source, values: Values) -> Agreement:
    return Agreement(
        name=name,
        sha256=source.sha256,
        clause=values[AGREED_CLAUSE],
        version=values[VERSION_NAME],
        words=values[FINGERPRINTS],
        ad_referendum=values.get(AD_REFERENDUM, False),
        meeting=values.get(AT_MEETING),
        by=values[BY],
        date=values[DATE],
        at=values.get(AT, ""),
        reason=values.get(REMARK, ""),
    )


def _withdrawal(name: str, source: Source, values: Values) -> Withdrawal:
    return Withdrawal(
        name=name,
        sha256=source.sha256,
        input=values[WITHDRAWN],
        version=values.get(STEP),
        by=values[BY],
        date=values[DATE],
        at=values.get(AT, ""),
        reason=values[REASON],
    )


def _undoing(name: str, source: Source, values: Values) -> Undoing:
    return Undoing(
        name=name,
        sha256=source.sha256,
        undoes=values[UNDOES],
        by=values[BY],
        date=values[DATE],
        at=values.get(AT, ""),
        reason=values[REASON],
    )


def _deadline(name: str, source: Source, values: Values) -> Deadline:
    return Deadline(
        name=name,
        sha256=source.sha256,
        unit=values[UNIT_ID],
        round=values[ROUND],
        due=values[DUE],
        by=values[BY],
        date=values[DATE],
        reason=values.get(WHY, ""),
        at=values.get(AT, ""),
    )


def _sending(name: str, source: Source, values: Values) -> Sending:
    return Sending(
        name=name,
        sha256=source.sha256,
        to=values[TO],
        version=values[VERSION_NAME],
        text=values[TEXT],
        languages=values[SENT_LANGUAGES],
        files=tuple(KeptFile(file[FILE_NAME], file[FILE_HASH]) for file in values[FILES]),
        by=values[BY],
        date=values[DATE],
        letter=values.get(LETTER, ""),
        at=values.get(AT, ""),
    )


_BUILDERS: Mapping[str, Callable[[str, Source, Values], Record]] = {
    DECISION: _decision,
    NAMING: _naming,
    AGREEMENT: _agreement,
    WITHDRAWAL: _withdrawal,
    UNDOING: _undoing,
    DEADLINE: _deadline,
    SENDING: _sending,
}
