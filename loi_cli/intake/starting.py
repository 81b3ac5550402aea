"""A new dossier: commented files that are valid as they are."""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from loi_cli.files.together import write_all_new
from loi_cli.i18n import _
from loi_cli.model.problems import LoiError

_DOSSIER = """\
# yaml-language-server: $schema=schemas/dossier.schema.json
#
# One negotiation. Put every comment on a line of its own; write words that hold ": " or begin with a
# sign such as [ { @ * % ! as `key: |` with the words on the next line, indented.
schema: 1

# letter-of-intent, memorandum-of-understanding or agreed-minutes
instrument: letter-of-intent

# what it is about, in every language: "Letter of Intent … on …"
subject:
  en: industrial cooperation

# us; one of the two parties below
home: AAA

# the two parties by their ISO 3166 codes, three letters. A name may have case forms: {nom: …, gen: …, ins: …}.
# The signatory is an office; the person is a blank to fill in.
parties:
  AAA:
    name:
      en: Ministry of Industry of the First State
    signatory:
      en: Minister of Industry
  BBB:
    name:
      en: Ministry of Industry of the Second State
    signatory:
      en: Minister of Industry

# in the order of our own original
languages: [en]

# when units are asked, and until when
rounds:
  1:
    due: 2030-01-31

# whom we ask. Further keys: to, mail, due: {1: 2030-02-07}, outside: true, was: [old-id]
units:
  legal:
    name: Legal Bureau
    rounds: [1]
  trade:
    name: Trade Directorate
    rounds: [1]

# how letters to units go out: letters: {from: OFFICE, mail: ADDRESS, place: CITY, number: "{blank}/{month}/{year}"};
# what is not known, the running number too, is a blank on paper

# for meetings: a party may have the time zone of its capital (zone: Europe/Lisbon), so that papers give its hours too;
# calendar: {inputs: 21, consultation: 14, translation: 7, packet: 3} are the days before a meeting by which units have
# answered, our own side is of one mind, every language is up to date, the packet is made (these are the usual ones)

# public, restricted, confidential or secret
classification: restricted
"""

_CONCEPT = """\
# yaml-language-server: $schema=schemas/concept.schema.json
#
# The first text. It becomes v1 with the first `loi merge`; from then on it is changed by inputs alone.
# Kinds: recital, article, paragraph, item, testimonium, annex. Numbers are never typed: {@areas} is
# "Article 2" wherever that article stands.
schema: 1
clauses:
  - clause: desire
    kind: recital
    en: DESIRING to promote industrial cooperation on the basis of equality and mutual benefit;
  - clause: objective
    kind: article
    heading:
      en: Objective
    en: This Letter of Intent records the intention of the Parties to cooperate in the areas named in {@areas}.
  - clause: areas
    kind: article
    heading:
      en: Areas of Cooperation
    en: |
      The Parties intend to cooperate in the following areas:
    clauses:
      - clause: areas.components
        kind: item
        en: industrial components;
      - clause: areas.other
        kind: item
        en: other areas mutually agreed by the Parties.
  - clause: done
    kind: testimonium
    en: |
      DONE in duplicate at {place} on {date} in the {languages} language.
"""

_INPUT = """\
# yaml-language-server: $schema=../schemas/input.schema.json
#
# What one unit wants of the text in one round; the file is named <unit>-<round>.yaml. This one is an example: it counts
# only once `loi collect examples/` has put it into inputs/.
schema: 1
unit: trade
round: 1

# the version that was read
base: v1
date: 2030-01-20
proposals:
  # the whole new wording of a clause
  - reword: areas.components
    en: industrial parts and spare parts;
    reason: Spare parts are half of what is traded. (example; reasons stay inside the ministry)

  # other verbs: replace, insert, delete, move, instruct, remark, position; `loi schema input` has them all
  - remark: objective
    note: No change wanted here. (example)
"""

_CONTRADICTION = """\
# yaml-language-server: $schema=../schemas/input.schema.json
#
# Another unit wants the same words differently: the merge makes a bracket of it, with both names.
schema: 1
unit: legal
round: 1
base: v1
date: 2030-01-22
proposals:
  - replace: areas.components
    en: {from: components, to: goods}
    reason: The customs code speaks of industrial goods. (example)
"""

_MEETING = """\
# yaml-language-server: $schema=../schemas/meeting.schema.json
schema: 1
title:
  en: Bilateral meeting on industrial cooperation
date: 2030-02-15
start: "09:00"
end: "12:00"
zone: UTC
place: Conference room
mode: in-person
languages: [en]
delegations:
  AAA:
    - role: head
      title:
        en: Director General
  BBB:
    - role: head
      title:
        en: Director General
agenda:
  - item: text
    title:
      en: Reading of the text
    minutes: 120
    lead: AAA
    clauses: [areas]
    papers: [loi]
    result:
      en: Agreement on all articles
    internal: Our first aim is the list of areas. (example; never shown to the other party)
"""

GIT_IGNORE = "out/\n"
GIT_ATTRIBUTES = """\
# the bytes of what was sent and merged are never changed, by line endings neither
* -text
# `loi git-setup` makes git show a version as text
versions/*.json diff=loi
"""


def starting_files(like: Path | None = None) -> dict[str, bytes]:
    """The files of a new dossier by their paths in it; with `like`, that dossier's parties, languages, units, gates,
    checks and templates. Raises BadInput and LoiError for one that cannot be taken over."""
    git = {".gitignore": GIT_IGNORE.encode(), ".gitattributes": GIT_ATTRIBUTES.encode()}
    if like is not None:
        from loi_cli.intake.taking_over import dossier_like, templates_of

        text, dossier = dossier_like(like)
        concept = _in_languages(dossier.languages)
        return {"dossier.yaml": text.encode(), "concept.yaml": concept.encode(), **templates_of(like), **git}
    files = {
        "dossier.yaml": _DOSSIER,
        "concept.yaml": _CONCEPT,
        "examples/trade-1.yaml": _INPUT,
        "examples/legal-1.yaml": _CONTRADICTION,
        "meetings/2030-02-15-first.yaml": _MEETING,
    }
    return {name: text.encode() for name, text in files.items()} | git


def check_new(folder: Path, files: Iterable[str]) -> None:
    """Raises LoiError when files cannot be written: the folder holds a dossier, or else what is in their way."""
    if folder.exists() and not folder.is_dir():
        raise LoiError(_("{folder} is a file").format(folder=folder), _("name a folder, new or empty"))
    for name in files:
        if (folder / name).exists():
            raise LoiError(
                _("{folder} holds {file} already; it is left as it is").format(folder=folder, file=name),
                _("name a new folder"),
            )


def new_dossier(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write the files. Raises LoiError as `check_new` does."""
    check_new(folder, files)
    write_all_new({folder / name: data for name, data in sorted(files.items())})


def example_files() -> dict[str, bytes]:
    """The worked example, packed beside the package's modules or in `drafts/` of a checkout."""
    package = Path(__file__).resolve().parents[1]
    places = (package / "example", package.parent / "drafts" / "indonesia-belarus-2022")
    source = next((p for p in places if (p / "dossier.yaml").is_file()), None)
    if source is None:
        raise LoiError(_("loi's example is missing"), _("install loi again"))
    inside = {path: path.relative_to(source) for path in sorted(source.rglob("*")) if path.is_file()}
    return {name.as_posix(): path.read_bytes() for path, name in inside.items() if name.parts[0] != "out"}


def _in_languages(languages: tuple[str, ...]) -> str:
    """The concept with a place for every language; words that wait for a drafter are a blank."""

    def words(match: re.Match[str]) -> str:
        indent, heading = match[1], match[2]
        said = {language: heading if language == "en" else "{blank}" for language in languages}
        return "\n".join(f"{indent}{language}: |\n{indent}  {words}" for language, words in said.items())

    text = re.sub(r"^( +)en: \|\n +(.+)$", r"\1en: \2", _CONCEPT, flags=re.MULTILINE)
    return re.sub(r"^( +)en: (.+)$", words, text, flags=re.MULTILINE)
