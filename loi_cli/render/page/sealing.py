"""A page made whole and shut: its data inert, its one script named by hash, nothing fetched from anywhere."""

import base64
import hashlib
import json
import re

from loi_cli.files.packed import templates_folder

_STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)
_LINE_ENDS = {"\u2028": "\\u2028", "\u2029": "\\u2029"}


def script(name: str) -> str:
    """One of loi's own scripts; an office's templates bring none."""
    return (templates_folder() / "page" / name).read_text(encoding="utf-8")


def inert(value: object) -> str:
    """JSON that no reader of HTML takes for markup: without `<`, neither `</script>` nor `<!--` can be in it, and the
    two line ends that JSON allows and older scripts do not are written out."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    text = text.replace("<", "\\u003c")
    for letter, written in _LINE_ENDS.items():
        text = text.replace(letter, written)
    return text


def sealed(html: str, data: object, program: str, connect: str = "'none'") -> str:
    """The filled template with data and program at its end, and a policy at its head that lets no request out.

    `connect`: what a page that is served may ask its own server.
    """
    styles = " ".join(_digest(style) for style in _STYLE.findall(html))
    policy = "; ".join((
        "default-src 'none'", f"style-src {styles}", f"script-src {_digest(program)}", f"connect-src {connect}",
        "base-uri 'none'", "form-action 'none'",
    ))  # fmt: skip
    head = f'<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="{policy}">'
    body = html.replace('<meta charset="utf-8">', head, 1).partition("</body>")[0]
    carried = f'<script type="application/json" id="data">{inert(data)}</script>\n<script>{program}</script>'
    return f"{body}{carried}\n</body>\n</html>\n"


def _digest(content: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}'"
