"""Words found wherever they stand, or ever stood: in every version's text, in what units proposed and said, in
decisions."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from loi_cli.history.folding import Words
from loi_cli.intake.register import Register
from loi_cli.intake.sayings import wanted
from loi_cli.model.inputs import Input, Insert, Instruct, Position, Proposal, Remark, Replace, Reword
from loi_cli.model.numbering import numbers
from loi_cli.model.records import Decision
from loi_cli.model.text import Text
from loi_cli.model.words import shown


@dataclass(frozen=True, slots=True, kw_only=True)
class InText:
    """Words in the text of versions `first` to `last`, one after the other; `stands`: `last` is a head. `text` and
    `places` are the field as `last` has it, `number` the clause's there."""

    clause: str
    number: str
    field: str
    language: str
    first: str
    last: str
    stands: bool
    text: str
    places: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class InFile:
    """Words in an input or a decision. `what` says in which part: a field (`text.en`), `reason`, `note`, `aim` …"""

    file: str
    line: int
    side: str
    clause: str
    what: str
    text: str
    places: tuple[tuple[int, int], ...]

    @property
    def where(self) -> str:
        return f"{self.file}:{self.line}" if self.line else self.file


@dataclass(slots=True)
class _Span:
    """A field that holds the words from one version on, and still does at version number `at` of all."""

    first: str
    last: str
    at: int
    stands: bool
    number: str
    text: str
    places: tuple[tuple[int, int], ...] = field(default=())


def in_versions(
    words: Words, register: Register, languages: Sequence[str], look: Callable[[str], object]
) -> tuple[InText, ...]:
    """Every field that holds the words, with the versions that held them; what stands first, in reading order.

    `look` is told which version is being read.
    """
    headers = register.opened.headers or (register.root.header,)
    heads = {h.hash for h in register.opened.heads} or {register.root.header.hash}
    loaded = {v.header.hash: v for v in (register.root, *register.heads)}
    known: dict[str, tuple[tuple[int, int], ...]] = {}
    spans: dict[tuple[str, str], list[_Span]] = {}
    found: dict[str, list[tuple[tuple[str, str], str, str]]] = {}
    for at, header in enumerate(headers):
        look(header.label)
        if header.text_hash not in found:
            version = loaded.get(header.hash) or register.opened.store.version(header)
            found[header.text_hash] = list(_fields(version.text, words, languages, known))
        for key, number, text in found[header.text_hash]:
            some = spans.setdefault(key, [])
            stands = header.hash in heads
            if some and some[-1].at >= at - 1:
                span = some[-1]
                span.last, span.at, span.number, span.text = header.label, at, number, text
                span.stands = span.stands or stands
            else:
                some.append(_Span(header.label, header.label, at, stands, number, text))
    out = [
        InText(
            clause=clause, number=s.number, field=name, language=name.partition(".")[2], first=s.first, last=s.last,
            stands=s.stands, text=s.text, places=known[s.text],
        )
        for (clause, name), some in spans.items()
        for s in some
    ]  # fmt: skip
    order = {c.id: n for version in reversed(register.heads or (register.root,)) for n, c in enumerate(version.text)}
    return tuple(sorted(out, key=lambda hit: (not hit.stands, order.get(hit.clause, len(order)))))


def _fields(
    text: Text, words: Words, languages: Sequence[str], known: dict[str, tuple[tuple[int, int], ...]]
) -> Iterator[tuple[tuple[str, str], str, str]]:
    number: dict[str, str] = {}
    for clause in text:
        for prefix, fields in (("heading", clause.heading), ("text", clause.text)):
            for language in languages:
                if language in fields:
                    spoken = shown(fields[language])
                    if spoken not in known:
                        known[spoken] = tuple(words.within(spoken))
                    if known[spoken]:
                        number = number or numbers(text)
                        yield (clause.id, f"{prefix}.{language}"), number[clause.id], spoken


def in_inputs(words: Words, inputs: Sequence[Input], languages: Sequence[str]) -> Iterator[InFile]:
    """What units proposed, and what they said of it."""
    for one in inputs:
        for proposal in one.proposals:
            for what, text in _said(proposal, languages):
                yield from _in_file(words, one, proposal.place.line, proposal.clause, what, text)
        for point in one.talking_points:
            yield from _in_file(words, one, point.place.line, point.about, "talking-point", point.note)
        for item in one.agenda:
            for title in item.title.values():
                yield from _in_file(words, one, item.place.line, ", ".join(item.clauses), "agenda", title)
        for project in one.projects:
            for text in (*project.title.values(), project.note):
                yield from _in_file(words, one, project.place.line, "", f"project {project.id}", text)


def in_decisions(words: Words, decisions: Sequence[Decision]) -> Iterator[InFile]:
    """What was decided, and why."""
    for one in decisions:
        texts = [("reason", one.reason), ("reads", one.reads or ""), *((f"text.{k}", w) for k, w in one.words.items())]
        for what, text in texts:
            places = tuple(words.within(text))
            if places:
                yield InFile(
                    file=f"records/{one.name}.yaml", line=0, side=one.by, clause=one.conflict.partition("/")[0],
                    what=what, text=text, places=places,
                )  # fmt: skip


def _said(proposal: Proposal, languages: Sequence[str]) -> Iterator[tuple[str, str]]:
    if isinstance(proposal, Reword | Replace | Insert):
        for name, text in wanted(proposal):
            if name.partition(".")[2] in languages:
                yield name, text
    if isinstance(proposal, Instruct | Remark):
        yield "note", proposal.note
    if isinstance(proposal, Position):
        yield from (("aim", proposal.aim), ("adjustments", proposal.adjustments))
        yield from (("fallback", proposal.fallback), ("red-line", proposal.red_line))
    yield "reason", proposal.reason


def _in_file(words: Words, one: Input, line: int, clause: str, what: str, text: str) -> Iterator[InFile]:
    places = tuple(words.within(text))
    if places:
        yield InFile(file=one.file, line=line, side=one.side, clause=clause, what=what, text=text, places=places)
