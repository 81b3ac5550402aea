"""The package: parts, their types and relations, in one zip that is the same on every machine.

Entries are stored, not deflated: zlib-ng, zlib and Python's versions deflate the same words to different bytes, and a
paper's bytes must not depend on the machine (a record of what was sent holds their hash). Git and mail compress anyway.
"""

import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import NamedTuple

from loi_cli.word.languages import word_language
from loi_cli.word.markup import DECLARATION, R, W, escape

_OFFICE = "application/vnd.openxmlformats-officedocument"
_EXTENDED = f"{R.rsplit('/', 1)[0]}/extended-properties"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The first moment that a zip can tell: entries carry no time of their own."""


class Part(NamedTuple):
    """One part of word/; `kind` is its relation's and its type's name."""

    name: str
    kind: str
    relation: str
    content: bytes

    @property
    def content_type(self) -> str:
        """What [Content_Types].xml says of it."""
        if self.kind == "theme":
            return f"{_OFFICE}.theme+xml"
        return f"{_OFFICE}.wordprocessingml.{self.kind}+xml"


_AFTER_NOTES = re.compile("<w:(?:compat|decimalSymbol|listSeparator)\\b")
"""What the schema has after the settings of footnotes, of all that is kept of a reference."""
_HYPHENATION = re.compile("<w:(?:autoHyphenation|consecutiveHyphenLimit|hyphenationZone|doNotHyphenateCaps)\\b[^>]*/>")


def settings_xml(kept: str, *, notes: str = "", hyphenated: bool = True) -> str:
    """word/settings.xml: what the reference sets, and nothing of its history; `notes` are the settings of footnotes."""
    if not hyphenated:
        kept = _HYPHENATION.sub("", kept)
    found = _AFTER_NOTES.search(kept)
    at = found.start() if found else len(kept)
    return f'{DECLARATION}<w:settings xmlns:w="{W}">{kept[:at]}{notes}{kept[at:]}</w:settings>'


def pack(document: Sequence[bytes], parts: Sequence[Part], title: str, lang: str, made: datetime) -> bytes:
    """The file's bytes; those of its document come in portions."""
    entries = [
        ("[Content_Types].xml", [_types(parts).encode()]),
        ("_rels/.rels", [_package_relations().encode()]),
        ("docProps/core.xml", [_core(title, lang, made).encode()]),
        ("docProps/app.xml", [f'{DECLARATION}<Properties xmlns="{_EXTENDED}"/>'.encode()]),
        ("word/document.xml", document),
        ("word/_rels/document.xml.rels", [_relations((p.relation, f"{R}/{p.kind}", p.name) for p in parts).encode()]),
        *((f"word/{part.name}", [part.content]) for part in parts),
    ]
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as package:
        for name, portions in entries:
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.create_system = 3  # else it tells Windows from Unix
            entry.external_attr = 0o644 << 16
            with package.open(entry, "w") as written:
                for portion in portions:
                    written.write(portion)
    return out.getvalue()


def _types(parts: Iterable[Part]) -> str:
    overrides = [
        ("/word/document.xml", f"{_OFFICE}.wordprocessingml.document.main+xml"),
        ("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
        ("/docProps/app.xml", f"{_OFFICE}.extended-properties+xml"),
        *((f"/word/{part.name}", part.content_type) for part in parts),
    ]
    written = "".join(f'<Override PartName="{name}" ContentType="{type_}"/>' for name, type_ in overrides)
    return (
        f'{DECLARATION}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{written}</Types>'
    )


def _package_relations() -> str:
    return _relations((
        ("rId1", f"{R}/officeDocument", "word/document.xml"),
        ("rId2", f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        ("rId3", f"{R}/extended-properties", "docProps/app.xml"),
    ))  # fmt: skip


def _relations(relations: Iterable[tuple[str, str, str]]) -> str:
    written = "".join(f'<Relationship Id="{id_}" Type="{type_}" Target="{to}"/>' for id_, type_, to in relations)
    return f'{DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">{written}</Relationships>'


def _core(title: str, lang: str, made: datetime) -> str:
    moment = made if made.tzinfo is None else made.astimezone(UTC)
    when = f'xsi:type="dcterms:W3CDTF">{moment:%Y-%m-%dT%H:%M:%S}Z'
    return (
        f'{DECLARATION}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(title)}</dc:title><dc:language>{word_language(lang)}</dc:language>"
        f"<dcterms:created {when}</dcterms:created><dcterms:modified {when}</dcterms:modified></cp:coreProperties>"
    )
