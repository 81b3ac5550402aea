"""Every kind of change that a redline can hold: the HTML of it, the HTML without it, the HTML with it."""

from typing import NamedTuple

_BY = 'data-author="BLR" data-date="2022-01-31"'


class Pair(NamedTuple):
    """`marked` shows the way from `old` to `new`; `tables`: pandoc does not read what happens to their rows."""

    marked: str
    old: str
    new: str
    tables: bool = False


def _p(words: str, change: str = "") -> str:
    return f"<p{change}>{words}</p>"


def _rows(*rows: str, change: str = "") -> str:
    return f'<table class="grid"{change}>{"".join(rows)}</table>'


def _row(*cells: str, change: str = "") -> str:
    return f"<tr{change}>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"


def _ins(words: str) -> str:
    return f"<ins {_BY}>{words}</ins>"


def _del(words: str) -> str:
    return f"<del {_BY}>{words}</del>"


def _whole(kind: str, move: str = "") -> str:
    return f' data-change="{kind}" {_BY}' + (f' data-move="{move}"' if move else "")


_IN, _OUT, _FROM, _TO = _whole("inserted"), _whole("deleted"), _whole("moved-from", "m"), _whole("moved-to", "m")
_A, _B, _C, _D = (_p(f"The {name} paragraph.") for name in ("first", "second", "third", "fourth"))
_A_IN, _B_IN, _B_OUT = _A.replace("<p", f"<p{_IN}"), _B.replace("<p", f"<p{_IN}"), _B.replace("<p", f"<p{_OUT}")
_SPLIT = _p("One.") + _p("(2) Two.")

KINDS = {
    "words put in": Pair(_p(f"a {_ins('new ')}word"), _p("a word"), _p("a new word")),
    "words taken out": Pair(_p(f"an {_del('old ')}word"), _p("an old word"), _p("an word")),
    "words replaced": Pair(_p(f"an {_del('old')}{_ins('new')} <b>word</b>"), _p("an old word"), _p("an new word")),
    "a paragraph put in": Pair(_A + _B_IN + _C, _A + _C, _A + _B + _C),
    "a paragraph taken out": Pair(_A + _B_OUT + _C, _A + _B + _C, _A + _C),
    "the first paragraph put in": Pair(_A_IN + _B, _B, _A + _B),
    "the first paragraph taken out": Pair(_A.replace("<p", f"<p{_OUT}") + _B, _A + _B, _B),
    "the last paragraph put in": Pair(_A + _B_IN, _A, _A + _B),
    "the last paragraph taken out": Pair(_A + _B_OUT, _A + _B, _A),
    "the last paragraph replaced": Pair(_A + _B_OUT + _C.replace("<p", f"<p{_IN}"), _A + _B, _A + _C),
    "the only paragraph put in before a table": Pair(
        _A_IN + _rows(_row("a", "b")), _rows(_row("a", "b")), _A + _rows(_row("a", "b")), tables=True
    ),
    "a paragraph split": Pair(
        f'<p data-mark="inserted" {_BY}>One.{_del(" ")}</p><p>{_ins("(2) ")}Two.</p>' + _C,
        _p("One. Two.") + _C, _SPLIT + _C,
    ),
    "two paragraphs joined": Pair(
        f'<p data-mark="deleted" {_BY}>One.{_ins(" ")}</p><p>{_del("(2) ")}Two.</p>' + _C,
        _SPLIT + _C, _p("One. Two.") + _C,
    ),
    "two paragraphs joined by a word": Pair(
        f'<p data-mark="deleted" {_BY}>One{_del(".")}</p>' + _p(f"{_del('(2) Two')}{_ins(' and two')} more.") + _C,
        _p("One.") + _p("(2) Two more.") + _C, _p("One and two more.") + _C,
    ),
    "paragraphs moved": Pair(
        _A + f"<div{_FROM}>{_B}{_C}</div>" + _D + f"<div{_TO}>{_B}{_C}</div>" + _A,
        _A + _B + _C + _D + _A, _A + _D + _B + _C + _A,
    ),
    "a paragraph moved to the end": Pair(
        f"<div{_FROM}>{_A}</div>{_B}<div{_TO}>{_A}</div>", _A + _B, _B + _A
    ),
    "a paragraph reworded on its way": Pair(
        _A + _p(f"{_del('(1) ')}we {_del('may')} agree{_del(' soon')}", _FROM) + _B
        + _p(f"{_ins('(2) ')}we {_ins('shall')} agree{_ins(' now')}", _TO) + _C,
        _A + _p("(1) we may agree soon") + _B + _C, _A + _B + _p("(2) we shall agree now") + _C,
    ),
    "words put in at an end, and a paragraph below": Pair(
        _p(f"a {_ins('b')}") + _B_IN + _C, _p("a") + _C, _p("a b") + _B + _C
    ),
    "words put in on both sides of an end": Pair(
        _p(f"a {_ins('b')}") + _p(f"{_ins('c ')}d"), _p("a") + _p("d"), _p("a b") + _p("c d")
    ),
    "words taken out on both sides of an end": Pair(
        _p(f"a{_del(' b')}") + _p(f"{_del('c ')}d"), _p("a b") + _p("c d"), _p("a") + _p("d")
    ),
    "an item of an inner list": Pair(
        f"<ul><li>a<ul><li{_IN}>b</li><li>c</li></ul></li><li{_OUT}>d</li></ul>" + _A,
        "<ul><li>a<ul><li>c</li></ul></li><li>d</li></ul>" + _A,
        "<ul><li>a<ul><li>b</li><li>c</li></ul></li></ul>" + _A, tables=True,
    ),
    "a paragraph of a cell": Pair(
        _rows(_row("x", f"{_A}{_B_IN}")) + _C, _rows(_row("x", _A)) + _C, _rows(_row("x", _A + _B)) + _C, tables=True
    ),
    "a row put in": Pair(
        _rows(_row("a", "b"), _row("c", "d", change=_IN)) + _A,
        _rows(_row("a", "b")) + _A, _rows(_row("a", "b"), _row("c", "d")) + _A, tables=True,
    ),
    "a row taken out": Pair(
        _rows(_row("a", "b", change=_OUT), _row("c", "d")) + _A,
        _rows(_row("a", "b"), _row("c", "d")) + _A, _rows(_row("c", "d")) + _A, tables=True,
    ),
    "a row moved": Pair(
        _rows(_row("a", "b", change=_FROM), _row("c", "d"), _row("a", "b", change=_TO)) + _A,
        _rows(_row("a", "b"), _row("c", "d")) + _A, _rows(_row("c", "d"), _row("a", "b")) + _A, tables=True,
    ),
    "a table taken out": Pair(
        _A + _rows(_row("a", "b"), change=_OUT) + _B, _A + _rows(_row("a", "b")) + _B, _A + _B, tables=True
    ),
    "text replaced by a table": Pair(
        _A + _B_OUT + _rows(_row("a", "b"), change=_IN) + _C, _A + _B + _C, _A + _rows(_row("a", "b")) + _C, tables=True
    ),
    "the last paragraph before a table taken out": Pair(
        _A + _B_OUT + _rows(_row("a", "b")), _A + _B + _rows(_row("a", "b")), _A + _rows(_row("a", "b")), tables=True
    ),
    "the only paragraph after a table taken out": Pair(
        _rows(_row("a", "b")) + _B_OUT, _rows(_row("a", "b")) + _B, _rows(_row("a", "b")), tables=True
    ),
}  # fmt: skip
