"""Every kind of document that loi makes of the worked example, for both sides, up to the originals that are signed."""

import json
import shutil
from collections.abc import Iterable
from pathlib import Path

from tests.journeys.desk import Desk

TEXTS = (
    ("build",),
    ("render", "loi", "--marks", "marked"),
    ("render", "loi", "--marks", "clean", "--layout", "sequence"),
    ("render", "loi", "--layout", "separate"),
    ("render", "loi", "--language", "en,ru", "--for", "BLR"),
    ("render", "redline", "--from", "v1"),
    ("render", "redline", "--from", "v1", "--language", "ru"),
    ("render", "redline", "--from", "v1", "--for", "BLR"),
    ("diff", "v1", "head", "-o", "out/internal/diff.docx"),
)
PAPERS = (
    ("render", "matrix", "--for", "BLR"),
    *(("render", paper) for paper in ("summary", "checklist", "positions", "actions")),
    *(("render", paper) for paper in ("invitation", "rundown", "attendance", "badges", "place-cards", "distribution")),
    *(("render", paper) for paper in ("plain-agenda", "briefing", "meeting-form")),
    ("render", "invitation", "--for", "BLR"),
    ("render", "reply", "--unit", "ilmate"),
    ("render", "form", "--unit", "agro"),
    ("request", "--round", "2", "--unit", "imatap"),
    ("request", "--late", "--unit", "giamm"),
    ("request", "--translation", "ru", "--unit", "kbri-moskow"),
)
SIGNED = "signature:\n  place: {id: Minsk, en: Minsk, ru: {nom: Минск, loc: Минске}}\n  date: 2022-02-17\n"


def texts(example: Desk) -> list[Path]:
    """What a build makes, and the text and its redlines in each way; two conflicts are open."""
    example.loi("merge", "--author", "Direktorat", code=1)
    return _made(example, TEXTS)


def papers(example: Desk) -> list[Path]:
    """The papers around the text, for meetings and for units."""
    example.loi("merge", "--author", "Direktorat", code=1)
    return _made(example, PAPERS)


def originals(example: Desk) -> list[Path]:
    """What the two ministers sign, in each layout, with its certificate; the example is settled for it."""
    settle(example)
    layouts = ("parallel", "sequence", "separate")
    ways = (("render", "loi", "--final", "--for", p, "--layout", y) for p in ("IDN", "BLR") for y in layouts)
    return _made(example, ways)


def settle(example: Desk) -> None:
    """Nothing is open any more: disputes decided, translations confirmed, blanks filled, gates passed."""
    by = ("--by", "Direktur", "--reason", "for the test")
    example.loi("merge", "--author", "Direktorat", code=1)
    example.loi("decide", "desire", "--take", "ilmate", *by)
    example.loi("merge", "--author", "Direktorat")
    told = (example.folder / "dossier.yaml").read_text(encoding="utf-8")
    example.write("dossier.yaml", told.replace("classification: ", f"{SIGNED}classification: "))
    shown = example.loi("show", "head", "--format", "json").json
    open_points = example.loi("check", "--stage", "final", "--format", "json", code=1).json["problems"]
    stale = {p["message"].split(":")[0] for p in open_points if p["code"] == "L103"}
    blank = {p["message"].split()[0] for p in open_points if p["code"] == "L141"}
    lines = ["schema: 1", "unit: kpaii", "round: 2", f"base: {shown['version']}", "date: 2022-02-01", "proposals:"]
    for clause in shown["clauses"]:
        if clause["clause"] in stale | blank:
            lines.append(f"  - reword: {clause['clause']}")
            for language, words in clause["text"].items():
                filled = words.replace("{blank}", "МАЗ" if language == "ru" else "MAZ")
                lines.append(f"    {language}: {json.dumps(filled, ensure_ascii=False)}")
    example.write("inputs/kpaii-2.2.yaml", "\n".join(lines) + "\n")
    for point in open_points:
        if point["code"] == "L140":
            unit, number = point["message"].split()[0], point["message"].split("round ")[1][0]
            answer = f"schema: 1\nunit: {unit}\nround: {number}\nbase: v1\nno-comment: true\n"
            example.write(f"inputs/{unit}-{number}.yaml", answer)
    example.loi("merge", "--author", "Direktorat")
    for gate in ("legal-bureau", "foreign-ministry"):
        example.loi("gate", gate, "--version", "head", "--by", "Biro", "--reference", "1")
    example.loi("check", "--stage", "final")


def _made(desk: Desk, commands: Iterable[tuple[str, ...]]) -> list[Path]:
    """The Word files that the commands made, in a folder of their own with the pages beside them."""
    found: dict[str, Path] = {}
    for number, command in enumerate(commands):
        said = desk.loi(*command, code=None)
        assert said.code < 2, f"{command}: {said.err}"
        for line in said.out.splitlines():
            if (made := desk.folder / line).suffix in (".docx", ".html") and made.is_file():
                kept = desk.folder / "kept" / f"{number:02}-{made.parent.name}" / made.name
                kept.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(made, kept)
                found[str(kept)] = kept
    return [path for path in found.values() if path.suffix == ".docx"]
