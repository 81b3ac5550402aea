"""Changes made to a module that no test notices: what our tests do not hold it to.

    python -m tests.trust.mutants loi_cli/history/store.py -- tests/history tests/properties/test_store_laws.py

One change at a time (a comparison turned round, a number one off, a condition negated, a value not returned, a call
left out) is made in a copy of the tree, and the tests named are run on it; tests of the installed command do not count,
for that is not the copy. `LOI_MUTANTS` is how many are tried (all when it is 0), by chance and the same again for one
`LOI_SEED`. Prints those that survive, and the score.
"""

import ast
import copy
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.trust.figures import chance, figure

ROOT = Path(__file__).parents[2]
_TURNED: dict[type[ast.AST], type[ast.AST]] = {
    ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.And: ast.Or, ast.Or: ast.And,
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.BitOr: ast.BitAnd,
}  # fmt: skip


def mutants(tree: ast.Module) -> Iterator[tuple[int, str, ast.Module]]:
    """Each change: its line, what it is, and the module with it."""
    for number, node in enumerate(ast.walk(tree)):
        for what in _changes(node):
            changed = copy.deepcopy(tree)
            twin = next(other for k, other in enumerate(ast.walk(changed)) if k == number)
            _apply(twin, what)
            yield getattr(node, "lineno", 0), f"{what}: {ast.unparse(node)[:70]!r}", ast.fix_missing_locations(changed)


def _changes(node: ast.AST) -> list[str]:
    match node:
        case ast.Compare(ops=[op]) if type(op) in _TURNED:
            return ["turned"]
        case ast.BoolOp():
            return ["turned"]
        case ast.BinOp(op=op) if type(op) in _TURNED and not isinstance(
            node.left, ast.Name | ast.Attribute | ast.BinOp
        ):
            return ["turned"]
        case ast.Constant(value=bool() | int()):
            return ["off"]
        case ast.If() | ast.IfExp():
            return ["negated"]
        case ast.Return(value=ast.expr() as value) if not isinstance(value, ast.Constant):
            return ["nothing returned"]
        case ast.Expr(value=ast.Call()):
            return ["left out"]
        case ast.Raise():
            return ["not raised"]
    return []


def _apply(node: ast.AST, what: str) -> None:
    if isinstance(node, ast.Compare):
        node.ops = [_TURNED[type(node.ops[0])]()]  # type: ignore[list-item]
    elif isinstance(node, ast.BoolOp | ast.BinOp):
        node.op = _TURNED[type(node.op)]()  # type: ignore[assignment]
    elif isinstance(node, ast.Constant):
        node.value = not node.value if isinstance(node.value, bool) else int(str(node.value)) + 1
    elif isinstance(node, ast.If | ast.IfExp):
        node.test = ast.UnaryOp(ast.Not(), node.test)
    elif isinstance(node, ast.Return | ast.Expr):
        node.value = ast.Constant(None)
    elif isinstance(node, ast.Raise):
        node.__class__ = ast.Pass  # type: ignore[assignment]
        assert what == "not raised"


def main(arguments: list[str]) -> int:
    module, _, *tests = arguments
    every = list(mutants(ast.parse((ROOT / module).read_text(encoding="utf-8"))))
    wanted = figure("LOI_MUTANTS", 40)
    tried = every if not wanted else chance("mutants", module).sample(every, min(wanted, len(every)))
    survivors = []
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(folder) / "tree"
        shutil.copytree(ROOT, tree, ignore=shutil.ignore_patterns(".git", ".venv", "__pycache__", "out", ".*_cache"))
        command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", *tests]
        assert subprocess.run(command, cwd=tree, capture_output=True).returncode == 0, "the tests fail as they are"
        for line, what, changed in sorted(tried, key=lambda mutant: mutant[0]):
            (tree / module).write_text(ast.unparse(changed), encoding="utf-8")
            try:
                noticed = subprocess.run(command, cwd=tree, capture_output=True, timeout=300).returncode != 0
            except subprocess.TimeoutExpired:
                noticed = True
            if not noticed:
                survivors.append((line, what))
                print(f"{module}:{line}: {what}", flush=True)
    print(f"{module}: {len(tried) - len(survivors)} of {len(tried)} noticed ({len(every)} there are)")
    return bool(survivors)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
