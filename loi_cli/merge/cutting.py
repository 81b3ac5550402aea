"""Legal prose cut into tokens that a merge may not look inside.

A token is a word, a punctuation mark, a figure with its unit, a date, an address of the web or of mail, a placeholder
such as `{@areas}`, or a bracket;
the white space before it belongs to it, so that joining the tokens gives the very text back. Ideographs and kana are
a token each, since their scripts put no spaces between words.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain

from loi_cli.merge.light_words import light_words

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
        rf"|{_FIGURE}(?:\s?[%‰°]|\s{letter}{letter_or_digit}*)"  # 2.5 million, 500 m2
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
    # The brace of a reference, `{@areas}`, is no letter of an address.
    addressed = "://" in text or text.count("@") > text.count("{@")
    return _token(_ideographs_of(text), f"|{_ADDRESS}" if addressed else "")


def _ideographs_of(text: str) -> str:
    if max(text, default="") < "\u3040":
        return ""
    if not any("\u3040" <= letter <= "\ufaff" or letter >= "\U00020000" for letter in set(text)):
        return ""
    return _IDEOGRAPH


_LONE_FIGURE = re.compile(rf"\s*{_FIGURE}")

SENTENCE_ENDS = frozenset(".!?;:。！？；：")


def ends_a_sentence(token: str) -> bool:
    return token[-1:] in SENTENCE_ENDS and token.strip() in SENTENCE_ENDS


def cut(text: str, language: str) -> list[str]:
    """The text as token strings. A blank is put before the first, so that first words compare equal with later ones."""
    return Cutter(language).pieces(" " + text) if text else []


def without_light_units(found: list[str], text: str, language: str) -> list[str]:
    """What was found in a text; "2022 the" is no figure with its unit, so that a light word is cut off again."""
    light = light_words(language)
    if not any(word.lower() in light for word in _after_a_figure(_ideographs_of(text)).findall(text)):
        return found
    out: list[str] = []
    for token in found:
        figure = _LONE_FIGURE.match(token)
        if figure and token[figure.end() :][:1].isspace() and token[figure.end() :].strip().lower() in light:
            out += [figure[0], token[figure.end() :]]
        else:
            out.append(token)
    return out


_MARKS = (",", ".", ";", ":")
"""Most words that are not letters alone are letters and one of these."""

_PLACEHOLDER = re.compile(r"\{[^{}]*\}")


class Cutter:
    """Cuts texts that share most of their words. What stands between two blanks is looked at once, for it is cut alike
    wherever it stands: only figures and braces make a token with what comes after a blank."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._alone: dict[str, tuple[str, ...]] = {}
        self._beside: set[str] = set()
        """Begin or end with a figure: what they are depends on the words beside them."""
        self._within: set[str] = set()
        """Depend on the whole text: blanks in a row, braces that another word closes."""

    def pieces(self, text: str) -> list[str]:
        """The tokens of a text, or of a part of one that begins where a token does."""
        if not text.startswith(" "):
            found = self.pieces(" " + text)
            return [found[0][1:], *found[1:]]
        words = text.split(" ")[1:]
        different = set(words)
        for word in different.difference(self._alone, self._beside, self._within):
            self._look_at(word)
        if not self._within.isdisjoint(different):
            return self._scanned(text)
        if not self._beside.isdisjoint(different):
            return self._pieces_with_figures(words)
        return list(chain.from_iterable(map(self._alone.__getitem__, words)))

    def _look_at(self, word: str) -> None:
        if _is_one_token(word):
            self._alone[word] = (" " + word,)
        elif word[-1:] in _MARKS and _is_one_token(word[:-1]):
            self._alone[word] = (" " + word[:-1], word[-1])
        elif not word or word[0].isspace() or word[-1].isspace() or _is_open(word):
            self._within.add(word)
        elif word[0].isdecimal() or word[-1].isdecimal():
            self._beside.add(word)
        else:
            self._alone[word] = tuple(token_pattern(word).findall(" " + word))

    def _scanned(self, text: str) -> list[str]:
        return without_light_units(token_pattern(text).findall(text), text, self.language)

    def _pieces_with_figures(self, words: Sequence[str]) -> list[str]:
        """Every figure is looked at with the word before it and the one after."""
        out: list[str] = []
        done = 0
        for start, end in self._around_figures(words):
            out += chain.from_iterable(map(self._alone.__getitem__, words[done:start]))
            out += self._scanned(" " + " ".join(words[start:end]))
            done = end
        out += chain.from_iterable(map(self._alone.__getitem__, words[done:]))
        return out

    def _around_figures(self, words: Sequence[str]) -> Iterator[tuple[int, int]]:
        start = end = 0
        for k in [k for k, word in enumerate(words) if word in self._beside]:
            if k - 1 >= end:
                if end:
                    yield start, end
                start = k - 1
            end = k + 2
        yield start, end


def _is_one_token(word: str) -> bool:
    """Whether it is plain to see, as it is of most words."""
    if word.isascii():
        return word.isalnum() and not word[0].isdigit()
    return word.isalpha() and max(word) < "\u3040"  # neither ideographs nor kana


def _is_open(word: str) -> bool:
    """Whether a brace in a word belongs with others after a blank, or is no placeholder at all."""
    if "{" not in word and "}" not in word:
        return False
    left = _PLACEHOLDER.sub("", word)
    return "{" in left or "}" in left
