"""Which lines of a draft are in which language: columns of a table, or one whole text after the other."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from loi_cli.i18n import _
from loi_cli.intake.importing.beginnings import lead_of
from loi_cli.intake.importing.leads import BY_LANGUAGE, any_of, leads_of
from loi_cli.intake.importing.lines import Line, Remainder
from loi_cli.intake.scripts import script_of
from loi_cli.merge.light_words import light_words
from loi_cli.model.problems import LoiError
from loi_cli.model.text import Kind

_WORDS = re.compile(r"[^\W\d_]+")
_SWITCH = 8.0
"""What it costs to go over to another language, in words: a name in a foreign tongue is no new text."""
_SCRIPT = 0.3
"""What letters alone tell."""
_NUMBER = re.compile(r"[\W\d]*\Z")

Streams = Mapping[str, Sequence[Line]]


def apart(lines: Sequence[Line], known: Sequence[str], named: bool) -> tuple[Streams, tuple[Remainder, ...]]:
    """The lines of each language, and what belongs to none. `known` are languages that may occur, in order; with
    `named` they do occur. Raises LoiError when the languages cannot be told."""
    if named and len(known) == 1:
        return {known[0]: lines}, ()
    parallel = _columns(lines, known)
    if parallel is not None:
        return parallel
    speak = _telling(lines, known)
    spoken = _smoothed([_heard(line, known, speak) for line in lines], known)
    streams: dict[str, list[Line]] = {}
    for line, language in zip(lines, spoken, strict=True):
        streams.setdefault(language, []).append(line)
    order = [language for language in known if language in streams]
    return {language: streams[language] for language in order}, ()


def possible(given: Sequence[str], dossier: Sequence[str]) -> tuple[Sequence[str], bool]:
    """The languages that a draft may be in: those named, else the dossier's, else all whose words we know."""
    if given:
        return given, True
    if dossier:
        return dossier, len(dossier) == 1
    return tuple(BY_LANGUAGE), False


def _telling(lines: Sequence[Line], known: Sequence[str]) -> bool:
    """Whether the marks of language in the file tell anything: one that marks all alike was never set."""
    marked = Counter(_as_known(line.language, known) for line in lines if line.language and line.text)
    return sum(1 for language, n in marked.items() if language and n >= 2) > 1


def _as_known(language: str, known: Sequence[str]) -> str:
    return next((one for one in known if one == language or one.split("-")[0] == language.split("-")[0]), "")


def _heard(line: Line, known: Sequence[str], speak: bool) -> Mapping[str, float]:
    """How much speaks for each language of a line."""
    said = _as_known(line.language, known) if speak else ""
    if said:
        return {said: 20.0}
    found: dict[str, float] = {}
    words = _WORDS.findall(line.text)
    letters = "".join(words)
    script = unicodedata.name(letters[0], "?").split()[0] if letters else ""
    for language in known:
        if not words or (script_of(language) or script) != script:
            continue
        light, leads = light_words(language), leads_of(language)
        score = _SCRIPT + sum(word.casefold() in light for word in words)
        own = BY_LANGUAGE.get(language.split("-")[0])
        if own is not None:
            starts = (*own.article, *own.annex, *own.closing)
            score += 3.0 * bool(re.match(rf"(?:{any_of(starts)})\b", line.text, re.IGNORECASE))
            score += 1.0 * bool(re.search(rf"\b(?:{any_of((*own.parties, *own.pivot))})\b", line.text, re.IGNORECASE))
        if (lead := lead_of(line, leads)) and lead.kind is Kind.ARTICLE and own is not None:
            score += 1.0
        found[language] = score
    return found if max(found.values(), default=0.0) > _SCRIPT or len(found) < len(known) else {}


def _smoothed(heard: Sequence[Mapping[str, float]], known: Sequence[str]) -> list[str]:
    """The languages line by line with few changes (Viterbi): lines that tell nothing go with their neighbours, and to
    the text that begins rather than to the one that ends."""
    costs = dict.fromkeys(known, 0.0)
    back: list[dict[str, str]] = []
    for scores in heard:
        best = min(costs, key=lambda one: costs[one])
        step: dict[str, str] = {}
        after: dict[str, float] = {}
        for language in known:
            stay, switch = costs[language], costs[best] + _SWITCH
            step[language] = language if stay <= switch else best
            top = max(scores.values(), default=0.0)
            after[language] = min(stay, switch) + (top - scores.get(language, 0.0) if scores else 0.0)
        back.append(step)
        costs = after
    found: list[str] = []
    language = min(known, key=lambda one: costs[one]) if known else ""
    for step in reversed(back):
        found.append(language)
        language = step[language]
    found.reverse()
    return _from_the_title(found, heard)


def _from_the_title(found: list[str], heard: Sequence[Mapping[str, float]]) -> list[str]:
    for at in range(1, len(found)):
        if found[at] != found[at - 1]:
            before = at - 1
            new, old = found[at], found[before]
            while before > 0 and heard[before].get(new, 0.0) >= heard[before].get(old, 0.0):
                found[before] = new
                before -= 1
    return found


def _columns(lines: Sequence[Line], known: Sequence[str]) -> tuple[Streams, tuple[Remainder, ...]] | None:
    """Languages side by side: in rows of a table, each in its own column. None where the draft is none of these."""
    rows: dict[tuple[int, int], dict[int, list[Line]]] = {}
    for line in lines:
        if line.spot is not None:
            rows.setdefault((line.spot.table, line.spot.row), {}).setdefault(line.spot.column, []).append(line)
    wide = [row for row in rows.values() if sum(any(_says(one) for one in cell) for cell in row.values()) > 1]
    if not wide:
        return None
    shapes = Counter(len(_speaking(row)) for row in wide)
    count = max(shapes, key=lambda n: (shapes[n], n))
    if count < 2:
        return None
    spoken = _languages_of_columns([row for row in wide if len(_speaking(row)) == count], count, known)
    if spoken is None:
        return None
    streams: dict[str, list[Line]] = {language: [] for language in spoken}
    beside: list[Remainder] = []
    for row in _in_order(lines, rows):
        if isinstance(row, Line):
            heard = _heard(row, spoken, _telling(lines, known))
            if row.style == "Internal" or not heard:
                beside.append(Remainder(row.text, _("outside the columns"), row.place))
            else:
                streams[max(heard, key=heard.__getitem__)].append(row)
            continue
        cells = _speaking(row) if len(_speaking(row)) == count else _by_position(row, count)
        for line in (one for cell in row.values() for one in cell):
            at = next((n for n, cell in enumerate(cells) if any(line is one for one in cell)), -1)
            if at < 0:
                beside.append(Remainder(line.text, _("numbers in a column of their own"), line.place))
            else:
                streams[spoken[at]].append(line)
    return streams, tuple(one for one in beside if one.text)


def _says(line: Line) -> bool:
    return bool(line.text or line.own or line.level)


def _speaking(row: Mapping[int, Sequence[Line]]) -> list[Sequence[Line]]:
    """The cells of a row that hold words; a column of mere numbers is none."""
    cells = [row[at] for at in sorted(row)]
    return [cell for cell in cells if any(_says(one) and not (_is_number(one) and one.text) for one in cell)]


def _is_number(line: Line) -> bool:
    return line.level is None and not line.own and _NUMBER.match(line.text) is not None


def _by_position(row: Mapping[int, Sequence[Line]], count: int) -> list[Sequence[Line]]:
    """The cells of a row that lacks some: those at the left come first."""
    found: list[Sequence[Line]] = [()] * count
    for at, column in enumerate(sorted(row)):
        found[min(at, count - 1)] = (*found[min(at, count - 1)], *row[column])
    return found


def _languages_of_columns(
    rows: Sequence[Mapping[int, Sequence[Line]]], count: int, known: Sequence[str]
) -> tuple[str, ...] | None:
    scores: list[Counter[str]] = [Counter() for _n in range(count)]
    speak = _telling([line for row in rows for cell in row.values() for line in cell], known)
    for row in rows:
        for at, cell in enumerate(_speaking(row)):
            for line in cell:
                heard = _heard(line, known, speak)
                if heard:
                    scores[at].update(heard)
    found = [max(score, key=score.__getitem__) if score else "" for score in scores]
    if len(set(found)) == count and all(found):
        return tuple(found)
    leading = [row for row in rows if _leads_in_columns(row, known) == count]
    if leading and len(known) == count:  # the columns go in the order in which the languages were named
        return tuple(known)
    if leading:
        raise LoiError(
            _("it has {count} columns, whose languages cannot be told apart").format(count=count),
            _("name them in their order: --language id,en"),
        )
    return None


def _leads_in_columns(row: Mapping[int, Sequence[Line]], known: Sequence[str]) -> int:
    return sum(
        any(lead_of(line, leads_of(language)) for line in cell[:1] for language in known) for cell in _speaking(row)
    )


def _in_order(
    lines: Sequence[Line], rows: Mapping[tuple[int, int], dict[int, list[Line]]]
) -> Iterator[Line | dict[int, list[Line]]]:
    done: set[tuple[int, int]] = set()
    for line in lines:
        if line.spot is None:
            yield line
        elif (key := (line.spot.table, line.spot.row)) not in done:
            done.add(key)
            yield rows[key]


def numbered_anew(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Lines with numbers that no two share, whatever file they come from."""
    return tuple(replace(line, number=number) for number, line in enumerate(lines, start=1))
