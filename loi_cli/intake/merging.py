"""A merge: from the register to a new version, in memory, and then onto the disk."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from loi_cli.history.canonical import sha256
from loi_cli.history.store import compose
from loi_cli.i18n import _
from loi_cli.intake.register import Register
from loi_cli.merge.comparison import compare
from loi_cli.merge.decisions import Rulings
from loi_cli.merge.outcomes import Outcome
from loi_cli.merge.replay import Base, replay
from loi_cli.merge.rules import Rules
from loi_cli.model.conflicts import Conflict, conflicts_in
from loi_cli.model.inputs import Input
from loi_cli.model.problems import LoiError
from loi_cli.model.versions import Merged, Version


@dataclass(frozen=True, slots=True, kw_only=True)
class Prospect:
    """What a merge gives: the version, `root` where the concept itself is new, and the outcomes of all inputs.

    `is_news` is false where the head already holds it all; the version is then the head itself.
    """

    version: Version
    root: Version | None
    outcomes: tuple[Outcome, ...]
    is_news: bool

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        return conflicts_in(self.version.text)

    def outcomes_of(self, one: Input) -> tuple[Outcome, ...]:
        return tuple(sorted((o for o in self.outcomes if o.input == one.name), key=lambda o: (o.proposal, o.field)))


def prospect(register: Register, now: datetime, author: str, message: str = "") -> Prospect:
    """Merge all that waits, in memory. The same inputs and decisions give the same text in any order."""
    time = now.strftime("%Y-%m-%dT%H:%M:%SZ")
    result = replay(_bases(register), _inputs_by_base(register), _rules(register))
    root = _signed(register.root, author, time) if register.is_new else None
    parents = register.heads or ((root,) if root else ())
    something_waits = bool(register.waiting or register.waiting_decisions or len(parents) > 1)
    if not something_waits:
        return Prospect(version=parents[0], root=root, outcomes=result.outcomes, is_news=root is not None)
    version = compose(
        text=result.text,
        parents=tuple(p.header for p in parents),
        order=register.order,
        inputs=_all_merged([Merged(i.name, i.sha256) for i in register.inputs]),
        decisions=_all_merged([Merged(d.name, d.sha256) for d in (*register.decisions, *register.waiting_decisions)]),
        touched=tuple(c.clause for c in compare(parents[0].text, result.text)),
        time=time,
        author=author,
        message=message or _summary(register),
    )
    return Prospect(version=version, root=root, outcomes=result.outcomes, is_news=True)


def record(register: Register, found: Prospect) -> None:
    """Write it: the concept first where it is new, then the bytes of what was merged, the version last."""
    store = register.opened.store
    folder = register.opened.path
    if found.root is not None:
        store.add(found.root)
    for one in register.waiting:
        store.keep(_bytes_of(folder / "inputs" / f"{one.name}.yaml", one.sha256))
    for decision in register.waiting_decisions:
        store.keep(_bytes_of(folder / "records" / f"{decision.name}.yaml", decision.sha256))
    if found.root is None or found.version.header.hash != found.root.header.hash:
        store.add(found.version)


def _bytes_of(path: Path, digest: str) -> bytes:
    data = path.read_bytes()
    if sha256(data) != digest:
        raise LoiError(
            _("{file} was changed while it was being merged").format(file=path.name), _("run `loi merge` again")
        )
    return data


def _signed(root: Version, author: str, time: str) -> Version:
    return compose(
        text=root.text,
        parents=(),
        order=root.order,
        inputs=(),
        decisions=(),
        touched=root.header.touched,
        time=time,
        author=author,
        message=root.header.message,
    )


def _rules(register: Register) -> Rules:
    dossier = register.opened.dossier
    return Rules(
        home=dossier.home,
        languages=dossier.languages,
        rank=register.rank,
        rulings=Rulings((*register.decisions, *register.waiting_decisions)),
    )


def _bases(register: Register) -> list[Base]:
    """The root and every version that an input was written against, one for each text."""
    store = register.opened.store
    root = register.root
    loaded = {v.header.hash: v for v in (root, *register.heads)}
    bases = {root.header.text_hash: Base(root.header.text_hash, 1, root.text, frozenset())}
    for one in register.inputs:
        header = register.base_of(one)
        if header.text_hash in bases:
            continue
        version = loaded.get(header.hash) or store.version(header)
        holds = frozenset(m.name for m in version.inputs)
        bases[header.text_hash] = Base(header.text_hash, header.number, version.text, holds)
    return sorted(bases.values(), key=lambda b: (b.number, b.text_hash))


def _inputs_by_base(register: Register) -> dict[str, list[Input]]:
    out: dict[str, list[Input]] = {}
    for one in register.inputs:
        out.setdefault(register.base_of(one).text_hash, []).append(one)
    return out


def _all_merged(items: list[Merged]) -> tuple[Merged, ...]:
    return tuple(sorted(set(items), key=lambda m: (m.name, m.sha256)))


def _summary(register: Register) -> str:
    names = [one.name for one in register.waiting]
    if not names and not register.waiting_decisions:
        return _("join of {count} heads").format(count=len(register.heads))
    shown = ", ".join(names[:6]) + (", …" if len(names) > 6 else "")
    if register.waiting_decisions:
        decided = _("{count} decisions").format(count=len(register.waiting_decisions))
        return f"{shown}; {decided}" if shown else decided
    return shown
