"""How often a promise is tried: a few times in every run, as often as its figure says when that is asked for."""

import os
import random

SEED = int(os.environ.get("LOI_SEED", "1"))


def figure(name: str, usually: int) -> int:
    return int(os.environ.get(name, str(usually)))


def chance(*of: object) -> random.Random:
    """Chance that is the same in every run, and another for another `LOI_SEED`."""
    return random.Random(f"{SEED}/{'/'.join(map(str, of))}")
