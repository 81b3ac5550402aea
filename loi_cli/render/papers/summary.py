"""The summary for the minister, internal: an office note of one page on what changed since the version sent last. The
clean copy of the text goes beside it.

What it says follows from the records and the text; what is recommended is a person's to write.
"""

from loi_cli.model.conflicts import conflicts_in
from loi_cli.model.text import Kind
from loi_cli.render import protocol
from loi_cli.render.catalogue import catalogue
from loi_cli.render.dates import in_figures
from loi_cli.render.filling import unlinked
from loi_cli.render.letter_numbers import letter_number
from loi_cli.render.marks import Agreement, agreements
from loi_cli.render.material import Material
from loi_cli.render.papers import chrome, redline
from loi_cli.render.papers.chrome import Plain
from loi_cli.render.running_head import stamp

TEMPLATE = "summary.html"

_ON_ONE_PAGE = 10
"""So many changes leave room for the rest of the page; how many more there are is said."""


def context(material: Material) -> Plain:
    language = chrome.language_of(material)
    words = catalogue(language)
    dossier = material.dossier
    signatory = protocol.in_case(dossier.parties[dossier.home].signatory, language)
    changed = _changed(material, language)
    named = {
        "instrument": protocol.title_of(dossier, language),
        "party": chrome.party_name(material, dossier.other, language),
        "about": str(chrome.worded(dossier.subject, language)["text"]),
    }
    return {
        "title": words.say("papers.summary.subject", **named),
        "language": language,
        "letter": words.section("correspondence.letter"),
        "words": words.section("papers.summary"),
        "running": chrome.running(material, language, protocol.short_title(dossier, material.original_of, language)),
        "kind": words.say("correspondence.letter.inside"),
        "outside": False,
        "number": letter_number(dossier.letters.number, None, material.today),
        "to": signatory,
        "from": dossier.letters.sender,
        "subject": words.say("papers.summary.subject", **named),
        "date": in_figures(material.today, language),
        "level": words.say(f"classification.{level}") if (level := chrome.level_of(material)) else "",
        "enclosed": words.say("papers.summary.enclosed"),
        "opening": words.say("papers.summary.opening", text=stamp(material.version.header), **named),
        "counts": _counts(material, language),
        "since": _since(material, language),
        "changes": changed[:_ON_ONE_PAGE],
        "more": words.say("papers.summary.more", n=len(changed) - _ON_ONE_PAGE) if len(changed) > _ON_ONE_PAGE else "",
    }


def _since(material: Material, language: str) -> str:
    if material.against is None:
        return catalogue(language).say("papers.summary.never")
    return catalogue(language).say("papers.summary.since", text=stamp(material.against.header))


def _changed(material: Material, language: str) -> list[Plain]:
    """The clauses that changed, in reading order, in words without links: the other text is another document."""
    if material.against is None:
        return []
    rows = redline.changed(material, language)
    return [{**row, "name": unlinked(name)} for row in rows if isinstance(name := row["name"], list)]


def _counts(material: Material, language: str) -> list[Plain]:
    """How far the text is: articles, those agreed, those agreed ad referendum, open points."""
    words = catalogue(language)
    text = material.version.text
    articles = [clause.id for clause in text if clause.kind is Kind.ARTICLE]
    agreed = list(agreements(material.agreed).values())
    figures = {
        "articles": len(articles),
        "agreed": agreed.count(Agreement.AGREED),
        "ad-referendum": agreed.count(Agreement.AD_REFERENDUM),
        "open": len(conflicts_in(text)),
    }
    return [{"label": words.say(f"papers.summary.counts.{key}"), "n": n} for key, n in figures.items()]
