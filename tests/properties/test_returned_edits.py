"""Known edits made to the worked example's paper, at random places: `compare` finds each of them, and nothing else.

Run as a script it tells the share found, by kind of edit and by habit of the editor:
`python -m tests.properties.test_returned_edits 500`.
"""

import random
import sys
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from hypothesis import example, given
from hypothesis import strategies as st
from lxml.etree import _Element

from loi_cli.files.packed import templates_folder
from loi_cli.intake.opening import open_dossier
from loi_cli.intake.receiving.comparing import compare
from loi_cli.intake.receiving.findings import Deletion, Findings, Insertion, Removal, Rewording
from loi_cli.intake.receiving.lines import normal
from loi_cli.intake.receiving.sent import SentPaper
from loi_cli.intake.register import take_stock
from loi_cli.model.inputs import Where
from loi_cli.model.text import Kind, Text
from loi_cli.render.material import Material
from loi_cli.render.papers import render_html
from loi_cli.render.protocol import order_of_languages
from loi_cli.render.sent import as_sent
from loi_cli.word.reader import read_docx
from loi_cli.word.writer import write_docx
from tests.journeys.counterpart import Colleague, w

EXAMPLE = Path(__file__).parents[2] / "drafts" / "indonesia-belarus-2022"
NOW = datetime(2022, 1, 20, tzinfo=UTC)
KINDS = ("reword", "insert words", "delete words", "delete", "insert", "move", "comment")


@dataclass(frozen=True, slots=True)
class Sent:
    """The paper for BLR: its bytes, what the comparison knows of it, the text, and the file it lies in."""

    data: bytes
    paper: SentPaper
    text: Text
    languages: tuple[str, ...]


@cache
def sent() -> Sent:
    register = take_stock(open_dossier(EXAMPLE), NOW, keep_going=True)
    version = register.heads[-1]
    dossier = register.opened.dossier
    what = Material(
        dossier=dossier, version=version, today=NOW.date(), as_of=NOW.date(), receiver="BLR",
        languages=order_of_languages(dossier, "BLR"),
    )  # fmt: skip
    reference = (templates_folder() / "reference.docx").read_bytes()
    data = write_docx(render_html("loi", what), reference=reference, made=NOW)
    return Sent(data, as_sent("loi", what, reference), version.text, dossier.languages)


@dataclass(slots=True)
class Plan:
    """What was done, and so what must be found."""

    theirs: dict[tuple[str, str], str] = field(default_factory=dict)
    deleted: set[str] = field(default_factory=set)
    inserted: list[frozenset[str]] = field(default_factory=list)
    moved: dict[str, str] = field(default_factory=dict)
    comments: set[tuple[str, str]] = field(default_factory=set)


class Editor:
    """Edits one copy of the paper, at most one edit a clause."""

    def __init__(self, chance: random.Random, tracking: bool, marks: bool) -> None:
        self.chance = chance
        self.colleague = Colleague(sent().data, tracking=tracking)
        self.marks = marks
        self.plan = Plan()
        self.rows = self._rows()
        self.free = list(self.rows)
        chance.shuffle(self.free)

    def _rows(self) -> dict[str, _Element]:
        """The table rows that are one clause without others in it."""
        found: dict[str, _Element] = {}
        holding = {clause.parent for clause in sent().text}
        holding |= {clause.id for clause in sent().text if clause.kind is Kind.ARTICLE}
        for row in self.colleague.root.iter(w("tr")):
            names = {m.get(w("name")) or "" for m in row.iter(w("bookmarkStart"))}
            clauses = {sent().paper.anchors[n][0] for n in names if n in sent().paper.anchors}
            if len(clauses) == 1 and not clauses & holding and len(row.getparent().findall(w("tr"))) > 3:
                found[clauses.pop()] = row
        return found

    def edit(self, kind: str) -> str | None:
        """One edit of this kind; the clause, or None when no clause is left for it."""
        if len(self.free) < 3:
            return None
        clause = self.free.pop()
        row = self.rows[clause]
        # A row that goes beside one that comes reads as one that was written anew, and may well be.
        self.free = [c for c in self.free if self.rows[c] not in (row.getnext(), row.getprevious())]
        if kind == "delete":
            self.colleague.delete(row)
            self.plan.deleted.add(clause)
        elif kind == "insert":
            words = [f"entirely new matter number {self.chance.randrange(10**6)} {n};" for n in range(3)]
            self.colleague.add_after(row, *words)
            self.plan.inserted.append(frozenset(words))
        elif kind == "move":
            above = {c.id: c.parent for c in sent().text}
            siblings = [c for c in self.free if above[c] is not None and above[c] == above[clause]]
            if not siblings:
                return None
            target = self.chance.choice(siblings)
            self.free.remove(target)
            if self.rows[target].getnext() is row or row.getnext() is self.rows[target]:
                return None
            self.colleague.move_after(row, self.rows[target])
            self.plan.moved[clause] = target
        else:
            return clause if self._words(kind, clause, row) else None
        return clause

    def _words(self, kind: str, clause: str, row: _Element) -> bool:
        runs = [r for r in row.iter(w("r")) if len("".join(t.text or "" for t in r.iter(w("t"))).split()) > 6]
        if not runs:
            return False
        run = self.chance.choice(runs)
        text = "".join(t.text or "" for t in run.iter(w("t")))
        words = text.split(" ")
        at = self.chance.randrange(1, len(words) - 2)
        head, word, tail = " ".join(words[:at]) + " ", words[at], " " + " ".join(words[at + 1 :])
        if kind == "comment":
            self.colleague.comment_in(run, head, word, tail, f"about {clause}")
            self.plan.comments.add((clause, word.replace("\u00a0", " ")))  # a no-break space is a blank
            return True
        paragraph = next(run.iterancestors(w("p")))
        whole = "".join(t.text or "" for t in paragraph.iter(w("t")))
        new = {"reword": "otherwise", "insert words": f"{word} and furthermore", "delete words": ""}[kind]
        if not new:
            word, tail = f"{word} ", tail[1:]
        self.plan.theirs[clause, normal(whole)] = normal(whole.replace(text, f"{head}{new}{tail}"))
        self.colleague.exchange(run, head, word, new, tail)
        return True

    def found(self) -> Findings:
        if not self.marks:
            self.colleague.lose_bookmarks()
            self.colleague.lose_margins()
        it = sent()
        return compare(it.paper, read_docx(self.colleague.bytes()), it.text, it.languages, "BLR", ())


def missed(plan: Plan, found: Findings) -> list[str]:
    """What was done and not found, or found and not done."""
    wrong: list[str] = []
    rewordings = {
        (c.clause, normal(c.sent[f])): normal(c.theirs[f])
        for c in found.changes if isinstance(c, Rewording) for f in c.sent
    }  # fmt: skip
    for key in plan.theirs.keys() | rewordings.keys():
        if plan.theirs.get(key) != rewordings.get(key):
            wrong.append(f"reword {key}: {plan.theirs.get(key)!r} is {rewordings.get(key)!r}")
    deleted = {c.clause for c in found.changes if isinstance(c, Deletion)}
    wrong += [f"delete {clause}" for clause in deleted ^ plan.deleted]
    inserted = Counter(frozenset(c.words.values()) for c in found.changes if isinstance(c, Insertion))
    wrong += [f"insert {words}" for words in (inserted - Counter(plan.inserted)) + (Counter(plan.inserted) - inserted)]
    if _order(plan, found) is False:
        wrong.append(f"move {plan.moved}")
    said = {(s.clause, s.about) for s in found.said}
    wrong += [f"comment {one}" for one in said ^ plan.comments]
    wrong += [f"unplaced {one.text}" for one in found.unplaced]
    return wrong


def _order(plan: Plan, found: Findings) -> bool:
    """Whether the moves found give the order that the moves made gave."""
    base = [clause.id for clause in sent().text]
    theirs, ours = list(base), list(base)
    for clause, after in plan.moved.items():
        theirs.remove(clause)
        theirs.insert(theirs.index(after) + 1, clause)
    for move in (c for c in found.changes if isinstance(c, Removal)):
        ours.remove(move.clause)
        assert move.anchor.clause is not None
        ours.insert(ours.index(move.anchor.clause) + (move.anchor.where is not Where.BEFORE), move.clause)
    there = [c for c in theirs if c not in plan.deleted]
    return [c for c in ours if c not in plan.deleted] == there


@example(161081, False, False, ["reword", "insert", "insert", "move"])
@example(198077, False, False, ["move", "delete", "comment"])
@example(6749, False, False, ["reword", "reword", "move"])
@given(st.integers(0, 10**9), st.booleans(), st.booleans(), st.lists(st.sampled_from(KINDS), min_size=1, max_size=6))
def test_each_is_found_and_nothing_else(seed: int, tracking: bool, marks: bool, kinds: list[str]) -> None:
    kinds = [kind for n, kind in enumerate(kinds) if kind != "move" or "move" not in kinds[:n]]
    editor = Editor(random.Random(seed), tracking, marks)
    for kind in kinds:
        editor.edit(kind)
    assert missed(editor.plan, editor.found()) == []


def main(times: int) -> None:
    for tracking in (True, False):
        for marks in (True, False):
            done: Counter[str] = Counter()
            bad: Counter[str] = Counter()
            for kind in KINDS:
                for seed in range(times):
                    editor = Editor(random.Random(seed), tracking, marks)
                    if editor.edit(kind) is None:
                        continue
                    done[kind] += 1
                    wrong = missed(editor.plan, editor.found())
                    bad[kind] += bool(wrong)
                    if wrong:
                        print(kind, seed, *wrong, sep="\n    ", file=sys.stderr)
            habit = f"{'tracked' if tracking else 'untracked'}, {'with' if marks else 'without'} bookmarks"
            print(habit, *(f"{kind} {done[kind] - bad[kind]}/{done[kind]}" for kind in KINDS), sep="; ")


if __name__ == "__main__":
    main(int(sys.argv[1]))
