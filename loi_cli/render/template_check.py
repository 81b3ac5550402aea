"""What is wrong with an office's templates, found without making a paper: every fault, with file and line."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, TemplateNotFound, TemplateSyntaxError, nodes

from loi_cli.files.packed import templates_folder
from loi_cli.i18n import _
from loi_cli.model.identifiers import nearest
from loi_cli.model.problems import Place, Problem
from loi_cli.render.environment import environment
from loi_cli.render.papers import PAPERS

CODE = "T001"
_SUFFIXES = (".html", ".css")


@dataclass(frozen=True, slots=True)
class Template:
    """A template in use: its name, and the folder it comes from (None: loi's own)."""

    name: str
    folder: Path | None

    @property
    def path(self) -> Path:
        return (self.folder or templates_folder()) / self.name


def templates_in_use(folders: Sequence[Path]) -> tuple[Template, ...]:
    """Every template by name, from the first folder that has it."""
    found: dict[str, Template] = {}
    for folder in (*folders, templates_folder()):
        for path in sorted(folder.rglob("*")):
            name = path.relative_to(folder).as_posix()
            if path.is_file() and (path.suffix in _SUFFIXES or name == "reference.docx"):
                found.setdefault(name, Template(name, None if folder == templates_folder() else folder))
    return tuple(sorted(found.values(), key=lambda one: one.name))


def faults_in(folders: Sequence[Path]) -> tuple[Problem, ...]:
    """What is wrong with the templates of these folders; loi's own are not looked at."""
    known = _Library(environment(folders))
    foreign = [one for one in templates_in_use(folders) if one.folder is not None and one.path.suffix in _SUFFIXES]
    return tuple(problem for one in foreign for problem in _faults(one, known))


class _Library:
    """The templates in use, each read once for all that take something from it."""

    def __init__(self, made: Environment) -> None:
        self.filters, self.tests = made.filters, made.tests
        self._made = made
        self._trees: dict[str, nodes.Template | TemplateNotFound | TemplateSyntaxError] = {}

    def tree(self, name: str) -> nodes.Template:
        """Raises TemplateNotFound, TemplateSyntaxError."""
        if name not in self._trees:
            self._trees[name] = self._read(name)
        found = self._trees[name]
        if isinstance(found, nodes.Template):
            return found
        raise found

    def _read(self, name: str) -> nodes.Template | TemplateNotFound | TemplateSyntaxError:
        assert self._made.loader is not None
        try:
            source, file, _fresh = self._made.loader.get_source(self._made, name)
            return self._made.parse(source, name, file)
        except (TemplateNotFound, TemplateSyntaxError) as error:
            return error

    def holds(self, name: str) -> bool:
        try:
            self.tree(name)
        except TemplateNotFound:
            return False
        except TemplateSyntaxError:
            pass  # it is told of by itself
        return True

    def offered(self, name: str) -> frozenset[str]:
        """What a template gives to those that import it."""
        try:
            tree = self.tree(name)
        except TemplateSyntaxError:
            return frozenset()
        macros = {node.name for node in tree.body if isinstance(node, nodes.Macro)}
        sets = {n.target.name for n in tree.body if isinstance(n, nodes.Assign) and isinstance(n.target, nodes.Name)}
        passed_on = {
            alias if isinstance(alias, str) else alias[1]
            for node in tree.body
            if isinstance(node, nodes.FromImport)
            for alias in node.names
        }
        return frozenset(macros | sets | passed_on)


def _faults(one: Template, known: _Library) -> Iterator[Problem]:
    try:
        tree = known.tree(one.name)
    except TemplateSyntaxError as error:
        yield _problem(Path(error.filename or one.path), error.lineno, error.message or "")
        return
    yield from _unknown_filters(one, tree, known)
    yield from _unknown_templates(one, tree, known)
    yield from _missing_macros(one, tree, known)
    yield from _unknown_names(one, tree)


def _unknown_filters(one: Template, tree: nodes.Template, known: _Library) -> Iterator[Problem]:
    for node in tree.find_all(nodes.Filter):
        if node.name is not None and node.name not in known.filters:
            yield _problem(one.path, node.lineno, _("there is no filter “{name}”"), node.name, known.filters)
    for test in tree.find_all(nodes.Test):
        if test.name not in known.tests:
            yield _problem(one.path, test.lineno, _("there is no test “{name}”"), test.name, known.tests)


def _unknown_templates(one: Template, tree: nodes.Template, known: _Library) -> Iterator[Problem]:
    for kind in (nodes.Include, nodes.Extends, nodes.Import, nodes.FromImport):
        yield from _named_by(one, tree.find_all(kind), known)


def _named_by(
    one: Template,
    found: Iterable[nodes.Include | nodes.Extends | nodes.Import | nodes.FromImport],
    known: _Library,
) -> Iterator[Problem]:
    for node in found:
        name = node.template.value if isinstance(node.template, nodes.Const) else None
        if isinstance(name, str) and not known.holds(name):
            ours = [each.name for each in templates_in_use([])]
            yield _problem(one.path, node.lineno, _("there is no template “{name}”"), name, ours)


def _missing_macros(one: Template, tree: nodes.Template, known: _Library) -> Iterator[Problem]:
    """Names taken from a template that does not have them, also by `{% import … as it %}{{ it.name() }}`."""
    modules: dict[str, tuple[str, frozenset[str]]] = {}
    imports: list[nodes.FromImport | nodes.Import] = [
        *tree.find_all(nodes.FromImport), *tree.find_all(nodes.Import),
    ]  # fmt: skip
    for node in imports:
        name = node.template.value if isinstance(node.template, nodes.Const) else None
        if not isinstance(name, str) or not known.holds(name):
            continue
        offered = known.offered(name)
        if isinstance(node, nodes.Import):
            modules[node.target] = name, offered
            continue
        for wanted in (each if isinstance(each, str) else each[0] for each in node.names):
            if wanted not in offered:
                yield _missing(one, node.lineno, name, wanted, offered)
    for got in tree.find_all(nodes.Getattr):
        if isinstance(got.node, nodes.Name) and got.node.name in modules:
            name, offered = modules[got.node.name]
            if got.attr not in offered:
                yield _missing(one, got.lineno, name, got.attr, offered)


def _missing(one: Template, line: int, name: str, wanted: str, offered: Iterable[str]) -> Problem:
    message = _("{template} has no macro “{{name}}”").format(template=name)
    return _problem(one.path, line, message, wanted, offered)


def _unknown_names(one: Template, tree: nodes.Template) -> Iterator[Problem]:
    """Names that no paper gives and the template does not make. What is inside them shows when a paper is made."""
    given = {"page", "namespace", "caller", "loop", "super", *(paper.variable for paper in PAPERS.values())}
    # A name that any place of the template makes counts as made: only a run can tell where.
    made = {node.name for node in tree.find_all(nodes.Name) if node.ctx in ("store", "param")}
    unknown = {node.name for node in tree.find_all(nodes.Name) if node.ctx == "load"} - given - made - _imported(tree)
    seen: set[str] = set()
    for node in sorted(tree.find_all(nodes.Name), key=lambda node: node.lineno):
        if node.ctx == "load" and node.name in unknown and node.name not in seen:
            seen.add(node.name)
            known = given | {other.name for other in tree.find_all(nodes.Name)} - unknown
            yield _problem(one.path, node.lineno, _("“{name}” is not known here"), node.name, known)


def _imported(tree: nodes.Template) -> set[str]:
    """The names of macros that the template has or takes from another."""
    taken = {
        alias if isinstance(alias, str) else alias[1] for n in tree.find_all(nodes.FromImport) for alias in n.names
    }
    whole = {node.target for node in tree.find_all(nodes.Import)}
    return {node.name for node in tree.find_all(nodes.Macro)} | taken | whole


def _problem(file: Path, line: int, message: str, name: str = "", known: Iterable[str] = ()) -> Problem:
    near = nearest(name, known) if name else None
    place = Place(str(file), line, 1)
    return Problem(
        code=CODE,
        message=message.format(name=name) if name else message,
        place=place,
        help=_("did you mean “{near}”?").format(near=near)
        if near
        else _("templates/README.md names all variables and macros; `loi templates variables` shows them with values"),
        source=source_line(place),
    )


def source_line(place: Place) -> str:
    """The line of a template; empty where there is none to read."""
    try:
        lines = Path(place.file).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return ""
    return lines[place.line - 1] if 0 < place.line <= len(lines) else ""
