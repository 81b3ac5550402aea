"""A new dossier in a folder: its files put there, or nothing where any of them is in the way."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from loi_cli.files.together import write_all_new
from loi_cli.i18n import _
from loi_cli.intake.first_files import concept_in, first_files
from loi_cli.model.problems import LoiError

GIT_IGNORE = "out/\n"
GIT_ATTRIBUTES = """\
# the bytes of what was sent and merged are never changed, by line endings neither
* -text
# `loi git-setup` makes git show a version as text
versions/*.json diff=loi
"""


def starting_files(like: Path | None = None) -> dict[str, bytes]:
    """The files of a new dossier by their paths in it; with `like`, that dossier's parties, languages, units, gates,
    checks and templates. Raises BadInput and LoiError for one that cannot be taken over."""
    git = {".gitignore": GIT_IGNORE.encode(), ".gitattributes": GIT_ATTRIBUTES.encode()}
    if like is not None:
        from loi_cli.intake.taking_over import dossier_like, templates_of

        text, dossier = dossier_like(like)
        concept = concept_in(dossier.languages)
        return {"dossier.yaml": text.encode(), "concept.yaml": concept.encode(), **templates_of(like), **git}
    return {name: text.encode() for name, text in first_files().items()} | git


def check_new(folder: Path, files: Iterable[str]) -> None:
    """Raises LoiError when files cannot be written: the folder holds a dossier, or else what is in their way."""
    if folder.exists() and not folder.is_dir():
        raise LoiError(_("{folder} is a file").format(folder=folder), _("name a folder, new or empty"))
    for name in files:
        if (folder / name).exists():
            raise LoiError(
                _("{folder} holds {file} already; it is left as it is").format(folder=folder, file=name),
                _("name a new folder"),
            )


def new_dossier(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write the files. Raises LoiError as `check_new` does."""
    check_new(folder, files)
    write_all_new({folder / name: data for name, data in sorted(files.items())})


def example_files() -> dict[str, bytes]:
    """The worked example, packed beside the package's modules or in `drafts/` of a checkout."""
    package = Path(__file__).resolve().parents[1]
    places = (package / "example", package.parent / "drafts" / "indonesia-belarus-2022")
    source = next((p for p in places if (p / "dossier.yaml").is_file()), None)
    if source is None:
        raise LoiError(_("loi's example is missing"), _("install loi again"))
    inside = {path: path.relative_to(source) for path in sorted(source.rglob("*")) if path.is_file()}
    return {name.as_posix(): path.read_bytes() for path, name in inside.items() if name.parts[0] != "out"}
