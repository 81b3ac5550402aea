"""What a merge must know beside the text and the inputs."""

from collections.abc import Callable
from dataclasses import dataclass

from loi_cli.merge.decisions import Rulings

Rank = Callable[[str], tuple[int, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """`rank` orders sides (units as in the dossier, then parties); `languages` are those of the dossier."""

    home: str
    languages: tuple[str, ...]
    rank: Rank
    rulings: Rulings
