"""Whether an input fits the version that it says it was written against."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from loi_cli.i18n import _
from loi_cli.model.conflicts import language_of
from loi_cli.model.identifiers import nearest
from loi_cli.model.inputs import (
    Anchor,
    Change,
    Input,
    Insert,
    Move,
    Proposal,
    Replace,
    Reword,
    Unread,
    Where,
    Wording,
)
from loi_cli.model.numbering import numbers
from loi_cli.model.placeholders import references
from loi_cli.model.problems import Place, Problem
from loi_cli.model.text import PARENTS, Clause, Kind, Text
from loi_cli.model.words import shown

UNKNOWN_CLAUSE = "F301"
NOT_ONCE = "F302"
TAKEN_ID = "F303"
WRONG_PLACE = "F304"
TWICE = "F305"
UNCLOSED = "F308"

QUOTES = frozenset({"“”", "„“", "«»", "‘’", "‚‘", "””", '""', "''", "「」"})
"""Pairs of quotation marks; in YAML only the straight ones part a text from what is around it."""

_SQUARE = re.compile(r"[\[\]]")


class _Span(NamedTuple):
    """Where words to replace stand in the wording that was read."""

    start: int
    end: int
    words: str

    def meets(self, other: "_Span") -> bool:
        return self.start < other.end and other.start < self.end


LastSeen = Callable[[str], str | None]
"""For a clause that the base does not have: the newest version before it that has it, as people name it."""


def never_seen(_clause: str) -> None:
    """Where nothing is known of earlier versions."""


def misfits(
    one: Input, base: Text, last_seen: LastSeen = never_seen, unread: Sequence[Unread] = ()
) -> tuple[Problem, ...]:
    """Every proposal that names what the base does not hold, or cannot be done to it.

    Of the `unread` ones only their clauses are looked at. What leans on a new clause among them cannot be judged.
    """
    return tuple(_Fit(one, base, last_seen, unread).problems())


class _Fit:
    def __init__(self, one: Input, base: Text, last_seen: LastSeen, unread: Sequence[Unread]) -> None:
        self.input = one
        self.unread = unread
        self.promised = {lost.clause for lost in unread if lost.new}
        self.last_seen = last_seen
        self.clauses = base.by_id()
        self.base = base
        self.new = {p.clause: p for p in one.proposals if isinstance(p, Insert)}

    @cached_property
    def numbers(self) -> dict[str, str]:
        return numbers(self.base)

    def problems(self) -> Iterator[Problem]:
        worded: dict[tuple[str, str], Proposal] = {}
        replaced: dict[tuple[str, str], list[_Span]] = {}
        for proposal in self.input.proposals:
            if isinstance(proposal, Insert):
                yield from self._insertion(proposal)
            elif (clause := self.clauses.get(proposal.clause)) is None:
                if proposal.clause not in self.promised:
                    yield self._unknown(proposal.clause, proposal.place)
                continue
            elif isinstance(proposal, Move):
                yield from self._arrival(proposal.anchor, clause.kind, clause.id, proposal.place)
            elif isinstance(proposal, Replace):
                yield from self._replacement(proposal, clause, replaced)
            elif isinstance(proposal, Reword):
                for name in (*(f"text.{x}" for x in proposal.text), *(f"heading.{x}" for x in proposal.heading)):
                    if (proposal.clause, name) in worded:
                        yield self._twice(proposal, name)
                    worded[proposal.clause, name] = proposal
            if isinstance(proposal, Wording):
                yield from self._references(proposal)
                yield from self._brackets(proposal)
        for lost in self.unread:
            if not lost.new:
                yield from self._known([lost.clause], lost.place)
        for point in self.input.talking_points:
            yield from self._known([point.about], point.place)
        for item in self.input.agenda:
            yield from self._known(item.clauses, item.place)

    def _references(self, proposal: Wording) -> Iterator[Problem]:
        """References that a wording makes to clauses which are not there; those that stood before are not its fault."""
        wordings = [*proposal.text.values(), *proposal.heading.values()]
        said = [wording.new if isinstance(wording, Change) else wording for wording in wordings]
        targets = dict.fromkeys(target for words in said if "{@" in words for target in references(words))
        if not targets:
            return
        clause = self.clauses.get(proposal.clause)
        before = {
            target
            for words in ((*clause.text.values(), *clause.heading.values()) if clause else ())
            for target in references(shown(words))
        }
        for target in targets:
            if target not in before and not self._there(target):
                message = _("`{{@{target}}}` refers to a clause that {base} does not have").format(
                    target=target, base=self.input.base
                )
                yield self._unknown(target, proposal.place, message)

    def _brackets(self, proposal: Wording) -> Iterator[Problem]:
        """A square bracket is a bracket of the text: one that is not closed can mean anything, unless it stood so."""
        clause = self.clauses.get(proposal.clause)
        for wordings, standing in (
            (proposal.text, clause.text if clause else {}),
            (proposal.heading, clause.heading if clause else {}),
        ):
            for language, wording in wordings.items():
                after = wording.new if isinstance(wording, Change) else wording
                if "[" not in after and "]" not in after and not isinstance(wording, Change):
                    continue
                before = wording.old if isinstance(wording, Change) else shown(standing.get(language, ()))
                if _open_brackets(after) not in (0, _open_brackets(before)):
                    yield Problem(
                        code=UNCLOSED,
                        message=_("a square bracket is left open in {clause} ({language})").format(
                            clause=proposal.clause, language=language
                        ),
                        place=proposal.place,
                        help=_("write `[` and `]` in pairs: [by 2030] leaves words open"),
                    )

    def _known(self, clauses: Iterable[str], place: Place) -> Iterator[Problem]:
        for clause in clauses:
            if not self._there(clause):
                yield self._unknown(clause, place)

    def _there(self, clause: str) -> bool:
        """Whether the base has a clause, or this input brings it in."""
        return clause in self.clauses or clause in self.new or clause in self.promised

    def _unknown(self, clause: str, place: Place, message: str = "") -> Problem:
        if not message and (version := self.last_seen(clause)) is not None:
            return Problem(
                code=UNKNOWN_CLAUSE,
                message=_("{base} has no clause “{clause}” any more; {version} had it").format(
                    base=self.input.base, clause=clause, version=version
                ),
                place=place,
                help=_("`insert` brings it back; an input with `base: {version}` disputes that it went").format(
                    version=version
                ),
            )
        by_number = next((c for c, number in self.numbers.items() if number and number == clause), None)
        near = by_number or nearest(clause, [*self.clauses, *self.new])
        return Problem(
            code=UNKNOWN_CLAUSE,
            message=message or _("{base} has no clause “{clause}”").format(base=self.input.base, clause=clause),
            place=place,
            help=_("did you mean “{near}”?").format(near=near)
            if near
            else _("`loi show {base}` lists the clauses").format(base=self.input.base),
        )

    def _twice(self, proposal: Proposal, name: str) -> Problem:
        return Problem(
            code=TWICE,
            message=_("“{clause}” is worded twice for {field} in this input").format(
                clause=proposal.clause, field=name
            ),
            place=proposal.place,
            help=_("keep one of the two"),
        )

    def _replacement(
        self, proposal: Replace, clause: Clause, replaced: dict[tuple[str, str], list["_Span"]]
    ) -> Iterator[Problem]:
        for prefix, wanted, standing in (
            ("text", proposal.text, clause.text),
            ("heading", proposal.heading, clause.heading),
        ):
            for language, change in wanted.items():
                assert isinstance(change, Change)
                words = shown(standing.get(language, ()))
                count = words.count(change.old)
                if count == 1:
                    span = _Span(start := words.index(change.old), start + len(change.old), change.old)
                    others = replaced.setdefault((clause.id, f"{prefix}.{language}"), [])
                    yield from (self._overlap(proposal, language, span, other) for other in others if span.meets(other))
                    others.append(span)
                    continue
                found = _("not found") if count == 0 else _("found {count} times").format(count=count)
                name = f"{prefix}.{language}"
                inner = change.old[1:-1]
                quoted = change.old[:1] + change.old[-1:] in QUOTES and words.count(inner) == 1
                yield Problem(
                    code=NOT_ONCE,
                    message=_("“{old}” is {found} in {clause} ({language}) of {base}").format(
                        old=change.old,
                        found=found,
                        clause=clause.id,
                        language=language_of(name),
                        base=self.input.base,
                    ),
                    place=proposal.place,
                    help=_("the quotation marks count as words here: write `from: {inner}`").format(inner=inner)
                    if quoted
                    else _("`from` must stand there exactly once; the words are: {words}").format(words=words or "–"),
                )

    def _overlap(self, proposal: Replace, language: str, span: "_Span", other: "_Span") -> Problem:
        return Problem(
            code=TWICE,
            message=_("“{old}” and “{other}” share words of {clause} ({language}), and both are replaced").format(
                old=span.words, other=other.words, clause=proposal.clause, language=language
            ),
            place=proposal.place,
            help=_("put both into one replacement"),
        )

    def _insertion(self, proposal: Insert) -> Iterator[Problem]:
        if proposal.clause in self.clauses:
            yield Problem(
                code=TAKEN_ID,
                message=_("{base} has a clause “{clause}” already").format(
                    base=self.input.base, clause=proposal.clause
                ),
                place=proposal.place,
                help=_("give the new clause an id of its own, or use `reword` to change the standing one"),
            )
        yield from self._arrival(proposal.anchor, proposal.kind, proposal.clause, proposal.place)

    def _arrival(self, anchor: Anchor, kind: Kind, moved: str, place: Place) -> Iterator[Problem]:
        """Whether a clause of this kind can stand at this place."""
        if anchor.clause is not None and not self._there(anchor.clause):
            yield self._unknown(anchor.clause, place)
            return
        leaning = self._hangs_on(anchor)
        if self.promised.intersection(leaning):
            return
        if len(set(leaning)) < len(leaning):
            yield self._wrong_place(place, _("“{clause}” is placed by clauses that it places").format(clause=moved))
            return
        parent = anchor.clause if anchor.where is Where.IN else self._parent(anchor.clause)
        above = parent
        while above is not None:
            if above == moved:
                yield self._wrong_place(place, _("“{clause}” cannot stand in itself").format(clause=moved))
                return
            above = self._parent(above)
        if anchor.clause == moved:
            yield self._wrong_place(place, _("“{clause}” cannot stand beside itself").format(clause=moved))
            return
        parent_kind = self._kind(parent)
        if parent_kind not in PARENTS[kind]:
            where = (
                _("at the top of the text")
                if parent_kind is None
                else _("in a clause of kind {kind}").format(kind=parent_kind.value)
            )
            yield self._wrong_place(
                place, _("a clause of kind {kind} cannot stand {where}").format(kind=kind.value, where=where)
            )

    def _hangs_on(self, anchor: Anchor) -> list[str]:
        """The new clauses that a place hangs on, from the nearest on; one of them twice where they go in a circle."""
        found: list[str] = []
        name = anchor.clause
        while name is not None and name not in self.clauses:
            found.append(name)
            insert = self.new.get(name)
            if insert is None or name in found[:-1]:
                break
            name = insert.anchor.clause
        return found

    def _wrong_place(self, place: Place, message: str) -> Problem:
        return Problem(code=WRONG_PLACE, message=message, place=place, help=_("choose another place"))

    def _parent(self, clause: str | None) -> str | None:
        if clause in self.clauses:
            return self.clauses[clause].parent
        insert = self.new.get(clause or "")
        if insert is None:
            return None
        return insert.anchor.clause if insert.anchor.where is Where.IN else self._parent(insert.anchor.clause)

    def _kind(self, clause: str | None) -> Kind | None:
        if clause is None:
            return None
        return self.clauses[clause].kind if clause in self.clauses else self.new[clause].kind


def _open_brackets(text: str) -> int | None:
    """How many square brackets are still open at the end of a text; None where one closes that was never opened."""
    depth = 0
    for sign in _SQUARE.findall(text):
        depth += 1 if sign == "[" else -1
        if depth < 0:
            return None
    return depth
