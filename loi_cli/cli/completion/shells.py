"""How each shell asks and wants to be answered: the protocol of the scripts that Typer writes."""

import re
import shlex
from collections.abc import Mapping, Sequence
from typing import NamedTuple

ASKED = "_LOI_COMPLETE"
"""The variable of these scripts: `complete_bash`."""


class Suggestion(NamedTuple):
    """A word that fits, and what it is for."""

    word: str
    help: str = ""


def asked_words(shell: str, environment: Mapping[str, str]) -> tuple[list[str], str]:
    """The words before the one that is being typed, without `loi`, and what is typed of it."""
    if shell == "bash":
        words = _split(environment.get("COMP_WORDS", ""))
        at = int(environment.get("COMP_CWORD", "0"))
        return words[1:at], words[at] if at < len(words) else ""
    line = environment.get("_TYPER_COMPLETE_ARGS", "")
    words = _split(line)[1:]
    if shell in ("powershell", "pwsh"):
        incomplete = environment.get("_TYPER_COMPLETE_WORD_TO_COMPLETE", "")
        return (words[:-1] if incomplete else words), incomplete
    if words and not line.endswith(" "):
        return words[:-1], words[-1]
    return words, ""


def answered(shell: str, environment: Mapping[str, str], found: Sequence[Suggestion]) -> tuple[str, int]:
    """What the shell reads, and the exit code; where nothing is found, the shell offers files."""
    if shell == "bash":
        return "\n".join(one.word for one in found), 0
    if shell == "zsh":
        shown = "\n".join(f'"{_for_zsh(one.word)}"' + (f':"{_for_zsh(one.help)}"' if one.help else "") for one in found)
        return (f"_arguments '*: :(({shown}))'" if found else "_files"), 0
    if shell == "fish":
        if environment.get("_TYPER_COMPLETE_FISH_ACTION") == "is-args":
            return "", 0 if found else 1
        return "\n".join(f"{one.word}\t{one.help}" if one.help else one.word for one in found), 0
    return "\n".join(f"{one.word}:::{one.help or ' '}" for one in found), 0


def _split(line: str) -> list[str]:
    """A command line as words; one whose last quotation mark is still open is no mistake here."""
    for end in ("", "'", '"'):
        try:
            return shlex.split(line + end)
        except ValueError:
            continue
    return line.split()


def _for_zsh(text: str) -> str:
    """The answer is evaluated: nothing in it may mean anything to the shell."""
    text = text.replace('"', '""').replace("'", "''")
    return re.sub(r"([$`\\])", r"\\\1", text).replace(":", r"\\:")
