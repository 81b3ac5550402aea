"""Any record read: by its `record:` key it is known which kind it is. A new kind is a module and a line here."""

from pathlib import PurePath

from loi_cli.files.collections import OneByValue
from loi_cli.files.source import Source
from loi_cli.intake.reading import Read, open_page
from loi_cli.intake.records.action import ACTION_STEP
from loi_cli.intake.records.agreement import AGREEMENT
from loi_cli.intake.records.approval import APPROVAL
from loi_cli.intake.records.closing import CLOSING
from loi_cli.intake.records.deadline import DEADLINE
from loi_cli.intake.records.decision import DECISION
from loi_cli.intake.records.naming import NAMING
from loi_cli.intake.records.receipt import RECEIPT
from loi_cli.intake.records.sending import SENDING
from loi_cli.intake.records.undoing import UNDOING
from loi_cli.intake.records.withdrawal import WITHDRAWAL
from loi_cli.model.records import Record

_EVERY = (
    DECISION, NAMING, AGREEMENT, WITHDRAWAL, UNDOING, DEADLINE, SENDING, RECEIPT, ACTION_STEP, APPROVAL, CLOSING,
)  # fmt: skip
KINDS = {kind.name: kind for kind in _EVERY}
RECORD = OneByValue("record", {name: kind.block for name, kind in KINDS.items()})


def read_record(source: Source) -> Read[Record]:
    """The record that a file holds; its name is the file's. Raises BadInput with everything wrong in it."""
    page, (kind, values) = open_page(source, RECORD)
    page.finish()
    return Read(KINDS[kind].read(PurePath(source.path).stem, source, values), tuple(page.warnings))
