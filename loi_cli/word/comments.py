"""Comments: the reason of a change, in the margin of the paper, anchored at its words."""

from collections.abc import Callable
from dataclasses import dataclass, field

from loi_cli.word.changes import Change
from loi_cli.word.elements import Element
from loi_cli.word.look import Look
from loi_cli.word.markup import DECLARATION, Around, W, attribute, escape


@dataclass(slots=True)
class Comments:
    """All comments of one file."""

    _written: list[str] = field(default_factory=list)

    def at(self, element: Element, change: Change | None, look: Look, number: str) -> Around | None:
        """The comment that the `title` of a changed element is; a line of it is a paragraph."""
        title = element.get("title")
        if not title or change is None:
            return None
        words = "".join(
            f'<w:p><w:r>{look.xml}<w:t xml:space="preserve">{escape(line)}</w:t></w:r></w:p>'
            for line in title.splitlines()
        )
        initials = "".join(part[:1] for part in change.author.split())[:3]
        self._written.append(
            f'<w:comment {change.attributes(number)} w:initials="{attribute(initials)}">{words}</w:comment>'
        )
        return Around(
            f'<w:commentRangeStart w:id="{number}"/>',
            f'<w:commentRangeEnd w:id="{number}"/><w:r><w:commentReference w:id="{number}"/></w:r>',
        )

    def join(self, others: "Comments", filled: Callable[[str], str]) -> None:
        """Take the comments of a section into those of its file, their numbers filled in."""
        self._written += map(filled, others._written)

    def xml(self) -> str:
        """word/comments.xml; empty where nothing was commented."""
        if not self._written:
            return ""
        return f'{DECLARATION}<w:comments xmlns:w="{W}">{"".join(self._written)}</w:comments>'
