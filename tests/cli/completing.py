"""What the commands take, read from the commands themselves: the table that completion goes by."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from loi_cli.checks.explanations import every_explanation
from loi_cli.cli.app import group
from loi_cli.cli.catalogue import entries
from loi_cli.cli.commands import actions, meeting, templates
from loi_cli.cli.commands.explain import EXIT_CODES, exit_codes
from loi_cli.cli.completion.parameters import REPEATED, Parameter
from loi_cli.cli.glossary import glossary
from loi_cli.intake.schemas import SCHEMA_NAMES
from loi_cli.meetings.follow_up import State
from loi_cli.model.meetings import Mode
from loi_cli.render.layout import Layout
from loi_cli.render.marks import Marks
from loi_cli.render.papers import PAPERS
from loi_cli.render.template_check import templates_in_use

SORTS = {
    "ID|CLAUSE": "CONFLICT|CLAUSE",
    "SIDE|base": "SIDE",
    "OLD": "VERSION|INPUT",
    "NEW": "VERSION|INPUT",
    "request --round": "ROUND",
    "propose --round": "ROUND",
    "actions ID": "ACTION-ITEM",
    "actions WHO": "UNIT|PARTY",
    "MEETING|FILE": "MEETING",
    "PARTY PARTY": "PARTY",
}
"""What a metavar, or one of a single command, is a name of, where it does not say so itself."""


def choices() -> Mapping[str, Sequence[str]]:
    """The words that loi itself knows, by metavar."""
    return {
        "PAPER": list(PAPERS),
        "WORD|CODE": [*every_explanation(), *exit_codes(), EXIT_CODES, *_words()],
        "LAYOUT": list(Layout),
        "MARKS": list(Marks),
        "MODE": list(Mode),
        "actions VERB": list(actions.Verb),
        "actions STATE": list(State),
        "meeting ACTION": list(meeting.Action),
        "templates ACTION": list(templates.Action),
        "templates NAME": [one.name for one in templates_in_use([])],
        "schema NAME": list(SCHEMA_NAMES),
        "FORMAT,…": ["docx", "html", "pdf"],
        "render FORMAT,…": ["docx", "html", "pdf", "xlsx", "ics"],
    }


def _words() -> list[str]:
    """Those of one word: a shell would cut the others."""
    return [name for word in glossary() for name in word.names if " " not in name]


def parameters() -> Iterator[Parameter]:
    root = group()
    known = choices()
    for name in ("", *entries()):
        command = root if not name else root.get_command(None, name)
        for one in command.params:
            yield _parameter(name, one, known)


def _parameter(command: str, one: Any, known: Mapping[str, Sequence[str]]) -> Parameter:
    flags = () if one.param_type_name == "argument" else tuple(one.opts)
    metavar = (one.metavar or "").strip("[]")
    sort = metavar if metavar.endswith(",…") else metavar.removesuffix("…")
    for key in (f"{command} {sort}", f"{command} {flags[-1] if flags else ''}", sort):
        if key in known or key in SORTS:
            break
    some = known.get(key) or getattr(one.type, "choices", None) or ()
    takes = str(one.nargs) if one.nargs != -1 else REPEATED
    if flags and one.is_flag:
        takes = "0"
    return Parameter(command, flags, SORTS.get(key, sort), takes, tuple(map(str, some)), " ".join(one.help.split()))
