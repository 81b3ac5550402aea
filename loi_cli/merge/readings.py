"""Words as a side reads them, and settled words as tokens."""

from collections.abc import Sequence

from loi_cli.merge.cutting import cut
from loi_cli.merge.tokens import Token
from loi_cli.model.words import Bracket, Reading, Side, parts_a_word


def voices_in(span: Sequence[Token]) -> list[tuple[Side, str]]:
    """What each side that speaks in the span's brackets wants the whole span to be."""
    speaking = dict.fromkeys(
        side for t in span if t.bracket for reading in t.bracket.readings for side in reading.sides
    )
    return [(side, as_read_by(side, span)) for side in speaking]


def as_read_by(side: Side, span: Sequence[Token]) -> str:
    """The span as one string, each bracket as this side reads it, else as the words that it started from."""
    parts = []
    for t in span:
        if t.bracket is None:
            parts.append(t.text)
            continue
        lead = t.text[: t.text.index("\ufdd0")]
        text = _read_in(t.bracket, side)
        if t.bracket.readings == (Reading(text, (side,)),) and not t.bracket.base and len(span) > 1:
            text = f"[{text}]"  # words that the side leaves open, among others that it does not
        parts.append(lead + text if text else "")
    return "".join(parts)


def _read_in(bracket: Bracket, side: Side) -> str:
    """A bracket as a side reads it: as an earlier input of the same unit does, where it says nothing itself."""
    own = [r for r in bracket.readings if side in r.sides]
    own = own or [r for r in bracket.readings if any(other.sender == side.sender for other in r.sides)]
    return own[-1].text if own else bracket.base


def common_lead(texts: list[str]) -> str:
    """The white space that all begin with alike; none when they differ."""
    leads = {text[: len(text) - len(text.lstrip())] for text in texts}
    return leads.pop() if len(leads) == 1 else ""


def spaced(text: str, lead: str, texts: Sequence[str], before: str = "") -> str:
    """Words of a decision's own, with a blank before them where readings had one each for itself, or where they would
    go on a word that stands `before` them."""
    if lead or not text or text[0].isspace() or text in texts or text[0] in ",.;:!?)]»”’":
        return text
    return " " + text if any(one[:1].isspace() for one in texts) or parts_a_word(before, text) else text


def spoken(text: str, lead: str, by: tuple[str, ...], language: str) -> list[Token]:
    """Settled words as tokens."""
    pieces = cut(text, language)
    if not pieces:
        return []
    pieces[0] = lead + pieces[0].lstrip() if lead else pieces[0][1:]
    return [Token(piece, by) for piece in pieces]
