"""The lines of two papers, the sent one and the returned one, each with its language, ready to be held together."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from loi_cli.files.characters import without_forbidden
from loi_cli.intake.receiving.sent import Part, Piece, SentPaper
from loi_cli.word.revised import RevisedText
from loi_cli.word.taken import Passage, Spot, Taken, passages

_SPACES = re.compile(r"\s+")
_MARGIN_WORD = re.compile(r"\w+")
_PAGE = re.compile(r"\d{1,3}|_+")
_ONE_LANGUAGE = 0.7
"""The share of the votes that makes a column one of a language."""

_LABELLED = ("article", "annex")


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph that holds words. `order` counts all paragraphs; `anchors` are the clauses whose bookmarks begin in
    it, or in a number that stands alone before it; `opens`: such a number stands before it; `before` is how it reads
    without its tracked changes."""

    order: int
    text: str
    language: str
    passage: Passage
    anchors: tuple[tuple[str, str], ...]
    opens: bool = False
    before: str = ""


@dataclass(frozen=True, slots=True)
class SentLine:
    """A line of the paper that was sent. `clause` is empty for words of the frame: title, preamble, signatures."""

    line: Line
    clause: str = ""
    pieces: tuple[Piece, ...] = ()


def normal(text: str) -> str:
    """The one spelling in which words are compared: Unicode NFC, plain single spaces, nothing that cannot be seen."""
    return _SPACES.sub(" ", without_forbidden(unicodedata.normalize("NFC", text))).strip()


def margin_words(text: str) -> frozenset[str]:
    """The words of a header or footer, as they are compared: programs join its lines and count its pages anew."""
    return frozenset(word for word in _MARGIN_WORD.findall(normal(text).casefold()) if not _PAGE.fullmatch(word))


def sent_lines(paper: SentPaper, languages: Sequence[str]) -> tuple[SentLine, ...]:
    """The lines of the sent paper with the clauses that they are of."""
    lines = _lines(passages(paper.text, Taken.ALL), paper.anchors, languages, {})
    found: list[SentLine] = []
    waiting: list[tuple[str, tuple[Piece, ...]]] = []
    for line in lines:
        for clause, language in line.anchors:
            some = paper.paragraphs.get((clause, language), ())
            waiting = [(clause, p.pieces) for p in some if any(piece.shown.strip() for piece in p.pieces)]
        clause, pieces = waiting[0] if waiting else ("", ())
        body = normal("".join(piece.shown for piece in pieces))
        if clause and body and line.text.endswith(body):
            waiting.pop(0)
            label = line.text[: len(line.text) - len(body)]
            found.append(SentLine(line, clause, (Piece(Part.LABEL, label, label), *pieces) if label else pieces))
        elif waiting and line.anchors:
            found.append(SentLine(line, clause, (Piece(Part.LABEL, line.text, line.text),)))  # a label alone
        else:
            found.append(SentLine(line))
    return tuple(found)


def returned_lines(
    text: RevisedText, anchors: Mapping[str, tuple[str, str]], sent: Iterable[SentLine], languages: Sequence[str]
) -> tuple[Line, ...]:
    """The lines of the returned paper; words that the party typed have no language but that of their column."""
    said: dict[str, set[str]] = {}
    for one in sent:
        said.setdefault(one.line.text, set()).add(one.line.language)
    known = {text: next(iter(several)) for text, several in said.items() if len(several) == 1}
    return _lines(passages(text, Taken.ALL), anchors, languages, known)


def _lines(
    found: Sequence[Passage],
    anchors: Mapping[str, tuple[str, str]],
    languages: Sequence[str],
    known: Mapping[str, str],
) -> tuple[Line, ...]:
    columns = _columns(found, anchors, languages, known)
    lines: list[Line] = []
    carried: tuple[tuple[str, str], ...] = ()
    cell: Spot | None = None
    opens = False
    for order, passage in enumerate(found):
        if passage.spot != cell:
            carried, cell = (), passage.spot
        own = tuple(dict.fromkeys(anchors[name] for name in passage.bookmarks if name in anchors))
        if passage.gone:
            continue
        text = normal(passage.text)
        if not text:
            carried = (*carried, *own)
            opens = opens or passage.style.lower() in _LABELLED
            continue
        all_anchors = tuple(dict.fromkeys((*carried, *own)))
        language = (
            _language(passage, text, own, columns, languages, known)
            or (carried[-1][1] if carried else "")
            or (lines[-1].language if lines else languages[0])
        )
        all_anchors = tuple(anchor for anchor in all_anchors if anchor in own or anchor[1] == language)
        before = normal(passage.reading(Taken.NONE)) if passage.revisions else text
        lines.append(Line(order, text, language, passage, all_anchors, opens, before))
        carried, opens = (), False
    return tuple(lines)


def _language(
    passage: Passage,
    text: str,
    anchors: Sequence[tuple[str, str]],
    columns: Mapping[tuple[int, int], str],
    languages: Sequence[str],
    known: Mapping[str, str],
) -> str:
    column = columns.get((passage.spot.table, passage.spot.column), "") if passage.spot else ""
    return column or (anchors[0][1] if anchors else "") or known.get(text, "") or _marked(passage, languages)


def _columns(
    found: Sequence[Passage],
    anchors: Mapping[str, tuple[str, str]],
    languages: Sequence[str],
    known: Mapping[str, str],
) -> Mapping[tuple[int, int], str]:
    """The language of each column of each table: bookmarks say it best, then words that are known, then w:lang.

    A column that speaks several, as where somebody joined the cells of a row, has none; one that nothing tells of
    speaks what that column speaks in the other tables.
    """
    votes: dict[tuple[int, int], Counter[str]] = {}
    for passage in found:
        if passage.spot is None:
            continue
        ballot = votes.setdefault((passage.spot.table, passage.spot.column), Counter())
        for name in passage.bookmarks:
            if name in anchors:
                ballot[anchors[name][1]] += 100
        if language := known.get(normal(passage.text)):
            ballot[language] += 10
        if language := _marked(passage, languages):
            ballot[language] += 1
    everywhere: dict[int, Counter[str]] = {}
    for (_table, column), ballot in votes.items():
        everywhere.setdefault(column, Counter()).update(ballot)
    elected = {place: _elected(ballot or everywhere[place[1]]) for place, ballot in votes.items()}
    return {place: language for place, language in elected.items() if language}


def _elected(ballot: Counter[str]) -> str:
    """The language that nearly all votes are for."""
    for language, count in ballot.most_common(1):
        if count >= _ONE_LANGUAGE * ballot.total():
            return language
    return ""


def _marked(passage: Passage, languages: Sequence[str]) -> str:
    """The language that most of its letters are marked as, if it is one of the dossier's."""
    by_tag = {language.split("-")[0].lower(): language for language in languages}
    count: Counter[str] = Counter()
    for run in passage.runs:
        language = by_tag.get(run.language.split("-")[0].lower())
        if language:
            count[language] += len(run.text)
    return count.most_common(1)[0][0] if count else ""
