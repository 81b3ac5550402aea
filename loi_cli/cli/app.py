"""The lazy group: a command's module is imported when the command is asked for, and not before."""

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from importlib import import_module
from shutil import get_terminal_size
from typing import Annotated, Any

import typer
from typer.core import TyperGroup
from typer.main import get_command

from loi_cli import __version__
from loi_cli.cli.catalogue import READING, entries, sections
from loi_cli.cli.settings import Settings, pager_option, settings, shared_options
from loi_cli.i18n import _, spoken_language

ROOMY = 52
"""From so many columns on, Typer's own layout fits."""


class LazyGroup(TyperGroup):
    """Knows the names and one-line helps of all commands from the catalogue."""

    def list_commands(self, ctx: Any) -> list[str]:
        return list(entries())

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        entry = entries().get(cmd_name)
        if entry is None:
            return None
        app = typer.Typer(rich_markup_mode=None, add_completion=False, pretty_exceptions_enable=False)
        module = import_module(entry.module)
        app.command(entry.name, help=f"{entry.help[:1].upper()}{entry.help[1:]}.\n\n{module.HELP}")(module.command)
        command = get_command(app)
        command.params.extend(shared_options())
        if entry.name in READING:
            command.params.append(pager_option())
            # Typer makes the command: what runs around it is put around its own way in.
            command.invoke = _through_the_pager(command.invoke)  # type: ignore[method-assign, assignment]
        return _speaking(command)

    def make_context(self, *args: Any, **kwargs: Any) -> Any:
        with _telling():
            return super().make_context(*args, **kwargs)

    def invoke(self, ctx: Any) -> Any:
        with _telling():
            return super().invoke(ctx)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """As Typer's, which names the nearest command; looking it up must not import them all."""
        self.commands = dict.fromkeys(entries())  # type: ignore[assignment]  # only the names are read
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        for title, some in sections():
            with formatter.section(title):
                formatter.write_dl([(entry.name, entry.help) for entry in some])


def _through_the_pager(invoke: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """A command that shows much at a time shows it through the pager, unless it is asked for something to be kept."""

    def invoke_paged(ctx: Any) -> Any:
        from loi_cli.cli.pager import paged

        kept = ctx.params.get("format") not in (None, "text") or ctx.params.get("output") is not None
        with paged(not kept and not settings(ctx).no_pager):
            return invoke(ctx)

    return invoke_paged


def _speaking(command: Any) -> Any:
    """The command, with what Typer says of it in the language of the house and at the width of the terminal; Typer
    itself speaks English, on 50 columns and more."""
    if spoken_language() == "en" and get_terminal_size().columns >= ROOMY:
        return command
    from loi_cli.cli.usage import in_our_words

    return in_our_words(command)


def _telling() -> AbstractContextManager[None]:
    """Mistakes on the command line are told in the language of the house."""
    if spoken_language() == "en":
        return nullcontext()
    from loi_cli.cli.usage import told_in_our_words

    return told_in_our_words()


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"loi {__version__}")
        raise typer.Exit


def _root(
    ctx: typer.Context,
    version: Annotated[  # noqa: ARG001 - its callback does it all
        bool, typer.Option("--version", callback=_version, is_eager=True, help=_("Print the version and exit."))
    ] = False,
) -> None:
    if ctx.invoked_subcommand is None:
        from loi_cli.cli.commands.status import greet

        greet(ctx)


def group() -> Any:
    """The `loi` command with all its subcommands."""
    app = typer.Typer(cls=LazyGroup, rich_markup_mode=None, pretty_exceptions_enable=False, invoke_without_command=True)
    app.callback(
        invoke_without_command=True,
        help=_("The paperwork of a bilateral negotiation, from the units' inputs to the signing table."),
        epilog=_("Examples:  loi init drafts/my-negotiation   ·   loi -C drafts/my-negotiation build"),
        context_settings={"obj": Settings(), "help_option_names": ["-h", "--help"], "max_content_width": 100},
    )(_root)
    command = get_command(app)
    command.params.extend([*shared_options(), pager_option()])
    return _speaking(command)
