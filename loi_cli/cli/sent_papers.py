"""Papers made once more as their readers have them; what compares them with a returned copy sits below what renders."""

from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256

from loi_cli.cli.papers.asking import languages_named
from loi_cli.cli.papers.materials import material
from loi_cli.cli.session import now
from loi_cli.intake.merging import Prospect, prospect
from loi_cli.intake.receiving.receiving import Printed
from loi_cli.intake.receiving.sent import SentPaper
from loi_cli.intake.register import Register
from loi_cli.model.versions import Version
from loi_cli.word.reader import read_docx
from loi_cli.word.unpacking import UnfitFile


def _really_sent(sent: SentPaper, version: Version, register: Register, receiver: str) -> Iterator[SentPaper]:
    """The paper with the words that left, the last ones first, where `loi send` kept its very bytes.

    A template, a name in dossier.yaml or loi itself may have changed since; what the party read has not.
    """
    for sending in reversed(register.opened.sendings):
        if sending.to != receiver or sending.text != version.header.text_hash:
            continue
        for file in sending.files:
            path = register.opened.path / file.path
            if path.suffix != ".docx" or not path.is_file():
                continue
            data = path.read_bytes()
            if sha256(data).hexdigest() != file.sha256:
                continue
            try:
                text = read_docx(data)
            except UnfitFile:
                continue
            if any(name in sent.anchors for paragraph in text.paragraphs() for name in paragraph.bookmarks):
                yield replace(sent, text=text)


def printer(register: Register, receiver: str | None) -> Printed:
    """Makes papers for a party, or for our own side."""

    def printed(paper: str, version: Version, against: Version | None) -> SentPaper:
        from loi_cli.files.packed import templates_folder
        from loi_cli.render.sent import as_sent

        own = register.opened.path / "templates"
        reference = own / "reference.docx"
        if not reference.is_file():
            reference = templates_folder() / "reference.docx"
        nothing: Prospect = prospect(register, now(), "loi")
        what = material(
            register,
            nothing,
            version=version,
            against=against,
            receiver=receiver,
            languages=languages_named(None, register, receiver),
        )
        sent = as_sent(paper, what, reference.read_bytes(), [own] if own.is_dir() else [])
        return next(_really_sent(sent, version, register, receiver), sent) if receiver is not None else sent

    return printed
