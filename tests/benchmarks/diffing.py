"""The word diff, against difflib over the same tokens."""

import difflib
import random

from measure import least, table

from loi_cli.merge.edits import edits
from loi_cli.merge.tokens import tokens_of
from loi_cli.model.words import agreed

SENTENCE = "the Parties shall intend to promote trade and industry between both countries by means of joint work"
WORDS = SENTENCE.split(" ")


def pair(words: int, share: float) -> tuple[str, str]:
    """A text, and the same with so large a share of its words replaced."""
    chance = random.Random(words)
    old = [chance.choice(WORDS) + ("" if chance.random() < 0.7 else str(chance.randrange(500))) for _k in range(words)]
    new = [f"new{k}" if chance.random() < share else word for k, word in enumerate(old)]
    return " ".join(old), " ".join(new)


def main() -> None:
    rows = []
    for words, share, with_peer in ((500, 0.1, True), (5000, 0.1, True), (50_000, 1.0, False)):
        old, new = pair(words, share)
        before, after = tokens_of(agreed(old, ""), "en"), tokens_of(agreed(new, ""), "en")
        times = 3 if words < 50_000 else 1
        ours = least(lambda before=before, after=after: edits(before, after, "en"), times)
        cutting = least(lambda old=old: tokens_of(agreed(old, ""), "en"), times)
        if with_peer:
            texts = [t.text for t in before], [t.text for t in after]
            bare = least(lambda texts=texts: difflib.SequenceMatcher(None, *texts, autojunk=False).get_opcodes(), times)
            rows.append((f"{words:,} words, {share:.0%} edited", ours, "difflib", bare, 1.0))
        else:
            name = f"{words:,} words, none alike (0.6 s wanted)"
            rows.append((name, ours, "cutting one of them into tokens", cutting, None))
    table("Word diff", rows, "ms, least of 3")


if __name__ == "__main__":
    main()
