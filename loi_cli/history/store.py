"""The store: one immutable file a version, named by its hash; no index, no lock.

`versions/<hash>.json` holds two lines of canonical JSON, the header and the body; its name is the SHA-256 of the
header, which holds the hash of the body. `versions/kept/<hash>.yaml` are the very bytes of the inputs and decisions
merged, named by their own hash. Kept files are written first, the version last: what is named is there.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import Any, TypeVar

from loi_cli import __version__
from loi_cli.files.together import write_all_new
from loi_cli.history.canonical import Json, canonical, parsed, sha256
from loi_cli.history.damage import Damage, Damaged
from loi_cli.history.encoding import decoded_text, provenance_of_text, text_hash, words_of_text
from loi_cli.i18n import _
from loi_cli.model.problems import LoiError
from loi_cli.model.text import Text
from loi_cli.model.versions import Header, Merged, Version

_T = TypeVar("_T")

HEADER_LIMIT = 4096
MESSAGE_LIMIT = 1000


class Store:
    """The versions of one dossier; `folder` is its `versions/`, which need not exist yet."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def headers(self) -> tuple[Header, ...]:
        """All headers, oldest first. Raises Damaged for the first file that is not what was written."""
        found = [self.header(path) for path in self.paths()]
        return tuple(sorted(found, key=lambda h: (h.number, h.hash)))

    def paths(self) -> list[Path]:
        """The files of versions; leftovers of a killed write (their names begin with a dot) are no versions."""
        if not self.folder.is_dir():
            return []
        return sorted(p for p in self.folder.iterdir() if p.suffix == ".json" and not p.name.startswith("."))

    def version(self, header: Header) -> Version:
        """The whole version. Raises Damaged when its body is not what was written."""
        body = self.body(header)
        try:
            return version_from(header, body)
        except (KeyError, TypeError, ValueError, AssertionError):
            raise Damaged(Damage(f"versions/{header.hash}.json", _unreadable())) from None

    def body(self, header: Header) -> Json:
        """What a version holds, as stored: for those who look at many and at little of each. Raises Damaged."""
        path = self.folder / f"{header.hash}.json"
        _head, body = self.lines(path)
        if sha256(body) != header.body_hash:
            raise Damaged(Damage(shown_path(path), _("the body does not have the hash that the header names")))
        try:
            value: Json = parsed(body)
        except ValueError:
            raise Damaged(Damage(shown_path(path), _unreadable())) from None
        return value

    def add(self, version: Version) -> None:
        """Write a version that `compose` made; the bytes it names must have been kept before."""
        self.add_all([version])

    def add_all(self, versions: Iterable[Version], kept: Iterable[bytes] = ()) -> None:
        """Write versions, and before them the bytes of inputs and decisions that they name.

        All of it or, where one file cannot be written, nothing.
        """
        files = {self._kept(sha256(data)): data for data in kept}
        for version in versions:
            head, body = _encoded(version)
            files[self.folder / f"{version.header.hash}.json"] = head + b"\n" + body + b"\n"
        write_all_new(files)

    def kept(self, digest: str) -> bytes:
        """The bytes of an input or a decision. Raises Damaged when they are missing or changed."""
        path = self._kept(digest)
        try:
            data = path.read_bytes()
        except FileNotFoundError:
            raise Damaged(Damage(shown_path(path), _("missing, though a version names it"))) from None
        if sha256(data) != digest:
            raise Damaged(Damage(shown_path(path), _("the bytes do not have the hash in the file's name")))
        return data

    def _kept(self, digest: str) -> Path:
        return self.folder / "kept" / f"{digest}.yaml"

    def header(self, path: Path) -> Header:
        with path.open("rb") as file:
            line = file.readline(HEADER_LIMIT + 1)
        if not line.endswith(b"\n") or sha256(line[:-1]) != path.stem:
            raise Damaged(Damage(shown_path(path), _("the header does not have the hash in the file's name")))
        try:
            return header_from(path.stem, parsed(line[:-1]))
        except (KeyError, TypeError, ValueError):
            raise Damaged(Damage(shown_path(path), _unreadable())) from None

    def lines(self, path: Path) -> tuple[bytes, bytes]:
        parts = path.read_bytes().split(b"\n")
        if len(parts) != 3 or parts[2]:
            raise Damaged(Damage(shown_path(path), _("not the two lines that a version has")))
        return parts[0], parts[1]


def header_from(digest: str, value: Json) -> Header:
    """The header that a first line of this hash holds. Raises KeyError or TypeError for another value."""
    return Header(
        hash=digest,
        parents=_names(value["parents"]),
        number=_a(int, value["number"]),
        time=_a(str, value["time"]),
        author=_a(str, value["author"]),
        message=_a(str, value["message"]),
        tool=_a(str, value["tool"]),
        touched=_names(value["touched"]),
        text_hash=_a(str, value["text_hash"]),
        body_hash=_a(str, value["body_hash"]),
        left_off=_a(int, value.get("left_off", 0)),
    )


def version_from(header: Header, value: Json) -> Version:
    """The version of this header and the value of its body."""
    return Version(
        header=header,
        order=_names(value["order"]),
        text=decoded_text(value["text"], value["provenance"]),
        inputs=_merged(value["inputs"]),
        decisions=_merged(value["decisions"]),
    )


def _a(kind: type[_T], value: Any) -> _T:
    """The value, which somebody else may have written, where it is what it should be; else TypeError."""
    if type(value) is not kind:
        raise TypeError(f"{value!r} is no {kind.__name__}")
    return value


def _names(value: Any) -> tuple[str, ...]:
    return tuple(_a(str, name) for name in _a(list, value))


def _unreadable() -> str:
    return _("not a version that this loi can read")


def shown_path(path: Path) -> str:
    """A stored file as people see it: from `versions/` on."""
    parts = path.parts
    return "/".join(parts[parts.index("versions") :]) if "versions" in parts else path.name


def heads(headers: Iterable[Header]) -> tuple[Header, ...]:
    """The versions without a child: one, or more after a fork."""
    everything = tuple(headers)
    parents = {parent for h in everything for parent in h.parents}
    return tuple(h for h in everything if h.hash not in parents)


def compose(
    *,
    text: Text,
    parents: tuple[Header, ...],
    order: tuple[str, ...],
    inputs: tuple[Merged, ...],
    decisions: tuple[Merged, ...],
    touched: tuple[str, ...],
    time: str,
    author: str,
    message: str,
) -> Version:
    """A new version, not yet written. A message longer than 1,000 characters is refused: headers stay under 4 KB."""
    if len(message) > MESSAGE_LIMIT:
        raise LoiError(_("the message is longer than {limit} characters").format(limit=MESSAGE_LIMIT))
    header = Header(
        hash="",
        parents=tuple(sorted(p.hash for p in parents)),
        number=1 + max((p.number for p in parents), default=0),
        time=time,
        author=author,
        message=message,
        tool=__version__,
        touched=(),
        text_hash=text_hash(text),
        body_hash=sha256(_body(text, order, inputs, decisions)),
    )
    if len(_first_line(header)) >= HEADER_LIMIT:
        raise LoiError(
            _("the message, the author's name and the heads to join do not fit into a version's header"),
            _("shorten the message; it may hold some 1,000 characters"),
        )
    named = touched
    while len(line := _first_line(made := _naming(header, named, touched))) >= HEADER_LIMIT and named:
        named = named[: len(named) * 3 // 4]  # a rewrite of everything: the body tells which, the header how many
    made = made._replace(hash=sha256(line))
    return Version(header=made, order=order, text=text, inputs=inputs, decisions=decisions)


def _naming(header: Header, named: tuple[str, ...], touched: tuple[str, ...]) -> Header:
    return header._replace(touched=named, left_off=len(touched) - len(named))


def _first_line(header: Header) -> bytes:
    """What a version's hash covers: the header without the hash itself; clauses left off only where there are any."""
    left_off = {"left_off": header.left_off} if header.left_off else {}
    return canonical(
        left_off
        | {
            "schema": 1,
            "parents": list(header.parents),
            "number": header.number,
            "time": header.time,
            "author": header.author,
            "message": header.message,
            "tool": header.tool,
            "touched": list(header.touched),
            "text_hash": header.text_hash,
            "body_hash": header.body_hash,
        }
    )


def _body(text: Text, order: tuple[str, ...], inputs: tuple[Merged, ...], decisions: tuple[Merged, ...]) -> bytes:
    return canonical(
        {
            "schema": 1,
            "order": list(order),
            "text": words_of_text(text),
            "provenance": provenance_of_text(text),
            "inputs": [[m.name, m.sha256] for m in inputs],
            "decisions": [[m.name, m.sha256] for m in decisions],
        }
    )


def _encoded(version: Version) -> tuple[bytes, bytes]:
    return _first_line(version.header), _body(version.text, version.order, version.inputs, version.decisions)


def _merged(pairs: list[list[str]]) -> tuple[Merged, ...]:
    return tuple(Merged(name, digest) for name, digest in pairs)
