"""A look into a file before it leaves: is anything in it that is ours alone?

What may not leave is known from the dossier: names of units and how they sign, reasons, notes, positions, talking
points, reasons of decisions, open words, marks of papers for our own side. Words that the party may read in the text
anyway are no secret.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from loi_cli.i18n import _
from loi_cli.model.dossier import Dossier
from loi_cli.model.inputs import Input, Instruct, Position, Remark
from loi_cli.model.meetings import Meeting
from loi_cli.model.records import Decision
from loi_cli.model.text import Text
from loi_cli.model.words import Bracket, shown
from loi_cli.render import protocol
from loi_cli.render.catalogue import catalogue
from loi_cli.render.disclosure import visible
from loi_cli.render.typed_names import TypedNames
from loi_cli.word.innards import Innards

_SENTENCE = re.compile(r"(?<=[.;!?])\s+|\n+")
_LEAST = 20
"""So many letters make a sentence that nobody writes twice by chance."""


class Finding(NamedTuple):
    """One thing that keeps a file from leaving: in which part, what, and the words."""

    file: str
    part: str
    what: str


class Secret(NamedTuple):
    """Words that are ours alone, folded as they are searched for."""

    what: str
    words: str


def findings(file: str, inside: Innards, secrets: Iterable[Secret], dossier: Dossier) -> Iterator[Finding]:
    """All that keeps a file from leaving."""
    for trace in inside.traces:
        yield Finding(file, trace.part, trace.what)
    for author in sorted(inside.authors - _speakers(dossier)):
        yield Finding(file, "", _("tracked changes by {author}").format(author=author))
    # That a party may see a text does not excuse a unit's name that was typed into it as a bracket.
    typed = TypedNames(dossier)
    for part, words in inside.words:
        for name in typed.signing(" ".join(words.split())):
            yield Finding(file, part, _("words signed by {unit}").format(unit=name))
    folded = [(part, _folded(words)) for part, words in inside.words]
    for secret in secrets:
        for part, words in folded:
            if secret.words in words:
                yield Finding(file, part, secret.what)


def secrets_of(
    dossier: Dossier,
    texts: Iterable[Text],
    receiver: str,
    inputs: Iterable[Input],
    decisions: Iterable[Decision],
    meetings: Iterable[Meeting],
) -> tuple[Secret, ...]:
    """What may not leave. `texts` are those that the party may see, as far as it may see them."""
    known, held = tuple(texts), tuple(meetings)
    readable = (_readable(text, receiver, dossier) for text in known)
    open_ = _folded(" | ".join((*_names(dossier), *readable, *_at_the_table(held))))
    found = [*_units(dossier), *_marks(dossier), *_said(inputs), *_decided(decisions), *_kept_back(held)]
    found += [words for text in known for words in _open_words(text)]
    secrets = (Secret(what, _folded(words)) for what, words in found)
    kept = (secret for secret in secrets if len(secret.words) > 2 and secret.words not in open_)
    return tuple(dict.fromkeys(kept))


def _readable(text: Text, receiver: str, dossier: Dossier) -> str:
    seen = visible(text, receiver, dossier)
    return " | ".join(shown(words) for clause in seen for words in (*clause.text.values(), *clause.heading.values()))


def _names(dossier: Dossier) -> Iterator[str]:
    """The names of the parties and of who signs: a unit's name may be a part of one."""
    for party in dossier.parties.values():
        for forms in (*party.name.values(), *party.signatory.values(), *party.short.values()):
            yield from forms.values()
    yield from dossier.subject.values()
    yield from (protocol.title_of(dossier, language) for language in dossier.languages)


def _at_the_table(meetings: Iterable[Meeting]) -> Iterator[str]:
    """What both delegations read of a meeting: who sits there for which office, where, about what."""
    for meeting in meetings:
        yield from (*meeting.title.values(), *meeting.venue.values())
        yield from (title for item in meeting.agenda for title in item.title.values())
        for seats in meeting.delegations.values():
            for seat in seats:
                yield from (*seat.title.values(), *seat.office.values(), seat.name)


def _speakers(dossier: Dossier) -> frozenset[str]:
    """Who may be named at a tracked change: parties."""
    return frozenset(dossier.parties)


def _units(dossier: Dossier) -> Iterator[tuple[str, str]]:
    for unit in dossier.units.values():
        named = _("the unit {unit}").format(unit=unit.id)
        yield named, unit.name
        if unit.to:
            yield named, unit.to
        if unit.mail:
            yield named, unit.mail
        for side in (unit.id, *unit.was):
            yield from ((_("an input of {unit}").format(unit=unit.id), f"{side}-{n}.yaml") for n in dossier.rounds)


def _marks(dossier: Dossier) -> Iterator[tuple[str, str]]:
    """What papers for our own side say of themselves."""
    for language in (*dossier.languages, "en"):
        for key in ("papers.internal", "correspondence.inside"):
            yield _("it says that it is internal"), catalogue(language).say(key)


def _said(inputs: Iterable[Input]) -> Iterator[tuple[str, str]]:
    """Reasons, notes, positions and points of our units. A party knows what it wrote itself."""
    for one in inputs:
        if one.party is not None:
            continue
        words: list[tuple[str, str]] = []
        for proposal in one.proposals:
            words.append((_("a reason of {side}"), proposal.reason))
            if isinstance(proposal, Instruct | Remark):
                words.append((_("a note of {side}"), proposal.note))
            if isinstance(proposal, Position):
                stands = (proposal.aim, proposal.adjustments, proposal.fallback, proposal.red_line)
                words += [(_("a position of {side}"), each) for each in stands]
        words += [(_("a note of {side}"), project.note) for project in one.projects]
        words += [(_("a talking point of {side}"), point.note) for point in one.talking_points]
        for what, text in words:
            yield from ((what.format(side=one.side), sentence) for sentence in _sentences(text))


def _decided(decisions: Iterable[Decision]) -> Iterator[tuple[str, str]]:
    for one in decisions:
        yield from ((_("the reason of a decision"), sentence) for sentence in _sentences(one.reason))
        yield _("the name of a decision"), one.name


def _kept_back(meetings: Iterable[Meeting]) -> Iterator[tuple[str, str]]:
    for meeting in meetings:
        for item in meeting.agenda:
            for sentence in _sentences(item.internal):
                yield _("an internal note on {item}").format(item=item.id), sentence
        for one in (*meeting.holders, *meeting.copied_to):
            yield _("who gets copies of our papers"), one
        for figure in meeting.figures:
            yield _("a source of the briefing sheet"), figure.source


def _open_words(text: Text) -> Iterator[tuple[str, str]]:
    """Readings and whole clauses that are in dispute: those that the party does not see are ours alone."""
    for clause in text:
        what = _("words of {clause} that are still open").format(clause=clause.id)
        for words in (*clause.text.values(), *clause.heading.values()):
            if clause.exists is not None and len(shown(words)) >= _LEAST:
                yield what, shown(words)
            for piece in words:
                if isinstance(piece, Bracket):
                    yield from ((what, r.text) for r in piece.readings if len(r.text.strip()) >= _LEAST)


def _sentences(text: str) -> Sequence[str]:
    """The sentences that are long enough to be known again; a short text as a whole."""
    if not text.strip():
        return ()
    long = [part for part in _SENTENCE.split(text) if len(part.strip()) >= _LEAST]
    return long or ([text] if len(text.strip()) >= _LEAST // 2 else [])


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())
