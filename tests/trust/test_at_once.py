"""Eight processes, each of which sends its inputs and merges them while the others do: nothing waits for a lock, none
is lost, and one more merge joins what came about side by side to the text that one machine would have made."""

import os
from pathlib import Path

import pytest

from tests.trust import dossiers
from tests.trust.figures import figure

MERGES = figure("LOI_MERGES", 24)
PROCESSES = 8
AT_MOST = 200
"""So many in one dossier: what a merge costs grows with what was merged before, what can go wrong does not."""

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="a process cannot be forked here")


def numbered(folder: Path, process: int, count: int) -> None:
    for number in range(count):
        name = process * count + number + 1
        dossiers.send(folder, "legal", name, dossiers.insert(name))


def work(folder: Path, process: int, count: int) -> None:
    for number in range(count):
        name = process * count + number + 1
        dossiers.send(folder, "legal", name, dossiers.insert(name))
        dossiers.merge(folder, f"process {process}")


@pytest.mark.parametrize("merges", [min(AT_MOST, MERGES - done) for done in range(0, MERGES, AT_MOST)])
def test_every_merge_is_there_and_one_head_after_the_join(tmp_path: Path, merges: int) -> None:
    folder = dossiers.begin(tmp_path / "dossier")
    dossiers.merge(folder)
    count = merges // PROCESSES
    children = []
    for process in range(PROCESSES):
        child = os.fork()
        if not child:
            try:
                work(folder, process, count)
            except BaseException as error:
                os.write(2, f"{error!r}\n".encode())
                os._exit(3)
            os._exit(0)
        children.append(child)
    assert [os.WEXITSTATUS(os.waitpid(child, 0)[1]) for child in children] == [0] * PROCESSES
    assert dossiers.damage(folder) == []
    while len(dossiers.stock(folder).heads) > 1:
        dossiers.merge(folder, "join")
    joined = dossiers.merge(folder)
    (head,) = dossiers.stock(folder).heads
    wanted = {f"legal{number + 1}" for number in range(count * PROCESSES)}
    assert wanted <= {clause.id for clause in head.text}
    assert len(head.inputs) == len(wanted)
    assert dossiers.damage(folder) == []

    alone = dossiers.begin(tmp_path / "alone")
    dossiers.merge(alone)
    for process in range(PROCESSES):
        numbered(alone, process, count)
    assert dossiers.merge(alone) == joined
