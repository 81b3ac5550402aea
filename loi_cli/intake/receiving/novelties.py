"""Lines that were not in the paper when it was sent: each with the clauses that it stands between."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from loi_cli.intake.receiving.changes import ByLanguage, owners
from loi_cli.intake.receiving.lines import Line
from loi_cli.intake.receiving.structure import New

_TYPED_NUMBER = re.compile(r"^(?:\(?(?:[a-zа-я]|[ivx]{1,5}|\d{1,2})[).]|\d{1,2}(?:\.\d{1,2})+\.?)\s+", re.IGNORECASE)


def novelties(matched: ByLanguage) -> Iterator[New]:
    """The new lines of all languages, in the order of the paper within each."""
    for language, one in matched.items():
        yield from _in_order(one.new, owners([one]), language)


def _in_order(lines: Sequence[Line], owner: Mapping[int, str], language: str) -> Iterator[New]:
    """New lines, each after the clause that comes before it, with its place among those that are new there."""
    orders = sorted(owner)
    last: tuple[str, int] | None = None
    count = 0
    for line in lines:
        at = bisect_left(orders, line.order)
        before = orders[at - 1] if at else -1
        after = orders[at] if at < len(orders) else -1
        here = (owner.get(before, ""), before)
        count = count + 1 if here == last else 0
        last = here
        bare = _TYPED_NUMBER.sub("", line.text) if line.passage.numbering is None else line.text
        yield New(
            language=language, line=line, text=bare or line.text, after=owner.get(before, ""),
            before=owner.get(after, ""), at=count,
        )  # fmt: skip
