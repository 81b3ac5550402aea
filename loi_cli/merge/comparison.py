"""Two texts compared: by clause, then by word."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from loi_cli.merge.alignment import longest_rising
from loi_cli.merge.edits import edits
from loi_cli.merge.tokens import Token, tokens_of
from loi_cli.model.text import Clause, Text
from loi_cli.model.words import Words, shown


class Change(StrEnum):
    ADDED = "added"
    DELETED = "deleted"
    MOVED = "moved"
    CHANGED = "changed"


class Op(StrEnum):
    SAME = "="
    OUT = "-"
    IN = "+"


class Hunk(NamedTuple):
    """Words that stay, go or come. `by` names the inputs that brought them; empty for words that stay."""

    op: Op
    text: str
    by: tuple[str, ...] = ()


class ClauseChange(NamedTuple):
    """What happened to one clause; hunks only for the languages whose words differ."""

    clause: str
    change: Change
    text: Mapping[str, tuple[Hunk, ...]]
    heading: Mapping[str, tuple[Hunk, ...]]


def compare(old: Text, new: Text) -> tuple[ClauseChange, ...]:
    """Every clause that differs, in the new text's reading order, a deleted one where it stood.

    A clause that moved and was reworded is `moved`, with the hunks of its words.
    """
    held = _Held.of(old, new)
    return tuple(change for clause in _both_in_order(old, new) if (change := held.change_of(clause)) is not None)


def compare_clause(clause: str, old: Text, new: Text) -> ClauseChange | None:
    """What `compare` tells of one clause; None where it does not differ."""
    return _Held.of(old, new).change_of(clause)


class _Held(NamedTuple):
    """Two texts held against each other."""

    before: Mapping[str, Clause]
    after: Mapping[str, Clause]
    moved: set[str]

    @classmethod
    def of(cls, old: Text, new: Text) -> "_Held":
        return cls(old.by_id(), new.by_id(), _moved(old, new))

    def change_of(self, clause: str) -> ClauseChange | None:
        was, now = self.before.get(clause), self.after.get(clause)
        text = _fields(was.text if was else {}, now.text if now else {})
        heading = _fields(was.heading if was else {}, now.heading if now else {})
        if was is None and now is None:
            return None
        if was is None:
            change = Change.ADDED
        elif now is None:
            change = Change.DELETED
        elif clause in self.moved:
            change = Change.MOVED
        elif text or heading:
            change = Change.CHANGED
        else:
            return None
        return ClauseChange(clause=clause, change=change, text=text, heading=heading)


def touched(old: Text, new: Text) -> tuple[str, ...]:
    """The clauses that `compare` would tell of, in its order, without comparing their words."""
    before, after = old.by_id(), new.by_id()
    moved = _moved(old, new)

    def differs(clause: str) -> bool:
        if clause not in before or clause not in after or clause in moved:
            return True
        was, now = before[clause], after[clause]
        return _spelled(was.text) != _spelled(now.text) or _spelled(was.heading) != _spelled(now.heading)

    return tuple(clause for clause in _both_in_order(old, new) if differs(clause))


def _spelled(fields: Mapping[str, Words]) -> dict[str, str]:
    return {language: text for language, words in fields.items() if (text := shown(words))}


def word_diff(old: Words, new: Words, language: str) -> tuple[Hunk, ...]:
    """The hunks that lead from one wording to the other; joined without the insertions they give the old words."""
    a, b = tokens_of(old, language), tokens_of(new, language)
    hunks: list[Hunk] = []
    done = 0
    for edit in edits(a, b, language):
        _add(hunks, Op.SAME, a[done : edit.start])
        _add(hunks, Op.OUT, a[edit.start : edit.end])
        _add(hunks, Op.IN, edit.new)
        done = edit.end
    _add(hunks, Op.SAME, a[done:])
    return _without_first_blank(hunks)


def _add(hunks: list[Hunk], op: Op, tokens: Sequence[Token]) -> None:
    if tokens:
        text = "".join(_seen(token) for token in tokens)
        by = tuple(dict.fromkeys(name for t in tokens for name in t.by)) if op is Op.IN else ()
        hunks.append(Hunk(op, text, by))


def _seen(token: Token) -> str:
    if token.bracket is None:
        return token.text
    return token.text[: token.text.index("\ufdd0")] + token.bracket.shown


def _without_first_blank(hunks: list[Hunk]) -> tuple[Hunk, ...]:
    """Take off the blank that stands before the first token of either side.

    Where words go or come before the first ones that stay, the blank between them goes or comes along.
    """
    out: list[Hunk] = []
    begun: set[Op] = set()
    for hunk in hunks:
        text = hunk.text
        if hunk.op in (Op.OUT, Op.IN) and hunk.op not in begun:
            begun.add(hunk.op)
            text = text[1:]
        elif hunk.op is Op.SAME and len(begun) < 2:
            if begun:
                out[-1] = Hunk(out[-1].op, out[-1].text + text[0], out[-1].by)
            begun = {Op.OUT, Op.IN}
            text = text[1:]
        out.append(Hunk(hunk.op, text, hunk.by))
    return tuple(h for h in out if h.text)


def _fields(old: Mapping[str, Words], new: Mapping[str, Words]) -> dict[str, tuple[Hunk, ...]]:
    return {
        language: word_diff(old.get(language, ()), new.get(language, ()), language)
        for language in dict.fromkeys([*new, *old])
        if shown(old.get(language, ())) != shown(new.get(language, ()))
    }


def _moved(old: Text, new: Text) -> set[str]:
    """Clauses of both texts under another parent, or out of the longest order that both texts share."""
    before = {c.id: c.parent for c in old}
    out = {c.id for c in new if c.id in before and before[c.id] != c.parent}
    old_children = old.children()
    for parent, children in new.children().items():
        order = {c: k for k, c in enumerate(old_children.get(parent, []))}
        shared = [c for c in children if c in order]
        kept = longest_rising([order[c] for c in shared])
        out |= {c for k, c in enumerate(shared) if k not in kept}
    return out


def _both_in_order(old: Text, new: Text) -> list[str]:
    """The new text's clauses, each deleted one after the clause that it followed."""
    here = {c.id for c in new}
    following: dict[str | None, list[str]] = {}
    last: str | None = None
    for clause in old:
        if clause.id in here:
            last = clause.id
        else:
            following.setdefault(last, []).append(clause.id)
    out = list(following.get(None, []))
    for clause in new:
        out += [clause.id, *following.get(clause.id, [])]
    return out
