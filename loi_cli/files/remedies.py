"""What to do when YAML cannot be read: nearly always, words begin with or hold a sign that YAML keeps for itself."""

import re

from yaml.error import MarkedYAMLError

from loi_cli.files.codes import Code
from loi_cli.files.cut_words import refuse_cut_words, words_cut
from loi_cli.files.nodes import Mark, ScalarNode
from loi_cli.files.page import Page
from loi_cli.i18n import _

_KEYED = re.compile(r"(?P<indent>\s*(?:- +)*)(?:(?P<key>[^\s:#'\"\[\]{},]+):(?:\s+|$))?(?P<value>.*)")
_SIGNS = "[]{}@*&!%`|>'\",#?"
_QUOTED = "while scanning a quoted scalar"
_KEY = "while scanning a simple key"


def own_line_remedy(line: str) -> str:
    """How to write words of this line so that YAML leaves them alone."""
    if (match := _KEYED.match(line)) and match["key"]:
        return _("if these are words: write `{key}: |` and put the words on the next line, indented").format(
            key=match["key"]
        )
    if match and "-" in match["indent"]:
        return _("if these are words: write `- |` and put the words on the next line, indented")
    return _("if these are words: write `key: |` with their key and put the words on the next line, indented")


def syntax_problem(page: Page, error: MarkedYAMLError, last: ScalarNode | None, opener: Mark | None) -> None:
    """Add what made YAML stop, in words for people who do not know YAML; not where the line has a problem already.

    `last` are the last words that could be read: often the cause. `opener` is the outermost bracket or brace that was
    still open.
    """
    mark: Mark | None = error.problem_mark
    if opener is None and error.context == _QUOTED:
        opener = error.context_mark
    if error.context == _KEY or mark is None:
        mark = error.context_mark
    assert mark
    if mark.line in page.spoilt:
        return
    if (
        last is not None
        and not last.style
        and words_cut(page, last, comments_too=True)
        and _follows(last, mark, opener)
    ):
        refuse_cut_words(page, last)
        return
    where = mark
    if opener is not None:
        where = opener
        message, remedy = _unclosed(page, opener, mark)
    elif last is not None and last.style in ("'", '"') and last.start.line < last.end.line == mark.line:
        where = last.start
        message = _("the {sign} that begins here closes only in line {line}, and words follow it there").format(
            sign=last.style, line=mark.line + 1
        )
        remedy = own_line_remedy(page.source.line(last.start.line + 1))
    else:
        message, remedy = _explained(page.source.line(mark.line + 1), mark.column, error.problem or "")
    page.spoilt.add(where.line)
    page.error(Code.SYNTAX, message, where, remedy)


def _follows(last: ScalarNode, mark: Mark, opener: Mark | None) -> bool:
    return opener.index <= last.start.index if opener is not None else 0 <= mark.line - last.end.line <= 1


def _unclosed(page: Page, opener: Mark, mark: Mark) -> tuple[str, str]:
    line = page.source.line(opener.line + 1)
    sign = page.source.text[opener.index]
    closing = {"[": "]", "{": "}"}.get(sign)
    if closing and opener.line == mark.line and closing in line[mark.column :]:
        return (
            _("what stands between {sign} and {closing} cannot be read").format(sign=sign, closing=closing),
            own_line_remedy(line)
            + _("; if these are keys: write each on a line of its own, or put words that hold `:` or `,` in quotes"),
        )
    return _("the {sign} that begins here is not closed").format(sign=sign), own_line_remedy(line)


def _explained(line: str, column: int, problem: str) -> tuple[str, str]:
    """Message and remedy for a line that YAML cannot read from a column on."""
    match = _KEYED.match(line)
    assert match
    key, value = match["key"], match["value"].strip()
    if "\t" in line[: column + 1]:
        return _("a tab stands where YAML wants spaces"), _("replace the tab by spaces")
    if "escape" in problem or "hexdec" in problem:
        return (
            _("a backslash between double quotes begins an escape, and this one means nothing"),
            _("put the words in single quotes, or write the backslash twice"),
        )
    if value and value[0] in _SIGNS:
        return (
            _("YAML gives `{sign}` at the beginning of a value a meaning of its own").format(sign=value[0]),
            own_line_remedy(line),
        )
    if key and value.startswith("- "):
        return _("YAML takes `- ` at the beginning of a value for a list"), own_line_remedy(line)
    if key and (": " in value or value.endswith(":")):
        return _("YAML takes the `: ` in these words for a key"), own_line_remedy(line)
    if not key and ":" in value:
        return _("this line is not understood"), _("after a key stand a colon and a space: `key: value`")
    if not key and value:
        return (
            _("this line has no key, and does not continue the line above"),
            _("words on several lines: write `key: |` and put all of them on the next lines, indented alike"),
        )
    return (
        _("this line does not fit the lines above it"),
        _("look at the indentation: keys that belong together begin in the same column"),
    )
