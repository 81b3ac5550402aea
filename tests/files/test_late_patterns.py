"""Patterns of a library that are compiled late."""

import re
import subprocess
import sys

from loi_cli.files.late_patterns import LatePattern, late_patterns


def test_a_pattern_made_within_is_late_and_does_what_it_would_have_done() -> None:
    with late_patterns():
        late = re.compile("(A+)b", re.IGNORECASE)
    assert isinstance(late, LatePattern)
    found = late.search("xaab")
    assert found is not None
    assert found[1] == "aa"
    assert (late.pattern, late.flags & re.IGNORECASE) == ("(A+)b", re.IGNORECASE)


def test_patterns_made_afterwards_are_made_at_once_also_after_a_failure() -> None:
    try:
        with late_patterns():
            raise ImportError
    except ImportError:
        pass
    assert isinstance(re.compile("a"), re.Pattern)


def test_yaml_means_the_same_when_its_patterns_are_late() -> None:
    text = "[2022-01-20, no, 012, 1.5, ~, 0x1f, 2001-12-14t21:59:43.10-05:00, '\\x07']"
    printed = f"import yaml; print([yaml.safe_load({text!r}), yaml.load({text!r}, yaml.CSafeLoader)])"
    refused = "\ntry: yaml.safe_load('a\\x07')\nexcept yaml.YAMLError as error: print(error)"
    answers = [
        subprocess.run(
            [sys.executable, "-c", first + printed + refused], capture_output=True, text=True, check=True
        ).stdout
        for first in ("", "import loi_cli.files.events; ")
    ]
    assert "special characters are not allowed" in answers[0]
    assert answers[0] == answers[1]
