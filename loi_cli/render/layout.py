"""How the languages of a text are laid out."""

from enum import StrEnum


class Layout(StrEnum):
    """`parallel`: beside each other, as far as there is room. `sequence`: one whole text after the other, each with
    its own signatures. `separate`: a document for each."""

    PARALLEL = "parallel"
    SEQUENCE = "sequence"
    SEPARATE = "separate"
