"""From an empty folder to papers, one command after the other."""

from tests.journeys.desk import Desk, tree
from tests.journeys.lisbon import an_input, sit_down

BY = ("--by", "Diretor-Geral", "--reason", "Two are enough.")


def test_a_new_dossier_is_valid_and_goes_the_whole_way(tmp_path) -> None:
    desk = Desk(tmp_path)
    written = desk.loi("init", "drafts/new")
    assert "drafts/new/dossier.yaml" in written.out.splitlines()
    assert "loi -C drafts/new check" in written.err
    assert desk.loi("check", "--strict").out == ""
    assert "v1 made" in desk.loi("merge", "--author", "A").out
    receipts = desk.loi("collect", "drafts/new/examples").out
    assert "inputs/trade-1.yaml" in receipts
    assert "inputs/legal-1.yaml" in receipts
    before = tree(tmp_path / "drafts/new")
    dry = desk.loi("merge", "--dry-run", "--author", "A", code=1)
    assert "v2 would be made" in dry.out
    assert tree(tmp_path / "drafts/new") == before
    assert "1 conflict is open" in desk.loi("merge", "--author", "A", code=1).out
    desk.loi("decide", "areas.components", "--take", "trade", *BY)
    assert "v3 made" in desk.loi("merge", "--author", "A").out
    assert "nothing waits to be merged" in desk.loi("merge", "--author", "A").out
    papers = desk.loi("build").out.splitlines()
    assert any(line.endswith("/internal/loi-v3.docx") for line in papers)
    assert all((tmp_path / line).is_file() for line in papers)


def test_a_house_that_speaks_indonesian_begins_with_indonesian_comments(tmp_path) -> None:
    desk = Desk(tmp_path, LOI_LANG="id")
    desk.loi("init", "first")
    dossier = (tmp_path / "first/dossier.yaml").read_text(encoding="utf-8")
    assert "# pihak kita; salah satu dari kedua pihak di bawah\nhome: AAA" in dossier
    assert "name: Biro Hukum" in dossier
    assert max(map(len, dossier.splitlines())) <= 120
    assert desk.loi("-C", "first", "check", "--strict").out == ""
    desk.loi("-C", "first", "merge", "--author", "A")
    desk.loi("-C", "first", "collect", "first/examples")
    desk.loi("-C", "first", "merge", "--author", "A", code=1)
    desk.loi("init", "second", "--from", "first")
    assert "# ISI: sampai kapan unit menjawab\nrounds:" in (tmp_path / "second/dossier.yaml").read_text(
        encoding="utf-8"
    )
    desk.loi("-C", "second", "check")


def test_a_new_dossier_takes_parties_over_from_another(tmp_path) -> None:
    desk = Desk(tmp_path)
    old = tmp_path / "old"
    sit_down(Desk(old))
    manifest = (old / "dossier.yaml").read_text(encoding="utf-8")
    (old / "dossier.yaml").write_text(manifest + "gates: [ministry]\nchecks: {ignore: [L104]}\n", encoding="utf-8")
    desk.loi("-C", "old", "templates", "copy", "sections/loi.html")
    before = tree(tmp_path)
    dry = desk.loi("init", "next", "--from", "old", "--dry-run")
    assert tree(tmp_path) == before
    assert "nothing was written" in dry.err
    assert desk.loi("init", "next", "--from", "old").out == dry.out
    assert {p.name for p in (tmp_path / "next").iterdir()} == {
        ".gitattributes", ".gitignore", "concept.yaml", "dossier.yaml", "schemas", "templates",
    }  # fmt: skip
    assert (tmp_path / "next/templates/sections/loi.html").is_file()
    taken = (tmp_path / "next/dossier.yaml").read_text(encoding="utf-8")
    assert "gates: [ministry]" in taken
    assert "L104" in taken
    assert "2022" not in taken
    desk.loi("-C", "next", "check")
    desk.loi("-C", "next", "merge", "--author", "A")
    assert "v1" in desk.loi("-C", "next", "log").out


def test_the_whole_way(desk: Desk) -> None:
    desk.loi("check")
    merge = desk.loi("merge", "-m", "round 1", "--author", "Gabinete", code=1)
    assert "1 conflict is open" in merge.out
    assert "loi decide" in merge.err

    conflict = desk.loi("conflicts", "--format", "json").json["conflicts"][0]
    assert conflict["base"] == "once a"
    assert [(s["side"], s["text"]) for s in conflict["sides"]] == [
        ("harbours", "twice a"),
        ("fishing", "every second"),
    ]
    assert "loi decide meetings" in desk.loi("conflicts").err

    decided = desk.loi("decide", "meetings", "--take", "harbours", *BY)
    assert "twice a" in decided.out
    assert len(list((desk.folder / "records").iterdir())) == 1
    assert "v3 made" in desk.loi("merge", "--author", "Gabinete").out
    assert desk.loi("conflicts").out == ""
    assert desk.loi("conflicts", "--format", "json").json == {"schema": 1, "conflicts": []}

    log = desk.loi("log").out.splitlines()
    assert [line.split()[0] for line in log if line[0] != " "] == ["v3", "v2", "v1"]
    assert "round 1" in " ".join(log)
    assert "twice a year" in desk.loi("show", "3").out
    assert "seaweed farming;" in desk.loi("show", "v2", "--language", "en").out
    blame = desk.loi("blame", "meetings", "--language", "en").out
    assert "harbours-1" in blame
    assert "Two are enough." in " ".join(blame.split())
    diff = desk.loi("diff", "v1", "v3", "--language", "en").out
    assert "[-once-] {+twice+}" in diff
    assert "{+and safety+}" in diff
    assert desk.loi("diff", "v1", "v3", "--exit-code", code=1).out
    assert "the same words" in desk.loi("diff", "v3", "v3", "--exit-code").err
    desk.loi("tag", "v2", "sent-to-lawyers", "--by", "Gabinete")
    assert desk.loi("show", "sent-to-lawyers").out == desk.loi("show", "v2").out
    assert "[sent-to-lawyers]" in desk.loi("log").out
    assert "all as they were written" in desk.loi("verify").out
    assert "v3" in desk.loi("status").out

    before = tree(desk.folder)
    built = desk.loi("build")
    assert "nothing is open" in built.err
    assert {k: v for k, v in tree(desk.folder).items() if not k.startswith("out/")} == before


def test_a_second_round_is_written_against_the_second_version(merged: Desk) -> None:
    wanted = "- reword: fields.fish\n  en: coastal and inland fishing;"
    merged.write("inputs/fishing-2.yaml", an_input("fishing", 2, wanted, base="v2", date="2022-01-25"))
    merge = merged.loi("merge", "--author", "Gabinete", "--format", "json", code=1).json
    assert merge["version"] == "v3"
    assert [i["file"] for i in merge["inputs"]] == ["inputs/fishing-2.yaml"]
    assert "coastal and inland fishing;" in merged.loi("show", "fields.fish").out


def test_a_late_input_to_the_first_version_joins_what_was_merged(merged: Desk) -> None:
    """It was written on v1 after v2 was made, and edits other words of clauses that changed since."""
    merged.write(
        "inputs/lawyers-1.2.yaml",
        an_input(
            "lawyers",
            1,
            "- replace: fields.ports\n  en: {from: management, to: good management}\n"
            "- replace: meetings\n  en: {from: Lisbon, to: the city of Lisbon}",
            date="2022-01-30",
        ),
    )
    merge = merged.loi("merge", "--author", "Gabinete", "--format", "json", code=1).json
    assert {p["outcome"] for p in merge["inputs"][0]["proposals"]} == {"merged"}
    assert "good management and safety of ports;" in merged.loi("show", "fields.ports").out
    shown = merged.loi("show", "meetings").out
    assert "the city of Lisbon" in shown
    assert "[harbours: twice a] [fishing: every second]" in shown
    units = merged.loi("status", "--format", "json").json["units"]
    assert {"unit": "lawyers", "round": 1, "state": "received", "late": True, "due": "2022-01-14"} in units


def test_in_whatever_order_inputs_come_the_text_is_the_same(desk: Desk, tmp_path) -> None:
    other = sit_down(Desk(tmp_path / "other"), inputs=False)
    other.loi("merge", "--author", "B")
    for name in ("lawyers-1", "fishing-1", "harbours-1"):
        data = (desk.folder / f"inputs/{name}.yaml").read_text(encoding="utf-8")
        other.write(f"inputs/{name}.yaml", data)
        said = other.loi("merge", "--author", "B", "--format", "json", code=int(name == "harbours-1"))
    at_once = desk.loi("merge", "--author", "A", "--format", "json", code=1)
    assert said.json["text_hash"] == at_once.json["text_hash"]
    assert said.json["hash"] != at_once.json["hash"]


def test_the_dossier_is_found_from_below_and_through_drafts(tmp_path) -> None:
    home = Desk(tmp_path)
    inside = sit_down(Desk(tmp_path / "drafts" / "only"))
    assert home.loi("status").out == inside.loi("status").out
    assert Desk(tmp_path / "drafts" / "only" / "inputs").loi("status").out == inside.loi("status").out
    assert home.loi("status", "-C", "drafts/only").out == inside.loi("status").out
    assert home.loi("status", LOI_DOSSIER="drafts/only").out == inside.loi("status").out
    sit_down(Desk(tmp_path / "drafts" / "second"))
    assert "there are 2 dossiers below drafts: only, second" in home.loi("status", code=2).err


def test_bare_loi_greets(desk: Desk, tmp_path) -> None:
    assert desk.loi().out == desk.loi("status").out
    elsewhere = Desk(tmp_path / "empty").loi()
    assert "Usage: loi" in elsewhere.out


def test_an_author_comes_from_the_environment(desk: Desk) -> None:
    desk.loi("merge", code=1, LOI_BY="Direção-Geral")
    assert "Direção-Geral" in desk.loi("log").out


def test_the_worked_example_goes_the_whole_way(example: Desk) -> None:
    example.loi("check")
    example.loi("verify")
    example.loi("build")
    papers = {p.name for p in (example.folder / "out" / "internal").iterdir()}
    assert {"loi", "redline", "matrix", "agenda", "packet"} <= {name.split("-")[0] for name in papers}
    assert any((example.folder / "out" / "for-BLR").iterdir())
