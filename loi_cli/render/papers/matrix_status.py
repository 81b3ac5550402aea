"""What became of an entry, in words: the status, the fields it is about, and why or against whom."""

from loi_cli.meetings.entries import Entry, Fate, Status
from loi_cli.model.conflicts import Conflict, conflicts_in, language_of
from loi_cli.render.catalogue import catalogue
from loi_cli.render.material import Material
from loi_cli.render.papers import chrome
from loi_cli.render.papers.chrome import Plain


class Statuses:
    """Knows the open conflicts, so that a row can name who it is in conflict with."""

    def __init__(self, material: Material, language: str) -> None:
        self._words = catalogue(language)
        self._material = material
        self._language = language
        self._conflicts = {conflict.id: conflict for conflict in conflicts_in(material.version.text)}

    def of(self, entry: Entry) -> list[Plain]:
        """One line per fate; the fields are named where there is more than one."""
        return [self._line(fate, entry, several=len(entry.fates) > 1) for fate in entry.fates]

    def _line(self, fate: Fate, entry: Entry, *, several: bool) -> Plain:
        text = self._words.say(f"papers.matrix.statuses.{fate.status}")
        if several and fate.fields:
            fields = ", ".join(self.field(name) for name in fate.fields)
            text = self._words.say("papers.matrix.fields", status=text, fields=fields)
        conflict = self._conflicts.get(fate.why) if fate.status is Status.CONFLICT else None
        against = self._against(conflict, entry) if conflict else ""
        return {"text": text, "why": against or fate.why, "strong": fate.status in (Status.CONFLICT, Status.OPEN)}

    def _against(self, conflict: Conflict, entry: Entry) -> str:
        """The names of the others in a dispute."""
        others = (
            chrome.side_name(self._material, side.name, self._language)
            for reading in conflict.bracket.readings
            for side in reading.sides
            if side.source != entry.input.name
        )
        return ", ".join(dict.fromkeys(others))

    def field(self, name: str) -> str:
        """`en`, `heading en`, or the words for the place or the existence of a clause."""
        language = language_of(name)
        if language is None:
            return self._words.say("papers.matrix.exists" if name == "exists" else "papers.matrix.place-field")
        return self._words.say("papers.matrix.heading", language=language) if name.startswith("heading") else language
