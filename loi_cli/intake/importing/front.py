"""The front of an instrument: its title, who the parties are, and the recitals."""

import re
from collections.abc import Sequence

from loi_cli.i18n import _
from loi_cli.intake.importing.beginnings import ENDS, begins_loud
from loi_cli.intake.importing.growing import ITEMS, Growing
from loi_cli.intake.importing.leads import Leads, any_of
from loi_cli.intake.importing.lines import Line
from loi_cli.model.text import Kind


def read_front(lines: Sequence[Line], leads: Leads, tree: Growing) -> None:
    """Take in the lines before the first article and the closing words."""
    _Front(leads, tree).read(lines)


class _Front:
    def __init__(self, leads: Leads, tree: Growing) -> None:
        self.leads = leads
        self.tree = tree

    def read(self, front: Sequence[Line]) -> None:
        named = self._naming(front)
        pivot = self._pivot(front)
        for at, line in enumerate(front):
            if at == pivot:
                self.tree.leave(line, _("words between recitals and articles: papers make them anew"))
            elif not line.own and (at <= named or self._is_title(line)):
                self._title(line)
            else:
                self._recital(line)
        self.tree.close()

    def _naming(self, front: Sequence[Line]) -> int:
        """The last line that names the parties, or -1."""
        words = re.compile(any_of(self.leads.parties), re.IGNORECASE)
        first = next(
            (
                n
                for n, line in enumerate(front)
                if words.search(line.text) and not line.own and not begins_loud(line.text, self.leads.recital)
            ),
            -1,
        )
        while (
            0 <= first < len(front) - 1
            and words.search(front[first + 1].text)
            and not begins_loud(front[first + 1].text, self.leads.recital)
        ):
            first += 1
        return first

    def _pivot(self, front: Sequence[Line]) -> int:
        words = re.compile(any_of(self.leads.pivot), re.IGNORECASE)
        for at in range(len(front) - 1, max(-1, len(front) - 4), -1):
            if (
                not front[at].own
                and words.search(front[at].text)
                and front[at].text.rstrip().endswith((":", ".", "："))
            ):
                return at
        return -1

    def _is_title(self, line: Line) -> bool:
        return line.style in ("Title", "Subtitle", "Title Line") or line.text.isupper() or (line.outline > 0)

    def _title(self, line: Line) -> None:
        is_title = self._is_title(line) or not line.text.endswith(ENDS)
        (self.tree.found.title if is_title else self.tree.found.parties).append(line.text)
        why = (
            _("title: papers make it from dossier.yaml") if is_title else _("who the parties are: papers make it anew")
        )
        self.tree.leave(line, why)

    def _recital(self, line: Line) -> None:
        last = self.tree.found.nodes[-1] if self.tree.found.nodes else None
        if last is not None and line.own and line.style in ITEMS:
            self.tree.hang_own(last, line)
            return
        if not line.own and last is not None and last.text.endswith(":"):
            mark = self.tree.mark(line)
            if mark is not None:
                self.tree.hang(last, line, *mark)
                return
        mark = self.tree.mark(line)
        text = line.text
        if mark is not None and not line.own:
            text = mark[1]
        if not line.own and not begins_loud(text, self.leads.recital):
            self.tree.doubt(_("taken as a recital by its place alone"), line)
        how = _("our bookmark") if line.own else _("its place before the articles")
        self.tree.add(Kind.RECITAL, line, how, text)
