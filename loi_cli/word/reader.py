"""A Word file read: its text with all tracked changes, its comments, what its margins say. It is never re-saved."""

from collections.abc import Iterator

from lxml.etree import _Element

from loi_cli.i18n import _
from loi_cli.word.markup import w
from loi_cli.word.parts import STRICT, Parts, open_parts
from loi_cli.word.revised import Block, Comment, RevisedText
from loi_cli.word.taken import Taken, plain
from loi_cli.word.unpacking import UnfitFile
from loi_cli.word.walking import Walk, written_at

_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"


def read_docx(data: bytes) -> RevisedText:
    """Read the bytes of a .docx. Raises UnfitFile for what is no sound Word file, or is not let in."""
    parts = open_parts(data)
    root = parts.tree(parts.main)
    body = root.find(w("body"))
    if body is None:
        if root.tag.startswith(f"{{{STRICT}"):
            raise UnfitFile(
                _("it is saved as “Strict Open XML”"), _("save it in Word as “Word Document (.docx)” instead")
            )
        raise UnfitFile(_("it has no text in it"), _("ask for it once more"))
    walk = Walk()
    try:
        blocks = tuple(walk.story(body))
        notes = dict(_notes(parts, walk))
        comments = tuple(_comments(parts, walk))
        margins = tuple(_margins(parts))
    except RecursionError:
        raise UnfitFile(_("its parts are nested too deeply"), _("save it anew in Word")) from None
    return RevisedText(
        blocks=blocks,
        notes=notes,
        comments=comments,
        margins=margins,
        formatting=walk.formatting,
        links=parts.links,
    )


def _notes(parts: Parts, walk: Walk) -> Iterator[tuple[str, tuple[Block, ...]]]:
    for kind in ("footnote", "endnote"):
        for root in parts.trees(f"{kind}s"):
            for note in root.iterchildren(w(kind)):
                yield f"{kind} {note.get(w('id')) or ''}", tuple(walk.story(note))


def _margins(parts: Parts) -> Iterator[str]:
    for kind in ("header", "footer"):
        for root in parts.trees(kind):
            yield from (words for words in _words(root) if words.strip())


def _comments(parts: Parts, walk: Walk) -> Iterator[Comment]:
    threads = dict(_threads(parts))
    by_paragraph: dict[str, str] = {}
    for root in parts.trees("comments"):
        elements = list(root.iterchildren(w("comment")))
        for element in elements:
            for paragraph in element.iter(w("p")):
                by_paragraph[paragraph.get(_W14 + "paraId") or ""] = element.get(w("id")) or ""
        for element in elements:
            name = element.get(w("id")) or ""
            above = next(
                (threads[p] for e in element.iter(w("p")) if (p := e.get(_W14 + "paraId") or "") in threads), ""
            )
            yield Comment(
                id=name,
                author=element.get(w("author")) or "",
                date=written_at(element),
                text="\n".join(_words(element)).strip(),
                about=walk.about(name),
                answers=by_paragraph.get(above, "") if above else "",
            )


def _threads(parts: Parts) -> Iterator[tuple[str, str]]:
    """Of each reply its last paragraph, and that of the comment that it answers."""
    for root in parts.trees("commentsExtended"):
        for element in root.iter(_W15 + "commentEx"):
            above = element.get(_W15 + "paraIdParent")
            if above:
                yield element.get(_W15 + "paraId") or "", above


def _words(element: _Element) -> tuple[str, ...]:
    """The words of a small story, all changes taken."""
    blocks = tuple(Walk().story(element))
    small = RevisedText(blocks=blocks, notes={}, comments=(), margins=(), formatting=0, links=())
    return plain(small, Taken.ALL)
