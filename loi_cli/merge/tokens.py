"""Legal prose cut into tokens that a merge may not look inside.

A token is a word, a punctuation mark, a figure with its unit, a date, an address of the web or of mail, a placeholder
such as `{@areas}`, or a bracket;
the white space before it belongs to it, so that joining the tokens gives the very text back. Ideographs and kana are
a token each, since their scripts put no spaces between words.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from loi_cli.merge.light_words import light_words
from loi_cli.model.words import Bracket, Run, Words

# Whatever is neither white space nor punctuation is part of a word: so combining marks stay with their letters.
_PUNCTUATION = (
    r"!-/:-@\[-^`{-~\u00a1-\u00a9\u00ab-\u00b1\u00b4\u00b6-\u00b8\u00bb\u00bf\u05be\u060c\u061b\u061f\u066a\u06d4"
    r"\u0964\u0965\u2010-\u206f\u2e00-\u2e7f\u3000-\u3020\uff01-\uff0f\uff1a-\uff20\uff3b-\uff3d\uff5b-\uff65"
    r"\ufdd0\ufdd1"  # the marks of a bracket
)
_IDEOGRAPH = r"\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_FIGURE = r"\d+(?:[.,:/–-]\d+)*"
_NO_ADDRESS = r"\s<>\"“”«»(){}\[\]\ufdd0\ufdd1"
_ADDRESS = (  # so long at most: a scan that finds none ends soon
    rf"[A-Za-z][A-Za-z\d+.-]{{1,20}}://[^{_NO_ADDRESS}]{{0,2000}}[^{_NO_ADDRESS}.,;:!?'’]"
    rf"|[^{_NO_ADDRESS}@,;:]{{1,64}}@[\w.-]{{0,250}}\w"
)


@cache
def _token(ideographs: str, address: str) -> re.Pattern[str]:
    """What a token is. `ideographs` are letters that are one each; their large sets are dear to compile, and so are
    left out for a text that holds none; so is what an `address` looks like."""
    letter = rf"[^\s\d{_PUNCTUATION}{ideographs}]"
    letter_or_digit = rf"[^\s{_PUNCTUATION}{ideographs}]"
    joint = r"(?:[-'’‑.]|(?<=\d)[,:/–](?=\d))"
    return re.compile(
        r"\s*(?:"
        rf"{letter}+(?=\s\D|[,;])"  # most words, said first because it is quick
        rf"{address}"
        r"|\ufdd0\d+\ufdd1"  # a bracket, by its index
        r"|\{\{|\}\}|\{[^{}]*\}"
        rf"|\d{{1,2}}\s{letter}+\s\d{{4}}(?!\d)"  # 20 February 2022
        rf"|{letter}+\s\d{{1,2}},\s\d{{4}}(?!\d)"  # February 20, 2022
        rf"|{_FIGURE}(?:\s?[%‰°]|\s{letter}+)"
        rf"|{letter_or_digit}+(?:{joint}{letter_or_digit}+)*"
        r"|[^\s]"
        r")|\s+\Z"
    )


@cache
def _after_a_figure(ideographs: str) -> re.Pattern[str]:
    """The word after a figure."""
    mark = rf"\s{_PUNCTUATION}{ideographs}"
    return re.compile(rf"(?<![^{mark}]){_FIGURE}\s([^\d{mark}]+)")


def token_pattern(text: str) -> re.Pattern[str]:
    """Matches the tokens of a text one after the other."""
    return _token(_ideographs_of(text), f"|{_ADDRESS}" if "://" in text or "@" in text else "")


def _ideographs_of(text: str) -> str:
    if text.isascii() or not any("\u3040" <= letter <= "\ufaff" or letter >= "\U00020000" for letter in set(text)):
        return ""
    return _IDEOGRAPH


_LONE_FIGURE = re.compile(rf"\s*{_FIGURE}")

SENTENCE_ENDS = frozenset(".!?;:。！？；：")


def ends_a_sentence(token: str) -> bool:
    return token[-1:] in SENTENCE_ENDS and token.strip() in SENTENCE_ENDS


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


def cut(text: str, language: str) -> list[str]:
    """The text as token strings. A blank is put before the first, so that first words compare equal with later ones."""
    found: list[str] = token_pattern(text).findall(" " + text) if text else []
    return without_light_units(found, text, language)


def without_light_units(found: list[str], text: str, language: str) -> list[str]:
    """What was found in a text; "2022 the" is no figure with its unit, so that a light word is cut off again."""
    light = light_words(language)
    if not any(word.lower() in light for word in _after_a_figure(_ideographs_of(text)).findall(text)):
        return found
    out: list[str] = []
    for token in found:
        figure = _LONE_FIGURE.match(token)
        if figure and figure.end() < len(token) and token[figure.end() :].strip().lower() in light:
            out += [figure[0], token[figure.end() :]]
        else:
            out.append(token)
    return out


def tokens_of(words: Words, language: str) -> list[Token]:
    """The tokens of words that may hold brackets, each with its provenance."""
    if len(words) == 1 and isinstance(words[0], Run):
        by = words[0].by
        return [Token(piece, by) for piece in cut(words[0].text, language)]
    text, spans, brackets = _flattened(words)
    out: list[Token] = []
    at, span = -1, 0  # the blank that `cut` puts before the first token stands at -1
    for piece in cut(text, language):
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
