"""L145: a text that was changed after the dossier was closed, as on another machine that did not know of it."""

from collections.abc import Iterator

from loi_cli.checks.rule import ERROR, Rule, Subject
from loi_cli.i18n import _, saying
from loi_cli.model.problems import Place, Problem

RULE = Rule(
    code="L145",
    name="changed-after-closing",
    draft=ERROR,
    send=ERROR,
    final=ERROR,
    says=saying("The newest text is not the one with which the dossier was closed."),
    why=saying("What was signed is not what stands here; somebody merged where the closing was not known yet."),
    help=_("reopen the dossier, `loi archive --reopen`, and close it with the text that was signed"),
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
