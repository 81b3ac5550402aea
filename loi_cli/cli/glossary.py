"""The words of the domain, in English and in Indonesian, each in a few sentences and with the commands it is met in."""

from typing import NamedTuple

from loi_cli.i18n import _


class Word(NamedTuple):
    """A word as code, files and commands use it; `indonesian` is what the house says. `commands` show it at work."""

    word: str
    indonesian: str
    says: str
    commands: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys((self.word, self.indonesian)))

    @property
    def plurals(self) -> tuple[str, ...]:
        """How several of them are called: gates, parties, klausul-klausul."""
        english = f"{self.word[:-1]}ies" if self.word.endswith("ty") else f"{self.word}s"
        return (english, f"{self.indonesian}-{self.indonesian}")


def glossary() -> tuple[Word, ...]:
    """In the order in which the work meets them."""
    return (
        Word("dossier", "berkas", _("One negotiation: a folder with a dossier.yaml, which names the parties, the "
             "languages, the units and the days by which they answer."), ("loi init", "loi status")),
        Word("instrument", "naskah", _("The document negotiated: a letter of intent, a memorandum of understanding, "
             "agreed minutes."), ("loi render loi",)),
        Word("party", "pihak", _("One of the two ministries, by its ISO 3166 code: IDN, BLR. One of them is home. The "
             "other's proposals never become text by themselves: they stay brackets until a decision takes them."),
             ("loi receive", "loi send")),
        Word("unit", "unit", _("An office that home consults, inside the ministry or outside it. Units are never named "
             "to a party."), ("loi request", "loi status")),
        Word("round", "putaran", _("One time that units are asked, with the day by which they answer."),
             ("loi request --round 2",)),
        Word("concept", "konsep", _("The first text, written by hand or imported. It becomes v1 with the first merge; "
             "from then on the text is changed by inputs alone."), ("loi import", "loi merge")),
        Word("input", "masukan", _("One file from one unit for one round, or from the other party: proposals, "
             "projects, agenda items, talking points. It is never changed and never lost, withdrawn or not."),
             ("loi collect", "loi inputs", "loi withdraw")),
        Word("proposal", "usulan", _("One change to one clause, against the version that the sender read: reword, "
             "replace, insert, delete, move, instruct; or a remark."), ("loi propose", "loi inputs")),
        Word("clause", "klausul", _("A piece of the text with an id that stays: a recital, article, paragraph, item, "
             "testimonium or annex. Its number is never typed and changes with its place."),
             ("loi show CLAUSE", "loi log --clause CLAUSE")),
        Word("field", "bidang", _("What of a clause can differ: its words in one language (text.en), its heading "
             "(heading.en), its place, whether it exists."), ("loi conflicts",)),
        Word("version", "versi", _("A snapshot of the text that never changes, with the versions it came from and who "
             "brought each word: v3, v3-3f2a91, a tag, head, head~1, sent."), ("loi log", "loi show V")),
        Word("head", "ujung", _("A version that no other one comes after. After two people merged apart there "
             "are two; the next merge joins them."), ("loi log", "loi merge")),
        Word("base", "versi dasar", _("The version that an input was written against, or the words that a dispute "
             "started from."), ("loi decide CLAUSE --take base",)),
        Word("side", "sisi", _("Who proposes: a unit (ilmate), its further input (ilmate.2), a party (BLR)."),
             ("loi conflicts",)),
        Word("conflict", "benturan", _("Sides that want the same words, place or existence of a clause differently. A "
             "merge never fails for it: the text keeps every side until somebody decides."),
             ("loi conflicts", "loi decide")),
        Word("bracket", "kurung siku", _("Words that are not settled, kept in the text as alternatives with their "
             "sides: [ilmate: promote] [agro: develop]. In papers for a party they carry its code and ours alone."),
             ("loi conflicts", "loi decide CLAUSE --bracket")),
        Word("decision", "keputusan", _("The record of who settled a conflict, how, and why. It holds wherever the "
             "same dispute comes back; a new reading reopens it."), ("loi decide", "loi undo")),
        Word("record", "catatan", _("A small file that says what happened: a decision, an agreement, something sent, "
             "received, withdrawn, approved, named. It is never changed; another record takes it back."),
             ("loi undo", "loi verify")),
        Word("position", "posisi", _("What we want of a clause, what we can live with, where we stop. Always "
             "internal."),
             ("loi render positions",)),
        Word("stale", "usang", _("A language of a clause that was not changed since another one was. An input "
             "that gives it, the same words too, makes it up to date."),
             ("loi request --translation LANG", "loi status")),
        Word("redline", "naskah lacak perubahan", _("A version shown as tracked changes against another."),
             ("loi render redline", "loi diff A B")),
        Word("alternat", "alternat", _("Each party's own original names that party first and has it sign first."),
             ("loi render loi --final", "loi diff --originals IDN BLR")),
        Word("original", "naskah asli", _("The text to be signed: no bracket, no blank that the protocol could fill, "
             "nothing but the text."), ("loi render loi --final",)),
        Word("matrix", "matriks masukan", _("The table of every proposal by clause and unit, with what became of it."),
             ("loi render matrix", "loi inputs")),
        Word("packet", "bahan rapat", _("All papers of one meeting in one file; one for our delegation, one for the "
             "counterpart."), ("loi packet",)),
        Word("minutes", "notula", _("What was said in a meeting, what it agreed on, and what somebody has to do."),
             ("loi minutes", "loi actions")),
        Word("agreement", "kesepakatan", _("The record that the parties agreed on a clause, perhaps ad referendum: "
             "their governments have still to confirm it. A later input on it is said to reopen it."), ("loi agree",)),
        Word("gate", "persetujuan", _("An office that must approve a text before it is signed. An approval holds for "
             "one text, by its hash."), ("loi gate",)),
        Word("tag", "nama versi", _("A name given to a version."), ("loi tag",)),
        Word("receipt", "tanda terima", _("What is said of each file that comes in: whose it is, what it proposes, "
             "what is wrong with it."), ("loi collect",)),
        Word("register", "daftar masukan", _("Every input ever taken in, and what became of each of its proposals."),
             ("loi inputs",)),
        Word("outcome", "status usulan", _("What became of a proposal: merged; conflict; already-there (the text reads "
             "so already); open (a bracket on purpose, or an instruction); remark; superseded (its sender sent "
             "another); refused (well-formed, but no longer applies)."), ("loi inputs",)),
    )  # fmt: skip
