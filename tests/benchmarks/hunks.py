"""What a person sees of known edits: exact spans, hunks per edit, edits cut in two; against git and difflib.

Four ways of editing: a drafter's phrase for another in whole clauses; words of other clauses put at random places;
whole phrases of other clauses, which share small words with what they take the place of; a whole clause for another.
"""

import argparse
import difflib
import random
import subprocess
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from prose import LANGUAGES, WORD, a_template, templates

from loi_cli.merge.comparison import Op, word_diff
from loi_cli.model.words import agreed

Span = tuple[int, int, int, int]
"""From and to in the old text, from and to in the new one; blanks do not count."""


@dataclass(frozen=True)
class Known:
    """A text before and after, and the edits that were made."""

    language: str
    old: str
    new: str
    edits: frozenset[Span]


def drafted(chance: random.Random) -> Known:
    """Some places of whole clauses worded otherwise, at most every second one."""
    template = a_template(chance)
    before = tuple(chance.randrange(len(c)) for c in template.choices)
    after = list(before)
    last = -2
    wanted = chance.randint(1, 6)
    order = sorted(chance.sample(range(len(before)), min(wanted, len(before))))
    for k in order:
        if k > last + 1:
            after[k] = chance.choice([p for p in range(len(template.choices[k])) if p != before[k]])
            last = k
    old, new = template.wording(before), template.wording(tuple(after))
    spans = []
    for k, pick in enumerate(before):
        if after[k] != pick:
            at_old = len(template.wording_before(k, before))
            at_new = len(template.wording_before(k, tuple(after)))
            spans.append(_trimmed(template.choices[k][pick], template.choices[k][after[k]], at_old, at_new))
    return Known(template.language, old, new, frozenset(spans))


def scattered(chance: random.Random) -> Known:
    """Words of other clauses of the language in place of some, or between some, at random places."""
    language = chance.choice(LANGUAGES)
    some = templates(language)
    chance.shuffle(some)
    words = WORD.findall(" ".join(t.wording((0,) * len(t.choices)) for t in some[:3]))
    pool = [w for t in some[3:] for w in WORD.findall(t.wording((0,) * len(t.choices))) if w[0].isalpha()]
    known = {w.lower() for w in words}
    pool = [w for w in pool if w.lower() not in known]
    old: list[str] = []
    new: list[str] = []
    spans = []
    at = 0
    while at < len(words):
        step = chance.randint(4, 14)
        old += words[at : at + step]
        new += words[at : at + step]
        at += step
        if at >= len(words):
            break
        gone = words[at : at + chance.choice((0, 1, 1, 2, 3, 4))]
        come = [chance.choice(pool) for _k in range(chance.choice((0, 1, 1, 2, 3, 4)))]
        start, to = _length(old), _length(new)
        if (gone or come) and (gone or come[0]):
            spans.append((start, start + _length(gone), to, to + _length(come)))
        old += gone
        new += come
        at += len(gone)
    return Known(language, " ".join(old), " ".join(new), frozenset(spans))


def borrowed(chance: random.Random) -> Known:
    """Phrases of other clauses, with all the small words in them, in place of phrases of this text."""
    language = chance.choice(LANGUAGES)
    some = [WORD.findall(t.wording((0,) * len(t.choices))) for t in templates(language)]
    chance.shuffle(some)
    words = [w for one in some[:3] for w in one]
    rest = [w for one in some[3:] for w in one]
    old: list[str] = []
    new: list[str] = []
    spans = []
    at = 0
    while at < len(words):
        step = chance.randint(5, 18)
        old += words[at : at + step]
        new += words[at : at + step]
        at += step
        if at >= len(words):
            break
        gone = words[at : at + chance.choice((0, 1, 2, 3, 4, 6, 8))]
        start = chance.randrange(len(rest) - 8)
        come = rest[start : start + chance.choice((0, 1, 2, 3, 4, 6, 8))]
        span = _trimmed(" ".join(gone), " ".join(come), _length(old), _length(new))
        if span[0] < span[1] or span[2] < span[3]:
            spans.append(span)
        old += gone
        new += come
        at += len(gone)
    return Known(language, " ".join(old), " ".join(new), frozenset(spans))


def rewritten(chance: random.Random) -> Known:
    """A whole clause in place of one of three; in the others one phrase each."""
    language = chance.choice(LANGUAGES)
    some = templates(language)
    chance.shuffle(some)
    old: list[str] = []
    new: list[str] = []
    spans = []
    for k, template in enumerate(some[:3]):
        before = tuple(chance.randrange(len(c)) for c in template.choices)
        after = list(before)
        place = chance.randrange(len(before))
        after[place] = (before[place] + 1) % len(template.choices[place])
        words = template.wording(before)
        at_old, at_new = _length(old), _length(new)
        if k == 1:
            other = some[3].wording((0,) * len(some[3].choices))
            spans.append(_trimmed(words, other, at_old, at_new))
        else:
            other = template.wording(tuple(after))
            shift = len(template.wording_before(place, before))
            there = template.choices[place]
            spans.append(_trimmed(there[before[place]], there[after[place]], at_old + shift, at_new + shift))
        old += words.split()
        new += other.split()
    return Known(language, " ".join(old), " ".join(new), frozenset(spans))


def _length(words: Iterable[str]) -> int:
    return sum(len(w.replace(" ", "")) for w in words)


def _trimmed(before: str, after: str, at_old: int, at_new: int) -> Span:
    """The span that differs, in whole words."""
    a, b = WORD.findall(before), WORD.findall(after)
    head = tail = 0
    while head < min(len(a), len(b)) and a[head] == b[head]:
        head += 1
    while tail < min(len(a), len(b)) - head and a[-1 - tail] == b[-1 - tail]:
        tail += 1
    start, to = at_old + _length(a[:head]), at_new + _length(b[:head])
    return (start, start + _length(a[head : len(a) - tail]), to, to + _length(b[head : len(b) - tail]))


def ours(known: Known) -> set[Span]:
    return _spans((h.op, h.text) for h in word_diff(agreed(known.old, ""), agreed(known.new, ""), known.language))


def of_difflib(known: Known) -> set[Span]:
    a, b = WORD.findall(known.old), WORD.findall(known.new)
    out = []
    for tag, i, j, x, y in difflib.SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        out += [(Op.SAME, "".join(a[i:j]))] if tag == "equal" else [(Op.OUT, "".join(a[i:j])), (Op.IN, "".join(b[x:y]))]
    return _spans(out)


def of_git(known: Known) -> set[Span]:
    with tempfile.TemporaryDirectory() as folder:
        for name, text in (("old", known.old), ("new", known.new)):
            (Path(folder) / name).write_text(text + "\n", encoding="utf-8")
        regex = r"--word-diff-regex=[[:alnum:]]+|[^[:space:]]"
        said = subprocess.run(
            ["git", "-c", "core.quotepath=off", "diff", "--no-index", "-U9999", "--word-diff=porcelain", regex, "old",
             "new"],
            cwd=folder, capture_output=True, env={"LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"},
        ).stdout.decode()  # fmt: skip
    ops = {" ": Op.SAME, "-": Op.OUT, "+": Op.IN}
    lines = said.split("\n@@", 1)[-1].splitlines()[1:] if said else [" " + known.old]
    return _spans((ops[line[0]], line[1:]) for line in lines if line[:1] in ops)


def _spans(hunks: Iterable[tuple[Op, str]]) -> set[Span]:
    out: set[Span] = set()
    i = j = start = to = 0
    for op, text in [*hunks, (Op.SAME, " x")]:
        length = len("".join(text.split()))
        if not length:
            continue
        if op is Op.SAME:
            if (start, to) != (i, j):
                out.add((start, i, to, j))
            i, j = i + length, j + length
            start, to = i, j
        elif op is Op.OUT:
            i += length
        else:
            j += length
    return out


@dataclass
class Score:
    edits: int = 0
    hunks: int = 0
    exact: int = 0
    cut: int = 0
    joined: int = 0
    letters_right: int = 0
    letters_found: int = 0
    letters_true: int = 0

    def add(self, known: Known, found: set[Span]) -> None:
        self.edits += len(known.edits)
        self.hunks += len(found)
        self.exact += len(known.edits & found)
        for edit in known.edits:
            self.cut += sum(1 for span in found if _touch(edit, span)) > 1
        for span in found:
            self.joined += sum(1 for edit in known.edits if _touch(edit, span)) > 1
        for k in (0, 2):
            true = {n for e in known.edits for n in range(e[k], e[k + 1])}
            told = {n for e in found for n in range(e[k], e[k + 1])}
            self.letters_right += len(true & told)
            self.letters_found += len(told)
            self.letters_true += len(true)

    def row(self) -> str:
        precision, recall = self.exact / max(self.hunks, 1), self.exact / max(self.edits, 1)
        f1 = 2 * precision * recall / max(precision + recall, 1e-9)
        words = 2 * self.letters_right / max(self.letters_found + self.letters_true, 1)
        return (
            f"exact F1 {f1:.3f}   words F1 {words:.3f}   hunks per edit {self.hunks / self.edits:.2f}   "
            f"cut {self.cut / self.edits:6.1%}   run together {self.joined / self.edits:6.1%}"
        )


def _touch(edit: Span, span: Span) -> bool:
    """Whether they share letters of either text; one that only inserts or deletes may also stand at the same point."""
    old = edit[0] < span[1] and span[0] < edit[1]
    new = edit[2] < span[3] and span[2] < edit[3]
    return old or new


WAYS: dict[str, Callable[[random.Random], Known]] = {
    "drafted": drafted,
    "scattered": scattered,
    "borrowed": borrowed,
    "rewritten": rewritten,
}
TOOLS: dict[str, Callable[[Known], set[Span]]] = {"loi": ours, "git --word-diff": of_git, "difflib": of_difflib}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--texts", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", type=int, default=0, help="print so many texts whose edits we do not find exactly")
    wanted = parser.parse_args()
    for way, generate in WAYS.items():
        chance = random.Random(wanted.seed)
        some = [generate(chance) for _k in range(wanted.texts)]
        for tool, diff in TOOLS.items():
            score = Score()
            for known in some:
                score.add(known, diff(known))
            print(f"{way:<10} {tool:<16} {score.edits:>5} edits   {score.row()}")
        for known in [k for k in some if ours(k) != k.edits][: wanted.show]:
            _show(known)


def _show(known: Known) -> None:
    old, new = "".join(known.old.split()), "".join(known.new.split())
    found = ours(known)
    print(f"\n{known.language}: {known.old}")
    for title, spans in (("missed", known.edits - found), ("instead", found - known.edits)):
        for a, b, c, d in sorted(spans):
            print(f"    {title}: {old[a:b]!r} -> {new[c:d]!r}   after {old[max(a - 12, 0) : a]!r}")


if __name__ == "__main__":
    main()
