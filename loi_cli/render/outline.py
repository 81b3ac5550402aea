"""A whole text laid out: what stands around the clauses, and the clauses between, for one or more languages."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from types import MappingProxyType

from loi_cli.model.text import Kind
from loi_cli.render.layout import Layout
from loi_cli.render.material import Material
from loi_cli.render.protocol import order_of_languages, pivot, preamble, signatures, title_block
from loi_cli.render.running_head import running_head

SIDE_BY_SIDE = 3
"""So many languages have room beside each other; more follow one another, each with its own signatures."""

UPRIGHT = 2
"""So many columns a page has room for without being turned."""

Groups = list[dict[str, object]]
GroupsIn = Callable[[Sequence[str], Iterable[Kind]], Groups]
"""(languages, kinds) -> the groups of these kinds in these languages."""


def columns(material: Material) -> tuple[tuple[str, ...], ...]:
    """The languages shown, in the order of this original: one text side by side, or one text each."""
    order = order_of_languages(material.dossier, material.original_of, material.languages)
    together = material.layout is Layout.PARALLEL and len(order) <= SIDE_BY_SIDE
    return (order,) if together else tuple((language,) for language in order)


Notes = Mapping[str, Mapping[str, str]]
"""By language, a footnote at its title: `text`, and the `language` of that."""


def laid_out(
    material: Material,
    languages: Sequence[str],
    groups: GroupsIn,
    title: str = "",
    notes: Notes = MappingProxyType({}),
) -> dict[str, object]:
    """One text for `templates/macros/protocol.html`; the groups come from the clauses, plain or tracked."""
    dossier, first = material.dossier, material.original_of
    signing = [
        [{"language": language, **block} for block in signatures(dossier, first, language)] for language in languages
    ]
    return {
        "languages": list(languages),
        "landscape": len(languages) > UPRIGHT,
        "head": running_head(material, languages[0], title) if not material.final else None,
        "titles": {
            language: {**title_block(dossier, first, language), "note": notes.get(language)} for language in languages
        },
        "preamble": {language: preamble(dossier, first, language) for language in languages},
        "recitals": groups(languages, (Kind.RECITAL,)),
        "pivot": {language: pivot(dossier, language) for language in languages},
        "articles": groups(languages, (Kind.ARTICLE,)),
        "testimonium": groups(languages, (Kind.TESTIMONIUM,)),
        "signatures": signing if len(languages) == 1 else [list(row) for row in zip(*signing, strict=True)],
        "annexes": groups(languages, (Kind.ANNEX,)),
    }
