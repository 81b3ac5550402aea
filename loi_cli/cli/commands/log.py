"""loi log."""

from collections import Counter

import typer

from loi_cli.cli.session import Format, FormatOption, session
from loi_cli.i18n import _

HELP = _(
    """Newest first. The short hash after a text is what papers show; it is the same wherever the same words are.

Examples:  loi log   ·   loi log --format json"""
)


def command(ctx: typer.Context, format: FormatOption = Format.TEXT) -> None:
    here = session(ctx)
    opened = here.open()
    tags: dict[str, list[str]] = {}
    for tag in opened.tags:
        tags.setdefault(tag.version, []).append(tag.tag)
    newest_first = opened.headers[::-1]
    heads = {h.hash for h in opened.heads}
    if format is Format.JSON:
        versions = [
            {
                "version": h.label,
                "hash": h.hash,
                "text_hash": h.text_hash,
                "parents": list(h.parents),
                "time": h.time,
                "author": h.author,
                "message": h.message,
                "touched": list(h.touched),
                "tags": sorted(tags.get(h.hash, [])),
                "head": h.hash in heads,
            }
            for h in newest_first
        ]
        here.console.json({"schema": 1, "versions": versions})
        return
    shared = {label for label, count in Counter(h.label for h in opened.headers).items() if count > 1}
    here.console.table(
        [
            (
                (h.full_label if h.label in shared else h.label, "strong"),
                (f"text {h.text_hash[:8]}", "muted"),
                h.time.replace("T", " ").removesuffix("Z"),
                (h.author, "name"),
                h.message + "".join(f" [{tag}]" for tag in sorted(tags.get(h.hash, []))),
            )
            for h in newest_first
        ]
    )
    if not opened.headers:
        here.console.note(_("there is no version yet; `loi merge` records the concept as v1"))
    elif len(heads) > 1:
        names = ", ".join(h.full_label for h in opened.heads)
        here.console.note(
            _("there are {count} heads, {names}; `loi merge` joins them").format(count=len(heads), names=names)
        )
