"""Badges to cut out: name, office and country of everybody at the table."""

from loi_cli.render.material import Material
from loi_cli.render.papers.cards import cards
from loi_cli.render.papers.chrome import Plain

TEMPLATE = "badges.html"


def context(material: Material) -> Plain:
    return cards(material, "badges")
