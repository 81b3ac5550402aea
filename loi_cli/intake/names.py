"""Shapes of the names that a dossier uses: clause ids, units, parties, languages, versions, inputs."""

import re
from typing import TypeVar

from loi_cli.files.codes import Code
from loi_cli.files.leaves import Name
from loi_cli.files.nodes import ScalarNode
from loi_cli.files.page import Page, did_you_mean
from loi_cli.files.shapes import Others, Shape
from loi_cli.i18n import _
from loi_cli.model.dossier import Dossier
from loi_cli.model.identifiers import is_clause_id, is_language, is_party, is_slug

T = TypeVar("T")

_SEGMENT = "[a-z0-9][a-z0-9-]{0,39}"
_LANGUAGE = "^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$"
# `in` is a key of proposals, and no language of today.
WORDS = "^(?!in$)" + _LANGUAGE[1:]
"""The names of keys that hold words in a language."""


CLAUSE = Name(
    "clause",
    rf"^{_SEGMENT}(\.{_SEGMENT})*$",
    "a clause id is made of a-z, 0-9 and hyphens, with dots between its parts: `areas.automotive`; no slashes, "
    "no capital letters, no names that Windows keeps for itself",
    is_clause_id,
)
SLUG = Name(
    "name",
    f"^{_SEGMENT}$",
    "a name is made of a-z, 0-9 and hyphens, 40 characters at most: `kemlu-hpi`",
    is_slug,
)
UNIT = Name("unit", f"^{_SEGMENT}$", "a unit's id is made of a-z, 0-9 and hyphens, 40 at most: `kemlu-hpi`", is_slug)
PARTY = Name("party", "^[A-Z]{3}$", "a party is named by its three-letter country code: IDN, BLR", is_party)
LANGUAGE = Name("language", _LANGUAGE, "a language is named by its code: id, en, ru, sr-Latn", is_language)
BASE = Name(
    "base",
    r"^(?!(?:head|sent)\b)[a-z0-9][a-z0-9-]{0,79}$",
    "name the version that was read: v1, or v1-3f2a91 as the request says; `head` changes and names none",
)
INPUT = Name(
    "input",
    rf"^({_SEGMENT}-[1-9][0-9]*|[A-Z]{{3}}-[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}})(\.[1-9][0-9]*)?$",
    "name the earlier input as its file is named, without .yaml: ilmate-1, BLR-2022-01-20",
)
SIDE = Name(
    "side",
    rf"^({_SEGMENT}|[A-Z]{{3}})(\.[1-9][0-9]*)?$",
    "name a side of the conflict, such as ilmate, ilmate.2 or BLR, or `base`",
)
CONFLICT = Name(
    "conflict",
    rf"^{_SEGMENT}(\.{_SEGMENT})*/((text|heading)\.[A-Za-z-]+|place|exists)/[0-9a-f]{{8}}$",
    "name the conflict as `loi conflicts` does: areas.automotive/text.en/3f2a91c0",
)
TAG = Name(
    "tag",
    f"^(?!(v[0-9]+|head)$){_SEGMENT}$",
    "a tag is made of a-z, 0-9 and hyphens, and is not a version's own name such as v3 or head",
    lambda text: is_slug(text) and not re.fullmatch("v[0-9]+|head", text),
)
VERSION = Name(
    "version",
    "^(v[1-9][0-9]*(-[0-9a-f]{6,64})?|[0-9a-f]{6,64})$",
    "name a version: v3, v3-3f2a91 or its hash",
)
RECORD_NAME = Name(
    "record",
    r"^[0-9]{4}-[0-9]{2}-[0-9]{2}-[a-z]+-[0-9a-f]{8,64}$",
    "name the record as its file is named, without .yaml: 2022-01-31-decision-5d0c11aa",
)
MOMENT = Name(
    "moment",
    r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$",
    'write a moment in UTC, to the second: "2022-01-31T09:00:00Z"',
)
MEETING_NAME = Name(
    "meeting",
    r"^[0-9]{4}-[0-9]{2}-[0-9]{2}-[a-z0-9][a-z0-9-]*$",
    "name the meeting as its file is named, without .yaml: 2022-02-15-bilateral",
)
FINGERPRINT = Name(
    "fingerprint",
    "^[0-9a-f]{16}$",
    "a fingerprint has 16 hex digits; `loi agree` writes it",
)
SHA256 = Name(
    "hash",
    r"^[0-9a-f]{64}$",
    "a hash is the SHA-256 as 64 hex digits",
)


class Languages(Others[T]):
    """Keys that are languages: the ones the page knows, or any where it knows none."""

    def __init__(self, shape: Shape[T]) -> None:
        self.shape = shape

    def takes(self, key: ScalarNode, page: Page) -> bool | None:
        known = page.known.get("language")
        if known is None:
            return is_language(key.text)
        if key.text in known:
            return True
        if not is_language(key.text):
            return False
        page.error(
            Code.UNKNOWN_NAME,
            _("the dossier has no language `{name}`").format(name=key.text),
            key.start,
            did_you_mean(key.text, known, _("did you mean `{name}`?"), _("its languages: {names}")),
        )
        return None

    def pattern(self) -> str:
        return _LANGUAGE


def known_to(dossier: Dossier) -> dict[str, tuple[str, ...]]:
    """The names that files of a dossier may use, by sort."""
    aliases = (alias for unit in dossier.units.values() for alias in unit.was)
    return {
        "language": dossier.languages,
        "unit": (*dossier.units, *aliases),
        "party": tuple(dossier.parties),
    }
