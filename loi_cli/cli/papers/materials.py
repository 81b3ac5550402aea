"""What papers are made of, gathered from the register."""

from datetime import date

from loi_cli.cli.session import now
from loi_cli.history.names import SENT, version_named
from loi_cli.intake.agreements import agreed_now
from loi_cli.intake.merging import Prospect
from loi_cli.intake.register import Register
from loi_cli.model.meetings import Meeting
from loi_cli.model.versions import Version
from loi_cli.render.layout import Layout
from loi_cli.render.marks import Marks
from loi_cli.render.material import Material


def last_sent(register: Register) -> Version | None:
    """The version that went to the other party last."""
    opened = register.opened
    if not any(one.tag == SENT for one in opened.tags):
        return None
    return opened.store.version(version_named(SENT, opened.headers, opened.tags))


def preview(version: Version, register: Register) -> Version:
    """A text that nobody has recorded yet, dated by the newest file that it comes from."""
    return version.as_preview(register.newest_day or now().date())


def material(
    register: Register,
    found: Prospect,
    *,
    version: Version,
    against: Version | None,
    receiver: str | None,
    languages: tuple[str, ...],
    meeting: Meeting | None = None,
    layout: Layout = Layout.PARALLEL,
    marks: Marks = Marks.BRACKETED,
    final: bool = False,
) -> Material:
    return Material(
        dossier=register.opened.dossier,
        version=version,
        against=against,
        inputs=register.inputs,
        outcomes=found.outcomes,
        withdrawn=register.withdrawn_by,
        bases=_bases(register) if receiver is None else {},
        agreed=agreed_now(register, version.text),
        meeting=meeting,
        today=now().date(),
        as_of=date.fromisoformat(version.header.time[:10]),
        receiver=receiver,
        languages=languages,
        layout=layout,
        marks=marks,
        final=final,
    )


def _bases(register: Register) -> dict[str, Version]:
    """The version that each input was written against."""
    store = register.opened.store
    loaded = {v.header.hash: v for v in (register.root, *register.heads)}
    out = {}
    for one in register.inputs:
        header = register.base_of(one)
        if header.hash not in loaded:
            loaded[header.hash] = store.version(header)
        out[one.name] = loaded[header.hash]
    return out
