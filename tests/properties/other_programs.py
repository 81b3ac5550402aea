"""The edits of `test_returned_edits`, made by programs that are not ours: LibreOffice, tracking or not; python-docx.

`python -m tests.properties.other_programs 100` edits as many papers by each of them, up to six edits each, and tells
how many are found exactly, with our bookmarks and, as converters leave papers, without. LibreOffice makes no comments
here: without windows it breaks down over several.
"""

import copy
import io
import random
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import docx
from docx.table import _Row
from docx.text.run import Run
from lxml.etree import _Element

from loi_cli.intake.receiving.comparing import compare
from loi_cli.intake.receiving.findings import Findings
from loi_cli.word.reader import read_docx
from tests.journeys.counterpart import Colleague, w
from tests.journeys.office import macro_run
from tests.properties.test_returned_edits import Editor, Plan, missed, sent

KINDS = ("reword", "insert words", "delete words", "delete", "insert", "comment")
EDITS = 6


@dataclass(frozen=True, slots=True)
class Step:
    """`words` of a run exchanged for `new`, or commented on; without them a row goes, or `cells` come after it."""

    table: int
    row: int
    head: str = ""
    words: str = ""
    tail: str = ""
    new: str = ""
    note: str = ""
    cells: tuple[str, ...] = ()


class Notebook(Colleague):
    """A colleague who notes what to do and leaves the file alone."""

    def __init__(self, file: bytes) -> None:
        super().__init__(file)
        self.steps: list[Step] = []
        self.tables = list(self.root.iter(w("tbl")))

    def exchange(self, run: _Element, before: str, old: str, new: str, after: str) -> None:
        self.steps.append(Step(*self._spot(run), before, old, after, new))

    def comment_in(self, run: _Element, before: str, on: str, after: str, text: str) -> None:
        self.steps.append(Step(*self._spot(run), before, on, after, note=text))

    def delete(self, row: _Element) -> None:
        self.steps.append(Step(*self._spot(row)))

    def add_after(self, row: _Element, *cells: str) -> None:
        self.steps.append(Step(*self._spot(row), cells=cells))

    def _spot(self, element: _Element) -> tuple[int, int]:
        row = element if element.tag == w("tr") else self._above(element, "tr")
        table = self._above(row, "tbl")
        return self.tables.index(table), table.findall(w("tr")).index(row)


def planned(seed: int, kinds: Sequence[str]) -> tuple[list[Step], Plan, list[str]]:
    """What to do to the paper, what must be found then, and the kinds that found a place."""
    editor = Editor(random.Random(seed), True, True)
    editor.colleague = notebook = Notebook(sent().data)
    editor.rows = editor._rows()
    editor.free = list(editor.rows)
    editor.chance.shuffle(editor.free)
    done = [kind for kind in kinds if editor.edit(kind) is not None]
    # Rows from below upwards, so that those above keep their places; words first.
    steps = sorted(notebook.steps, key=lambda s: (not s.words, -s.table, -s.row))
    return steps, editor.plan, done


def found(data: bytes) -> Findings:
    it = sent()
    return compare(it.paper, read_docx(data), it.text, it.languages, "BLR", ())


# python-docx


def by_python_docx(steps: Sequence[Step]) -> bytes:
    opened = docx.Document(io.BytesIO(sent().data))
    for step in steps:
        table = opened.tables[step.table]
        row = table.rows[step.row]
        if step.words:
            run = _run(row, step)
            if step.note:
                opened.add_comment(_split(run, step), text=step.note, author="Ivan Petrov")
            else:
                run.text = f"{step.head}{step.new}{step.tail}"
        elif step.cells:
            new = table.add_row()
            for cell, words in zip(new.cells, step.cells, strict=True):
                cell.text = words
            row._tr.addnext(new._tr)
        else:
            table._tbl.remove(row._tr)
    out = io.BytesIO()
    opened.save(out)
    return out.getvalue()


def _run(row: _Row, step: Step) -> Run:
    whole = f"{step.head}{step.words}{step.tail}"
    runs = (run for cell in row.cells for paragraph in cell.paragraphs for run in paragraph.runs)
    return next(run for run in runs if run.text == whole)


def _split(run: Run, step: Step) -> Run:
    """The run of the words alone, with its neighbours beside it."""
    middle, last = copy.deepcopy(run._r), copy.deepcopy(run._r)
    run._r.addnext(middle)
    middle.addnext(last)
    run.text, Run(last, run._parent).text = step.head, step.tail
    words = Run(middle, run._parent)
    words.text = step.words
    return words


# LibreOffice

_FUNCTIONS = """
Function Words(doc, head, some, tail)
  seeker = doc.createSearchDescriptor()
  seeker.SearchCaseSensitive = True
  seeker.SearchString = head & some & tail
  whole = doc.findFirst(seeker)
  cursor = whole.Text.createTextCursorByRange(whole.Start)
  cursor.goRight(Len(head), False)
  cursor.goRight(Len(some), True)
  Words = cursor
End Function
"""


def by_libreoffice(plans: Sequence[Sequence[Step]], folder: Path, *, tracking: bool) -> list[bytes]:
    """Every paper edited, by one process."""
    paper = folder / "paper.docx"
    paper.write_bytes(sent().data)
    targets = [folder / f"{number}-{tracking}.docx" for number in range(len(plans))]
    macro = "".join(f"Sub Paper{n}(doc)\n{''.join(map(_basic, steps))}End Sub\n" for n, steps in enumerate(plans))
    work = [(paper, target, f"Paper{number}") for number, target in enumerate(targets)]
    macro_run(folder / "profile", _FUNCTIONS + macro, work, tracking=tracking)
    return [target.read_bytes() for target in targets]


def _basic(step: Step) -> str:
    if step.words:
        # as much of the run as makes it plain which words are meant
        place = f"Words(doc, {_quoted(step.head[-60:])}, {_quoted(step.words)}, {_quoted(step.tail[:60])})"
        return f"  place = {place}\n  place.String = {_quoted(step.new)}\n"
    table = f"  table = doc.TextTables.getByIndex({step.table})\n"
    if not step.cells:
        return f"{table}  table.Rows.removeByIndex({step.row}, 1)\n"
    cells = "".join(
        f"  table.getCellByPosition({at}, {step.row + 1}).String = {_quoted(words)}\n"
        for at, words in enumerate(step.cells)
    )
    return f"{table}  table.Rows.insertByIndex({step.row + 1}, 1)\n{cells}"


def _quoted(words: str) -> str:
    return '"{}"'.format(words.replace('"', '""'))


def stripped(data: bytes) -> bytes:
    """As a converter leaves it: no bookmarks, no version in the margins."""
    colleague = Colleague(data)
    colleague.lose_bookmarks()
    colleague.lose_margins()
    return colleague.bytes()


def main(times: int) -> None:
    chance = random.Random(times)
    plans = [planned(seed, chance.choices(KINDS, k=EDITS)) for seed in range(times)]
    silent = [planned(seed, chance.choices(KINDS[:-1], k=EDITS)) for seed in range(times)]
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        ways = {
            "LibreOffice, tracking": (silent, lambda: by_libreoffice([s for s, *_ in silent], folder, tracking=True)),
            "LibreOffice, not": (silent, lambda: by_libreoffice([s for s, *_ in silent], folder, tracking=False)),
            "python-docx": (plans, lambda: [by_python_docx(steps) for steps, *_ in plans]),
        }
        for name, (known, way) in ways.items():
            papers = way()
            done = Counter(kind for _steps, _plan, kinds in known for kind in kinds)
            print(f"{name}: {done.total()} edits in {times} papers:", dict(done))
            for habit, seen in (("with bookmarks", papers), ("without", [stripped(data) for data in papers])):
                wrong = [missed(plan, found(data)) for (_steps, plan, _kinds), data in zip(known, seen, strict=True)]
                print(
                    f"    {habit}: {wrong.count([])} of {times} papers exactly; wrong in the others:",
                    *map(str, filter(None, wrong)),
                )


if __name__ == "__main__":
    main(int(sys.argv[1]))
