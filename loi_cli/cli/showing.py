"""The page of a dossier: its subject gathered from the register, made, and looked into where a party will see it."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from loi_cli.cli.papers.materials import material, preview
from loi_cli.cli.session import now
from loi_cli.history.lineage import lineage
from loi_cli.history.names import version_named
from loi_cli.history.store import Store
from loi_cli.i18n import spoken_language
from loi_cli.intake.calendar import all_meetings
from loi_cli.intake.disputes import clause_named
from loi_cli.intake.merging import as_merged
from loi_cli.intake.register import Register
from loi_cli.model.versions import Header, Version
from loi_cli.render.clauses import text_for
from loi_cli.render.disclosure import held_back
from loi_cli.render.leaks import Finding, findings, secrets_of
from loi_cli.render.material import Material
from loi_cli.render.page.origins import Origins
from loi_cli.render.page.projector import projected
from loi_cli.render.page.subject import Subject
from loi_cli.render.page.whole import left_out, page
from loi_cli.render.page.wordings import Wordings
from loi_cli.word.innards import of_text

MOST_CLAUSES = 600_000
"""So many clauses of all versions together are read for one page at most; older versions are left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A page that is made: its bytes, where it goes below out/. `held` are the clauses of which a party sees less than
    we want, `leaks` what may not leave."""

    data: bytes
    folder: str
    name: str
    left_out: int = 0
    held: tuple[str, ...] = ()
    leaks: tuple[Finding, ...] = ()


def shown(subject: Subject, register: Register, clause: str | None, templates: Sequence[Path], live: str) -> Shown:
    """The page, or with `clause` the one for the wall. Raises NoSuchClause."""
    receiver = subject.material.receiver
    origins = Origins()
    if receiver is None:
        origins = Origins(subject.material, (*register.decisions, *register.waiting_decisions), subject.language)
    name = "page.html"
    missing = 0
    if clause is None:
        wordings = Wordings(subject, origins)
        html, missing = page(subject, wordings, origins, templates, live), left_out(subject, wordings)
    else:
        seen = text_for(subject.material.version.text, subject.material)
        one = clause_named(clause, seen)
        html = projected(one, subject, templates, live)
        name = f"page-{one}.html"
    data = html.encode()
    return Shown(
        data=data,
        folder=f"for-{receiver}" if receiver else "internal",
        name=name,
        left_out=missing,
        held=held_back(subject.material.version.text, receiver, subject.material.dossier) if receiver else (),
        leaks=tuple(_leaks(name, data, subject, register)) if receiver else (),
    )


def _leaks(name: str, data: bytes, subject: Subject, register: Register) -> Sequence[Finding]:
    """What `loi send` would find in it."""
    receiver = subject.material.receiver
    assert receiver is not None
    texts = [v.text for v in subject.versions]
    meetings = all_meetings(register.opened)
    secrets = secrets_of(
        register.opened.dossier, texts, receiver, register.inputs, register.opened.decisions, meetings
    )  # fmt: skip
    return tuple(findings(name, of_text(name, data), secrets, register.opened.dossier))


def subject_of(register: Register, receiver: str | None, version: str, languages: tuple[str, ...]) -> Subject:
    """What the page draws on. For a party the versions are those that were sent to it, and the one shown. Raises
    NoSuchVersion."""
    opened = register.opened
    present = _present(version, register)
    what: Material = material(
        register,
        as_merged(register, now()),
        version=present,
        against=None,
        receiver=receiver,
        languages=languages,
    )
    sendings = tuple(s for s in opened.sendings if receiver in (None, s.to))
    headers = _known(opened.headers, {s.version for s in sendings} if receiver else None, present.header)
    chosen = _as_many_as_fit(headers, present)
    waiting = (*(one.file for one in register.waiting), *(f"records/{r.name}.yaml" for r in register.waiting_records))
    return Subject(
        material=what,
        versions=_read(chosen, present, opened.store),
        left_out=len(headers) - len(chosen),
        headers=headers,
        names=_names(register) if receiver is None else {},
        sendings=sendings,
        meetings=all_meetings(opened),
        waiting=waiting if receiver is None else (),
        spoken=spoken_language(),
    )


def _read(headers: Sequence[Header], present: Version, store: Store) -> tuple[Version, ...]:
    """The present version is what it is, recorded or not."""
    older = {v.header.hash: v for v in lineage((h for h in headers if h != present.header), store)}
    return tuple(present if h == present.header else older[h.hash] for h in headers)


def _present(name: str, register: Register) -> Version:
    opened = register.opened
    if register.is_new and name in ("head", "v1"):
        return preview(register.root, register)
    return opened.store.version(version_named(name, opened.headers, opened.tags))


def _known(headers: Sequence[Header], sent: set[str] | None, present: Header) -> tuple[Header, ...]:
    """Those that the reader may see, oldest first; a preview that nobody recorded is the newest."""
    some = [h for h in headers if sent is None or h.hash in sent or h == present]
    return (*some, *(() if present in some else (present,)))


def _as_many_as_fit(headers: Sequence[Header], present: Version) -> tuple[Header, ...]:
    """The newest, and the one shown first however old it is."""
    most = max(MOST_CLAUSES // max(len(present.text), 1), 2)
    newest = headers[-most:]
    return tuple(newest if present.header in newest else (present.header, *newest[1:]))


def _names(register: Register) -> dict[str, tuple[str, ...]]:
    names: dict[str, tuple[str, ...]] = {}
    for tag in register.opened.tags:
        names[tag.version] = tuple(sorted((*names.get(tag.version, ()), tag.tag)))
    return names
