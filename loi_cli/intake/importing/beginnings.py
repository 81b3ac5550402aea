"""Where articles and annexes begin: by their first word, by Word's label, else by headings or the outermost numbers."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from loi_cli.i18n import _
from loi_cli.intake.importing.figures import CHINESE, ORDINAL, number_of
from loi_cli.intake.importing.leads import Leads, any_of
from loi_cli.intake.importing.lines import Line
from loi_cli.intake.importing.marks import typed
from loi_cli.model.text import Kind

ENDS = (".", ";", ":", ",", "。", "；", "：", "，", "؛", "،")
"""What a sentence ends with, and a heading does not."""

_MOST_HEADING = 14
_MOST_CHINESE = 30
_FIGURE = rf"(?P<n>\d{{1,3}}|[IVXLC]{{1,7}}|[A-Z]|{CHINESE}|{ORDINAL})"
_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Lead:
    """The beginning of an article or an annex: its number, and the words on the same line."""

    kind: Kind
    number: int
    rest: str
    how: str


def beginnings(lines: Sequence[Line], leads: Leads) -> Mapping[int, Lead]:
    """The lines with which articles and annexes begin, by their number in the file."""
    found = {line.number: lead for line in lines if (lead := lead_of(line, leads))}
    if not any(lead.kind is Kind.ARTICLE for lead in found.values()):
        found |= dict(_without_the_word(lines))
    return found


def lead_of(line: Line, leads: Leads) -> Lead | None:
    """Whether a line begins an article or an annex, by its first word, by Word's own label, or by our style."""
    if line.level is not None and line.level.text:
        label = re.sub(r"%\d", "1", line.level.text).strip()
        kind = _labelled(label, leads)
        if kind is not None:
            return Lead(kind, 0, line.text, _("label of Word’s numbering: {label}").format(label=line.level.text))
    for kind, words in ((Kind.ARTICLE, leads.article), (Kind.ANNEX, leads.annex)):
        figure = _FIGURE if kind is Kind.ARTICLE else f"(?:{_FIGURE})?"
        blank = r"(?:\s+|\Z|(?<=[\u2e80-\u9fff]))"  # 附件一 is one word
        label = rf"(?P<word>(?P<counted>第)|{any_of(words)}){blank}\(?{figure}\)?(?(counted)\s*条)\.?[º°]?"
        found = re.match(rf"{label}(?:\s*[.:：–—-]\s*|\s+|\Z)(?P<rest>.*)\Z", line.text, re.IGNORECASE)
        if found and (found["n"] or not found["rest"] or kind is Kind.ANNEX) and _begins_a_part(found, line):
            return Lead(
                kind, _value(found["n"]), found["rest"].strip(), _("the word {word}").format(word=found["word"])
            )
    return None


def _labelled(label: str, leads: Leads) -> Kind | None:
    for kind, words in ((Kind.ARTICLE, leads.article), (Kind.ANNEX, leads.annex)):
        if re.match(rf"(?:第|{any_of(words)})\s*1条?\W*\Z", label, re.IGNORECASE):
            return kind
    return None


def _begins_a_part(found: "re.Match[str]", line: Line) -> bool:
    """`Article 5 shall apply` begins no article: after the number there is nothing, a sign, or a heading."""
    rest, between = (
        found["rest"].strip(),
        line.text[found.end("n") if found["n"] else found.end("word") : found.start("rest")],
    )
    if not rest:
        return True
    if any(sign in between for sign in ".:–—-"):
        return not rest[0].islower()
    first = rest[0]
    capital = first.isupper() or (first.isalpha() and first.lower() == first.upper())
    return bool(found["n"]) and (capital or first in '(“"') and is_short(rest) and not rest.startswith("(1")


def _value(text: str | None) -> int:
    return number_of(text.upper()) if text else 0


def _without_the_word(lines: Sequence[Line]) -> Iterator[tuple[int, Lead]]:
    """Articles of a draft that has not the word: its headings, or its lines numbered at the outermost level."""
    headed = [line for line in lines if line.outline > 0 and line.style not in ("Title", "Subtitle", "Title Line")]
    deepest = max((line.outline for line in headed), default=0)
    chosen = [line for line in headed if line.outline == deepest or line.outline > 1]
    if len(chosen) > 1:
        for line in chosen:
            mark = typed(line.text, {})
            yield line.number, Lead(Kind.ARTICLE, 0, mark[1] if mark else line.text, _("a heading"))
        return
    for line in lines:
        mark = typed(line.text, {})
        if line.level is not None and line.level.depth == 0 and line.level.format in ("decimal", "upperRoman"):
            yield line.number, Lead(Kind.ARTICLE, 0, line.text, _("Word’s numbering at the outermost level"))
        elif mark is not None and mark[0].series == "1" and mark[0].form == "%.":
            yield line.number, Lead(Kind.ARTICLE, mark[0].value, mark[1], _("numbered at the outermost level"))


def is_short(text: str) -> bool:
    """Whether words may be a heading: few, and no sentence."""
    long = len(text) > _MOST_CHINESE and "\u2e80" <= text[0] <= "\u9fff"  # without blanks between words
    return len(text.split()) <= _MOST_HEADING and not long and not text.endswith(ENDS)


def begins_loud(text: str, words: Sequence[str] = ()) -> bool:
    """Whether the first word is in capitals and the line is not: DESIRING to promote … Of a script without capitals:
    whether it is one of `words`, those with which such lines begin."""
    first = next(iter(text.split()), "")
    letters = "".join(_LETTER.findall(first))
    if letters.lower() == letters.upper():
        return text.startswith(tuple(words))
    return len(letters) > 1 and letters.isupper() and not text.isupper()
