"""Names out of a dossier, as a completion needs them: at once, and rather none than an error.

People's files are looked through line by line for the keys that hold names, in the block style that they are written
in; the text that stands is the newest version's. Only names that no shell could take for anything else are given.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from loi_cli.intake.whereabouts import MANIFEST

_HARMLESS = re.compile(r"[A-Za-z0-9._/~-]+\Z")
_MOST = 10_000_000
"""A file that is larger is not looked into while somebody waits."""


def names_of(sort: str, dossier: Path) -> list[str]:
    """The names of a sort, `CLAUSE` or `VERSION|CLAUSE`; none for a sort that no dossier has names of."""
    found = [name for one in sort.split("|") if one in _SORTS for name in _SORTS[one](dossier)]
    return [name for name in dict.fromkeys(found) if _HARMLESS.match(name)]


def _clauses(dossier: Path) -> list[str]:
    text = "".join(map(_read, _heads(dossier)))
    if text:
        return re.findall(r'"clause":"([^"]+)"', text)
    return re.findall(r"^ *- clause: *(\S+)", _read(dossier / "concept.yaml"), re.MULTILINE)


def _versions(dossier: Path) -> list[str]:
    numbers = [re.search(r'"number":(\d+)', _header(path)) for path in _version_files(dossier)]
    labels = [f"v{n}" for n in sorted({int(match[1]) for match in numbers if match}, reverse=True)]
    records = dossier / "records"
    tags = [
        found[1]
        for path in sorted(records.glob("*-name-*.yaml"))
        if (found := re.search(r"^tag: *(\S+)", _read(path), re.MULTILINE))
    ]
    sent = ["sent"] if next(records.glob("*-sent-*.yaml"), None) else []
    return [*labels, "head", *tags, *sent] if labels else []


def _conflicts(dossier: Path) -> list[str]:
    heads = _heads(dossier)
    if not any('"base"' in _read(head) for head in heads):
        return []
    from loi_cli.history.store import Store
    from loi_cli.history.store import heads as newest
    from loi_cli.model.conflicts import conflicts_in

    store = Store(dossier / "versions")
    return [conflict.id for head in newest(store.headers()) for conflict in conflicts_in(store.version(head).text)]


def _units(dossier: Path) -> list[str]:
    return _keys(_block(dossier, "units"))


def _parties(dossier: Path) -> list[str]:
    return _keys(_block(dossier, "parties"))


def _rounds(dossier: Path) -> list[str]:
    return _keys(_block(dossier, "rounds"))


def _gates(dossier: Path) -> list[str]:
    return _listed(_block(dossier, "gates"))


def _languages(dossier: Path) -> list[str]:
    return _listed(_block(dossier, "languages"))


def _sides(dossier: Path) -> list[str]:
    return ["base", *_units(dossier), *_parties(dossier)]


def _inputs(dossier: Path) -> list[str]:
    return _stems(dossier / "inputs")


def _records(dossier: Path) -> list[str]:
    return _stems(dossier / "records")[::-1]


def _meetings(dossier: Path) -> list[str]:
    return [name for name in _stems(dossier / "meetings")[::-1] if not name.endswith(".minutes")]


def _actions(dossier: Path) -> list[str]:
    minutes = sorted((dossier / "meetings").glob("*.minutes.yaml"))
    return [name for path in minutes for name in re.findall(r"^ *- action: *(\S+)", _read(path), re.MULTILINE)]


_SORTS: Mapping[str, Callable[[Path], Iterable[str]]] = {
    "CLAUSE": _clauses,
    "VERSION": _versions,
    "CONFLICT": _conflicts,
    "UNIT": _units,
    "PARTY": _parties,
    "ROUND": _rounds,
    "GATE": _gates,
    "LANG": _languages,
    "SIDE": _sides,
    "INPUT": _inputs,
    "RECORD": _records,
    "MEETING": _meetings,
    "ACTION-ITEM": _actions,
}


def _version_files(dossier: Path) -> list[Path]:
    return sorted((dossier / "versions").glob("[0-9a-f]*.json"))


def _heads(dossier: Path) -> list[Path]:
    """The files of the versions that no other one comes after."""
    files = _version_files(dossier)
    parents = {
        parent
        for path in files
        for listed in re.findall(r'"parents":\[([^]]*)\]', _header(path))
        for parent in re.findall(r"[0-9a-f]{64}", listed)
    }
    return [path for path in files if path.stem not in parents]


def _header(path: Path) -> str:
    with path.open("rb") as file:
        return file.readline(100_000).decode(errors="replace")


def _read(path: Path) -> str:
    if not path.is_file() or path.stat().st_size > _MOST:
        return ""
    return path.read_text(encoding="utf-8", errors="replace")


def _stems(folder: Path) -> list[str]:
    return sorted(path.name.removesuffix(".yaml") for path in folder.glob("*.yaml"))


def _block(dossier: Path, key: str) -> str:
    """What stands under a key of dossier.yaml: in `{}` or `[]` behind it, else the indented lines after it."""
    text = re.sub(r"^ *#.*\n", "", _read(dossier / MANIFEST), flags=re.MULTILINE)
    found = re.search(rf"^{key}:(.*(?:\n(?:[ -].*)?)*)", text, re.MULTILINE)
    return found[1] if found else ""


def _keys(block: str) -> list[str]:
    """The outermost keys of a block."""
    if block.lstrip().startswith("{"):
        inner = block.strip()[1:-1]
        while (flat := re.sub(r"\{[^{}]*\}|\[[^][]*\]", "", inner)) != inner:
            inner = flat
        return re.findall(r"(?:^|,)\s*([\w-]+):", inner)
    lines = re.findall(r"^( +)([\w-]+):(?: |$)", block, re.MULTILINE)
    return [key for indent, key in lines if indent == lines[0][0]]


def _listed(block: str) -> list[str]:
    """The words of a list."""
    if block.lstrip().startswith("["):
        return re.findall(r"[\w-]+", block)
    return re.findall(r"^ *- *([\w-]+)", block, re.MULTILINE)
