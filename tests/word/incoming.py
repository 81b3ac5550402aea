"""Word files as others send them, made by hand: small parts in a zip, so that every test shows what it reads."""

import io
import zipfile
from collections.abc import Mapping

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
BY = 'w:id="1" w:author="Ivan" w:date="2022-01-20T10:00:00Z"'


def document(body: str) -> bytes:
    """word/document.xml around a body."""
    return f'<?xml version="1.0" encoding="UTF-8"?><w:document {W}><w:body>{body}</w:body></w:document>'.encode()


def relations(*several: tuple[str, str, str]) -> bytes:
    """A part of relations: kind, target, and `External` or nothing."""
    written = "".join(
        f'<Relationship Id="r{n}" Type="{OFFICE}/{kind}" Target="{to}"' + (f' TargetMode="{mode}"/>' if mode else "/>")
        for n, (kind, to, mode) in enumerate(several)
    )
    return f'<Relationships xmlns="{RELATIONS}">{written}</Relationships>'.encode()


def packed(entries: Mapping[str, bytes]) -> bytes:
    """A zip of these entries."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in entries.items():
            package.writestr(name, data)
    return out.getvalue()


def parts(body: str, **more: bytes) -> dict[str, bytes]:
    """The entries of a small Word file; `more` are parts of word/ that the main part is related to, by their kind."""
    return {
        "[Content_Types].xml": b"<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>",
        "_rels/.rels": relations(("officeDocument", "word/document.xml", "")),
        "word/_rels/document.xml.rels": relations(*((kind, f"{kind}.xml", "") for kind in more)),
        "word/document.xml": document(body),
        **{f"word/{kind}.xml": data for kind, data in more.items()},
    }


def word_file(body: str, **more: bytes) -> bytes:
    """The bytes of a small Word file."""
    return packed(parts(body, **more))


def p(*runs: str, mark: str = "", properties: str = "") -> str:
    """A paragraph; `mark` is what its end is under."""
    end = f"<w:rPr>{mark}</w:rPr>" if mark else ""
    return f"<w:p><w:pPr>{properties}{end}</w:pPr>{''.join(runs)}</w:p>"


def r(text: str, properties: str = "") -> str:
    """A run of words."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def ins(*runs: str) -> str:
    return f"<w:ins {BY}>{''.join(runs)}</w:ins>"


def gone(text: str) -> str:
    """Words deleted."""
    return f'<w:del {BY}><w:r><w:delText xml:space="preserve">{text}</w:delText></w:r></w:del>'
