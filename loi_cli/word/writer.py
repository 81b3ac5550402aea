"""The Word writer: the HTML of a paper in, the bytes of a .docx out. No file is touched and no clock is read.

    HTML ──reading──> tree ──sections──> stories of blocks ──> XML of parts ──kept──> package

A further kind of block is one more writer in `_BLOCKS`; of inline content, in `inline`; what may stand in the HTML is
written down in `vocabulary`.
"""

from collections.abc import Mapping
from datetime import datetime

from loi_cli.word.bodies import Bodies
from loi_cli.word.bookmarks import bookmark_names
from loi_cli.word.contents import write_contents
from loi_cli.word.footnotes import SETTING
from loi_cli.word.groups import write_group, write_quote
from loi_cli.word.kept import check_kept, words_of
from loi_cli.word.labels import shown_labels
from loi_cli.word.lists import write_list
from loi_cli.word.look import Look
from loi_cli.word.package import Part, pack, settings_xml
from loi_cli.word.paper import Paper
from loi_cli.word.paragraphs import write_loose, write_paragraph, write_rule
from loi_cli.word.place import Place
from loi_cli.word.reading import About, read_html
from loi_cli.word.reference import read_reference
from loi_cli.word.sections import Composed, Margin, Sections
from loi_cli.word.story import Blocks
from loi_cli.word.tables import write_table

_BLOCKS = Blocks(
    writers={
        "p": write_paragraph,
        "h1": write_paragraph,
        "h2": write_paragraph,
        "h3": write_paragraph,
        "h4": write_paragraph,
        "hr": write_rule,
        "ul": write_list,
        "ol": write_list,
        "nav": write_contents,
        "table": write_table,
        "div": write_group,
        "article": write_group,
        "blockquote": write_quote,
    },
    loose=write_loose,
)


def write_docx(
    html: str,
    *,
    reference: bytes,
    made: datetime,
    written: Bodies | None = None,
    page_of: Mapping[str, int] | None = None,
) -> bytes:
    """Make a .docx of an HTML document written in `vocabulary`.

    `reference` is an office's reference.docx: styles, fonts, page. `made` is the time that the file tells of itself.
    `written` are the bodies of sections that were written for other files of the same run, and takes those of this one.
    `page_of` has the page of each bookmark, where a program has laid the paper out, for lists of contents to show;
    without it Word finds the pages when it opens the file. It goes without `written`, whose bodies know no pages.
    The same arguments give the same bytes. Raises UnknownMarkup, WordsLost, ReferenceFault: all of them LoiErrors.
    """
    paper, sections, about = _composed(html, reference, written, page_of or {})
    data = check_kept(sections.words, sections.xml, "word/document.xml")
    for margin in sections.margins:
        check_kept(margin.words, margin.xml, f"word/{margin.name}")
    notes = paper.footnotes.xml()
    if notes:
        check_kept(words_of(paper.footnotes.source), notes, "word/footnotes.xml")
    return pack(data, _parts(paper, about, sections.margins), about.title, about.lang, made)


def _composed(
    html: str, reference: bytes, written: Bodies | None, page_of: Mapping[str, int]
) -> tuple[Paper, Composed, About]:
    """All that the file will hold. The tree of the HTML ends here: it is most of the memory that a long text takes."""
    source = read_html(html)
    if source.body.find("section[@data-restart]") is not None:
        page_of = {}  # pages that are counted anew are not called by their place in the file
    paper = Paper(read_reference(reference), bookmark_names(source.body), shown_labels(source.body), page_of)
    sections = Sections(paper, _BLOCKS, source.body, source.about.watermark, written)
    composed = sections.composed(Place(Look(), 0).inside(source.root).inside(source.body))
    paper.moves.check_paired()
    return paper, composed, source.about


def _parts(paper: Paper, about: About, margins: list[Margin]) -> list[Part]:
    reference = paper.reference
    notes = paper.footnotes.xml()
    settings = settings_xml(reference.settings_xml, notes=SETTING if notes else "", hyphenated=about.hyphenated)
    parts = [
        Part("styles.xml", "styles", "rIdStyles", reference.styles(about.lang).encode()),
        Part("numbering.xml", "numbering", "rIdNumbering", paper.numbering.xml().encode()),
        Part("settings.xml", "settings", "rIdSettings", settings.encode()),
    ]
    if reference.fonts_xml:
        parts.append(Part("fontTable.xml", "fontTable", "rIdFonts", reference.fonts_xml.encode()))
    if reference.theme:
        parts.append(Part("theme/theme1.xml", "theme", "rIdTheme", reference.theme))
    comments = paper.comments.xml()
    if comments:
        parts.append(Part("comments.xml", "comments", "rIdComments", comments.encode()))
    if notes:
        parts.append(Part("footnotes.xml", "footnotes", "rIdFootnotes", notes.encode()))
    parts.extend(Part(m.name, m.kind, m.relation, m.xml.encode()) for m in margins)
    return parts
