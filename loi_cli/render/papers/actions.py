"""Tindak lanjut: the action items over all meetings, overdue ones first, and the calendar to the next meeting."""

from datetime import date

from loi_cli.meetings.countdown import Due
from loi_cli.meetings.follow_up import Action, State
from loi_cli.render.catalogue import catalogue
from loi_cli.render.dates import in_figures
from loi_cli.render.material import Material
from loi_cli.render.papers import chrome
from loi_cli.render.papers.chrome import Plain

TEMPLATE = "actions.html"


def context(material: Material) -> Plain:
    language = chrome.language_of(material)
    words = catalogue(language)
    title = words.say("after.titles.actions")
    return {
        "title": title,
        "language": language,
        "words": words.section("after"),
        "running": chrome.running(material, language, title),
        "day": in_figures(material.today, language),
        "actions": [_action(one, material, language) for one in material.actions],
        "calendar": _calendar(material, language),
    }


def _action(one: Action, material: Material, language: str) -> Plain:
    words = catalogue(language)
    return {
        "what": chrome.worded(one.what, language),
        "owner": chrome.side_name(material, one.owner, language),
        "due": in_figures(one.due, language),
        "meeting": in_figures(date.fromisoformat(one.meeting[:10]), language),  # a meeting's file begins with its day
        "state": words.say(f"after.states.{one.state}"),
        "overdue": one.state is State.OVERDUE,
        "steps": _steps(one, language),
    }


def _steps(one: Action, language: str) -> list[str]:
    """What was recorded of it: from which day it was moved and why, who did it when."""
    words = catalogue(language)
    found, due = [], one.first_due
    for step in one.steps:
        if step.due is not None:
            found.append(words.say("after.moved", date=in_figures(due, language), reason=step.reason))
            due = step.due
        else:
            found.append(words.say("after.done-by", date=in_figures(step.date, language), by=step.by))
    return found


def _calendar(material: Material, language: str) -> Plain:
    """What leads to the next meeting; empty where none is planned."""
    words = catalogue(language)
    if material.meeting is None or not material.calendar:
        return {"title": "", "rows": []}
    title = chrome.worded(material.meeting.title, language)["text"]
    day = chrome.day(material.meeting.date, language)
    return {
        "title": words.say("after.calendar", meeting=title, day=day),
        "rows": [_due(one, language) for one in material.calendar],
    }


def _due(one: Due, language: str) -> Plain:
    words = catalogue(language)
    return {
        "day": chrome.day(one.day, language),
        "what": words.say(f"after.milestones.{one.milestone}"),
        "state": words.say(f"after.days.{one.state}"),
        "late": one.state.value == "late",
        "left": words.say("after.left", n=one.left) if one.left else "",
    }
