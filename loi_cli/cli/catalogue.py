"""All commands: name, module and one line of help, so that `loi --help` imports none of them."""

from typing import NamedTuple

from loi_cli.i18n import _


class Entry(NamedTuple):
    name: str
    help: str

    @property
    def module(self) -> str:
        return f"loi_cli.cli.commands.{self.name}"


def sections() -> list[tuple[str, list[Entry]]]:
    """The commands in the order of the work."""
    return [
        (
            _("Start"),
            [
                Entry("init", _("write a new dossier, ready to edit")),
                Entry("build", _("the whole job in one go: check, merge in memory, render everything")),
            ],
        ),
        (
            _("Inputs"),
            [
                Entry("collect", _("take in what units send, with a receipt for each file")),
                Entry("status", _("who has sent, who is late, what is open")),
                Entry("check", _("every problem of the dossier, or of one file")),
            ],
        ),
        (
            _("The text"),
            [
                Entry("merge", _("put all waiting inputs and decisions into a new version")),
                Entry("conflicts", _("list what is in dispute, with every side")),
                Entry("decide", _("settle conflicts; the next merge applies it")),
                Entry("log", _("the history of versions, or the life of one clause")),
                Entry("show", _("a version, or one clause with all that is known of it")),
                Entry("blame", _("who wrote which words of a clause, and why")),
                Entry("find", _("words, wherever they stand or ever stood")),
                Entry("diff", _("compare versions, inputs or files by clause and by word")),
                Entry("tag", _("give a version a name")),
                Entry("verify", _("check every stored file against its hash")),
            ],
        ),
        (
            _("Papers"),
            [
                Entry("render", _("make one paper: loi, redline, matrix …")),
                Entry("agenda", _("the agenda of a meeting")),
                Entry("packet", _("all papers of a meeting in one file")),
            ],
        ),
        (_("More"), [Entry("schema", _("JSON Schemas of the files, for editors"))]),
    ]


def entries() -> dict[str, Entry]:
    return {entry.name: entry for _title, some in sections() for entry in some}
