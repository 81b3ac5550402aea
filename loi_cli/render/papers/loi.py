"""The instrument itself, as a party's original would have it."""

from collections.abc import Iterable, Sequence

from loi_cli.model.text import Kind
from loi_cli.render.catalogue import catalogue
from loi_cli.render.clauses import groups_of, text_for
from loi_cli.render.filling import Filling
from loi_cli.render.marks import agreements
from loi_cli.render.material import Material
from loi_cli.render.outline import Groups, Notes, columns, laid_out
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
        "texts": [laid_out(material, languages, groups, notes=_notes(material, languages)) for languages in shown],
    }


def _notes(material: Material, languages: Sequence[str]) -> Notes:
    """For our own side: the languages whose words of protocol nobody has checked, told in the first one."""
    if material.receiver is not None or material.final:
        return {}
    words = catalogue(languages[0])
    found = {}
    for language in languages:
        if not catalogue(language).checked:
            key = "internal.unchecked" if catalogue(language).own else "internal.missing"
            told = words.say(key, language=words.name_of_language(language, "nom"))
            found[language] = {"text": told, "language": languages[0]}
    return found
