"""The tree of one language as it grows line by line: numbers and letters say below what a line stands."""

from loi_cli.i18n import _
from loi_cli.intake.importing.lines import Line, Remainder
from loi_cli.intake.importing.marks import Mark, counted, typed
from loi_cli.intake.importing.nodes import Doubt, Node, Outlined, every
from loi_cli.model.text import PARENTS, Kind

ITEMS = ("Item", "Subitem")
"""The styles of items in our papers."""


class Growing:
    """`stack` are the numbered lines that others may stand below, `open` the last value of each series among them."""

    def __init__(self, found: Outlined) -> None:
        self.found = found
        self.stack: list[tuple[Mark, Node]] = []
        self.open: dict[tuple[str, str], int] = {}

    def add(self, kind: Kind, line: Line, how: str, text: str) -> Node:
        """A clause at the top, which ends whatever was numbered before it."""
        self.close()
        node = Node(kind=kind, line=line, how=how, text=text)
        self.found.nodes.append(node)
        return node

    def close(self) -> None:
        self.stack.clear()
        self.open.clear()

    def leave(self, line: Line, why: str) -> None:
        if line.text:
            self.found.left_out.append(Remainder(line.text, why, line.place))

    def doubt(self, why: str, line: Line) -> None:
        self.found.doubts.append(Doubt(why, line.text, line.place))

    def mark(self, line: Line) -> tuple[Mark, str] | None:
        """What a line is numbered by, and its words."""
        if line.level is not None:
            return counted(line.level), line.text
        return typed(line.text, self.open)

    def hang(self, top: Node, line: Line, mark: Mark, text: str) -> None:
        """Find the place of a numbered line below the part that is open."""
        while self.stack and not self._is_above(self.stack[-1][0], mark):
            gone = self.stack.pop()[0]
            if (gone.series, gone.form) == (mark.series, mark.form):
                break
            self.open.pop((gone.series, gone.form), None)
        above = self.stack[-1][1] if self.stack else top
        kind = Kind.PARAGRAPH if mark.series in ("1", "1.1") and above is top else Kind.ITEM
        if above.kind not in PARENTS[kind]:
            kind = Kind.ITEM
        how = _("Word’s numbering") if mark.depth >= 0 else _("typed: {mark}").format(mark=mark.typed or mark.form)
        node = Node(kind=kind, line=line, how=how, text=text, number=mark.value)
        expected = self.open.get((mark.series, mark.form), 0) + 1
        if mark.value and mark.value != expected:
            why = _("typed as {mark} where {number} was due; numbers follow from the order").format(
                mark=mark.typed, number=expected
            )
            self.doubt(why, line)
        self.open[mark.series, mark.form] = mark.value
        above.children.append(node)
        self.stack.append((mark, node))

    def _is_above(self, open_: Mark, mark: Mark) -> bool:
        """Whether a line with `mark` stands below one with `open_`."""
        if open_.depth >= 0 and mark.depth >= 0:
            return open_.depth < mark.depth
        if (open_.series, open_.form) == (mark.series, mark.form):
            return False
        return not any((m.series, m.form) == (mark.series, mark.form) for m, _node in self.stack)

    def hang_own(self, top: Node, line: Line) -> None:
        """A clause of our papers that Word does not number: its style tells its kind, its bookmark what it is below."""
        below = [node for node in every([top]) if node is not top]
        under = [node for node in below if node.own and line.own.startswith(f"{node.own}_")]
        items = [node for node in below if node.kind is Kind.ITEM] if line.style == "Subitem" else []
        above = (under or items or [top])[-1]
        is_item = line.style in ITEMS or above is not top
        label = typed(line.text, {}) if is_item else None
        text = label[1] if label else line.text
        kind = Kind.ITEM if is_item else Kind.PARAGRAPH
        above.children.append(Node(kind=kind, line=line, how=_("our bookmark"), text=text))
