"""What came of a merge, as a page that a person can check."""

import re
from collections.abc import Iterator

from loi_cli.intake.merging import Prospect
from loi_cli.intake.register import Register
from loi_cli.merge.staleness import stale_languages
from loi_cli.model.conflicts import ABSENT
from loi_cli.model.text import Clause
from loi_cli.model.words import NOTHING, Bracket, shown

_HASH = re.compile(r"(?<=[/-])[0-9a-f]{8}\b")


def protocol(register: Register, found: Prospect) -> str:
    """The text, the outcomes by input, what is open, what is stale; hashes taken out."""
    lines = ["THE TEXT", *_text(found), "", "WHAT BECAME OF IT"]
    for one in register.inputs:
        for o in found.outcomes_of(one):
            what = f"{one.name}: {o.clause} {o.field}".rstrip()
            lines.append(_HASH.sub("…", f"{what}: {o.verdict}, {o.why}".rstrip(", ")))
    if found.conflicts:
        lines += ["", "OPEN", *(f"{c.clause}/{c.field}: {_bracket(c.bracket)}" for c in found.conflicts)]
    stale = [f"{c.id}: {', '.join(stale_languages(c))}" for c in found.version.text if stale_languages(c)]
    if stale:
        lines += ["", "STALE", *stale]
    return "\n".join([*lines, ""])


def _text(found: Prospect) -> Iterator[str]:
    depths: dict[str | None, int] = {None: -1}
    for clause in found.version.text:
        depths[clause.id] = depths[clause.parent] + 1
        yield "  " * depths[clause.id] + f"{clause.id} ({clause.kind}){_standing(clause)}"
        for name, fields in (("heading ", clause.heading), ("", clause.text)):
            for language, words in fields.items():
                yield "  " * depths[clause.id] + f"    {name}{language}: {shown(words)}"


def _standing(clause: Clause) -> str:
    if clause.exists is None:
        return ""
    return " new?" if clause.exists.base == ABSENT else f" {clause.exists.shown}"


def _bracket(bracket: Bracket) -> str:
    return f"{bracket.base or NOTHING} -> {bracket.shown}"
