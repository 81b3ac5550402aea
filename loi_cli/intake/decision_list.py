"""Many decisions in one file, for `loi decide --from`: written by hand, or by a program."""

from collections.abc import Callable

from loi_cli.files.codes import Code
from loi_cli.files.collections import Series
from loi_cli.files.leaves import Flag, Name
from loi_cli.files.prose import Empty
from loi_cli.files.rules import ExactlyOne
from loi_cli.files.shapes import Block, Key, Values
from loi_cli.files.source import Source
from loi_cli.i18n import _
from loi_cli.intake.deciding import Settled, Signature, Way, chosen, settle
from loi_cli.intake.dossier import SCHEMA
from loi_cli.intake.names import SIDE, known_to
from loi_cli.intake.reading import open_page
from loi_cli.intake.register import Register
from loi_cli.intake.texts import ByLanguage, ClauseWords, Written
from loi_cli.model.problems import LoiError

CONFLICT = Key(
    "conflict",
    Name(
        "decided",
        "^[A-Za-z0-9][A-Za-z0-9./-]*$",
        "name a conflict as `loi conflicts` does, or a clause by its id or number",
    ),
    "The conflict's id, or a clause: then all that is in dispute of it.",
    required=True,
)
TAKE = Key("take", SIDE, "The side whose words are taken, or `base`.")
WORDS = Key("words", ByLanguage(ClauseWords(empty=Empty.QUOTED)), "The words in place of all sides', by language.")
BRACKET = Key("bracket", Flag(only=True), "true when it stays open, on purpose.")
BY = Key("by", Written(), "The office that decided; else the one above, or --by.")
REASON = Key("reason", Written(), "Why; else the reason above, or --reason.")
ONE = Block(
    "one-decision", CONFLICT, TAKE, WORDS, BRACKET, BY, REASON, rules=[ExactlyOne(TAKE, WORDS, BRACKET)],
    says="One conflict, or one clause, and how it is settled.",
)  # fmt: skip
DECISIONS = Key("decisions", Series(ONE, least=1), "The decisions.", required=True)
LIST = Block("decisions", SCHEMA, BY, REASON, DECISIONS, says="Many decisions at once.")


Signing = Callable[[str, str], Signature]
"""Makes a signature of the office and the reason that a file names, empty where it does not. Raises LoiError."""


def read_decisions(source: Source, register: Register, sign: Signing) -> list[tuple[Settled, Signature]]:
    """What a list decides. Raises BadInput with everything wrong in it: names of conflicts and sides too."""
    page, values = open_page(source, LIST, known_to(register.opened.dossier))
    found: dict[str, tuple[Settled, Signature]] = {}
    for entry in values.get(DECISIONS, ()):
        if not entry.whole:
            continue
        by, reason = (entry.get(key) or values.get(key, "") for key in (BY, REASON))
        try:
            signature = sign(by, reason)
            settled, _left = settle(chosen([entry[CONFLICT]], False, register), _way(entry))
            for one in settled:
                if one.dispute.conflict.id in found:
                    raise LoiError(
                        _("{conflict} is decided twice here").format(conflict=one.dispute.conflict.id),
                        _("keep one of the two"),
                    )
                found[one.dispute.conflict.id] = (one, signature)
        except LoiError as error:
            page.error(Code.WRONG_VALUE, error.message, entry.node.start, error.hint)
    page.finish()
    return list(found.values())


def _way(entry: Values) -> Way:
    return Way(take=entry.get(TAKE), words=entry.get(WORDS))
