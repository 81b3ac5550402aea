"""Clauses at another place: what every language that holds them shows; where only one does, a person must say."""

from collections.abc import Iterator, Mapping

from loi_cli.i18n import _
from loi_cli.intake.receiving.changes import ByLanguage, match_of, speaking
from loi_cli.intake.receiving.findings import Removal, Unplaced
from loi_cli.intake.receiving.matching import Match
from loi_cli.intake.receiving.structure import Outline, moves
from loi_cli.intake.receiving.tracks import Tracks
from loi_cli.model.inputs import Anchor


def removals(matched: ByLanguage, outline: Outline, tracks: Tracks) -> Iterator[Removal | Unplaced]:
    """The moves, and what looks like one and has no place."""
    by_language = _by_language(matched, outline)
    for clause in dict.fromkeys(clause for found in by_language.values() for clause in found):
        anchors = {language: found[clause] for language, found in by_language.items() if clause in found}
        lines = {language: match_of(clause, one) for language, one in matched.items()}
        holding = {language for language, match in lines.items() if match is not None}
        anchor = _agreed(anchors, matched) if anchors.keys() == holding else None
        if anchor is None:
            why = _("{clause} was moved in {languages} alone, or to where it cannot stand").format(
                clause=clause, languages=", ".join(anchors)
            )
            for language in anchors:
                match = lines[language]
                yield Unplaced(text=match.text if match else "", why=why, near=clause, language=language)
            continue
        moved = [line.passage for match in lines.values() if match for line in match.lines]
        yield Removal(clause=clause, anchor=anchor, trace=tracks.of_move(moved))


def _by_language(matched: ByLanguage, outline: Outline) -> dict[str, dict[str, Anchor | None]]:
    """The fullest language tells first: where another lacks a clause, either of two neighbours may seem to have moved,
    and it was the one that moved there."""
    found: dict[str, dict[str, Anchor | None]] = {}
    known: set[str] = set()
    for language, one in sorted(matched.items(), key=lambda item: -len(item[1].matches)):
        lines = [(m.sent.clause, m.lines[0].order) for m in speaking(one)]
        found[language] = moves(outline, lines, known | {m.sent.clause for m in speaking(one) if _travelled(m)})
        known |= found[language].keys()
    return {language: found[language] for language in matched}


def _agreed(anchors: Mapping[str, Anchor | None], matched: ByLanguage) -> Anchor | None:
    """The place that all languages mean: where one says another neighbour, it lacks the words of this one."""
    for anchor in dict.fromkeys(anchors.values()):
        if anchor is not None and all(
            other == anchor or (anchor.clause and match_of(anchor.clause, matched[language]) is None)
            for language, other in anchors.items()
        ):
            return anchor
    return None


def _travelled(match: Match) -> bool:
    """Whether tracked changes put the whole of a line where it stands."""
    runs = [run for line in match.lines for run in line.passage.runs if run.text.strip()]
    return all(any(r.act.adds for r in run.revisions) for run in runs)
