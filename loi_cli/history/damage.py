"""What is wrong with a stored file: named, never repaired."""

from typing import NamedTuple

from loi_cli.i18n import _
from loi_cli.model.problems import LoiError


class Damage(NamedTuple):
    file: str
    message: str


class Damaged(LoiError):
    """A stored file is not what was written."""

    def __init__(self, damage: Damage) -> None:
        super().__init__(
            f"{damage.file}: {damage.message}",
            _("restore the file from git or a backup; `loi verify` lists all damage"),
        )
        self.damage = damage
