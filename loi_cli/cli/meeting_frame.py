"""The meeting that `loi meeting new` plans, but for its agenda: what was asked for, else as it was last time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta

from loi_cli.cli.choosing import one_of
from loi_cli.cli.session import typed
from loi_cli.i18n import _
from loi_cli.intake.meetings import spoken_languages
from loi_cli.intake.zones import zone_named
from loi_cli.meetings.timetable import length
from loi_cli.model.dossier import Dossier
from loi_cli.model.identifiers import is_slug
from loi_cli.model.meetings import Meeting, Mode
from loi_cli.model.problems import LoiError, Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What the command line says of the meeting; None and nothing are what it does not say."""

    day: date
    start: str | None
    end: str | None
    zone: str | None
    slug: str
    mode: str | None
    place: tuple[str, ...]
    languages: tuple[str, ...]
    contact: str


def frame_of(asked: Wanted, last: Meeting | None, dossier: Dossier) -> Meeting:
    """The meeting without its agenda; `last` is the one before it. Raises LoiError for what cannot be."""
    if not is_slug(asked.slug):
        raise LoiError(
            _("`{name}` cannot be a name here").format(name=asked.slug), _("use a-z, 0-9 and hyphens: --slug bilateral")
        )
    zone = asked.zone or (last.zone if last else dossier.parties[dossier.home].zone)
    if not zone:
        raise LoiError(_("it is not known in which time zone it is held"), _("add --zone, such as Asia/Jakarta"))
    begins = _clock(asked.start, "--start") if asked.start else last.start if last else time(9)
    lasts = timedelta(minutes=length(last) if last else 180)
    ends = _clock(asked.end, "--end") if asked.end else _after(begins, lasts)
    if ends <= begins:
        raise LoiError(
            _("the meeting ends at {end}, and begins at {start}").format(end=f"{ends:%H:%M}", start=f"{begins:%H:%M}"),
            _("give the later time with --end"),
        )
    mode = one_of(asked.mode, list(Mode), _("there is no mode “{name}”"), _("they are: {names}")) if asked.mode else ""
    return Meeting(
        name=f"{asked.day}-{asked.slug}",
        title={},
        date=asked.day,
        start=begins,
        end=ends,
        zone=zone_named(zone),
        venue=_by_language(asked.place, dossier) if asked.place else last.venue if last and not asked.mode else {},
        mode=Mode(mode) if mode else last.mode if last else Mode.IN_PERSON,
        languages=asked.languages or (last.languages if last else (dossier.prevails or dossier.languages[-1],)),
        delegations=last.delegations if last else {},
        agenda=(),
        classification=last.classification if last else dossier.classification,
        urgency=last.urgency if last else None,
        contact={dossier.languages[0]: asked.contact} if asked.contact else last.contact if last else {},
        copied_to=last.copied_to if last else (),
        holders=last.holders if last else (),
        where=Place(f"meetings/{asked.day}-{asked.slug}.yaml"),
    )


def _by_language(said: Sequence[str], dossier: Dossier) -> dict[str, str]:
    """`en=Room 3` by its language; words without one are for every language of the meeting's papers."""
    known = spoken_languages(dossier)
    found: dict[str, str] = {}
    for each in said:
        language, equals, words = each.partition("=")
        if equals and language in known:
            found[language] = typed(words, "--place", 200)
        else:
            found = {**dict.fromkeys(dossier.languages, typed(each, "--place", 200)), **found}
    return found


def _clock(text: str, option: str) -> time:
    try:
        return time.fromisoformat(text if len(text) == 5 else "?")
    except ValueError:
        raise LoiError(
            _("{option} is “{text}”, which is no time of day").format(option=option, text=text),
            _("write hours and minutes, two digits each: 09:00"),
        ) from None


def _after(begins: time, lasts: timedelta) -> time:
    """The time so much later, on the same day at the latest."""
    minutes = begins.hour * 60 + begins.minute + int(lasts.total_seconds() // 60)
    return time(*divmod(min(minutes, 24 * 60 - 1), 60))
