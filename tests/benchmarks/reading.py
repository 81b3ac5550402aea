"""Reading inputs with places and all strictness, against the bare events of libyaml for the same bytes."""

import tempfile
from pathlib import Path

from dossiers import write_dossier
from measure import UNIT, cost, table

FILES = 200

EVENTS = """
import yaml
from pathlib import Path
files = sorted(Path({folder!r}, 'inputs').iterdir())[:{count}]
for file in files:
    for event in yaml.parse(file.read_bytes(), yaml.CSafeLoader):
        pass
"""

OURS = """
import yaml
from pathlib import Path
from loi_cli.files.source import Source
from loi_cli.intake.dossier import read_dossier
from loi_cli.intake.inputs import read_input
folder = Path({folder!r})
dossier = read_dossier(Source.read(folder / 'dossier.yaml')).value
files = sorted((folder / 'inputs').iterdir())[:{count}]
for file in files:
    read_input(Source.read(file), dossier, file.stem)
"""

PLAIN = """
import yaml
from pathlib import Path
files = sorted(Path({folder!r}, 'inputs').iterdir())[:{count}]
for file in files:
    yaml.load(file.read_bytes(), yaml.CSafeLoader)
"""


def each(program: str, folder: Path) -> float:
    """What one file costs: that of many less that of one, for what is imported."""
    one, many = (cost(["-c", program.format(folder=str(folder), count=count)]) for count in (1, FILES))
    return (many - one) / (FILES - 1)


def main() -> None:
    with tempfile.TemporaryDirectory() as temporary:
        folder = write_dossier(Path(temporary) / "dossier", FILES)
        events = each(EVENTS, folder)
        rows = [
            ("an input, read into an Input", each(OURS, folder), "libyaml's events", events, 4.0),
            ("yaml.load(…, CSafeLoader), for scale", each(PLAIN, folder), "libyaml's events", events, None),
        ]
    table("Reading one input of five proposals", rows, UNIT)


if __name__ == "__main__":
    main()
