"""The changes that a mutant is made by: a comparison turned round, a number one off, a condition negated, a value not
returned, a call left out, an error not raised. One at a time."""

import ast
from collections.abc import Callable, Iterator
from pathlib import Path
from types import CodeType
from typing import NamedTuple

_TURNED: dict[type[ast.AST], type[ast.AST]] = {
    ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.And: ast.Or, ast.Or: ast.And,
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.BitOr: ast.BitAnd,
}  # fmt: skip
_OF_A_FUNCTION = 0x2
"""CO_NEWLOCALS: the code of a class has it not."""


class Function(NamedTuple):
    """A function that stands in no other, as its code names it."""

    file: str
    name: str
    line: int


class Mutant(NamedTuple):
    module: str
    line: int
    what: str
    function: Function | None
    """In which it is; None: what is done when the module is read."""
    code: CodeType
    """Of the whole module."""

    def __str__(self) -> str:
        return f"{self.module}:{self.line}: {self.what}"


def mutants(root: Path, module: str) -> Iterator[Mutant]:
    path = root / module
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node, function in list(_within(tree, "", None, str(path))):
        for what, change in _changes(node):
            said = f"{what}: {ast.unparse(node)[:70]!r}"
            undo = change(node)
            code = compile(ast.fix_missing_locations(tree), str(path), "exec")
            undo()
            yield Mutant(module, getattr(node, "lineno", 0), said, function, code)


def _within(
    node: ast.AST, inside: str, function: Function | None, file: str
) -> Iterator[tuple[ast.AST, Function | None]]:
    """Every node, with the outermost function whose body it is in; not the types, which nothing asks for."""
    for name, value in ast.iter_fields(node):
        if name in ("annotation", "returns"):
            continue
        within = function
        if isinstance(node, ast.FunctionDef) and name == "body" and function is None:
            first = min([node.lineno, *(one.lineno for one in node.decorator_list)])
            within = Function(file, f"{inside}{node.name}", first)
        deeper = f"{inside}{node.name}." if isinstance(node, ast.ClassDef) else inside
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST):
                yield child, within
                yield from _within(child, deeper, within, file)


Undo = Callable[[], None]
Change = Callable[[ast.AST], Undo]
"""Changes a node where it stands, and says how to change it back."""


def _changes(node: ast.AST) -> list[tuple[str, Change]]:
    match node:
        case ast.Compare(ops=[op]) if type(op) in _TURNED:
            return [("turned", lambda at: _set(at, "ops", [_TURNED[type(op)]()]))]
        case ast.BoolOp(op=op) | ast.BinOp(op=op) if type(op) in _TURNED:
            return [("turned", lambda at: _set(at, "op", _TURNED[type(op)]()))]
        case ast.Constant(value=bool() as value):
            return [("turned", lambda at: _set(at, "value", not value))]
        case ast.Constant(value=int() as value):
            return [("one off", lambda at: _set(at, "value", value + 1))]
        case ast.If(test=test) | ast.IfExp(test=test):
            return [("negated", lambda at: _set(at, "test", ast.UnaryOp(ast.Not(), test)))]
        case ast.Return(value=ast.expr() as value) if not isinstance(value, ast.Constant):
            return [("nothing returned", lambda at: _set(at, "value", ast.Constant(None)))]
        case ast.Expr(value=ast.Call()):
            return [("left out", lambda at: _set(at, "value", ast.Constant(None)))]
        case ast.Raise():
            return [("not raised", lambda at: _set(at, "__class__", ast.Pass))]
    return []


def _set(node: ast.AST, name: str, value: object) -> Undo:
    before = getattr(node, name)
    setattr(node, name, value)
    return lambda: setattr(node, name, before)


def functions(code: CodeType) -> Iterator[tuple[Function, CodeType]]:
    """The functions that a module's code, or a class's in it, makes when it runs."""
    for held in code.co_consts:
        if isinstance(held, CodeType):
            if held.co_flags & _OF_A_FUNCTION:
                yield Function(held.co_filename, held.co_qualname, held.co_firstlineno), held
            else:
                yield from functions(held)
