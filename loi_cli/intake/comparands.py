"""What a text can be named by where texts are compared: a version, a tag, an input, a file.

An input means its base with that input alone applied: what its sender wants, before anybody else is heard.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from loi_cli.files.source import Source
from loi_cli.history.encoding import text_hash
from loi_cli.history.names import AmbiguousVersion, NoSuchVersion, version_named
from loi_cli.history.version_files import version_in
from loi_cli.i18n import _
from loi_cli.intake.concept import read_concept
from loi_cli.intake.folders import input_files
from loi_cli.intake.opening import OpenDossier
from loi_cli.intake.register import Register, check_input
from loi_cli.merge.decisions import Rulings
from loi_cli.merge.rules import Rules
from loi_cli.merge.since import SidesSince
from loi_cli.merge.step import merge_step
from loi_cli.model.identifiers import nearest
from loi_cli.model.inputs import Input
from loi_cli.model.problems import LoiError
from loi_cli.model.text import Text
from loi_cli.model.versions import Header, Version

_CONCEPT = re.compile(r"^[\"']?clauses[\"']?\s*:", re.MULTILINE)
_INPUT = re.compile(r"^[\"']?(?:unit|party|proposals|no-comment)[\"']?\s*:", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparand:
    """One end of a comparison. `input` is the one that was applied, for an end that is one."""

    version: Version
    input: Input | None = None


@dataclass(frozen=True, slots=True)
class Comparands:
    """Finds texts by name. The register is read only where an input is named."""

    opened: OpenDossier
    register: Callable[[], Register]
    here: Path

    def named(self, name: str) -> Comparand:
        """The text of this name. Raises LoiError when there is none or more than one, BadInput for a bad file."""
        inputs = {path.stem: path for path in input_files(self.opened.path)}
        path = self._file(name)
        if name in inputs and path is None:
            path = inputs[name]
        try:
            header = version_named(name, self.opened.headers, self.opened.tags)
        except AmbiguousVersion:
            raise
        except NoSuchVersion as unknown:
            if path is not None:
                return self._in_file(path, name)
            raise self._nothing(name, inputs, unknown) from None
        if path is not None:
            raise LoiError(
                _("“{name}” is both the version {version} and the file {file}").format(
                    name=name, version=header.full_label, file=path
                ),
                _("write {version}, or ./{file}").format(version=header.full_label, file=path.name),
            )
        return Comparand(version=self.opened.store.version(header))

    def _file(self, name: str) -> Path | None:
        """The file of this name: as seen from here, else from the dossier's folder."""
        try:
            return next((p for p in (self.here / name, self.opened.path / name) if p.is_file() or p.is_symlink()), None)
        except (OSError, ValueError):  # a name too long for a file, a NUL in it
            return None

    def _nothing(self, name: str, inputs: dict[str, Path], unknown: NoSuchVersion) -> LoiError:
        if "/" in name or "\\" in name or name.endswith((".yaml", ".yml", ".json")):
            return LoiError(
                _("there is no file “{name}”").format(name=name), _("look whether the name is right, and the folder")
            )
        near = nearest(name, inputs)
        if near and "“" not in unknown.hint:
            return LoiError(
                _("there is no version “{name}”, and no input").format(name=name),
                _("did you mean the input “{near}”?").format(near=near),
            )
        return unknown

    def _in_file(self, path: Path, name: str) -> Comparand:
        shown = f"inputs/{path.name}" if path == self.opened.path / "inputs" / path.name else name
        if path.suffix == ".json":
            found = version_in(path, shown)
            return Comparand(version=_called(found, shown, found.text))
        source = Source.read(path, shown)
        if _CONCEPT.search(source.text):
            return Comparand(version=self._alone(read_concept(source, self.opened.dossier).value, shown))
        if _INPUT.search(source.text):
            return self._of_input(source, path.stem)
        raise LoiError(
            _("{file} is neither a version nor a concept nor an input").format(file=shown),
            _("a concept holds `clauses:`, an input `unit:` or `party:`, a version is a file of versions/"),
        )

    def _of_input(self, source: Source, name: str) -> Comparand:
        register = self.register()
        merged = register.inputs_by_name.get(name)
        one = merged if merged and merged.sha256 == source.sha256 else check_input(source, name, register)
        base = register.base_of(one)
        version = register.root if base.hash == register.root.header.hash else self.opened.store.version(base)
        return Comparand(version=_called(version, name, alone(one, version.text, register)), input=one)

    def _alone(self, text: Text, shown: str) -> Version:
        """A text without history; its time is that of the version that it stands beside, or none."""
        header = Header(
            hash="",
            parents=(),
            number=0,
            time=self.opened.headers[-1].time if self.opened.headers else "",
            author="",
            message="",
            tool="",
            touched=(),
            text_hash=text_hash(text),
            body_hash="",
            called=shown,
        )
        return Version(header=header, text=text, inputs=(), decisions=())


def alone(one: Input, base: Text, register: Register) -> Text:
    """The base with this input alone applied."""
    dossier = register.opened.dossier
    rules = Rules(home=dossier.home, languages=dossier.languages, rank=register.rank, rulings=Rulings(()))
    return merge_step(base, [one], None, SidesSince(), rules).text


def _called(version: Version, name: str, text: Text) -> Version:
    header = version.header._replace(hash="", called=name, text_hash=text_hash(text))
    return version._replace(header=header, text=text)
