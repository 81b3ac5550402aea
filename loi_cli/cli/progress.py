"""A progress bar for what can last over a second: on a terminal only, and never in what is piped on."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from loi_cli.cli.console import Console
from loi_cli.cli.pager import Held


@contextmanager
def progress(speaker: Console, title: str) -> Iterator[Callable[[str], None]]:
    """Calls of the yielded function name what is being worked on."""
    if speaker.quiet or not speaker.err.isatty():
        yield lambda _what: None
        return
    from rich.console import Console as RichConsole
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    err = speaker.err.terminal if isinstance(speaker.err, Held) else speaker.err
    terminal = RichConsole(file=err, markup=False, emoji=False, highlight=False, no_color=not speaker.err_color)
    columns = (SpinnerColumn(), TextColumn("{task.description}", markup=False), TimeElapsedColumn())
    with Progress(*columns, console=terminal, transient=True) as bar:
        task = bar.add_task(title, total=None)
        yield lambda what: bar.update(task, description=f"{title} {what}")
