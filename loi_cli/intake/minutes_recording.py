"""What minutes say of the text, as records: brackets that the meeting settled, clauses that the parties agreed on.

Nothing is retyped: minutes name a conflict and a side, and the record takes its words from the text. A clause agreed on
at the meeting that settled its brackets is agreed as it reads once they are. What was recorded for a meeting once is
not recorded again.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from loi_cli.files.codes import Code
from loi_cli.i18n import _
from loi_cli.intake.deciding import Settled, Signature, Way, chosen, recorded, settle
from loi_cli.intake.merging import as_settled
from loi_cli.intake.records.agreement import agreement_bytes
from loi_cli.intake.records.keeping import Written, named
from loi_cli.intake.register import Register, foreseen
from loi_cli.merge.agreed_words import fingerprints, open_within
from loi_cli.model.meetings import Meeting
from loi_cli.model.minutes import Minutes, MinutesItem, Settlement
from loi_cli.model.problems import BadInput, LoiError, Place, Problem
from loi_cli.model.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What is to be written: `step`. `before` counts what was recorded earlier."""

    step: tuple[Written, ...]
    decided: tuple[Settled, ...]
    agreed: tuple[tuple[str, bool], ...]
    before: int


def outcome_of(minutes: Minutes, meeting: Meeting, register: Register, by: str, time: datetime) -> Outcome:
    """The records of a meeting. Raises BadInput for what can no longer be settled or agreed so, LoiError before the
    meeting was held."""
    today = time.date()
    if meeting.date > today:
        raise LoiError(
            _("{meeting} is still to come").format(meeting=meeting.name),
            _("what it agrees on is recorded once it was held; `loi decide` settles what we settle among ourselves"),
        )
    problems: list[Problem] = []
    before = 0
    decided: list[tuple[Settled, Signature]] = []
    for item, settlement in _settlements(minutes):
        if _is_recorded(settlement, meeting, register):
            before += 1
            continue
        reason = (
            settlement.reason or _first(item.conclusion) or _("agreed at the meeting {name}").format(name=meeting.name)
        )
        signature = Signature(by=by, reason=reason, time=time, meeting=meeting.name, day=meeting.date)
        try:
            some = chosen([settlement.conflict], False, register)
            settled, _left = settle(some, Way(take=settlement.take, words=settlement.words or None))
            decided += [(one, signature) for one in settled]
        except LoiError as error:
            problems.append(_problem(error, settlement.place))
    if problems:
        raise BadInput(problems)
    step = [recorded(one, signature, register) for one, signature in decided]
    text = as_settled(foreseen(register, step), time)
    agreed, others = _agreements(minutes, meeting, register, text)
    step += [_agreement(clause, ad, meeting, register, text, by, time) for clause, ad in agreed]
    return Outcome(
        step=tuple(step),
        decided=tuple(one for one, _signature in decided),
        agreed=agreed,
        before=before + others,
    )


def _settlements(minutes: Minutes) -> Iterator[tuple[MinutesItem, Settlement]]:
    for item in minutes.items:
        yield from ((item, one) for one in item.settled)


def _is_recorded(settlement: Settlement, meeting: Meeting, register: Register) -> bool:
    return any(
        decision.meeting == meeting.name
        and (decision.conflict, decision.take) == (settlement.conflict, settlement.take)
        and dict(decision.words) == dict(settlement.words)
        for decision in (*register.decisions, *register.waiting_decisions)
    )


def _agreements(
    minutes: Minutes, meeting: Meeting, register: Register, text: Text
) -> tuple[tuple[tuple[str, bool], ...], int]:
    """The clauses to be recorded as agreed, each with whether ad referendum; how many were recorded before. Raises
    BadInput for what is not in the text as settled, or still open in it."""
    clauses = text.by_id()
    known = {(a.clause, a.ad_referendum) for a in register.opened.agreements if a.meeting == meeting.name}
    found: list[tuple[str, bool]] = []
    problems: list[Problem] = []
    before = 0
    for item in minutes.items:
        for clause, ad in (*((c, False) for c in item.agreed), *((c, True) for c in item.ad_referendum)):
            if (clause, ad) in known:
                before += 1
            elif clause not in clauses:
                gone = LoiError(
                    _("{clause} is no longer in the text").format(clause=clause),
                    _("take it out here; `loi log --clause {clause}` tells where it went").format(clause=clause),
                )
                problems.append(_problem(gone, item.place))
            elif left := sorted(set(open_within(clause, text))):
                still_open = LoiError(
                    _("what is in brackets cannot be agreed: {ids} in {clauses}").format(
                        ids=", ".join(left), clauses=clause
                    ),
                    _("add under `settled` what was agreed on it, or take the clause out here"),
                )
                problems.append(_problem(still_open, item.place))
            else:
                found.append((clause, ad))
    if problems:
        raise BadInput(problems)
    return tuple(dict.fromkeys(found)), before


def _agreement(
    clause: str, ad_referendum: bool, meeting: Meeting, register: Register, text: Text, by: str, time: datetime
) -> Written:
    version = (register.heads or (register.root,))[0]
    day: date = meeting.date
    data = agreement_bytes(
        clause=clause,
        version=version.header.hash,
        words=fingerprints(clause, text),
        ad_referendum=ad_referendum,
        meeting=meeting.name,
        by=by,
        date=day,
        at=time.strftime("%Y-%m-%dT%H:%M:%SZ"),
    )
    return named(day, "agreement", data)


def _problem(error: LoiError, place: Place) -> Problem:
    return Problem(code=Code.WRONG_VALUE.value, message=error.message, place=place, help=error.hint)


def _first(words: object) -> str:
    return next(iter(words.values()), "") if isinstance(words, dict) else ""
