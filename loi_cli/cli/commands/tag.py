"""loi tag."""

from typing import Annotated

import typer

from loi_cli.cli.session import ByOption, DryRunOption, author, moment, now, session
from loi_cli.cli.step import taken
from loi_cli.history.names import is_free_tag, version_named
from loi_cli.i18n import _
from loi_cli.intake.records.keeping import named
from loi_cli.intake.records.naming import naming_bytes
from loi_cli.model.problems import LoiError

HELP = _(
    """The name is a record, and stays; a name is given once.

Examples:  loi tag v2 sent-to-legal-bureau   ·   loi tag head first-reading --by OFFICE"""
)


def command(
    ctx: typer.Context,
    version: Annotated[str, typer.Argument(metavar="VERSION", help=_("Which version."))],
    name: Annotated[str, typer.Argument(metavar="NAME", help=_("Its new name: a-z, 0-9 and hyphens."))],
    by: ByOption = "",
    dry_run: DryRunOption = False,
) -> None:
    here = session(ctx)
    opened = here.open()
    header = version_named(version, opened.headers, opened.tags)
    if not is_free_tag(name):
        raise LoiError(
            _("“{name}” cannot be the name of a version").format(name=name),
            _("use a-z, 0-9 and hyphens, and nothing that looks like v3, head or a hash"),
        )
    standing = next((t for t in opened.tags if t.tag == name), None)
    if standing is not None:
        raise LoiError(
            _("“{name}” is the name of {version} already").format(name=name, version=standing.version[:12]),
            _("choose another name; names are never moved"),
        )
    time = now()
    data = naming_bytes(tag=name, version=header.hash, by=author(by), date=time.date(), at=moment(time))
    record = named(time.date(), "name", data)
    done = taken(opened, [record], dry_run)
    here.console.report(f"{header.full_label} ", (name, "name"))
    done.tell(here)
    if not dry_run:
        here.console.note(_("next: `loi diff {tag} head` shows what changes from now on").format(tag=name))
