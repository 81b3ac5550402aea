"""The trees of several languages made one: the same clause in each, found by its place, its row, or our bookmark."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from loi_cli.i18n import _
from loi_cli.intake.importing.nodes import Doubt, Node
from loi_cli.model.text import Kind


@dataclass(slots=True, kw_only=True)
class Draft:
    """One clause of the concept to be: its words by language, and the node of each."""

    kind: Kind
    nodes: dict[str, Node]
    children: "list[Draft]" = field(default_factory=list)
    id: str = ""
    heading: dict[str, str] = field(default_factory=dict)
    text: dict[str, str] = field(default_factory=dict)

    @property
    def first(self) -> Node:
        return next(iter(self.nodes.values()))


def joined(trees: Mapping[str, Sequence[Node]], doubts: list[Doubt]) -> list[Draft]:
    """The clauses of all languages; where one has a clause that another lacks, it is a doubt."""
    return list(_joined(trees, doubts))


def _joined(trees: Mapping[str, Sequence[Node]], doubts: list[Doubt]) -> Iterator[Draft]:
    keyed = {language: dict(zip(_keys(nodes), nodes, strict=True)) for language, nodes in trees.items()}
    for key in _order([list(nodes) for nodes in keyed.values()]):
        nodes = {language: found[key] for language, found in keyed.items() if key in found}
        first = next(iter(nodes.values()))
        lacking = [language for language in trees if language not in nodes]
        if lacking:
            why = _("a clause of {languages} alone; {lacking} lacks it").format(
                languages=", ".join(nodes), lacking=", ".join(lacking)
            )
            doubts.append(Doubt(why, first.heading or first.text, first.place))
        kinds = {node.kind for node in nodes.values()}
        if len(kinds) > 1:
            why = _("recognised as {kinds} in different languages").format(kinds=", ".join(sorted(kinds)))
            doubts.append(Doubt(why, first.heading or first.text, first.place))
        draft = Draft(kind=first.kind, nodes=nodes)
        draft.heading = {language: node.heading for language, node in nodes.items() if node.heading}
        draft.text = {language: node.text for language, node in nodes.items() if node.text}
        below = {language: nodes[language].children if language in nodes else [] for language in nodes}
        draft.children = list(_joined(below, doubts))
        yield draft


def _keys(nodes: Sequence[Node]) -> Iterator[tuple[str, ...]]:
    """By our bookmark where there is one, else by the place among clauses of the same kind."""
    counts: dict[Kind, int] = {}
    for node in nodes:
        if node.own:
            yield ("own", node.own)
            continue
        counts[node.kind] = counts.get(node.kind, 0) + 1
        yield (node.kind.value, str(counts[node.kind]))


def _order(lists: Sequence[Sequence[tuple[str, ...]]]) -> list[tuple[str, ...]]:
    """All keys, in the order of the first language, those that only another has after the one they follow there."""
    found: list[tuple[str, ...]] = []
    for keys in lists:
        at = 0
        for key in keys:
            if key in found:
                at = found.index(key) + 1
            else:
                found.insert(at, key)
                at += 1
    return found
