"""Clauses of treaties and rules between other ministries, with the places where drafters put one phrase for another.

`[a|b|c]` is such a place: every choice reads well. So the edits between two wordings are known before they are diffed.
Written for measuring alone: no rule of the engine was made with these words at hand.
"""

import random
import re
from dataclasses import dataclass
from pathlib import Path

PROSE = Path(__file__).parent / "prose"
LANGUAGES = ("en", "id", "ru")

_PLACE = re.compile(r"\[([^\]]*)\]")


@dataclass(frozen=True)
class Template:
    """`fixed` words around `choices`: one more of the first."""

    language: str
    fixed: tuple[str, ...]
    choices: tuple[tuple[str, ...], ...]

    def wording(self, picks: tuple[int, ...]) -> str:
        parts = [self.fixed[0]]
        for some, pick, fixed in zip(self.choices, picks, self.fixed[1:], strict=True):
            parts += [some[pick], fixed]
        return _spaced("".join(parts))

    def wording_before(self, place: int, picks: tuple[int, ...]) -> str:
        """What stands before a place, without blanks."""
        parts = [self.fixed[0]]
        for some, pick, fixed in list(zip(self.choices, picks, self.fixed[1:], strict=True))[:place]:
            parts += [some[pick], fixed]
        return "".join("".join(parts).split())


def _spaced(text: str) -> str:
    return " ".join(text.split()).replace(" ,", ",")


def templates(language: str) -> list[Template]:
    out = []
    for line in (PROSE / f"{language}.txt").read_text(encoding="utf-8").splitlines():
        pieces = _PLACE.split(line)
        out.append(Template(language, tuple(pieces[::2]), tuple(tuple(p.split("|")) for p in pieces[1::2])))
    return out


def joined(some: list[Template]) -> Template:
    """Several clauses as one text."""
    fixed: list[str] = [""]
    choices: list[tuple[str, ...]] = []
    for one in some:
        fixed[-1] += (" " if choices else "") + one.fixed[0]
        fixed += one.fixed[1:]
        choices += one.choices
    return Template(some[0].language, tuple(fixed), tuple(choices))


def a_template(chance: random.Random, least: int = 1, most: int = 4) -> Template:
    language = chance.choice(LANGUAGES)
    some = templates(language)
    chance.shuffle(some)
    return joined(some[: chance.randint(least, most)])


WORD = re.compile(r"\d{1,2} \w+ \d{4}(?: года)?|\d+(?:[.,]\d+)? [^\W\d_]\S*|\w+(?:[-'’]\w+)*|[^\w\s]")
