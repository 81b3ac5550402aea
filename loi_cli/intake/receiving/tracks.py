"""Who changed what: the tracked changes of a returned paper, without those that it held when it was sent."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from loi_cli.intake.receiving.changes import Change
from loi_cli.intake.receiving.findings import Trace
from loi_cli.intake.receiving.lines import normal
from loi_cli.intake.receiving.sent import SentPaper
from loi_cli.word.revised import Paragraph, RevisedText, Revision
from loi_cli.word.taken import Passage, Taken, passages


class Tracks:
    """`own` are the tracked changes of the paper as it was sent: a redline of ours holds our own."""

    def __init__(self, returned: RevisedText, sent: SentPaper) -> None:
        self.own = frozenset(r for paragraph in sent.text.paragraphs() for r in _revisions(paragraph))
        self.gone = _gone_passages(returned, sent)

    def theirs(self, revisions: Iterable[Revision]) -> tuple[Revision, ...]:
        return tuple(r for r in dict.fromkeys(revisions) if r not in self.own)

    def of(self, change: Change) -> Trace:
        if change.match is None:
            found = self.gone.get((change.sent.clause, change.language)) or self.gone.get((change.before, ""))
            revisions = self.theirs(found.revisions) if found else ()
            return Trace(revisions=revisions, tracked=bool(revisions), untracked=not revisions)
        lines = change.match.lines
        revisions = self.theirs(r for line in lines for r in line.passage.revisions)
        before = normal(" ".join(self._as_sent(line.passage) for line in lines))
        untracked = before.replace(" ", "") != change.before.replace(" ", "")
        return Trace(revisions=revisions, tracked=bool(revisions), untracked=untracked or not revisions)

    def of_move(self, lines: Iterable[Passage]) -> Trace:
        """That of a clause at another place: tracked where it was put in there."""
        revisions = [r for passage in lines for r in passage.revisions]
        tracked = any(r.act.adds for r in revisions)
        return Trace(revisions=self.theirs(revisions), tracked=tracked, untracked=not tracked)

    def _as_sent(self, passage: Passage) -> str:
        """The words of a passage without the changes that the party tracked in it."""
        return "".join(run.text for run in passage.runs if all(r.act.adds is (r in self.own) for r in run.revisions))


def trace_of_new(passage: Passage) -> Trace:
    """That of words that were not there."""
    inserted = tuple(r for r in passage.revisions if r.act.adds)
    untracked = bool(normal(passage.reading(Taken.NONE)))
    return Trace(revisions=inserted, tracked=bool(inserted), untracked=untracked or not inserted)


def together(traces: Sequence[Trace]) -> Trace:
    """That of several lines which are one change."""
    return Trace(
        revisions=tuple(dict.fromkeys(r for trace in traces for r in trace.revisions)),
        tracked=any(trace.tracked for trace in traces),
        untracked=any(trace.untracked for trace in traces),
    )


def _revisions(paragraph: Paragraph) -> Iterator[Revision]:
    for run in paragraph.runs:
        yield from run.revisions
    yield from paragraph.mark


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
