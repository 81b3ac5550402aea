"""A mail: who sent it and when, what its own text says, what is attached to it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parsedate_to_datetime
from html.parser import HTMLParser
from itertools import takewhile

from loi_cli.i18n import _

_SIGNATURES = ("application/pkcs7-signature", "application/pgp-signature")
_SIGNED = "-- "
_QUOTED = ">"
_QUOTING = re.compile(r"\s*(?:-{3,}|_{8,})[^\n]*|[^\n]*:\s*\n\s*>", re.ASCII)
"""How the mail that is answered begins: a ruled line, or one that ends in a colon before quoted ones."""
_HEADS = re.compile(r"(?:[*\s]*[^\s:][^:\n]{0,24}:[*\s]+\S[^\n]*\n){3}")
"""The same in Outlook: three lines such as `From: …` one after the other."""


@dataclass(frozen=True, slots=True)
class Mail:
    """`said` is how an input names it, `mail of 2022-01-12 from x@example.org`; `words` are what its sender wrote into
    it, in one line."""

    said: str
    day: date | None
    words: str


@dataclass(frozen=True, slots=True)
class Attachment:
    """`data` is None for one that cannot be decoded."""

    number: int
    name: str
    data: bytes | None


def mail_of(data: bytes) -> tuple[Mail, Iterator[Attachment]]:
    """A mail, and what a person attached to it: no pictures in its own text, no signatures of programs."""
    message = message_from_bytes(data, policy=policy.default)
    said, day = _head(message)
    return Mail(said, day, " ".join(_own_words(message).split())), _attachments(message)


def _head(message: EmailMessage) -> tuple[str, date | None]:
    when: datetime | None = None
    sender = ""
    try:
        when = parsedate_to_datetime(str(message["Date"])) if message["Date"] else None
        sender = str(message["From"] or "")
    except (ValueError, TypeError, LookupError, AttributeError):
        pass  # a head that says nothing readable: the attachments count all the same
    day = when.date() if when is not None else None
    said = _("mail of {day}").format(day=day) if day else _("mail")
    sender = " ".join(sender.split())
    return (_("{mail} from {sender}").format(mail=said, sender=sender) if sender else said), day


def _attachments(message: EmailMessage) -> Iterator[Attachment]:
    for number, part in enumerate(message.walk()):
        name = _file_name(part)
        if part.is_multipart() or not name or part.get_content_type() in _SIGNATURES:
            continue
        if part.get_content_maintype() == "image" and (
            part.get_content_disposition() == "inline" or part["Content-ID"]
        ):
            continue
        try:
            content = part.get_payload(decode=True)
        except (ValueError, LookupError):
            content = None
        yield Attachment(number, name, content if isinstance(content, bytes) else None)


def _file_name(part: EmailMessage) -> str:
    """The name that a part bears; a part that cannot say it well has none that could do harm: it is only shown."""
    try:
        return str(part.get_filename() or "")
    except (ValueError, LookupError, TypeError, AttributeError):
        return "?"


def _own_words(message: EmailMessage) -> str:
    """Its text up to the signature, without what it quotes."""
    texts = [part for part in message.walk() if part.get_content_maintype() == "text" and not _file_name(part)]
    plain = [_decoded(part) for part in texts if part.get_content_type() == "text/plain"]
    pages = [_shown(_decoded(part)) for part in texts if part.get_content_type() == "text/html"]
    return "\n".join(map(_unquoted, plain if any(words.strip() for words in plain) else pages))


def _decoded(part: EmailMessage) -> str:
    try:
        return str(part.get_content())
    except (ValueError, LookupError, TypeError, AttributeError):
        data = part.get_payload(decode=True)  # an encoding that nobody knows
        return data.decode("utf-8", "replace") if isinstance(data, bytes) else ""


def _unquoted(text: str) -> str:
    lines = text.replace("\r\n", "\n").split("\n")
    rest = ["\n".join(lines[at : at + 4]) + "\n" for at in range(len(lines))]
    own = takewhile(lambda at: not (lines[at] == _SIGNED or _QUOTING.match(rest[at]) or _HEADS.match(rest[at])),
                    range(len(lines)))  # fmt: skip
    return "\n".join(lines[at] for at in own if not lines[at].startswith(_QUOTED))


def _shown(page: str) -> str:
    reader = _Page()
    reader.feed(page)
    return "".join(reader.words)


class _Page(HTMLParser):
    """The words of a mail written as a page, a line for each of its blocks."""

    _BLOCKS = frozenset({"p", "div", "br", "li", "tr", "hr", "table", "blockquote"})
    _UNSEEN = frozenset({"style", "script", "title"})

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:
        del attrs
        self._unseen += tag in self._UNSEEN
        if tag in self._BLOCKS:
            self.words.append("\n")

    def handle_endtag(self, tag: str) -> None:
        self._unseen -= tag in self._UNSEEN and self._unseen > 0

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.words.append(" ".join(data.split("\n")))
