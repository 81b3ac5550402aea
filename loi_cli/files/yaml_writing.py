"""Values written as YAML that people read, and that reads back to the same."""

from collections.abc import Mapping

from loi_cli.files.characters import first_forbidden, named, why_forbidden
from loi_cli.i18n import _
from loi_cli.model.problems import LoiError


def yaml_text(entries: Mapping[str, object]) -> str:
    """Keys in the order given, words on several lines as a block. Raises LoiError for a character that no file may
    hold."""
    import yaml  # not at the top: most commands write no YAML

    class Writer(yaml.SafeDumper):
        """Writes words on several lines as a block, and lists within their keys as people indent them."""

        def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
            del indentless
            super().increase_indent(flow, False)

    def words(writer: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
        if found := first_forbidden(text):
            raise LoiError(
                _("the words hold {character}: {why}").format(character=named(found), why=why_forbidden(found)),
                _("type them anew without it"),
            )
        return writer.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)

    Writer.add_representer(str, words)
    return yaml.dump(dict(entries), Dumper=Writer, allow_unicode=True, sort_keys=False, width=2**20)
