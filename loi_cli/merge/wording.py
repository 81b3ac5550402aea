"""n-way merge of the words of one field: every side against the base, all at once.

Rules, each of which a pairwise or line-based merge gets wrong:
- equal edits are one, with all their names; so are equal readings of the same words;
- edits of different words combine, whatever the order of the sides;
- two edits that touch and both put words in are a conflict; a mere deletion beside anything is not;
- inputs of one sender add up: its edits that touch are no question, and one that does all that another does covers it;
- a conflict spans exactly the words in dispute, with the base kept and every side named;
- words that change a bracket join its dispute, they never settle it: only a decision does;
- a later input of a unit that has read its own words in a bracket says what the unit wants there by now;
- what an outsider (the other party) asks for stays a bracket, even when nobody disputes it.
"""

from collections.abc import Sequence
from typing import NamedTuple

from loi_cli.merge.fates import Fates
from loi_cli.merge.original import Original
from loi_cli.merge.overlaps import all_edits, grouped
from loi_cli.merge.resolution import Resolution
from loi_cli.merge.scene import Scene, Since, Wording
from loi_cli.merge.tokens import Token, words_of
from loi_cli.model.words import Words


class MergedWords(NamedTuple):
    words: Words
    fates: Fates


def merge_words(base: Words, wordings: Sequence[Wording], since: Since | None, scene: Scene) -> MergedWords:
    """Merge all wordings of one field; the order of `wordings` never matters."""
    original = Original.of(base, scene.language)
    tokens = original.tokens
    groups = grouped(all_edits(original, wordings, since, scene.rules.yielding))
    fates = Fates()
    out: list[Token] = []
    done = 0
    for group in groups:
        out += tokens[done : group.start]
        out += Resolution(tokens, group, wordings, since, scene, fates).tokens()
        done = group.end
    return MergedWords(words_of([*out, *tokens[done:]]), fates)
