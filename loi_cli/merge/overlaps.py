"""Which edits of different sides meet, so that they must be looked at together."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from operator import itemgetter

from loi_cli.merge.alignment import matches
from loi_cli.merge.edits import edits_of
from loi_cli.merge.original import Original
from loi_cli.merge.scene import Since, Wording
from loi_cli.merge.sliding import Edit, beside_others
from loi_cli.model.words import Side, Words

SINCE = Side("", "")
"""Stands for what happened since the base while edits are compared; never leaves a merge."""


@dataclass(slots=True)
class Shared:
    """One edit and everybody who made it."""

    edit: Edit
    sides: list[Side]
    within: list[tuple[Side, Edit]] = field(default_factory=list)
    """Those of the sides whose own edit, also told, is but a part of this one, which another input of theirs makes."""
    earlier: frozenset[str] = frozenset()
    """Of what happened since the base: its senders, where all that they say now is later."""

    @property
    def senders(self) -> set[str]:
        return {side.sender for side in self.sides if side is not SINCE or not self.earlier} | self.earlier


@dataclass(slots=True)
class Group:
    """Edits that meet: [start, end) of the base is in question."""

    start: int
    end: int
    members: list[Shared]

    def without(self, gone: Collection[Side]) -> list[Shared]:
        """The edits of all others: what was a part of a wider one of somebody gone is an edit of its own again."""
        left: dict[tuple[int, int, tuple[str, ...]], Shared] = {}

        def keep(edit: Edit, side: Side, like: Shared) -> Shared:
            one = left.setdefault(_key(edit), Shared(edit, [], [], like.earlier if edit is like.edit else frozenset()))
            one.sides += [side] if side not in one.sides else []
            return one

        for member in self.members:
            parts = {side for side, _edit in member.within}
            speaking = {side.sender for side in member.sides if side not in gone and side not in parts}
            for side in member.sides:
                if side not in gone and (side not in parts or side.sender in speaking):
                    keep(member.edit, side, member)
            for side, edit in member.within:
                if side not in gone and side.sender in speaking:
                    keep(member.edit, side, member).within.append((side, edit))
                elif side not in gone:
                    keep(edit, side, member)
        return sorted(left.values(), key=_place)


def all_edits(
    original: Original, wordings: Sequence[Wording], since: Since | None, yielding: Collection[str]
) -> list[Shared]:
    shared: dict[tuple[int, int, tuple[str, ...]], Shared] = {}
    same_words: dict[Words, tuple[Edit, ...]] = {}  # forty units that repeat one wording are compared once
    sides = [(SINCE, since.words)] if since else []
    sides += [(w.side, w.words) for w in wordings]
    for side, words in sides:
        if words not in same_words:
            same_words[words] = edits_of(original, words)
        for edit in same_words[words]:
            shared.setdefault(_key(edit), Shared(edit, [])).sides.append(side)
    if since:
        for one in shared.values():
            if SINCE in one.sides:
                one.earlier = _earlier(one.edit, since, [w.side for w in wordings])
    found = _added_up([one for _place, one in sorted(shared.items(), key=itemgetter(0))], yielding)
    loose = [one for one in found if one.edit.back or one.edit.ahead]
    for one in loose:
        others = [o.edit for o in found if not set(o.sides) <= set(one.sides)]
        one.edit = beside_others(one.edit, others, original.tokens)
    return sorted(found, key=_place) if loose else found


def _earlier(edit: Edit, since: Since, speaking: Sequence[Side]) -> frozenset[str]:
    """The senders of words put in since the base; none where one of them does not say more by now."""
    if not edit.new or any(t.bracket for t in edit.new):
        return frozenset()
    behind = since.sides.behind(dict.fromkeys(name for t in edit.new for name in t.by))
    if not all(since.sides.speaks_for(speaking, side) for side in behind):
        return frozenset()
    return frozenset(side.sender for side in behind)


def _key(edit: Edit) -> tuple[int, int, tuple[str, ...]]:
    return (edit.start, edit.end, edit.readable)


def _place(one: Shared) -> tuple[int, int, tuple[str, ...]]:
    return _key(one.edit)


def _added_up(found: list[Shared], yielding: Collection[str]) -> list[Shared]:
    """Inputs of one sender add up: one that asks for all that another does, and for more, speaks for both."""
    sources: dict[str, set[str]] = {}
    for side in {side for one in found for side in one.sides if side.source not in yielding}:
        sources.setdefault(side.sender, set()).add(side.source)
    for one in found:
        for sender in one.earlier & sources.keys() if len(one.earlier) == 1 else ():
            sources[sender].add(SINCE.source)
    several = {sender for sender, some in sources.items() if len(some) > 1}
    own_of: dict[str, set[Side]] = {sender: set() for sender in several}
    told_by: dict[str, list[Shared]] = {sender: [] for sender in several}
    for one in found if several else ():
        speaking = {side: side.sender for side in one.sides}
        own = {side: who for side, who in speaking.items() if who in several and side.source in sources[who]}
        for side, sender in own.items():
            own_of[sender].add(side)
        for sender in several & ({*own.values()} | (one.earlier if len(one.earlier) == 1 else frozenset())):
            told_by[sender].append(one)
    for sender in sorted(several):
        mine = own_of[sender]
        for one, wider in sorted(_nested(told_by[sender]), key=lambda pair: (_size(pair[0]), _size(pair[1]))):
            if SINCE in wider.sides:
                own_too = wider.earlier == {sender} and SINCE not in one.sides
            else:
                own_too = not mine.isdisjoint(wider.sides)
            if own_too and not mine.isdisjoint(one.sides):
                moving = [side for side in one.sides if side in mine]
                wider.sides += moving
                parts = {side for side, _edit in one.within}
                wider.within += one.within
                wider.within += [(side, one.edit) for side in moving if side not in parts]
                one.sides = [side for side in one.sides if side not in mine]
    return [one for one in found if one.sides] if several else found


def _nested(some: Sequence[Shared]) -> Iterator[tuple[Shared, Shared]]:
    """Of edits in order, each that is but a part of another, with that one."""
    for k, one in enumerate(some):
        for other in some[k + 1 :]:
            if other.edit.start > one.edit.end:
                break
            if _is_part(one.edit, other.edit):
                yield one, other
            elif _is_part(other.edit, one.edit):
                yield other, one


def _size(one: Shared) -> tuple[int, int, tuple[str, ...]]:
    return (one.edit.end - one.edit.start, len(one.edit.new), one.edit.readable)


def _is_part(one: Edit, other: Edit) -> bool:
    """Whether an edit does all that another does, and more."""
    inside = other.start <= one.start and one.end <= other.end
    if not inside or (one.start, one.end, one.readable) == (other.start, other.end, other.readable):
        return False
    mine, its = one.readable, other.readable
    if not mine:
        return bool(its) or one.end < other.end or one.start > other.start
    return any(its[k : k + len(mine)] == mine for k in range(len(its) - len(mine) + 1))


def grouped(shared: Sequence[Shared]) -> list[Group]:
    """The edits, in order, in groups: those of a group overlap, or touch and both put words in.

    What two edits that touch give together nobody has seen, but for a sender who makes both; of two insertions at one
    point not even the order is known. What two sides put in alike and close by is meant to stand there once.
    """
    groups: list[Group] = []
    putting_in: set[str] = set()  # the senders of the words put in where the last group ends
    inserted = False  # between two words
    for one in shared:
        edit = one.edit
        last = groups[-1] if groups else None
        touches = last is not None and edit.start == last.end and bool(edit.new and putting_in)
        if touches and not (inserted and edit.start == edit.end):
            touches = len(putting_in | one.senders) > 1
        meets = last is not None and (edit.start < last.end or touches)
        same = _put_in_close_by(one, groups) if not meets and len(edit.new) >= _PASSAGE else None
        if last and same is not None:
            last = Group(groups[same].start, last.end, [member for group in groups[same:] for member in group.members])
            groups[same:] = [last]
        if last and (meets or same is not None):
            last.members.append(one)
            if edit.end > last.end:
                last.end, putting_in, inserted = edit.end, set(), False
        else:
            groups.append(Group(edit.start, edit.end, [one]))
            last, putting_in, inserted = groups[-1], set(), False
        if edit.new and edit.end == last.end:
            putting_in |= one.senders
            inserted = inserted or edit.start == edit.end
    return [part for group in groups for part in (_parted(group) if len(group.members) > 1 else [group])]


_PASSAGE = 5
"""So many words put in alike by two sides are one passage; fewer may come twice by chance."""


def _put_in_close_by(one: Shared, groups: Sequence[Group]) -> int | None:
    """The last group in which somebody else puts in most of the same passage, a few words before: side by side it would
    stand there twice. Signs and words that repeat around it let two sides be compared with the base in two ways."""
    new = one.edit.readable
    for k in range(len(groups) - 1, -1, -1):
        if 2 * (one.edit.start - groups[k].end) > len(new):
            return None
        for other in groups[k].members:
            if len(other.edit.new) >= _PASSAGE and one.senders.isdisjoint(other.senders):
                apart, shorter = one.edit.start - other.edit.end, min(len(new), len(other.edit.new))
                enough = max(_PASSAGE, 2 * apart, shorter * 2 // 3)
                if len(matches(other.edit.readable, new)) >= enough:
                    return k
    return None


def _parted(group: Group) -> Iterator[Group]:
    """A group cut where no edit crosses, as long as either part is in dispute by itself: forty units that each reword
    some word of a sentence dispute those words, not the sentence."""
    parts: list[Group] = []
    points = {one.edit.start for one in group.members if one.edit.start == one.edit.end}
    for one in group.members:
        edit = one.edit
        if parts and (edit.start < parts[-1].end or edit.start in points):
            parts[-1].members.append(one)
            parts[-1].end = max(parts[-1].end, edit.end)
        else:
            parts.append(Group(edit.start, edit.end, [one]))
    whole = parts[0]
    for part in parts[1:]:
        if len(whole.members) > 1 and len(part.members) > 1:
            yield whole
            whole = part
        else:
            whole = Group(whole.start, part.end, [*whole.members, *part.members])
    yield whole
