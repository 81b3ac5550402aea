"""Where each input stands: waiting, merged, superseded, withdrawn, refused; and which version took it first."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from loi_cli.model.inputs import Input
from loi_cli.model.standing import taken_back
from loi_cli.model.versions import Header, Version


class Standing(StrEnum):
    WAITING = "waiting"
    MERGED = "merged"
    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """One input. `version` is the first that holds it, `by` the later input, or the record, that takes it back."""

    input: Input
    standing: Standing
    version: Header | None = None
    by: str = ""


def taken(
    merged: Iterable[Input], waiting: Iterable[Input], versions: Iterable[Version], withdrawn: Mapping[str, str]
) -> tuple[Taken, ...]:
    """All inputs in the order given, merged ones first; `versions` oldest first; `withdrawn` names the records that
    take inputs back."""
    first: dict[tuple[str, str], Header] = {}
    for version in versions:
        for one in version.inputs:
            first.setdefault((one.name, one.sha256), version.header)
    held, left = tuple(merged), tuple(waiting)
    back = taken_back((*held, *left), withdrawn)

    def standing(one: Input, where: Standing) -> Standing:
        if one.name in withdrawn:
            return Standing.WITHDRAWN
        return Standing.SUPERSEDED if one.name in back else where

    return tuple(
        Taken(
            input=one,
            standing=standing(one, where),
            version=first.get((one.name, one.sha256)),
            by=back.get(one.name, ""),
        )
        for where, some in ((Standing.MERGED, held), (Standing.WAITING, left))
        for one in some
    )
