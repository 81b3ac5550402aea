"""Links to files in what a terminal shows (OSC 8), where the terminal is known to follow them."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

_PROGRAMS = frozenset({"Hyper", "WezTerm", "ghostty", "iTerm.app", "rio", "terminology", "vscode", "zed"})
"""Values of TERM_PROGRAM."""
_TERMS = ("alacritty", "foot", "xterm-ghostty", "xterm-kitty")
"""Beginnings of TERM."""
_SIGNS = ("DOMTERM", "KONSOLE_VERSION", "WT_SESSION")
"""Variables that only such terminals set."""
_VTE = 5000
"""GNOME's terminals follow links from 0.50.0 on."""


class Link(NamedTuple):
    """A style that also leads to a file."""

    style: str
    uri: str


def leading_to(path: Path, style: str = "") -> Link:
    """The address names the computer, as `ls --hyperlink` does, so that a terminal on another one is not misled; every
    sign that could end the escape is written as %XX."""
    uri = path.absolute().as_uri()
    name = os.uname().nodename if hasattr(os, "uname") else ""
    if uri.startswith("file:///") and name.replace("-", "").replace(".", "").isalnum() and name.isascii():
        uri = f"file://{name}{uri.removeprefix('file://')}"
    return Link(style, uri)


def follows_links(environment: Mapping[str, str]) -> bool:
    """Whether the terminal is one that shows links. FORCE_HYPERLINK overrules what is known of it (0 is no); NO_COLOR
    says nothing of links, which have no colour. `screen` and `tmux` pass on the variables of the terminal around them,
    and may not pass on links."""
    if (forced := environment.get("FORCE_HYPERLINK")) is not None:
        return forced != "0"
    term = environment.get("TERM", "")
    if term == "dumb" or term.startswith(("screen", "tmux")) or "TMUX" in environment or "CI" in environment:
        return False
    vte = environment.get("VTE_VERSION", "")
    return (
        any(environment.get(sign) for sign in _SIGNS)
        or environment.get("TERM_PROGRAM") in _PROGRAMS
        or term.startswith(_TERMS)
        or (vte.isascii() and vte.isdigit() and int(vte) >= _VTE)
    )
