"""A new dossier like an earlier one: who is asked and who sits at the table; no day, subject or signature."""

from pathlib import Path

import pytest

from loi_cli.files.source import Source
from loi_cli.intake.dossier import read_dossier
from loi_cli.intake.taking_over import dossier_like, templates_of
from loi_cli.model.problems import BadInput, LoiError

EARLIER = """\
schema: 1
# what it was about
subject: {en: fisheries}
instrument: memorandum-of-understanding
home: AAA
# our side first
parties:
  AAA: {name: {en: First Ministry}, signatory: {en: Minister}}
  BBB: {name: {en: Second Ministry}, signatory: {en: Minister}}
languages: [en]
signature: {place: {en: Somewhere}, date: 2022-02-17}
rounds: {1: {due: 2022-01-14}, 2: {due: 2022-01-28}}
units:
  # the oldest friend
  legal: {name: Legal Bureau, due: {1: 2022-01-20}, rounds: [1]}
  trade:
    name: Trade
    # a holiday there
    due:
      2: 2022-02-01
    rounds: [1, 2]
  rest: {name: The Rest, rounds: [2], due: {2: 2022-02-02}}
# of the whole house
gates: [legal-bureau]
checks: {ignore: [L104]}
"""


def written(folder: Path, text: str) -> Path:
    (folder / "dossier.yaml").write_text(text, encoding="utf-8")
    return folder


def test_who_is_asked_and_nothing_of_what_was_negotiated(tmp_path: Path) -> None:
    text, made = dossier_like(written(tmp_path, EARLIER))
    earlier = read_dossier(Source.from_bytes("dossier.yaml", EARLIER.encode())).value
    assert made == read_dossier(Source.from_bytes("dossier.yaml", text.encode())).value
    assert (made.home, made.parties, made.languages) == (earlier.home, earlier.parties, earlier.languages)
    assert list(made.units) == ["legal", "trade", "rest"]
    assert [unit.rounds for unit in made.units.values()] == [(1,), (1, 2), (2,)]
    assert not any(unit.due for unit in made.units.values())
    assert (made.gates, made.ignored_checks) == (("legal-bureau",), ("L104",))
    assert made.date_of_signature is None
    for word in ("fisheries", "Somewhere", "2022", "memorandum-of-understanding\n", "holiday", "what it was about"):
        assert word not in text
    for comment in ("# our side first", "# the oldest friend", "# of the whole house"):
        assert comment in text


def test_the_worked_example() -> None:
    example = Path(__file__).parents[2] / "drafts" / "indonesia-belarus-2022"
    _text, made = dossier_like(example)
    assert dossier_like(example / "dossier.yaml")[1] == made
    assert len(made.units) > 20
    assert templates_of(example) == {}


def test_a_file_that_has_no_lines_for_its_keys_is_refused(tmp_path: Path) -> None:
    flow = (
        "{schema: 1, instrument: letter-of-intent, subject: {en: x}, home: AAA, languages: [en], parties: {AAA: {name:"
        " {en: A}, signatory: {en: M}}, BBB: {name: {en: B}, signatory: {en: M}}}}\n"
    )
    with pytest.raises(LoiError, match="part by part"):
        dossier_like(written(tmp_path, flow))


def test_a_broken_one_is_told_as_it_is(tmp_path: Path) -> None:
    with pytest.raises(BadInput):
        dossier_like(written(tmp_path, "schema: 1\nnonsense: 2\n"))
