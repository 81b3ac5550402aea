"""The files of a new dossier, with comments in the language of the house; valid as they are.

The words of the text are English whatever the house speaks: `languages` says so, and whoever begins puts their own.
"""

import re
import textwrap
from collections.abc import Mapping

from loi_cli.i18n import _

WIDEST = 118


def comment(words: str, indent: str = "") -> str:
    """Words as comment lines, folded."""
    lead = f"{indent}# "
    lines = textwrap.wrap(words, WIDEST, initial_indent=lead, subsequent_indent=lead,
                          break_long_words=False, break_on_hyphens=False)  # fmt: skip
    return "\n".join(lines)


def schema_for(name: str, up: str = "") -> str:
    """The line by which an editor knows what a file may hold."""
    return f"# yaml-language-server: $schema={up}schemas/{name}.schema.json"


def first_files() -> Mapping[str, str]:
    """By their paths in the dossier."""
    files = {
        "dossier.yaml": _dossier(),
        "concept.yaml": _concept(),
        "examples/trade-1.yaml": _input(),
        "examples/legal-1.yaml": _contradiction(),
        "meetings/2030-02-15-first.yaml": _meeting(),
    }
    return {name: "\n".join(parts) + "\n" for name, parts in files.items()}


def concept_in(languages: tuple[str, ...]) -> str:
    """The concept with a place for every language; words that wait for a drafter are a blank."""

    def words(match: re.Match[str]) -> str:
        indent, heading = match[1], match[2]
        said = {language: heading if language == "en" else "{blank}" for language in languages}
        return "\n".join(f"{indent}{language}: |\n{indent}  {words}" for language, words in said.items())

    text = "\n".join(_concept()) + "\n"
    text = re.sub(r"^( +)en: \|\n +(.+)$", r"\1en: \2", text, flags=re.MULTILINE)
    return re.sub(r"^( +)en: (.+)$", words, text, flags=re.MULTILINE)


def _dossier() -> list[str]:
    return [
        schema_for("dossier"),
        "#",
        comment(_('One negotiation. Put every comment on a line of its own; write words that hold ": " or begin'
                  " with a sign such as [ { @ * % ! as `key: |` with the words on the next line, indented.")),
        "schema: 1\n",
        comment(_("letter-of-intent, memorandum-of-understanding or agreed-minutes")),
        "instrument: letter-of-intent\n",
        comment(_('what it is about, in every language: "Letter of Intent … on …"')),
        "subject:\n  en: industrial cooperation\n",
        comment(_("us; one of the two parties below")),
        "home: AAA\n",
        comment(_("the two parties by their ISO 3166 codes, three letters. A name may have case forms: {nom: …,"
                  " gen: …, ins: …}. The signatory is an office; the person is a blank to fill in.")),
        _PARTIES,
        comment(_("in the order of our own original")),
        "languages: [en]\n",
        comment(_("when units are asked, and until when")),
        "rounds:\n  1:\n    due: 2030-01-31\n",
        comment(_("whom we ask. Further keys: to, mail, due: {1: 2030-02-07}, outside: true, was: [old-id]")),
        "units:",
        f"  legal:\n    name: {_('Legal Bureau')}\n    rounds: [1]",
        f"  trade:\n    name: {_('Trade Directorate')}\n    rounds: [1]\n",
        comment(_("how letters to units go out: letters: {from: OFFICE, mail: ADDRESS, place: CITY, number: "
                  '"{blank}/{month}/{year}"}; what is not known, the running number too, is a blank on paper')),
        "",
        comment(_("for meetings: a party may have the time zone of its capital (zone: Europe/Lisbon), so that "
                  "papers give its hours too; calendar: {inputs: 21, consultation: 14, translation: 7, packet: "
                  "3} are the days before a meeting by which units have answered, our own side is of one mind, "
                  "every language is up to date, the packet is made (these are the usual ones)")),
        "",
        comment(_("what must be approved before a text is final: gates: [legal-bureau, foreign-ministry]; `loi gate` "
                  "records each")),
        "",
        comment(_("public, restricted, confidential or secret")),
        "classification: restricted",
    ]  # fmt: skip


_PARTIES = """\
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
"""


def _concept() -> list[str]:
    return [
        schema_for("concept"),
        "#",
        comment(_("The first text. It becomes v1 with the first `loi merge`; from then on it is changed by "
                  "inputs alone.")),
        comment(_("Kinds: recital, article, paragraph, item, testimonium, annex. Numbers are never typed: "
                  '{@areas} is "Article 2" wherever that article stands.')),
        _CLAUSES,
    ]  # fmt: skip


_CLAUSES = """\
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
      DONE in duplicate at {place} on {date} in the {languages} language."""


def _input() -> list[str]:
    reason = _("Spare parts are half of what is traded. (example; reasons stay inside the ministry)")
    return [
        schema_for("input", "../"),
        "#",
        comment(_("What one unit wants of the text in one round; the file is named <unit>-<round>.yaml. This "
                  "one is an example: it counts only once `loi collect examples/` has put it into inputs/.")),
        "schema: 1\nunit: trade\nround: 1\n",
        comment(_("the version that was read")),
        "base: v1\ndate: 2030-01-20\nproposals:",
        comment(_("the whole new wording of a clause"), "  "),
        f"  - reword: areas.components\n    en: industrial parts and spare parts;\n    reason: {reason}\n",
        comment(_("other verbs: replace, insert, delete, move, instruct, remark, position; `loi schema input` "
                  "has them all"), "  "),
        f"  - remark: objective\n    note: {_('No change wanted here. (example)')}",
    ]  # fmt: skip


def _contradiction() -> list[str]:
    return [
        schema_for("input", "../"),
        "#",
        comment(_("Another unit wants the same words differently: the merge makes a bracket of it, with both names.")),
        "schema: 1\nunit: legal\nround: 1\nbase: v1\ndate: 2030-01-22",
        "proposals:\n  - replace: areas.components\n    en: {from: components, to: goods}",
        f"    reason: {_('The customs code speaks of industrial goods. (example)')}",
    ]


def _meeting() -> list[str]:
    aim = _("Our first aim is the list of areas. (example; never shown to the other party)")
    return [schema_for("meeting", "../"), _TALKS, f"    internal: {aim}"]


_TALKS = """\
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
      en: Agreement on all articles"""
