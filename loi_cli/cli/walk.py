"""The walk through the open conflicts, one after the other, at a terminal.

Each decision is a record at once: the walk can be left at any time, and goes on where it was left.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from loi_cli.cli.console import Console
from loi_cli.cli.dispute_view import tell_dispute
from loi_cli.cli.session import now, typed
from loi_cli.i18n import _
from loi_cli.intake.deciding import Settled, Signature, Way, recorded, settle, whole_reading
from loi_cli.intake.disputes import Dispute
from loi_cli.intake.records.keeping import keep_step
from loi_cli.intake.register import Register
from loi_cli.model.conflicts import BASE, EXISTS, PLACE
from loi_cli.model.problems import LoiError
from loi_cli.model.words import NOTHING

Ask = Callable[[str], str]
"""Puts a question and gives the answer, one line. Raises EOFError where there will be no answer."""


class Left(Exception):
    """The person leaves the walk."""


@dataclass(slots=True)
class Walk:
    """`by` and `reason` are those of the last decision: the next takes them over with a mere Enter."""

    speaker: Console
    register: Register
    ask: Ask
    by: str
    reason: str
    decided: int = 0

    def through(self, some: Sequence[Dispute]) -> None:
        """Show each conflict and settle it as the person says, until they leave or all are seen."""
        try:
            for number, dispute in enumerate(some, 1):
                self.speaker.report((_("{n} of {all}").format(n=number, all=len(some)), "strong"))
                tell_dispute(self.speaker, dispute)
                while not self._settled(dispute):
                    pass
        except (Left, EOFError):
            self.speaker.report()

    def _settled(self, dispute: Dispute) -> bool:
        """Whether it is done with this conflict: decided, or skipped."""
        answer = self.ask(_keys(dispute)).strip()
        if answer in ("s", ""):
            return True
        if answer == "q":
            raise Left
        try:
            settled = self._meant(answer, dispute)
            if settled is None:
                return False
            return self._signed(settled)
        except LoiError as error:
            self.speaker.warn((_("error: "), "error"), error.message)
            if error.hint:
                self.speaker.warn((_("  help: "), "name"), error.hint)
            return False

    def _meant(self, answer: str, dispute: Dispute) -> Settled | None:
        sides = [voice.side for voice in dispute.voices]
        if answer.isdecimal() and 1 <= int(answer) <= len(sides):
            way = Way(take=sides[int(answer) - 1])
        elif answer in sides:
            way = Way(take=answer)
        elif answer == "b":
            way = Way(take=BASE)
        elif answer == "k":
            way = Way()
        elif answer == "w":
            words = self.ask(_("the words to read: "))
            if not words.strip():
                return None
            way = Way(words={"": words})
        else:
            raise LoiError(
                _("“{answer}” is none of the answers").format(answer=answer),
                _("type what stands in brackets, or the name of a side: {sides}").format(sides=", ".join(sides)),
            )
        [settled], _left = settle([dispute], way)
        return settled

    def _signed(self, settled: Settled) -> bool:
        if settled.way.leaves_open:
            self.speaker.report(_("it stays in brackets, on purpose"))
        else:
            self.speaker.report(_("it will read: "), (whole_reading(settled) or NOTHING, "added"))
        if not self.by:
            self.by = typed(self.ask(_("who decides (an office): ")), "--by", 100)
            if not self.by:
                return False
        again = _(" (Enter: {reason})").format(reason=self.reason) if self.reason else ""
        said = typed(self.ask(_("why{again}, . to choose anew: ").format(again=again)), "--reason", 2000)
        if said == "." or not (said or self.reason):
            return False
        self.reason = said or self.reason
        record = recorded(settled, Signature(by=self.by, reason=self.reason, time=now()), self.register)
        keep_step(self.register.opened, [record])
        self.decided += 1
        self.speaker.report(_("wrote {file}").format(file=f"records/{record[0]}.yaml"))
        self.speaker.report()
        return True


def _keys(dispute: Dispute) -> str:
    """What can be answered."""
    sides = [f"[{k}] {voice.side}" for k, voice in enumerate(dispute.voices, 1)]
    words = [] if dispute.conflict.field in (EXISTS, PLACE) else [_("[w] other words")]
    rest = [_("[b] base"), *words, _("[k] keep open"), _("[s] skip"), _("[q] quit")]
    return "  ".join([*sides, *rest]) + "\n> "
