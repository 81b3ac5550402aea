"""All that a page may draw on."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from loi_cli.model.meetings import Meeting
from loi_cli.model.records import Sending
from loi_cli.model.versions import Header, Version
from loi_cli.render.catalogue import catalogue
from loi_cli.render.material import Material
from loi_cli.render.papers import chrome


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """`material` has the version that the page shows first. `versions` are those that it can show, oldest first, that
    one among them; for a party those alone that went to it. `left_out` older ones are too many for one page.

    `headers` are all versions, for the drawing of the history; `names` the names given to them, by hash.
    `waiting` are files that no version holds yet. `spoken` is the language that the reader asked for.
    """

    material: Material
    versions: tuple[Version, ...]
    left_out: int = 0
    headers: tuple[Header, ...] = ()
    names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    sendings: tuple[Sending, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    waiting: tuple[str, ...] = ()
    spoken: str = ""

    @property
    def language(self) -> str:
        """That of the page's own words: for us the one asked for where it is known, for a party the meeting's."""
        if self.material.receiver is None and self.spoken and catalogue(self.spoken).own:
            return self.spoken
        return chrome.language_of(self.material)

    @property
    def inside(self) -> bool:
        return self.material.receiver is None
