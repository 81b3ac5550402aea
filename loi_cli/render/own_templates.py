"""Where the templates that come with loi are; apart from `environment`, since catalogues of words need no Jinja."""

from functools import cache
from pathlib import Path

from loi_cli.i18n import _
from loi_cli.model.problems import LoiError


@cache
def templates_folder() -> Path:
    """The templates that come with loi: packed beside the package's modules, else beside the package in a checkout."""
    package = Path(__file__).resolve().parents[1]
    for folder in (package / "templates", package.parent / "templates"):
        if (folder / "base.html").is_file():
            return folder
    raise LoiError(_("loi's own templates are missing"), _("Install loi again."))
