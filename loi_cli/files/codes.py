"""The stable codes of what can be wrong with a file, in one table."""

from enum import StrEnum

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


def meanings() -> dict[Code, str]:
    """Every code with what it means, in the language of the terminal."""
    return {
        Code.UNREADABLE: _("The file is missing or cannot be read."),
        Code.NOT_A_FILE: _("A symbolic link, a folder or a device stands where a file belongs."),
        Code.TOO_LARGE: _("The file is larger than 1 MiB."),
        Code.ENCODING: _("The file is not UTF-8."),
        Code.CHARACTER: _("A character that cannot be seen, or that controls how others are shown."),
        Code.SYNTAX: _("The file is not well-formed YAML."),
        Code.ANCHOR: _("An anchor, an alias or a merge key: every value must be written out."),
        Code.TAG: _("A YAML tag or directive: values are read by their key, never by a tag."),
        Code.TOO_DEEP: _("The file is nested too deeply or has too many entries."),
        Code.DOCUMENTS: _("The file holds more than one YAML document."),
        Code.EMPTY_FILE: _("The file holds nothing."),
        Code.DUPLICATE_KEY: _("A key stands twice in one place; only one could count."),
        Code.CUT_WORDS: _("The words after ` #` are a comment in YAML and would be lost."),
        Code.STRANGE_KEY: _("A key that is not a plain word."),
        Code.UNKNOWN_KEY: _("A key that has no meaning here."),
        Code.MISSING_KEY: _("A key that must be there is missing."),
        Code.WRONG_TYPE: _("Words where a list or keys belong, or the reverse."),
        Code.WRONG_VALUE: _("A value that is not of the kind that belongs here."),
        Code.EMPTY_VALUE: _("A key without a value."),
        Code.BAD_NAME: _("A name that cannot be an id."),
        Code.UNKNOWN_NAME: _("A unit, party, round or language that the dossier does not have."),
        Code.REPEATED: _("Something that must be said once is said twice."),
        Code.CHOICE: _("Exactly one of several keys must be there."),
        Code.KIND_IN_PARENT: _("A clause of this kind cannot stand where it stands."),
        Code.PLACEHOLDER: _("Braces in a text that mean nothing."),
        Code.NOTHING_SAID: _("An input must say something, or say that there is no comment."),
        Code.CONTRADICTION: _("Two proposals of one input cannot both be followed."),
        Code.FILE_NAME: _("The name of the file does not fit what it holds."),
        Code.PARTIES: _("A dossier has two parties, and home is one of them."),
        Code.MEETING_TIME: _("The times of the meeting do not fit together."),
        Code.MIXED_SCRIPT: _("Latin letters in a Cyrillic word, or the reverse."),
        Code.NOT_IN_LANGUAGE: _("A name is missing in one of the dossier's languages."),
        Code.NAMES_BY_CASE: _("Two files whose names differ by capital letters alone."),
    }
