"""Numbers of letters: a pattern of the dossier, filled with what is known; the rest is a blank for the registry."""

from datetime import date

from loi_cli.intake.patterns import SLOT
from loi_cli.model.numbering import roman
from loi_cli.render.addressee import Addressee
from loi_cli.render.filling import BLANK, Segment


def letter_number(pattern: str, to: Addressee | None, today: date) -> list[Segment]:
    """`____/KPAII/I/2022`: the month in Roman figures, as offices write it. Without a pattern it is one blank, as is a
    round or a unit in a letter that goes to none."""
    known = {
        "day": str(today.day),
        "month": roman(today.month).upper(),
        "year": str(today.year),
    }
    if to is not None:
        known |= {"round": str(to.round), "unit": to.unit.id}
    found: list[Segment] = []
    at = 0
    for match in SLOT.finditer(pattern or "{blank}"):
        before = (pattern or "{blank}")[at : match.start()]
        if before:
            found.append({"type": "text", "text": before})
        found.append({"type": "text", "text": known[match[1]]} if match[1] in known else BLANK)
        at = match.end()
    rest = (pattern or "{blank}")[at:]
    return [*found, {"type": "text", "text": rest}] if rest else found
