"""The page of a large dossier, 3,000 clauses and 200 versions with forks and joins: what it costs, and how it opens."""

import resource
import sys
import tempfile
import time
from pathlib import Path

from dossiers import write_dossier
from measure import LOI

from loi_cli.history.store import Store, compose
from loi_cli.model.text import Clause, Kind, Text
from loi_cli.model.versions import Header
from loi_cli.model.words import Run


def history(folder: Path, clauses: int, versions: int) -> Path:
    """Each version rewords three clauses, now and then takes one out; every tenth is a fork, joined two later."""
    write_dossier(folder, 0, clauses)
    text = Text(tuple(
        Clause(id=f"c{k}", kind=Kind.ARTICLE, heading=_words(f"Article on matter {k}"),
               text=_words(f"The Parties intend to cooperate in matter {k}, in the first year and all others."))
        for k in range(clauses)
    ))  # fmt: skip
    store = Store(folder / "versions")
    line: list[Header] = []
    for n in range(versions):
        ids = {f"c{(n * 37 + k * 501) % clauses}" for k in range(3)}
        text = Text(tuple(_reworded(c, n) if c.id in ids else c for c in text if n % 25 or c.id != f"c{n}"))
        parents = tuple(line[-1:]) if n % 10 != 5 else tuple(line[-2:-1])
        if n % 10 == 7:
            parents = (line[-3], line[-1])
        made = compose(
            text=text, parents=parents, order=(), inputs=(), decisions=(), touched=tuple(sorted(ids)),
            time=f"2022-01-{1 + n // 10:02}T12:00:00Z", author="A", message=f"version {n}",
        )  # fmt: skip
        store.add(made)
        line.append(made.header)
    return folder


def _words(text: str) -> dict[str, tuple[Run, ...]]:
    return {language: (Run(text, ("concept",)),) for language in ("en", "fr")}


def _reworded(clause: Clause, n: int) -> Clause:
    return clause._replace(
        text=_words(f"The Parties intend to cooperate closely in it, as version {n} says, in all years.")
    )


def main() -> None:
    import subprocess

    clauses, versions = (int(argument) for argument in (*sys.argv[1:], 3000, 200)[:2])
    with tempfile.TemporaryDirectory() as temporary:
        folder = history(Path(temporary) / "dossier", clauses, versions)
        before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
        subprocess.run([sys.executable, *LOI, "-C", str(folder), "page"], check=True)
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        page = folder / "out" / "internal" / "page.html"
        size = page.stat().st_size / 1e6
        print(f"made in {used.ru_utime - before:.1f} s of CPU, {used.ru_maxrss >> 10} MB; {size:.2f} MB")
        _opened(page)


def _opened(page: Path) -> None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        tab = browser.new_page()
        begun = time.perf_counter()
        tab.goto(page.as_uri())
        loaded = tab.evaluate("performance.getEntriesByType('navigation')[0].domComplete")
        drawn = tab.evaluate(
            "() => { const t = performance.now(); const a = document.getElementById('against'); a.value = '0';"
            " a.dispatchEvent(new Event('change')); document.body.offsetHeight; return performance.now() - t; }"
        )
        print(f"opened in {loaded:.0f} ms ({time.perf_counter() - begun:.1f} s in all); compared in {drawn:.0f} ms")
        browser.close()


if __name__ == "__main__":
    main()
