"""The templates that papers are made with: an office's own before loi's."""

from pathlib import Path
from typing import NamedTuple

from loi_cli.files.packed import templates_folder
from loi_cli.i18n import _
from loi_cli.model.problems import LoiError


class Stationery(NamedTuple):
    """The folders that templates are taken from, the first that has one: an office's own, then loi's."""

    folders: tuple[Path, ...]

    @property
    def reference_file(self) -> Path:
        """The reference.docx in use: styles, page, fonts."""
        files = (folder / "reference.docx" for folder in (*self.folders, templates_folder()))
        return next(file for file in files if file.is_file())

    @property
    def reference(self) -> bytes:
        return self.reference_file.read_bytes()


def stationery(dossier: Path, given: Path | None = None) -> Stationery:
    """`given` (--templates), then the dossier's own folder. Raises LoiError where `given` is no folder."""
    if given is not None and not given.is_dir():
        raise LoiError(_("there is no folder {folder}").format(folder=given), _("`loi templates copy NAME` begins one"))
    return Stationery(tuple(folder for folder in (given, dossier / "templates") if folder and folder.is_dir()))
