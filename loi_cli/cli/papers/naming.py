"""How a paper's file is called."""

from loi_cli.render.layout import Layout
from loi_cli.render.manifest import NAME
from loi_cli.render.marks import Marks
from loi_cli.render.material import Material
from loi_cli.render.papers import paper_named


def manifest_name(what: Material) -> str:
    """`manifest-IDN-v3.json`: called as the certificate that it names beside the originals."""
    return stem("certificate", what).replace("certificate", NAME, 1) + ".json"


def stem(paper: str, what: Material) -> str:
    """`loi-v3`, `loi-v3-en`, `redline-v2-v3`, `agenda-2022-02-15-bilateral`, `positions-v3-2022-02-15-bilateral`."""
    parts = [f"original-{what.original_of}" if what.final and paper == "loi" else paper]
    if paper == "certificate":
        parts.append(what.original_of)
    if what.addressee is not None:
        parts.append(what.addressee.unit.id)
    if paper == "actions":
        parts.append(what.today.isoformat())
    elif paper_named(paper).needs_meeting and what.meeting is not None:
        parts.append(what.meeting.name)
    elif paper == "redline" and what.against is not None:
        parts += [what.against.header.label, what.version.header.label]
    else:
        parts.append(what.version.header.label)
        if paper_named(paper).names_meeting and what.meeting is not None:
            parts.append(what.meeting.name)  # its title stands on the paper: the next meeting's is another paper
    if what.copy:
        parts += ["copy", f"{what.copy:0{len(str(what.copies))}}"]
    if what.marks is not Marks.BRACKETED:
        parts.append(what.marks.value)
    # Of documents apart each has its language in its name; their certificate is one.
    if what.layout is Layout.SEQUENCE or (what.layout is Layout.SEPARATE and paper == "certificate"):
        parts.append(what.layout.value)
    if len(what.languages) < len(what.dossier.languages):
        parts += what.languages
    return "-".join(parts)
