"""The stable codes of what can be wrong with a file, in one table."""

from enum import StrEnum
from typing import NamedTuple

from loi_cli.i18n import _


class Code(StrEnum):
    """What is wrong; the value never changes once released."""

    UNREADABLE = "F001"
    NOT_A_FILE = "F002"
    TOO_LARGE = "F003"
    ENCODING = "F004"
    CHARACTER = "F005"
    SYNTAX = "F006"
    ANCHOR = "F007"
    TAG = "F008"
    TOO_DEEP = "F009"
    DOCUMENTS = "F010"
    EMPTY_FILE = "F011"
    DUPLICATE_KEY = "F012"
    CUT_WORDS = "F013"
    STRANGE_KEY = "F014"
    UNKNOWN_KEY = "F020"
    MISSING_KEY = "F021"
    WRONG_TYPE = "F022"
    WRONG_VALUE = "F023"
    EMPTY_VALUE = "F024"
    BAD_NAME = "F025"
    UNKNOWN_NAME = "F026"
    REPEATED = "F027"
    CHOICE = "F028"
    KIND_IN_PARENT = "F030"
    PLACEHOLDER = "F031"
    NOTHING_SAID = "F032"
    CONTRADICTION = "F033"
    FILE_NAME = "F034"
    PARTIES = "F035"
    MEETING_TIME = "F036"
    MIXED_SCRIPT = "F037"
    NOT_IN_LANGUAGE = "F038"
    NAMES_BY_CASE = "F039"


class Meaning(NamedTuple):
    """What a code says, and what to do about it; both in the language of the terminal."""

    says: str
    help: str


def meanings() -> dict[Code, Meaning]:
    """Every code with what it means."""
    return {
        Code.UNREADABLE: Meaning(
            _("The file is missing or cannot be read."),
            _("look whether the name is right, whether you may read it, and whether another program holds it open"),
        ),
        Code.NOT_A_FILE: Meaning(
            _("A symbolic link, a folder or a device stands where a file belongs."),
            _("put the file itself there"),
        ),
        Code.TOO_LARGE: Meaning(
            _("The file is larger than 1 MiB."),
            _("is it the right file? A text that long belongs into several inputs"),
        ),
        Code.ENCODING: Meaning(
            _("The file is not UTF-8."),
            _("open it in the editor it was written with and save it again with the encoding UTF-8"),
        ),
        Code.CHARACTER: Meaning(
            _("A character that cannot be seen, or that controls how others are shown."),
            _("delete it; it often comes along when words are copied from a web page or a chat"),
        ),
        Code.SYNTAX: Meaning(
            _("The file is not well-formed YAML."),
            _("words with signs of YAML in them: write `key: |` and put the words on the next line, indented"),
        ),
        Code.ANCHOR: Meaning(
            _("An anchor, an alias or a merge key: every value must be written out."),
            _("write the value out wherever it is wanted; words that begin with & or * stand in quotation marks"),
        ),
        Code.TAG: Meaning(
            _("A YAML tag or directive: values are read by their key, never by a tag."),
            _("take the tag out; words that begin with ! stand in quotation marks"),
        ),
        Code.TOO_DEEP: Meaning(
            _("The file is nested too deeply or has too many entries."),
            _("is it the right file? No file of a dossier needs more than 20 levels or 50,000 entries"),
        ),
        Code.DOCUMENTS: Meaning(
            _("The file holds more than one YAML document."),
            _("make a file of each, or take the line `---` out"),
        ),
        Code.EMPTY_FILE: Meaning(
            _("The file holds nothing."),
            _("write it, or delete the file; `loi schema input --keys` shows what belongs in an input"),
        ),
        Code.DUPLICATE_KEY: Meaning(
            _("A key stands twice in one place; only one could count."),
            _("keep one of the two; what both say belongs under one key"),
        ),
        Code.CUT_WORDS: Meaning(
            _("The words after ` #` are a comment in YAML and would be lost."),
            _("write `key: |` and put the words on the next line, indented; a comment goes on a line of its own"),
        ),
        Code.STRANGE_KEY: Meaning(
            _("A key that is not a plain word."),
            _("write a plain word before the colon; words belong behind it"),
        ),
        Code.UNKNOWN_KEY: Meaning(
            _("A key that has no meaning here."),
            _("write the nearest known key; `loi schema input --keys` lists those of inputs"),
        ),
        Code.MISSING_KEY: Meaning(
            _("A key that must be there is missing."),
            _("add the key; the message says what it means"),
        ),
        Code.WRONG_TYPE: Meaning(
            _("Words where a list or keys belong, or the reverse."),
            _("a list has `- ` before every entry, keys have a colon behind them, words have neither"),
        ),
        Code.WRONG_VALUE: Meaning(
            _("A value that is not of the kind that belongs here."),
            _("write one of the values that the message names, or of the kind that it names"),
        ),
        Code.EMPTY_VALUE: Meaning(
            _("A key without a value."),
            _("write the value, or take the key out"),
        ),
        Code.BAD_NAME: Meaning(
            _("A name that cannot be an id."),
            _("small letters, digits and hyphens, as in areas.automotive; no name that Windows keeps for itself"),
        ),
        Code.UNKNOWN_NAME: Meaning(
            _("A unit, party, round or language that the dossier does not have."),
            _("write the name as dossier.yaml has it, or add it there"),
        ),
        Code.REPEATED: Meaning(
            _("Something that must be said once is said twice."),
            _("take one of the two out, or give it another name"),
        ),
        Code.CHOICE: Meaning(
            _("Exactly one of several keys must be there."),
            _("keep one of these keys and take the others out"),
        ),
        Code.KIND_IN_PARENT: Meaning(
            _("A clause of this kind cannot stand where it stands."),
            _("move it to where its kind may stand, or give it another kind"),
        ),
        Code.PLACEHOLDER: Meaning(
            _("Braces in a text that mean nothing."),
            _("write {@clause}, {parties}, {party.XXX}, {place}, {date}, {languages} or {blank}; a brace itself is {{"),
        ),
        Code.NOTHING_SAID: Meaning(
            _("An input must say something, or say that there is no comment."),
            _("add `proposals:`, or `no-comment: true` when so meant"),
        ),
        Code.CONTRADICTION: Meaning(
            _("Two proposals of one input cannot both be followed."),
            _("keep the proposal that is meant; two changes of one clause belong into one wording"),
        ),
        Code.FILE_NAME: Meaning(
            _("The name of the file does not fit what it holds."),
            _("rename the file, or correct what it says"),
        ),
        Code.PARTIES: Meaning(
            _("A dossier has two parties, and home is one of them."),
            _("name the two parties by their country codes, and one of them as `home:`"),
        ),
        Code.MEETING_TIME: Meaning(
            _("The times of the meeting do not fit together."),
            _("correct the times, the minutes of an item or the last day of what was promised"),
        ),
        Code.MIXED_SCRIPT: Meaning(
            _("Latin letters in a Cyrillic word, or the reverse."),
            _("type the word anew on one keyboard"),
        ),
        Code.NOT_IN_LANGUAGE: Meaning(
            _("A name is missing in one of the dossier's languages."),
            _("add the name in that language; a document in that language cannot be final without it"),
        ),
        Code.NAMES_BY_CASE: Meaning(
            _("Two files whose names differ by capital letters alone."),
            _("rename one of them: on Windows and macOS the two are one file"),
        ),
    }
