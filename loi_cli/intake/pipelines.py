"""Ready CI files: the dossiers of a repository checked and rendered with every change, the papers kept.

What is internal and what is for the other party are kept apart, so that each can be given to those who may see it.
"""

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path

from loi_cli.i18n import _
from loi_cli.intake.whereabouts import MANIFEST
from loi_cli.model.problems import LoiError


class Pipeline(StrEnum):
    GITHUB = "github"
    GITLAB = "gitlab"


_PATHS = {Pipeline.GITHUB: ".github/workflows/loi.yml", Pipeline.GITLAB: ".gitlab-ci.yml"}

_GITHUB = """\
# Written by `loi init --ci github`; yours to change. Each dossier is checked and rendered with every change; the run
# fails while anything is open or waits to be merged, and keeps the papers all the same.
name: loi
on: [push, pull_request]
permissions:
  contents: read
jobs:
  papers:
    runs-on: ubuntu-latest
    strategy:
      fail-fast: false
      matrix:
        dossier: [{dossiers}]
    env:
      DOSSIER: ${{{{ matrix.dossier }}}}
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-python@v5
        with:
          python-version: "3.12"
      - name: Install
        run: python -m pip install loi-cli
      - name: Everything stored is as it was written
        run: loi -C "$DOSSIER" verify
      - name: Check
        run: loi -C "$DOSSIER" check --format github
      - name: Render
        if: success() || failure()
        run: loi -C "$DOSSIER" build --locked --strict
      - name: Name
        if: always()
        run: echo "NAME=$(basename "$DOSSIER")" >> "$GITHUB_ENV"
      - name: Keep what is internal
        if: always()
        uses: actions/upload-artifact@v4
        with:
          name: internal-${{{{ env.NAME }}}}
          path: ${{{{ matrix.dossier }}}}/out/internal
      - name: Keep what is for the other party
        if: always()
        uses: actions/upload-artifact@v4
        with:
          name: for-the-party-${{{{ env.NAME }}}}
          path: ${{{{ matrix.dossier }}}}/out/for-*
"""

_GITLAB = """\
# Written by `loi init --ci gitlab`; yours to change. Each dossier is checked and rendered with every change; a job
# fails while anything is open or waits to be merged, and keeps the papers all the same.
.loi:
  image: python:3.12
  before_script:
    - python -m pip install loi-cli
  parallel:
    matrix:
      - DOSSIER: [{dossiers}]

check:
  extends: .loi
  script:
    - loi -C "$DOSSIER" verify
    - loi -C "$DOSSIER" check --format junit > loi-check.xml
  artifacts:
    when: always
    reports:
      junit: loi-check.xml

internal:
  extends: .loi
  script:
    - loi -C "$DOSSIER" build --locked --strict
  artifacts:
    when: always
    name: internal
    paths:
      - $DOSSIER/out/internal

for-the-party:
  extends: .loi
  script:
    - loi -C "$DOSSIER" build --locked --strict
  artifacts:
    when: always
    name: for-the-party
    paths:
      - $DOSSIER/out/for-*
"""


def pipeline_file(repository: Path, pipeline: Pipeline) -> dict[str, str]:
    """The file by its path in the repository. Raises LoiError where there is no dossier, or the file is there."""
    dossiers = dossiers_in(repository)
    if not dossiers:
        raise LoiError(
            _("{folder} holds no dossier, nor do its drafts/").format(folder=repository),
            _("name the folder of the repository; `loi init {folder}/drafts/NAME` writes a dossier").format(
                folder=repository
            ),
        )
    path = _PATHS[pipeline]
    if (repository / path).exists():
        raise LoiError(
            _("{file} is there already; it is left as it is").format(file=repository / path),
            _("take it away, or compare it with one that is written elsewhere"),
        )
    template = _GITHUB if pipeline is Pipeline.GITHUB else _GITLAB
    return {path: template.format(dossiers=", ".join(dossiers))}


def dossiers_in(repository: Path) -> Sequence[str]:
    """The dossiers of a repository, as YAML in flow style names them: itself, and those below drafts/."""
    own = ["."] if (repository / MANIFEST).is_file() else []
    below = sorted(path.parent.relative_to(repository).as_posix() for path in repository.glob(f"drafts/*/{MANIFEST}"))
    return [f'"{name}"' for name in (*own, *below)]
