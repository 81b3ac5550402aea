"""Names of versions: `v3`, `v3-3f2a91`, a tag, `sent`, a prefix of the hash, `head`, `head~1`."""

import re
from collections.abc import Iterable, Sequence

from loi_cli.history.store import heads
from loi_cli.i18n import _
from loi_cli.model.identifiers import is_slug, nearest
from loi_cli.model.problems import LoiError
from loi_cli.model.records import Naming
from loi_cli.model.versions import Header

_LABEL = r"v(\d+)(?:-([0-9a-f]{4,64}))?"
_HEAD = r"head(?:~(\d+))?"
_HASH = r"[0-9a-f]{4,64}"

SENT = "sent"
"""The version that went to the other party last: a name that moves with every sending."""


class NoSuchVersion(LoiError):
    """A name that fits no version."""


class AmbiguousVersion(NoSuchVersion):
    """A name that fits more than one version."""


def version_named(name: str, headers: Sequence[Header], tags: Iterable[Naming] = ()) -> Header:
    """The one version of this name. Raises NoSuchVersion, with those that it may mean."""
    tags = tuple(tags)
    found = _candidates(name, headers, tags)
    if len({h.hash for h in found}) > 1:
        both = ", ".join(h.full_label for h in found)
        raise AmbiguousVersion(
            _("“{name}” fits more than one version: {both}").format(name=name, both=both),
            _("name one of them in full, or join two heads with `loi merge`"),
        )
    if found:
        return found[0]
    if not headers:
        raise NoSuchVersion(_("there is no version yet"), _("`loi merge` records the concept as v1"))
    known = [*(h.label for h in headers), *(t.tag for t in tags), "head"]
    near = nearest(name, known)
    hint = _("did you mean “{near}”?").format(near=near) if near else _("`loi log` lists the versions")
    raise NoSuchVersion(_("there is no version “{name}”").format(name=name), hint)


def base_named(name: str, headers: Sequence[Header], tags: Iterable[Naming] = ()) -> Header:
    """As `version_named`, but a name that fits several versions of one and the same text is good enough."""
    found = _candidates(name, headers, tuple(tags))
    if found and len({h.text_hash for h in found}) == 1:
        return found[0]
    return version_named(name, headers, tags)


def is_free_tag(tag: str) -> bool:
    """Whether a tag can be told from every other kind of name."""
    return is_slug(tag) and tag != SENT and not any(re.fullmatch(kind, tag) for kind in (_LABEL, _HEAD, _HASH))


def _candidates(name: str, headers: Sequence[Header], tags: tuple[Naming, ...]) -> list[Header]:
    if match := re.fullmatch(_LABEL, name):
        return [h for h in headers if h.number == int(match[1]) and h.hash.startswith(match[2] or "")]
    if match := re.fullmatch(_HEAD, name):
        return _ancestors(heads(headers), headers, int(match[1] or 0))
    named = {t.version for t in tags if t.tag == name}
    if named:
        return [h for h in headers if h.hash in named]
    return [h for h in headers if re.fullmatch(_HASH, name) and h.hash.startswith(name)]


def _ancestors(start: Sequence[Header], headers: Sequence[Header], steps: int) -> list[Header]:
    known = {h.hash: h for h in headers}
    at = list(start)
    for _step in range(steps):
        at = list(dict.fromkeys(known[p] for h in at for p in h.parents if p in known))
    return at
