"""What a sender wrote into a mail itself, beside what is attached to it."""

from email.message import EmailMessage

import pytest

from loi_cli.intake.mails import mail_of

OUTLOOK = "Please see below.\n\nFrom: Desk\nSent: Monday\nTo: Ana\nSubject: Input\n\nKindly send your input.\n"


def mail(text: str, page: str = "") -> bytes:
    one = EmailMessage()
    one["From"], one["Date"] = "Ana <ana@example.pt>", "Wed, 19 Jan 2022 23:30:00 +0100"
    one.set_content(text)
    if page:
        one.add_alternative(page, subtype="html")
    one.add_attachment(b"x", maintype="text", subtype="plain", filename="a.txt")
    return one.as_bytes()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Dear all,\nplease delete\r\nArticle 4.\n-- \nAna, Lisbon\n", "Dear all, please delete Article 4."),
        ("No.\n\nOn Monday the Desk wrote:\n> Kindly send it.\n", "No."),
        ("> Which month?\nMay.\n> Which place?\nLisbon.\n", "May. Lisbon."),
        (OUTLOOK, "Please see below."),
        ("Hal: satu\nMohon diubah.\n________________________________\nDari: Desk\n", "Hal: satu Mohon diubah."),
        ("", ""),
    ],
)
def test_a_mail_s_own_words_without_signature_and_quoted_mail(text: str, words: str) -> None:
    found, attached = mail_of(mail(text))
    assert (found.said, str(found.day)) == ("mail of 2022-01-19 from Ana <ana@example.pt>", "2022-01-19")
    assert found.words == words
    assert [(one.name, one.data) for one in attached] == [("a.txt", b"x")]


def test_a_page_is_read_where_there_is_no_plain_text() -> None:
    page = "<html><head><style>p {}</style></head><body><p>Say &lt;May&gt;,</p><div>not June.</div></body></html>"
    assert mail_of(mail("\n", page))[0].words == "Say <May>, not June."
    assert mail_of(mail("Plain.\n", page))[0].words == "Plain."


def test_letters_of_an_encoding_that_nobody_knows_are_no_end_of_it() -> None:
    data = mail("Here.\n").replace(b'charset="utf-8"', b'charset="x-unknown"', 1)
    assert "Here." in mail_of(data)[0].words
