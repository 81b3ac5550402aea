"""The concept as YAML that a person goes on with: doubts and what was left out stand before it as comments."""

import textwrap
from collections.abc import Iterator, Sequence

from loi_cli.files.yaml_writing import yaml_text
from loi_cli.i18n import _
from loi_cli.intake.importing.joining import Draft
from loi_cli.intake.importing.lines import Remainder
from loi_cli.intake.importing.nodes import Doubt

_WIDTH = 110
_EXCERPT = 160


def concept_text(drafts: Sequence[Draft], file: str, doubts: Sequence[Doubt], left_out: Sequence[Remainder]) -> str:
    """The whole file."""
    head = [_("Read from {file}. Look through it, correct it; from the first `loi merge` on it is history.").format(
        file=file)]  # fmt: skip
    if doubts:
        head += ["", _("A person should look at this:")]
        head += [f"- {one.place}: {one.why}: {excerpt(one.text)}".replace(": : ", ": ") for one in doubts]
    if left_out:
        head += ["", _("Left out:")]
        head += [f"- {why}: {' | '.join(excerpt(one.text) for one in some)}" for why, some in by_reason(left_out)]
    comments = "".join(line for text in head for line in _comment(text))
    return comments + yaml_text({"schema": 1, "clauses": [_entry(draft) for draft in drafts]})


def by_reason(left_out: Sequence[Remainder]) -> Sequence[tuple[str, Sequence[Remainder]]]:
    """What was left out, by why."""
    reasons = dict.fromkeys(one.why for one in left_out)
    return [(why, [one for one in left_out if one.why == why]) for why in reasons]


def excerpt(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _EXCERPT else f"{text[:_EXCERPT]} …"


def _comment(text: str) -> Iterator[str]:
    if not text:
        yield "#\n"
    for line in textwrap.wrap(text, _WIDTH, break_long_words=False, break_on_hyphens=False, subsequent_indent=""):
        yield f"# {line}\n"


def _entry(draft: Draft) -> dict[str, object]:
    entry: dict[str, object] = {"clause": draft.id, "kind": draft.kind.value}
    if draft.heading:
        entry["heading"] = dict(draft.heading)
    entry |= {language: _wrapped(text) for language, text in draft.text.items()}
    if draft.children:
        entry["clauses"] = [_entry(child) for child in draft.children]
    return entry


def _wrapped(text: str) -> str:
    """Long words on several lines; in a clause a line break is a space."""
    if len(text) <= _WIDTH:
        return text
    return "\n".join(textwrap.wrap(text, _WIDTH, break_long_words=False, break_on_hyphens=False)) + "\n"
