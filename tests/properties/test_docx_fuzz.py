"""Whatever became of a Word file on its way, reading it gives a text, or says in words why not; never anything else.

`HYPOTHESIS_PROFILE=thorough HYPOTHESIS_EXAMPLES=50000 pytest tests/properties/test_docx_fuzz.py` tries 100,000.
"""

import re

from hypothesis import given
from hypothesis import strategies as st

from loi_cli.word.reader import read_docx
from loi_cli.word.taken import Taken, plain
from loi_cli.word.unpacking import UnfitFile
from tests.word.incoming import document, gone, ins, p, packed, parts, r
from tests.word.opened import whole
from tests.word.sample import SAMPLE

_CELL = f"<w:tc>{p(r('a'))}</w:tc>"
_BODY = (
    p(r("to "), gone("promote"), ins(r("develop")), '<w:commentRangeStart w:id="0"/>', r(" trade"))
    + f"<w:tbl><w:tr><w:trPr><w:ins/></w:trPr>{_CELL}{_CELL}</w:tr></w:tbl>"
    + p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>', r("x"), mark="<w:del/>")
    + f"<w:sdt><w:sdtContent>{p(r('b'))}</w:sdtContent></w:sdt>"
)
_SMALL = document(_BODY).decode()
_FILE = packed(parts(_BODY))
_OURS = whole(SAMPLE).data
_TAG = re.compile(r"<[^>]*>")
_NAMES = [
    "w:ins", "w:del", "w:moveFrom", "w:p", "w:r", "w:t", "w:tbl", "w:tr", "w:tc", "w:sdt", "w:fldChar", "w:trPr",
    "w:rPr", "w:pPr", "w:bookmarkStart", "w:commentRangeStart", "w:footnoteReference", "w:pict", "w:txbxContent", "x",
]  # fmt: skip


def check(data: bytes) -> None:
    try:
        text = read_docx(data)
    except UnfitFile as unfit:
        assert unfit.message and unfit.hint
        return
    for taken in Taken:
        plain(text, taken)


slips = st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 255)), min_size=1, max_size=20)


@given(slips, st.sampled_from([_FILE, _OURS]))
def test_bytes_changed(changes: list[tuple[int, int]], file: bytes) -> None:
    data = bytearray(file)
    for at, byte in changes:
        data[at % len(data)] = byte
    check(bytes(data))


@given(st.integers(0, 10**6), st.integers(1, 400), st.sampled_from([_FILE, _OURS]))
def test_a_piece_missing(at: int, length: int, file: bytes) -> None:
    at %= len(file)
    check(file[:at] + file[at + length :])


@given(st.lists(st.tuples(st.integers(0, 500), st.sampled_from(["out", "twice", *_NAMES])), min_size=1, max_size=8))
def test_tags_exchanged(changes: list[tuple[int, str]]) -> None:
    xml = _SMALL
    for number, change in changes:
        tags = list(_TAG.finditer(xml))
        tag = tags[number % len(tags)]
        if change in ("out", "twice"):
            xml = xml[: tag.start()] + tag[0] * (2 * (change == "twice")) + xml[tag.end() :]
        else:
            name = re.match(r"</?([\w:]+)", tag[0])
            xml = re.sub(rf"(</?){re.escape(name[1])}(?=[ />])", rf"\g<1>{change}", xml) if name else xml
    check(packed({**parts(""), "word/document.xml": xml.encode()}))
