"""What each command takes, as a table that is read without importing the command."""

from pathlib import Path
from typing import NamedTuple

TABLE = Path(__file__).with_name("parameters.tsv")
"""`LOI_WRITE_GOLDEN=1 pytest tests/cli/test_completion.py` writes it anew."""

REPEATED = "*"


class Parameter(NamedTuple):
    """An option by its flags, or an argument, which has none. `sort` is what is written in its place (`CLAUSE`);
    `takes` how many words follow a flag, or `*` for an argument that takes all that come."""

    command: str
    flags: tuple[str, ...]
    sort: str
    takes: str
    choices: tuple[str, ...]
    help: str

    @property
    def row(self) -> str:
        return "\t".join((self.command, " ".join(self.flags), self.sort, self.takes, " ".join(self.choices), self.help))


def parameters_of(command: str) -> tuple[Parameter, ...]:
    """The options of a command, and its arguments in their order; those of `loi` itself under ""."""
    found = []
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        name, flags, sort, takes, choices, help = line.split("\t")
        if name == command:
            found.append(Parameter(name, tuple(flags.split()), sort, takes, tuple(choices.split()), help))
    return tuple(found)
