"""A conflict as a person reads it: the words it started from and every side, beside each other where there is room."""

from collections.abc import Sequence

from loi_cli.cli.columns import GAP, Line, beside, terminal_width
from loi_cli.cli.console import Console, Styled
from loi_cli.cli.layout import folded
from loi_cli.i18n import _
from loi_cli.intake.disputes import Dispute, Voice
from loi_cli.merge.edits import edits
from loi_cli.merge.tokens import tokens_of
from loi_cli.model.words import NOTHING, agreed

NARROWEST = 34
"""A column of fewer is not read with ease; then the sides stand one under the other."""


def tell_dispute(speaker: Console, dispute: Dispute, state: str = "") -> None:
    """The conflict's id and number, the words around it, the base, and each side with its reason and its origin."""
    room = terminal_width(speaker)
    number = f" ({dispute.number})" if dispute.number else ""
    speaker.report((dispute.conflict.id, "strong"), number)
    for line in _lines([(state, "warning")], room, 2) if state else []:
        speaker.report("  ", *line)
    if dispute.around:
        for line in _lines([("… ", "muted"), (dispute.around, "muted")], room, 2):
            speaker.report("  ", *line)
    columns = len(dispute.voices) + 1
    each = (room - 2 - GAP * (columns - 1)) // columns if room else 0
    if each >= NARROWEST:
        _beside(speaker, dispute, each)
    else:
        _stacked(speaker, dispute, room)
    speaker.report()


def _beside(speaker: Console, dispute: Dispute, each: int) -> None:
    columns: list[list[Line]] = [[[(_("base"), "name")], *folded([dispute.conflict.bracket.base or NOTHING], each)]]
    for voice in dispute.voices:
        said = [*folded([(voice.side, "name")], each), *folded(marked(dispute, voice.text), each)]
        for note in _origin(voice):
            said += folded([(note, "muted")], each)
        columns.append(said)
    for line in beside(columns, each):
        speaker.report("  ", *line)


def _stacked(speaker: Console, dispute: Dispute, room: int | None) -> None:
    label = max(len(_("base")), *(len(v.side) for v in dispute.voices))
    entries: list[tuple[str, Sequence[Styled], str]] = [(_("base"), [dispute.conflict.bracket.base or NOTHING], "")]
    entries += [(v.side, marked(dispute, v.text), "  ".join(_origin(v))) for v in dispute.voices]
    for k, (name, words, note) in enumerate(entries):
        named: Styled = (f"{name:<{label}}  ", "name") if k else f"{name:<{label}}  "
        for n, line in enumerate(_lines(words, room, label + 4)):
            speaker.report("  ", named if n == 0 else " " * (label + 2), *line)
        for line in _lines([(note, "muted")], room, label + 4) if note else []:
            speaker.report(" " * (label + 4), *line)


def _lines(parts: Sequence[Styled], room: int | None, indent: int) -> list[Line]:
    return folded(parts, max(20, room - indent)) if room else [list(parts)]


def _origin(voice: Voice) -> list[str]:
    """Why a side wants it, and where it says so."""
    where = f"{voice.file}:{voice.line}" if voice.line else voice.file
    return [note for note in (voice.reason, where) if note]


def marked(dispute: Dispute, reading: str) -> list[Styled]:
    """A reading with the words that differ from the base made strong."""
    base, language = dispute.conflict.bracket.base, dispute.conflict.language
    if not reading:
        return [(NOTHING, "removed")]
    if not language:
        return [(reading, "added")]
    old, new = tokens_of(agreed(base, ""), language), tokens_of(agreed(reading, ""), language)
    out: list[tuple[str, str]] = []
    done = 0
    for edit in edits(old, new, language):
        out.append(("".join(t.text for t in old[done : edit.start]), "muted"))
        out.append(("".join(t.text for t in edit.new), "added"))
        done = edit.end
    out.append(("".join(t.text for t in old[done:]), "muted"))
    out = [part for part in out if part[0]]
    return [(out[0][0].lstrip(), out[0][1]), *out[1:]]
