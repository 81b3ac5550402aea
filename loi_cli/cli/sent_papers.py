"""Papers made once more as their readers have them; what compares them with a returned copy sits below what renders."""

from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256

from loi_cli.cli.addressing import addressee
from loi_cli.cli.papers.asking import languages_named
from loi_cli.cli.papers.formats import PaperFormat, document
from loi_cli.cli.papers.materials import material
from loi_cli.cli.papers.stationery import stationery
from loi_cli.cli.session import now
from loi_cli.intake.merging import Prospect, as_merged, prospect
from loi_cli.intake.receiving.sent import SentPaper
from loi_cli.intake.register import Register
from loi_cli.model.dossier import Unit
from loi_cli.model.versions import Version
from loi_cli.render.material import Material
from loi_cli.word.reader import read_docx
from loi_cli.word.revised import RevisedText
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


class Press:
    """Makes papers of the dossier once more, whoever they are for. It is a `Printer`."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._own = stationery(register.opened.path)

    def paper(self, name: str, version: Version, against: Version | None, reader: str | None) -> SentPaper:
        from loi_cli.render.sent import as_sent

        what = self._material(version, against, reader, prospect(self._register, now(), "loi"))
        sent = as_sent(name, what, self._own.reference, self._own.folders)
        return sent if reader is None else next(_really_sent(sent, version, self._register, reader), sent)

    def forms(self, unit: Unit, round: int, version: Version) -> Iterator[RevisedText]:
        opened = self._register.opened
        to = addressee(unit, round, self._register)
        what = self._material(version, None, None, as_merged(self._register, now()))
        yield read_docx(document("form", replace(what, addressee=to), PaperFormat.DOCX, self._own))
        earlier = tuple(opened.store.version(one) for one in reversed(opened.headers))
        for language in opened.dossier.languages:
            translator = replace(what, addressee=to._replace(translates=language, earlier=earlier))
            yield read_docx(document("translation", translator, PaperFormat.DOCX, self._own))

    def _material(self, version: Version, against: Version | None, reader: str | None, found: Prospect) -> Material:
        languages = languages_named(None, self._register, reader)
        return material(self._register, found, version=version, against=against, receiver=reader, languages=languages)
