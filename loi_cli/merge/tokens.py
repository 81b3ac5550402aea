"""Tokens of words: each knows the inputs that it came from."""

from collections.abc import Iterable, Sequence
from functools import partial
from itertools import repeat
from typing import NamedTuple

from loi_cli.merge.cutting import Cutter, ends_a_sentence
from loi_cli.model.words import Bracket, Run, Words


class Token(NamedTuple):
    """`text` with the white space before it; `by` names the inputs that it came from."""

    text: str
    by: tuple[str, ...] = ()
    bracket: Bracket | None = None

    @property
    def core(self) -> str:
        return self.text.strip()

    @property
    def ends_a_sentence(self) -> bool:
        return ends_a_sentence(self.text)


_new_token = partial(tuple.__new__, Token)


def tokens_by(pieces: Sequence[str], by: tuple[str, ...]) -> list[Token]:
    """The pieces as tokens of one provenance."""
    return list(map(_new_token, zip(pieces, repeat(by), repeat(None))))


def tokens_of(words: Words, language: str) -> list[Token]:
    """The tokens of words that may hold brackets, each with its provenance."""
    return tokens_cut(words, Cutter(language))


def tokens_cut(words: Words, cutter: Cutter) -> list[Token]:
    """The tokens of words, for one who cuts several alike."""
    if len(words) == 1 and isinstance(words[0], Run):
        return tokens_by(cutter.pieces(" " + words[0].text), words[0].by)
    text, spans, brackets = _flattened(words)
    out: list[Token] = []
    at, span = -1, 0  # the blank that `cut` puts before the first token stands at -1
    for piece in cutter.pieces(" " + text) if text else ():
        start, end = max(at, 0), at + len(piece)
        while span < len(spans) - 1 and spans[span][0] <= start:
            span += 1
        core = piece.strip()
        if core[:1] == "\ufdd0":
            bracket = brackets[int(core[1:-1])]
            lead = piece[: len(piece) - len(core)]
            out.append(Token(lead + "\ufdd0" + bracket.shown, (), bracket))
        else:
            out.append(Token(piece, _names(spans, span, end)))
        at = end
    return out


def _names(spans: list[tuple[int, tuple[str, ...]]], span: int, end: int) -> tuple[str, ...]:
    """The names behind a token that ends at `end`: mostly of one run, of several where a word is of two hands."""
    names = spans[span][1]
    while spans[span][0] < end:
        span += 1
        names = (*names, *(name for name in spans[span][1] if name not in names))
    return names


def _flattened(words: Words) -> tuple[str, list[tuple[int, tuple[str, ...]]], list[Bracket]]:
    """One string with a private mark for each bracket, the end of each piece with its names, and the brackets."""
    parts: list[str] = []
    spans: list[tuple[int, tuple[str, ...]]] = []
    brackets: list[Bracket] = []
    length = 0
    for piece in words:
        if isinstance(piece, Run):
            part = piece.text
        else:
            part = f"{piece.lead}\ufdd0{len(brackets)}\ufdd1"
            brackets.append(piece)
        parts.append(part)
        length += len(part)
        spans.append((length, piece.by if isinstance(piece, Run) else ()))
    return "".join(parts), spans, brackets


def words_of(tokens: Iterable[Token]) -> Words:
    """The words that the tokens spell; neighbours of one provenance become one run."""
    out: list[Run | Bracket] = []
    text = ""
    by: tuple[str, ...] = ()
    for token in tokens:
        if token.bracket is not None:
            if text:
                out.append(Run(text, by))
                text = ""
            lead = token.text[: token.text.index("\ufdd0")]
            out.append(token.bracket if token.bracket.lead == lead else _led(token.bracket, lead))
        elif token.by == by or not text:
            text, by = text + token.text, token.by
        else:
            out.append(Run(text, by))
            text, by = token.text, token.by
    if text:
        out.append(Run(text, by))
    return _trimmed(out)


def _led(bracket: Bracket, lead: str) -> Bracket:
    return Bracket(bracket.base, bracket.readings, lead, bracket.base_by)


def _trimmed(pieces: list[Run | Bracket]) -> Words:
    """Without white space at the very ends, as every text of a clause is kept."""
    while pieces and isinstance(pieces[0], Run) and not pieces[0].text.strip():
        pieces.pop(0)
    while pieces and isinstance(pieces[-1], Run) and not pieces[-1].text.strip():
        pieces.pop()
    if pieces:
        first = pieces[0]
        pieces[0] = Run(first.text.lstrip(), first.by) if isinstance(first, Run) else _led(first, "")
        last = pieces[-1]
        if isinstance(last, Run):
            pieces[-1] = Run(last.text.rstrip(), last.by)
    return tuple(pieces)


def spelled(tokens: Sequence[Token]) -> str:
    """The tokens as one string, brackets as the words that they started from; the first blank is kept."""
    parts: list[str] = []
    for token in tokens:
        if token.bracket is None:
            parts.append(token.text)
        elif token.bracket.base:
            parts.append(token.text[: token.text.index("\ufdd0")] + token.bracket.base)
    return "".join(parts)
