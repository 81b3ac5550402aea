"""A file that a form makes, held against the one that stands: whether it says the same, and the lines that differ."""

from collections.abc import Collection, Iterator
from difflib import unified_diff
from pathlib import Path

from loi_cli.files.yaml_writing import yaml_text


def says_the_same(path: Path, new: bytes) -> bool:
    """Whether a file stands there that holds the very values, however they are written."""
    return path.exists() and _values(path.read_bytes()) == _values(new)


def kept_beyond(path: Path, held: Collection[str]) -> dict[str, object]:
    """What the standing file says under keys that a form has no cells for."""
    import yaml

    standing = yaml.safe_load(path.read_bytes()) if path.exists() else {}
    return {key: value for key, value in standing.items() if key not in held}


def differences(path: Path, new: bytes) -> Iterator[str]:
    """The lines that differ, both files written alike, without comments."""
    standing = _alike(path.read_bytes()).splitlines()
    yield from unified_diff(standing, _alike(new).splitlines(), path.name, f"{path.name}.new", lineterm="", n=1)


def _values(data: bytes) -> dict[str, object]:
    import yaml

    # The base loader makes no objects and no numbers: what is written is compared. The standing file was read before.
    read: dict[str, object] = yaml.load(data, Loader=yaml.BaseLoader)
    return {key: _tidied(value) for key, value in read.items()}


def _tidied(value: object) -> object:
    if isinstance(value, dict):
        return {key: _tidied(inner) for key, inner in value.items() if inner not in ("", [], {})}
    if isinstance(value, list):
        return [_tidied(each) for each in value]
    return "\n".join(line.strip() for line in str(value).strip().splitlines())


def _alike(data: bytes) -> str:
    return yaml_text(dict(sorted(_values(data).items())))
