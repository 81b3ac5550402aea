"""Words that a sender typed where a form has no place for them: between its lines, in its margins, beside its cells."""

from collections.abc import Collection

from loi_cli.intake.forms import marks
from loi_cli.intake.forms.loose import in_margins, seals_of
from loi_cli.intake.forms.sheet import Sheet
from loi_cli.intake.receiving.printer import Printer
from loi_cli.model.dossier import Unit
from loi_cli.model.versions import Version
from loi_cli.word.filled_tables import filled_tables


def strays_of(sheet: Sheet, unit: Unit, round: int, version: Version, printer: Printer) -> tuple[str, ...]:
    """What is not the form's own, by its seals. One that lost them is held against those of the forms that the unit may
    have been sent, printed once more."""
    known = [sheet.seals] if sheet.seals else [seals_of(filled_tables(f)) for f in printer.forms(unit, round, version)]
    return min((_strays(sheet, seals) for seals in known), key=len)


def _strays(sheet: Sheet, seals: Collection[str]) -> tuple[str, ...]:
    loose = (words for words in sheet.loose if marks.seal(words) not in seals)
    return (*loose, *sheet.beside, *in_margins(sheet.margins, seals))
