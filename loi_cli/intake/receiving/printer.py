"""What makes our papers once more, as each reader was sent them; it sits above this, where papers are made."""

from collections.abc import Iterator
from typing import Protocol

from loi_cli.intake.receiving.sent import SentPaper
from loi_cli.model.dossier import Unit
from loi_cli.model.versions import Version
from loi_cli.word.revised import RevisedText


class Printer(Protocol):
    def paper(self, name: str, version: Version, against: Version | None, reader: str | None) -> SentPaper:
        """The text (`loi`) or a `redline` against another version, for a party, or, for None, for our own side."""

    def forms(self, unit: Unit, round: int, version: Version) -> Iterator[RevisedText]:
        """The forms that a unit may have been sent to fill in: for its input first, then for translations."""
