"""JSON Schemas of the files that people write, for editors; made from the shapes that the reader follows."""

from typing import Any

from loi_cli.files.shapes import Schema, Shape, document
from loi_cli.intake.concept import CONCEPT
from loi_cli.intake.decision_list import LIST
from loi_cli.intake.dossier import DOSSIER
from loi_cli.intake.inputs import INPUT_FILE
from loi_cli.intake.meetings import MEETING
from loi_cli.intake.minutes import MINUTES_FILE
from loi_cli.intake.records.reading import RECORD

_SHAPES: dict[str, Shape[Any]] = {
    "dossier": DOSSIER,
    "concept": CONCEPT,
    "input": INPUT_FILE,
    "record": RECORD,
    "meeting": MEETING,
    "minutes": MINUTES_FILE,
    "decisions": LIST,
}
SCHEMA_NAMES = tuple(_SHAPES)


def schema(name: str) -> Schema:
    """The JSON Schema (draft 2020-12) of one kind of file. Raises KeyError for a name not in SCHEMA_NAMES."""
    return document(name, _SHAPES[name])
