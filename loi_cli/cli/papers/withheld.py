"""What a party does not get to see of the papers made for it, remembered as they are made, and told."""

from collections.abc import Mapping

from loi_cli.cli.console import Console
from loi_cli.i18n import _, n_
from loi_cli.merge.staleness import waits_for
from loi_cli.render.disclosure import Uneven, held_back, uneven
from loi_cli.render.material import Material

_WITHOUT_TEXT = (
    "agenda", "agreed-minutes", "attendance", "badges", "certificate", "delegations", "invitation", "place-cards",
    "rundown",
)  # fmt: skip
"""Papers that show no words of clauses."""


class Withheld:
    """By paper: clauses whose open words are held back, what is held back in one language and shown in another, how
    many wordings are out of date."""

    def __init__(self) -> None:
        self.held: dict[str, tuple[str, ...]] = {}
        self.uneven: dict[str, tuple[Uneven, ...]] = {}
        self._behind: dict[str, int] = {}

    def look_at(self, paper: str, what: Material) -> None:
        """Remember this of a paper; nothing of one of ours."""
        if what.receiver is None or paper in _WITHOUT_TEXT:
            return
        text = what.version.text
        if held := held_back(text, what.receiver, what.dossier):
            self.held[paper] = held
        if differing := uneven(text, what.receiver, what.dossier):
            self.uneven[paper] = differing
        if behind := sum(waits_for(clause, language) for clause in text for language in what.languages):
            self._behind[paper] = behind

    def __bool__(self) -> bool:
        """Whether a person has to settle something before the papers go out."""
        return bool(self.held or self.uneven)

    def tell(self, speaker: Console) -> None:
        for paper, clauses in self.held.items():
            held = n_(
                "{paper}: our own open words are held back in the clause {clauses}",
                "{paper}: our own open words are held back in the clauses {clauses}",
                len(clauses),
            ).format(paper=paper, clauses=", ".join(clauses))
            speaker.warn((held, "warning"))
        for paper, count in self._behind.items():
            behind = n_(
                "{paper}: {n} wording is stale or missing; `loi check` says which",
                "{paper}: {n} wordings are stale or missing; `loi check` says which",
                count,
            ).format(paper=paper)
            speaker.warn((behind, "warning"))
        for paper, uneven_ones in self.uneven.items():
            for each in uneven_ones:
                speaker.warn(
                    (_("{paper}: {clause} shows in {shown} what it holds back in {held}; settle it before it goes out")
                     .format(paper=paper, clause=each.clause, shown=", ".join(each.shown), held=", ".join(each.held)),
                     "warning")
                )  # fmt: skip

    def as_json(self, paper: str) -> Mapping[str, object]:
        """What is told of one paper."""
        return {
            "held_back": list(self.held.get(paper, ())),
            "uneven": [
                {"clause": each.clause, "held": list(each.held), "shown": list(each.shown)}
                for each in self.uneven.get(paper, ())
            ],
        }
