"""Comments and footnotes of a returned paper with the clause that they are about; what is about none is put aside."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from loi_cli.i18n import _
from loi_cli.intake.receiving.findings import Said, Unplaced
from loi_cli.intake.receiving.lines import normal
from loi_cli.word.revised import RevisedText
from loi_cli.word.taken import Taken, passages, stands


@dataclass(frozen=True, slots=True)
class _Near:
    """The clause by each comment and each footnote, empty where it is none."""

    comments: dict[str, str] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)


def remarks(
    returned: RevisedText, sent: RevisedText, anchors: Mapping[str, tuple[str, str]], owner: Mapping[int, str]
) -> Iterator[Said | Unplaced]:
    """What is said beside the words; footnotes that the paper had when it was sent say nothing new.

    `anchors` are the bookmarks of clauses, `owner` the clause of each line.
    """
    near = _near(returned, anchors, owner)
    texts = {comment.id: comment.text for comment in returned.comments}
    for comment in returned.comments:
        clause = near.comments.get(comment.id, "") or near.comments.get(comment.answers, "")
        if not clause:
            why = _("a comment of {author} on “{about}”, about no clause").format(
                author=comment.author or "?", about=normal(comment.about)
            )
            yield Unplaced(text=comment.text, why=why)
            continue
        yield Said(
            clause=clause,
            author=comment.author,
            date=comment.date[:10],
            about=normal(comment.about),
            text=comment.text,
            answers=texts.get(comment.answers, ""),
        )
    ours = {_noted(sent, note) for note in sent.notes}
    for note, clause in near.notes.items():
        text = _noted(returned, note)
        if text in ours:
            continue
        if text and clause:
            yield Said(clause=clause, author="", date="", about="", text=_("footnote: {text}").format(text=text))
        elif text:
            yield Unplaced(text=text, why=_("a footnote, about no clause"))


def _noted(text: RevisedText, note: str) -> str:
    """The words of a footnote."""
    small = replace(text, blocks=text.notes[note], notes={})
    return " ".join(passage.text for passage in passages(small, Taken.ALL)).strip()


def _near(returned: RevisedText, anchors: Mapping[str, tuple[str, str]], owner: Mapping[int, str]) -> _Near:
    near = _Near()
    last = ""
    for order, passage in enumerate(passages(returned, Taken.ALL)):
        named = next((anchors[n][0] for n in passage.bookmarks if n in anchors), "")
        clause = owner.get(order) or named
        if order in owner and not owner[order]:
            last = ""  # the frame begins
        last = clause or last
        for name in passage.comments:
            near.comments.setdefault(name, clause or last)
        for run in passage.runs:
            if run.note in returned.notes and stands(run.revisions, Taken.ALL):
                near.notes.setdefault(run.note, clause or last)
    return near
