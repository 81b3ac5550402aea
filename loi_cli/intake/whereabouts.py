"""Where a dossier is: found by its dossier.yaml, before anything of it is read."""

from pathlib import Path

from loi_cli.i18n import _
from loi_cli.model.problems import LoiError

MANIFEST = "dossier.yaml"


def find_dossier(given: Path | None, here: Path) -> Path:
    """The dossier's folder: the one given; else `here` or the nearest parent that holds a dossier.yaml; else the only
    dossier below ./drafts. Raises LoiError."""
    if given is not None:
        folder = given.parent if given.name == MANIFEST else given
        if (folder / MANIFEST).is_file():
            return folder
        raise LoiError(
            _("{folder} holds no dossier.yaml").format(folder=folder),
            _("`loi init {folder}` writes one").format(folder=folder),
        )
    for folder in (here, *here.parents):
        if (folder / MANIFEST).is_file():
            return folder
    below = _below(here if here.name == "drafts" else here / "drafts")
    if len(below) == 1:
        return below[0]
    if below:
        raise LoiError(
            _("there are {count} dossiers below drafts: {names}").format(
                count=len(below), names=", ".join(p.name for p in below)
            ),
            _("name one: `loi -C {first} …`").format(first=below[0].relative_to(here)),
        )
    raise LoiError(
        _("there is no dossier here: no dossier.yaml in this folder, above it, or below drafts"),
        _("`loi init DIR` writes a new one; `loi -C DIR …` names one elsewhere"),
    )


def all_dossiers(given: Path | None, here: Path) -> tuple[Path, ...]:
    """Every dossier in the folder given, or beside the dossier given; else below ./drafts; else beside the one that
    `here` is in. Raises LoiError where there is none."""
    if given is not None and not (given.name == MANIFEST or (given / MANIFEST).is_file()):
        if found := _below(given) or _below(given / "drafts"):
            return found
    elif given is None and (found := _below(here if here.name == "drafts" else here / "drafts")):
        return found
    return _below(find_dossier(given, here).absolute().parent)


def _below(folder: Path) -> tuple[Path, ...]:
    return tuple(sorted(p.parent for p in folder.glob(f"*/{MANIFEST}")))
