"""What became of an entry, in words: the status, the fields it is about, and why or against whom."""

from loi_cli.i18n import said_in
from loi_cli.meetings.entries import Entry, Fate, Status
from loi_cli.model.conflicts import conflicts_in
from loi_cli.render.catalogue import catalogue
from loi_cli.render.material import Material
from loi_cli.render.papers import chrome
from loi_cli.render.papers.chrome import Plain
from loi_cli.render.papers.disputes import field_name


class Statuses:
    """Knows the open conflicts, so that a row can name who it is in conflict with."""

    def __init__(self, material: Material, language: str) -> None:
        self._words = catalogue(language)
        self._material = material
        self._language = language
        self._conflicts = {conflict.id: conflict for conflict in conflicts_in(material.version.text)}

    def of(self, entry: Entry) -> list[Plain]:
        """One line per status and reason; the fields are named where there are several lines."""
        lines: dict[tuple[Status, str], tuple[str, ...]] = {}
        for fate in entry.fates:
            key = (fate.status, self._why(fate, entry))
            lines[key] = (*lines.get(key, ()), *fate.fields)
        return [
            {
                "text": self._text(status, fields if len(lines) > 1 else ()),
                "why": why,
                "strong": status in (Status.CONFLICT, Status.OPEN),
                "as_asked": status is Status.MERGED,
            }
            for (status, why), fields in lines.items()
        ]

    def _text(self, status: Status, fields: tuple[str, ...]) -> str:
        text = self._words.say(f"papers.matrix.statuses.{status}")
        if not fields:
            return text
        named = ", ".join(field_name(field, self._language) for field in dict.fromkeys(fields))
        return self._words.say("papers.matrix.fields", status=text, fields=named)

    def _why(self, fate: Fate, entry: Entry) -> str:
        """The others in an open dispute by name; else what the merge says."""
        conflict = self._conflicts.get(fate.why) if fate.status is Status.CONFLICT else None
        if conflict is None:
            return said_in(self._language, fate.why)
        sides = [side for reading in conflict.bracket.readings for side in reading.sides]
        others = [side.name for side in sides if side.source != entry.input.name]
        return ", ".join(dict.fromkeys(chrome.side_name(self._material, name, self._language) for name in others))
