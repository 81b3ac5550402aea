"""A colleague at the other ministry with Word: edits a paper of ours by lxml alone, with tracking on or off."""

import builtins
import copy
import io
import zipfile
from collections.abc import Callable
from pathlib import Path

from lxml import etree
from lxml.etree import _Element

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
AUTHOR, DATE = "Ivan Petrov", "2022-01-20T10:00:00Z"


def w(name: str) -> str:
    return f"{{{W}}}{name}"


class Colleague:
    """One file open. `tracking` says whether its edits are tracked, as the button in Word does."""

    def __init__(self, file: Path | bytes, *, tracking: bool = True) -> None:
        data = file if isinstance(file, bytes) else file.read_bytes()
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            self.parts = {name: package.read(name) for name in package.namelist()}
        self.root = etree.fromstring(self.parts["word/document.xml"])
        self.tracking = tracking
        self.last = 9000

    def save(self, path: Path) -> Path:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(self.bytes())
        return path

    def bytes(self) -> "builtins.bytes":
        self.parts["word/document.xml"] = etree.tostring(self.root, xml_declaration=True, encoding="UTF-8")
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as package:  # the same bytes on every machine
            for name, data in self.parts.items():
                package.writestr(zipfile.ZipInfo(name), data)
        return out.getvalue()

    def replace(self, old: str, new: str) -> None:
        """Some words within one run for others; an empty `old` is an insertion nowhere, so not allowed."""
        run, text = self._run_with(old)
        before, after = text.split(old, 1)
        self.exchange(run, before, old, new, after)

    def exchange(self, run: _Element, before: str, old: str, new: str, after: str) -> None:
        """A run that reads `before old after` made to read `before new after`."""
        pieces = [self._words(run, before), *self._exchange(run, old, new), self._words(run, after)]
        for piece in pieces:
            if piece is not None:
                run.addprevious(piece)
        self._cut(run)

    def delete_row(self, words: str) -> None:
        self.delete(self._above(self._run_with(words)[0], "tr"))

    def delete(self, row: _Element) -> None:
        if self.tracking:
            self._strike(row)
            self._child(row, "trPr", 0).append(self._mark("del"))
        else:
            self._cut(row)

    def add_row_after(self, words: str, *cells: str) -> None:
        """A row as the one that holds these words, with other words in it and no bookmarks."""
        self.add_after(self._above(self._run_with(words)[0], "tr"), *cells)

    def add_after(self, row: _Element, *cells: str) -> None:
        new = copy.deepcopy(row)
        self.lose_bookmarks(new)
        for cell, text in zip(new.findall(w("tc")), cells, strict=True):
            paragraphs = cell.findall(w("p"))
            self._say(next((p for p in paragraphs if p.find(f".//{w('t')}") is not None), paragraphs[0]), text)
        if self.tracking:
            self._child(new, "trPr", 0).append(self._mark("ins"))
        row.addnext(new)

    def add_paragraph_after(self, words: str, text: str) -> None:
        paragraph = self._above(self._run_with(words)[0], "p")
        new = copy.deepcopy(paragraph)
        self.lose_bookmarks(new)
        self._say(new, text)
        if self.tracking:
            self._child(self._child(new, "pPr", 0), "rPr", None).insert(0, self._mark("ins"))
        paragraph.addnext(new)

    def add_table_like(self, words: str, *texts: str) -> None:
        """After the table that holds these words one of the same shape, with other words in it."""
        table = self._above(self._run_with(words)[0], "tbl")
        new = copy.deepcopy(table)
        self.lose_bookmarks(new)
        for text, said in zip(new.iter(w("t")), texts, strict=True):
            text.text = said
        table.addnext(new)

    def split_before(self, words: str) -> None:
        """A new paragraph begins at these words."""
        run, text = self._run_with(words)
        paragraph = self._above(run, "p")
        second = copy.deepcopy(paragraph)
        self.lose_bookmarks(second)
        paragraph.addnext(second)
        before, after = text.split(words, 1)
        for holder, part in ((paragraph, before), (second, words + after)):
            next(t for t in holder.iter(w("t")) if t.text == text).text = part
        if self.tracking:
            self._child(self._child(paragraph, "pPr", 0), "rPr", None).insert(0, self._mark("ins"))

    def join_with_next(self, words: str) -> None:
        """The end of a paragraph taken out."""
        paragraph = self._above(self._run_with(words)[0], "p")
        self._child(self._child(paragraph, "pPr", 0), "rPr", None).insert(0, self._mark("del"))

    def move_row_after(self, words: str, after: str) -> None:
        """A row to another place, tracked as Word does in tables: deleted there, inserted here."""
        self.move_after(self._above(self._run_with(words)[0], "tr"), self._above(self._run_with(after)[0], "tr"))

    def move_after(self, row: _Element, target: _Element) -> None:
        if not self.tracking:
            target.addnext(row)
            return
        new = copy.deepcopy(row)
        self.lose_bookmarks(new)
        for paragraph in new.iter(w("p")):
            for run in list(paragraph.iter(w("r"))):
                self._wrap(run, "ins")
        self._child(new, "trPr", 0).append(self._mark("ins"))
        target.addnext(new)
        self._strike(row)
        self._child(row, "trPr", 0).append(self._mark("del"))

    def comment(self, on: str, text: str) -> None:
        run, whole = self._run_with(on)
        before, after = whole.split(on, 1)
        self.comment_in(run, before, on, after, text)

    def comment_in(self, run: _Element, before: str, on: str, after: str, text: str) -> None:
        name = str(sum(b"<w:comment " in data for data in self.parts.values()) + self.last)
        self.last += 1
        start, end = etree.Element(w("commentRangeStart")), etree.Element(w("commentRangeEnd"))
        for edge in (start, end):
            edge.set(w("id"), name)
        mark = etree.Element(w("r"))
        etree.SubElement(mark, w("commentReference")).set(w("id"), name)
        for piece in (self._words(run, before), start, self._words(run, on), end, mark, self._words(run, after)):
            if piece is not None:
                run.addprevious(piece)
        self._cut(run)
        self._add_comment(name, text)

    def lose_bookmarks(self, element: _Element | None = None) -> None:
        """As a converter does."""
        for tag in ("bookmarkStart", "bookmarkEnd"):
            for mark in list((self.root if element is None else element).iter(w(tag))):
                self._cut(mark)

    def lose_margins(self) -> None:
        """No header or footer says which version it is."""
        for name in [name for name in self.parts if name.startswith(("word/header", "word/footer"))]:
            root = etree.fromstring(self.parts[name])
            for text in root.iter(w("t")):
                text.text = ""
            self.parts[name] = etree.tostring(root)

    def _run_with(self, words: str) -> tuple[_Element, str]:
        """The run with these words, and all its words; whoever changes them types plain blanks."""
        found = []
        for run in self.root.iter(w("r")):
            texts = list(run.iter(w("t")))
            text = "".join(t.text or "" for t in texts).replace("\u00a0", " ")
            if words in text:
                found.append((run, text))
                for t in texts:
                    t.text = (t.text or "").replace("\u00a0", " ")
        assert len(found) == 1, f"{words!r} stands in {len(found)} runs"
        return found[0]

    def _exchange(self, run: _Element, old: str, new: str) -> list[_Element | None]:
        if not self.tracking:
            return [self._words(run, new)]
        out: list[_Element | None] = []
        if old:
            gone = self._mark("del")
            struck = self._words(run, old)
            assert struck is not None
            for text in struck.iter(w("t")):
                text.tag = w("delText")
            gone.append(struck)
            out.append(gone)
        put = self._words(run, new)
        if put is not None:
            come = self._mark("ins")
            come.append(put)
            out.append(come)
        return out

    def _say(self, paragraph: _Element, text: str) -> None:
        """The words of a paragraph for others, whole, in the look of its first run."""
        runs = [run for run in paragraph.iter(w("r")) if run.find(w("t")) is not None]
        runs = runs or [etree.SubElement(paragraph, w("r"))]
        new = self._words(runs[0], text)
        assert new is not None
        runs[0].addprevious(new)
        for run in runs:
            self._cut(run)
        if self.tracking:
            self._wrap(new, "ins")

    def _strike(self, element: _Element) -> None:
        for run in list(element.iter(w("r"))):
            for text in run.iter(w("t")):
                text.tag = w("delText")
            self._wrap(run, "del")

    def _wrap(self, run: _Element, kind: str) -> None:
        mark = self._mark(kind)
        run.addprevious(mark)
        mark.append(run)

    def _words(self, run: _Element, text: str) -> _Element | None:
        if not text:
            return None
        new = copy.deepcopy(run)
        for old in [child for child in new if child.tag != w("rPr")]:
            new.remove(old)
        element = etree.SubElement(new, w("t"))
        element.text = text
        element.set(SPACE, "preserve")
        return new

    def _mark(self, kind: str) -> _Element:
        self.last += 1
        mark = etree.Element(w(kind))
        for name, value in (("id", str(self.last)), ("author", AUTHOR), ("date", DATE)):
            mark.set(w(name), value)
        return mark

    def _add_comment(self, name: str, text: str) -> None:
        comments = self.parts.get("word/comments.xml", f'<w:comments xmlns:w="{W}"/>'.encode())
        root = etree.fromstring(comments)
        comment = etree.SubElement(root, w("comment"))
        for key, value in (("id", name), ("author", AUTHOR), ("date", DATE)):
            comment.set(w(key), value)
        run = etree.SubElement(etree.SubElement(comment, w("p")), w("r"))
        etree.SubElement(run, w("t")).text = text
        if "word/comments.xml" not in self.parts:
            relations = etree.fromstring(self.parts["word/_rels/document.xml.rels"])
            added = etree.SubElement(relations, relations[0].tag)
            added.set("Id", "rIdComments")
            added.set("Type", "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments")
            added.set("Target", "comments.xml")
            self.parts["word/_rels/document.xml.rels"] = etree.tostring(relations)
            types = etree.fromstring(self.parts["[Content_Types].xml"])
            override = etree.SubElement(types, types[-1].tag)
            override.set("PartName", "/word/comments.xml")
            kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
            override.set("ContentType", kind)
            self.parts["[Content_Types].xml"] = etree.tostring(types)
        self.parts["word/comments.xml"] = etree.tostring(root)

    @staticmethod
    def _child(element: _Element, name: str, at: int | None) -> _Element:
        found = element.find(w(name))
        if found is None:
            found = etree.Element(w(name))
            element.insert(len(element) if at is None else at, found)
        return found

    @staticmethod
    def _above(element: _Element, name: str) -> _Element:
        return next(above for above in element.iterancestors(w(name)))

    @staticmethod
    def _cut(element: _Element) -> None:
        parent = element.getparent()
        assert parent is not None
        parent.remove(element)


Edit = Callable[[Colleague], None]
