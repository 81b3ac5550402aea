"""Every paper of a meeting as pictures, to be looked at: `python tests/benchmarks/pictures.py FOLDER`.

The worked example with the hardest meeting that we know of: 40 delegates, 25 topics, names longer than a line, names,
offices and places that are missing, minutes in their closing state; ours in both languages, and the other party's.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from measure import LOI, environment

EXAMPLE = Path(__file__).parents[2] / "drafts" / "indonesia-belarus-2022"
NAME = "2022-02-20-hard"
PAPERS = (
    "agenda", "plain-agenda", "rundown", "invitation", "delegations", "attendance", "badges", "place-cards", "briefing",
    "positions", "talking-points", "matrix", "redline", "summary", "minutes", "agreed-minutes", "report", "actions",
    "meeting-form", "distribution",
)  # fmt: skip
FOR_A_PARTY = ("agenda", "rundown", "invitation", "delegations", "attendance", "agreed-minutes", "matrix", "redline")
OFFICE = {
    "id": "Direktur Jenderal Ketahanan, Perwilayahan, dan Akses Industri Internasional merangkap Ketua Kelompok Kerja",
    "en": "Director General of Resilience, Regional Development and International Industrial Access, Group Chair",
}


def main() -> None:
    target = Path(sys.argv[1]).resolve()
    folder = write_hard(target / "dossier")
    for paper in PAPERS:
        for who in ("id", "en", *(("BLR",) if paper in FOR_A_PARTY else ())):
            _paper(folder, target, paper, who)
    for who in ((), ("--for", "BLR")):
        _run(folder, "packet", NAME, "--format", "docx", *who)
    made = sorted((folder / "out").glob("*/packet-*.docx"))
    _print(target, [shutil.copy(file, target / f"{file.parent.name}-{file.name}") for file in made])
    _print(target, sorted(map(str, target.glob("*-*.docx"))))


def write_hard(folder: Path) -> Path:
    """The example with a held meeting of 25 topics and 40 delegates."""
    shutil.copytree(EXAMPLE, folder, ignore=shutil.ignore_patterns("out"))
    (folder / "meetings" / f"{NAME}.yaml").write_text(_meeting(), encoding="utf-8")
    (folder / "meetings" / f"{NAME}.minutes.yaml").write_text(_minutes(), encoding="utf-8")
    return folder


def _meeting() -> str:
    said = (
        f"schema: 1\ntitle: {{id: 'Rapat bilateral tingkat tinggi {'yang panjang sekali ' * 4}', "
        f"en: 'High-level bilateral meeting {'of considerable length ' * 4}'}}\n"
        "date: 2022-02-20\nstart: '08:30'\nend: '17:30'\nzone: Asia/Jakarta\nmode: hybrid\nlanguages: [en, ru]\n"
        "classification: confidential\nurgency: very-urgent\nholders: [Menteri Perindustrian, Ditjen KPAII]\n"
        "copied-to: [Kementerian Luar Negeri, Kementerian Perdagangan]\n"
        "figures:\n  - {figure: {id: Ekspor, en: Exports}, value: '38,03', unit: {id: juta dolar, en: million dollars},"
        " period: '2020', source: 'a source named at some length in the article', retrieved: 2022-01-05}\n"
        "delegations:\n"
    )
    for party in ("IDN", "BLR"):
        said += f"  {party}:\n" + "".join(_seat(n, party) for n in range(20))
    return said + "agenda:\n" + "".join(map(_topic, range(25)))


def _seat(number: int, party: str) -> str:
    role = ("head", "deputy", "interpreter", "secretary")[number] if number < 4 else "member"
    title = OFFICE if number % 3 == 0 else {"id": f"Direktur {number}", "en": f"Director {number}"}
    said = f"    - role: {role}\n      title: {{id: '{title['id']}', en: '{title['en']}'}}\n"
    if number % 2:
        said += f"      name: Prof. Dr. Ir. Raden Mas Kertanegara-Soerjadiningrat, M.Sc. {number} {party}\n"
    return said + ("" if number % 4 else "      office: Kementerian Perindustrian Republik Indonesia\n")


def _topic(number: int) -> str:
    long = "tentang komponen otomotif dan bahan kimia hulu " * (1 + number % 3 * 2)
    said = (
        f"  - item: topic-{number}\n    title: {{id: 'Pokok {number} {long}', en: 'Topic {number}'}}\n    minutes: 20\n"
    )
    said += f"    lead: {'IDN' if number % 2 else 'BLR'}\n" if number % 5 else ""
    if number < 3:
        said += f"    clauses: [{('areas', 'maz', 'objective')[number]}]\n    papers: [redline, matrix]\n"
        said += "    result: {id: Disepakati ad referendum, en: Agreed ad referendum}\n    internal: Jangan disebut.\n"
    return said


def _minutes() -> str:
    said = f"schema: 1\nchair: '{OFFICE['id']}'\nsecretary: Notulis\npresent: {{BLR: [Second Secretary]}}\nitems:\n"
    for number in range(25):
        said += f"  - item: topic-{number}\n"
        if number % 3:
            said += f"    discussion: {{id: '{'Kedua pihak membahas hal ini. ' * 6}', en: '{'Both spoke. ' * 20}'}}\n"
        said += "    conclusion: {id: 'Disepakati dilanjutkan.', en: 'To be continued.'}\n"
        if number % 4 == 0:
            said += f"    actions: [{{action: act-{number}, what: {{id: 'Menyampaikan daftar', en: 'Send the list'}}, "
            said += f"owner: {'BLR' if number % 8 else 'ilmate'}, due: 2022-03-0{1 + number % 9}}}]\n"
    return said + "recommendation: {id: Disetujui., en: Approve.}\n"


def _paper(folder: Path, target: Path, paper: str, who: str) -> None:
    to = ("--for", who) if who == "BLR" else ("--language", who)
    to += ("--from", "v1") if paper == "redline" else ()
    meeting = ("--meeting", NAME) if paper not in ("redline", "summary") else ()
    out = target / f"{paper}-{who}.docx"
    _run(folder, "render", paper, *to, *meeting, "--format", "docx", "-o", str(out))


def _run(folder: Path, *arguments: str) -> None:
    stopped = environment() | {"SOURCE_DATE_EPOCH": "1645704000", "LOI_BY": "KPAII"}  # 2022-02-24
    run = subprocess.run(
        [sys.executable, *LOI, "-C", str(folder), *arguments], env=stopped, capture_output=True, check=False
    )
    if run.returncode > 1:
        print(" ".join(arguments), run.stderr.decode().strip(), sep="\n  ")


def _print(target: Path, files: list[str]) -> None:
    profile = f"-env:UserInstallation={(target / 'profile').as_uri()}"
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(target), *files],
        check=True, capture_output=True, env=os.environ | {"HOME": str(target)},
    )  # fmt: skip
    for file in files:
        pdf = target / f"{Path(file).stem}.pdf"
        subprocess.run(["pdftoppm", "-r", "45", "-png", str(pdf), str(pdf.with_suffix(""))], check=True)


if __name__ == "__main__":
    main()
