"""The calendar, planned back from the meeting: what is due how many days before it, as a list and as a drawing."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from loi_cli.meetings.replies import Reply, State, replies
from loi_cli.model.meetings import Meeting
from loi_cli.render.catalogue import Catalogue, catalogue
from loi_cli.render.dates import in_figures
from loi_cli.render.page.subject import Subject
from loi_cli.render.papers import chrome
from loi_cli.render.papers.chrome import Plain

WIDTH, LEFT, RIGHT, TOP, ROW = 1000, 170, 40, 46, 34


@dataclass(frozen=True, slots=True)
class Milestone:
    """A day that something happens or is due on; `row` names the line of the drawing that it stands on."""

    day: date
    row: str
    kind: str
    what: str
    passed: bool = False


def calendar(subject: Subject) -> Plain:
    """For a party: meetings, what went to it and the signature; when our units are to answer is ours alone."""
    words = catalogue(subject.language)
    stones = sorted(_milestones(subject, words), key=lambda m: (m.day, m.row))
    target = goal(subject)
    today = subject.material.today
    return {
        "days": [_line(stone, target, today, subject.language, words) for stone in stones],
        "goal": in_figures(target.date, subject.language) if target else "",
        "drawing": _drawing(stones, target, today, subject.language, words) if stones else None,
    }


def goal(subject: Subject) -> Meeting | None:
    """The meeting that everything is planned back from: the next one, else the last."""
    upcoming = [m for m in subject.meetings if m.date >= subject.material.today]
    return upcoming[0] if upcoming else (subject.meetings[-1] if subject.meetings else None)


def _milestones(subject: Subject, words: Catalogue) -> Iterable[Milestone]:
    material = subject.material
    if subject.inside:
        yield from _rounds(subject, words)
    for version in subject.versions:
        day = date.fromisoformat(version.header.time[:10])
        yield Milestone(day, words.say("page.versions"), "version", version.header.label)
    for sending in subject.sendings:
        label = next((h.label for h in subject.headers if h.hash == sending.version), "")
        what = words.say("page.sent", version=label, party=sending.to)
        yield Milestone(sending.date, words.say("page.versions"), "sent", what)
    for meeting in subject.meetings:
        title = str(chrome.worded(meeting.title, subject.language)["text"])
        yield Milestone(meeting.date, words.say("page.meetings"), "meeting", title)
    if material.dossier.date_of_signature:
        row = words.say("page.meetings")
        yield Milestone(material.dossier.date_of_signature, row, "signature", words.say("page.signature"))


def _rounds(subject: Subject, words: Catalogue) -> Iterable[Milestone]:
    """The last day of each round, of units that have longer, and the days on which answers came."""
    dossier = subject.material.dossier
    every = [r for r in replies(dossier, subject.material.inputs, subject.material.today) if r.asked]
    for number, due in dossier.rounds.items():
        row = words.say("page.round", n=number)
        asked = [r for r in every if r.round == number]
        answered = sum(r.state is not State.MISSING for r in asked)
        yield Milestone(
            due, row, "due", words.say("page.due-answered", n=answered, all=len(asked)), answered == len(asked)
        )
        for other in dict.fromkeys(r.due for r in asked if r.due and r.due != due):
            names = "; ".join(r.name for r in asked if r.due == other)
            yield Milestone(other, row, "due", words.say("page.due-for", units=names), all(
                r.state is not State.MISSING for r in asked if r.due == other))  # fmt: skip
        yield from _received(asked, row, words)


def _received(asked: Sequence[Reply], row: str, words: Catalogue) -> Iterable[Milestone]:
    for day, late in sorted({(r.received, r.late) for r in asked if r.received}):
        some = "; ".join(r.name for r in asked if (r.received, r.late) == (day, late))
        kind = "late" if late else "received"
        yield Milestone(day, row, kind, words.say(f"page.{kind}-from", units=some), True)


def _line(stone: Milestone, target: Meeting | None, today: date, language: str, words: Catalogue) -> Plain:
    missed = stone.kind == "due" and not stone.passed and stone.day < today
    return {
        "day": in_figures(stone.day, language),
        "iso": stone.day.isoformat(),
        "row": stone.row,
        "what": stone.what,
        "kind": "missed" if missed else stone.kind,
        "before": before(stone.day, target, words),
    }


def before(day: date, target: Meeting | None, words: Catalogue) -> str:
    """`32 days before`, `the day itself`, `5 days after`."""
    if target is None:
        return ""
    days = (target.date - day).days
    if days == 0:
        return words.say("page.that-day")
    return words.say("page.days-before" if days > 0 else "page.days-after", n=abs(days))


def _drawing(
    stones: Sequence[Milestone], target: Meeting | None, today: date, language: str, words: Catalogue
) -> Plain:
    """A line per row of milestones over one axis of days; today is drawn where it lies among them."""
    first, last = stones[0].day, stones[-1].day
    pad = timedelta(days=max((last - first).days // 20, 2))
    start, end = first - pad, last + pad
    span = (end - start).days

    def x(day: date) -> int:
        return LEFT + round((WIDTH - LEFT - RIGHT) * (day - start).days / span)

    rows = list(dict.fromkeys(stone.row for stone in stones))
    height = TOP + ROW * len(rows) + 40
    labels = _labels(stones, x)
    marks = [
        {
            "x": x(stone.day),
            "y": TOP + ROW * rows.index(stone.row) + ROW // 2,
            "kind": "missed" if stone.kind == "due" and not stone.passed and stone.day < today else stone.kind,
            "above": int(stone.kind not in ("received", "late")),
            "label": labels.get(stone, ""),
            "what": f"{in_figures(stone.day, language)}: {stone.what}",
        }
        for stone in stones
    ]
    return {
        "width": WIDTH,
        "height": height,
        "left": LEFT,
        "right": WIDTH - RIGHT,
        "top": TOP,
        "bottom": TOP + ROW * len(rows),
        "rows": [{"label": row, "y": TOP + ROW * n + ROW // 2} for n, row in enumerate(rows)],
        "ticks": [{"x": x(day), "label": label} for day, label in _ticks(start, end, target, language)],
        "marks": marks,
        "today": x(today) if start <= today <= end else 0,
        "goal": x(target.date) if target and start <= target.date <= end else 0,
        "today-label": words.say("page.today"),
    }


def _labels(stones: Iterable[Milestone], x: Callable[[date], int]) -> dict[Milestone, str]:
    """The names of versions, where they have room beside the one before."""
    found: dict[Milestone, str] = {}
    last = -WIDTH
    for stone in stones:
        if stone.kind == "version" and x(stone.day) - last > 9 * len(stone.what):
            found[stone] = stone.what
            last = x(stone.day)
    return found


def _ticks(start: date, end: date, target: Meeting | None, language: str) -> Iterable[tuple[date, str]]:
    """Counted back from the meeting: every week, or so many weeks that some eight stand on the axis."""
    anchor = target.date if target else end
    weeks = max(1, -(-(end - start).days // (7 * 8)))
    day = anchor
    while day >= start:
        if day <= end:
            days = (anchor - day).days
            yield day, f"−{days}" if days else in_figures(day, language)
        day -= timedelta(weeks=weeks)
