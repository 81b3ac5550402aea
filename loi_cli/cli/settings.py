"""What every command understands, before or after its name: the dossier, quiet, no colour. What only
shows also understands that no pager is wanted."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import typer
from typer.core import TyperOption

from loi_cli.i18n import _


class Settings:
    """Filled while the command line is parsed; then only read."""

    dossier: Path | None = None
    quiet: bool = False
    no_color: bool = False
    no_pager: bool = False

    @property
    def color(self) -> bool:
        """Whether colours are wanted; NO_COLOR (no-color.org) and a dumb terminal turn them off."""
        return not self.no_color and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def settings(ctx: typer.Context) -> Settings:
    found = ctx.find_root().obj
    assert isinstance(found, Settings)
    return found


def _set(name: str) -> Callable[[typer.Context, Any, Any], Any]:
    def callback(ctx: typer.Context, _param: Any, value: Any) -> Any:
        if value:
            setattr(settings(ctx), name, Path(value) if name == "dossier" else value)
        return value

    return callback


def shared_options() -> list[Any]:
    """Fresh option objects, for one command."""
    return [
        TyperOption(
            param_decls=["shared_dossier", "-C", "--dossier"],
            metavar="DIR",
            envvar="LOI_DOSSIER",
            show_envvar=True,
            callback=_set("dossier"),
            expose_value=False,
            help=_("The dossier's folder; else this folder or the nearest parent with a dossier.yaml."),
        ),
        TyperOption(
            param_decls=["shared_quiet", "-q", "--quiet"],
            is_flag=True,
            callback=_set("quiet"),
            expose_value=False,
            help=_("Only what was asked for, no messages."),
        ),
        TyperOption(
            param_decls=["shared_no_color", "--no-color"],
            is_flag=True,
            callback=_set("no_color"),
            expose_value=False,
            help=_("No colours (NO_COLOR does the same)."),
        ),
    ]


def pager_option() -> Any:
    """A fresh option object, for a command that only shows."""
    return TyperOption(
        param_decls=["shared_no_pager", "--no-pager"],
        is_flag=True,
        callback=_set("no_pager"),
        expose_value=False,
        help=_("No pager for what is longer than the screen (an empty LOI_PAGER does the same)."),
    )
