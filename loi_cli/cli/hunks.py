"""How a difference of words looks: coloured, or with [-words that went-] and {+words that came+} where there is no
colour; in one column or two."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from loi_cli.cli.console import Console, Styled
from loi_cli.cli.layout import beside, columns, hung
from loi_cli.history.differences import Difference, Stand, State
from loi_cli.i18n import _
from loi_cli.merge.comparison import Change, Hunk, Op
from loi_cli.merge.cutting import cut
from loi_cli.model.conflicts import ABSENT, DELETED
from loi_cli.model.numbering import numbers
from loi_cli.model.text import Text
from loi_cli.model.words import Bracket

_LONG = 60
"""So many words that stay are shown whole; of more, those near a change."""

_NEAR = 20


@dataclass(frozen=True, slots=True)
class Counted:
    """How many words came and how many went."""

    added: int = 0
    deleted: int = 0

    def __add__(self, other: "Counted") -> "Counted":
        return Counted(self.added + other.added, self.deleted + other.deleted)


def counted(difference: Difference) -> dict[str, Counted]:
    """Words that came and went, by language; neither punctuation nor the names of sides in brackets are any."""
    totals: dict[str, Counted] = {}
    for prefix, fields in (("heading", difference.heading), ("text", difference.text)):
        for language, hunks in fields.items():
            brackets = list(_brackets(difference, prefix, language))
            for hunk in hunks:
                totals[language] = totals.get(language, Counted()) + _counted(hunk, language, brackets)
    return totals


def _counted(hunk: Hunk, language: str, brackets: Iterable[Bracket]) -> Counted:
    if hunk.op is Op.SAME:
        return Counted()
    text = hunk.text
    for bracket in brackets:
        text = text.replace(bracket.shown, " ".join(reading.text for reading in bracket.readings))
    count = sum(any(c.isalnum() for c in token) for token in cut(text, language))
    return Counted(added=count) if hunk.op is Op.IN else Counted(deleted=count)


def _brackets(difference: Difference, prefix: str, language: str) -> Iterator[Bracket]:
    for state in (difference.old, difference.new):
        if state is not None:
            fields = state.clause.heading if prefix == "heading" else state.clause.text
            yield from (piece for piece in fields.get(language, ()) if isinstance(piece, Bracket))


def said(change: Change) -> Styled:
    """What happened to a clause, in a word."""
    return {
        Change.ADDED: (_("added"), "added"),
        Change.DELETED: (_("deleted"), "removed"),
        Change.MOVED: (_("moved"), "warning"),
        Change.CHANGED: (_("changed"), "muted"),
    }[change]


@dataclass(frozen=True, slots=True)
class Sheet:
    """Where differences are reported: the languages wanted, in their order; how clauses are called in the old text
    and in the new one; one column or two."""

    console: Console
    languages: Sequence[str]
    before: Mapping[str, str]
    after: Mapping[str, str]
    two_columns: bool = False

    def clause(self, difference: Difference) -> None:
        """One clause: what happened to it, where it stands, its words."""
        for row in hung([], headline(difference), columns(), 2):
            self.console.report(*row)
        self.around(difference)
        self.words(difference)

    def around(self, difference: Difference) -> None:
        """What differs beside the words."""
        for line in _around(difference, self.before, self.after):
            for row in hung(["  "], [line], columns()):
                self.console.report(*row)

    def words(self, difference: Difference, indent: str = "  ") -> None:
        """The words that differ, by language, headings first."""
        for language in _ordered(difference, self.languages):
            for name, fields in ((_("heading"), difference.heading), ("", difference.text)):
                if language in fields:
                    label = f"{indent}{language} {name}".rstrip() + "  "
                    for row in self._rows(label, fields[language]):
                        self.console.report(*row)

    def _rows(self, label: str, hunks: Sequence[Hunk]) -> Iterator[list[Styled]]:
        if not self.two_columns:
            yield from hung([(label, "muted")], _shown(hunks, self.console.color), columns())
            return
        room = (columns() - len(label) - 3) // 2
        old, new = (_shown([h for h in hunks if h.op is not op], self.console.color) for op in (Op.IN, Op.OUT))
        for number, row in enumerate(beside(old, new, room)):
            yield [(label, "muted") if not number else " " * len(label), *row]


def headline(difference: Difference) -> list[Styled]:
    """`5.2  jwg.tasks  moved`, with both numbers where the number changed."""
    old, new = difference.old, difference.new
    number = difference.state.number
    if old and new and old.number != new.number:
        number = f"{old.number or '–'} → {new.number or '–'}"
    return [(f"{number}  " if number else "", "strong"), (difference.clause, "strong"), "  ", said(difference.change)]


def called(text: Text) -> dict[str, str]:
    """How the clauses of a text are called: `areas.agro (2.b)`."""
    return {clause: f"{clause} ({number})" if number else clause for clause, number in numbers(text).items()}


def _ordered(difference: Difference, languages: Sequence[str]) -> list[str]:
    """The languages wanted that differ, in the order wanted."""
    return [lang for lang in languages if lang in difference.text or lang in difference.heading]


def _around(difference: Difference, before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[Styled]:
    old, new = difference.old, difference.new
    if difference.change is Change.MOVED and old and new:
        was, now = stand_said(old.stand, before), stand_said(new.stand, after)
        yield _("stood {old}, now stands {new}").format(old=was, new=now), "warning"
    if difference.change is Change.ADDED and new:
        yield stand_said(new.stand, after), "muted"
    if new and difference.redisputed:
        clause = new.clause
        for bracket, title in (
            (clause.exists, _("disputed whether it stands")),
            (clause.place, _("disputed where it stands")),
        ):
            was_bracket = old and (old.clause.exists if bracket is clause.exists else old.clause.place)
            if bracket is not None:
                yield f"{title}: {dispute_said(bracket)}", "warning"
            elif was_bracket is not None:
                yield _("no longer {disputed}").format(disputed=title), "muted"
    if old and new and old.clause.kind is not new.clause.kind:
        yield _("{old} became {new}").format(old=old.clause.kind.value, new=new.clause.kind.value), "warning"
    yield from _staleness(old, new)


def _staleness(old: State | None, new: State | None) -> Iterator[Styled]:
    if new is None:
        return
    was = old.stale if old else ()
    fresh = [lang for lang in new.stale if lang not in was]
    caught_up = [lang for lang in was if lang not in new.stale and lang in new.clause.text]
    if fresh:
        yield _("now stale: {languages}").format(languages=", ".join(fresh)), "warning"
    if caught_up:
        yield _("no longer stale: {languages}").format(languages=", ".join(caught_up)), "muted"


def stand_said(stand: Stand, names: Mapping[str, str]) -> str:
    """`after areas.agro`, `first in areas (2)`, `first of the text`."""
    if stand.after is not None:
        return _("after {clause}").format(clause=names.get(stand.after, stand.after))
    if stand.parent is not None:
        return _("first in {clause}").format(clause=names.get(stand.parent, stand.parent))
    return _("first of the text")


def dispute_said(bracket: Bracket) -> str:
    """A dispute about a whole clause: `[ilmate: delete] [agro: keep]`, or where each side wants it."""
    gone = {DELETED: _("delete"), ABSENT: _("not at all")}
    kept = {"stands": _("keep")}
    shown = {**gone, **kept}
    return " ".join(f"[{', '.join(r.names)}: {shown.get(r.text, r.text)}]" for r in bracket.readings)


def _shown(hunks: Sequence[Hunk], color: bool) -> list[Styled]:
    out: list[Styled] = []
    for number, hunk in enumerate(hunks):
        if hunk.op is Op.SAME:
            out += _near(hunk.text, number > 0, number < len(hunks) - 1)
            continue
        style = "removed" if hunk.op is Op.OUT else "added"
        if color:
            out.append((hunk.text, style))
            continue
        words = hunk.text.strip()
        lead, tail = hunk.text[: len(hunk.text) - len(hunk.text.lstrip())], hunk.text[len(hunk.text.rstrip()) :]
        out.append(f"{lead}[-{words}-]{tail}" if hunk.op is Op.OUT else f"{lead}{{+{words}+}}{tail}")
    return out


def _near(text: str, before: bool, after: bool) -> list[Styled]:
    """Words that stay; of very many those next to a change."""
    words = text.split(" ")
    if len(words) <= _LONG:
        return [text]
    first = " ".join(words[:_NEAR]) if before else ""
    last = " ".join(words[-_NEAR:]) if after else ""
    return [first, (" … ", "muted"), last]
