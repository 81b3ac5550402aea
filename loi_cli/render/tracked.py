"""The clauses of a redline: the rows of `clauses`, with what came and went as tracked changes.

Whole clauses are marked as paragraphs, reworded ones by the word. A clause that moved is marked as moved at both
places, but for the words that changed on the way; of one split in two, or two joined, the end alone is marked
(`seams`). Labels are literal here: numbers that Word counted by itself would count the deleted clauses too.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from loi_cli.merge.comparison import Change, ClauseChange, Hunk, Op, word_diff
from loi_cli.model.text import Clause, Kind
from loi_cli.model.words import Bracket, Run, Words
from loi_cli.render.authors import Authors
from loi_cli.render.clauses import Spoken, grouped, label_of, notes_on, paragraphs_of
from loi_cli.render.filling import Filling, Segment, plainly, unlinked
from loi_cli.render.seams import Seam, seams
from loi_cli.render.weaving import Fate, Woven

Groups = list[dict[str, object]]

_KINDS: Mapping[tuple[Fate, bool], str] = {
    (Fate.DELETED, False): "deleted",
    (Fate.INSERTED, False): "inserted",
    (Fate.DELETED, True): "moved-from",
    (Fate.INSERTED, True): "moved-to",
}
"""What became of a clause, and whether it moved -> the kind of change, as `word.vocabulary` has it."""


class Part(NamedTuple):
    """A paragraph beside a seam: whose words its hunks are, and the change of its end."""

    clause: str
    hunks: Sequence[Hunk]
    brackets: Sequence[Bracket]
    mark: dict[str, str] | None


@dataclass(frozen=True)
class Redline:
    """Both states of the text and what lies between them, in the languages shown.

    `internal`: disputes about whole clauses are noted.
    """

    before: Filling
    after: Filling
    changes: Mapping[str, ClauseChange]
    languages: frozenset[str]
    authors: Authors
    internal: bool

    def parts(self, clauses: Sequence[Woven], languages: Sequence[str]) -> Mapping[str, Part]:
        """The paragraphs beside seams; side by side each clause has a row of its own, and rows have none."""
        found = seams(clauses, self.before.clauses, languages[0]) if len(languages) == 1 else ()
        return {clause: part for seam in found for clause, part in self._parted(seam).items()}

    def groups(
        self, clauses: Sequence[Woven], parts: Mapping[str, Part], languages: Sequence[str], kinds: Iterable[Kind]
    ) -> Groups:
        """As `clauses.groups_of`, over the woven clauses."""
        return grouped(((each.clause, partial(self._row, each, languages, parts)) for each in clauses), kinds)

    def _row(self, each: Woven, languages: Sequence[str], parts: Mapping[str, Part]) -> dict[str, object]:
        part = parts.get(each.clause.id)
        said: set[str] = set()
        change = None if part else self._change(each, said)
        cells = []
        for language in languages:
            paragraphs = self._cell(each, language, part, said)
            for paragraph in paragraphs:
                paragraph["change"] = paragraph["change"] or (change and {**change, "move": "", "why": ""})
            cells.append({"language": language, "paragraphs": paragraphs})
        if change and each.moved:
            change["move"] = "-".join((*languages, each.clause.id))
        notes = notes_on(each.clause, languages[0], self.after) if each.fate is not Fate.DELETED else []
        return {"id": each.clause.id, "cells": cells, "notes": notes, "change": change}

    def _change(self, each: Woven, said: set[str]) -> dict[str, str] | None:
        """The mark on a whole row or paragraph; what moved with a clause was moved by who moved that."""
        if each.fate is Fate.STAYS:
            return None
        clause = self._mover(each) if each.moved else each.clause
        author = self.authors.of_clause(clause, each.fate, each.moved)
        # The reason of a move stands where the clause is now.
        why = self._why(clause.id, ("place" if each.moved else "exists",), said) if self._is_here(each) else ""
        return self._mark(_KINDS[each.fate, each.moved], author, why)

    def _is_here(self, each: Woven) -> bool:
        return each.fate is Fate.INSERTED or not each.moved

    def _mover(self, each: Woven) -> Clause:
        """The clause that was moved: this one, or one that holds it."""
        clauses = self.before.clauses if each.fate is Fate.DELETED else self.after.clauses
        clause: Clause | None = each.clause
        while clause is not None:
            change = self.changes.get(clause.id)
            if change is not None and change.change is Change.MOVED:
                return clause
            clause = clauses.get(clause.parent or "")
        return each.clause

    def _mark(self, kind: str, author: str, why: str = "") -> dict[str, str]:
        return {"kind": kind, "author": author, "date": self.authors.date, "move": "", "why": why}

    def _why(self, clause: str, fields: Sequence[str], said: set[str]) -> str:
        """The reasons of a change that this row has not given yet; none but for our own side."""
        found = [reason for reason in self.authors.reasons(clause, fields) if reason not in said]
        said.update(found)
        return "\n".join(found)

    def _cell(self, each: Woven, language: str, part: Part | None, said: set[str]) -> list[dict[str, object]]:
        clause, filling = each.clause, self.before if each.fate is Fate.DELETED else self.after
        if part is not None:
            spoken = Spoken([], self._hunks(part.clause, f"text.{language}", part.hunks, part.brackets, said))
            stays = each.fate is Fate.STAYS
            label = self._label(clause, language) if stays else self._label_alone(each, language)
        elif each.fate is Fate.STAYS:
            spoken, label = self._spoken(clause, language, said), self._label(clause, language)
        elif each.moved:
            spoken, label = self._on_the_way(each, language, said)
        else:
            heading, text = clause.heading.get(language, ()), clause.text.get(language, ())
            spoken = Spoken(filling.of_words(heading, language), filling.of_words(text, language))
            if each.fate is Fate.DELETED:
                spoken = Spoken(unlinked(spoken.heading), unlinked(spoken.text))
            label = _literal(label_of(clause, language, filling))
        anchor = self.after.anchor(clause.id, language) if each.fate is not Fate.DELETED else ""
        found = paragraphs_of(clause, label, spoken, filling, anchor)
        for paragraph in found[1:]:
            paragraph["change"] = self._come_or_gone(paragraph)
        found[0]["mark"] = part.mark if part else None
        return found

    def _on_the_way(self, each: Woven, language: str, said: set[str]) -> tuple[Spoken, Segment | None]:
        """The words of a clause that moved: where it was, those that went on the way; where it is, those that came."""
        now, other = self.after.clauses[each.clause.id], "ins" if each.fate is Fate.DELETED else "del"
        # The reasons stand where the clause is now.
        both = self._spoken(now, language, said if each.fate is Fate.INSERTED else None)
        heading, text = _without(both.heading, other), _without(both.text, other)
        label = self._label(now, language)
        if label is not None:
            segments = label["segments"]
            assert isinstance(segments, list)
            label = {"number": 0, "segments": _without(segments, other)}
        return Spoken(heading, text) if other == "del" else Spoken(unlinked(heading), unlinked(text)), label

    def _come_or_gone(self, paragraph: Mapping[str, object]) -> dict[str, str] | None:
        """A paragraph after a clause's first whose words all came, or all went, came or went itself."""
        segments = paragraph["segments"]
        assert isinstance(segments, list)
        kinds = {str(segment["type"]) for segment in segments}
        if kinds != {"ins"} and kinds != {"del"}:
            return None
        return self._mark({"ins": "inserted", "del": "deleted"}[kinds.pop()], str(segments[0]["author"]))

    def _parted(self, seam: Seam) -> Mapping[str, Part]:
        """The two paragraphs of a seam, by their clauses."""
        states = (self.before.clauses, self.after.clauses)
        one = [state[seam.first].text for state in states]
        words = (*one, seam.second.text)
        brackets = [b for texts in words for language_words in texts.values() for b in _brackets(language_words)]
        author = self.authors.of_clause(seam.second, seam.fate, moved=False)
        mark = self._mark(_KINDS[seam.fate, False], author)
        return {
            seam.first: Part(seam.first, seam.before, brackets, mark),
            seam.second.id: Part(seam.first, seam.after, brackets, None),
        }

    def _label_alone(self, each: Woven, language: str) -> Segment | None:
        """The number of a clause that came or went while its words were there."""
        label = label_of(each.clause, language, self.before if each.fate is Fate.DELETED else self.after)
        if label is None:
            return None
        author = self.authors.of_clause(each.clause, each.fate, moved=False)
        op = Op.OUT if each.fate is Fate.DELETED else Op.IN
        return {"number": 0, "segments": [self._marked(op, [_text(label["text"])], author)]}

    def _label(self, clause: Clause, language: str) -> Segment | None:
        """The number of a clause that stays; another number is the old one gone and the new one come."""
        old = label_of(self.before.clauses[clause.id], language, self.before)
        new = label_of(clause, language, self.after)
        if old is None or new is None or old["text"] == new["text"]:
            return _literal(new)
        author = self.authors.of_numbers()
        was, now = ((Run(str(label["text"]), ()),) for label in (old, new))
        segments: list[Segment] = []
        for hunk in word_diff(was, now, language):
            words = [_text(hunk.text)]
            segments += words if hunk.op is Op.SAME else [self._marked(hunk.op, words, author)]
        return {"number": 0, "segments": segments}

    def _spoken(self, clause: Clause, language: str, said: set[str] | None) -> Spoken:
        change, was = self.changes.get(clause.id), self.before.clauses[clause.id]
        fields: list[list[Segment]] = []
        for name, old, new, hunks in (
            ("heading", was.heading, clause.heading, change.heading if change else {}),
            ("text", was.text, clause.text, change.text if change else {}),
        ):
            if language in hunks:
                brackets = [*_brackets(old.get(language, ())), *_brackets(new.get(language, ()))]
                trimmed = _trimmed(hunks[language])
                fields.append(self._hunks(clause.id, f"{name}.{language}", trimmed, brackets, said))
            else:
                words = new.get(language, ())
                pair = self.before.of_words(words, language), self.after.of_words(words, language)
                fields.append(self._renumbered(*pair))
        return Spoken(*fields)

    def _hunks(
        self, clause: str, field: str, hunks: Sequence[Hunk], brackets: Sequence[Bracket], said: set[str] | None
    ) -> list[Segment]:
        """The words of one field; its first change carries the reasons, unless they are `said` elsewhere (None)."""
        language = field.partition(".")[2]
        found: list[Segment] = []
        for number, hunk in enumerate(hunks):
            before = plainly(found)
            if hunk.op is Op.SAME:
                old = self.before.with_brackets(hunk.text, brackets, language, before)
                found += self._renumbered(old, self.after.with_brackets(hunk.text, brackets, language, before))
                continue
            author = self.authors.of_hunk(clause, field, hunks, number, brackets)
            why = "" if said is None else self._why(clause, (field,), said)
            filling = self.before if hunk.op is Op.OUT else self.after
            words = filling.with_brackets(hunk.text, brackets, language, before)
            found.append(self._marked(hunk.op, words, author, why))
        return found

    def shows(self, change: ClauseChange) -> bool:
        """Whether a reader of these languages sees anything of a change."""
        return change.change is not Change.CHANGED or not self.languages.isdisjoint({*change.text, *change.heading})

    def who(self, change: ClauseChange) -> str:
        """All who had a part in what happened to a clause."""
        if change.change is not Change.CHANGED:
            fate = Fate.DELETED if change.change is Change.DELETED else Fate.INSERTED
            clauses = self.before.clauses if fate is Fate.DELETED else self.after.clauses
            return self.authors.of_clause(clauses[change.clause], fate, change.change is Change.MOVED)
        names: dict[str, None] = {}
        now = self.after.clauses[change.clause]
        for prefix, fields, words in (("heading", change.heading, now.heading), ("text", change.text, now.text)):
            for language, hunks in ((lang, h) for lang, h in fields.items() if lang in self.languages):
                brackets = _brackets(words.get(language, ()))
                for number in (n for n, hunk in enumerate(hunks) if hunk.op is not Op.SAME):
                    named = self.authors.of_hunk(change.clause, f"{prefix}.{language}", hunks, number, brackets)
                    names.update(dict.fromkeys(named.split(", ")))
        return ", ".join(names)

    def _renumbered(self, old: list[Segment], new: list[Segment]) -> list[Segment]:
        """Words that nobody changed: only a reference in them may have got another number."""
        if unlinked(old) == unlinked(new):
            return new
        author = self.authors.of_numbers()
        if len(old) != len(new):
            return [self._marked(Op.OUT, old, author), self._marked(Op.IN, new, author)]
        found: list[Segment] = []
        for was, now in zip(old, new, strict=True):
            same = unlinked([was]) == unlinked([now])
            found += [now] if same else [self._marked(Op.OUT, [was], author), self._marked(Op.IN, [now], author)]
        return found

    def _marked(self, op: Op, segments: list[Segment], author: str, why: str = "") -> Segment:
        """Words that came, or went; a link in those would lead nowhere."""
        gone = op is Op.OUT
        return {
            "type": "del" if gone else "ins", "author": author, "date": self.authors.date, "why": why,
            "segments": unlinked(segments) if gone else segments,
        }  # fmt: skip


def _trimmed(hunks: Sequence[Hunk]) -> list[Hunk]:
    """The blank after words that come, or go, at the very beginning goes with them: no text begins with a blank."""
    found = list(hunks)
    begun = next((n for n, hunk in enumerate(found) if hunk.op is Op.SAME), len(found))
    one_sided = len({hunk.op for hunk in found[:begun]}) == 1
    if one_sided and begun < len(found) and found[begun].text.startswith(" "):
        last, same = found[begun - 1], found[begun]
        found[begun - 1 : begun + 1] = [Hunk(last.op, last.text + " ", last.by), Hunk(same.op, same.text[1:])]
    return found


def _without(segments: Iterable[Segment], kind: str) -> list[Segment]:
    return [segment for segment in segments if segment["type"] != kind]


def _brackets(words: Words) -> list[Bracket]:
    return [piece for piece in words if isinstance(piece, Bracket)]


def _literal(label: Segment | None) -> Segment | None:
    return None if label is None else {"number": 0, "segments": [_text(label["text"])]}


def _text(text: object) -> Segment:
    return {"type": "text", "text": text}
