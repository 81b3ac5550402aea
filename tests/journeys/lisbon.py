"""A small negotiation between two other ministries than the worked example's, in other languages.

Everything in it was made up for the tests. Home is Portugal; three languages; three units; two rounds.
"""

from tests.journeys.desk import Desk

DOSSIER = """\
schema: 1
instrument: memorandum-of-understanding
subject: {pt: portos e pescas, sw: bandari na uvuvi, en: ports and fisheries}
home: PRT
parties:
  PRT:
    name:
      pt: Ministério do Mar da República Portuguesa
      sw: Wizara ya Bahari ya Jamhuri ya Ureno
      en: Ministry of the Sea of the Portuguese Republic
    signatory: {pt: Ministro do Mar, sw: Waziri wa Bahari, en: Minister of the Sea}
  KEN:
    name:
      pt: Ministério da Economia Azul da República do Quénia
      sw: Wizara ya Uchumi wa Buluu ya Jamhuri ya Kenya
      en: Ministry of Blue Economy of the Republic of Kenya
    signatory: {pt: Ministro, sw: Waziri, en: Cabinet Secretary}
languages: [pt, sw, en]
prevails: en
classification: confidential
rounds: {1: {due: 2022-01-14}, 2: {due: 2022-01-28}}
units:
  harbours: {name: Direção dos Portos, rounds: [1, 2], to: Diretor dos Portos, mail: harbours@example.pt}
  fishing: {name: Direção das Pescas, rounds: [1, 2]}
  lawyers: {name: Gabinete Jurídico, rounds: [1, 2], due: {2: 2022-02-01}}
"""

CONCEPT = """\
schema: 1
clauses:
  - clause: desire
    kind: recital
    pt: DESEJANDO promover a cooperação nos portos e nas pescas;
    sw: WAKITAKA kukuza ushirikiano katika bandari na uvuvi;
    en: DESIRING to promote cooperation in ports and fisheries;
  - clause: aim
    kind: article
    heading: {pt: Objetivo, sw: Lengo, en: Aim}
    pt: O presente Memorando regista a intenção das Partes de cooperar nos domínios do {@fields}.
    sw: Mkataba huu unaeleza nia ya Pande kushirikiana katika maeneo ya {@fields}.
    en: This Memorandum records the intention of the Parties to cooperate in the fields of {@fields}.
  - clause: fields
    kind: article
    heading: {pt: Domínios, sw: Maeneo, en: Fields}
    pt: |
      As Partes tencionam cooperar nos seguintes domínios:
    sw: |
      Pande zinakusudia kushirikiana katika maeneo yafuatayo:
    en: |
      The Parties intend to cooperate in the following fields:
    clauses:
      - clause: fields.ports
        kind: item
        pt: gestão dos portos;
        sw: usimamizi wa bandari;
        en: management of ports;
      - clause: fields.fish
        kind: item
        pt: pesca costeira;
        sw: uvuvi wa pwani;
        en: coastal fishing;
  - clause: meetings
    kind: article
    heading: {pt: Reuniões, sw: Mikutano, en: Meetings}
    pt: As Partes reúnem-se uma vez por ano em Lisboa ou em Nairobi.
    sw: Pande zitakutana mara moja kwa mwaka Lisbon au Nairobi.
    en: The Parties meet once a year in Lisbon or in Nairobi.
  - clause: done
    kind: testimonium
    pt: FEITO em {place}, a {date}, em dois exemplares, em {languages}.
    sw: IMEFANYWA {place}, tarehe {date}, nakala mbili, kwa {languages}.
    en: DONE at {place} on {date}, in two originals, in {languages}.
"""

MEETING = """\
schema: 1
title: {pt: Reunião bilateral, sw: Mkutano wa pande mbili, en: Bilateral meeting}
date: 2022-02-09
start: "10:00"
end: "12:30"
zone: Africa/Nairobi
place: {pt: Sala de conferências, sw: Ukumbi wa mikutano, en: Conference room}
mode: hybrid
languages: [en]
delegations:
  PRT: [{role: head, title: {pt: Diretor-Geral, en: Director-General}, office: Ministério do Mar}]
  KEN: [{role: head, title: {sw: Katibu Mkuu, en: Principal Secretary}}]
agenda:
  - item: fields
    title: {pt: Domínios, sw: Maeneo, en: Fields}
    minutes: 60
    lead: PRT
    clauses: [fields]
    papers: [loi]
    result: {en: Agreement on the list}
    internal: Do not mention the dredging contract.
  - item: meetings
    title: {pt: Reuniões, sw: Mikutano, en: Meetings}
    minutes: 30
    lead: KEN
    clauses: [meetings]
"""

HARBOURS = """\
schema: 1
unit: harbours
round: 1
base: v1
date: 2022-01-12
proposals:
  - reword: fields.ports
    pt: gestão e segurança dos portos;
    sw: usimamizi na usalama wa bandari;
    en: management and safety of ports;
    reason: Safety is what the port authority is paid for.
  - replace: meetings
    en: {from: once a year, to: twice a year}
    reason: The first year is full of work.
talking-points:
  - about: fields.ports
    note: Praise the new terminal.
"""

FISHING = """\
schema: 1
unit: fishing
round: 1
base: v1
date: 2022-01-13
proposals:
  - replace: meetings
    en: {from: once a year, to: every second year}
    reason: Travel is dear.
  - insert: fields.weed
    kind: item
    after: fields.fish
    pt: cultura de algas;
    sw: kilimo cha mwani;
    en: seaweed farming;
  - remark: desire
    note: A good recital.
agenda:
  - title: {en: Seaweed}
    minutes: 20
    clauses: [fields.fish]
"""

LAWYERS = """\
schema: 1
unit: lawyers
round: 1
base: v1
date: 2022-01-20
no-comment: true
"""


def sit_down(desk: Desk, *, inputs: bool = True) -> Desk:
    """Write the dossier; with `inputs` also what came in round 1, still to be merged."""
    desk.write("dossier.yaml", DOSSIER)
    desk.write("concept.yaml", CONCEPT)
    desk.write("meetings/2022-02-09-bilateral.yaml", MEETING)
    if inputs:
        desk.write("inputs/harbours-1.yaml", HARBOURS)
        desk.write("inputs/fishing-1.yaml", FISHING)
        desk.write("inputs/lawyers-1.yaml", LAWYERS)
    return desk


def an_input(unit: str, number: int, proposals: str, *, base: str = "v1", date: str = "2022-01-13") -> str:
    """An input of a unit; `proposals` is the YAML below that key, without its indent."""
    said = "".join(f"  {line}\n" for line in proposals.strip("\n").splitlines())
    return f"schema: 1\nunit: {unit}\nround: {number}\nbase: {base}\ndate: {date}\nproposals:\n{said}"
