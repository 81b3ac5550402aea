"""The instrument itself, as a party's original would have it."""

from collections.abc import Iterable, Sequence

from loi_cli.model.text import Kind
from loi_cli.render.catalogue import catalogue
from loi_cli.render.clauses import groups_of, text_for
from loi_cli.render.filling import Filling
from loi_cli.render.marks import agreements
from loi_cli.render.material import Material
from loi_cli.render.outline import Groups, columns, laid_out
from loi_cli.render.protocol import short_title

TEMPLATE = "loi.html"


def context(material: Material) -> dict[str, object]:
    """Each of `texts` is a section: its languages side by side, or one alone."""
    text = text_for(material.version.text, material)
    agreed = {} if material.final else agreements(material.agreed)
    filling = Filling.of(text, material.dossier, material.original_of, "loi", material.marks, agreed)

    def groups(languages: Sequence[str], kinds: Iterable[Kind]) -> Groups:
        return groups_of(text, languages, filling, kinds)

    shown = columns(material)
    return {
        "title": short_title(material.dossier, material.original_of, shown[0][0]),
        "language": shown[0][0],
        "texts": [_noted(material, laid_out(material, languages, groups), languages[0]) for languages in shown],
    }


def _noted(material: Material, text: dict[str, object], spoken: str) -> dict[str, object]:
    """For our own side, a footnote at the title of a language whose words of protocol nobody has checked."""
    titles = text["titles"]
    if material.receiver is not None or material.final or not isinstance(titles, dict):
        return text
    return {
        **text,
        "titles": {language: {**title, "note": _note_on(language, spoken)} for language, title in titles.items()},
    }


def _note_on(language: str, spoken: str) -> dict[str, str] | None:
    if catalogue(language).checked:
        return None
    words = catalogue(spoken)
    key = "internal.unchecked" if catalogue(language).own else "internal.missing"
    return {"text": words.say(key, language=words.name_of_language(language, "nom")), "language": spoken}
