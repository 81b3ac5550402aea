"""What stands on every page of a paper: classification, draft mark, version and hash; below, title and page number.

The classification stands at the top left, in Indonesian with its letters (SR, R, T, B), the two highest in red: ANRI
regulation 5/2021.
"""

from loi_cli.model.dossier import Classification
from loi_cli.model.versions import Header
from loi_cli.render.catalogue import capitals, catalogue, spoken
from loi_cli.render.dates import in_figures
from loi_cli.render.material import Material
from loi_cli.render.protocol import short_title


def running_head(material: Material, language: str, title: str = "") -> dict[str, object]:
    """`left` of the header, `centre` and `right` that stand together on its right, `title` and `page` of the footer.

    `red`: what stands at the left is in red; `urgency` comes after it.
    `page` holds segments: text, and where the numbers of this page and of all pages go.
    """
    words = catalogue(language)
    return {
        "language": language,
        **classification_mark(material.bound or material.dossier.classification, language),
        "urgency": capitals(words.say(f"urgency.{material.urgency}"), spoken(language)) if material.urgency else "",
        "centre": words.say("running.draft", date=in_figures(material.as_of, language)),
        "right": stamp(material.version.header),
        "title": title or short_title(material.dossier, material.original_of, language),
        "page": _page(words.say("running.page")),
    }


def classification_mark(level: Classification | None, language: str) -> dict[str, object]:
    """`left` and `red`: `R – RAHASIA` in red."""
    words = catalogue(language)
    named = capitals(words.say(f"classification.{level}"), spoken(language)) if level else ""
    letters = words.find(f"classification-letters.{level}")
    return {
        "left": f"{letters} – {named}" if isinstance(letters, str) else named,
        "red": level in (Classification.CONFIDENTIAL, Classification.SECRET),
    }


def stamp(header: Header) -> str:
    """`v3 · 1a2b3c4d`: the version, and the text hash that `loi verify` finds again."""
    return f"{header.label} · {header.text_hash[:8]}"


def _page(pattern: str) -> list[dict[str, str]]:
    """`Page {page} of {pages}` in parts."""
    before, rest = pattern.split("{page}")
    between, after = rest.split("{pages}")
    parts = (("text", before), ("page", ""), ("text", between), ("pages", ""), ("text", after))
    return [{"type": kind, "text": text} for kind, text in parts if text or kind != "text"]
