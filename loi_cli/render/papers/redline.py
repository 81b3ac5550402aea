"""A version as tracked changes against another. A party sees what it may see of both, compared."""

from collections.abc import Iterable, Sequence

from loi_cli.i18n import _
from loi_cli.merge.comparison import Change, ClauseChange, compare
from loi_cli.model.problems import LoiError
from loi_cli.model.text import Clause, Kind, Text
from loi_cli.model.versions import Version
from loi_cli.model.words import started_from
from loi_cli.render.authors import Authors
from loi_cli.render.catalogue import catalogue
from loi_cli.render.clauses import text_for
from loi_cli.render.filling import Filling, Segment, unlinked
from loi_cli.render.marks import agreements
from loi_cli.render.material import Material
from loi_cli.render.outline import Groups, columns, laid_out
from loi_cli.render.protocol import short_title, title_of
from loi_cli.render.running_head import running_head
from loi_cli.render.tracked import Redline
from loi_cli.render.weaving import Woven, woven

TEMPLATE = "redline.html"

_EXCERPT = 60


def context(material: Material) -> dict[str, object]:
    """A cover that says what is compared and which clauses changed, then the text, tracked."""
    against = material.against
    if against is None:
        raise LoiError(_("a redline needs two versions"), _("Name the older one with --from."))
    old = text_for(against.text, material)
    new = text_for(material.version.text, material)
    changes = compare(old, new)
    shown = columns(material)
    both = _both(old, new, changes, frozenset(language for languages in shown for language in languages), material)
    clauses = _asked_for(woven(old, new, changes), material.clauses)
    parts = {languages: both.parts(clauses, languages) for languages in shown}

    def groups(languages: Sequence[str], kinds: Iterable[Kind]) -> Groups:
        return both.groups(clauses, parts[tuple(languages)], languages, kinds)

    language = shown[0][0]
    label = f"{against.header.label} → {material.version.header.label}"
    title = f"{short_title(material.dossier, material.original_of, language)}, {label}"
    return {
        "title": title,
        "language": language,
        "head": _head(material, language, title),
        "words": catalogue(language).section("redline"),
        "heading": _heading(material, against, language),
        "versions": [_version(against), _version(material.version)],
        "changed": _changed(changes, both, material, language),
        "internal": material.receiver is None,
        "texts": [_text(material, languages, laid_out(material, languages, groups, title)) for languages in shown],
    }


def _head(material: Material, language: str, title: str) -> dict[str, object]:
    """Of the list that comes first: ours names the units, so it says on its pages that it is internal."""
    head = running_head(material, language, title)
    return head if material.receiver else {**head, "centre": catalogue(language).say("papers.internal")}


def _text(material: Material, languages: Sequence[str], text: dict[str, object]) -> dict[str, object]:
    """A text of ours names the units in its changes: its pages say that they are internal, and a draft."""
    head = text["head"]
    if material.receiver or not isinstance(head, dict):
        return text
    internal = catalogue(languages[0]).say("papers.internal")
    return {**text, "head": {**head, "centre": f"{internal} · {head['centre']}"}}


def changed(material: Material, language: str) -> list[dict[str, object]]:
    """The list of changed clauses alone, in a language."""
    assert material.against is not None
    old, new = text_for(material.against.text, material), text_for(material.version.text, material)
    changes = compare(old, new)
    return _changed(changes, _both(old, new, changes, frozenset(material.languages), material), material, language)


def _both(old: Text, new: Text, changes: Sequence[ClauseChange], read: frozenset[str], material: Material) -> Redline:
    """The two texts as one, in the languages that are read."""
    before, after = (
        Filling.of(text, material.dossier, material.original_of, "redline", material.marks, agreements(material.agreed))
        for text in (old, new)
    )
    by_clause = {change.clause: change for change in changes}
    return Redline(before, after, by_clause, read, Authors(material), material.receiver is None)


def _changed(
    changes: Iterable[ClauseChange], both: Redline, material: Material, language: str
) -> list[dict[str, object]]:
    return [_listed(change, both, language) for change in _asked(changes, material) if both.shows(change)]


def _asked(changes: Iterable[ClauseChange], material: Material) -> list[ClauseChange]:
    """Those of the clauses asked for."""
    return [change for change in changes if material.clauses is None or change.clause in material.clauses]


def _asked_for(clauses: Sequence[Woven], only: frozenset[str] | None) -> Sequence[Woven]:
    """The clauses asked for, each under those that it stands in."""
    if only is None:
        return clauses
    parents = {each.clause.id: each.clause.parent for each in clauses}
    kept = set(only)
    for clause in only:
        above = parents.get(clause)
        while above is not None and above not in kept:
            kept.add(above)
            above = parents.get(above)
    return [each for each in clauses if each.clause.id in kept]


def _heading(material: Material, against: Version, language: str) -> str:
    return catalogue(language).say(
        "redline.compared",
        instrument=title_of(material.dossier, language),
        old=against.header.label,
        new=material.version.header.label,
    )


def _version(version: Version) -> dict[str, object]:
    header = version.header
    made = header.time.replace("T", " ").removesuffix("Z") + " UTC"
    return {"label": header.label, "text_hash": header.text_hash, "made": made}


def _listed(change: ClauseChange, both: Redline, language: str) -> dict[str, object]:
    """One line of the list of changed clauses: which, what happened to it, who wanted it."""
    gone = change.change is Change.DELETED
    filling = both.before if gone else both.after
    clause = filling.clauses[change.clause]
    link: Segment = {
        "type": "ref",
        "text": filling.title(clause.id, language),
        "href": "#" + filling.anchor(clause.id, language),
    }
    return {
        "name": unlinked([link]) if gone else [link],
        "excerpt": _excerpt(clause, language, filling),
        "change": catalogue(language).say(f"redline.{change.change}"),
        "who": both.who(change),
    }


def _excerpt(clause: Clause, language: str, filling: Filling) -> str:
    """The heading, else the first words; in another language where there are none in this."""
    fields = (clause.heading.get(language), clause.text.get(language), *clause.heading.values(), *clause.text.values())
    words = next(filter(None, fields), ())
    text = "".join(str(s.get("text", "…")) for s in filling.segments(started_from(words), language))
    return text if len(text) <= _EXCERPT else text[:_EXCERPT].rsplit(" ", 1)[0] + " …"
