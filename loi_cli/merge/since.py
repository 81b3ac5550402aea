"""Who stands behind what became of a text since a base."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from loi_cli.merge.decisions import DECISION, Rulings
from loi_cli.merge.marks import Marks, Settled, TakenOut
from loi_cli.merge.proposals import fields_of
from loi_cli.model.conflicts import EXISTS, PLACE
from loi_cli.model.inputs import Input
from loi_cli.model.words import Side


class SidesSince:
    """`everybody` may have words in the text; `between` are those among them that the base does not hold, each with
    the side that answers for its doings. Those that are `yielding` speak only where nobody else does. The `older` among
    them were written against an older base: a later input of their sender speaks for them where it says otherwise.
    `marks` are what earlier bases left, `decided` the decisions that the base holds."""

    def __init__(
        self,
        everybody: Iterable[Input] = (),
        between: Mapping[str, Side] | None = None,
        rulings: Rulings | None = None,
        yielding: Collection[str] = (),
        older: Collection[str] = (),
        marks: Marks | None = None,
        decided: Collection[str] = (),
    ) -> None:
        self._older = older
        self._between = between or {}
        self._marks = marks or {}
        self._decided = decided
        self._rulings = rulings or Rulings(())
        self._yielding = yielding
        self._names: dict[str, Side] = {}
        self._by_field: dict[tuple[str, str], list[Side]] = {}
        self._by_clause: dict[str, list[Side]] = {}
        for one in everybody:
            self._names[one.name] = Side(one.side, one.name)
            if between and one.name in between:
                for proposal in one.proposals:
                    self._by_clause.setdefault(proposal.clause, []).append(between[one.name])
                    for name in fields_of(proposal):
                        self._by_field.setdefault((proposal.clause, name), []).append(between[one.name])

    def asked(self, clause: str, field: str) -> bool:
        """Whether anybody asked for something of this very field."""
        return (clause, field) in self._by_field

    def on(self, clause: str, field: str) -> list[Side]:
        """Those who asked for something of this field; else the decisions about it; else those who asked for something
        of the clause: its words came in with it, or it stands again since somebody changes what another deletes."""
        asked = self._by_field.get((clause, field)) or self._rulings.on_field(clause, field)
        return list(dict.fromkeys(asked or self._by_clause.get(clause, ()))) or [Side("since", "")]

    def who_took_out(self, clause: str, field: str, words: Sequence[str]) -> list[Side]:
        """Those who took these words, or some of them, out of a field since the base."""
        telling = {word for word in words if any(map(str.isalnum, word))} or set(words)
        gone = [one for one in self._marks.get((clause, field), ()) if isinstance(one, TakenOut)]
        some = [one for one in gone if not telling.isdisjoint(one.words)]
        names = dict.fromkeys(name for one in some for name in one.by)
        return self.behind(name for name in names if name in self._between or self._rulings.named(name))

    def settled(self, clause: str, field: str) -> list[Settled]:
        """The disputes of a field that were settled since the base."""
        some = (one for one in self._marks.get((clause, field), ()) if isinstance(one, Settled))
        return [one for one in some if one.decision.name not in self._decided]

    def decided(self, names: Iterable[str]) -> list[Side]:
        """Those of the names that are decisions taken since the base."""
        return [Side(DECISION, name) for name in names if self._rulings.named(name) and name not in self._decided]

    def placing(self, clause: str, is_old: bool) -> list[Side]:
        """Those who put a clause where it is: who moved it, or, where it is new, whoever it is from."""
        return self.on(clause, PLACE if is_old or not self.asked(clause, EXISTS) else EXISTS)

    def speaks_for(self, speaking: Iterable[Side], side: Side) -> Side | None:
        """Who of those speaking is the same sender as a side whose input is older: inputs of one sender add up, and
        the later one says what its sender wants by now."""
        if side.source not in self._older:
            return None
        later = (one for one in speaking if one.sender == side.sender and one.source not in self._older)
        return next(later, None)

    def behind(self, names: Iterable[str]) -> list[Side]:
        """The sides of these inputs and records; a decision speaks for all whose words it took."""
        found = list(names)
        decided = [Side(DECISION, name) for name in found if self._rulings.named(name)]
        known = [name for name in found if name in self._names]
        speaking = [name for name in known if name not in self._yielding] or known
        return decided or [self._names[name] for name in speaking]
