"""Papers in one zip."""

import io
import zipfile

from loi_cli.render.bundle import bundle


def test_what_goes_in_comes_out_and_nothing_tells_when() -> None:
    made = bundle([("00-packet/rapat.docx", b"a"), ("01-agenda/повестка.docx", b"bb" * 9)])
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        assert package.testzip() is None
        assert {name: package.read(name) for name in package.namelist()} == {
            "00-packet/rapat.docx": b"a", "01-agenda/повестка.docx": b"bb" * 9,
        }  # fmt: skip
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
