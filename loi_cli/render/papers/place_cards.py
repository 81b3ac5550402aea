"""Place cards: a strip for each seat, to be cut out and put into a stand; the office where no name is known."""

from loi_cli.render.material import Material
from loi_cli.render.papers.cards import cards
from loi_cli.render.papers.chrome import Plain

TEMPLATE = "place-cards.html"


def context(material: Material) -> Plain:
    return cards(material, "place-cards")
