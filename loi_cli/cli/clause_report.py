"""One clause with all that is known of it."""

from collections.abc import Iterable, Sequence

from loi_cli.cli.agreed import agreed_json, agreed_words
from loi_cli.cli.commands.show import clause_json, in_order, say, words_shown
from loi_cli.cli.console import Console, Styled
from loi_cli.cli.hunks import dispute_said
from loi_cli.cli.layout import columns, hung
from loi_cli.cli.said import decision_json, decisions_shown, said_json, said_shown
from loi_cli.cli.session import Format, Session, now
from loi_cli.history.difference_values import bracket_value
from loi_cli.i18n import _
from loi_cli.intake.clause_facts import ClauseFacts, facts_of
from loi_cli.merge.staleness import missing_languages, stale_languages

PROPOSALS = frozenset({"reword", "replace", "insert", "delete", "move"})


def tell_clause(here: Session, name: str, languages: Sequence[str], format: Format) -> None:
    """Report it. Raises NoSuchClause."""
    register = here.readable()
    facts = facts_of(name, register, now())
    if format is Format.JSON:
        here.console.json(_as_json(facts, languages))
        return
    _report_words(here.console, facts, languages, register.opened.dossier.languages)
    _report_ties(here.console, facts)
    spoken = languages[0] if len(languages) == 1 else register.opened.dossier.prevails or languages[0]
    _report_said(here.console, facts, spoken)
    if facts.conflicts:
        here.console.note(_("next: `loi conflicts {clause}` shows the sides").format(clause=facts.clause.id))
    else:
        here.console.note(_("next: `loi blame {clause}` tells who wrote which words").format(clause=facts.clause.id))


def _as_json(facts: ClauseFacts, languages: Sequence[str]) -> dict[str, object]:
    found, clause = facts.found, facts.clause
    return {
        "schema": 1,
        "version": found.version.header.label,
        "gone": found.gone.label if found.gone else None,
        **clause_json(clause, facts.numbers[clause.id], languages),
        **({"agreed": agreed_json(facts.agreed)} if facts.agreed else {}),
        "holds": list(facts.holds),
        "refers_to": list(facts.refers_to),
        "referred_by": list(facts.referred_by),
        "exists": bracket_value(clause.exists),
        "disputed_place": bracket_value(clause.place),
        "conflicts": [c.id for c in facts.conflicts],
        "said": [said_json(one) for one in facts.sayings],
        "decisions": [decision_json(one) for one in facts.decisions],
        "changed": {
            "version": facts.changed.label,
            "hash": facts.changed.hash,
            "time": facts.changed.time,
            "author": facts.changed.author,
        }
        if facts.changed
        else None,
    }


def _report_words(speaker: Console, facts: ClauseFacts, languages: Sequence[str], every: Sequence[str]) -> None:
    clause, header = facts.clause, facts.found.version.header
    number = facts.numbers[clause.id]
    inside = _("{kind} of {parent}").format(kind=clause.kind.value, parent=facts.called(clause.parent or ""))
    head: list[Styled] = [(f"{number}  " if number else "", "strong"), (clause.id, "name")]
    _say_deeper(speaker, "", [*head, f"  {inside if clause.parent else clause.kind.value}  ", (header.label, "muted")])
    if facts.found.gone is not None:
        gone = _("deleted in {version}; these were its last words").format(version=facts.found.gone.label)
        say(speaker, ["  "], (gone, "removed"))
    if facts.agreed is not None:
        say(speaker, ["  "], (agreed_words(facts.agreed), "warning" if facts.agreed.is_reopened else "added"))
    stale = stale_languages(clause)
    for lang, words in in_order(clause.heading, languages):
        say(speaker, [(f"  {lang}  ", "muted")], (words_shown(clause, words), "strong"))
    for lang, words in in_order(clause.text, languages):
        mark = (_("  (stale)"), "warning") if lang in stale else ""
        say(speaker, [(f"  {lang}  ", "muted")], words_shown(clause, words), mark)
    for lang in missing_languages(clause, every):
        if lang in languages:
            speaker.report((f"  {lang}  ", "muted"), (_("(no words yet)"), "warning"))
    for bracket, title in (
        (clause.exists, _("disputed whether it stands")),
        (clause.place, _("disputed where it stands")),
    ):
        if bracket is not None:
            say(speaker, ["  "], (f"{title}: {dispute_said(bracket)}", "warning"))


def _report_ties(speaker: Console, facts: ClauseFacts) -> None:
    """What it is bound to: clauses, conflicts, the version that last changed it."""
    for title, names in (
        (_("holds"), facts.holds),
        (_("refers to"), facts.refers_to),
        (_("referred to by"), facts.referred_by),
    ):
        if names:
            say(speaker, [(f"  {title} ", "muted")], ", ".join(facts.called(name) for name in names))
    for conflict in facts.conflicts:
        say(speaker, [("  " + _("in dispute: "), "warning")], conflict.id)
    if facts.changed is not None:
        changed = facts.changed
        say(speaker, [(f"  {_('last changed')} ", "muted")],
            f"{changed.label}, {changed.time[:10]}, {changed.author}")  # fmt: skip


def _report_said(speaker: Console, facts: ClauseFacts, language: str) -> None:
    """Proposals with what became of them, decisions, and what is for our side alone."""
    proposals = [one for one in facts.sayings if one.what in PROPOSALS]
    notes = [one for one in facts.sayings if one.what not in PROPOSALS]
    if proposals:
        speaker.report((_("Proposals"), "strong"))
    for one in proposals:
        _say_deeper(speaker, "  ", said_shown(one, language))
    if facts.decisions:
        speaker.report((_("Decisions"), "strong"))
    for indent, line in decisions_shown(facts.decisions, facts.waiting):
        _say_deeper(speaker, f"  {indent}", line)
    if notes:
        speaker.report((_("Internal"), "strong"))
    for one in notes:
        _say_deeper(speaker, "  ", said_shown(one))


def _say_deeper(speaker: Console, indent: str, parts: Iterable[Styled]) -> None:
    """One entry of a list: its further lines stand deeper than its first."""
    for row in hung([indent], parts, columns(), 2):
        speaker.report(*row)
