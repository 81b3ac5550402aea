"""The page in a real browser: for every eye, by keyboard alone, without scripts, in both themes, on a telephone."""

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.browser.conftest import EVERY, OURS, THEIR_WALL
from tests.journeys.desk import Desk
from tests.journeys.test_page import served

AXE, ABSENT = "axe_playwright_python.sync_playwright", "axe is not installed: pip install .[browser]"
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
DESK, TELEPHONE = (1360, 900), (360, 740)


@contextmanager
def opened(browser: Any, file: Path, size: tuple[int, int] = DESK, **more: Any) -> Iterator[Any]:
    """A page that made no complaint and asked for nothing."""
    context = browser.new_context(
        viewport={"width": size[0], "height": size[1]}, **{"reduced_motion": "reduce", **more}
    )
    context.set_default_timeout(60_000)
    tab = context.new_page()
    wrong: list[str] = []
    tab.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
    tab.on("pageerror", lambda error: wrong.append(str(error)))
    tab.on("request", lambda request: None if request.url.startswith("file:") else wrong.append(request.url))
    tab.goto(file.as_uri())
    yield tab
    context.close()
    assert wrong == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [DESK, TELEPHONE])
@pytest.mark.parametrize("page", EVERY)
def test_axe_finds_nothing_and_nothing_runs_out_of_the_window(
    chromium: Any, pages: Path, page: str, size: tuple[int, int], scheme: str
) -> None:
    axe = pytest.importorskip(AXE, reason=ABSENT)
    with opened(chromium, pages / page, size, color_scheme=scheme) as tab:
        found = axe.Axe().run(tab, options={"runOnly": WCAG}).response["violations"]
        assert [(one["id"], [node["target"] for node in one["nodes"]]) for one in found] == []
        assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_axe_finds_nothing_in_a_comparison_with_all_that_opens_open(chromium: Any, pages: Path) -> None:
    axe = pytest.importorskip(AXE, reason=ABSENT)
    with opened(chromium, pages / OURS) as tab:
        tab.select_option("#against", "0")
        tab.locator(".clause ins .w").first.hover()
        assert axe.Axe().run(tab, options={"runOnly": WCAG}).response["violations"] == []
        tab.keyboard.press("?")
        assert tab.locator("#help").is_visible()
        assert axe.Axe().run(tab, options={"runOnly": WCAG}).response["violations"] == []


def test_without_scripts_text_disputes_and_matrix_can_be_read(chromium: Any, pages: Path) -> None:
    with opened(chromium, pages / OURS, java_script_enabled=False) as tab:
        assert tab.locator("#clauses").get_by_text("deep-sea").count() == 1
        assert tab.locator("#conflicts table").first.is_visible()
        assert tab.locator("#proposals tbody tr").first.is_visible()
        assert tab.locator("svg.graph circle").count() == 3
        assert not tab.locator("#choose").is_visible()
        assert not tab.locator("#sieve").is_visible()


def words_of(tab: Any, clause: str, language: str) -> str:
    return str(tab.locator(f'[data-clause="{clause}"] [data-language="{language}"] .wording').inner_text())


def test_any_version_is_shown_against_any_other_in_both_directions(chromium: Any, pages: Path) -> None:
    with opened(chromium, pages / OURS) as tab:
        now = tab.locator("#clauses").inner_html()
        tab.select_option("#against", "0")
        forth = (tab.locator("#clauses ins").all_inner_texts(), tab.locator("#clauses del").all_inner_texts())
        assert "clauses differ" in tab.inner_text("#found")
        assert forth[0] and forth[1]
        tab.select_option("#show", "0")
        tab.select_option("#against", "2")
        back = (tab.locator("#clauses ins").all_inner_texts(), tab.locator("#clauses del").all_inner_texts())
        assert (sorted(back[1]), sorted(back[0])) == (sorted(forth[0]), sorted(forth[1]))
        tab.select_option("#against", "")
        assert tab.locator("#clauses ins, #clauses del").count() == 0
        assert "deep-sea" not in tab.inner_text("#clauses")
        tab.select_option("#show", "2")
        assert words_of(tab, "fields.fish", "en").count("deep-sea") == 1
        tab.select_option("#against", "2")
        assert tab.inner_text("#found") == "The two versions hold the same words."
        assert tab.locator("#clauses").inner_text() == _text_of(tab, now)


def _text_of(tab: Any, html: str) -> str:
    return str(
        tab.evaluate(
            "html => { const l = document.getElementById('clauses'); l.innerHTML = html; return l.innerText; }", html
        )
    )


def test_only_what_changed_and_only_what_is_sought(chromium: Any, pages: Path) -> None:
    with opened(chromium, pages / OURS) as tab:
        every = tab.locator(".clause:visible").count()
        assert tab.locator("#only").is_disabled()
        tab.select_option("#against", "1")
        tab.check("#only")
        assert 0 < tab.locator(".clause:visible").count() < every
        tab.uncheck("#only")
        tab.fill("#find", "deep-sea")
        assert tab.locator(".clause:visible").get_attribute("data-clause") == "fields.fish"
        tab.fill("#find", "")
        tab.uncheck('[value="pt"]')
        assert tab.locator('.clause [data-language="pt"]:visible').count() == 0
        tab.uncheck('[value="sw"]')
        tab.locator('[value="en"]').click()
        assert tab.is_checked('[value="en"]'), "a text in no language is no text"


def test_who_wrote_words_is_told_to_those_who_point_and_to_those_who_do_not(chromium: Any, pages: Path) -> None:
    with opened(chromium, pages / OURS) as tab:
        words = tab.locator('[data-clause="fields.fish"] [data-language="en"] .w.open')
        words.first.hover()
        told = tab.inner_text("#origin")
        assert "KEN-2022-01-17" in told
        tab.keyboard.press("Escape")
        assert tab.locator("#origin").is_hidden()
        tab.fill("#find", "fields.fish")
        tab.locator("#find").blur()
        tab.keyboard.press("j")
        assert tab.evaluate("document.activeElement.dataset.clause") == "fields.fish"
        seen = set()
        for _ in range(tab.locator('[data-clause="fields.fish"] .w').count()):
            tab.keyboard.press("ArrowRight")
            seen.add(tab.inner_text("#origin"))
        assert told in seen


def test_each_side_of_a_dispute_stands_there_with_its_reason(chromium: Any, pages: Path) -> None:
    with opened(chromium, pages / OURS) as tab:
        tab.locator('[data-clause="meetings"] .tag.bad').click()
        sides = tab.locator('[id="dispute-meetings"] tbody tr')
        told = {row.locator("th").inner_text(): row.inner_text() for row in sides.all()}
        assert "twice a" in told["Direção dos Portos"]
        assert "The first year is full of work." in told["Direção dos Portos"]
        assert "Travel is dear." in told["Direção das Pescas"]


def test_the_matrix_is_sifted_by_unit_and_clause(chromium: Any, pages: Path) -> None:
    with opened(chromium, pages / OURS) as tab:
        every = tab.locator("#proposals tbody tr").count()
        tab.select_option("#by-unit", label="Direção das Pescas")
        shown = tab.locator("#proposals tbody tr:visible")
        assert 0 < shown.count() < every
        assert {row.get_attribute("data-unit") for row in shown.all()} == {"Direção das Pescas"}
        tab.select_option("#by-unit", "")
        tab.select_option("#by-clause", "desire")
        assert {row.get_attribute("data-clause") for row in shown.all()} == {"desire"}
        assert tab.inner_text("#sifted").endswith(f"of {every} shown")


def test_everything_is_reached_by_keyboard(chromium: Any, pages: Path) -> None:
    with opened(chromium, pages / OURS) as tab:
        reached = set()
        for _ in range(400):
            tab.keyboard.press("Tab")
            name = tab.evaluate("document.activeElement.classList[0] || document.activeElement.id")
            if tab.evaluate("document.activeElement === document.body"):
                break
            reached.add(str(name))
        assert {"skip", "theme", "keys", "show", "against", "find", "by-unit", "by-clause", "by-status"} <= reached
        assert "clause" in reached
        assert "scroll" in reached


def test_single_keys_go_about_the_page_and_can_be_switched_off(chromium: Any, pages: Path) -> None:
    with opened(chromium, pages / OURS) as tab:
        tab.keyboard.press("3")
        assert tab.evaluate("document.activeElement.id") == "conflicts-title"
        tab.keyboard.press("n")
        assert tab.evaluate("document.activeElement.classList.contains('disputed')")
        tab.keyboard.press("?")
        tab.uncheck("#single")
        tab.keyboard.press("Escape")
        before = tab.evaluate("document.activeElement.outerHTML")
        tab.keyboard.press("4")
        assert tab.evaluate("document.activeElement.outerHTML") == before


def test_the_way_through_a_long_text_ends_where_it_leads(chromium: Any, tmp_path: Path) -> None:
    """Clauses that nobody has looked at have guessed heights; motion is on, as it is for most readers."""
    Desk(tmp_path).loi("init", "dossier")
    desk = Desk(tmp_path / "dossier", LOI_LANG="en")
    words = "The Parties intend to cooperate in it, in all years and at all places that either of them may name. " * 3
    clauses = "".join(f"  - clause: c{n}\n    kind: article\n    en: {words}\n" for n in range(450))
    desk.write("concept.yaml", f"schema: 1\nclauses:\n{clauses}")
    desk.loi("page", code=None)
    with opened(chromium, desk.folder / "out" / OURS, TELEPHONE, reduced_motion="no-preference") as tab:
        for name in ("History", "Text"):
            tab.click(f"nav >> text={name}")
            tab.wait_for_timeout(500)
            top = tab.locator("h2", has_text=name).first.evaluate("heading => heading.getBoundingClientRect().top")
            assert 0 <= top <= TELEPHONE[1] / 4


def test_colours_are_the_machine_s_until_chosen(chromium: Any, pages: Path) -> None:
    with opened(chromium, pages / OURS, color_scheme="dark") as tab:
        back = "getComputedStyle(document.body).backgroundColor"
        dark = tab.evaluate(back)
        tab.click("#theme")
        assert tab.evaluate(back) != dark
        tab.click("#theme")
        assert tab.evaluate(back) == dark
        tab.emulate_media(media="print")
        assert tab.evaluate(back) == "rgb(255, 255, 255)", "paper is white whatever the screen is"


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler is not here")
def test_on_paper_the_overview_is_one_page_and_the_rest_follows_without_gaps(
    chromium: Any, pages: Path, tmp_path: Path
) -> None:
    with opened(chromium, pages / OURS) as tab:
        tab.pdf(path=tmp_path / "page.pdf", prefer_css_page_size=True)
    run = subprocess.run(["pdftotext", "-layout", tmp_path / "page.pdf", "-"], capture_output=True, check=True)
    printed = run.stdout.decode().split("\f")
    assert "Who has answered" in printed[0]
    assert printed[1].split()[0] == "Text"
    assert all(page.count("\n") > 25 for page in printed[1:-2]), "a page is half empty"


def test_a_script_that_is_not_the_page_s_own_does_not_run(chromium: Any, pages: Path, tmp_path: Path) -> None:
    """Were words ever to become markup, the page's own policy would still hold them."""
    html = (pages / OURS).read_text(encoding="utf-8")
    stranger = "<script>document.title = 'run'</script><img src=x onerror=\"document.title = 'run'\">"
    nasty = tmp_path / "nasty.html"
    nasty.write_text(html.replace("deep-sea", stranger, 1), encoding="utf-8")
    context = chromium.new_context()
    tab = context.new_page()
    tab.goto(nasty.as_uri())
    assert tab.locator("img").count() == 1
    assert tab.title() != "run"
    context.close()


def test_the_wall_shows_the_bracket_and_what_becomes_of_it_large(chromium: Any, pages: Path) -> None:
    with opened(chromium, pages / THEIR_WALL, (1280, 720)) as tab:
        english = tab.locator('.cell[lang="en"]')
        assert "[PRT: coastal] [KEN: deep-sea]" in english.inner_text()
        assert [words.strip() for words in english.locator("dd").all_inner_texts()] == [
            "coastal fishing;",
            "deep-sea fishing;",
        ]
        size = "parseFloat(getComputedStyle(document.querySelector('.wording')).fontSize)"
        first = tab.evaluate(size)
        assert first >= 20
        tab.keyboard.press("+")
        assert tab.evaluate(size) > first
        tab.click("#smaller")
        tab.click("#smaller")
        assert tab.evaluate(size) < first


def test_the_wall_is_filled_and_not_overfilled(chromium: Any, pages: Path) -> None:
    sizes = []
    for window in ((1280, 720), (1920, 1080), (800, 600)):
        with opened(chromium, pages / THEIR_WALL, window) as tab:
            tall = "document.documentElement.scrollHeight / innerHeight"
            size = tab.evaluate("parseFloat(getComputedStyle(document.querySelector('.wording')).fontSize)")
            assert tab.evaluate(tall) <= 1 or size < 29, "what does not fit at the least size is scrolled"
            sizes.append(size)
    assert sizes[1] > sizes[0]


def test_a_served_page_comes_anew_when_a_file_changes(chromium: Any, pages: Path) -> None:
    desk = Desk(pages.parent, LOI_LANG="en")
    dossier = desk.folder / "dossier.yaml"
    whole = dossier.read_text(encoding="utf-8")
    with served(desk) as (address, _process):
        context = chromium.new_context()
        tab = context.new_page()
        tab.goto(address)
        assert "Direção das Pescas" in tab.inner_text("#units")
        tab.wait_for_timeout(2500)  # it has asked once what it was made from
        dossier.write_text(whole.replace("Direção das Pescas", "Direção do Peixe"), encoding="utf-8")
        tab.locator("#units", has_text="Direção do Peixe").wait_for()
        context.close()
    dossier.write_text(whole, encoding="utf-8")
