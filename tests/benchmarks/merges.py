"""Merges whose right result is known: right, in false conflict, wrong and silent; against git merge-file.

`--show` prints the cases that came out otherwise than they should.
"""

import argparse
import random
import subprocess
import tempfile
from collections import Counter
from pathlib import Path

from merge_cases import KINDS, Case, cases
from prose import WORD

from loi_cli.merge.decisions import Rulings
from loi_cli.merge.rules import Rules
from loi_cli.merge.scene import Scene, Wording
from loi_cli.merge.wording import merge_words
from loi_cli.model.words import Bracket, Side, Words, agreed, shown

RIGHT, FALSE, SILENT, UNFAITHFUL = "right", "false conflict", "wrong and silent", "not as the side wrote"


def merged(case: Case) -> Words:
    rules = Rules(home="AAA", languages=(case.language,), rank=lambda side: (0, side), rulings=Rulings(()))
    scene = Scene(clause="c", field=f"text.{case.language}", language=case.language, rules=rules)
    texts = [case.wording(side) for side in case.sides]
    wordings = [Wording(Side(f"u{k}", f"u{k}-1"), agreed(text, f"u{k}-1")) for k, text in enumerate(texts)]
    return merge_words(agreed(case.base, "concept"), wordings, None, scene).words


def verdict(case: Case, words: Words) -> str:
    disputed = bool(case.disputes())
    if not any(isinstance(piece, Bracket) for piece in words):
        return RIGHT if not disputed and shown(words) == case.expected(0) else SILENT
    if not disputed:
        return FALSE
    faithful = all(read(words, f"u{k}") == case.expected(k) for k in range(len(case.sides)))
    return RIGHT if faithful else UNFAITHFUL


def read(words: Words, unit: str) -> str:
    """The text as one side reads it: its own words in every bracket, else those that it started from."""
    parts = []
    for piece in words:
        if isinstance(piece, Bracket):
            text = next((r.text for r in piece.readings if unit in r.names), piece.base)
            parts.append(piece.lead + text if text else "")
        else:
            parts.append(piece.text)
    return "".join(parts).strip()


def bracketed(words: Words) -> int:
    """How many words the brackets show: each reading and the base."""
    return sum(
        len(WORD.findall(text))
        for piece in words
        if isinstance(piece, Bracket)
        for text in (piece.base, *(r.text for r in piece.readings if r.text != piece.base))
    )


def of_git(case: Case, by_word: bool) -> str:
    def lines(text: str) -> str:
        pieces = WORD.findall(text) if by_word else text.replace(". ", ".\n").split("\n")
        return "\n".join(pieces) + "\n"

    with tempfile.TemporaryDirectory() as folder:
        for name, text in zip(("base", "ours", "theirs"), (case.base, *map(case.wording, case.sides)), strict=True):
            (Path(folder) / name).write_text(lines(text), encoding="utf-8")
        done = subprocess.run(
            ["git", "merge-file", "-p", "--diff3", "ours", "base", "theirs"], cwd=folder, capture_output=True
        )
    if case.disputes():
        return RIGHT if done.returncode else SILENT
    if done.returncode:
        return FALSE
    return RIGHT if done.stdout.decode() == lines(case.expected(0)) else SILENT


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--each", type=int, default=40, help="cases of each kind")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", type=int, default=0)
    parser.add_argument("--peers", action="store_true", help="ask git too, which takes a process for each case")
    wanted = parser.parse_args()
    some = list(cases(random.Random(wanted.seed), wanted.each))
    found = [(case, words, verdict(case, words)) for case, words in ((case, merged(case)) for case in some)]
    for name in KINDS:
        told = Counter(said for case, _words, said in found if case.kind == name)
        if set(told) != {RIGHT}:
            print(f"  {name:<40} {dict(told)}")
    told = Counter(said for _case, _words, said in found)
    disputed = [(case, words) for case, words, _said in found if case.disputes()]
    size = sum(bracketed(words) for _case, words in disputed) / sum(case.in_dispute() for case, _words in disputed)
    print(f"loi, {len(some)} cases of {len(KINDS)} kinds: {dict(told)}; brackets {size:.3f} × the words in dispute")
    for case, words, said in [one for one in found if one[2] != RIGHT][: wanted.show]:
        print(f"\n{said}: {case.kind}\n  base  {case.base}")
        for k, side in enumerate(case.sides):
            print(f"  u{k}    {case.wording(side)}\n    read {read(words, f'u{k}')}\n    want {case.expected(k)}")
        print(f"  gives {shown(words)}")
    if wanted.peers:
        of_two = [case for case in some if len(case.sides) == 2]
        for title, by_word in (("git merge-file, a sentence a line", False), ("git merge-file, a word a line", True)):
            told = Counter(of_git(case, by_word) for case in of_two)
            print(f"{title}, {len(of_two)} cases of two sides: {dict(told)}")


if __name__ == "__main__":
    main()
