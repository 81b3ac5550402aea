"""Links to files in a terminal: which terminals get them, and that no name of a file can end one early."""

import io
import re
from pathlib import Path

import pytest

from loi_cli.cli.console import Console, filled
from loi_cli.cli.links import follows_links, leading_to


@pytest.mark.parametrize(
    ("environment", "followed"),
    [
        ({}, False),
        ({"TERM": "xterm-256color"}, False),
        ({"TERM": "xterm-256color", "VTE_VERSION": "7402"}, True),
        ({"TERM": "xterm-256color", "VTE_VERSION": "4901"}, False),
        ({"VTE_VERSION": "new"}, False),
        ({"TERM_PROGRAM": "vscode"}, True),
        ({"TERM_PROGRAM": "Apple_Terminal"}, False),
        ({"WT_SESSION": "2f8c"}, True),
        ({"TERM": "xterm-kitty"}, True),
        ({"TERM": "tmux-256color", "VTE_VERSION": "7402"}, False),
        ({"TERM": "xterm", "TMUX": "/tmp/tmux-1000/default", "VTE_VERSION": "7402"}, False),
        ({"TERM": "dumb", "VTE_VERSION": "7402"}, False),
        ({"CI": "true", "VTE_VERSION": "7402"}, False),
        ({"NO_COLOR": "1", "VTE_VERSION": "7402"}, True),
        ({"FORCE_HYPERLINK": "0", "VTE_VERSION": "7402"}, False),
        ({"FORCE_HYPERLINK": "1", "TERM": "dumb"}, True),
    ],
)
def test_who_gets_links(environment: dict[str, str], followed: bool) -> None:
    assert follows_links(environment) is followed


@pytest.mark.parametrize("name", ["a b", "a\x1b\\b", "a\x07b", "a\nb", "100%", "Министр", "a#1?x", "a;b"])
def test_a_name_cannot_end_its_link(tmp_path: Path, name: str) -> None:
    out = io.StringIO()
    speaker = Console(out, out, False, False, False, links=True)
    speaker.report((name, leading_to(tmp_path / name)))
    link = re.fullmatch(r"\x1b\]8;;(file://[!-~]+)\x1b\\([^\x1b]+)\x1b\]8;;\x1b\\\n", out.getvalue())
    assert link is not None, out.getvalue()
    assert ";" not in link[1].removeprefix("file://") or name == "a;b"


def test_a_link_is_a_style_where_colours_show_and_words_where_nothing_does() -> None:
    for color, links in ((False, False), (True, False), (False, True), (True, True)):
        out = io.StringIO()
        speaker = Console(out, out, color, color, False, links=links)
        speaker.report(*filled("wrote {file}, {n} times", file=("x.yaml", leading_to(Path("/x.yaml"), "name"))))
        assert ("\x1b[36m" in out.getvalue(), "\x1b]8;;" in out.getvalue()) == (color, links)
        bare = re.sub(r"\x1b\[\d+m|\x1b\]8;[^\x1b]*\x1b\\", "", out.getvalue())
        assert bare == "wrote x.yaml, {n} times\n"
