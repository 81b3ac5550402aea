"""The lines of one language as a tree: recitals, articles with paragraphs and items, testimonium, annexes.

An instrument has zones in a fixed order: title, parties, recitals, articles, closing words, signatures, annexes. Within
one, numbers and letters say how deep a line is, whether they were typed or are Word's.
"""

import re
from collections.abc import Sequence

from loi_cli.i18n import _
from loi_cli.intake.importing.beginnings import ENDS, Lead, beginnings, begins_loud, is_short
from loi_cli.intake.importing.front import read_front
from loi_cli.intake.importing.growing import ITEMS, Growing
from loi_cli.intake.importing.leads import any_of, leads_of
from loi_cli.intake.importing.lines import Line
from loi_cli.intake.importing.nodes import Node, Outlined
from loi_cli.model.text import Kind

_LINE_TO_FILL = re.compile(r"[_.…\s]{4,}\Z")


def outlined(lines: Sequence[Line], language: str) -> Outlined:
    """Recognise the clauses of one language."""
    return _Outline(language, lines).run()


class _Outline:
    def __init__(self, language: str, lines: Sequence[Line]) -> None:
        self.lines = lines
        self.leads = leads_of(language)
        self.tree = Growing(Outlined(language))
        self.beginnings = beginnings(lines, self.leads)
        self.closing = re.compile(rf"(?:{any_of(self.leads.closing)})(?:\b|(?<=[\u2e80-\u9fff]))", re.IGNORECASE)
        self.styled = any(line.style == "Article Heading" for line in lines)

    def run(self) -> Outlined:
        top: Node | None = None
        signed = False
        for line in self._after_the_front():
            lead = self.beginnings.get(line.number)
            if lead is not None and (not signed or lead.kind is Kind.ANNEX):
                top, signed = self._part(line, lead), False
            elif line.style == "Internal":
                self.tree.leave(line, _("a note of our papers for our own side"))
            elif signed:
                self.tree.leave(line, _("signature block: papers make it anew"))
            elif self._closes(line, top):
                if line.text.isupper() and top is not None and top.kind is not Kind.TESTIMONIUM and not line.own:
                    self.tree.doubt(_("taken as closing words"), line)
                top = self.tree.add(Kind.TESTIMONIUM, line, _("closing words"), line.text)
            elif top is not None and top.kind is Kind.TESTIMONIUM:
                signed = not self._goes_on(top, line)
                if signed:
                    self.tree.leave(line, _("signature block: papers make it anew"))
            elif self._signs(line, top):
                signed = True
                self.tree.leave(line, _("signature block: papers make it anew"))
            elif top is None:
                self.tree.leave(line, _("stands before the first article, and is no recital"))
            else:
                self._inside(top, line)
        return self.tree.found

    def _after_the_front(self) -> Sequence[Line]:
        """Read title, parties and recitals; the rest begins with the first article, or the closing words."""
        end = next((n for n, line in enumerate(self.lines) if self._is_part(line)), len(self.lines))
        read_front(self.lines[:end], self.leads, self.tree)
        return self.lines[end:]

    def _is_part(self, line: Line) -> bool:
        return line.number in self.beginnings or self._is_closing(line)

    # articles and annexes

    def _part(self, line: Line, lead: Lead) -> Node:
        node = self.tree.add(lead.kind, line, lead.how, "")
        node.number = lead.number
        if lead.rest:
            if is_short(lead.rest):
                node.heading = lead.rest
            else:
                node.text = lead.rest
        return node

    def _inside(self, top: Node, line: Line) -> None:
        bare = not (top.heading or top.text or top.children)
        if bare and self.tree.mark(line) is None and self._is_heading(line):
            top.heading = line.text
            return
        mark = self.tree.mark(line)
        if line.own and line.level is None and line.own != top.own:
            self.tree.hang_own(top, line)
        elif mark is not None:
            self.tree.hang(top, line, *mark)
        elif not top.text and not top.children:
            top.text = line.text
        else:
            self.tree.doubt(_("stood without a number; it gets one as a paragraph"), line)
            self.tree.close()
            top.children.append(Node(kind=Kind.PARAGRAPH, line=line, how=_("its place"), text=line.text))

    def _is_heading(self, line: Line) -> bool:
        if self.styled:
            return line.style == "Article Heading"
        return bool(line.text) and (line.outline > 0 or is_short(line.text))

    # the end: closing words, signatures

    def _closes(self, line: Line, top: Node | None) -> bool:
        if top is not None and top.kind is Kind.ANNEX:
            return False
        return self._is_closing(line)

    def _is_closing(self, line: Line) -> bool:
        if line.own or line.style == "Testimonium":
            return line.style == "Testimonium"
        return self.closing.match(line.text) is not None and begins_loud(line.text, self.leads.closing)

    def _goes_on(self, top: Node, line: Line) -> bool:
        """Whether a line after closing words is still one of them."""
        if line.own and line.style in ITEMS:
            self.tree.hang_own(top, line)
            return True
        mark = self.tree.mark(line)
        if mark is not None and top.text.endswith(":"):
            self.tree.hang(top, line, *mark)
            return True
        if self._signs(line, top) or len(line.text.split()) < 7 or not line.text.endswith(ENDS):
            return False
        self.tree.doubt(_("taken as closing words by its place"), line)
        self.tree.add(Kind.TESTIMONIUM, line, _("its place"), line.text)
        return True

    def _signs(self, line: Line, top: Node | None) -> bool:
        """Whether signatures begin here: a line to be filled in, or the name of who signs, after some words."""
        if line.style == "Signature Line" or _LINE_TO_FILL.match(line.text):
            return True
        says = top is not None and (top.text or top.children)
        named = re.match(rf"(?:{any_of(self.leads.signing)})\b", line.text, re.IGNORECASE)
        return bool(says and named and not line.own and is_short(line.text))
