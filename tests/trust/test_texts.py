"""Random words in a clause come out of the Word file of the instrument as they went in: none altered, none missing.

A blank may have become one at which no line breaks, as before a percent sign; nothing else may have.
"""

import io
import unicodedata
from datetime import datetime
from random import Random

import docx

from loi_cli.files.characters import without_forbidden
from loi_cli.model.text import Kind
from loi_cli.model.words import tidy
from loi_cli.render.papers import render_html
from loi_cli.word.typography import NO_BREAK
from loi_cli.word.writer import write_docx
from tests.render.builder import clause, dossier, material, version
from tests.trust.figures import chance, figure
from tests.word.opened import REFERENCE

TEXTS = figure("LOI_TEXTS", 600)
AT_ONCE = 200
NASTY = (
    *("<", ">", "&", "]]>", '"', "'", "<!--", "-->", "&amp;", "<w:p/>", "{{", "}}", "{%", "%}", "{#", "=1+1", "[/red]"),
    *("[link=x]", "\\", "$(", "`", "é", "e\u0301", "ѝ", "ﬁ", "−", "\u00a0", "\u202f", "„", "“", "»", "%1", "😀"),
)
RANGES = ((0x20, 0x7E), (0xA0, 0x24F), (0x370, 0x3FF), (0x400, 0x52F), (0x5D0, 0x5EA), (0x621, 0x64A), (0x1E00, 0x1EFF),
          (0x2010, 0x2027), (0x4E00, 0x4FFF), (0x1F600, 0x1F64F))  # fmt: skip


def words(random: Random) -> str:
    """Words as a file may hold them, without placeholders and brackets; blanks side by side are one on paper."""
    parts = []
    for _part in range(random.randint(1, 12)):
        if random.random() < 0.3:
            parts.append(random.choice(NASTY))
        else:
            first, last = random.choice(RANGES)
            parts.append("".join(chr(random.randint(first, last)) for _letter in range(random.randint(1, 9))))
        if random.random() < 0.6:
            parts.append(" ")
    found = unicodedata.normalize("NFC", "".join(parts))
    found = without_forbidden(found).replace("{", "").replace("}", "").replace("[", "(").replace("]", ")")
    return " ".join(part for part in tidy(found).split(" ") if part)


def ends_with(line: str, words: str) -> bool:
    """Whether a line of the file ends with these words; a no-break space that the sender typed is one still."""
    end = line[-len(words) :]
    return len(end) == len(words) and all(a == b or (a, b) == (NO_BREAK, " ") for a, b in zip(end, words, strict=True))


def test_words_come_back_from_the_instrument_exactly() -> None:
    random = chance("texts")
    done = 0
    while done < TEXTS:
        said = [one for one in (words(random) for _text in range(AT_ONCE)) if one]
        clauses = [clause(f"c{k}", Kind.ARTICLE, one) for k, one in enumerate(said)]
        what = material(version(*clauses), dossier("en"), receiver="BLR")
        data = write_docx(render_html("loi", what), reference=REFERENCE, made=datetime(2022, 1, 18))
        held = [p.text for p in docx.Document(io.BytesIO(data)).paragraphs]
        got = iter(held)
        for one in said:
            assert any(ends_with(line, one) for line in got), f"{one!a} is missing or altered"
        done += len(said)
