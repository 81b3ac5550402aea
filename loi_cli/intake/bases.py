"""The versions that inputs may have been written against."""

from collections.abc import Iterable, Sequence

from loi_cli.files.source import Source
from loi_cli.history.names import NoSuchVersion, base_named
from loi_cli.intake.opening import OpenDossier
from loi_cli.merge.fitting import misfits
from loi_cli.model.inputs import Input, Unread
from loi_cli.model.problems import Problem
from loi_cli.model.versions import Header, Version

NO_BASE = "F306"


class Bases:
    """The versions that inputs may have been written against; each text is read once."""

    def __init__(self, opened: OpenDossier, root: Version, heads: Iterable[Version]) -> None:
        self.store = opened.store
        self.headers = opened.headers or (root.header,)
        self.names = opened.names_of_bases
        self.texts = {v.header.text_hash: v.text for v in (root, *heads)}

    def misfits(self, one: Input, source: Source, unread: Sequence[Unread] = ()) -> Iterable[Problem]:
        """That the base does not exist, or every proposal that does not fit it."""
        try:
            base = base_named(one.base, self.headers, self.names)
        except NoSuchVersion as error:
            line = source.line(one.base_place.line)
            return [Problem(NO_BASE, error.message, one.base_place, error.hint, source=line)]
        if base.text_hash not in self.texts:
            self.texts[base.text_hash] = self.store.version(base).text
        problems = misfits(one, self.texts[base.text_hash], lambda clause: self._last_seen(clause, base), unread)
        return [p._replace(source=source.line(p.place.line)) for p in problems]

    def _last_seen(self, clause: str, base: Header) -> str | None:
        """The newest version before a base that has a clause."""
        older = [h for h in self.headers if h.number < base.number]
        return next((h.label for h in reversed(older) if clause in self.store.version(h).text.by_id()), None)
