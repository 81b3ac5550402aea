"""The returned paper held against the sent one: from lines to findings."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from loi_cli.i18n import _
from loi_cli.intake.receiving.findings import (
    Deletion,
    Finding,
    Findings,
    Insertion,
    Removal,
    Rewording,
    Said,
    Trace,
    Unplaced,
)
from loi_cli.intake.receiving.lines import Line, SentLine, normal, returned_lines, sent_lines
from loi_cli.intake.receiving.matching import Match, Matched, match_lines
from loi_cli.intake.receiving.sent import Part, SentPaper
from loi_cli.intake.receiving.structure import New, Outline, moves, placed
from loi_cli.intake.receiving.wording import proposed
from loi_cli.model.inputs import Anchor
from loi_cli.model.problems import LoiError
from loi_cli.model.text import Text
from loi_cli.word.revised import Paragraph, RevisedText, Revision
from loi_cli.word.taken import Passage, Taken, passages, stands

MOST_LINES = 10_000
"""Paragraphs of a returned paper: three languages on 300 pages."""

_PRESENT = 0.1
"""A language of which less than this share of lines comes back was not in the file that was sent."""


def compare(
    sent: SentPaper, returned: RevisedText, base: Text, languages: Sequence[str], party: str, taken: Iterable[str]
) -> Findings:
    """All that the party changed and said. `taken` are ids that new clauses must not have."""
    ours = sent_lines(sent, languages)
    theirs = returned_lines(returned, sent.anchors, ours, languages)
    if len(theirs) > MOST_LINES:
        raise LoiError(
            _("it has {count} paragraphs; {most} is the most").format(count=len(theirs), most=MOST_LINES),
            _("is it the right file? Send the text alone"),
        )
    matched = {
        language: match_lines(
            [one for one in ours if one.line.language == language],
            [line for line in theirs if line.language == language],
            language,
        )
        for language in languages
    }
    absent = tuple(language for language in languages if _is_absent(matched[language]))
    if len(absent) == len(languages):
        absent = ()
    here = {language: found for language, found in matched.items() if language not in absent}
    return _Comparison(sent, returned, base, here, party, frozenset(taken)).run(absent, matched)


def _is_absent(matched: Matched) -> bool:
    clauses = sum(1 for match in matched.matches if match.sent.clause)
    return clauses < _PRESENT * (clauses + sum(1 for one in matched.gone if one.clause)) or not matched.matches


@dataclass(frozen=True, slots=True)
class _Change:
    """One part of a clause in one language, as sent and as returned; `text` is None where the line is gone."""

    sent: SentLine
    match: Match | None


class _Comparison:
    def __init__(
        self,
        sent: SentPaper,
        returned: RevisedText,
        base: Text,
        matched: Mapping[str, Matched],
        party: str,
        taken: frozenset[str],
    ) -> None:
        self.sent, self.returned, self.base = sent, returned, base
        self.matched, self.party, self.taken = matched, party, taken
        self.outline = Outline(base)
        self.own = frozenset(r for paragraph in sent.text.paragraphs() for r in _revisions(paragraph))
        self.gone = _gone_passages(returned, sent)
        self.unplaced: list[Unplaced] = []

    def run(self, absent: tuple[str, ...], matched: Mapping[str, Matched]) -> Findings:
        changes = self._by_clause()
        deleted = [clause for clause, found in changes.items() if all(c.match is None for c in found)]
        findings: list[Finding] = [*self._rewordings(changes, deleted), *self._deletions(changes, deleted)]
        findings += self._moves()
        findings += self._insertions()
        self._frame()
        for language in absent:
            for line in matched[language].new:
                self._put_aside(line, _("in a language that the file does not hold otherwise"), "")
        said = tuple(self._said())
        return Findings(changes=tuple(findings), said=said, unplaced=tuple(self.unplaced), absent=absent)

    def _by_clause(self) -> dict[str, list[_Change]]:
        """The lines of every clause, in the order of the text; labels alone do not count."""
        found: dict[str, list[_Change]] = {}
        for matched in self.matched.values():
            for match in matched.matches:
                if _speaks(match.sent):
                    found.setdefault(match.sent.clause, []).append(_Change(match.sent, match))
            for one in matched.gone:
                if _speaks(one):
                    found.setdefault(one.clause, []).append(_Change(one, None))
        return {clause.id: found[clause.id] for clause in self.base if clause.id in found}

    def _rewordings(self, changes: Mapping[str, list[_Change]], deleted: Sequence[str]) -> Iterator[Rewording]:
        for clause, found in changes.items():
            if clause in deleted and not self._survives(clause, changes, deleted):
                continue
            self._say_splits(found)
            differing = [c for c in found if c.match is None or c.match.text != c.sent.line.text]
            words: dict[tuple[Part, str], str] = {}
            sent: dict[str, str] = {}
            theirs: dict[str, str] = {}
            traces: list[Trace] = []
            for change in differing:
                language = change.sent.line.language
                before = _proposed(change.sent, change.sent.line.text)
                after = _proposed(change.sent, change.match.text if change.match else "")
                new = {part: text for part, text in after.items() if text != before.get(part)}
                if label := new.pop(Part.LABEL, None):
                    why = _("the number of {clause} was changed; numbers follow from the order").format(clause=clause)
                    self.unplaced.append(Unplaced(text=label, why=why, near=clause, language=language))
                words |= {(part, language): text for part, text in new.items()}
                if new:
                    field = _field(change.sent)
                    sent[field] = change.sent.line.text
                    theirs[field] = change.match.text if change.match else ""
                    traces.append(self._trace(change))
            if words:
                yield Rewording(clause=clause, words=words, sent=sent, theirs=theirs, trace=_together(traces))

    def _say_splits(self, found: Iterable[_Change]) -> None:
        """Paragraphs are clauses: whether two of them were meant, a person must say."""
        for change in found:
            if change.match is not None and len(change.match.lines) > 1:
                why = _("{clause} was split into {count} paragraphs").format(
                    clause=change.sent.clause, count=len(change.match.lines)
                )
                text = " ¶ ".join(line.text for line in change.match.lines)
                language = change.sent.line.language
                self.unplaced.append(Unplaced(text=text, why=why, near=change.sent.clause, language=language))

    def _survives(self, clause: str, changes: Mapping[str, list[_Change]], deleted: Sequence[str]) -> bool:
        """Whether a clause whose own words are gone still holds others."""
        return any(below in changes and below not in deleted for below in self.outline.below(clause))

    def _deletions(self, changes: Mapping[str, list[_Change]], deleted: Sequence[str]) -> Iterator[Deletion]:
        whole = [c for c in deleted if not self._survives(c, changes, deleted)]
        for clause in whole:
            if self.outline.parent(clause) in whole:
                continue
            sent: dict[str, str] = {}
            for change in changes[clause]:
                sent[_field(change.sent)] = change.sent.line.text
            traces = [self._trace(change) for change in changes[clause]]
            yield Deletion(clause=clause, sent=sent, trace=_together(traces))

    def _moves(self) -> Iterator[Removal]:
        """Moves that every language which holds the clause shows; where only one does, a person must say."""
        by_language = self._moves_by_language()
        for clause in dict.fromkeys(clause for found in by_language.values() for clause in found):
            anchors = {language: found[clause] for language, found in by_language.items() if clause in found}
            lines = {language: self._match_of(clause, language) for language in self.matched}
            holding = {language for language, match in lines.items() if match is not None}
            anchor = self._agreed(anchors) if anchors.keys() == holding else None
            if anchor is None:
                why = _("{clause} was moved in {languages} alone, or to where it cannot stand").format(
                    clause=clause, languages=", ".join(anchors)
                )
                for language in anchors:
                    match = lines[language]
                    text = match.text if match else ""
                    self.unplaced.append(Unplaced(text=text, why=why, near=clause, language=language))
                continue
            revisions = [r for match in lines.values() if match for line in match.lines for r in line.passage.revisions]
            tracked = any(r.act.adds for r in revisions)
            yield Removal(
                clause=clause,
                anchor=anchor,
                trace=Trace(revisions=self._theirs(revisions), tracked=tracked, untracked=not tracked),
            )

    def _moves_by_language(self) -> dict[str, dict[str, Anchor | None]]:
        """The fullest language tells first: where another lacks a clause, either of two neighbours may seem to have
        moved, and it was the one that moved there."""
        found: dict[str, dict[str, Anchor | None]] = {}
        known: set[str] = set()
        for language, matched in sorted(self.matched.items(), key=lambda item: -len(item[1].matches)):
            speaking = [m for m in matched.matches if _speaks(m.sent)]
            lines = [(m.sent.clause, m.lines[0].order) for m in speaking]
            found[language] = moves(self.outline, lines, known | {m.sent.clause for m in speaking if _travelled(m)})
            known |= found[language].keys()
        return {language: found[language] for language in self.matched}

    def _agreed(self, anchors: Mapping[str, Anchor | None]) -> Anchor | None:
        """The place that all languages mean: where one says another neighbour, it lacks the words of this one."""
        for anchor in dict.fromkeys(anchors.values()):
            if anchor is not None and all(
                other == anchor or (anchor.clause and self._match_of(anchor.clause, language) is None)
                for language, other in anchors.items()
            ):
                return anchor
        return None

    def _insertions(self) -> Iterator[Insertion]:
        new: list[New] = []
        for language, matched in self.matched.items():
            owners = {line.order: match.sent.clause for match in matched.matches for line in match.lines}
            new += _in_order(matched.new, owners, language)
        for insertion, lines in placed(new, self.outline, self.party, self.taken):
            if insertion is None:
                for line in lines:
                    why = _("new words where no clause can stand")
                    self._put_aside(line, why, "")
                continue
            yield replace(insertion, trace=_together([_trace_of_new(line.passage) for line in lines]))

    def _frame(self) -> None:
        """Changes of words around the clauses, which follow from the dossier and the protocol."""
        for language, matched in self.matched.items():
            for match in matched.matches:
                if not match.sent.clause and match.text != match.sent.line.text:
                    why = _("changed in the words around the clauses; sent was: {sent}").format(
                        sent=match.sent.line.text
                    )
                    self.unplaced.append(Unplaced(text=match.text, why=why, language=language))
            for one in matched.gone:
                if not one.clause:
                    why = _("taken out of the words around the clauses")
                    self.unplaced.append(Unplaced(text=one.line.text, why=why, language=language))

    def _said(self) -> Iterator[Said]:
        """Comments and footnotes with the clause that they are about; what is about none is put aside."""
        near: dict[str, str] = {}
        notes: dict[str, str] = {}
        owner = {
            line.order: match.sent.clause
            for matched in self.matched.values()
            for match in matched.matches
            for line in match.lines
        }
        last = ""
        for order, passage in enumerate(passages(self.returned, Taken.ALL)):
            named = next((self.sent.anchors[n][0] for n in passage.bookmarks if n in self.sent.anchors), "")
            clause = owner.get(order) or named
            if order in owner and not owner[order]:
                last = ""  # the frame begins
            last = clause or last
            for name in passage.comments:
                near.setdefault(name, clause or last)
            for run in passage.runs:
                if run.note in self.returned.notes and stands(run.revisions, Taken.ALL):
                    notes.setdefault(run.note, clause or last)
        texts = {comment.id: comment.text for comment in self.returned.comments}
        for comment in self.returned.comments:
            clause = near.get(comment.id, "") or near.get(comment.answers, "")
            if not clause:
                why = _("a comment of {author} on “{about}”, about no clause").format(
                    author=comment.author or "?", about=normal(comment.about)
                )
                self.unplaced.append(Unplaced(text=comment.text, why=why))
                continue
            yield Said(
                clause=clause,
                author=comment.author,
                date=comment.date[:10],
                about=normal(comment.about),
                text=comment.text,
                answers=texts.get(comment.answers, ""),
            )
        for note, clause in notes.items():
            small = replace(self.returned, blocks=self.returned.notes[note], notes={})
            text = " ".join(p.text for p in passages(small, Taken.ALL)).strip()
            if text and clause:
                yield Said(clause=clause, author="", date="", about="", text=_("footnote: {text}").format(text=text))
            elif text:
                self.unplaced.append(Unplaced(text=text, why=_("a footnote, about no clause")))

    def _match_of(self, clause: str, language: str) -> Match | None:
        return next((m for m in self.matched[language].matches if m.sent.clause == clause and _speaks(m.sent)), None)

    def _put_aside(self, line: Line, why: str, near: str) -> None:
        self.unplaced.append(Unplaced(text=line.text, why=why, near=near, language=line.language))

    def _theirs(self, revisions: Iterable[Revision]) -> tuple[Revision, ...]:
        """Tracked changes that were not in the paper when it was sent: a redline of ours holds our own."""
        return tuple(r for r in dict.fromkeys(revisions) if r not in self.own)

    def _as_sent(self, passage: Passage) -> str:
        """The words of a passage without the changes that the party tracked in it."""
        return "".join(run.text for run in passage.runs if all(r.act.adds is (r in self.own) for r in run.revisions))

    def _trace(self, change: _Change) -> Trace:
        if change.match is None:
            language = change.sent.line.language
            found = self.gone.get((change.sent.clause, language)) or self.gone.get((change.sent.line.text, ""))
            revisions = self._theirs(found.revisions) if found else ()
            return Trace(revisions=revisions, tracked=bool(revisions), untracked=not revisions)
        lines = change.match.lines
        revisions = self._theirs(r for line in lines for r in line.passage.revisions)
        before = normal(" ".join(self._as_sent(line.passage) for line in lines))
        untracked = before.replace(" ", "") != change.sent.line.text.replace(" ", "")
        return Trace(revisions=revisions, tracked=bool(revisions), untracked=untracked or not revisions)


def _speaks(one: SentLine) -> bool:
    return bool(one.clause) and any(piece.part is not Part.LABEL for piece in one.pieces)


def _proposed(sent: SentLine, text: str) -> Mapping[Part, str]:
    return proposed(sent.pieces, text, sent.line.language)


def _field(sent: SentLine) -> str:
    """`text.en`: what of the clause the line says, as conflicts name it."""
    part = next(piece.part for piece in sent.pieces if piece.part is not Part.LABEL)
    return f"{part.value}.{sent.line.language}"


def _travelled(match: Match) -> bool:
    """Whether tracked changes put the whole of a line where it stands."""
    runs = [run for line in match.lines for run in line.passage.runs if run.text.strip()]
    return all(any(r.act.adds for r in run.revisions) for run in runs)


def _revisions(paragraph: Paragraph) -> Iterator[Revision]:
    for run in paragraph.runs:
        yield from run.revisions
    yield from paragraph.mark


def _together(traces: Sequence[Trace]) -> Trace:
    return Trace(
        revisions=tuple(dict.fromkeys(r for trace in traces for r in trace.revisions)),
        tracked=any(trace.tracked for trace in traces),
        untracked=any(trace.untracked for trace in traces),
    )


def _trace_of_new(passage: Passage) -> Trace:
    inserted = tuple(r for r in passage.revisions if r.act.adds)
    untracked = bool(normal(passage.reading(Taken.NONE)))
    return Trace(revisions=inserted, tracked=bool(inserted), untracked=untracked or not inserted)


def _gone_passages(returned: RevisedText, sent: SentPaper) -> Mapping[tuple[str, str], Passage]:
    """What tracked changes took away whole, by clause and language, and by its words."""
    found: dict[tuple[str, str], Passage] = {}
    for passage in passages(returned, Taken.ALL):
        words = normal(passage.reading(Taken.NONE))
        if normal(passage.text) or not words:
            continue
        found.setdefault((words, ""), passage)
        for name in passage.bookmarks:
            if name in sent.anchors:
                found.setdefault(sent.anchors[name], passage)
    return found


_TYPED_NUMBER = re.compile(r"^(?:\(?(?:[a-zа-я]|[ivx]{1,5}|\d{1,2})[).]|\d{1,2}(?:\.\d{1,2})+\.?)\s+", re.IGNORECASE)


def _in_order(lines: Sequence[Line], owners: Mapping[int, str], language: str) -> Iterator[New]:
    """New lines, each after the clause that comes before it, with its place among those that are new there."""
    orders = sorted(owners)
    last: tuple[str, int] | None = None
    count = 0
    for line in lines:
        at = bisect_left(orders, line.order)
        before = orders[at - 1] if at else -1
        after = orders[at] if at < len(orders) else -1
        here = (owners.get(before, ""), before)
        count = count + 1 if here == last else 0
        last = here
        bare = _TYPED_NUMBER.sub("", line.text) if line.passage.numbering is None else line.text
        yield New(
            language=language, line=line, text=bare or line.text, after=owners.get(before, ""),
            before=owners.get(after, ""), at=count,
        )  # fmt: skip
