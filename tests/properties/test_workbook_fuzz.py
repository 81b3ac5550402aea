"""Whatever is done to a workbook: it is read, or refused with a reason; nothing else comes out."""

import io
import zipfile
from datetime import datetime

from hypothesis import given
from hypothesis import strategies as st

from loi_cli.intake.meeting_forms import Spoken, form_filled_in
from loi_cli.model.problems import BadInput, LoiError
from loi_cli.render.papers.meeting_form import context, sheets
from loi_cli.render.spreadsheet import workbook
from tests.render.papers.samples import material

FORM = workbook(sheets(context(material())), made=datetime(2022, 2, 1))
SPOKEN = Spoken(languages=("id", "en"), parties=("IDN", "BLR"))


def read(data: bytes) -> None:
    try:
        form = form_filled_in(data, "form.xlsx", SPOKEN)
        form.meeting_file()
        form.minutes_file()
    except (BadInput, LoiError) as error:
        assert error.message


@given(st.data())
def test_bytes_changed_anywhere(data: st.DataObject) -> None:
    changed = bytearray(FORM)
    for _change in range(data.draw(st.integers(1, 8))):
        changed[data.draw(st.integers(0, len(FORM) - 1))] = data.draw(st.integers(0, 255))
    read(bytes(changed))


@given(st.data())
def test_parts_changed_in_a_package_that_is_whole(data: st.DataObject) -> None:
    """A zip with right sums and wrong parts, which no check of the package itself finds."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(FORM)) as old, zipfile.ZipFile(out, "w") as new:
        names = old.namelist()
        meant = data.draw(st.sampled_from(names))
        for name in names:
            part = old.read(name)
            if name == meant:
                at = data.draw(st.integers(0, len(part) - 1))
                end = data.draw(st.integers(at, min(len(part), at + 200)))
                part = part[:at] + data.draw(st.binary(max_size=20)) + part[end:]
            new.writestr(name, part)
    read(out.getvalue())
