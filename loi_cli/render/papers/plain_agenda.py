"""The agenda without our notes, in our own language: to hang up, to hand to interpreters."""

from loi_cli.render.catalogue import catalogue
from loi_cli.render.material import Material
from loi_cli.render.papers import agenda
from loi_cli.render.papers.chrome import Plain

TEMPLATE = "plain-agenda.html"


def context(material: Material) -> Plain:
    made = agenda.plainly(material)
    return {**made, "title": catalogue(str(made["language"])).say("documents.agenda")}
