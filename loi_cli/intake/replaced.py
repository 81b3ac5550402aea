"""Whether an input that takes back an earlier one names one that it can take back."""

from collections.abc import Mapping

from loi_cli.i18n import _
from loi_cli.model.identifiers import nearest
from loi_cli.model.inputs import Input
from loi_cli.model.problems import Problem

REPLACES_NOTHING = "F313"


def replaces_wrongly(one: Input, others: Mapping[str, Input]) -> Problem | None:
    """The problem of its `replaces`, if any. `others` are all inputs that can be read, by name, this one or not."""
    replaced = one.replaces
    if replaced is None:
        return None
    known = others.get(replaced)
    own = [name for name, other in others.items() if _sender(other) == _sender(one) and name != one.name]
    near = nearest(replaced, own)
    remedy = _("did you mean “{near}”?").format(near=near) if near else _("take the key out")
    if replaced == one.name:
        return _problem(one, _("“{name}” replaces itself").format(name=replaced), remedy)
    if known is None:
        return _problem(one, _("it replaces “{name}”, and there is no such input").format(name=replaced), remedy)
    if _sender(known) != _sender(one):
        message = _("it replaces “{name}”, which {sender} sent").format(name=replaced, sender=_sender(known))
        return _problem(one, message, remedy)
    seen = {one.name}
    while known is not None and known.replaces is not None:
        if known.name in seen:
            break
        seen.add(known.name)
        known = others.get(known.replaces)
    if known is not None and known.name == one.name:
        message = _("“{name}” and “{other}” replace each other").format(name=one.name, other=replaced)
        return _problem(one, message, _("take the key out of the earlier one"))
    return None


def _sender(one: Input) -> str:
    return one.unit or one.party or ""


def _problem(one: Input, message: str, remedy: str) -> Problem:
    return Problem(code=REPLACES_NOTHING, message=message, place=one.base_place, help=remedy)
