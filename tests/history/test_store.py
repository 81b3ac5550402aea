"""Versions on disk: two lines, never changed, and damage that is named."""

import json
from pathlib import Path

import pytest

from loi_cli.history.canonical import canonical, parsed, sha256
from loi_cli.history.damage import Damaged
from loi_cli.history.encoding import text_hash
from loi_cli.history.store import HEADER_LIMIT, Store, compose, heads
from loi_cli.history.verify import verify
from loi_cli.model.problems import LoiError
from loi_cli.model.text import Clause, Kind, Text
from loi_cli.model.versions import Header, Merged, Version
from loi_cli.model.words import agreed

NESTED = b"[" * 100_000 + b"]" * 100_000
"""Deeper than any Python reads."""

TEXT = Text((Clause(id="aim", kind=Kind.ARTICLE, text={"ru": agreed("Стороны", "concept")}, by=("concept",)),))


def version(
    *parents: Header,
    message: str = "",
    author: str = "Setditjen",
    touched: int = 0,
    inputs: tuple[Merged, ...] = (),
    decisions: tuple[Merged, ...] = (),
) -> Version:
    return compose(
        text=TEXT, parents=parents, order=("agro",), inputs=inputs, decisions=decisions, time="2022-01-31T09:00:00Z",
        author=author, message=message, touched=tuple(f"areas.clause-{n}" for n in range(touched)),
    )  # fmt: skip


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "versions")


def test_a_version_is_two_canonical_lines_named_by_the_first(store: Store) -> None:
    made = version(message="putaran 1")
    store.add(made)
    [path] = store.paths()
    head, body, rest = path.read_bytes().split(b"\n")
    assert rest == b""
    assert path.stem == sha256(head) == made.header.hash
    assert json.loads(head)["body_hash"] == sha256(body)
    assert [json.loads(line)["schema"] for line in (head, body)] == [1, 1]
    assert all(canonical(parsed(line)) == line for line in (head, body))
    assert "Стороны".encode() in body, "readable, not escaped"


def test_a_header_stays_under_4_kb_whatever_was_touched(store: Store) -> None:
    made = version(touched=5000)
    store.add(made)
    assert 0 < len(made.header.touched) < 5000
    assert len(made.header.touched) + made.header.left_off == 5000
    assert len(store.paths()[0].read_bytes().split(b"\n")[0]) < 4096
    assert store.headers() == (made.header,)


@pytest.mark.parametrize("message", ["x" * 1001, "😀" * 1000])
def test_a_message_too_long_for_a_header_is_refused(message: str) -> None:
    with pytest.raises(LoiError) as caught:
        version(message=message)
    assert "message" in caught.value.message


def test_a_message_of_a_thousand_characters_is_taken(store: Store) -> None:
    store.add(version(message="x" * 1000))
    assert [header.message for header in store.headers()] == ["x" * 1000]


def test_a_header_of_4_kb_is_one_byte_too_long(store: Store) -> None:
    """The author's name fills it up: what is read back is always the whole header."""
    store.add(version(author=""))
    [path] = store.paths()
    room = HEADER_LIMIT - len(path.read_bytes().split(b"\n")[0])
    longest = version(author="A" * (room - 1))
    store.add(longest)
    assert longest.header in store.headers()
    with pytest.raises(LoiError, match="do not fit"):
        version(author="A" * room)
    touching = room - len('"areas.clause-0"')
    assert version(author="A" * (touching - 1), touched=1).header.touched == ("areas.clause-0",)
    assert version(author="A" * touching, touched=1).header.touched == ()


def test_numbers_and_heads_follow_the_parents() -> None:
    one = version()
    two, other = version(one.header, message="here"), version(one.header, message="there")
    joined = version(two.header, other.header)
    assert [v.header.number for v in (one, two, other, joined)] == [1, 2, 2, 3]
    assert set(heads([one.header, two.header, other.header])) == {two.header, other.header}
    assert heads([one.header, two.header, other.header, joined.header]) == (joined.header,)


def test_two_machines_number_alike_and_are_told_apart() -> None:
    assert version(message="here").header.full_label != version(message="there").header.full_label


def test_leftovers_of_a_killed_write_are_no_versions(store: Store) -> None:
    store.add(version())
    (store.folder / ".x.json").write_bytes(b"half")
    (store.folder / "desktop.ini").write_bytes(b"")
    assert len(store.headers()) == 1
    assert verify(store.folder.parent) == (1, ())


def damaged(store: Store, change: bytes, to: bytes) -> str:
    made = version()
    store.add(made)
    [path] = store.paths()
    path.write_bytes(path.read_bytes().replace(change, to))
    _count, [damage] = verify(store.folder.parent)
    assert damage.file == f"versions/{path.name}"
    return damage.message


@pytest.mark.parametrize(
    ("change", "to", "says"),
    [
        (b"Setditjen", b"somebody", "the header does not have the hash"),
        ("Стороны".encode(), "Сторона".encode(), "the body does not have the hash"),
        (b"\n", b"\r\n", "the header does not have the hash"),
        (b"}\n{", b"}\n\n{", "not the two lines"),
    ],
)
def test_damage_says_what_is_wrong(store: Store, change: bytes, to: bytes, says: str) -> None:
    assert damaged(store, change, to).startswith(says)


@pytest.mark.parametrize("more", [b"x", b"\n", b"{}\n"])
def test_nothing_may_follow_the_two_lines(store: Store, more: bytes) -> None:
    store.add(version())
    [path] = store.paths()
    path.write_bytes(path.read_bytes() + more)
    assert [d.message for d in verify(store.folder.parent)[1]] == ["not the two lines that a version has"]


def test_a_damaged_version_is_never_read(store: Store) -> None:
    store.add(version())
    [header] = store.headers()
    [path] = store.paths()
    path.write_bytes(path.read_bytes().replace("Стороны".encode(), "Сторона".encode()))
    with pytest.raises(Damaged) as caught:
        store.version(header)
    assert path.name in caught.value.message
    assert "verify" in caught.value.hint


def kept(store: Store, data: bytes) -> str:
    store.add_all((), [data])
    return sha256(data)


def test_missing_parents_and_kept_bytes_are_named(store: Store) -> None:
    one = version()
    digest = kept(store, b"unit: agro\n")
    store.add(version(one.header, inputs=(Merged("agro-1", digest),)))
    assert [d.file for d in verify(store.folder.parent)[1]] == [f"versions/{one.header.hash}.json"]
    store.add(one)
    assert store.kept(digest) == b"unit: agro\n"
    (store.folder / "kept" / f"{digest}.yaml").unlink()
    assert [d.file for d in verify(store.folder.parent)[1]] == [f"versions/kept/{digest}.yaml"]
    with pytest.raises(Damaged, match="missing"):
        store.kept(digest)


def test_kept_bytes_that_changed_are_never_read(store: Store) -> None:
    digest = kept(store, b"unit: agro\n")
    (store.folder / "kept" / f"{digest}.yaml").write_bytes(b"unit: legal\n")
    with pytest.raises(Damaged, match="do not have the hash"):
        store.kept(digest)


def test_a_record_bears_its_hash_in_its_name(tmp_path: Path) -> None:
    records = tmp_path / "records"
    records.mkdir()
    data = b"schema: 1\nrecord: decision\n"
    path = records / f"2022-01-31-decision-{sha256(data)[:8]}.yaml"
    path.write_bytes(data)
    assert verify(tmp_path) == (1, ())
    path.write_bytes(data + b" ")
    assert [d.file for d in verify(tmp_path)[1]] == [f"records/{path.name}"]
    path.write_bytes(data)
    for wrong in ("decision.yaml", "2022-01-31-decision-.yaml", f"x-{sha256(data)[:2]}.yaml"):
        path = path.rename(records / wrong)
        assert [d.file for d in verify(tmp_path)[1]] == [f"records/{wrong}"]


def test_every_file_is_counted_and_whatever_is_wrong_with_it_named(store: Store) -> None:
    folder, paper = store.folder.parent, b"as it was sent"
    digest = kept(store, b"unit: agro\n")
    store.add(version(inputs=(Merged("agro-1", digest),)))
    files = folder / "records" / "files"
    files.mkdir(parents=True)
    sent = files / f"{sha256(paper)}.docx"
    sent.write_bytes(paper)
    record = f"schema: 1\nrecord: sent\nfiles:\n- sha256: {sha256(paper)}\n".encode()
    (folder / "records" / f"2022-01-31-sent-{sha256(record)[:8]}.yaml").write_bytes(record)
    assert verify(folder) == (4, ())
    (store.folder / "kept" / f"{digest}.yaml").write_bytes(b"unit: legal\n")
    sent.write_bytes(b"as it was not sent")
    assert [d.file for d in verify(folder)[1]] == [f"records/files/{sent.name}", f"versions/kept/{digest}.yaml"]
    sent.unlink()
    first, _kept = verify(folder)[1]
    assert first.file == f"records/files/{sha256(paper)}"
    assert first.message == f"missing, though 2022-01-31-sent-{sha256(record)[:8]}.yaml names it"


def recorded(folder: Path, text: str) -> str:
    """A record that says this, and its name."""
    (folder / "records").mkdir(exist_ok=True)
    data = f"schema: 1\nrecord: x\n{text}\n".encode()
    name = f"2022-01-31-x-{sha256(data)[:8]}"
    (folder / "records" / f"{name}.yaml").write_bytes(data)
    return name


def test_a_newest_version_that_is_gone_is_missed_by_whatever_names_it(store: Store) -> None:
    folder, one = store.folder.parent, version()
    two = version(one.header, message="second")
    store.add_all([one, two])
    digits, texts = two.header.hash, two.header.text_hash
    named = [f"version: {digits}", f"base: v2-{digits[:6]}", "version: v2", f"version: '{digits[:8]}'"]
    for line in named:
        recorded(folder, line)
    recorded(folder, f"text: {texts}")
    assert verify(folder) == (7, ())
    (store.folder / f"{digits}.json").unlink()
    assert sorted(d.file for d in verify(folder)[1]) == sorted(
        [f"versions/{digits}.json", f"versions/{digits[:6]}….json", "versions/v2….json", f"versions/{digits[:8]}….json"]
    )  # the text is that of the first version too
    (store.folder / f"{one.header.hash}.json").unlink()
    assert f"a version with the text {texts[:8]}" in [d.file for d in verify(folder)[1]]


def test_a_version_that_cannot_be_read_is_not_missing_as_well(store: Store) -> None:
    one = version()
    store.add(one)
    recorded(store.folder.parent, f"version: {one.header.hash}")
    [path] = store.paths()
    path.write_bytes(b"x" + path.read_bytes())
    assert [d.file for d in verify(store.folder.parent)[1]] == [f"versions/{path.name}"]


def test_a_record_that_is_gone_is_missed_by_the_version_and_the_record_that_name_it(store: Store) -> None:
    folder = store.folder.parent
    applied = recorded(folder, "conflict: a")
    data = (folder / "records" / f"{applied}.yaml").read_bytes()
    store.add(version(decisions=(Merged(applied, kept(store, data)),)))
    undoing = recorded(folder, f"undoes: {applied}")
    assert verify(folder) == (4, ())
    (folder / "records" / f"{applied}.yaml").unlink()
    by_version, by_record = verify(folder)[1]
    assert by_version.file == by_record.file == f"records/{applied}.yaml"
    assert f"versions/kept/{sha256(data)}.yaml has its bytes" in by_version.message + by_record.message
    assert f"{undoing}.yaml names it" in by_version.message + by_record.message


def forged(store: Store, change: bytes, to: bytes) -> list[str]:
    """A version whose header was changed by somebody who knows how files are named."""
    store.add(version())
    [path] = store.paths()
    head, body, _rest = path.read_bytes().split(b"\n")
    path.unlink()
    assert change in head
    head = head.replace(change, to)
    (store.folder / f"{sha256(head)}.json").write_bytes(head + b"\n" + body + b"\n")
    return [damage.message for damage in verify(store.folder.parent)[1]]


def test_a_forged_header_is_found(store: Store) -> None:
    other = text_hash(Text(())).encode()
    assert forged(store, text_hash(TEXT).encode(), other) == ["the text does not have the hash that the header names"]


def test_another_spelling_of_the_same_header_is_found(store: Store) -> None:
    assert forged(store, b'"number":1', b'"number": 1') == ["not in canonical form"]


def test_a_header_that_lacks_something_is_no_version(store: Store) -> None:
    [message] = forged(store, b'"number":1,', b"")
    assert message.startswith("not a version")


@pytest.mark.parametrize(
    ("change", "to"),
    [(b'"number":1', b'"number":"1"'), (b'"parents":[]', b'"parents":[7]'), (b'"parents":[]', b'"parents":"aim"')],
)
def test_a_header_with_a_value_of_another_kind_is_no_version(store: Store, change: bytes, to: bytes) -> None:
    [message] = forged(store, change, to)
    assert message.startswith("not a version")


@pytest.mark.parametrize(
    ("change", "to"),
    [
        (b'"order":["agro"]', b'"order":' + NESTED),
        (b'"order":["agro"]', b'"order":[["agro"]]'),
        (b'"order":["agro"]', b'"order":' + b"9" * 5000),
        (b'"kind":"article"', b'"kind":"poem"'),
        (b'"order":["agro"],', b""),
        (b'"provenance":{"aim"', b'"provenance":{"other"'),
        (b"[7,[", b"[6,["),
    ],
)
def test_a_body_made_by_somebody_else_is_damage_and_no_bug_of_ours(store: Store, change: bytes, to: bytes) -> None:
    """Its hashes are right, as somebody's who knows how they are made."""
    store.add(version())
    [path] = store.paths()
    head, body, _rest = path.read_bytes().split(b"\n")
    path.unlink()
    assert change in body
    other = body.replace(change, to)
    head = head.replace(sha256(body).encode(), sha256(other).encode())
    path = path.with_name(f"{sha256(head)}.json")
    path.write_bytes(head + b"\n" + other + b"\n")
    [header] = store.headers()
    with pytest.raises(Damaged, match="not a version that this loi can read") as caught:
        store.version(header)
    assert caught.value.damage.file == f"versions/{path.name}"
    assert [damage.file for damage in verify(store.folder.parent)[1]] == [f"versions/{path.name}"]


def test_a_header_that_is_nested_without_end_is_no_version(store: Store) -> None:
    store.add(version())
    head = b"[" * 2000 + b"]" * 2000
    (store.folder / f"{sha256(head)}.json").write_bytes(head + b"\n{}\n")
    with pytest.raises(Damaged, match="not a version"):
        store.headers()


def test_equal_values_have_equal_bytes() -> None:
    assert canonical({"b": "я", "a": [1, None]}) == '{"a":[1,null],"b":"я"}'.encode()


def test_what_is_nested_without_end_is_no_value() -> None:
    with pytest.raises(ValueError, match="nested too deeply"):
        parsed(NESTED)


def test_floats_never_occur() -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        canonical(float("nan"))
    with pytest.raises(ValueError, match="float"):
        parsed(b'{"a":1.5}')
    with pytest.raises(ValueError, match="float"):
        parsed(b'{"a":NaN}')
