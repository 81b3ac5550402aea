"""What the next `loi merge` takes in, in words."""

from loi_cli.i18n import _, n_
from loi_cli.intake.register import Register


def what_waits(register: Register) -> str:
    """`loi merge` takes in: 2 inputs, 1 decision. Nothing where nothing waits."""
    others = len(register.waiting_records) - len(register.waiting_decisions)
    waits = [
        _("the concept") if register.is_new else "",
        n_("{n} input", "{n} inputs", len(register.waiting)) if register.waiting else "",
        n_("{n} decision", "{n} decisions", len(register.waiting_decisions)) if register.waiting_decisions else "",
        n_("{n} withdrawal or step taken back", "{n} withdrawals or steps taken back", others) if others else "",
        _("two heads") if len(register.heads) > 1 else "",
    ]
    some = ", ".join(filter(None, waits))
    return _("`loi merge` takes in: {what}").format(what=some) if some else ""
