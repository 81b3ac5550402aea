"""What a template can use, found in the contexts themselves: every variable with an example."""

from collections.abc import Iterator, Mapping

from loi_cli.files.packed import templates_folder

_SHOWN = 60


def variables(name: str, value: object) -> dict[str, str]:
    """Paths below a value, `loi.texts[].head.title`, each with the first example that says something."""
    found: dict[str, str] = {}
    for path, example in _walked(name, value):
        if not found.get(path):
            found[path] = example
    parts = {path[:end] for path in found for end, letter in enumerate(path) if letter in ".["}
    return {path: example for path, example in found.items() if example or path not in parts}


def _walked(path: str, value: object) -> Iterator[tuple[str, str]]:
    if isinstance(value, Mapping):
        # Keys that are languages or clauses differ by dossier; those of a context do not.
        for key, inner in value.items():
            yield from _walked(f"{path}.{key}" if str(key).isidentifier() else f'{path}["{key}"]', inner)
    elif isinstance(value, list | tuple):
        if not value:
            yield f"{path}[]", ""
        for inner in value:
            yield from _walked(f"{path}[]", inner)
    else:
        yield path, _shortened(value)


def _shortened(value: object) -> str:
    text = str(value).lower() if isinstance(value, bool) else "" if value is None else str(value)
    return text if len(text) <= _SHOWN else text[:_SHOWN].rsplit(" ", 1)[0] + " …"


def macros() -> dict[str, list[str]]:
    """The macros of each file of loi's own, as they are called, with what they take."""
    from jinja2 import nodes

    from loi_cli.render.environment import environment

    made = environment([])
    found: dict[str, list[str]] = {}
    for path in sorted((templates_folder() / "macros").glob("*.html")):
        tree = made.parse(path.read_text(encoding="utf-8"))
        found[f"macros/{path.name}"] = [_called(node) for node in tree.body if isinstance(node, nodes.Macro)]
    return found


def _called(macro: object) -> str:
    from jinja2 import nodes

    assert isinstance(macro, nodes.Macro)
    return f"{macro.name}({', '.join(str(argument.name) for argument in macro.args)})"


def page(contexts: Mapping[str, Mapping[str, object]], macros_of: Mapping[str, list[str]]) -> str:
    """What templates/README.md says below its introduction."""
    lines = ["## Macros", ""]
    for file, calls in macros_of.items():
        lines += [f"- `{file}`: " + ", ".join(f"`{call}`" for call in calls)]
    for paper, context in contexts.items():
        lines += ["", f"## {paper}", "", "| variable | example |", "| --- | --- |"]
        for path, example in variables(paper, context).items():
            lines.append(f"| `{path}` | {_cell(example)} |")
    return "\n".join(lines) + "\n"


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("<", "&lt;").replace("\n", " ")
