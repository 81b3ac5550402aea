"""Laws of the store: what is written reads back, and no byte can change unseen."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from loi_cli.history.canonical import canonical, parsed, sha256
from loi_cli.history.encoding import decoded_text, provenance_of_text, text_hash, words_of_text
from loi_cli.history.names import version_named
from loi_cli.history.store import HEADER_LIMIT, Store, compose
from loi_cli.history.verify import verify
from loi_cli.merge.replay import Base
from loi_cli.model.inputs import Input
from loi_cli.model.problems import LoiError
from loi_cli.model.text import Text
from loi_cli.model.versions import Header, Merged, Version
from tests.properties.drafting import concepts, later_negotiations, merged

Later = tuple[Text, tuple[Input, ...], Base, tuple[Input, ...]]

json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(st.characters(exclude_categories=("Cs",))),
    lambda inner: st.lists(inner) | st.dictionaries(st.text("abcß"), inner),
)


@given(json)
def test_canonical_json_reads_back_and_has_one_spelling(value: object) -> None:
    line = canonical(value)
    assert parsed(line) == value
    assert canonical(parsed(line)) == line
    assert b"\n" not in line


@given(later_negotiations())
def test_a_merged_text_reads_back_from_its_encoding(negotiation: Later) -> None:
    concept, first, base, second = negotiation
    text = merged(concept, first, (base, second)).text
    words, provenance = words_of_text(text), provenance_of_text(text)
    back = decoded_text(parsed(canonical(words)), parsed(canonical(provenance)))
    assert back == text
    assert text_hash(back) == text_hash(text)


def written(folder: Path, concept: Text) -> Store:
    """Two versions, the second with an input and a decision."""
    store = Store(folder / "versions")
    data = b"schema: 1\nunit: ilmate\n", "рекомендация\n".encode()
    store.add_all((), data)
    kept = [sha256(one) for one in data]
    decision = f"2022-01-31-decision-{kept[1][:8]}"
    (folder / "records").mkdir()
    (folder / "records" / f"{decision}.yaml").write_bytes(data[1])
    first = composed(concept, ())
    second = composed(concept, (first.header,), [Merged("ilmate-1", kept[0])], [Merged(decision, kept[1])])
    store.add(first)
    store.add(second)
    return store


def composed(
    text: Text, parents: tuple[Header, ...], inputs: list[Merged] | None = None, decisions: list[Merged] | None = None,
    touched: tuple[str, ...] = (), message: str = "round 1",
) -> Version:  # fmt: skip
    return compose(
        text=text, parents=parents, order=("ilmate", "agro"), inputs=tuple(inputs or ()),
        decisions=tuple(decisions or ()), touched=touched, time="2022-01-31T09:00:00Z", author="Setditjen",
        message=message,
    )  # fmt: skip


@given(concepts(), st.data())
def test_any_change_of_any_stored_byte_is_found_and_the_file_named(concept: Text, data: st.DataObject) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        written(folder, concept)
        assert verify(folder) == (5, ())
        files = sorted(path for path in folder.rglob("*") if path.is_file())
        path = data.draw(st.sampled_from(files))
        whole = path.read_bytes()
        at = data.draw(st.integers(0, len(whole) - 1))
        bit = data.draw(st.integers(0, 7))
        how = data.draw(st.sampled_from(("flip", "cut", "drop", "add")))
        changed = {
            "flip": whole[:at] + bytes([whole[at] ^ (1 << bit)]) + whole[at + 1 :],
            "cut": whole[:at],
            "drop": whole[:at] + whole[at + 1 :],
            "add": whole[:at] + b" " + whole[at:],
        }[how]
        path.write_bytes(changed)
        _count, damage = verify(folder)
        assert path.relative_to(folder).as_posix() in {one.file for one in damage}


@given(concepts(), st.data())
def test_a_file_that_another_names_cannot_be_gone_unseen(concept: Text, data: st.DataObject) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        store = written(folder, concept)
        first, _second = store.headers()
        named = [store.folder / f"{first.hash}.json"]
        named += [*(store.folder / "kept").iterdir(), *(folder / "records").iterdir()]
        gone = data.draw(st.sampled_from(sorted(named)))
        gone.unlink()
        assert {one.file for one in verify(folder)[1]} == {gone.relative_to(folder).as_posix()}


@given(concepts())
def test_versions_read_back_as_they_were_composed(concept: Text) -> None:
    with TemporaryDirectory() as name:
        store = written(Path(name), concept)
        first, second = store.headers()
        assert (first.number, second.number, second.parents) == (1, 2, (first.hash,))
        assert store.version(second).text == concept
        assert [m.name for m in store.version(second).inputs] == ["ilmate-1"]
        for header in (first, second):
            for called in (header.label, header.full_label, header.hash, header.hash[:12]):
                assert version_named(called, store.headers()) == header


@given(concepts(), st.text(max_size=1000), st.integers(0, 3000))
def test_headers_stay_short_or_are_refused(concept: Text, message: str, touched: int) -> None:
    """Whatever is composed can be written and read; the list of touched clauses gives way first."""
    message = message.encode(errors="replace").decode()
    names = tuple(f"areas.clause-{n}" for n in range(touched))
    try:
        version = composed(concept, (), touched=names, message=message)
    except LoiError:
        assert len(message.encode()) > 1000
        return
    assert set(version.header.touched) <= set(names)
    with TemporaryDirectory() as name:
        store = Store(Path(name) / "versions")
        store.add(version)
        [header] = store.headers()
        assert header == version.header
        assert len((store.folder / f"{header.hash}.json").read_bytes().split(b"\n")[0]) < HEADER_LIMIT
