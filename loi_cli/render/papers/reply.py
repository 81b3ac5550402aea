"""The answer that a unit is owed: each of its proposals, what became of it; where it was decided, by whom and why."""

from loi_cli.render import protocol
from loi_cli.render.catalogue import catalogue
from loi_cli.render.material import Material
from loi_cli.render.papers import chrome
from loi_cli.render.papers.answers import answers
from loi_cli.render.papers.chrome import Plain
from loi_cli.render.papers.form import own_inputs
from loi_cli.render.papers.letter import addressed
from loi_cli.render.running_head import running_head, stamp

TEMPLATE = "reply.html"


def context(material: Material) -> Plain:
    language = chrome.language_of_letters(material)
    words = catalogue(language)
    to = chrome.addressee_of(material)
    given = own_inputs(material)
    named = {
        "instrument": protocol.title_of(material.dossier, language),
        "party": chrome.party_name(material, material.dossier.other, language),
        "text": stamp(material.version.header),
    }
    subject = words.say("correspondence.reply.subject", **named)
    rows = answers(material, given, language)
    opening = "opening" if rows else "no-comment" if given else "nothing"
    return {
        "title": subject,
        "language": language,
        "letter": words.section("correspondence.letter"),
        "words": words.section("correspondence.reply"),
        "running": {**running_head(material, language), "left": "", "centre": "", "right": ""},
        **addressed(material, to, language, 0),
        "subject": subject,
        "opening": words.say(f"correspondence.reply.{opening}", **named),
        "answers": rows,
        "closing": words.say("correspondence.letter.thanks"),
    }
