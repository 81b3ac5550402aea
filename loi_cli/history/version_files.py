"""A version's file that lies anywhere: a copy out of another dossier, an attachment, a backup."""

from pathlib import Path

from loi_cli.history.canonical import parsed, sha256
from loi_cli.history.damage import Damage, Damaged
from loi_cli.history.store import header_from, version_from
from loi_cli.i18n import _
from loi_cli.model.problems import LoiError
from loi_cli.model.versions import Version

LIMIT = 64 << 20
"""More than any text of a negotiation comes to."""


def version_in(path: Path, shown: str) -> Version:
    """The version in a file, whatever the file is called. Raises LoiError when it is none, Damaged when changed."""
    if path.stat().st_size > LIMIT:
        raise LoiError(
            _("{file} is larger than {limit} MiB").format(file=shown, limit=LIMIT >> 20), _("is it the right file?")
        )
    head, _newline, rest = path.read_bytes().partition(b"\n")
    body = rest.removesuffix(b"\n")
    try:
        header = header_from(sha256(head), parsed(head))
        if sha256(body) != header.body_hash:
            raise Damaged(Damage(shown, _("the body does not have the hash that the header names")))
        return version_from(header, parsed(body))
    except (ValueError, KeyError, TypeError, StopIteration):
        raise LoiError(
            _("{file} is no version").format(file=shown),
            _("a version is a file of versions/, as the dossier keeps it: two lines of JSON"),
        ) from None
