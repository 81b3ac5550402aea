"""The page on the loopback: made anew when a file of the dossier changed, shown to this computer alone.

The address holds a key that nobody can guess, for there may be other people on the computer; requests that name
another host are refused, for a page elsewhere may have its own name lead here (DNS rebinding).
"""

import hashlib
import secrets
from collections.abc import Callable
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Lock

from loi_cli.cli.session import Session
from loi_cli.cli.showing import Shown
from loi_cli.i18n import _, spoken_language
from loi_cli.model.problems import BadInput, LoiError
from loi_cli.render.page.sealing import script, sealed

HOST = "127.0.0.1"
FOLDERS = ("", "inputs", "meetings", "records", "versions", "templates")
"""Where the files of a dossier lie that a page depends on."""


def serve_page(here: Session, make: Callable[[str], Shown], port: int) -> None:
    """Serve until interrupted. Raises LoiError where the dossier cannot be found or the port is taken."""
    desk = _Desk(here.path, make)
    try:
        server = ThreadingHTTPServer((HOST, port), _answering(desk))
    except (OSError, OverflowError) as error:
        raise LoiError(
            _("port {port} cannot be used: {reason}").format(port=port, reason=getattr(error, "strerror", error)),
            _("leave out --port: any that is free is taken"),
        ) from None
    desk.port = server.server_address[1]
    here.console.report(f"http://{HOST}:{desk.port}/{desk.key}/")
    here.console.out.flush()
    here.console.note(_("open this address in a browser on this computer; Ctrl-C ends it"))
    with server:
        server.serve_forever(poll_interval=0.2)


class _Desk:
    """The page as last made, and the state of the files that it was made from."""

    def __init__(self, folder: Path, make: Callable[[str], Shown]) -> None:
        self.folder = folder
        self.key = secrets.token_urlsafe(12)
        self.port = 0
        self._make = make
        self._made: tuple[str, bytes] | None = None
        self._lock = Lock()

    def page(self) -> bytes:
        """The page of the files as they are. What is wrong with them is a page too, which goes when it is mended."""
        with self._lock:
            state = self.state()
            if self._made is None or self._made[0] != state:
                self._made = (state, self._anew())
            return self._made[1]

    def _anew(self) -> bytes:
        try:
            made = self._make(f"/{self.key}/state")
        except LoiError as error:
            return self._complaint(error)
        if made.leaks:
            return self._complaint(LoiError(_("the page holds what may not leave; it is not shown")))
        return made.data

    def _complaint(self, error: LoiError) -> bytes:
        lines = [str(error.message), str(error.hint or "")]
        if isinstance(error, BadInput):
            lines = [f"{p.place.file}:{p.place.line}: {p.message}" for p in error.problems]
        said = "".join(f"<p>{escape(line)}</p>" for line in lines if line)
        html = (
            f'<!DOCTYPE html>\n<html lang="{spoken_language()}">\n<head>\n<meta charset="utf-8">\n<title>loi</title>\n'
            "<style>body { font: 1.1rem/1.5 system-ui, sans-serif; margin: 3rem; color-scheme: light dark; }</style>\n"
            f"</head>\n<body>\n<main><h1>loi</h1>{said}</main>\n</body>\n</html>\n"
        )
        return sealed(html, {"live": f"/{self.key}/state"}, script("live.js"), "'self'").encode()

    def state(self) -> str:
        """A hash over names, sizes and times of the files."""
        digest = hashlib.sha256()
        for name in FOLDERS:
            folder = self.folder / name
            try:
                files = sorted(folder.iterdir())
            except OSError:
                continue
            for file in files:
                try:
                    about = file.stat()
                except OSError:  # gone between the listing and the look
                    continue
                if file.is_file() and not file.name.startswith("."):
                    digest.update(f"{name}/{file.name}\0{about.st_size}\0{about.st_mtime_ns}\n".encode())
        return digest.hexdigest()


def _answering(desk: _Desk) -> type[BaseHTTPRequestHandler]:
    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            if self.headers.get("Host") not in (f"{HOST}:{desk.port}", f"localhost:{desk.port}"):
                self._say(403, b"", "text/plain")
            elif self.path == f"/{desk.key}/":
                self._say(200, desk.page(), "text/html; charset=utf-8")
            elif self.path == f"/{desk.key}/state":
                self._say(200, desk.state().encode(), "text/plain")
            else:
                self._say(404, b"", "text/plain")

        def _say(self, status: int, body: bytes, kind: str) -> None:
            self.send_response(status)
            for name, value in (
                ("Content-Type", kind), ("Content-Length", str(len(body))), ("Cache-Control", "no-store"),
                ("X-Content-Type-Options", "nosniff"), ("X-Frame-Options", "DENY"), ("Referrer-Policy", "no-referrer"),
            ):  # fmt: skip
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            """Nothing: the terminal is for the person who serves."""

    return Answer
