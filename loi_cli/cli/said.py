"""How a proposal, a note or a decision about a clause is told, in words and as JSON."""

from collections.abc import Container, Iterable, Iterator

from loi_cli.cli.commands.merge import VERDICT_STYLES, verdict_words
from loi_cli.cli.console import Styled
from loi_cli.i18n import _
from loi_cli.intake.sayings import Saying
from loi_cli.merge.outcomes import Verdict
from loi_cli.model.records import Decision
from loi_cli.model.words import NOTHING

_SAID_ELSEWHERE = frozenset({Verdict.OPEN, Verdict.CONFLICT})
"""Verdicts whose why says no more than the clause's conflicts, or the verb, do."""


_LABELS = {
    "aim": _("aim"), "adjustments": _("permitted adjustments"), "fallback": _("fallback"), "red-line": _("red line"),
}  # fmt: skip


def said_shown(one: Saying, language: str | None = None) -> Iterator[Styled]:
    """`ilmate reword · merged · why · inputs/ilmate-1.yaml:18`; of the words wanted those of one language."""
    yield one.side, "name"
    yield f" {verb(one.what)}", "strong"
    for field, words in one.words.items():
        if language is not None and field == f"text.{language}":
            yield f" “{words or NOTHING}”"
    for key, note in one.notes.items():
        label = _LABELS.get(key)
        yield (f" · {label}: " if label else " " if key == "place" else " · "), "muted"
        yield note
    if one.reason:
        yield f" · {one.reason}"
    yield from _became(one)
    yield f" · {one.where}", "muted"


def _became(one: Saying) -> Iterator[Styled]:
    """What became of it, each answer once; `remark` answers nothing that the verb has not said."""
    whys: dict[Verdict, list[str]] = {}
    for fate in one.fates:
        if fate.verdict is not Verdict.REMARK:
            whys.setdefault(fate.verdict, []).append("" if fate.verdict in _SAID_ELSEWHERE else fate.why)
    for verdict, why in whys.items():
        yield " · ", "muted"
        yield verdict_words(verdict), VERDICT_STYLES.get(verdict, "muted")
        reasons = ", ".join(dict.fromkeys(w for w in why if w))
        if reasons:
            yield f" ({reasons})", "muted"
    if one.waits:
        yield _(" · waits for `loi merge`"), "warning"


def verb(what: str) -> str:
    """What a saying does, as a person reads it."""
    return {
        "reword": _("rewords"),
        "replace": _("replaces words"),
        "insert": _("inserts it"),
        "delete": _("deletes it"),
        "move": _("moves it"),
        "instruct": _("wants a change"),
        "remark": _("remarks"),
        "position": _("has a position"),
        "talking-point": _("has a talking point"),
        "agenda": _("wants it on the agenda"),
    }[what]


def said_json(one: Saying) -> dict[str, object]:
    """`note` is the first of what is said beside the words: a note, an aim, else the reason."""
    return {
        "file": one.where,
        "what": one.what,
        "note": one.notes.get("note") or one.notes.get("aim") or one.notes.get("title") or one.reason,
        "input": one.input,
        "side": one.side,
        "date": one.day.isoformat() if one.day else None,
        "words": dict(one.words),
        "notes": dict(one.notes),
        "reason": one.reason,
        "outcomes": [{"field": f.field, "outcome": f.verdict.value, "why": f.why} for f in one.fates],
        "waits": one.waits,
    }


def decision_json(decision: Decision) -> dict[str, object]:
    return {
        "record": f"records/{decision.name}.yaml",
        "conflict": decision.conflict,
        "take": decision.take,
        "reads": decision.reads,
        "words": dict(decision.words),
        "bracket": decision.bracket,
        "by": decision.by,
        "date": decision.date.isoformat(),
        "reason": decision.reason,
    }


def decisions_shown(decisions: Iterable[Decision], waiting: Container[str]) -> Iterator[tuple[str, list[Styled]]]:
    """Decisions as lines with their indents; those that one office took on one day for one reason together."""
    together: dict[tuple[str, str, str], list[Decision]] = {}
    for decision in decisions:
        together.setdefault((decision.by, decision.date.isoformat(), decision.reason), []).append(decision)
    for (by, day, reason), some in together.items():
        yield "", [(by, "name"), (_(" decides"), "strong"), f" · {reason}", (f" · {day}", "muted")]
        for decision in some:
            waits: Styled = (_(" · waits for `loi merge`"), "warning") if decision.name in waiting else ""
            yield "  ", [*_taken(decision), waits, (f" · records/{decision.name}.yaml", "muted")]


def _taken(decision: Decision) -> Iterator[Styled]:
    """`text.en: imatap, “twice a year”`."""
    yield f"{decision.conflict.split('/')[1]}: "
    if decision.bracket:
        yield _("stays open"), "strong"
    elif decision.words:
        yield "; ".join(f"{language} “{words}”" for language, words in decision.words.items()), "strong"
    else:
        yield decision.take or "", "strong"
        if decision.reads:
            yield f", “{decision.reads}”"
