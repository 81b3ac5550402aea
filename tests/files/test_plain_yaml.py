"""Our own YAML as plain values."""

import pytest
import yaml

from loi_cli.files.packed import catalogued_languages, templates_folder
from loi_cli.files.plain_yaml import plain_yaml


@pytest.mark.parametrize("language", catalogued_languages())
def test_a_catalogue_is_what_pyyaml_reads_of_it_as_text(language: str) -> None:
    text = (templates_folder() / "catalogues" / f"{language}.yaml").read_text(encoding="utf-8")
    assert plain_yaml(text) == yaml.load(text, yaml.BaseLoader)  # of its own folder, as text alone


def test_nothing_becomes_anything_but_text() -> None:
    assert plain_yaml("a: on\nb: [no, 012, ~]\nc: {d: 2022-01-20, e: }\n") == {
        "a": "on", "b": ["no", "012", "~"], "c": {"d": "2022-01-20", "e": ""},
    }  # fmt: skip
