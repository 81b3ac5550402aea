"""Who is named at a tracked change: the sides whose words they are; towards a party its counterpart alone, as one."""

from collections.abc import Iterable, Sequence

from loi_cli.merge.comparison import Hunk, Op
from loi_cli.merge.outcomes import Outcome, Verdict
from loi_cli.model.text import Clause
from loi_cli.model.words import Bracket
from loi_cli.render.catalogue import catalogue, spoken
from loi_cli.render.material import Material
from loi_cli.render.weaving import Fate

_TOOK_PART = frozenset({Verdict.MERGED, Verdict.CONFLICT, Verdict.ALREADY_THERE})


class Authors:
    """`date` is the time of the new version: a change is known since then."""

    def __init__(self, material: Material) -> None:
        self.home = material.dossier.home
        self.date = material.version.header.time
        self.internal = material.receiver is None
        self._decision = catalogue(spoken(material.languages[0])).say("redline.decision")
        self._rank = material.dossier.rank
        self._sides = {one.name: one.side for one in material.inputs} if self.internal else {}
        self._outcomes = _since(material) if self.internal else ()
        self._reasons = (
            {(one.name, number): it.reason for one in material.inputs for number, it in enumerate(one.proposals)}
            if self.internal
            else {}
        )

    def of_clause(self, clause: Clause, fate: Fate, moved: bool) -> str:
        """Who brought a whole clause, took it out, or put it elsewhere."""
        if moved:
            return self._named(self._who(clause.id, ("place",)))
        if fate is Fate.INSERTED and clause.by:
            return self._named(self._sides_of(clause.by))
        return self._named(self._who(clause.id, ("exists",)))

    def of_hunk(
        self, clause: str, field: str, hunks: Sequence[Hunk], number: int, brackets: Sequence[Bracket] = ()
    ) -> str:
        """Who changed some words. Words that went name nobody: who put others there, or else who changed the field."""
        near = (hunks[number], *hunks[number + 1 : number + 2], *hunks[max(number - 1, 0) : number])
        for hunk in (h for h in near if h.op is not Op.SAME):
            if hunk.by:
                return self._named(self._sides_of(hunk.by))
            disputed = [b for b in brackets if hunk.op is Op.IN and b.shown in hunk.text]
            if disputed:
                return self._named(name for b in disputed for reading in b.readings for name in reading.names)
        return self._named(self._who(clause, (field,)))

    def reasons(self, clause: str, fields: Iterable[str]) -> list[str]:
        """Why some fields of a clause were changed, each reason with who gave it; nothing of it for a party."""
        wanted = set(fields)
        found = [
            f"{one.side}: {reason}"
            for one in self._outcomes
            if one.clause == clause and one.field in wanted and (reason := self._reasons.get((one.input, one.proposal)))
        ]
        return list(dict.fromkeys(found))

    def of_numbers(self) -> str:
        """Nobody changes a number: the text's keeper."""
        return self.home

    def _sides_of(self, names: Iterable[str]) -> list[str]:
        """The sides behind the names of inputs; a decision by that word, the concept as nobody."""
        found = (self._sides.get(name, self._decision if "-decision-" in name else "") for name in names)
        return [side for side in found if side]

    def _who(self, clause: str, fields: Iterable[str]) -> list[str]:
        wanted = set(fields)
        return [one.side for one in self._outcomes if one.clause == clause and one.field in wanted]

    def _named(self, sides: Iterable[str]) -> str:
        """The names as Word shows them; the keeper of the text where nobody is known or may be."""
        if not self.internal:
            return self.home
        return ", ".join(sorted(set(sides), key=self._rank)) or self.home


def _since(material: Material) -> tuple[Outcome, ...]:
    """What took part in the step from the old version to the new one, as far as the versions tell."""
    old = {one.name for one in material.against.inputs} if material.against else set()
    return tuple(o for o in material.outcomes if o.verdict in _TOOK_PART and o.input not in old)
