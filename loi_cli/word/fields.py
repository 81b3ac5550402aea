"""Fields: what Word works out when it lays a paper out. Each holds the result that was known when it was written."""

from loi_cli.word.look import Look
from loi_cli.word.runs import Runs

PAGE = "PAGE"
PAGES = "NUMPAGES"


def field(runs: Runs, code: str, shown: str, look: Look) -> None:
    """One field with its cached result; a result not known yet is marked for Word to work out at once."""
    dirty = "" if shown else ' w:dirty="true"'
    runs.special(f'<w:fldChar w:fldCharType="begin"{dirty}/>', look)
    runs.code(f" {code} ", look)
    runs.special('<w:fldChar w:fldCharType="separate"/>', look)
    if shown:
        runs.words(shown, look)
    runs.special('<w:fldChar w:fldCharType="end"/>', look)


def page_reference(runs: Runs, bookmark: str, shown: str, look: Look) -> None:
    """The page on which a bookmark stands."""
    field(runs, f"PAGEREF {bookmark} \\h", shown, look)


def clause_reference(runs: Runs, bookmark: str, label: str, look: Look) -> None:
    """The label of the clause at a bookmark: it follows when an article is put in or taken out in Word.

    For the whole label only. The number alone, or a label in another case of the language, would need a switch that
    LibreOffice does not know (seen: `\\t` gives the whole label in a PDF); such a reference is a link with its words.
    """
    field(runs, f"REF {bookmark} \\n \\h", label, look)
