"""The files of the design's section 3, and how tests read them."""

from collections.abc import Callable
from functools import cache

from loi_cli.files.source import Source
from loi_cli.intake.dossier import read_dossier
from loi_cli.model.dossier import Dossier
from loi_cli.model.problems import BadInput

DOSSIER = """\
schema: 1
instrument: letter-of-intent          # letter-of-intent | memorandum-of-understanding | agreed-minutes
subject: {id: kerja sama industri, en: industrial cooperation}
home: IDN
parties:
  IDN:
    name: {id: Kementerian Perindustrian Republik Indonesia, en: Ministry of Industry of the Republic of Indonesia}
    signatory: {id: Menteri Perindustrian, en: Minister of Industry}      # an office; the person is a blank to fill
  BLR:
    name:
      en: Ministry of Industry of the Republic of Belarus
      ru: {nom: Министерство промышленности Республики Беларусь, ins: Министерством промышленности Республики Беларусь}
    signatory: {en: Minister of Industry}
languages: [id, en]                   # order in our own original
prevails: en                          # optional
signature: {place: {id: Jakarta, en: Jakarta}, date: 2022-02-17}        # both may be missing until known
classification: restricted            # public | restricted | confidential | secret; optional
rounds: {1: {due: 2022-01-14}, 2: {due: 2022-01-28}}
units:
  ilmate: {name: Ditjen ILMATE, rounds: [1, 2], to: Direktur Jenderal ILMATE, mail: ilmate@example.go.id, was: [iubtt]}
  kemlu-hpi: {name: Ditjen Hukum dan Perjanjian Internasional, rounds: [2], due: {2: 2022-02-01}, outside: true}
gates: [legal-bureau, foreign-ministry]
checks: {ignore: [L104]}
"""

CONCEPT = """\
schema: 1
clauses:
  - clause: desire
    kind: recital                     # recital | article | paragraph | item | testimonium | annex
    id: BERKEINGINAN untuk …;
    en: DESIRING to …;
  - clause: areas
    kind: article
    heading: {id: Bidang Kerja Sama, en: Areas of Cooperation}
    clauses:                          # children, any depth
      - clause: areas.automotive
        kind: item
        id: komponen otomotif;
        en: automotive components;
"""

INPUT = """\
schema: 1
unit: ilmate
round: 1
base: v1                              # the version read: v1, or v1-3f2a91 as `loi request` writes it
date: 2022-01-12
replaces: ilmate-1                    # only when it takes back an earlier input; otherwise inputs add up
proposals:                            # all against the base, at the same time; the verb is the key
  - reword: areas.automotive          # the whole new wording, in one or more languages
    en: automotive components and parts;
    reason: …                         # internal, as every reason, note and position
  - reword: areas
    heading: {en: Fields of Cooperation}
  - replace: desire                   # some words for others; must be found exactly once in the base
    en: {from: promote, to: develop}
  - insert: areas.electric            # a new clause; after: | before: | in: (as last child)
    kind: item
    after: areas.automotive
    en: electric vehicle components;
  - delete: areas.other               # with all it holds
  - move: areas.agro
    before: areas.automotive
  - instruct: areas  # a change wanted, its wording left to the directorate: open until an input answers it
    note: …
  - remark: areas                     # no change wanted
    note: …
  - position: areas
    aim: …
    fallback: …
    red-line: …
projects: [{project: maz, title: {id: …, en: …}, note: …}]
agenda: [{title: …, minutes: 15, clauses: [areas.automotive]}]
talking-points: [{about: areas.automotive, note: …}]
"""

DECISION = """\
schema: 1
record: decision
conflict: areas.automotive/text.en/3f2a91c0
take: ilmate                          # a side or base; or words: {en: …}; or bracket: true (stays open, on purpose)
by: Direktur Akses Industri Internasional
date: 2022-01-31
reason: …
"""

DECISIONS = """\
schema: 1
by: Direktur Akses Industri Internasional
reason: agreed in the ministry
decisions:
  - conflict: areas.automotive/text.en/3f2a91c0
    take: ilmate
  - {conflict: "5.2", words: {en: promote}, reason: …}
  - {conflict: areas, bracket: true}
"""

MEETING = """\
schema: 1
title: {id: Pertemuan Bilateral, en: Bilateral Meeting}
date: 2022-02-15
start: "09:00"
end: "12:00"
zone: Asia/Jakarta
place: Zoom
mode: online                          # in-person | online | hybrid
languages: [en]
delegations:
  IDN: [{role: head, title: {id: Direktur Jenderal, en: Director General}, office: Ditjen KPAII}]      # name optional
  BLR: [{role: head, title: {en: Deputy Minister}}]
agenda:
  - {item: areas, title: {en: Areas}, minutes: 30, lead: IDN, clauses: [areas], papers: [redline], internal: be brief}
"""

MINUTES = """\
schema: 1
chair: Direktur Jenderal KPAII
secretary: Direktorat Akses Industri Internasional
present: {BLR: [Duta Besar]}
items:
  - item: areas
    discussion: {en: The Parties went through the list., id: Para Pihak membahas daftar.}
    conclusion: The list is agreed.
    settled:
      - {conflict: areas/text.en/3f2a91c0, take: BLR, reason: as they asked}
      - {conflict: areas/text.id/3f2a91c0, words: {id: komponen}}
    agreed: [areas]
    ad-referendum: [areas.agro]
    actions:
      - {action: list, what: {en: Send the list of components.}, owner: ilmate, due: 2022-03-01}
    internal: They were in a hurry.
"""


@cache
def dossier() -> Dossier:
    """The dossier of the design."""
    return read_dossier(Source.from_bytes("dossier.yaml", DOSSIER.encode())).value


def source(text: str, path: str = "file.yaml") -> Source:
    return Source.from_bytes(path, text.encode())


def problems(call: Callable[[], object]) -> list[str]:
    """What a reading found wrong, one line each: `line:column code message`; empty when it went through."""
    try:
        call()
    except BadInput as bad:
        return [f"{p.place.line}:{p.place.column} {p.code} {p.message}" for p in bad.problems]
    return []
