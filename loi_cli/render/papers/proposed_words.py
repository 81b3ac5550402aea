"""What a proposal wants, in words: the text that it starts from, and the change with words struck out and put in."""

from collections.abc import Iterable, Mapping

from loi_cli.meetings.entries import Entry
from loi_cli.merge.comparison import Hunk, Op, word_diff
from loi_cli.model import inputs
from loi_cli.model.inputs import Anchor, Change, Delete, Input, Insert, Move, Replace, Reword, Where
from loi_cli.model.text import Clause
from loi_cli.model.versions import Version
from loi_cli.model.words import Words, agreed, started_from, tidy
from loi_cli.render.catalogue import catalogue
from loi_cli.render.filling import Segment
from loi_cli.render.material import Material
from loi_cli.render.papers.chrome import ClauseNames, Plain

_Fields = list[tuple[bool, str, Words]]
"""Heading or not, language, words."""


class ProposedWords:
    """One proposal against the version that its unit read; where that is not at hand, against the present text."""

    def __init__(self, entry: Entry, material: Material, names: ClauseNames) -> None:
        content = entry.content
        assert isinstance(content, inputs.Proposal)
        self.proposal = content
        self._names = names
        self._material = material
        self._words = catalogue(names.language)
        read = _read_by(entry.input, material)
        self._read = read is not None
        version = read or material.version
        self.base_label = version.header.label
        self._clauses = version.text.by_id()
        self._text = version.text

    def before(self) -> list[Plain]:
        """The words that the proposal is about, as its unit read them."""
        if isinstance(self.proposal, Insert):
            return [self._said("new")]
        clause = self._clauses.get(self.proposal.clause)
        if clause is None:
            return []
        return [self._line(h, language, started_from(words)) for h, language, words in self._touched(clause)]

    def _touched(self, clause: Clause) -> _Fields:
        """The fields that the proposal changes; for a clause as a whole those of the paper's languages."""
        fields = self._fields(clause)
        if isinstance(self.proposal, Reword | Replace):
            wanted = {(True, x) for x in self.proposal.heading} | {(False, x) for x in self.proposal.text}
            return [field for field in fields if field[:2] in wanted]
        if isinstance(self.proposal, Delete):
            return [field for field in fields if field[1] in self._material.languages]
        spoken = [field for field in fields if field[1] == self._names.language]
        return spoken or [field for field in fields if field[1] == fields[0][1]]

    def _fields(self, clause: Clause) -> _Fields:
        """Headings, then texts, in the order of the dossier's languages."""
        order = self._material.dossier.languages
        made: _Fields = []
        for heading, words in ((True, clause.heading), (False, clause.text)):
            known = [language for language in order if language in words]
            made += [(heading, x, words[x]) for x in (*known, *(y for y in words if y not in known))]
        return made

    def after(self) -> list[Plain]:
        """The change itself."""
        match self.proposal:
            case Reword(text=text, heading=heading):
                return [*self._reworded(True, heading), *self._reworded(False, text)]
            case Replace(text=changes, heading=headings):
                return [*self._replaced(True, headings), *self._replaced(False, changes)]
            case Insert(text=text, heading=heading, anchor=anchor):
                place = self._said("place", anchor=self._place(anchor))
                return [*self._new(True, heading), *self._new(False, text), place]
            case Delete(clause=clause):
                return [self._said("delete" if clause not in {c.parent for c in self._text} else "delete-all")]
            case Move(anchor=anchor):
                return [self._said("move", anchor=self._place(anchor))]
            case inputs.Instruct(note=note):
                return [self._said("instruct", note=note)]
            case inputs.Remark(note=note):
                return [self._said("remark", note=note)]
            case inputs.Position():
                return [self._said("position")]

    def _reworded(self, heading: bool, wordings: Mapping[str, str]) -> list[Plain]:
        return [self._changed(heading, one, self._old(heading, one), text) for one, text in wordings.items()]

    def _replaced(self, heading: bool, changes: Mapping[str, Change]) -> list[Plain]:
        """The whole clause with the words exchanged; these alone where the version that the unit read is not at hand.

        In a text that has the change already the old words may be found again inside the new ones.
        """
        found = []
        for language, change in changes.items():
            old = self._old(heading, language)
            if self._read and old.count(change.old) == 1:
                found.append(self._changed(heading, language, old, old.replace(change.old, change.new)))
            else:
                found.append(self._changed(heading, language, change.old, change.new))
        return found

    def _old(self, heading: bool, language: str) -> str:
        clause = self._clauses.get(self.proposal.clause)
        fields = (clause.heading if heading else clause.text) if clause else {}
        return started_from(fields.get(language, ()))

    def _changed(self, heading: bool, language: str, old: str, new: str) -> Plain:
        if not old:
            return self._line(heading, language, new)
        hunks = word_diff(agreed(old, ""), agreed(tidy(new), ""), language)
        return self._labelled(heading, language, [s for hunk in hunks for s in self._hunk(hunk, language)])

    def _hunk(self, hunk: Hunk, language: str) -> list[Segment]:
        inside = self._names.said(hunk.text, language, before="_")
        if hunk.op is Op.SAME:
            return inside
        # Marks of print, no tracked changes: whoever accepts all changes of a packet must not lose what was asked for.
        return [{"type": "new" if hunk.op is Op.IN else "old", "segments": inside}]

    def _new(self, heading: bool, wordings: Mapping[str, str]) -> list[Plain]:
        return [self._line(heading, language, text) for language, text in wordings.items()]

    def _line(self, heading: bool, language: str, text: str) -> Plain:
        return self._labelled(heading, language, self._names.said(text, language))

    def _labelled(self, heading: bool, language: str, segments: list[Segment]) -> Plain:
        return {"label": language, "heading": heading, "lang": language, "segments": segments}

    def _said(self, key: str, **values: str) -> Plain:
        """A sentence in the paper's own language."""
        text = self._words.say(f"papers.matrix.{key}", **values)
        return {"label": "", "heading": False, "lang": "", "segments": [{"type": "text", "text": text}]}

    def _place(self, anchor: Anchor) -> str:
        if anchor.clause is None:
            return self._words.say("papers.matrix.end")
        key = "before-clause" if anchor.where is Where.BEFORE else anchor.where.value
        return self._words.say(f"papers.matrix.{key}", clause=self._names.name(anchor.clause))


def _read_by(one: Input, material: Material) -> Version | None:
    """The version that an input was written against, where it is at hand."""
    at_hand: Iterable[Version] = (material.version, *((material.against,) if material.against else ()))
    known = material.bases.get(one.name)
    return known or next((v for v in at_hand if one.base in (v.header.label, v.header.full_label)), None)
