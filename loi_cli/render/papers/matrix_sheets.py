"""The matrix as tables of a workbook: the same rows as on paper, in words without marks."""

from collections.abc import Iterable, Mapping
from typing import Any

from loi_cli.render.papers.chrome import Plain
from loi_cli.render.tables import Column, Sheet


def inside(context: Plain) -> tuple[Sheet, ...]:
    """Our own: proposals, other entries, and who was asked."""
    say: Mapping[str, Any] = _mapping(context["words"])
    proposals = Sheet(
        str(context["title"]),
        (Column(say["number"], 6), Column(say["clause"], 20), Column(say["before"], 45), Column(say["proposal"], 45),
         Column(say["reason"], 35), Column(say["unit"], 22), Column(say["status"], 24), Column(say["response"], 24)),
        tuple(
            (row["number"], _lines([row["clause"], words(row["heading"]["segments"]), row["id"]]), _said(row["before"]),
             _said(row["proposal"]), row["reason"], row["unit"], _status(row["status"]), "")
            for row in _rows(context, "proposals")
        ),
    )  # fmt: skip
    others = Sheet(
        say["other"],
        (Column(say["number"], 6), Column(say["kind"], 18), Column(say["content"], 60), Column(say["unit"], 24),
         Column(say["status"], 24)),
        tuple(
            (row["number"], row["kind"], _lines([row["title"]["text"], row["about"], row["note"]]), row["unit"],
             _status(row["status"]))
            for row in _rows(context, "others")
        ),
    )  # fmt: skip
    units = Sheet(
        say["units"],
        (Column(say["unit"], 40), Column(say["round"], 10), Column(say["due"], 20), Column(say["received"], 20),
         Column(say["state"], 24), Column(say["files"], 28)),
        tuple(
            (row["unit"], row["round"], row["due"], row["received"],
             ", ".join(part for part in (row["state"], row["late"]) if part), _lines(row["files"]))
            for row in _rows(context, "units")
        ),
    )  # fmt: skip
    return tuple(sheet for sheet in (proposals, others, units) if sheet.rows or sheet is proposals)


def outside(context: Plain) -> tuple[Sheet, ...]:
    """A party's: the open points alone."""
    say = _mapping(context["words"])
    parties = context["parties"]
    assert isinstance(parties, list)
    return (
        Sheet(
            str(context["title"]),
            (Column(say["number"], 6), Column(say["clause"], 20), Column(say["before"], 50), Column(say["started"], 35),
             *(Column(party, 35) for party in parties)),
            tuple(
                (row["number"], _lines([row["clause"], words(row["heading"]["segments"]), row["field"]]),
                 words(row["whole"]), words(row["base"]),
                 *(_lines([words(each["segments"]) for each in reading]) for reading in row["readings"]))
                for row in _rows(context, "rows")
            ),
        ),
    )  # fmt: skip


def words(segments: Iterable[Mapping[str, Any]]) -> str:
    """Segments as plain words: words struck out are left away, a bracket names its sides."""
    said = []
    for segment in segments:
        inner = segment.get("segments")
        match segment["type"]:
            case "old" | "del":
                continue
            case "blank":
                said.append("__________")
            case "bracket":
                said.append(f"[{segment['names']}: {words(inner or ())}]")
            case _:
                said.append(words(inner) if isinstance(inner, list) else str(segment.get("text", "")))
    return "".join(said)


def _said(lines: Iterable[Mapping[str, Any]]) -> str:
    """Lines of a language each, with its code where there is one."""
    return _lines([f"{line['label']}: {words(line['segments'])}" if line["label"] else words(line["segments"])
                   for line in lines])  # fmt: skip


def _status(lines: Iterable[Mapping[str, Any]]) -> str:
    return _lines([f"{line['text']}: {line['why']}" if line["why"] else line["text"] for line in lines])


def _lines(parts: Iterable[str]) -> str:
    return "\n".join(part for part in parts if part)


def _rows(context: Plain, name: str) -> list[dict[str, Any]]:
    found = context[name]
    assert isinstance(found, list)
    return found


def _mapping(value: object) -> Mapping[str, Any]:
    assert isinstance(value, Mapping)
    return value
