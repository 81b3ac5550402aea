"""Mail drafts: RFC 5322 messages that a mail program opens as something still to be sent."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP

_TYPES = {
    ".docx": ("application", "vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ".yaml": ("application", "yaml"),  # RFC 9512
}


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A file that goes with a mail."""

    name: str
    data: bytes


def mail_draft(*, to: str, sender: str, subject: str, body: str, enclosures: Sequence[Enclosure]) -> bytes:
    """The draft with everything attached. `X-Unsent: 1` lets Outlook and Thunderbird open it for sending.

    It has no date and no Message-ID, which the program that sends it gives; so the same draft is the same bytes.
    """
    draft = EmailMessage(policy=SMTP)
    if sender:
        draft["From"] = sender
    if to:
        draft["To"] = to
    draft["Subject"] = subject
    draft["X-Unsent"] = "1"
    draft.set_content(body, cte="quoted-printable")
    for one in enclosures:
        kind, detail = _TYPES.get(one.name[one.name.rfind(".") :], ("application", "octet-stream"))
        draft.add_attachment(one.data, maintype=kind, subtype=detail, filename=one.name)
    digest = hashlib.sha256(b"\0".join((body.encode(), *(one.data for one in enclosures)))).hexdigest()
    draft.set_boundary(f"=_loi_{digest[:32]}")
    return draft.as_bytes()
