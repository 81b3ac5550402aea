"""The clauses of a redline: the rows of `clauses`, with what came and went as tracked changes.

Whole clauses are marked as paragraphs, reworded ones by the word. Labels are literal here: numbers that Word counted by
itself would count the deleted clauses too.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from loi_cli.merge.comparison import Change, ClauseChange, Hunk, Op
from loi_cli.model.text import Clause, Kind
from loi_cli.model.words import Bracket, Words
from loi_cli.render.authors import Authors
from loi_cli.render.clauses import Spoken, grouped, label_of, notes_on, paragraphs_of
from loi_cli.render.filling import Filling, Segment, plainly, unlinked
from loi_cli.render.weaving import Fate, Woven

Groups = list[dict[str, object]]


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

    def groups(self, clauses: Sequence[Woven], languages: Sequence[str], kinds: Iterable[Kind]) -> Groups:
        """As `clauses.groups_of`, over the woven clauses."""
        return grouped(((each.clause, partial(self._row, each, languages)) for each in clauses), kinds)

    def _row(self, each: Woven, languages: Sequence[str]) -> dict[str, object]:
        cells = [{"language": language, "paragraphs": self._cell(each, language)} for language in languages]
        notes = notes_on(each.clause, languages[0], self.after) if each.fate is not Fate.DELETED else []
        return {"id": each.clause.id, "cells": cells, "notes": notes, "change": self._change(each)}

    def _change(self, each: Woven) -> dict[str, str] | None:
        """The mark on a whole row or paragraph."""
        if each.fate is Fate.STAYS:
            return None
        change = self.changes.get(each.clause.id)
        moved = change is not None and change.change is Change.MOVED
        author = self.authors.of_clause(each.clause, each.fate, moved)
        return {"kind": each.fate.value, "author": author, "date": self.authors.date}

    def _cell(self, each: Woven, language: str) -> list[dict[str, object]]:
        clause, filling = each.clause, self.before if each.fate is Fate.DELETED else self.after
        if each.fate is Fate.STAYS:
            spoken, label = self._spoken(clause, language), self._label(clause, language)
        else:
            heading, text = clause.heading.get(language, ()), clause.text.get(language, ())
            spoken = Spoken(filling.of_words(heading, language), filling.of_words(text, language))
            if each.fate is Fate.DELETED:
                spoken = Spoken(unlinked(spoken.heading), unlinked(spoken.text))
            label = _literal(label_of(clause, language, filling))
        anchor = self.after.anchor(clause.id, language) if each.fate is not Fate.DELETED else ""
        found = paragraphs_of(clause, label, spoken, filling, anchor)
        for paragraph in found:
            paragraph["change"] = self._change(each)
        return found

    def _label(self, clause: Clause, language: str) -> Segment | None:
        """The number of a clause that stays; another number is the old one gone and the new one come."""
        old = label_of(self.before.clauses[clause.id], language, self.before)
        new = label_of(clause, language, self.after)
        if old is None or new is None or old["text"] == new["text"]:
            return _literal(new)
        author = self.authors.of_numbers()
        both = [self._del(_words(old), author), self._ins(_words(new), author)]
        # Two numbers fill the room before the words: a blank keeps them apart.
        apart = [] if clause.kind in (Kind.ARTICLE, Kind.ANNEX) else _words({"text": "\N{NO-BREAK SPACE}"})
        return {"number": 0, "segments": [*both, *apart]}

    def _spoken(self, clause: Clause, language: str) -> Spoken:
        change, was = self.changes.get(clause.id), self.before.clauses[clause.id]
        fields: list[list[Segment]] = []
        for name, old, new, hunks in (
            ("heading", was.heading, clause.heading, change.heading if change else {}),
            ("text", was.text, clause.text, change.text if change else {}),
        ):
            if language in hunks:
                brackets = [*_brackets(old.get(language, ())), *_brackets(new.get(language, ()))]
                fields.append(self._hunks(clause.id, f"{name}.{language}", _trimmed(hunks[language]), brackets))
            else:
                words = new.get(language, ())
                pair = self.before.of_words(words, language), self.after.of_words(words, language)
                fields.append(self._renumbered(*pair))
        return Spoken(*fields)

    def _hunks(self, clause: str, field: str, hunks: Sequence[Hunk], brackets: Sequence[Bracket]) -> list[Segment]:
        language = field.partition(".")[2]
        found: list[Segment] = []
        for number, hunk in enumerate(hunks):
            before = plainly(found)
            if hunk.op is Op.SAME:
                old = self.before.with_brackets(hunk.text, brackets, language, before)
                found += self._renumbered(old, self.after.with_brackets(hunk.text, brackets, language, before))
                continue
            author = self.authors.of_hunk(clause, field, hunks, number, brackets)
            if hunk.op is Op.OUT:
                found.append(self._del(self.before.with_brackets(hunk.text, brackets, language, before), author))
            else:
                found.append(self._ins(self.after.with_brackets(hunk.text, brackets, language, before), author))
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
            return [self._del(old, author), self._ins(new, author)]
        found: list[Segment] = []
        for was, now in zip(old, new, strict=True):
            same = unlinked([was]) == unlinked([now])
            found += [now] if same else [self._del([was], author), self._ins([now], author)]
        return found

    def _del(self, segments: list[Segment], author: str) -> Segment:
        """Words that went; a link in them would lead nowhere."""
        return {"type": "del", "author": author, "date": self.authors.date, "segments": unlinked(segments)}

    def _ins(self, segments: list[Segment], author: str) -> Segment:
        return {"type": "ins", "author": author, "date": self.authors.date, "segments": segments}


def _trimmed(hunks: Sequence[Hunk]) -> list[Hunk]:
    """The blank after words that come, or go, at the very beginning goes with them: no text begins with a blank."""
    found = list(hunks)
    begun = next((n for n, hunk in enumerate(found) if hunk.op is Op.SAME), len(found))
    one_sided = len({hunk.op for hunk in found[:begun]}) == 1
    if one_sided and begun < len(found) and found[begun].text.startswith(" "):
        last, same = found[begun - 1], found[begun]
        found[begun - 1 : begun + 1] = [Hunk(last.op, last.text + " ", last.by), Hunk(same.op, same.text[1:])]
    return found


def _brackets(words: Words) -> list[Bracket]:
    return [piece for piece in words if isinstance(piece, Bracket)]


def _literal(label: Segment | None) -> Segment | None:
    return None if label is None else {"number": 0, "segments": _words(label)}


def _words(label: Segment) -> list[Segment]:
    return [{"type": "text", "text": label["text"]}]
