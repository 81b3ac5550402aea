"""The sheet beside an original: which text it is, so that no page can be moved to another. Not part of the text."""

from loi_cli.render.catalogue import catalogue
from loi_cli.render.material import Material, Original
from loi_cli.render.papers import chrome
from loi_cli.render.papers.chrome import Plain
from loi_cli.render.protocol import title_of

TEMPLATE = "certificate.html"


def context(material: Material) -> Plain:
    language = chrome.language_of(material)
    words = catalogue(language)
    party = chrome.party_name(material, material.original_of, language)
    header = material.version.header
    return {
        "title": words.say("documents.certificate"),
        "language": language,
        "words": words.section("certificate"),
        "states": words.say("certificate.states", party=party, instrument=title_of(material.dossier, language)),
        "version": header.full_label,
        "text_hash": header.text_hash,
        "documents": [_document(one, language) for one in material.originals],
    }


def _document(one: Original, language: str) -> Plain:
    words = catalogue(language)
    spoken = [words.name_of_language(code, "nom") for code in one.languages]
    return {"languages": words.listed(spoken), "pages": one.pages or 0, "sha256": one.sha256}
