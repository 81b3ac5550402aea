"""What became of what a unit said: proposal by proposal, and where it was decided, by whom and why."""

from dataclasses import replace

from loi_cli.meetings.lives import decision_in
from loi_cli.model.inputs import Input
from loi_cli.render.catalogue import catalogue
from loi_cli.render.dates import in_figures
from loi_cli.render.material import Material
from loi_cli.render.papers import chrome, matrix_rows
from loi_cli.render.papers.chrome import Plain


def answers(material: Material, inputs: tuple[Input, ...], language: str) -> list[Plain]:
    """The rows of the matrix for these inputs alone, by clause, each with its round; then projects, topics, points."""
    rounds = {one.name: str(one.round or "") for one in inputs}
    tables = matrix_rows.tables(replace(material, inputs=inputs), language)
    found = []
    for kind in ("proposals", "others"):
        rows = tables[kind]
        assert isinstance(rows, list)
        for row in rows:
            status = _told(row["status"], material, language)
            found.append({"kind": kind, **row, "round": rounds[row["file"]], "status": status})
    return found


def _told(lines: list[Plain], material: Material, language: str) -> list[Plain]:
    return [{**line, "why": _why(line, material, language)} for line in lines]


def _why(line: Plain, material: Material, language: str) -> str:
    """The reason as the merge says it; of a decision, for the proposal or against it, and of a withdrawal, who took
    it, when and why."""
    why, to = str(line["why"]), chrome.addressee_of(material)
    taken = decision_in(why, to.decisions)
    found = taken or next((w for w in to.withdrawals if w.name in why), None)
    if found is None:
        return why
    said = {"by": found.by, "date": in_figures(found.date, language), "reason": found.reason}
    how = "withdrawn" if taken is None else "decided_so" if line["as_asked"] else "decided"
    return catalogue(language).say(f"correspondence.reply.{how}", **said)
