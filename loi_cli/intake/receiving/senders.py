"""Who sends a marked-up paper back: the other party, or a unit of ours."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from loi_cli.i18n import _
from loi_cli.intake.receiving.findings import Unplaced


@dataclass(frozen=True, slots=True)
class FromParty:
    code: str

    @property
    def side(self) -> str:
        return self.code

    @property
    def reader(self) -> str | None:
        """Whose papers it is sent: a party's, or, for None, those of our own side."""
        return self.code

    @property
    def head(self) -> Mapping[str, object]:
        """How its input begins."""
        return {"party": self.code}

    def stem(self, day: date) -> str:
        """How its input is named, but for a further one of the same day."""
        return f"{self.code}-{day.isoformat()}"

    @property
    def along(self) -> tuple[Unplaced, ...]:
        """What was said beside the paper."""
        return ()

    def whence(self, file: str, digest: str) -> str:
        """Where its input says that it comes from."""
        return f"{file}, sha256 {digest[:16]}"


@dataclass(frozen=True, slots=True)
class FromUnit:
    """`mail` says which mail the paper came with, perhaps empty, `along` what was said beside it."""

    unit: str
    round: int
    mail: str = ""
    along: tuple[Unplaced, ...] = ()

    @property
    def side(self) -> str:
        return self.unit

    @property
    def reader(self) -> str | None:
        return None

    @property
    def head(self) -> Mapping[str, object]:
        return {"unit": self.unit, "round": self.round}

    def stem(self, day: date) -> str:
        del day
        return f"{self.unit}-{self.round}"

    def whence(self, file: str, digest: str) -> str:
        said = _("{file} (Word file with changes, sha256 {hash})").format(file=file, hash=digest)
        return f"{self.mail}: {said}" if self.mail else said


Sender = FromParty | FromUnit
