"""The covering letter of a request: a nota dinas inside the ministry, a surat dinas to a body outside.

Which fields the two have is what ANRI regulation 5/2021 gives; who writes, where and under which number comes from the
dossier, and what it does not say is a blank.
"""

from loi_cli.render import protocol
from loi_cli.render.addressee import Addressee
from loi_cli.render.catalogue import Catalogue, catalogue
from loi_cli.render.dates import in_figures
from loi_cli.render.letter_numbers import letter_number
from loi_cli.render.material import Material
from loi_cli.render.papers import chrome
from loi_cli.render.papers.chrome import Plain
from loi_cli.render.running_head import running_head, stamp

TEMPLATE = "letter.html"

ENCLOSED = 2
"""The form in Word, and the same as a file of words."""


def context(material: Material) -> Plain:
    language = chrome.language_of_letters(material)
    words = catalogue(language)
    to = chrome.addressee_of(material)
    subject = subject_of(material, language)
    paragraphs = _body(material, to, words, language)
    return {
        "title": subject,
        "language": language,
        "words": words.section("correspondence.letter"),
        "running": {**running_head(material, language), "left": "", "centre": "", "right": ""},
        **addressed(material, to, language, ENCLOSED),
        "subject": subject,
        "paragraphs": paragraphs,
    }


def addressed(material: Material, to: Addressee, language: str, enclosed: int) -> Plain:
    """What stands around the words of any letter to a unit."""
    words = catalogue(language)
    letters = material.dossier.letters
    level = material.dossier.classification
    return {
        "outside": to.unit.outside,
        "kind": words.say("correspondence.letter.outside" if to.unit.outside else "correspondence.letter.inside"),
        "number": letter_number(letters.number, to, material.today),
        "level": words.say(f"classification.{level}") if level else "",
        "enclosed": words.say("correspondence.letter.files", n=enclosed) if enclosed else words.say(
            "correspondence.letter.nothing"
        ),
        "to": to.unit.to or to.unit.name,
        "of": to.unit.name if to.unit.to else "",
        "from": letters.sender,
        "place": letters.place,
        "date": in_figures(material.today, language),
    }  # fmt: skip


def subject_of(material: Material, language: str) -> str:
    """What the letter and the mail are about."""
    to = chrome.addressee_of(material)
    key = "correspondence.letter.reminder-subject" if to.reminds else "correspondence.letter.subject"
    return catalogue(language).say(key, **_named(material, to, language))


def body_of(material: Material, language: str) -> list[str]:
    """The same words for the mail."""
    return _body(material, chrome.addressee_of(material), catalogue(language), language)


def _body(material: Material, to: Addressee, words: Catalogue, language: str) -> list[str]:
    asks = "remind" if to.reminds else "ask"
    keys = [asks if to.due else f"{asks}-undated", "how"]
    if any(one.unit == to.unit.id for one in material.inputs):
        keys.append("before")
    named = _named(material, to, language)
    return [words.say(f"correspondence.letter.{key}", **named) for key in (*keys, "thanks")]


def _named(material: Material, to: Addressee, language: str) -> dict[str, str]:
    dossier = material.dossier
    return {
        "instrument": protocol.title_of(dossier, language),
        "party": chrome.party_name(material, dossier.other, language),
        "about": str(chrome.worded(dossier.subject, language)["text"]),
        "round": str(to.round),
        "due": in_figures(to.due, language) if to.due else "",
        "today": in_figures(material.today, language),
        "text": stamp(material.version.header),
    }
