"""What Typer says by itself, in the language of the house: headings of the help, and what is wrong with a command line.

Typer's own words are English and pass no gettext. They are few and known: a sentence of Typer's that has the form of
one of these is said in our words; any other stays as it is.
"""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from shutil import get_terminal_size
from typing import IO, Any

import typer
from typer._click.core import Context
from typer._click.exceptions import UsageError
from typer._click.formatting import HelpFormatter

from loi_cli.i18n import _, marked

ROOMY = 52
"""From so many columns on, Typer lays a help out by itself."""

HEADINGS = (marked("Arguments"), marked("Options"))

REQUIRED = marked("required")
FACTS = {"default": marked("default: {what}"), "env var": marked("env var: {what}")}
"""What Typer adds to the help of an option, in square brackets."""

HELPS = (
    marked("Show this message and exit."),
    marked("Install completion for the current shell."),
    marked("Show completion for the current shell, to copy it or customize the installation."),
)

SENTENCES = (
    marked("Missing argument {name}."),
    marked("Missing option {name}."),
    marked("No such option: {name} (Possible options: {names})"),
    marked("No such option: {name}"),
    marked("No such command {name}. Did you mean {near}?"),
    marked("No such command {name}."),
    marked("Got unexpected extra argument(s) ({words})"),
    marked("Option {name} requires an argument."),
    marked("Option {name} requires {n} arguments."),
    marked("Option {name} does not take a value."),
    marked("Argument {name} takes {n} values."),
    marked("{value} is not one of {names}."),
    marked("{value} is not a valid int range."),
    marked("{value} is not a valid int."),
    marked("{value} is not in the range {range}."),
)

INVALID = marked("Invalid value for {name}: {why}")


def in_our_words(command: Any) -> Any:
    """The command, with Typer's headings in the language of the house."""
    command.context_class = _Context
    return command


@contextmanager
def told_in_our_words() -> Iterator[None]:
    """What is wrong with a command line, told in the language of the house."""
    try:
        yield
    except UsageError as error:
        if isinstance(error, Retold):
            raise
        raise Retold(retold(error.format_message()), error.ctx) from error


class Retold(UsageError):
    """A mistake on the command line, in our words."""

    def show(self, file: IO[Any] | None = None) -> None:  # noqa: ARG002 - it is always the terminal's
        if self.ctx is not None:
            typer.echo(self.ctx.get_usage(), err=True)
            asked = f"{self.ctx.command_path} {self.ctx.help_option_names[0]}"
            typer.echo(_("Try '{command}' for help.").format(command=asked) + "\n", err=True)
        typer.echo(_("Error: {what}").format(what=self.format_message()), err=True)


def retold(sentence: str) -> str:
    """One of Typer's sentences in our words; itself where it is none that we know."""
    if (invalid := _form(INVALID).fullmatch(sentence)) is not None:
        return _(INVALID).format(name=invalid["name"], why=retold(invalid["why"]))
    for form in SENTENCES:
        if (found := _form(form).fullmatch(sentence)) is not None:
            return _(form).format(**found.groupdict())
    return sentence


def _form(message: str) -> re.Pattern[str]:
    """What a message looks like once its placeholders are filled."""
    return re.compile(re.sub(r"\\{(\w+)\\}", r"(?P<\1>.+?)", re.escape(message)), re.DOTALL)


def is_narrow() -> bool:
    """Whether the terminal is narrower than what Typer lays a help out for."""
    return get_terminal_size().columns < ROOMY


class _Formatter(HelpFormatter):
    def __init__(self, indent_increment: int = 2, width: int | None = None, max_width: int | None = None) -> None:
        if width is None and is_narrow():
            width = max(get_terminal_size().columns, 20)
        super().__init__(indent_increment, width, max_width)

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, _("Usage: ") if prefix is None else prefix)

    def write_heading(self, heading: str) -> None:
        super().write_heading(_(heading) if heading in HEADINGS else heading)

    def write_dl(self, rows: Sequence[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        if self.width < ROOMY:
            col_max = self.width // 4  # on a narrow terminal long names stand above what is said of them
        super().write_dl([(name, _told(help)) for name, help in rows], col_max, col_spacing)


def _told(help: str) -> str:
    """The help of an option, with what Typer added to it in square brackets."""
    words, bracket, facts = help.rpartition("  [")
    if not bracket:
        return _(help) if help in HELPS else help
    return f"{words}  [{'; '.join(_fact(one) for one in facts.removesuffix(']').split('; '))}]"


def _fact(words: str) -> str:
    name, colon, what = words.partition(": ")
    if colon and name in FACTS:
        return _(FACTS[name]).format(what=what)
    return _(REQUIRED) if words == REQUIRED else words


class _Context(Context):
    formatter_class = _Formatter
