"""The attendance sheet (absensi): everybody who is expected, and lines for who comes besides; each signs."""

from loi_cli.render.catalogue import catalogue
from loi_cli.render.material import Material
from loi_cli.render.papers import chrome, delegations
from loi_cli.render.papers.chrome import Plain

TEMPLATE = "attendance.html"

_FREE_LINES = 3


def context(material: Material) -> Plain:
    made = delegations.context(material)
    words = catalogue(chrome.language_of(material))
    parties = made["parties"]
    assert isinstance(parties, list)
    return {
        **made,
        "title": words.say("documents.attendance"),
        "words": words.section("papers.delegations") | words.section("papers.attendance"),
        "parties": [{**party, "free": _free(len(party["seats"]))} for party in parties],
    }


def _free(seats: int) -> list[int]:
    """The numbers of the lines for those whom nobody announced."""
    return list(range(seats + 1, seats + 1 + _FREE_LINES))
