"""Which template wrote a tag of a paper's HTML, and on which line: a paper is made of many files, and the line of its
HTML is a line of none of them.

The paper is made once more, each tag that stands in a template with a mark before it. That costs as much as the paper,
so it is done where something is wrong, and only for the templates of an office.
"""

import re

from jinja2 import nodes

_BEGIN, _END = "\ufdd0", "\ufdd1"
"""Characters that no text may hold."""
_MARK = re.compile(f"{_BEGIN}([^{_END}]*):([0-9]+){_END}")
_TAG = re.compile(r"</?[a-z][a-z0-9]*", re.IGNORECASE)


def marked(tree: nodes.Template, file: str) -> nodes.Template:
    """The same template with a mark before each tag in it, which tells the file and the line."""
    for data in tree.find_all(nodes.TemplateData):
        before, *tags = data.data.split("<")
        line = data.lineno + before.count("\n")
        written = [before]
        for tag in tags:
            written.append(f"{_BEGIN}{file}:{line}{_END}<{tag}")
            line += tag.count("\n")
        data.data = "".join(written)
    return tree


def origin(marked_html: str, line: int, what: str) -> tuple[str, int] | None:
    """The file and the line of the first tag on a line of the HTML that is named in `what`, else of the last one that
    begins there or before."""
    lines = marked_html.split("\n")
    tag = _TAG.search(what)
    here = lines[line - 1] if 0 < line <= len(lines) else ""
    if tag and (found := re.search(rf"{_MARK.pattern}{tag[0]}\b", here)):
        return found[1], int(found[2])
    marks = _MARK.findall("\n".join(lines[:line]))
    return (marks[-1][0], int(marks[-1][1])) if marks else None
