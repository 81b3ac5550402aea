"""A dossier opened: its folder, what dossier.yaml says, its versions and records."""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from loi_cli.files.source import Source
from loi_cli.history.names import SENT
from loi_cli.history.store import Store, heads
from loi_cli.intake.dossier import read_dossier
from loi_cli.intake.folders import record_files
from loi_cli.intake.whereabouts import MANIFEST
from loi_cli.model.dossier import Dossier
from loi_cli.model.problems import BadInput, Problem
from loi_cli.model.records import Agreement, Approval, Closing, Deadline, Decision, Naming, Received, Record, Sending
from loi_cli.model.standing import undone
from loi_cli.model.versions import Header


class OpenDossier(NamedTuple):
    """`headers` are all versions, oldest first; `warnings` what is doubtful in dossier.yaml and the records."""

    path: Path
    dossier: Dossier
    store: Store
    headers: tuple[Header, ...]
    records: tuple[Record, ...]
    warnings: tuple[Problem, ...] = ()

    @property
    def heads(self) -> tuple[Header, ...]:
        return heads(self.headers)

    @property
    def counting(self) -> tuple[Record, ...]:
        """The records that no other one undoes."""
        gone = undone(self.records)
        return tuple(r for r in self.records if r.name not in gone)

    @property
    def tags(self) -> tuple[Naming, ...]:
        """Every name given to a version, and `sent` for the version that went to the party last."""
        last = self.sendings[-1:]
        moving = (Naming(name=s.name, sha256=s.sha256, tag=SENT, version=s.version, by=s.by, date=s.date) for s in last)
        return (*(r for r in self.counting if isinstance(r, Naming)), *moving)

    @property
    def names_of_bases(self) -> tuple[Naming, ...]:
        """The tags, and names taken back that no version got anew: inputs may have been written under them."""
        standing = self.tags
        taken = {t.tag for t in standing}
        return (*standing, *(r for r in self.records if isinstance(r, Naming) and r.tag not in taken))

    @property
    def agreements(self) -> tuple[Agreement, ...]:
        return tuple(r for r in self.counting if isinstance(r, Agreement))

    @property
    def approvals(self) -> tuple[Approval, ...]:
        return tuple(r for r in self.counting if isinstance(r, Approval))

    @property
    def closing(self) -> Closing | None:
        """What closed the dossier; None while it is open."""
        return next((r for r in self.counting if isinstance(r, Closing)), None)

    @property
    def sendings(self) -> tuple[Sending, ...]:
        """What left, the last one last; of one day, where no moment is kept, the later version is the later one."""
        numbers = {h.hash: h.number for h in self.headers}
        sent = (r for r in self.records if isinstance(r, Sending))
        return tuple(sorted(sent, key=lambda s: (s.date, s.at, numbers.get(s.version, 0), s.name)))

    @property
    def received(self) -> tuple[Received, ...]:
        return tuple(r for r in self.records if isinstance(r, Received))

    @property
    def decisions(self) -> tuple[Decision, ...]:
        return tuple(r for r in self.counting if isinstance(r, Decision))


def open_dossier(path: Path) -> OpenDossier:
    """Read dossier.yaml, the headers of all versions, and all records. Raises BadInput with every problem, Damaged."""
    read = read_dossier(Source.read(path / MANIFEST, MANIFEST))
    store = Store(path / "versions")
    files = record_files(path)
    records = _records(files) if files else ()
    deadlines = [r for r in records if isinstance(r, Deadline)]
    dossier = read.value
    if deadlines:
        from loi_cli.intake.deadlines import with_deadlines

        dossier = with_deadlines(dossier, deadlines)
    return OpenDossier(
        path=path, dossier=dossier, store=store, headers=store.headers(), records=records, warnings=read.warnings
    )


def _records(files: Iterable[Path]) -> tuple[Record, ...]:
    """Every record. Raises BadInput with the problems of all of them."""
    from loi_cli.intake.records.reading import read_record  # nine kinds: only where there is one

    found: list[Record] = []
    problems: list[Problem] = []
    for file in files:
        try:
            found.append(read_record(Source.read(file, f"records/{file.name}")).value)
        except BadInput as bad:
            problems += bad.problems
    if problems:
        raise BadInput(problems)
    return tuple(found)
