"""The returned paper held against the sent one: from lines to findings."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from loi_cli.i18n import _
from loi_cli.intake.receiving.changes import ByLanguage, Change, changes_by_clause, owners, speaks
from loi_cli.intake.receiving.findings import (
    Deletion,
    Finding,
    Findings,
    Insertion,
    Rewording,
    Said,
    Trace,
    Unplaced,
)
from loi_cli.intake.receiving.lines import Line, margin_words, normal, returned_lines, sent_lines
from loi_cli.intake.receiving.matching import Matched, match_lines
from loi_cli.intake.receiving.novelties import novelties
from loi_cli.intake.receiving.remarks import remarks
from loi_cli.intake.receiving.removals import removals
from loi_cli.intake.receiving.sent import Part, SentPaper
from loi_cli.intake.receiving.structure import Outline, placed
from loi_cli.intake.receiving.tracks import Tracks, together, trace_of_new
from loi_cli.model.problems import LoiError
from loi_cli.model.text import Text
from loi_cli.word.revised import RevisedText

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
    strange = len(absent) == len(languages)
    if strange:
        absent = ()
    here = {language: found for language, found in matched.items() if language not in absent}
    outline = Outline(base)
    tracks = Tracks(returned, sent)
    changes = changes_by_clause(here, base)
    found: list[Finding | Said | Unplaced] = [
        *_rewordings(changes, outline, tracks),
        *_deletions(changes, outline, tracks),
        *removals(here, outline, tracks),
        *_insertions(here, outline, party, frozenset(taken)),
        *_frame(here),
        *_margins(sent, returned),
        *_in_absent_languages(matched[language] for language in absent),
        *remarks(returned, sent.text, sent.anchors, owners(list(here.values()))),
    ]
    return Findings(
        changes=tuple(one for one in found if isinstance(one, Finding)),
        said=tuple(one for one in found if isinstance(one, Said)),
        unplaced=tuple(one for one in found if isinstance(one, Unplaced)),
        absent=absent,
        strange=strange,
    )


def _is_absent(matched: Matched) -> bool:
    clauses = sum(1 for match in matched.matches if match.sent.clause)
    return clauses < _PRESENT * (clauses + sum(1 for one in matched.gone if one.clause)) or not matched.matches


Changes = Mapping[str, Sequence[Change]]


def _rewordings(changes: Changes, outline: Outline, tracks: Tracks) -> Iterator[Rewording | Unplaced]:
    for clause, found in changes.items():
        if _is_gone(clause, changes, outline):
            continue
        yield from _splits(found)
        words: dict[tuple[Part, str], str] = {}
        sent: dict[str, str] = {}
        theirs: dict[str, str] = {}
        traces: list[Trace] = []
        for change in found:
            if change.match is not None and change.after == change.before:
                continue
            new = change.new_words()
            if label := new.pop(Part.LABEL, None):
                yield _renumbered(label, clause, change.language)
            words |= {(part, change.language): text for part, text in new.items()}
            if new:
                sent[change.field] = change.before
                theirs[change.field] = change.after
                traces.append(tracks.of(change))
        if words:
            yield Rewording(clause=clause, words=words, sent=sent, theirs=theirs, trace=together(traces))


def _splits(found: Iterable[Change]) -> Iterator[Unplaced]:
    """Paragraphs are clauses: whether two of them were meant, a person must say."""
    for change in found:
        if change.match is not None and len(change.match.lines) > 1:
            why = _("{clause} was split into {count} paragraphs").format(
                clause=change.sent.clause, count=len(change.match.lines)
            )
            text = " ¶ ".join(line.text for line in change.match.lines)
            yield Unplaced(text=text, why=why, near=change.sent.clause, language=change.language)


def _deletions(changes: Changes, outline: Outline, tracks: Tracks) -> Iterator[Deletion]:
    for clause, found in changes.items():
        if not _is_gone(clause, changes, outline) or _is_gone(outline.parent(clause), changes, outline):
            continue
        sent = {change.field: change.before for change in found}
        yield Deletion(clause=clause, sent=sent, trace=together([tracks.of(change) for change in found]))


def _is_gone(clause: str | None, changes: Changes, outline: Outline) -> bool:
    """Whether neither words of its own are left of a clause nor of one that it holds."""
    if clause is None or clause not in changes:
        return False
    return all(change.match is None for one in (clause, *outline.below(clause)) for change in changes.get(one, ()))


def _insertions(
    matched: ByLanguage, outline: Outline, party: str, taken: frozenset[str]
) -> Iterator[Insertion | Unplaced]:
    for insertion, lines in placed(list(novelties(matched)), outline, party, taken):
        if insertion is None:
            yield from (_put_aside(line, _("new words where no clause can stand")) for line in lines)
        else:
            yield replace(insertion, trace=together([trace_of_new(line.passage) for line in lines]))


def _frame(matched: ByLanguage) -> Iterator[Unplaced]:
    """Changes of words around the clauses, which follow from the dossier and the protocol, and of a number that stands
    in a line of its own."""
    for language, one in matched.items():
        for match in one.matches:
            if speaks(match.sent) or match.text == match.sent.line.text:
                continue
            if match.sent.clause:
                yield _renumbered(match.text, match.sent.clause, language)
            else:
                why = _("changed in the words around the clauses; sent was: {sent}").format(sent=match.sent.line.text)
                yield Unplaced(text=match.text, why=why, language=language)
        for gone in one.gone:
            if not gone.clause:
                why = _("taken out of the words around the clauses")
                yield Unplaced(text=gone.line.text, why=why, language=language)


def _renumbered(label: str, clause: str, language: str) -> Unplaced:
    why = _("the number of {clause} was changed; numbers follow from the order").format(clause=clause)
    return Unplaced(text=label, why=why, near=clause, language=language)


def _margins(sent: SentPaper, returned: RevisedText) -> Iterator[Unplaced]:
    """Lines of headers and footers with words that stood in none; programs lose such lines, or repeat them."""
    ours = frozenset().union(*map(margin_words, (*sent.text.margins, *sent.margins)))
    for words in dict.fromkeys(returned.margins):
        if not margin_words(words) <= ours:
            yield Unplaced(text=normal(words), why=_("in a header or footer"))


def _in_absent_languages(absent: Iterable[Matched]) -> Iterator[Unplaced]:
    for one in absent:
        for line in one.new:
            yield _put_aside(line, _("in a language that the file does not hold otherwise"))


def _put_aside(line: Line, why: str) -> Unplaced:
    return Unplaced(text=line.text, why=why, language=line.language)
