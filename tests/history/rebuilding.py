"""One text made from another and the JSON of `loi diff`, by its documentation alone: nothing of loi is called here.

Texts are as a version's file holds them under `text`.
"""

from collections.abc import Mapping, Sequence
from typing import Any

Json = dict[str, Any]


def rebuilt(text: Sequence[Json], clauses: Sequence[Json], *, back: bool = False) -> list[Json]:
    """The new text from the old one; `back`: the old one from the new."""
    start, end = ("to", "from") if back else ("from", "to")
    known = {clause["clause"]: clause for clause in text}
    children: dict[str | None, list[str]] = {None: []}
    for clause in text:
        children.setdefault(clause["parent"], []).append(clause["clause"])
    coming: list[tuple[str, Json]] = []
    for one in clauses:
        name, place = one["clause"], one.get("place", {start: None, end: None})
        if place[start] is not None:
            children[place[start]["parent"]].remove(name)
        if place[end] is not None:
            coming.append((name, place[end]))
        if one["kind"][end] is None:
            del known[name]
        else:
            known[name] = _clause(known.get(name), one, end, back)
            if place[end] is not None:
                known[name]["parent"] = place[end]["parent"]
    while coming:
        # a neighbour that comes too must be there first
        waiting = {name for name, _stand in coming}
        name, stand = next(c for c in coming if c[1]["after"] not in waiting)
        coming.remove((name, stand))
        row = children.setdefault(stand["parent"], [])
        row.insert(0 if stand["after"] is None else row.index(stand["after"]) + 1, name)
    return list(_in_order(None, children, known))


def _in_order(parent: str | None, children: Mapping[str | None, list[str]], known: Mapping[str, Json]) -> Any:
    for name in children.get(parent, []):
        yield known[name]
        yield from _in_order(name, children, known)


def _clause(was: Json | None, one: Json, end: str, back: bool) -> Json:
    old: Json = was or {"heading": {}, "text": {}, "exists": None, "place": None, "parent": None}
    brackets = one.get("brackets", {}).get(end, {})
    return {
        "clause": one["clause"],
        "kind": one["kind"][end],
        "parent": old["parent"],
        "heading": _fields(old["heading"], one["heading"], brackets, "heading", back),
        "text": _fields(old["text"], one["text"], brackets, "text", back),
        "exists": _bracket(one["exists"][end]) if "exists" in one else old["exists"],
        "place": _bracket(one["disputed_place"][end]) if "disputed_place" in one else old["place"],
    }


def _fields(old: Json, hunks: Json, brackets: Json, prefix: str, back: bool) -> Json:
    """The words by language; a language without words is not there."""
    now = {lang: _pieces(some, brackets.get(f"{prefix}.{lang}", []), back) for lang, some in hunks.items()}
    return {lang: words for lang, words in {**old, **now}.items() if words}


def _pieces(hunks: Sequence[Sequence[str]], brackets: Sequence[Json], back: bool) -> list[Any]:
    words = "".join(text for op, text in hunks if op != ("+" if back else "-"))
    out: list[Any] = []
    done = 0
    for bracket in brackets:
        at, end = bracket["at"], bracket["at"] + len(bracket["shown"])
        assert words[at:end] == bracket["shown"]
        lead = at - len(bracket["lead"])
        assert words[lead:at] == bracket["lead"]
        out += [words[done:lead], _bracket(bracket)]
        done = end
    out.append(words[done:])
    return [piece for piece in out if piece]


def _bracket(value: Json | None) -> Json | None:
    if value is None:
        return None
    readings = [{"text": r["text"], "sides": [[s["side"], s["source"]] for s in r["sides"]]} for r in value["readings"]]
    return {"base": value["base"], "lead": value["lead"], "readings": readings}
