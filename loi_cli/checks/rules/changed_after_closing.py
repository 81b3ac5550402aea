"""L145: a text that was changed after the dossier was closed, as on another machine that did not know of it."""

from collections.abc import Iterator

from loi_cli.checks.rule import ERROR, Example, Rule, Subject
from loi_cli.i18n import _, saying
from loi_cli.model.problems import Place, Problem

_SIGNED = """
- clause: aim
  kind: article
  en: The Parties promote trade and investment.
"""
_CLOSED = """
version: v1
text: 6f22bce0cdd6c43256303bd7056ad186f746c8828650eeda8d9cd998fdb5e128
files:
  - name: signed.pdf
    sha256: 5b0fd0c2d8c1e1c4a3a1b0d1b7d8d6d9f2a0c1b4e6d7f8a9b0c1d2e3f4a5b6c7
by: Directorate of Access
date: 2030-02-16
"""

RULE = Rule(
    code="L145",
    name="changed-after-closing",
    draft=ERROR,
    send=ERROR,
    final=ERROR,
    says=saying("The newest text is not the one with which the dossier was closed."),
    why=saying("What was signed is not what stands here; somebody merged where the closing was not known yet."),
    help=_("reopen the dossier, `loi archive --reopen`, and close it with the text that was signed"),
    examples=(
        Example(
            first=_SIGNED.replace("promote", "develop"),
            clauses=_SIGNED.replace("promote", "develop"),
            records={"closed": _CLOSED},
            finds=("v1-… holds the text 594040ea; the dossier was closed with 6f22bce0",),
        ),
        Example(first=_SIGNED, clauses=_SIGNED, records={"closed": _CLOSED}),
    ),
)


def find(subject: Subject) -> Iterator[Problem]:
    closing = subject.register.opened.closing
    for head in subject.register.heads if closing else ():
        if closing and head.header.text_hash != closing.text:
            message = saying(
                "{version} holds the text {hash}; the dossier was closed with {closed}",
                version=head.header.full_label,
                hash=head.header.text_hash[:8],
                closed=closing.text[:8],
            )
            yield RULE.problem(message, Place(f"records/{closing.name}.yaml", 1, 1))
