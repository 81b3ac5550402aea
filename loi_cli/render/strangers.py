"""Templates that an office brings: what may stand in them, and how much work they may make.

Jinja's sandbox keeps a template from our objects, but not from the machine's time and memory. So the syntax tree of a
foreign template may hold listed kinds of nodes alone, and every loop, macro, joined text and shown value is charged
to a budget that ends long before a machine would.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import NamedTuple

from jinja2 import nodes, pass_context, pass_eval_context
from jinja2.exceptions import SecurityError
from jinja2.filters import do_replace, sync_do_join
from jinja2.nodes import EvalContext
from jinja2.runtime import Context

from loi_cli.i18n import _

LARGEST_FILE = 512 * 1024
WORK = 400_000_000
"""What one paper may cost: a letter of text costs 1, a step of a loop or the call of a macro 60 and the letters in it.
A text of 3,000 long articles in three languages costs some 150 million."""

LONGEST = 64_000_000
"""Letters in one value, so that no single step takes the memory."""

_STEP = 60

_ALLOWED = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.Extends, nodes.Block, nodes.Include, nodes.Import,
    nodes.FromImport, nodes.For, nodes.If, nodes.Macro, nodes.CallBlock, nodes.FilterBlock, nodes.With, nodes.Assign,
    nodes.AssignBlock, nodes.Name, nodes.NSRef, nodes.Const, nodes.Tuple, nodes.List, nodes.Dict, nodes.Pair,
    nodes.Keyword, nodes.CondExpr, nodes.Filter, nodes.Test, nodes.Call, nodes.Getitem, nodes.Getattr, nodes.Slice,
    nodes.Concat, nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not, nodes.Add, nodes.Sub, nodes.Mul,
    nodes.FloorDiv, nodes.Mod, nodes.Neg, nodes.Pos,
)  # fmt: skip

_KNOWN_AS = {
    "ScopedEvalContextModifier": "{% autoescape %}",
    "EvalContextModifier": "{% autoescape %}",
    "Pow": "**",
    "Div": "/",
    "Scope": "{% autoescape %}",
}


class Forbidden(NamedTuple):
    """Something that may not stand in a foreign template, and its line."""

    line: int
    message: str


def forbidden_in(tree: nodes.Template) -> Iterator[Forbidden]:
    """Every node that is not on the list, in the order of the file."""
    for node in _all_nodes(tree):
        if not isinstance(node, _ALLOWED):
            kind = type(node).__name__
            yield Forbidden(
                _line_of(node), _("{what} may not stand in a template").format(what=_KNOWN_AS.get(kind, kind))
            )
        elif (isinstance(node, nodes.Name) and node.name.startswith("_")) or (
            isinstance(node, nodes.Filter) and node.name in ("pay", "paid")
        ):
            yield Forbidden(node.lineno, _("{name} may not stand in a template").format(name=node.name))


def _line_of(node: nodes.Node) -> int:
    """Its line; of a node that Jinja gives none, that of the first within it that has one."""
    return next((each.lineno for each in _all_nodes(node) if each.lineno), 1)


def _all_nodes(tree: nodes.Node) -> Iterator[nodes.Node]:
    waiting: list[nodes.Node] = [tree]
    while waiting:
        node = waiting.pop()
        yield node
        waiting += reversed(list(node.iter_child_nodes()))


def weighed(tree: nodes.Template) -> nodes.Template:
    """The same template, in which every loop and macro begins by paying for itself, and joined text pays for its
    length."""
    for node in list(_all_nodes(tree)):
        if isinstance(node, nodes.Template | nodes.Block | nodes.For | nodes.Macro | nodes.CallBlock):
            node.body.insert(0, _payment(node))
        for name, inner in list(node.iter_fields()):
            if isinstance(inner, nodes.Concat):
                setattr(node, name, _paid(inner))
            elif isinstance(inner, list):
                setattr(node, name, [_paid(i) if isinstance(i, nodes.Concat) else i for i in inner])
    return tree


def _payment(node: nodes.Template | nodes.Block | nodes.For | nodes.Macro | nodes.CallBlock) -> nodes.Node:
    """`{{ 120|pay }}`, which shows nothing."""
    letters = sum(len(data.data) for data in node.find_all(nodes.TemplateData))
    cost = nodes.Filter(nodes.Const(_STEP + letters), "pay", [], [], None, None)
    return nodes.Output([cost]).set_lineno(node.lineno)


def _paid(joined: nodes.Concat) -> nodes.Node:
    return nodes.Filter(joined, "paid", [], [], None, None).set_lineno(joined.lineno)


@dataclass(slots=True)
class _Budget:
    left: int


_budget: ContextVar[_Budget] = ContextVar("budget of the paper that is being made")


@contextmanager
def budgeted() -> Iterator[None]:
    """The budget of one paper."""
    token = _budget.set(_Budget(WORK))
    try:
        yield
    finally:
        _budget.reset(token)


@pass_context
def pay_for_step(_context: Context, cost: int) -> str:
    """`pay` as a filter; Jinja works out others with a constant once, when it compiles the template."""
    return pay(cost)


def pay(cost: int) -> str:
    """Take from the budget. Raises SecurityError where nothing is left."""
    budget = _budget.get()
    budget.left -= cost
    if budget.left < 0 or cost > LONGEST:
        raise SecurityError(_("this template makes more than a paper can hold; does a loop hold itself?"))
    return ""


def paid(value: object) -> object:
    """A value that pays for its length: about to be shown, or just put together."""
    pay(len(value) if isinstance(value, str | list) else 1)
    return value


@pass_eval_context
def replace(eval_ctx: EvalContext, text: str, old: str, new: str, count: int | None = None) -> str:
    """Jinja's filter, paid for before it is made."""
    said = str(text)
    times = said.count(str(old))
    pay(len(said) + (times if count is None else min(count, times)) * len(str(new)))
    return do_replace(eval_ctx, text, old, new, count)


@pass_eval_context
def join(eval_ctx: EvalContext, values: Iterable[object], between: str = "", attribute: str | None = None) -> str:
    """Jinja's filter, paid for before it is made."""
    held = list(values)
    pay(sum(len(value) if isinstance(value, str) else _STEP for value in held) + len(held) * len(str(between)))
    return str(sync_do_join(eval_ctx, held, between, attribute))
