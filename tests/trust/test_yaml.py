"""Files with slips, a third of them without: reading them gives a value or its problems, and never anything else."""

from pathlib import PurePath

import pytest

from tests.properties.test_yaml_fuzz import FRAGMENTS, READERS, check
from tests.trust.figures import chance, figure

FILES = figure("LOI_YAML", 1500)
VALID_EDITS = (("\n", "\n\n"), ("\n", "\n# a comment\n"), ("schema: 1\n", "schema: 1  # \n"), ("\n", "\r\n"))


@pytest.mark.parametrize("name", READERS)
def test_slips_are_said_and_nothing_breaks_down(name: str) -> None:
    random = chance("yaml", name)
    whole, read = READERS[name]
    assert PurePath(name).name == name and read
    for number in range(FILES // len(READERS)):
        text = whole
        if number % 3 == 0:
            old, new = random.choice(VALID_EDITS)
            text = text.replace(old, new) if old == "\n" and new == "\r\n" else text.replace(old, new, 1)
        else:
            for _slip in range(random.randint(1, 5)):
                at, length = random.randrange(len(text) + 1), random.choice([0, 0, 1, 1, 2, 5, 20, 200])
                more = random.choice([*FRAGMENTS, "", "", chr(random.randrange(1, 0xD800)), whole[at : at + 40]])
                text = text[:at] + more + text[at + length :]
        data = text.encode("utf-8", "surrogatepass")
        if number % 7 == 1:
            data = bytearray(data)
            for _byte in range(random.randint(1, 4)):
                data[random.randrange(len(data))] = random.randrange(256)
        check(name, bytes(data))
