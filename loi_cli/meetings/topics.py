"""Which topic of the agenda a clause belongs to."""

from collections.abc import Iterable

from loi_cli.model.meetings import Meeting
from loi_cli.model.text import Text


class Topics:
    """Finds the agenda items for a clause: those that name it, else those that name the nearest clause around it."""

    def __init__(self, meeting: Meeting, texts: Iterable[Text]) -> None:
        """Earlier texts help to place a clause that the present one has lost."""
        self._parents: dict[str, str | None] = {}
        for text in texts:
            for clause in text:
                self._parents.setdefault(clause.id, clause.parent)
        self._named: dict[str, tuple[str, ...]] = {}
        for item in meeting.agenda:
            for clause_id in item.clauses:
                self._named[clause_id] = (*self._named.get(clause_id, ()), item.id)
        self._items = frozenset(item.id for item in meeting.agenda)

    def of(self, clause: str) -> tuple[str, ...]:
        """The ids of the items on which a clause is heard; empty: on none."""
        seen: set[str] = set()
        at: str | None = clause
        while at is not None and at not in seen:
            if at in self._named:
                return self._named[at]
            seen.add(at)
            at = self._parents.get(at)
        return ()

    def about(self, subject: str) -> tuple[str, ...]:
        """The same for what a talking point is about: a clause, or the id of an agenda item itself."""
        return self.of(subject) or ((subject,) if subject in self._items else ())
