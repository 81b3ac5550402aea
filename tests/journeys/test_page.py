"""The whole dossier as one page, for us, for the other party, on the wall, and served to this computer alone."""

import os
import signal
import subprocess
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from tests.journeys.desk import Desk, command, tree
from tests.journeys.lisbon import an_input

OURS = "out/internal/page.html"
THEIRS = "out/for-KEN/page.html"


def test_the_page_is_one_file_and_the_same_bytes_again(merged: Desk) -> None:
    assert merged.loi("page").out == f"{OURS}\n"
    first = (merged.folder / OURS).read_bytes()
    assert b"Dire\xc3\xa7\xc3\xa3o das Pescas" in first
    merged.loi("page")
    assert (merged.folder / OURS).read_bytes() == first
    assert sorted(p.name for p in (merged.folder / "out/internal").iterdir()) == ["page.html"]


def test_one_that_a_person_edited_is_left_alone(merged: Desk) -> None:
    merged.loi("page")
    edited = merged.folder / OURS
    edited.write_text("mine", encoding="utf-8")
    said = merged.loi("page")
    assert said.out == "out/internal/page-2.html\n"
    assert "was edited" in said.err
    assert edited.read_text(encoding="utf-8") == "mine"


def test_it_goes_where_it_is_told_to(merged: Desk) -> None:
    merged.loi("page", "-o", "far/away.html")
    assert merged.loi("page", "-o", "-").out == (merged.folder / "far/away.html").read_text(encoding="utf-8")
    assert not (merged.folder / "out").exists()


def test_it_is_made_before_anything_is_merged_and_while_a_file_is_wrong(desk: Desk) -> None:
    desk.write("inputs/fishing-2.yaml", "schema: 1\nunit: nobody\n")
    desk.loi("page")
    assert "v1-preview" in (desk.folder / OURS).read_text(encoding="utf-8")


def test_a_party_s_page_says_what_was_held_back_and_may_leave(merged: Desk) -> None:
    said = merged.loi("page", "--for", "KEN", code=1)
    assert "held back in" in said.err
    html = (merged.folder / THEIRS).read_text(encoding="utf-8")
    for secret in ("Direção", "fishing:", "fishing-1", "harbours", "lawyers", "Gabinete", "round 1"):
        assert secret not in html
    merged.loi("send", THEIRS, "--to", "KEN", "--dry-run")
    merged.loi("page")
    assert merged.loi("send", OURS, "--to", "KEN", "--dry-run", code=1).out.count("the unit") > 1


def test_a_party_sees_only_versions_that_went_to_it(merged: Desk) -> None:
    merged.loi("page", "--for", "KEN", code=1)
    assert ">v1" not in (merged.folder / THEIRS).read_text(encoding="utf-8")
    merged.loi("render", "loi", "--for", "KEN", "--version", "v1", "--format", "docx")
    merged.loi("send", "out/for-KEN/loi-v1.docx", "--to", "KEN", "--by", "Gabinete")
    merged.loi("page", "--for", "KEN", code=1)
    assert ">v1" in (merged.folder / THEIRS).read_text(encoding="utf-8")


def test_a_page_that_would_tell_too_much_is_not_written(merged: Desk) -> None:
    """A title of the meeting that holds what a unit gave as its reason: the look into the page finds it."""
    reason = "Travel is far too dear for us, and nobody may know of it."
    merged.write("inputs/lawyers-1.2.yaml", an_input("lawyers", 1, f"  - remark: aim\n    note: {reason}\n"))
    merged.write("templates/page/page.html", f'<html><head><meta charset="utf-8"></head><body>{reason}</body></html>')
    said = merged.loi("page", "--for", "KEN", code=1)
    assert "nothing was written" in said.err
    assert not (merged.folder / THEIRS).exists()


def test_on_the_wall_stands_one_clause_by_its_id_or_number(merged: Desk) -> None:
    merged.loi("page", "--clause", "2")
    by_number = (merged.folder / "out/internal/page-fields.html").read_bytes()
    merged.loi("page", "--clause", "fields")
    assert (merged.folder / "out/internal/page-fields.html").read_bytes() == by_number
    assert "did you mean" in merged.loi("page", "--clause", "field", code=2).err


def test_bad_requests_write_nothing(merged: Desk) -> None:
    before = tree(merged.folder)
    for wrong in (("--for", "XXX"), ("--version", "v9"), ("--serve", "-o", "x.html"), ("--clause", "99")):
        merged.loi("page", *wrong, code=2)
    assert tree(merged.folder) == before


@contextmanager
def served(desk: Desk, *arguments: str) -> Iterator[tuple[str, "subprocess.Popen[str]"]]:
    """The address of a page that is being served, and the process that serves it."""
    process = subprocess.Popen(
        [*command(), "page", "--serve", *arguments], cwd=desk.folder, env=desk.env | {"PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
    )  # fmt: skip
    try:
        assert process.stdout is not None
        yield process.stdout.readline().strip(), process
    finally:
        if process.poll() is None:
            process.kill()
        process.communicate()


def fetched(address: str, **headers: str) -> tuple[int, str]:
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(urllib.request.Request(address, headers=headers), timeout=60) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as refused:
        return refused.code, ""


def test_a_served_page_is_for_this_computer_alone(merged: Desk) -> None:
    with served(merged) as (address, _process):
        assert address.startswith("http://127.0.0.1:")
        status, html = fetched(address)
        assert status == 200
        assert "connect-src 'self'" in html
        assert fetched(address, Host="evil.example")[0] == 403
        root = address.rsplit("/", 2)[0]
        assert fetched(f"{root}/")[0] == 404
        assert fetched(f"{root}/../dossier.yaml")[0] == 404


def test_it_is_made_anew_when_a_file_changes_and_says_what_is_wrong_with_one(merged: Desk) -> None:
    dossier = merged.folder / "dossier.yaml"
    whole = dossier.read_text(encoding="utf-8")
    with served(merged) as (address, _process):
        before = fetched(address + "state")[1]
        assert fetched(address + "state")[1] == before
        dossier.write_text(whole.replace("Direção dos Portos", "Direção do Cais"), encoding="utf-8")
        assert fetched(address + "state")[1] != before
        assert "Direção do Cais" in fetched(address)[1]
        dossier.write_text("schema: 1\nsubjekt: <b>\n", encoding="utf-8")
        wrong = fetched(address)[1]
        assert "dossier.yaml:2" in wrong
        assert "<b>" not in wrong
        dossier.write_text(whole, encoding="utf-8")
        assert "Direção dos Portos" in fetched(address)[1]
    assert not (merged.folder / "out").exists()


@pytest.mark.skipif(os.name == "nt", reason="an interrupt cannot be sent to one process there")
def test_ctrl_c_ends_it_cleanly(merged: Desk) -> None:
    with served(merged) as (address, process):
        fetched(address)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=60)
        assert process.returncode == 130
        assert "Traceback" not in out + err


def test_a_port_that_is_taken_is_told(merged: Desk) -> None:
    with served(merged) as (address, _process):
        port = address.split(":")[2].split("/")[0]
        assert f"port {port} cannot be used" in merged.loi("page", "--serve", "--port", port, code=2).err


def test_the_page_of_the_example_is_light(example: Desk) -> None:
    example.loi("page")
    assert (example.folder / OURS).stat().st_size < 2_000_000
