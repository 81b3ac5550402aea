"""Typed numbers of clauses made references, where it is certain that they name a clause of this text."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from loi_cli.i18n import _
from loi_cli.intake.importing.citing import Citation, Number, citing
from loi_cli.intake.importing.figures import CHINESE, number_of
from loi_cli.intake.importing.joining import Draft
from loi_cli.intake.importing.leads import Leads, any_of, leads_of
from loi_cli.intake.importing.nodes import Doubt
from loi_cli.model.numbering import letter_value, letters, roman
from loi_cli.model.text import Kind

_BLANK = re.compile(r"_{3,}|\.{5,}|…{2,}")
_BRACE = re.compile(r"[{}]")


def refer(drafts: Sequence[Draft], doubts: list[Doubt], non_binding: bool = False) -> int:
    """Put references in place of typed numbers, braces and blanks as concepts write them; how many references.
    `non_binding`: the instrument has the words of one that does not bind, `Paragraph 5` for an article."""
    references = _References(drafts, doubts, non_binding)
    for path in _paths(drafts):
        for words in (path[-1].heading, path[-1].text):
            for language, text in words.items():
                words[language] = references.put(text, language, path)
    return references.count


def _paths(drafts: Sequence[Draft], above: Sequence[Draft] = ()) -> Iterator[Sequence[Draft]]:
    """Every clause with those that hold it before it."""
    for draft in drafts:
        yield (*above, draft)
        yield from _paths(draft.children, (*above, draft))


@dataclass(frozen=True, slots=True)
class _Found:
    """A number and the clause it means, with those that hold it before it."""

    number: Number
    path: Sequence[Draft]


class _References:
    def __init__(self, drafts: Sequence[Draft], doubts: list[Doubt], non_binding: bool) -> None:
        self.drafts = drafts
        self.doubts = doubts
        self.non_binding = non_binding
        self.count = 0

    def put(self, text: str, language: str, path: Sequence[Draft]) -> str:
        """The words of a clause with references in them."""
        leads, ways = leads_of(language), citing(language, self.non_binding)
        pieces: list[str] = []
        done = last = 0
        for cited in ways.found(text):
            follows = bool(last and ways.between.fullmatch(text, last, cited.start))
            last = cited.end
            if cited.top is None and path[0].kind not in _NUMBERED:
                continue  # a recital has no paragraphs
            words, place = text[cited.start : cited.end], path[-1].nodes[language].place
            found = self._meant(cited, path)
            why = _why_not(cited, found, follows, _is_elsewhere(text[: cited.start], text[cited.end :], leads))
            if why and cited.levels[-1][-1].typed:
                said = _("“{words}” stays as typed: {why}").format(words=words, why=why)
                self.doubts.append(Doubt(said, text, place))
            if why:
                continue
            if len(found) < sum(map(len, cited.levels)):
                one_of = cited.ahead and len(cited.levels[0]) > 1 and len(found) == len(cited.levels[0])
                said = (
                    _("“{words}”: the number before stays as typed, of which of these it is, is not certain")
                    if one_of
                    else _("“{words}”: the rest stays as typed, there is no such paragraph or item here")
                )
                self.doubts.append(Doubt(said.format(words=words), text, place))
            put = self._put_in(cited, found, text, ways.patterns)
            for start, end, reference in put:
                pieces += [_escaped(text[done:start]), reference]
                done = end
            self.count += bool(put)
        return "".join((*pieces, _escaped(text[done:])))

    def _meant(self, cited: Citation, path: Sequence[Draft]) -> list[_Found]:
        """The clauses that the numbers mean, from the outermost inwards, as far as there are such."""
        outer, *inner = cited.levels
        found = [_Found(number, there) for number in outer if (there := self._top(cited, number, path))]
        if len(found) < len(outer) or (len(found) > 1 and cited.ahead):
            return found  # `paragraph 2 of Articles 5 and 6` is one of which?
        for level in inner:
            holder = found[-1].path
            new = [_Found(number, (*holder, one)) for number in level if (one := _part(holder[-1], number.typed))]
            found += new
            if len(new) < len(level):
                break
        return found

    def _top(self, cited: Citation, number: Number, path: Sequence[Draft]) -> Sequence[Draft]:
        """What the outermost number means: an article, an annex, or a part of what holds the clause that says so."""
        if cited.top is not None:
            one = _numbered([draft for draft in self.drafts if draft.kind is cited.top], number.typed)
            return (one,) if one else ()
        for depth in range(len(path), 0, -1):
            if one := _part(path[depth - 1], number.typed):
                return (*path[:depth], one)
        return ()

    def _put_in(
        self, cited: Citation, found: Sequence[_Found], text: str, patterns: Mapping[str, str]
    ) -> Sequence[tuple[int, int, str]]:
        """A reference for the words that papers print for it, and else for each number, the words around it kept."""
        inmost = found[-1]
        printed = self._printed(inmost.path, patterns) if len(found) <= len(cited.levels) else ""
        whole = cited.start + len(printed)
        ends = (inmost.number.end, inmost.number.closed, cited.end)
        if printed and whole in ends and text.startswith(printed, cited.start):
            return [(cited.start, whole, f"{{@{inmost.path[-1].id}}}")]
        return [
            (one.number.start, one.number.end, f"{{@{one.path[-1].id}.number}}")
            for one in sorted(found, key=lambda one: one.number.start)
            if one.number.typed
        ]

    def _printed(self, path: Sequence[Draft], patterns: Mapping[str, str], case: str = "") -> str:
        """How papers name a clause; empty where a language has no pattern for it."""
        draft, above = path[-1], path[:-1]
        key = draft.kind.value
        if draft.kind is Kind.ANNEX and sum(one.kind is Kind.ANNEX for one in self.drafts) == 1:
            key = "only-annex"
        elif above and above[-1].kind is Kind.ANNEX:
            key = f"annex-{key}"
        elif above and above[-1].kind is draft.kind is Kind.ITEM:
            key = "subitem"
        pattern = patterns.get(f"{key}{case}") or patterns.get(key, "")
        values = {"n": _shown(path, self.drafts)}
        if above and "{parent" in pattern:
            values["parent"] = self._printed(above, patterns)
            values["parent_gen"] = self._printed(above, patterns, "-gen")
        return pattern.format(**values) if all(values.values()) else ""


_NUMBERED = (Kind.ARTICLE, Kind.ANNEX)


def _why_not(cited: Citation, found: Sequence[_Found], follows: bool, elsewhere: bool) -> str:
    """Why words stay as they were typed; empty where they need not."""
    if not found:
        nothing = {
            Kind.ARTICLE: _("there is no such article here"),
            Kind.ANNEX: _("there is no such annex here"),
        }
        return nothing[cited.top] if cited.top else _("there is no such paragraph or item here")
    if elsewhere:
        return _("perhaps an article of another instrument")
    return _("of which clause, is not certain") if follows and cited.top is None else ""


def _shown(path: Sequence[Draft], drafts: Sequence[Draft]) -> str:
    """The last part of a clause's number, as papers show it."""
    draft = path[-1]
    siblings = path[-2].children if len(path) > 1 else drafts
    place = [id(one) for one in siblings if one.kind is draft.kind].index(id(draft)) + 1
    if draft.kind is not Kind.ITEM:
        return str(place)
    depth = sum(one.kind is Kind.ITEM for one in path) - 1
    return (letters, roman, str)[min(depth, 2)](place)


def _part(holder: Draft, typed: str) -> Draft | None:
    """The paragraph or item of a clause with this number or letter."""
    if typed.isdecimal() or re.fullmatch(CHINESE, typed):
        some = [one for one in holder.children if one.kind is Kind.PARAGRAPH]
        return _numbered(some or holder.children, typed)
    return _numbered([one for one in holder.children if one.kind is Kind.ITEM], typed)


def _numbered(some: Sequence[Draft], typed: str) -> Draft | None:
    """The one that was typed with a number or a letter; its place counts where none was typed."""
    marked = {node.number: one for one in some for node in one.nodes.values() if node.number}
    numbered = marked or dict(enumerate(some, start=1))
    if not typed:
        return some[0] if len(some) == 1 else None
    as_letter = numbered.get(letter_value(typed)) if len(typed) == 1 and typed.islower() else None
    return as_letter or numbered.get(number_of(typed))


def _is_elsewhere(before: str, after: str, leads: Leads) -> bool:
    """Whether the words beside it name another instrument: of the Convention, Undang-Undang …, 《公约》"""
    if leads.before and before.rstrip().endswith(leads.before):
        return True
    if leads.here and re.match(rf"\s+(?:{any_of(leads.here)})\b", after, re.IGNORECASE):
        return False
    following = after.split(",")[0].split(";")[0]
    near = " ".join(following.split()[:4])
    if not leads.elsewhere:
        return bool(re.match(r"\s+\w", after))
    found = re.search(rf"(?:^|\s)(?:{any_of(leads.elsewhere)})\b", " " + near)
    return found is not None


def _escaped(text: str) -> str:
    """Braces doubled, lines to be filled in as the placeholder for a blank."""
    return _BLANK.sub("{blank}", _BRACE.sub(lambda brace: brace[0] * 2, text))
