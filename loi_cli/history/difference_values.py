"""Differences as JSON values: enough to have either text from the other.

By clause, in the reading order of the new text:

- `change`: added, deleted, moved (perhaps reworded too) or changed; `number`, `kind`: `{"from": …, "to": …}`, null
  where there is no such clause.
- `heading`, `text`: by language the words that stay (`=`), go (`-`), come (`+`). All but `+` joined are the old words,
  all but `-` the new ones; brackets in them are written as a person reads them.
- `place`, where a clause came, went or moved: `{"from": {"parent", "after"}, "to": …}`: in which clause (null: at the
  top), after which of its neighbours (null: the first). Take out what went or moved, then put in what came or moved:
  every clause then stands where it should.
- `brackets`, where fields in `text` or `heading` hold any: `{"from": {field: […]}, "to": {field: […]}}`, each with the
  letter it begins `at` in the joined words, how it is `shown` there, the `base` words, the blank that leads to it
  (`lead`) and its readings with their sides.
- `exists`, `disputed_place`, where a dispute about the whole clause differs: `{"from": bracket, "to": bracket}`.
- `stale`, where it differs: `{"from": [languages], "to": [languages]}`.
"""

from collections.abc import Callable, Mapping
from typing import Any

from loi_cli.history.differences import Difference, Stand, State
from loi_cli.merge.comparison import Change, Hunk
from loi_cli.model.words import Bracket, Run, Words

Json = dict[str, Any]


def as_value(difference: Difference, language: str | None = None) -> Json:
    """One difference; of its words those of one language or of all."""
    d = difference
    value: Json = {
        "clause": d.clause,
        "change": d.change.value,
        "number": _both(d, lambda state: state.number),
        "kind": _both(d, lambda state: state.clause.kind.value),
        "heading": _hunks(d.heading, language),
        "text": _hunks(d.text, language),
    }
    if d.change is not Change.CHANGED:
        value["place"] = _both(d, lambda state: _stand(state.stand))
    brackets = _both(d, lambda state: _brackets(state, d, language))
    if brackets["from"] or brackets["to"]:
        value["brackets"] = {end: found or {} for end, found in brackets.items()}
    for key, found in (
        ("exists", _both(d, lambda state: bracket_value(state.clause.exists))),
        ("disputed_place", _both(d, lambda state: bracket_value(state.clause.place))),
        ("stale", _both(d, lambda state: list(state.stale))),
    ):
        if (found["from"] or None) != (found["to"] or None):
            value[key] = found
    return value


def _both(difference: Difference, part: Callable[[State], Any]) -> Json:
    ends = {"from": difference.old, "to": difference.new}
    return {end: None if state is None else part(state) for end, state in ends.items()}


def _hunks(fields: Mapping[str, tuple[Hunk, ...]], language: str | None) -> dict[str, list[list[str]]]:
    return {lang: [[h.op.value, h.text] for h in some] for lang, some in fields.items() if language in (None, lang)}


def _stand(stand: Stand) -> Json:
    return {"parent": stand.parent, "after": stand.after}


def _brackets(state: State, difference: Difference, language: str | None) -> Json:
    out: Json = {}
    for prefix, fields, hunks in (
        ("heading", state.clause.heading, difference.heading),
        ("text", state.clause.text, difference.text),
    ):
        for lang in hunks:
            found = _placed(fields.get(lang, ()))
            if found and language in (None, lang):
                out[f"{prefix}.{lang}"] = found
    return out


def _placed(words: Words) -> list[Json]:
    out: list[Json] = []
    at = 0
    for piece in words:
        if isinstance(piece, Run):
            at += len(piece.text)
            continue
        at += len(piece.lead)
        out.append({"at": at, "shown": piece.shown, **(bracket_value(piece) or {})})
        at += len(piece.shown)
    return out


def bracket_value(bracket: Bracket | None) -> Json | None:
    """A dispute: the words it started from, the blank before them, each reading with its sides."""
    if bracket is None:
        return None
    readings = [
        {"text": r.text, "sides": [{"side": s.name, "source": s.source} for s in r.sides]} for r in bracket.readings
    ]
    return {"base": bracket.base, "lead": bracket.lead, "readings": readings}
