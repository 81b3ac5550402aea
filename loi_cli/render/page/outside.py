"""What the page for a party tells beside the text it may see: the points that are open between the parties."""

from loi_cli.model.conflicts import conflicts_in
from loi_cli.model.text import Text
from loi_cli.render.catalogue import catalogue
from loi_cli.render.page.subject import Subject
from loi_cli.render.papers import open_points
from loi_cli.render.papers.chrome import Plain


def tiles(subject: Subject, seen: Text) -> list[Plain]:
    words = catalogue(subject.language)
    open_ = len(conflicts_in(seen))
    agreed = sum(state.unchanged for clause, state in subject.material.agreed.items() if clause in seen.by_id())
    return [
        {
            "label": words.say("page.open-points"),
            "count": open_,
            "href": "#conflicts",
            "tone": "bad" if open_ else "good",
        },
        {"label": words.say("page.agreed"), "count": agreed, "href": "#text", "tone": ""},
    ]


def points(subject: Subject) -> Plain:
    """The rows of the open points as the matrix for the party has them, with the names of its columns."""
    return open_points.table(subject.material, subject.language)
