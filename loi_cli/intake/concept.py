"""concept.yaml: the first text, written by hand or imported."""

from collections.abc import Iterator

from loi_cli.files.codes import Code
from loi_cli.files.collections import Series
from loi_cli.files.leaves import OneOf
from loi_cli.files.page import Page
from loi_cli.files.rules import SomeWords
from loi_cli.files.shapes import Block, Key, Later, Values
from loi_cli.files.source import Source
from loi_cli.i18n import _
from loi_cli.intake.dossier import SCHEMA
from loi_cli.intake.names import CLAUSE, WORDS, Languages, known_to
from loi_cli.intake.reading import Read, open_page
from loi_cli.intake.texts import ByLanguage, ClauseWords
from loi_cli.model.dossier import Dossier
from loi_cli.model.text import PARENTS, Clause, Kind, Text
from loi_cli.model.words import Words, agreed, fingerprint

SOURCE_NAME = "concept"
"""Who wrote the words of the concept, where words are attributed."""

CLAUSE_ID = Key("clause", CLAUSE, "The clause's id; it stays when the clause moves.", required=True)
KIND = Key("kind", OneOf(Kind), "What the clause is.", required=True)
HEADING = Key("heading", ByLanguage(ClauseWords()), "The clause's heading, by language.")
CHILDREN = Key("clauses", Series(Later(lambda: CLAUSE_BLOCK), least=1), "The clauses in this one, in order.")
CLAUSE_BLOCK: Block = Block(
    "clause",
    CLAUSE_ID,
    KIND,
    HEADING,
    CHILDREN,
    others=Languages(ClauseWords()),
    rules=[SomeWords(HEADING, CHILDREN, others=WORDS)],
    says="A clause: its id, its kind, and its words under each language (`en: …`).",
)
CLAUSES = Key("clauses", Series(CLAUSE_BLOCK, least=1), "All clauses in reading order.", required=True)
CONCEPT = Block("concept", SCHEMA, CLAUSES, says="The first text of a negotiation.")


def read_concept(source: Source, dossier: Dossier | None) -> Read[Text]:
    """The text of concept.yaml, all its words agreed; without a dossier its languages and parties are not looked at.

    Raises BadInput with everything wrong in it.
    """
    page, values = open_page(source, CONCEPT, known_to(dossier) if dossier is not None else None)
    places: dict[str, int] = {}
    clauses = list(_clauses(values.get(CLAUSES, ()), None, places, page))
    page.finish()
    return Read(Text(tuple(clauses)), tuple(page.warnings))


_BROKEN = ("", Kind.ARTICLE)
"""In place of a parent whose id or kind could not be read."""


def _clauses(
    blocks: tuple[Values, ...], parent: tuple[str, Kind] | None, lines: dict[str, int], page: Page
) -> Iterator[Clause]:
    for block in blocks:
        name, kind = block.get(CLAUSE_ID), block.get(KIND)
        if name is not None:
            _check_once(name, block, lines, page)
        if kind is not None and parent is not _BROKEN:
            _check_parent(kind, parent[1] if parent else None, block, page)
        if name is not None and kind is not None:
            if not page.errors:  # else its words may hold what no text may
                yield _clause(name, kind, parent[0] if parent else None, block)
            inside: tuple[str, Kind] | None = (name, kind)
        else:
            inside = _BROKEN
        yield from _clauses(block.get(CHILDREN, ()), inside, lines, page)


def _clause(name: str, kind: Kind, parent: str | None, block: Values) -> Clause:
    text = {language: agreed(words, SOURCE_NAME) for language, words in block.rest.items()}
    heading = {language: agreed(words, SOURCE_NAME) for language, words in block.get(HEADING, {}).items()}
    return Clause(
        id=name, kind=kind, parent=parent, text=text, heading=heading, seen=seen_by_all(text), by=(SOURCE_NAME,)
    )


def seen_by_all(text: dict[str, Words]) -> dict[str, dict[str, str]]:
    """What each language has seen of the others when all were written together: everything."""
    prints = {language: fingerprint(words) for language, words in text.items()}
    return {one: {other: prints[other] for other in sorted(prints) if other != one} for one in text}


def _check_once(name: str, block: Values, lines: dict[str, int], page: Page) -> None:
    place = block.where(CLAUSE_ID)
    if name in lines:
        page.error(
            Code.REPEATED,
            _("the clause `{name}` stands twice: in line {first} and here in line {second}").format(
                name=name, first=lines[name], second=place.line
            ),
            place,
            _("give one of the two another id"),
        )
    lines.setdefault(name, place.line)


def _check_parent(kind: Kind, parent: Kind | None, block: Values, page: Page) -> None:
    if parent in PARENTS[kind]:
        return
    allowed = ", ".join(str(one) if one else _("the top") for one in sorted(PARENTS[kind], key=str))
    message = (
        _("a clause of kind `{kind}` cannot stand in one of kind `{parent}`").format(kind=kind, parent=parent)
        if parent
        else _("a clause of kind `{kind}` cannot stand at the top").format(kind=kind)
    )
    page.error(Code.KIND_IN_PARENT, message, block.where(KIND), _("it stands in: {kinds}").format(kinds=allowed))
