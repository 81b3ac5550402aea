"""What every part of one step of a merge looks at."""

from typing import NamedTuple

from loi_cli.merge.arrangement import Frame
from loi_cli.merge.proposals import Wishes
from loi_cli.merge.rules import Rules
from loi_cli.merge.since import SidesSince
from loi_cli.model.conflicts import ABSENT
from loi_cli.model.text import Clause, Text
from loi_cli.model.words import Words


class Scenery(NamedTuple):
    """The base, what became of it since (None where nothing was merged since), the wishes, the rules."""

    base: Text
    frame: Frame
    old: dict[str, Clause]
    since: Text | None
    now: dict[str, Clause]
    sides_since: SidesSince
    wishes: Wishes
    rules: Rules

    @classmethod
    def of(cls, base: Text, since: Text | None, sides_since: SidesSince, wishes: Wishes, rules: Rules) -> "Scenery":
        return cls(
            base=base,
            frame=Frame.of(base),
            old=base.by_id(),
            since=since,
            now=since.by_id() if since else {},
            sides_since=sides_since,
            wishes=wishes,
            rules=rules,
        )

    def current(self, clause: str) -> Clause | None:
        """The clause as it is by now; None where it is gone, or not there yet."""
        return self.now.get(clause) if self.since is not None else self.old.get(clause)

    def is_proposed(self, clause: str) -> bool:
        """Whether the very existence of this clause is in dispute as new."""
        current = self.current(clause)
        return current is not None and current.exists is not None and current.exists.base == ABSENT


def words_in(clause: Clause, field: str) -> Words:
    """The words of `text.en` or `heading.en`."""
    prefix, _dot, language = field.partition(".")
    return (clause.text if prefix == "text" else clause.heading).get(language, ())
