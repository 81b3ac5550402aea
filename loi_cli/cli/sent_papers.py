"""Papers made once more as their readers have them; what compares them with a returned copy sits below what renders."""

from loi_cli.cli.papers import languages_named, material
from loi_cli.cli.session import now
from loi_cli.intake.merging import Prospect, prospect
from loi_cli.intake.receiving.receiving import Printed
from loi_cli.intake.receiving.sent import SentPaper
from loi_cli.intake.register import Register
from loi_cli.model.versions import Version


def printer(register: Register, receiver: str | None) -> Printed:
    """Makes papers for a party, or for our own side."""

    def printed(paper: str, version: Version, against: Version | None) -> SentPaper:
        from loi_cli.render.own_templates import templates_folder
        from loi_cli.render.sent import as_sent

        own = register.opened.path / "templates"
        reference = own / "reference.docx"
        if not reference.is_file():
            reference = templates_folder() / "reference.docx"
        nothing: Prospect = prospect(register, now(), "loi")
        what = material(
            register,
            nothing,
            version=version,
            against=against,
            receiver=receiver,
            languages=languages_named(None, register, receiver),
        )
        return as_sent(paper, what, reference.read_bytes(), [own] if own.is_dir() else [])

    return printed
