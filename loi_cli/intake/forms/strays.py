"""Words that a sender typed where a form has no place for them: between its lines, in its margins, beside its cells."""

from collections.abc import Iterator, Sequence

from loi_cli.i18n import _
from loi_cli.intake.forms import marks
from loi_cli.intake.forms.sheet import Sheet
from loi_cli.intake.receiving.lines import margin_words
from loi_cli.intake.receiving.printer import Printer
from loi_cli.model.dossier import Dossier
from loi_cli.model.versions import Version
from loi_cli.word.filled_tables import filled_tables
from loi_cli.word.revised import RevisedText


def strays_of(
    sheet: Sheet, dossier: Dossier, unit: str, round: int, version: Version, printer: Printer
) -> tuple[str, ...]:
    """What is not the form's own, by its seals. One that lost them is held against the forms as they are printed."""
    printed: tuple[RevisedText, ...] = ()
    if sheet.own:  # margins are alike in the forms of all units, but for the title, which the form shows too
        if sheet.margins:
            printed = (next(printer.forms(next(iter(dossier.units.values())), round, version)),)
        left = sheet.loose
    else:
        printed = tuple(printer.forms(dossier.units[unit], round, version))
        left = min((_beyond(sheet.loose, one) for one in printed), key=len)
    return (*left, *sheet.beside, *_margins(sheet, printed))


def _beyond(lines: Sequence[str], printed: RevisedText) -> tuple[str, ...]:
    own = {marks.seal(line.text) for line in filled_tables(printed).lines}
    return tuple(words for words in lines if marks.seal(words) not in own)


def _margins(sheet: Sheet, printed: Sequence[RevisedText]) -> Iterator[str]:
    own = frozenset(word for words in sheet.own for word in margin_words(words))
    own |= {word for one in printed for words in one.margins for word in margin_words(words)}
    for words in dict.fromkeys(sheet.margins):
        if not margin_words(words) <= own:
            yield _("in a header or footer: {text}").format(text=words)
