"""The table of codes is complete, and codes never change their meaning."""

from loi_cli.files.codes import Code, meanings


def test_every_code_has_a_meaning_of_its_own() -> None:
    table = meanings()
    assert set(table) == set(Code)
    assert len({meaning.says for meaning in table.values()}) == len(table)
    assert all(meaning.help for meaning in table.values())


def test_codes_that_were_released_stay() -> None:
    assert {code.name: code.value for code in Code if code < "F015"} == {
        "UNREADABLE": "F001", "NOT_A_FILE": "F002", "TOO_LARGE": "F003", "ENCODING": "F004", "CHARACTER": "F005",
        "SYNTAX": "F006", "ANCHOR": "F007", "TAG": "F008", "TOO_DEEP": "F009", "DOCUMENTS": "F010",
        "EMPTY_FILE": "F011",
        "DUPLICATE_KEY": "F012", "CUT_WORDS": "F013", "STRANGE_KEY": "F014",
    }  # fmt: skip
