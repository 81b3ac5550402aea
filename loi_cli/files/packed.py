"""What comes packed with loi: the templates, and the catalogues of words of protocol by language."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from loi_cli.i18n import _
from loi_cli.model.problems import LoiError

Entries = Mapping[str, object]
"""A catalogue as it is written: words, lists of words, and sections of them."""


@cache
def templates_folder() -> Path:
    """The templates that come with loi: packed beside the package's modules, else beside the package in a checkout."""
    package = Path(__file__).resolve().parents[1]
    for folder in (package / "templates", package.parent / "templates"):
        if (folder / "base.html").is_file():
            return folder
    raise LoiError(_("loi's own templates are missing"), _("Install loi again."))


@cache
def catalogue_entries(language: str) -> Entries | None:
    """The catalogue of exactly this language, as it is written; None where there is none."""
    path = templates_folder() / "catalogues" / f"{language}.yaml"
    if not path.is_file():
        return None
    from loi_cli.files.plain_yaml import plain_yaml

    read = plain_yaml(path.read_text(encoding="utf-8"))
    assert isinstance(read, Mapping)
    return read


@cache
def catalogued_languages() -> tuple[str, ...]:
    """The languages that have a catalogue."""
    return tuple(sorted(path.stem for path in (templates_folder() / "catalogues").glob("*.yaml")))


def words_under(entries: Entries | None, key: str) -> tuple[str, ...]:
    """The words under a dotted key: one, a list of them, or none."""
    found: object = entries
    for part in key.split("."):
        found = found.get(part) if isinstance(found, Mapping) else None
    if isinstance(found, str):
        return (found,)
    return tuple(str(one) for one in found) if isinstance(found, list) else ()
