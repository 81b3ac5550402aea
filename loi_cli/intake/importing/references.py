"""Typed numbers of articles made references, where it is certain that they name an article of this text."""

import re
from collections.abc import Iterator, Mapping, Sequence

from loi_cli.i18n import _
from loi_cli.intake.importing.joining import Draft
from loi_cli.intake.importing.leads import Leads, any_of, leads_of
from loi_cli.intake.importing.marks import roman_value
from loi_cli.intake.importing.nodes import Doubt
from loi_cli.model.text import Kind

_BLANK = re.compile(r"_{3,}|\.{5,}|…{2,}")
_BRACE = re.compile(r"[{}]")
_FIGURE = r"(?P<n>\d{1,3}|[IVXLC]{1,7})(?![\w.]*\d)\b"


def refer(drafts: Sequence[Draft], doubts: list[Doubt]) -> int:
    """Put references in place of typed numbers, braces and blanks as concepts write them; how many references."""
    articles = dict(enumerate(_articles(drafts), start=1))
    typed = {node.number: draft for draft in articles.values() for node in draft.nodes.values() if node.number}
    count = 0
    for draft in _all(drafts):
        for words in (draft.heading, draft.text):
            for language, text in words.items():
                words[language], found = _referring(text, language, typed or articles, draft, doubts)
                count += found
    return count


def _articles(drafts: Sequence[Draft]) -> Iterator[Draft]:
    return (draft for draft in drafts if draft.kind is Kind.ARTICLE)


def _all(drafts: Sequence[Draft]) -> Iterator[Draft]:
    for draft in drafts:
        yield draft
        yield from _all(draft.children)


def _referring(
    text: str, language: str, articles: Mapping[int, Draft], draft: Draft, doubts: list[Doubt]
) -> tuple[str, int]:
    leads = leads_of(language)
    pattern = re.compile(rf"\b(?P<word>{any_of(leads.articles)})\s+{_FIGURE}", re.IGNORECASE)
    pieces: list[str] = []
    done = count = 0
    for match in pattern.finditer(text):
        pieces.append(_escaped(text[done : match.start()]))
        number = int(match["n"]) if match["n"].isdecimal() else roman_value(match["n"])
        named = articles.get(number)
        why = "" if named else _("there is no such article here")
        if named and _is_elsewhere(text[match.end() :], leads):
            why = _("perhaps an article of another instrument")
        if named is None or why:
            doubts.append(Doubt(_("“{words}” stays as typed: {why}").format(words=match[0], why=why), text,
                                draft.nodes[language].place))  # fmt: skip
            pieces.append(_escaped(match[0]))
        else:
            whole = (
                match["word"] == leads.reference
                and match["n"].isdecimal()
                and f"{match['word']} {match['n']}" == match[0]
            )
            lead = "" if whole else f"{match['word']} "
            pieces.append(f"{lead}{{@{named.id}{'' if whole else '.number'}}}")
            count += 1
        done = match.end()
    pieces.append(_escaped(text[done:]))
    return "".join(pieces), count


def _is_elsewhere(after: str, leads: Leads) -> bool:
    """Whether the words that follow name another instrument: of the Convention, Undang-Undang …"""
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
