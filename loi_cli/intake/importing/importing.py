"""A draft read into a first concept: bytes of a file -> lines -> languages -> trees -> clauses -> concept.yaml."""

from collections.abc import Sequence
from dataclasses import dataclass

from loi_cli.files.source import Source
from loi_cli.i18n import _
from loi_cli.intake.concept import read_concept
from loi_cli.intake.importing.joining import Draft, joined
from loi_cli.intake.importing.lines import SORTS, Lines, Remainder, from_markdown, from_plain, from_word
from loi_cli.intake.importing.naming import name_all
from loi_cli.intake.importing.nodes import Doubt
from loi_cli.intake.importing.outline import outlined
from loi_cli.intake.importing.references import refer
from loi_cli.intake.importing.tongues import apart, numbered_anew, possible
from loi_cli.intake.importing.writing import concept_text
from loi_cli.model.dossier import Dossier
from loi_cli.model.problems import LoiError
from loi_cli.model.text import Kind, Text


@dataclass(frozen=True, slots=True)
class Recognised:
    """One clause in one language: what it was taken for, by what."""

    clause: str
    kind: Kind
    language: str
    how: str
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """`data` is the concept.yaml to be, `text` what it holds; `title` and `parties` are the words that dossier.yaml
    says, by language."""

    data: bytes
    text: Text
    languages: tuple[str, ...]
    title: dict[str, tuple[str, ...]]
    parties: dict[str, tuple[str, ...]]
    recognised: tuple[Recognised, ...]
    references: int
    doubts: tuple[Doubt, ...]
    left_out: tuple[Remainder, ...]


def import_draft(data: bytes, name: str, dossier: Dossier | None, languages: Sequence[str]) -> Imported:
    """Understand a draft. `languages` are those that it is in, in the order of its columns; empty where it tells.

    Raises UnfitFile, BadInput or LoiError for what is no draft.
    """
    found = _lines(data, name)
    known, named = possible(languages, dossier.languages if dossier else ())
    streams, beside = apart(numbered_anew(found.lines), known, named)
    outlines = [outlined(lines, language) for language, lines in streams.items()]
    doubts = [Doubt(why, "", name) for why in found.doubts]
    doubts += [doubt for one in outlines for doubt in one.doubts]
    drafts = joined({one.language: one.nodes for one in outlines if one.nodes}, doubts)
    drafts = list(_speaking(drafts, doubts))
    if not drafts:
        raise LoiError(
            _("{file}: no clause was recognised in it").format(file=name),
            _("articles begin with a word such as “Article 5”, a heading, or a number; is it the right file, or the "
              "right --language?"),
        )  # fmt: skip
    name_all(drafts)
    references = refer(drafts, doubts, dossier is not None and dossier.profile.non_binding)
    recognised = tuple(_recognised(drafts))
    doubts += _brackets(drafts)
    left_out = (*found.beside, *beside, *(one for outline in outlines for one in outline.left_out))
    text = concept_text(drafts, name, doubts, left_out)
    source = Source.from_bytes("concept.yaml", text.encode())
    return Imported(
        data=source.data,
        text=read_concept(source, dossier).value,
        languages=tuple(streams),
        title={one.language: tuple(one.title) for one in outlines},
        parties={one.language: tuple(one.parties) for one in outlines},
        recognised=recognised,
        references=references,
        doubts=tuple(doubts),
        left_out=left_out,
    )


def _lines(data: bytes, name: str) -> Lines:
    suffix = f".{name.rsplit('.', 1)[-1].lower()}" if "." in name else ""
    if data.startswith((b"PK", b"\xd0\xcf\x11\xe0")) or suffix == ".docx":
        return from_word(data)
    if suffix not in SORTS:
        raise LoiError(
            _("{file} is no draft that can be read").format(file=name),
            _("it is a .docx, a .md or a .txt; open others in Word or LibreOffice, and save them as .docx"),
        )
    text = Source.from_bytes(name, data).text
    return from_markdown(text) if suffix in (".md", ".markdown") else from_plain(text)


def _speaking(drafts: Sequence[Draft], doubts: list[Doubt]) -> list[Draft]:
    """Clauses that say something: a label without words is no clause, and is told."""
    found = []
    for draft in drafts:
        draft.children = _speaking(draft.children, doubts)
        if draft.heading or draft.text or draft.children:
            found.append(draft)
        else:
            doubts.append(Doubt(_("a number without words is left out"), draft.first.line.text, draft.first.place))
    return found


def _recognised(drafts: Sequence[Draft]) -> list[Recognised]:
    found: list[Recognised] = []
    for draft in drafts:
        for language, node in draft.nodes.items():
            found.append(Recognised(draft.id, draft.kind, language, node.how, node.place))
        found += _recognised(draft.children)
    return found


def _brackets(drafts: Sequence[Draft]) -> list[Doubt]:
    """Square brackets are words that the draft leaves open; a concept takes them as they stand."""
    return [
        Doubt(_("square brackets stay as typed"), text, draft.nodes[language].place)
        for draft in _all(drafts)
        for language, text in (draft.heading | draft.text).items()
        if "[" in text and language in draft.nodes
    ]


def _all(drafts: Sequence[Draft]) -> list[Draft]:
    return [one for draft in drafts for one in (draft, *_all(draft.children))]
