"""records/*.yaml: what happened, written by commands alone; read back, and written so that people can read it."""

from collections.abc import Callable
from pathlib import PurePath

from loi_cli.files.collections import OneByValue, Series
from loi_cli.files.leaves import Flag, Word
from loi_cli.files.prose import Empty
from loi_cli.files.quantities import Day
from loi_cli.files.rules import ExactlyOne
from loi_cli.files.shapes import Block, Key, Values
from loi_cli.files.source import Source
from loi_cli.intake.dossier import SCHEMA
from loi_cli.intake.names import BASE, CONFLICT, INPUT, PARTY, SIDE, TAG, VERSION
from loi_cli.intake.reading import Read, open_page
from loi_cli.intake.texts import ByLanguage, ClauseWords, Written
from loi_cli.model.records import Decision, Naming, Received, Record

DECISION = "decision"
NAMING = "name"
RECEIVED = "received"

BY = Key("by", Written(), "The office that did it.", required=True)
DATE = Key("date", Day(), "The day it was done.", required=True)

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
    OVERRULES, WORDS, BRACKET, BY, DATE, REASON, rules=[ExactlyOne(TAKE, WORDS, BRACKET)],
    says="Who settled a conflict, how, why.",
)  # fmt: skip

TAG_NAME = Key("tag", TAG, "The name given to the version.", required=True)
VERSION_NAME = Key("version", VERSION, "The version: v3, v3-3f2a91 or its hash.", required=True)
NAMING_BLOCK = Block(
    NAMING, SCHEMA, Key("record", Word(NAMING), "What this records.", required=True), TAG_NAME, VERSION_NAME, BY, DATE,
    says="A name given to a version.",
)  # fmt: skip

FROM = Key("from", PARTY, "The party that sent it.", required=True)
FILE = Key("file", Written(), "How its file was named.", required=True)
KEPT = Key("kept", Written(), "Where its very bytes are, in records/.", required=True)
FILE_HASH = Key("file-sha256", Written(), "The SHA-256 of these bytes.", required=True)
BECAME = Key("input", INPUT, "The input that it became.", required=True)
READ = Key("base", BASE, "The version that it was compared with.", required=True)
UNPLACED = Key("unplaced", Series(Written(), least=1), "What has no place in the text; a person looks at it.")
RECEIVED_BLOCK = Block(
    RECEIVED, SCHEMA, Key("record", Word(RECEIVED), "What this records.", required=True), FROM, FILE, KEPT, FILE_HASH,
    BECAME, READ, DATE, UNPLACED, says="A file that came back from the other party.",
)  # fmt: skip

RECORD = OneByValue("record", {DECISION: DECISION_BLOCK, NAMING: NAMING_BLOCK, RECEIVED: RECEIVED_BLOCK})


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
    )


def _naming(name: str, source: Source, values: Values) -> Naming:
    return Naming(
        name=name,
        sha256=source.sha256,
        tag=values[TAG_NAME],
        version=values[VERSION_NAME],
        by=values[BY],
        date=values[DATE],
    )


def _received(name: str, source: Source, values: Values) -> Received:
    return Received(
        name=name,
        sha256=source.sha256,
        party=values[FROM],
        file=values[FILE],
        kept=values[KEPT],
        file_sha256=values[FILE_HASH],
        input=values[BECAME],
        base=values[READ],
        date=values[DATE],
        unplaced=tuple(values.get(UNPLACED, ())),
    )


_BUILDERS: dict[str, Callable[[str, Source, Values], Record]] = {
    DECISION: _decision,
    NAMING: _naming,
    RECEIVED: _received,
}
