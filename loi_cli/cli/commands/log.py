"""loi log."""

from collections.abc import Sequence
from typing import Annotated

import typer

from loi_cli.cli.console import Console, Styled, width
from loi_cli.cli.graph import drawn
from loi_cli.cli.layout import columns, folded, width_of
from loi_cli.cli.session import Format, FormatOption, session
from loi_cli.i18n import _, n_
from loi_cli.intake.opening import OpenDossier
from loi_cli.model.versions import Header

HELP = _(
    """Newest first, with names given, who merged it, and the clauses touched. The short hash after a text is what
papers show; it is the same wherever the same words are. With --clause the life of one clause, oldest first: what each
version changed, who asked for it and why, who decided.

Examples:  loi log   ·   loi log --clause 5.2   ·   loi log --format json"""
)


def command(
    ctx: typer.Context,
    clause: Annotated[
        str | None, typer.Option("--clause", metavar="CLAUSE", help=_("The life of this clause (id or number)."))
    ] = None,
    language: Annotated[
        str | None, typer.Option("--language", metavar="LANG", help=_("With --clause: only this language."))
    ] = None,
    format: FormatOption = Format.TEXT,
) -> None:
    here = session(ctx)
    if clause is not None:
        from loi_cli.cli.clause_life import tell_life

        tell_life(here, clause, language, format)
        return
    opened = here.open()
    tags = tags_by_version(opened)
    heads = {h.hash for h in opened.heads}
    if format is Format.JSON:
        versions = [as_json(h, tags.get(h.hash, []), h.hash in heads) for h in opened.headers[::-1]]
        here.console.json({"schema": 1, "versions": versions})
        return
    _report(here.console, opened, tags, heads)
    if not opened.headers:
        here.console.note(_("there is no version yet; `loi merge` records the concept as v1"))
    elif len(heads) > 1:
        names = ", ".join(h.full_label for h in opened.heads)
        here.console.note(
            _("there are {count} heads, {names}; `loi merge` joins them").format(count=len(heads), names=names)
        )
    else:
        here.console.note(_from_here(opened.headers))


def _from_here(headers: Sequence[Header]) -> str:
    """What tells more of the newest version."""
    newest = headers[-1]
    before = next((h for h in headers if h.hash in newest.parents), None)
    if before is None:
        return _("next: `loi show {version}` shows its text").format(version=_name(newest, headers))
    return _("next: `loi diff {before} {version}` shows what changed, `loi show {version}` its text").format(
        before=_name(before, headers), version=_name(newest, headers)
    )


def _name(header: Header, headers: Sequence[Header]) -> str:
    """The shortest that names no other: two versions made apart may both be v3."""
    return header.full_label if sum(h.label == header.label for h in headers) > 1 else header.label


def tags_by_version(opened: OpenDossier) -> dict[str, list[str]]:
    tags: dict[str, list[str]] = {}
    for tag in opened.tags:
        tags.setdefault(tag.version, []).append(tag.tag)
    return {version: sorted(names) for version, names in tags.items()}


def as_json(header: Header, tags: Sequence[str], is_head: bool) -> dict[str, object]:
    return {
        "version": header.label,
        "hash": header.hash,
        "text_hash": header.text_hash,
        "parents": list(header.parents),
        "time": header.time,
        "author": header.author,
        "message": header.message,
        "touched": list(header.touched),
        "left_off": header.left_off,
        "tags": list(tags),
        "head": is_head,
    }


def _report(speaker: Console, opened: OpenDossier, tags: dict[str, list[str]], heads: set[str]) -> None:
    """A version in some three lines: which, when, by whom; what was said of it; which clauses it touched. Forks and
    joins are drawn beside it where there are any."""
    room = columns()
    forked = len(heads) > 1 or any(len(h.parents) > 1 for h in opened.headers)
    for one in drawn(opened.headers[::-1], (h.hash for h in opened.headers)):
        header = one.header
        if one.above:
            speaker.report((one.above, "muted"))
        label = _name(header, opened.headers)
        mark = f"{one.mark} " if forked else ""
        head: list[Styled] = [(mark, "muted"), (label, "strong")]
        names = "".join(f" [{tag}]" for tag in tags.get(header.hash, []))
        if header.hash in heads and len(heads) > 1:
            names = f" ({_('head')}){names}"
        when = header.time[:16].replace("T", " ")
        facts: list[Styled] = [
            (names, "warning"),
            f"  {when}",
            ("  " + _("text {hash}").format(hash=header.text_hash[:8]), "muted"),
        ]
        author: Styled = (header.author, "name")
        fits = sum(width_of(part) for part in (*head, *facts, author)) + 2 <= room
        speaker.report(*head, *facts, *(("  ", author) if fits else ()))
        beside = f"{one.beside} " if forked else ""
        indent = beside.ljust(len(mark) + len(header.label) + 1)
        said: list[Styled] = [header.message] if fits else [author, f": {header.message}"]
        for row in folded(said, max(room - width_of(indent), 20)):
            speaker.report((indent, "muted"), *row)
        if header.touched and header.parents:
            clauses = _touched(header.touched, header.left_off, room - width_of(indent))
            speaker.report((indent, "muted"), (clauses, "muted"))
        if one.below:
            speaker.report((one.below, "muted"))


def _touched(clauses: Sequence[str], left_off: int, room: int) -> str:
    """`12 clauses: areas.agro, jwg.meetings and 10 more`, as many as fit on the line; so many more are not named."""
    line = n_("{n} clause: ", "{n} clauses: ", len(clauses) + left_off)
    for count, clause in enumerate(clauses):
        rest = len(clauses) - count - 1 + left_off
        more = _(" and {n} more").format(n=rest) if rest else ""
        longer = line + (", " if count else "") + clause
        if count and width(longer) + width(more) > room:
            return line + _(" and {n} more").format(n=rest + 1)
        line = longer
    return line
