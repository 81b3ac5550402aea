"""Edits of whole phrases at known places in legal prose, so that the right result is known before the merge.

A merge that is clean and other than this is the worst that can happen: words that nobody asked for, and nobody is told.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from loi_cli.merge.scene import Scene, Wording
from loi_cli.merge.wording import merge_words
from loi_cli.model.words import Bracket, Side, Words, agreed, shown
from tests.properties.drafting import UNITS, rules

PROSE = {
    "en": """The Parties shall promote and develop industrial cooperation in the automotive sector, in particular
        between component manufacturers of the Republic of Indonesia and the Minsk Automobile Plant, on the basis of
        equality and mutual benefit. Each Party shall bear the costs of its own participation in the activities under
        this Letter of Intent, unless the Parties agree otherwise in writing. It takes effect on 20 February 2022 and
        remains in effect for 3 years, with a value of 2.5 million dollars.""",
    "id": """Para Pihak memajukan dan mengembangkan kerja sama industri di sektor otomotif, khususnya antara produsen
        komponen dari Republik Indonesia dan Minsk Automobile Plant, berdasarkan prinsip kesetaraan. Setiap Pihak
        menanggung biaya keikutsertaannya sendiri dalam kegiatan menurut Surat Pernyataan Kehendak ini, kecuali Para
        Pihak menyepakati lain secara tertulis. Surat ini mulai berlaku pada 20 Februari 2022 dan berlaku selama 3 tahun
        dengan nilai 2,5 juta dolar.""",
    "ru": """Стороны содействуют развитию промышленного сотрудничества в автомобильной отрасли, в частности между
        производителями компонентов Республики Индонезии и Минским автомобильным заводом, на основе равенства и взаимной
        выгоды. Каждая Сторона несёт расходы по своему участию в мероприятиях в рамках настоящего Письма о намерениях,
        если Стороны не договорятся об ином в письменной форме. Оно вступает в силу 20 февраля 2022 года и действует в
        течение 3 лет.""",
}
_NEW = {
    "en": "technical economic joint projects training trucks agro where possible each year support ministries",
    "id": "teknis ekonomi bersama proyek pelatihan truk agro jika mungkin tahunan aturan dukungan lembaga",
    "ru": "технического совместных проектов обучения грузовиков агро возможности ежегодно правилам поддержки",
}
WHOLE = re.compile(r"20 \w+ 2022|3 \w+|2[.,]5 \w+|\S+")
"""A date or a figure with its unit is one word, here as in a merge."""


@dataclass(frozen=True)
class Phrase:
    """Words [start, end) of the base become others."""

    start: int
    end: int
    new: tuple[str, ...]


@dataclass(frozen=True)
class Draft:
    language: str
    words: tuple[str, ...]

    @property
    def base(self) -> str:
        return " ".join(self.words)

    def edited(self, edits: Sequence[Phrase]) -> str:
        out: list[str] = []
        done = 0
        for edit in sorted(edits, key=lambda e: (e.start, e.end)):
            out += [*self.words[done : edit.start], *edit.new]
            done = edit.end
        return " ".join([*out, *self.words[done:]])

    def merged(self, *sides: Sequence[Phrase]) -> Words:
        scene = Scene(clause="aim", field=f"text.{self.language}", language=self.language, rules=rules())
        some = zip(UNITS, [self.edited(side) for side in sides], strict=False)
        wordings = [Wording(Side(unit, f"{unit}-1"), agreed(text, f"{unit}-1")) for unit, text in some]
        return merge_words(agreed(self.base, "concept"), wordings, None, scene).words


drafts = st.sampled_from([Draft(language, tuple(WHOLE.findall(text))) for language, text in PROSE.items()])


def fresh(draft: Draft) -> st.SearchStrategy[tuple[str, ...]]:
    """Words that the base does not hold: an edit then has one meaning only."""
    known = {word.strip(",.;") for word in draft.words}
    words = [word for word in _NEW[draft.language].split() if word not in known]
    return st.lists(st.sampled_from(words), min_size=1, max_size=4).map(tuple)


@st.composite
def phrases(draw: st.DrawFn, draft: Draft, low: int, high: int) -> Phrase:
    """A replacement, an insertion or a deletion within [low, high)."""
    start = draw(st.integers(low, high - 1))
    end = draw(st.integers(start, high))
    return Phrase(start, end, draw(fresh(draft)) if end == start else draw(st.one_of(st.just(()), fresh(draft))))


def is_clean(words: Words) -> bool:
    return not any(isinstance(piece, Bracket) for piece in words)


@given(drafts, st.data())
def test_edits_at_different_places_combine(draft: Draft, data: st.DataObject) -> None:
    starts = sorted(data.draw(st.lists(st.integers(0, len(draft.words) // 8 - 1), unique=True, min_size=2, max_size=4)))
    edits = [data.draw(phrases(draft, 8 * k, 8 * k + 4)) for k in starts]
    assert shown(draft.merged(*[[edit] for edit in edits])) == draft.edited(edits)
    assert shown(draft.merged([edits[0], edits[-1]], edits[1:-1])) == draft.edited(edits)


@given(drafts, st.data())
def test_equal_edits_are_one(draft: Draft, data: st.DataObject) -> None:
    edit = data.draw(phrases(draft, 4, 12))
    other = data.draw(phrases(draft, 20, 24))
    assert shown(draft.merged([edit], [edit, other], [edit])) == draft.edited([edit, other])


@given(drafts, st.data())
def test_overlapping_edits_are_a_conflict_of_the_words_in_dispute(draft: Draft, data: st.DataObject) -> None:
    at = data.draw(st.integers(2, len(draft.words) - 10))
    first = Phrase(at, at + 3, data.draw(fresh(draft)))
    second = Phrase(at + data.draw(st.integers(1, 2)), at + data.draw(st.integers(4, 6)), data.draw(fresh(draft)))
    words = draft.merged([first], [second])
    brackets = [piece for piece in words if isinstance(piece, Bracket)]
    assert len(brackets) == 1
    in_dispute = " ".join(draft.words[at : second.end])
    assert brackets[0].base.rstrip(",.;") == in_dispute.rstrip(",.;")  # a comma that both keep is not in dispute
    assert _read(words, "ilmate") == draft.edited([first])
    assert _read(words, "agro") == draft.edited([second])


def _read(words: Words, unit: str) -> str:
    parts = []
    for piece in words:
        if isinstance(piece, Bracket):
            text = next(r.text for r in piece.readings if unit in r.names)
            parts.append(piece.lead + text if text else "")
        else:
            parts.append(piece.text)
    return "".join(parts)


@given(drafts, st.data())
def test_different_insertions_at_one_point_are_a_conflict(draft: Draft, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(draft.words)))
    one, other = data.draw(fresh(draft)), data.draw(fresh(draft))
    words = draft.merged([Phrase(at, at, one)], [Phrase(at, at, other)])
    assert is_clean(words) == (one == other)


@given(drafts, st.data())
def test_an_edit_inside_a_deleted_passage_is_a_conflict(draft: Draft, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(draft.words) - 8))
    inside = data.draw(st.integers(at + 1, at + 3))
    edit = Phrase(inside, inside + 1, data.draw(fresh(draft)))
    assert not is_clean(draft.merged([Phrase(at, at + 5, ())], [edit]))


@given(drafts, st.data())
def test_edits_side_by_side_that_both_put_words_in_are_a_conflict(draft: Draft, data: st.DataObject) -> None:
    at = data.draw(st.integers(1, len(draft.words) - 6))
    middle = at + data.draw(st.integers(1, 2))
    one = Phrase(at, middle, data.draw(fresh(draft)))
    other = Phrase(middle, middle + data.draw(st.integers(0, 2)), data.draw(fresh(draft)))
    assert not is_clean(draft.merged([one], [other]))


@given(drafts, st.data())
def test_a_deletion_beside_other_words_is_clean(draft: Draft, data: st.DataObject) -> None:
    at = data.draw(st.integers(1, len(draft.words) - 8))
    gone = Phrase(at, at + data.draw(st.integers(1, 2)), ())
    after = Phrase(gone.end, gone.end + data.draw(st.integers(1, 2)), data.draw(fresh(draft)))
    before = Phrase(at - 1, at, data.draw(fresh(draft)))
    assert shown(draft.merged([gone], [after])) == draft.edited([gone, after])
    assert shown(draft.merged([before], [gone])) == draft.edited([before, gone])
