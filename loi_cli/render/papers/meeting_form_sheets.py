"""The form of a meeting as a workbook: the same tables as on paper, each on a sheet, its marks as names of cells."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from loi_cli.intake import meeting_marks as marks
from loi_cli.render.papers.chrome import Plain
from loi_cli.render.tables import Column, Sheet


def sheets(context: Plain) -> tuple[Sheet, ...]:
    return tuple(_sheets(context))


def _sheets(it: Mapping[str, Any]) -> Iterator[Sheet]:
    say = it["words"]
    name = {"mark": it["name"]["mark"], "label": say["meeting"], "lines": [it["name"]["text"]]}
    how = [_how(line, number) for number, line in enumerate(it["how"], start=1)]
    yield _pairs(say["meeting"], [name, *it["facts"], *how])
    for delegation in it["delegations"]:
        yield _table(delegation["party"], delegation, (22, 44, 36, 32, 32), offered={0: it["roles"]})
    yield _table(say["agenda"], it["agenda"], (16, 40, 9, 9, 24, 20, 36, 36), offered={3: it["parties"]})
    yield _table(it["figures"]["title"], it["figures"], (40, 16, 30, 16, 44, 14))
    minutes = it["minutes"]
    if not minutes["rows"]:
        return
    yield _pairs(say["minutes-of"], [*minutes["offices"], _how(say["how-settled"], len(it["how"]) + 1)])
    told = {**minutes["proceedings"], "rows": minutes["rows"]}
    yield _table(say["discussion"], told, (16, 44, 44, 44, 20, 20, 32))
    yield _table(say["actions"], {**minutes["follow_up"], "rows": minutes["actions"]}, (16, 20, 50, 20, 14),
                 offered={0: [item for [item], *_rest in minutes["rows"]], 3: it["owners"]})  # fmt: skip
    if minutes["open"]["rows"]:
        yield _table(say["open"], minutes["open"], (16, 40, 20, 80))


def _pairs(title: str, rows: Sequence[Mapping[str, Any]]) -> Sheet:
    """Labels and what stands behind them; the first row is the head."""
    cells = [(row["label"], "\n".join(row["lines"])) for row in rows]
    return Sheet(
        title,
        (Column(cells[0][0], 28), Column(cells[0][1], 90)),
        tuple(cells[1:]),
        {row["mark"]: (line, row.get("at", 0)) for line, row in enumerate(rows)},
    )


def _how(line: str, number: int) -> Mapping[str, Any]:
    """A line that says how to fill in; the mark is on its own cell, as it has no label."""
    return {"mark": f"{marks.HOW}{number}", "label": "", "lines": [line], "at": 1}


def _table(
    title: str, table: Mapping[str, Any], widths: Sequence[int], offered: Mapping[int, Sequence[str]] | None = None
) -> Sheet:
    columns = tuple(
        Column(column["head"], width, tuple((offered or {}).get(at, ())))
        for at, (column, width) in enumerate(zip(table["columns"], widths, strict=True))
    )
    rows = tuple(tuple("\n".join(cell) for cell in row) for row in table["rows"])
    heads = {column["mark"]: (0, at) for at, column in enumerate(table["columns"])}
    return Sheet(title, columns, rows, {table["mark"]: (0, 0), **heads})
