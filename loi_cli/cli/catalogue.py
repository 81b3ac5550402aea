"""All commands: name, module and one line of help, so that `loi --help` imports none of them."""

from keyword import iskeyword
from typing import NamedTuple

from loi_cli.i18n import _

READING = frozenset({
    "actions", "blame", "check", "conflicts", "diff", "doctor", "explain", "find", "gate", "inputs", "log", "show",
    "status", "templates", "verify",
})  # fmt: skip
"""Commands that mainly show: what is longer than the screen goes through a pager."""


class Entry(NamedTuple):
    name: str
    help: str

    @property
    def module(self) -> str:
        name = self.name.replace("-", "_")
        return f"loi_cli.cli.commands.{name}{'_' * iskeyword(name)}"


def sections() -> list[tuple[str, list[Entry]]]:
    """The commands in the order of the work."""
    return [
        (
            _("Start"),
            [
                Entry("init", _("write a new dossier, ready to edit")),
                Entry("import", _("a first concept.yaml from an existing Word, Markdown or text draft")),
                Entry("build", _("the whole job in one go: check, merge in memory, render everything")),
            ],
        ),
        (
            _("Inputs"),
            [
                Entry("request", _("what units are sent: a file and a form to fill in, a letter, a mail")),
                Entry("collect", _("take in what units send, with a receipt for each file")),
                Entry("withdraw", _("take an input back; it stays kept")),
                Entry("propose", _("an input of one line: a typo, a mail in plain words, a call")),
                Entry("inputs", _("every input ever taken in, and what became of each proposal")),
                Entry("receive", _("take in the Word file that the other party sends back")),
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
                Entry("agree", _("record that the parties agreed on clauses, also ad referendum")),
                Entry("undo", _("take the last step back, by adding")),
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
                Entry("meeting", _("plan a meeting from what is open")),
                Entry("agenda", _("the agenda of a meeting")),
                Entry("packet", _("all papers of a meeting in one file")),
                Entry("minutes", _("begin, check and print the minutes of a meeting; record what it agreed on")),
                Entry("actions", _("what meetings asked for: who, until when, what is overdue")),
                Entry("page", _("the whole dossier as one page for a browser; one clause large, for a projector")),
                Entry("templates", _("list, copy out and check the templates an office made its own")),
                Entry("gate", _("record that an office approved a text; which approvals there are")),
                Entry("archive", _("close the dossier: everything in one verified file")),
                Entry("send", _("record what leaves, once nothing internal is found in it")),
            ],
        ),
        (
            _("More"),
            [
                Entry("explain", _("what a code or a word means, with examples")),
                Entry("doctor", _("what this computer lacks, each with the line that mends it")),
                Entry("git-setup", _("share the dossier through git, with versions that `git diff` can show")),
                Entry("schema", _("JSON Schemas of the files, for editors")),
            ],
        ),
    ]


def entries() -> dict[str, Entry]:
    return {entry.name: entry for _title, some in sections() for entry in some}
