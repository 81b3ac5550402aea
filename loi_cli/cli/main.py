"""Where `loi` starts: the version at once, everything else through the lazy group; errors become exit codes here.

0 done; 1 done, but a person is needed; 2 bad usage or bad input, nothing written; 3 a bug of ours; 130 interrupted.
"""

import gc
import os
import sys
import time
from _thread import interrupt_main, start_new_thread

from loi_cli import __version__

INTERRUPTED = 130


def main() -> None:
    """The `loi` command. Ctrl-C ends it at any moment without a word about its insides."""
    sys.unraisablehook = _still_interrupted
    try:
        _answer()
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    except OSError as error:
        sys.exit(_unheard(error))


def _answer() -> None:
    if sys.argv[1:] == ["--version"]:
        print(f"loi {__version__}", flush=True)
        return
    if os.environ.get("_LOI_COMPLETE", "").startswith("complete_"):
        from loi_cli.cli.completion.answering import answer

        sys.exit(answer())
    gc.set_threshold(200_000)  # a command makes many objects that stay, and hardly a cycle of them
    code = run(sys.argv[1:])
    sys.stdout.flush()
    gc.freeze()  # the process ends: no need to look for cycles in all that it holds
    sys.exit(code)


def _still_interrupted(lost: "sys.UnraisableHookArgs") -> None:
    """Ctrl-C can fall into a step of Python's own from where nothing is raised, as while it lets go of a module's lock:
    Python would show its insides and go on. It is raised again a moment later, when that step is over."""
    if lost.exc_type is KeyboardInterrupt:
        start_new_thread(_interrupt_soon, ())
    else:
        sys.__unraisablehook__(lost)


def _interrupt_soon() -> None:
    time.sleep(0.01)  # long enough for any of those steps, too short for a person to notice
    interrupt_main()


def _unheard(error: OSError) -> int:
    """The exit code where what was said could not be shown. Who went away before the end, as `head` does, is told
    nothing."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # what is left is thrown away as Python ends
    if isinstance(error, BrokenPipeError):
        return 1
    from loi_cli.cli.complaints import complain_of_disk

    complain_of_disk(error)
    return 2


def run(arguments: list[str]) -> int:
    """Run one command; the exit code."""
    from loi_cli.cli.app import group
    from loi_cli.model.problems import LoiError

    _speak_utf8()
    try:
        group().main(args=arguments, prog_name="loi", standalone_mode=True)
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else int(bool(leaving.code))
    except LoiError as error:
        from loi_cli.cli.complaints import complain

        complain(error)
        return 2
    except OSError as error:
        from loi_cli.cli.complaints import complain_of_disk

        complain_of_disk(error)
        return 2
    except Exception as error:  # the rim: whatever we did not foresee is a bug of ours, told without a traceback
        from loi_cli.cli.complaints import confess

        confess(error, arguments)
        return 3
    return 0


def _speak_utf8() -> None:
    """Consoles and pipes without UTF-8 get readable text instead of an error; who closed them hears nothing."""
    if sys.stdout is None or sys.stderr is None:
        nowhere = open(os.devnull, "w")  # noqa: SIM115, PTH123 - it stays open as long as the process lives
        sys.stdout, sys.stderr = sys.stdout or nowhere, sys.stderr or nowhere
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            wants_utf8 = not stream.isatty()
            reconfigure(**({"encoding": "utf-8"} if wants_utf8 else {}), errors="replace", newline="\n")
