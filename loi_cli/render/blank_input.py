"""The same form as a file of words: an input that a unit fills in by taking signs of comment away."""

from collections.abc import Iterator, Mapping
from itertools import groupby
from textwrap import wrap
from typing import Any

from loi_cli.files.characters import escaped
from loi_cli.intake.input_writing import SCHEMA_LINE
from loi_cli.model.words import tidy
from loi_cli.render.catalogue import catalogue
from loi_cli.render.material import Material
from loi_cli.render.papers import chrome


def blank_input(material: Material, form: Mapping[str, Any]) -> bytes:
    """The input file of the addressee, ready to be filled in; `form` is the context of the paper `form`.

    Unfilled it says nothing, and is refused as such.
    """
    language = chrome.language_of_letters(material)
    to = chrome.addressee_of(material)
    say = catalogue(language).say
    base = str(form["head"][2]["text"]).partition(" · ")[0]
    lines = [
        SCHEMA_LINE.rstrip("\n"),
        "#",
        f"# {say('correspondence.form.title', round=to.round)}: {to.unit.name}",
        *([f"# {say('correspondence.due')}: {to.due.isoformat()}"] if to.due else []),
        "#",
        *_comment(say("correspondence.file.how-proposals")),
        *_comment(say("correspondence.file.how-words")),
        *_comment(say("correspondence.file.how-verbs")),
        "schema: 1",
        f"unit: {to.unit.id}",
        f"round: {to.round}",
        f"base: {base}",
        *_answers(form, say("correspondence.form.before")),
        "",
        *_comment(say("correspondence.file.how-none")),
        "proposals:",
    ]
    for group in form["groups"]:
        lines += ["", f"  # ===== {group['title']} ====="]
        for _clause, rows in groupby(group["rows"], key=lambda row: row["clause"]):
            lines += ["", *_block(list(rows))]
    return ("\n".join(lines) + "\n").encode()


def _block(rows: list[Mapping[str, Any]]) -> Iterator[str]:
    """A clause: its name, and a proposal to take the signs of comment from, each place with the present words above."""
    clause = rows[0]["clause"]
    yield f"  # {rows[0]['name']}"
    yield f"  # - reword: {clause}"
    headings = [row for row in rows if row["heading"]]
    if headings:
        yield "  #   heading:"
    for row in headings:
        yield f"  #     # {row['lang']}: {escaped(tidy(row['present']))}"
        yield f"  #     {row['lang']}:"
    for row in rows:
        if not row["heading"]:
            yield f"  #   # {row['lang']}: {escaped(tidy(row['present']))}"
            yield f"  #   {row['lang']}:"
    yield "  #   reason:"


def _answers(form: Mapping[str, Any], title: str) -> list[str]:
    """What the unit said before and what became of it, a line each."""
    if not form["answers"]:
        return []
    said = []
    for row in form["answers"]:
        about = row.get("clause") or row["kind"]
        became = "; ".join(f"{line['text']}{' – ' + line['why'] if line['why'] else ''}" for line in row["status"])
        said.append(f"#   {row['round']}: {about} ({row['file']}): {escaped(' '.join(became.split()))}")
    return ["", f"# {title}", *said]


def _comment(words: str) -> list[str]:
    return [f"# {line}" for line in wrap(words, 100)]
