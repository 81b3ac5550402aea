"""Shapes of patterns: words with slots in braces that are filled in later."""

import re

from loi_cli.files.codes import Code
from loi_cli.files.nodes import Node, ScalarNode
from loi_cli.files.page import Page, did_you_mean
from loi_cli.files.prose import Empty, Prose
from loi_cli.i18n import _

SLOT = re.compile(r"\{([^{}]*)\}|[{}]")


class Pattern(Prose):
    """Words in which every brace is one of these slots."""

    def __init__(self, *slots: str) -> None:
        super().__init__(empty=Empty.ALLOWED)
        self.slots = slots

    def read(self, node: Node, page: Page) -> str | None:
        text = super().read(node, page)
        for match in SLOT.finditer(text or ""):
            if match[1] not in self.slots:
                assert isinstance(node, ScalarNode)
                page.error(
                    Code.PLACEHOLDER,
                    _("`{piece}` means nothing").format(piece=match[0]),
                    node.start,
                    did_you_mean(
                        match[0],
                        [f"{{{slot}}}" for slot in self.slots],
                        _("did you mean `{name}`?"),
                        _("it can be: {names}"),
                    ),
                )
                return None
        return text
