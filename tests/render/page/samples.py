"""The small negotiation of the papers as the subject of a page."""

from dataclasses import replace
from datetime import date

from loi_cli.model.records import Sending
from loi_cli.model.versions import Version
from loi_cli.render.material import Material
from loi_cli.render.page.origins import Origins
from loi_cli.render.page.subject import Subject
from loi_cli.render.page.whole import page
from loi_cli.render.page.wordings import Wordings
from tests.render.papers.samples import material


def subject(receiver: str | None = None, of: Material | None = None, **more: object) -> Subject:
    """Two versions, the first of which went to the party, and one meeting."""
    about = of or material(receiver)
    assert about.against is not None and about.meeting is not None
    first, present = about.against, _after(about.version, about.against)
    about = replace(about, version=present)
    return Subject(
        material=about,
        versions=(first, present),
        headers=(first.header, present.header),
        sendings=(sending(first),),
        meetings=(about.meeting,),  # type: ignore[arg-type]
        **more,  # type: ignore[arg-type]
    )


def origins(about: Subject) -> Origins:
    return Origins(about.material, (), about.language) if about.inside else Origins()


def made(about: Subject) -> str:
    """Its page."""
    known = origins(about)
    return page(about, Wordings(about, known), known)


def sending(version: Version) -> Sending:
    return Sending(name="2022-01-20-sent-0a", sha256="0" * 64, to="BLR", version=version.header.hash, text="0" * 64,
                   languages=("en",), files=(), by="Direktorat", date=date(2022, 1, 20))  # fmt: skip


def _after(version: Version, parent: Version) -> Version:
    return version._replace(header=version.header._replace(parents=(parent.header.hash,)))
