"""Who settles a dispute writes the words in its place, or the whole sentence with them: both mean the same."""

import pytest

from loi_cli.model.conflicts import disputed_part


@pytest.mark.parametrize(
    ("said", "before", "behind", "meant"),
    [
        ("four", "It is valid for ", " years.", "four"),
        ("It is valid for four years.", "It is valid for ", " years.", "four"),
        ("It is valid for years.", "It is valid for ", " years.", ""),
        ("dairy and embryos;", "dairy", ";", "and embryos"),
        ("dairy, with embryos;", "dairy", ";", ", with embryos"),
        ("The Parties meet.", "", "", "The Parties meet."),
        ("It is valid for ever.", "It is valid for ", " years.", "It is valid for ever."),
        ("theory;", "the ", ";", "theory;"),
        ("双方愿意发展合作。", "双方愿意", "合作。", "发展"),
    ],
)
def test_what_is_meant(said: str, before: str, behind: str, meant: str) -> None:
    assert disputed_part(said, before, behind) == meant
