"""The Jinja environment in which every paper is made: sandboxed, escaping always, nothing undefined passes in silence.

An office may bring templates of its own, so a template is treated as a stranger's: it sees plain dicts, lists, strings
and numbers, a short list of filters, no method but those that walk a dict, and no arithmetic that makes large values
out of small ones. Words of units are values, never templates: they are escaped and not evaluated again.
"""

import operator
from collections.abc import Callable, Iterator, Mapping, MutableMapping, Sequence
from functools import cache
from operator import is_
from pathlib import Path
from traceback import walk_tb
from types import TracebackType

from jinja2 import (
    Environment,
    FileSystemLoader,
    StrictUndefined,
    Template,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
    nodes,
)
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context, LoopContext, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import Namespace

from loi_cli.files.packed import templates_folder
from loi_cli.i18n import _
from loi_cli.model.identifiers import nearest
from loi_cli.model.problems import LoiError, Place
from loi_cli.render import strangers
from loi_cli.render.compiled import Compiled
from loi_cli.render.origins import marked

FILTERS = (
    "abs", "capitalize", "count", "default", "d", "dictsort", "escape", "e", "first", "groupby", "int",
    "items", "join", "last", "length", "list", "lower", "map", "max", "min", "reject", "rejectattr", "replace",
    "reverse", "select", "selectattr", "sort", "string", "sum", "title", "trim", "unique", "upper",
)  # fmt: skip
"""What a template may call: nothing that switches escaping off or makes much out of little."""

_LEAVES = frozenset({str, int, bool, type(None)})
_WALKS_A_DICT = frozenset({"items", "keys", "values", "get"})
_LARGEST = 10**9
_SECTIONS = "sections/"
_MISTAKES = (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
"""What a mistaken expression in a template raises beside Jinja's own errors."""


class _Sandbox(ImmutableSandboxedEnvironment):
    """Jinja's sandbox without the doors that plain values do not need."""

    intercepted_binops = frozenset({"*", "**", "%"})

    def is_safe_attribute(self, obj: object, attr: str, value: object) -> bool:
        if isinstance(obj, dict):
            return attr in _WALKS_A_DICT
        return isinstance(obj, LoopContext | Macro | Namespace) and super().is_safe_attribute(obj, attr, value)

    def getattr(self, obj: object, attribute: str) -> object:
        """A key of a dict comes before a method of the same name: `clause.items` are the clause's items."""
        if isinstance(obj, dict) and attribute in obj:
            return obj[attribute]
        return super().getattr(obj, attribute)

    def call_binop(self, context: Context, operator_: str, left: object, right: object) -> object:
        """Numbers only, and small ones: `"%" * 10**9` would take a gigabyte."""
        del context  # Jinja gives it to every operator
        if not (isinstance(left, int) and isinstance(right, int)) or max(abs(left), abs(right)) > _LARGEST:
            raise SecurityError(_("only small numbers can be multiplied in a template"))
        if operator_ == "**":
            raise SecurityError(_("powers are not allowed in a template"))
        calculate: Callable[[int, int], int] = operator.mul if operator_ == "*" else operator.mod
        return calculate(left, right)


class _Strangers(_Sandbox):
    """The same for templates of which some are an office's own: examined, and held to a budget."""

    intercepted_binops = frozenset({"*", "**", "%", "+"})

    def _generate(
        self, source: nodes.Template, name: str | None, filename: str | None, defer_init: bool = False
    ) -> str:
        """Jinja's hook between the tree of a template and its code."""
        return super()._generate(strangers.weighed(source), name, filename, defer_init)

    def call_binop(self, context: Context, operator_: str, left: object, right: object) -> object:
        if operator_ != "+":
            return super().call_binop(context, operator_, left, right)
        return strangers.paid(left + right)  # type: ignore[operator]  # what cannot be added is a TypeError, told


class _Marking(_Strangers):
    """The same, and each tag that stands in a template has a mark before it (`origins`)."""

    def _generate(
        self, source: nodes.Template, name: str | None, filename: str | None, defer_init: bool = False
    ) -> str:
        return super()._generate(marked(source, filename or name or ""), name, filename, defer_init)


class TemplateFault(LoiError):  # it is what went wrong, as BadInput is
    """Something is wrong in a template, at a place in it; `said` is the message without the place."""

    def __init__(self, place: Place, said: str, hint: str = "") -> None:
        super().__init__(f"{place.file}:{place.line}: {said}", hint or _not_the_text())
        self.place = place
        self.said = said


class Told(dict[str, object]):
    """What one paper tells, made plain, and what its section shows of that once it has been filled in: a packet holds
    papers that were made by themselves before it."""

    __slots__ = ("shown",)

    def __init__(self, context: Mapping[str, object], name: str, lasting: Mapping[str, object] | None = None) -> None:
        """`lasting` is plain already."""
        super().__init__((key, _plain(value, (name, ".", key))) for key, value in context.items())
        self.update(lasting or {})
        self.shown: str | None = None


class _Unknown(StrictUndefined):
    """A name that a template asks for and the paper does not tell, said without a word of Python."""

    __slots__ = ()

    @property
    def _undefined_message(self) -> str:
        if self._undefined_hint:
            return self._undefined_hint
        name = str(self._undefined_name)
        said = _("“{name}” is not known here").format(name=name)
        told = self._undefined_obj
        near = nearest(name, told) if isinstance(told, Mapping) else None
        return f"{said}; " + _("did you mean “{near}”?").format(near=near) if near else said


class _Shelf(FileSystemLoader):
    """Templates by folder. Those of an office are examined as they are read; nothing leads out of their folder."""

    def load(self, environment: Environment, name: str, globals: MutableMapping[str, object] | None = None) -> Template:
        """A section of ours takes one variable, so it need not be filled in twice; an office's may look at others."""
        made = super().load(environment, name, globals)
        if name.startswith(_SECTIONS) and not isinstance(environment, _Strangers):
            made.root_render_func = _shown_once(made.root_render_func, name)
        return made

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        try:
            source, filename, uptodate = super().get_source(environment, template)
        except UnicodeDecodeError as error:
            raise TemplateSyntaxError(_("a template is written in UTF-8"), 1, template) from error
        if not Path(filename).is_relative_to(templates_folder()):
            _examine(environment, source, template, Path(filename))
        return source, filename, uptodate


def _shown_once(show: Callable[[Context], Iterator[str]], name: str) -> Callable[[Context], Iterator[str]]:
    variable = name.removeprefix(_SECTIONS).removesuffix(".html").replace("-", "_")

    def shown(context: Context) -> Iterator[str]:
        told = context.resolve_or_missing(variable)
        if not isinstance(told, Told):
            yield from show(context)
            return
        if told.shown is None:
            told.shown = "".join(show(context))
        yield told.shown

    return shown


def _examine(environment: Environment, source: str, name: str, file: Path) -> None:
    """Raises TemplateSyntaxError for the first thing in an office's template that may not stand there."""
    if file.is_symlink() or file.parent.is_symlink():
        raise TemplateSyntaxError(_("a template may not be a link to another place"), 1, name, str(file))
    if len(source) > strangers.LARGEST_FILE:
        raise TemplateSyntaxError(_("a template may not be larger than 512 KB"), 1, name, str(file))
    try:
        tree = environment.parse(source, name, str(file))
    except RecursionError as error:
        raise TemplateSyntaxError(_("this is nested too deep"), 1, name, str(file)) from error
    for fault in strangers.forbidden_in(tree):
        raise TemplateSyntaxError(fault.message, fault.line, name, str(file))


def environment(folders: Sequence[Path], *, marking: bool = False) -> ImmutableSandboxedEnvironment:
    """Templates are looked for in `folders` in order; loi's own folder is always the last. `marking`: what they write
    tells where it was written."""
    own = templates_folder()
    return _environment((*(f for f in folders if f != own), own), marking)


@cache
def _environment(folders: tuple[Path, ...], marking: bool) -> ImmutableSandboxedEnvironment:
    foreign = marking or len(folders) > 1
    made = (_Marking if marking else _Strangers if foreign else _Sandbox)(
        loader=_Shelf([str(folder) for folder in folders]),
        autoescape=True,
        undefined=_Unknown,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=strangers.paid if foreign else None,
        bytecode_cache=None if foreign else Compiled(templates_folder(), Path(__file__).read_bytes()),
    )
    made.filters = {name: made.filters[name] for name in FILTERS}
    if foreign:
        made.filters |= {
            "pay": strangers.pay_for_step, "paid": strangers.paid, "replace": strangers.replace, "join": strangers.join,
        }  # fmt: skip
    made.globals = {"namespace": made.globals["namespace"]}
    return made


def fill(template: str, context: Mapping[str, object], folders: Sequence[Path], *, marking: bool = False) -> str:
    """The template filled in once. What is wrong in it is a TemplateFault, which names its file and line."""
    try:
        found: Template = environment(folders, marking=marking).get_template(template)
        with strangers.budgeted():
            return found.render(plain(context, "context"))
    except TemplateNotFound as error:
        missing = _("there is no template “{name}”").format(name=error.name)
        asking = _last_template(error.__traceback__)
        raise (_fault(*asking, missing) if asking else LoiError(missing)) from error
    except TemplateSyntaxError as error:
        raise _fault(error.filename or error.name or template, error.lineno, error.message or "") from error
    except (TemplateError, *_MISTAKES) as error:
        where = _last_template(error.__traceback__)
        if where is None:
            raise
        raise _fault(*where, str(error)) from error


def _fault(file: str, line: int, message: str) -> TemplateFault:
    return TemplateFault(Place(file, line, 1), message)


def _not_the_text() -> str:
    return _(
        "The template is wrong, not the text; `loi templates` lists the templates in use and where they come from."
    )


def _last_template(trace: TracebackType | None) -> tuple[str, int] | None:
    """The innermost template file and line of a failure: Jinja puts a frame for each into the traceback, so marked."""
    frames = [(f, line) for f, line in walk_tb(trace) if "__jinja_exception__" in f.f_globals]
    return (frames[-1][0].f_code.co_filename, frames[-1][1]) if frames else None


def plain(value: object, path: str) -> object:
    """The same value made of dicts, lists, strings and numbers alone; an object of ours in a context is a bug of ours.

    (Seen elsewhere: a method of an object in the context, called from a template.) What is plain already is not copied:
    the contexts of a long text would be there twice.
    """
    return _plain(value, (path,))


def _plain(value: object, path: tuple[object, ...]) -> object:
    kind = type(value)
    if kind in _LEAVES or kind is Told or isinstance(value, int):
        return value
    if isinstance(value, (dict, Mapping)):
        made = {
            str(key): inner if type(inner) in _LEAVES else _plain(inner, (path, ".", key))  # most are leaves
            for key, inner in value.items()
        }
        same = kind is dict and all(map(is_, made.values(), value.values())) and all(map(is_, made, value))
        return value if same else made
    if isinstance(value, list) or type(value) is tuple:  # not a named tuple, which is an object of ours
        several = [_plain(inner, (path, "[", n, "]")) for n, inner in enumerate(value)]
        return value if kind is list and all(map(is_, several, value)) else several
    if isinstance(value, str):
        return str(value)
    raise AssertionError(f"{_joined(path)} holds a {type(value).__name__}: contexts hold plain values only")


def _joined(path: tuple[object, ...]) -> str:
    """A path is written out only where something is wrong: the way to a value is a tuple within a tuple."""
    return "".join(_joined(part) if isinstance(part, tuple) else str(part) for part in path)
