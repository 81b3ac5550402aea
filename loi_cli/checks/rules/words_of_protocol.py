"""L108: a language of the dossier without a catalogue of protocol words, so that papers in it would be half English."""

from collections.abc import Iterator

from loi_cli.checks.rule import Rule, Subject
from loi_cli.i18n import _
from loi_cli.model.problems import Problem, Severity
from loi_cli.render.catalogue import catalogue

RULE = Rule(
    code="L108",
    severity=Severity.WARNING,
    help=_("a catalogue is one file in templates/catalogues/; CONTRIBUTING.md says how it comes in"),
)


def find(subject: Subject) -> Iterator[Problem]:
    dossier = subject.register.opened.dossier
    for language in dossier.languages:
        if not catalogue(language).own:
            message = _("there are no words of protocol in “{language}”: English stands in").format(language=language)
            yield RULE.problem(message, dossier.where)
