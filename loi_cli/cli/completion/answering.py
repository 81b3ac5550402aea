"""The answer to a completion: what may stand where the cursor is."""

import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from loi_cli.cli.completion.parameters import REPEATED, Parameter, parameters_of
from loi_cli.cli.completion.shells import ASKED, Suggestion, answered, asked_words
from loi_cli.i18n import _

_DOSSIER = {"-C", "--dossier"}


class Line(NamedTuple):
    """A command line up to the word that is being typed. `waiting`: the option whose value that word is; `given`: how
    many arguments stand before it; `folder`: the dossier that was named."""

    command: str
    waiting: Parameter | None
    given: int
    folder: str | None
    literal: bool


def answer(environment: Mapping[str, str] = os.environ) -> int:
    """Print what the shell asks for; the exit code. Whatever goes wrong, nothing is said of it."""
    shell = environment[ASKED].removeprefix("complete_")
    try:
        before, typed = asked_words(shell, environment)
        text, code = answered(shell, environment, suggestions(before, typed, environment))
    except Exception:
        text, code = answered(shell, environment, [])
    try:
        sys.stdout.buffer.write(f"{text}\n".encode() if text else b"")
        sys.stdout.flush()
    except (OSError, ValueError):
        sys.stdout = None  # the shell went away: nothing is left to be flushed at the end
    return code


def suggestions(before: Sequence[str], typed: str, environment: Mapping[str, str]) -> list[Suggestion]:
    """What fits behind the words `before` and begins as `typed`; nothing where a file is wanted."""
    line = _read(before)
    lead = ""
    if line.waiting is None and typed.startswith("--") and "=" in typed:
        flag, _equals, typed = typed.partition("=")
        line = line._replace(waiting=_flagged(flag, _all_of(line.command)))
        lead = f"{flag}="
        if line.waiting is None:
            return []
    typed = "" if typed == "=" else typed
    if line.waiting is not None:
        found = _values(line.waiting, typed, line, environment)
    elif typed.startswith("-") and not line.literal:
        found = [Suggestion(flag, _(p.help)) for p in _all_of(line.command) for flag in p.flags]
    elif not line.command:
        from loi_cli.cli.catalogue import entries

        found = [Suggestion(entry.name, entry.help) for entry in entries().values()]
    else:
        arguments = [p for p in parameters_of(line.command) if not p.flags]
        here = arguments[line.given : line.given + 1] or [p for p in arguments[-1:] if p.takes == REPEATED]
        found = _values(here[0], typed, line, environment) if here else []
    return [Suggestion(lead + one.word, one.help) for one in found if one.word.startswith(typed)]


def _read(before: Sequence[str]) -> Line:
    line = Line("", None, 0, None, False)
    left = 0
    for word in before:
        if word == "=" and line.waiting is not None:  # how bash parts `--language=en`
            continue
        if line.waiting is not None:
            if _DOSSIER & set(line.waiting.flags):
                line = line._replace(folder=word)
            left -= 1
            line = line if left else line._replace(waiting=None)
        elif word == "--" and not line.literal:
            line = line._replace(literal=True)
        elif word.startswith("-") and not line.literal:
            flag, equals, value = word.partition("=")
            option = _flagged(flag, _all_of(line.command))
            if option is None or option.takes == "0":
                continue
            if not equals:
                left = int(option.takes)
                line = line._replace(waiting=option)
            elif _DOSSIER & set(option.flags):
                line = line._replace(folder=value)
        elif not line.command:
            line = line._replace(command=word)
        else:
            line = line._replace(given=line.given + 1)
    return line


def _all_of(command: str) -> tuple[Parameter, ...]:
    return tuple(p for p in parameters_of(command) if p.flags)


def _flagged(flag: str, options: Sequence[Parameter]) -> Parameter | None:
    return next((p for p in options if flag in p.flags), None)


def _values(wanted: Parameter, typed: str, line: Line, environment: Mapping[str, str]) -> list[Suggestion]:
    """What may stand for a parameter. Of a list with commas the last word is completed."""
    head, comma, _last = typed.rpartition(",") if wanted.sort.endswith(",…") else ("", "", "")
    words = list(wanted.choices) or _names(wanted.sort.removesuffix(",…"), line, environment)
    taken = head.split(",")
    return [Suggestion(f"{head}{comma}{word}") for word in words if word not in taken]


def _names(sort: str, line: Line, environment: Mapping[str, str]) -> list[str]:
    from loi_cli.cli.completion.names import names_of
    from loi_cli.intake.whereabouts import find_dossier
    from loi_cli.model.problems import LoiError

    given = line.folder or environment.get("LOI_DOSSIER")
    try:
        return names_of(sort, find_dossier(Path(given).expanduser() if given else None, Path.cwd()))
    except LoiError:
        return []
