"""A decision: who settled a conflict, how, why."""

from collections.abc import Mapping, Sequence
from datetime import date

from loi_cli.files.collections import Series
from loi_cli.files.leaves import Flag
from loi_cli.files.prose import Empty, kept
from loi_cli.files.rules import ExactlyOne
from loi_cli.files.shapes import Key, Values
from loi_cli.files.source import Source
from loi_cli.intake.names import CONFLICT, MEETING_NAME, SIDE
from loi_cli.intake.records.event import AT, BY, DATE, REASON, Kind, done, record_block, written
from loi_cli.intake.texts import ByLanguage, ClauseWords, Written
from loi_cli.model.records import Decision
from loi_cli.model.words import tidy

CONFLICT_ID = Key("conflict", CONFLICT, "The conflict, as `loi conflicts` names it.", required=True)
TAKE = Key("take", SIDE, "The side whose words are taken, or `base`.")
READS = Key("reads", Written(empty=Empty.QUOTED), "The words that were taken, so that the record can be read alone.")
OVERRULES = Key(
    "overrules", Series(Written()), "The names of earlier decisions on the same conflict that no longer count."
)
WORDS = Key("words", ByLanguage(ClauseWords(empty=Empty.QUOTED)), "The words in place of all sides', by language.")
BRACKET = Key("bracket", Flag(only=True), "true when it stays open, on purpose.")
AT_MEETING = Key("meeting", MEETING_NAME, "The meeting whose minutes say it.")


def _read(name: str, source: Source, values: Values) -> Decision:
    return Decision(
        name=name,
        sha256=source.sha256,
        conflict=values[CONFLICT_ID],
        by=values[BY],
        date=values[DATE],
        at=values.get(AT, ""),
        reason=values[REASON],
        take=values.get(TAKE),
        reads=values.get(READS),
        words=values.get(WORDS, {}),
        bracket=values.get(BRACKET, False),
        overrules=tuple(values.get(OVERRULES, ())),
        meeting=values.get(AT_MEETING),
    )


DECISION = Kind(
    "decision",
    record_block(
        "decision", CONFLICT_ID, TAKE, READS, OVERRULES, WORDS, BRACKET, AT_MEETING, BY, DATE, AT, REASON,
        rules=(ExactlyOne(TAKE, WORDS, BRACKET),), says="Who settled a conflict, how, why.",
    ),
    _read,
)  # fmt: skip


def decision_bytes(
    *,
    conflict: str,
    by: str,
    date: date,
    reason: str,
    take: str | None = None,
    reads: str | None = None,
    words: Mapping[str, str] | None = None,
    bracket: bool = False,
    overrules: Sequence[str] = (),
    meeting: str | None = None,
    at: str = "",
) -> bytes:
    """The file of a decision; exactly one of `take` (with the words it `reads`), `words` and `bracket`.

    `overrules` names the records of earlier decisions that no longer count.
    """
    if (take is not None) + bool(words) + bracket != 1:
        raise ValueError("a decision takes a side, gives words, or leaves the bracket")
    how: dict[str, object] = {"bracket": True}
    if words:
        how = {"words": {language: tidy(text) for language, text in words.items()}}
    elif take is not None:
        how = {"take": take} if reads is None else {"take": take, "reads": kept(reads)}
    if overrules:
        how["overrules"] = list(overrules)
    if meeting:
        how["meeting"] = meeting
    return written(DECISION, {"conflict": conflict, **how, **done(by, date, at), "reason": kept(reason)})
