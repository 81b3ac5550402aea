"""Names that a person types, held against those that there are."""

from collections.abc import Iterable

from loi_cli.i18n import _
from loi_cli.model.dossier import Dossier
from loi_cli.model.identifiers import nearest
from loi_cli.model.problems import LoiError


def one_of(name: str, known: Iterable[str], unknown: str, listing: str) -> str:
    """The name itself. Raises LoiError, with the nearest known name, else `listing` and all of them."""
    names = tuple(known)
    if name in names:
        return name
    near = nearest(name, names)
    hint = _("did you mean “{near}”?").format(near=near) if near else listing.format(names=", ".join(names))
    raise LoiError(unknown.format(name=name), hint)


def language_named(name: str, dossier: Dossier) -> str:
    return one_of(name, dossier.languages, _("the dossier has no language “{name}”"), _("its languages are: {names}"))


def unit_named(name: str, dossier: Dossier) -> str:
    """The unit's present id, also for a name that it had before."""
    if (known := dossier.unit_named(name)) is not None:
        return known.id
    return one_of(name, dossier.units, _("the dossier has no unit “{name}”"), _("its units are: {names}"))


def round_named(number: int, dossier: Dossier) -> int:
    rounds = {str(known): known for known in dossier.rounds}
    return rounds[one_of(str(number), rounds, _("the dossier has no round {name}"), _("its rounds are: {names}"))]
