"""L110: something that an original cannot leave open: a blank, a place or date of signature not known, a missing name.

Drafts have such blanks by right, so the rule is not one of `loi check`'s: an original is held to it.
"""

from collections.abc import Iterator, Mapping

from loi_cli.checks.rule import Rule, Subject
from loi_cli.i18n import _
from loi_cli.model.dossier import Dossier
from loi_cli.model.placeholders import Placeholder, Slot, split
from loi_cli.model.problems import Problem, Severity
from loi_cli.model.words import started_from

RULE = Rule(
    code="L110",
    severity=Severity.ERROR,
    help=_("fill it in: in dossier.yaml what the dossier knows, in the text by an input"),
)


def find(subject: Subject) -> Iterator[Problem]:
    dossier = subject.register.opened.dossier
    yield from _names(dossier)
    for clause in subject.text:
        for language, words in (*clause.heading.items(), *clause.text.items()):
            for slot in dict.fromkeys(part for part in split(started_from(words)) if isinstance(part, Placeholder)):
                if why := _why_blank(slot, dossier, language):
                    message = _("{clause} ({language}): {why}").format(clause=clause.id, language=language, why=why)
                    yield RULE.problem(message, subject.place_of(clause.id))


def _why_blank(slot: Placeholder, dossier: Dossier, language: str) -> str:
    match slot.slot:
        case Slot.BLANK:
            return _("a blank is still to be filled")
        case Slot.DATE if dossier.date_of_signature is None:
            return _("the date of signature is not known")
        case Slot.PLACE if not _given(dossier.place_of_signature, language):
            return _("the place of signature is not known in this language")
        case Slot.PARTY if slot.name not in dossier.parties:
            return _("the dossier has no party {code}").format(code=slot.name)
    return ""


def _names(dossier: Dossier) -> Iterator[Problem]:
    """What stands around the clauses: subject, names of parties, offices that sign."""
    named: list[tuple[str, Mapping[str, object]]] = [(_("the subject"), dossier.subject)]
    for code, party in dossier.parties.items():
        named.append((_("the name of {party}").format(party=code), party.name))
        named.append((_("the signatory of {party}").format(party=code), party.signatory))
    for what, given in named:
        for language in dossier.languages:
            if not _given(given, language):
                message = _("{what} is missing in the language {language}").format(what=what, language=language)
                yield RULE.problem(message, dossier.where)


def _given(words: Mapping[str, object], language: str) -> bool:
    return language in words or language.split("-")[0] in words
