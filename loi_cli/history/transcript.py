"""A stored version as lines of text: what `git diff` shows of a file that holds everything on two lines."""

from collections.abc import Iterator
from pathlib import Path

from loi_cli.history.canonical import parsed
from loi_cli.history.encoding import decoded_text
from loi_cli.model.numbering import numbers
from loi_cli.model.words import Bracket, shown


def transcript(path: Path) -> Iterator[str]:
    """The header, the inputs, and every clause with its words, a line each.

    Git hands a copy under another name, so the name is no proof of what is in it. Raises ValueError, KeyError or
    TypeError for a file that is no version.
    """
    head, body = (parsed(line) for line in path.read_bytes().split(b"\n")[:2])
    text = decoded_text(body["text"], body["provenance"])
    yield f"v{head['number']}  {head['time']}  {head['author']}"
    yield head["message"]
    yield f"text {head['text_hash']}"
    for parent in head["parents"]:
        yield f"parent {parent}"
    for name, digest in (*body["inputs"], *body["decisions"]):
        yield f"holds {name} {digest[:12]}"
    number = numbers(text)
    for clause in text:
        yield ""
        within = f" in {clause.parent}" if clause.parent else ""
        yield f"{clause.id} ({number[clause.id] or clause.kind.value}{within})"
        for field, bracket in (("exists", clause.exists), ("place", clause.place)):
            if bracket is not None:
                yield f"  {field}: {Bracket(bracket.base, bracket.readings).shown}"
        for name, fields in (("heading.", clause.heading), ("", clause.text)):
            for language, words in fields.items():
                yield f"  {name}{language}: {shown(words)}"
