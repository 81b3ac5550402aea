"""n-way merge of the words of one field: every side against the base, all at once.

Rules, each of which a pairwise or line-based merge gets wrong:
- equal edits are one, with all their names; so are equal readings of the same words;
- edits of different words combine, whatever the order of the sides;
- two edits that touch and both put words in are a conflict; a mere deletion beside anything is not;
- inputs of one sender add up: its edits that touch are no question, and one that does all that another does covers it;
- a conflict spans exactly the words in dispute, with the base kept and every side named;
- words that change a bracket join its dispute, they never settle it: only a decision does;
- a later input of a unit that has read its own words in a bracket says what the unit wants there by now;
- what was decided stays decided when a side of that dispute is taken back: it takes a new reading to reopen it;
- what an outsider (the other party) asks for stays a bracket, even when nobody disputes it.
"""

from collections.abc import Sequence
from typing import NamedTuple

from loi_cli.merge.edits import signed_as
from loi_cli.merge.fates import Fates
from loi_cli.merge.original import Original
from loi_cli.merge.overlaps import Group, all_edits, grouped
from loi_cli.merge.resolution import Resolution, agreed_at_once
from loi_cli.merge.scene import Scene, Since, Wording
from loi_cli.merge.tokens import Token, words_of
from loi_cli.model.words import Words


class MergedWords(NamedTuple):
    words: Words
    fates: Fates


def merge_words(base: Words, wordings: Sequence[Wording], since: Since | None, scene: Scene) -> MergedWords:
    """Merge all wordings of one field; the order of `wordings` never matters."""
    original = Original.of(base, scene.language)
    if since is not None:
        original = signed_as(original, since.words)
    plan = _Plan(original, wordings, since, scene)
    standing = plan._replace(wordings=[w for w in wordings if not w.gone])
    fates = Fates()
    if len(standing.wordings) < len(wordings):
        settled = plan.with_what_was_decided(fates)
        if settled is not None:
            return MergedWords(words_of(settled), fates)
        fates = Fates()
    return MergedWords(words_of(standing.tokens(fates)), fates)


class _Plan(NamedTuple):
    """All that is asked of a field, taken apart into groups of edits that meet."""

    original: Original
    wordings: Sequence[Wording]
    since: Since | None
    scene: Scene

    def tokens(self, fates: Fates) -> list[Token]:
        out: list[Token] = []
        done = 0
        base, outsiders = self.original.tokens, {w.side for w in self.wordings if w.outsider}
        for group in self.groups():
            out += base[done : group.start]
            words = agreed_at_once(base, group, outsiders, fates) if self.since is None else None
            out += self.resolution(group, fates).tokens() if words is None else words
            done = group.end
        return [*out, *self.original.tokens[done:]]

    def with_what_was_decided(self, fates: Fates) -> list[Token] | None:
        """The words where a decision was about wordings that are gone by now; None where there is no such decision."""
        gone = [w.side for w in self.wordings if w.gone]
        found = False
        out: list[Token] = []
        done = 0
        for group in self.groups():
            settled = self.resolution(group, fates).decided(gone)
            found = found or settled is not None
            for part in [group] if settled is not None else grouped(group.without(gone)):
                out += self.original.tokens[done : part.start]
                out += self.resolution(part, fates).tokens() if settled is None else settled
                done = part.end
        return [*out, *self.original.tokens[done:]] if found else None

    def groups(self) -> list[Group]:
        return grouped(all_edits(self.original, self.wordings, self.since, self.scene.rules.yielding))

    def resolution(self, group: Group, fates: Fates) -> Resolution:
        return Resolution(self.original.tokens, group, self.wordings, self.since, self.scene, fates)
