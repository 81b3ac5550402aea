"""What a meeting may be about: clauses that the text has or had, and papers that loi makes or a person puts in."""

from collections.abc import Callable, Collection, Iterator

from loi_cli.files.codes import Code
from loi_cli.i18n import _
from loi_cli.meetings.packet_list import Paper
from loi_cli.model.identifiers import nearest
from loi_cli.model.meetings import Meeting
from loi_cli.model.problems import BadInput, Problem


def must_be_known(meeting: Meeting, clauses: Collection[str], earlier: Callable[[], Collection[str]]) -> None:
    """Raises BadInput for a clause that no version of the text has, nor an input asks for, and for a paper whose name
    is a slip. `clauses` are those of the text as it stands; `earlier`, the others, are asked for only where needed.

    A paper with a name of its own is no slip: it is listed on the cover, for somebody to put in.
    """
    problems = [*_clauses(meeting, clauses, earlier), *_papers(meeting)]
    if problems:
        raise BadInput(problems)


def _clauses(meeting: Meeting, clauses: Collection[str], earlier: Callable[[], Collection[str]]) -> Iterator[Problem]:
    strange = [(item, clause) for item in meeting.agenda for clause in item.clauses if clause not in clauses]
    known = {*clauses, *earlier()} if strange else clauses
    for item, clause in strange:
        if clause not in known:
            near = nearest(clause, known)
            yield Problem(
                code=Code.UNKNOWN_NAME.value,
                message=_("the item `{item}` is about `{clause}`, which no version of the text has").format(
                    item=item.id, clause=clause
                ),
                place=item.clauses_at or item.place,
                help=_("did you mean `{name}`?").format(name=near) if near else _("`loi show head` lists the clauses"),
            )


def _papers(meeting: Meeting) -> Iterator[Problem]:
    known = [paper.value for paper in Paper]
    for item in meeting.agenda:
        for paper in item.papers:
            if paper not in known and (near := nearest(paper, known)):
                yield Problem(
                    code=Code.UNKNOWN_NAME.value,
                    message=_("the item `{item}` hands out `{paper}`, which is no paper of ours").format(
                        item=item.id, paper=paper
                    ),
                    place=item.papers_at or item.place,
                    help=_("did you mean `{name}`? A paper of another name is listed on the cover").format(name=near),
                )
