"""The README's picture of a terminal shows what a terminal shows."""

import io
import re
from pathlib import Path

from rich._export_format import CONSOLE_SVG_FORMAT
from rich.console import Console
from rich.text import Text

from tests.journeys.desk import Desk
from tests.journeys.terminal import Terminal
from tests.reviewed import as_reviewed

PICTURE = Path(__file__).parents[2] / ".readme" / "terminal.svg"
COMMANDS = (("conflicts", "desire"), ("diff", "v1", "head", "--clause", "areas", "--language", "en"))
OWN_FONTS = re.sub(r"@font-face \{\{.*?\}\}\s*", "", CONSOLE_SVG_FORMAT, flags=re.DOTALL)
"""Rich's frame of a window, which fetches no font from anywhere."""


def test_the_picture_of_a_terminal_is_what_it_shows(example: Desk) -> None:
    screen = Console(record=True, width=96, file=io.StringIO(), force_terminal=True, color_system="standard")
    for arguments in COMMANDS:
        with Terminal(example, *arguments, columns=96, NO_COLOR="", LOI_LANG="en", LOI_PAGER="") as terminal:
            terminal.leaves()
        screen.print(Text.assemble("$ ", ("loi " + " ".join(arguments), "bold")))
        screen.print(Text.from_ansi(terminal.shown))
    as_reviewed(PICTURE, screen.export_svg(title="loi", unique_id="loi", code_format=OWN_FONTS))
