"""Small dossiers, texts and versions for the tests of papers: real values, nothing stands in for anything."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from loi_cli.model.dossier import Classification, Dossier, Instrument, Party, Unit
from loi_cli.model.text import Clause, Kind, Text
from loi_cli.model.versions import Header, Merged, Version
from loi_cli.model.words import Bracket, Reading, Run, Side, Words
from loi_cli.render.material import Material, Original

TODAY = date(2022, 1, 20)


def party(code: str, **name: str) -> Party:
    """A party by its name in each language; `ru_ins="…"` is a case form."""
    forms: dict[str, dict[str, str]] = {}
    for key, words in name.items():
        language, _, case = key.partition("_")
        forms.setdefault(language, {})[case or "nom"] = words
    return Party(code=code, name=forms, signatory={"en": {"nom": "Minister"}, "id": {"nom": "Menteri"}})


IDN = party(
    "IDN",
    id="Kementerian Perindustrian Republik Indonesia",
    en="Ministry of Industry of the Republic of Indonesia",
    ru="Министерство промышленности Республики Индонезии",
    ru_ins="Министерством промышленности Республики Индонезии",
)
BLR = party(
    "BLR",
    id="Kementerian Perindustrian Republik Belarus",
    en="Ministry of Industry of the Republic of Belarus",
    ru="Министерство промышленности Республики Беларусь",
    ru_ins="Министерством промышленности Республики Беларусь",
)


def dossier(*languages: str, home: Party = IDN, other: Party = BLR, **more: Any) -> Dossier:
    made = Dossier(
        instrument=Instrument.LETTER_OF_INTENT,
        subject={"id": "kerja sama industri", "en": "industrial cooperation", "ru": "промышленном сотрудничестве"},
        home=home.code,
        parties={home.code: home, other.code: other},
        languages=languages or ("en",),
        rounds={},
        units={name: Unit(id=name, name=f"Ditjen {name}") for name in ("ilmate", "agro")},
        classification=Classification.RESTRICTED,
    )
    return made._replace(**more)


def bracket(base: str, lead: str = "", **readings: str) -> Bracket:
    return Bracket(base, tuple(Reading(text, (Side(name, f"{name}-1"),)) for name, text in readings.items()), lead)


def words(*pieces: str | Bracket, by: str = "concept") -> Words:
    return tuple(Run(piece, (by,)) if isinstance(piece, str) else piece for piece in pieces)


def clause(
    name: str,
    kind: Kind,
    text: Mapping[str, Words | str] | str = "",
    heading: Mapping[str, Words | str] | str = "",
    parent: str | None = None,
    exists: Bracket | None = None,
    place: Bracket | None = None,
    by: tuple[str, ...] = ("concept",),
) -> Clause:
    """A clause; a bare string is its English."""

    def fields(given: Mapping[str, Words | str] | str) -> dict[str, Words]:
        several = {"en": given} if isinstance(given, str) else given
        return {lang: words(w) if isinstance(w, str) else w for lang, w in several.items() if w}

    return Clause(
        id=name, kind=kind, parent=parent, text=fields(text), heading=fields(heading), exists=exists, place=place, by=by
    )


def version(*clauses: Clause, number: int = 3, inputs: tuple[str, ...] = ()) -> Version:
    header = Header(
        hash=f"{number}f2a91c0" * 8,
        parents=(),
        number=number,
        time=f"2022-01-{10 + number}T08:00:00Z",
        author="Direktorat Akses Industri Internasional",
        message="",
        tool="0.1.0",
        touched=(),
        text_hash=f"{number}b4d5e6f" * 8,
        body_hash="",
    )
    return Version(header=header, text=Text(clauses), inputs=tuple(Merged(name, "") for name in inputs), decisions=())


def material(
    new: Version,
    of: Dossier | None = None,
    *languages: str,
    against: Version | None = None,
    receiver: str | None = None,
    **more: Any,
) -> Material:
    it = of or dossier()
    made = Material(
        dossier=it,
        version=new,
        against=against,
        today=TODAY,
        as_of=TODAY,
        receiver=receiver,
        languages=languages or it.languages,
        originals=(Original(languages=it.languages, pages=7, sha256="ab" * 32),),
    )
    return replace(made, **more)
