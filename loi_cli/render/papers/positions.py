"""The position paper (kertas posisi), internal: clause by clause what stands there, what our units want and why, how
far they can go.

Nothing in it is made up: where no input says which adjustments a delegation is allowed, there is a blank to fill.
"""

from loi_cli.meetings.entries import Entry, Order, Status, entries
from loi_cli.model.conflicts import conflicts_in
from loi_cli.model.inputs import Position
from loi_cli.render.catalogue import catalogue
from loi_cli.render.material import Material
from loi_cli.render.papers import chrome
from loi_cli.render.papers.chrome import ClauseNames, Plain
from loi_cli.render.papers.matrix_rows import texts_known

TEMPLATE = "positions.html"


def context(material: Material) -> Plain:
    language = chrome.language_of(material)
    words = catalogue(language)
    about = chrome.worded(material.meeting.title, language) if material.meeting else {"text": "", "lang": language}
    held = _by_clause(material)
    order = Order(texts_known(material), material.inputs)
    names = ClauseNames(material.version.text, material, language, "positions")
    return {
        "title": words.say("documents.positions"),
        "language": language,
        "words": words.section("papers.positions") | words.section("papers.talking-points"),
        "running": chrome.running(material, language, str(about["text"])),
        "meeting": about,
        "version": chrome.version_line(material, language),
        "clauses": [_clause(clause, held[clause], names, material) for clause in sorted(held, key=order.key)],
    }


def has_positions(material: Material) -> bool:
    return bool(_by_clause(material))


def _by_clause(material: Material) -> dict[str, list[tuple[Entry, Position]]]:
    """The positions that stand: one that a unit took back is no longer ours."""
    found: dict[str, list[tuple[Entry, Position]]] = {}
    for entry in entries(material.inputs, material.outcomes, material.withdrawn):
        ours = entry.input.party is None and all(fate.status is not Status.SUPERSEDED for fate in entry.fates)
        if ours and isinstance(entry.content, Position):
            found.setdefault(entry.content.clause, []).append((entry, entry.content))
    return found


def _clause(clause: str, held: list[tuple[Entry, Position]], names: ClauseNames, material: Material) -> Plain:
    words = catalogue(names.language)
    count = sum(conflict.clause == clause for conflict in conflicts_in(material.version.text))
    return {
        "name": names.name(clause),
        "heading": names.heading(clause, material.languages),
        "present": _present(clause, names, material),
        "open": words.say(f"papers.agenda.open.{'one' if count == 1 else 'many'}", n=count) if count else "",
        "agreed": chrome.agreed_on(clause, material, names.language),
        "rows": [
            {
                "by": chrome.sender(material, entry.input, names.language),
                "aim": position.aim,
                "reason": position.reason,
                "adjustments": position.adjustments,
                "fallback": position.fallback,
                "red_line": position.red_line,
            }
            for entry, position in held
        ],
    }


def _present(clause: str, names: ClauseNames, material: Material) -> Plain:
    """The words as they stand, in the paper's language, else in the first of the text that has some."""
    it = names.filling.clauses.get(clause)
    for language in dict.fromkeys((names.language, *material.languages)):
        if it is not None and it.text.get(language):
            return {"segments": names.words(it.text[language], language), "lang": language}
    return {"segments": [], "lang": names.language}
