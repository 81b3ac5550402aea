"""Stored bytes flipped, cut or deleted: `loi verify` finds it and names the file.

What is deleted is found where anything still names it: here a letter names the newest version, which applied the
decision. Nothing names the letter's own record: that it is gone only git knows, the store cannot.
"""

from pathlib import Path

import pytest

from loi_cli.history.canonical import sha256
from loi_cli.intake.opening import open_dossier
from loi_cli.intake.records.keeping import keep_step, named
from loi_cli.intake.records.sending import sending_bytes
from loi_cli.model.records import KeptFile
from tests.trust import dossiers
from tests.trust.figures import chance, figure
from tests.trust.test_kills import CONFLICT, prepared, second_merge

DAMAGES = figure("LOI_DAMAGES", 250)
PAPER = b"the very bytes that were sent\n" * 40


@pytest.fixture
def stored(tmp_path: Path) -> Path:
    """Three versions, a decision that was merged, and a paper that was sent."""
    folder = prepared(second_merge, tmp_path / "dossier")
    dossiers.merge(folder)
    dossiers.decide(folder, CONFLICT)
    dossiers.merge(folder)
    opened = open_dossier(folder)
    head, paper = opened.heads[0], KeptFile("loi-v3.docx", sha256(PAPER))
    data = sending_bytes(
        to="BBB", letter="B-1", version=head.hash, text=head.text_hash, languages=["en"], files=[paper], by="A",
        date=dossiers.NOON.date(),
    )  # fmt: skip
    keep_step(opened, [named(dossiers.NOON.date(), "sent", data)], [(paper, PAPER)])
    assert dossiers.damage(folder) == []
    return folder


def test_any_damage_is_found_and_its_file_named(stored: Path) -> None:
    random = chance("damage")
    files = sorted(p for name in ("versions", "records") for p in (stored / name).rglob("*") if p.is_file())
    assert len(files) > 8
    wholes = {path: path.read_bytes() for path in files}
    for number in range(DAMAGES):
        path = random.choice(files)
        whole = wholes[path]
        how = random.choice(["flip", "flip", "flip", "cut", "more", "delete"])
        at = random.randrange(len(whole))
        if how == "delete" and "-sent-" in path.name:
            how = "flip"
        if how == "delete":
            path.unlink()
        elif how == "cut":
            path.write_bytes(whole[:at])
        elif how == "more":
            path.write_bytes(whole[:at] + random.randbytes(random.randint(1, 9)) + whole[at:])
        else:
            path.write_bytes(whole[:at] + bytes([whole[at] ^ (1 << random.randrange(8))]) + whole[at + 1 :])
        found = dossiers.damage(stored)
        shown = path.relative_to(stored).as_posix()
        named_so = shown if path.parent.name != "files" else shown.rpartition(".")[0]
        assert any(line.startswith(named_so) for line in found), (number, how, at, shown, found)
        path.write_bytes(whole)
    assert dossiers.damage(stored) == []
