"""Longer deadlines: what records of them change in a dossier."""

from collections.abc import Iterable

from loi_cli.model.dossier import Dossier
from loi_cli.model.records import Deadline


def with_deadlines(dossier: Dossier, deadlines: Iterable[Deadline]) -> Dossier:
    """The dossier in which units have the time that they were given; of several the one recorded last counts."""
    units = dict(dossier.units)
    for one in sorted(deadlines, key=lambda d: (d.date, d.due, d.name)):
        unit = dossier.unit_named(one.unit)
        if unit is not None:  # a unit that left the dossier has no deadline either
            units[unit.id] = units[unit.id]._replace(due={**units[unit.id].due, one.round: one.due})
    return dossier._replace(units=units)
