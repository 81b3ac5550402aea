"""The words of the domain as typed, frozen values: no I/O, no terminal.

What a dossier has few of and what is changed by `dataclasses.replace` (a clause, an input, a version) is a frozen
dataclass. What there is much of and what is only read (a place, a run of words, a proposal) is a NamedTuple: a fifth of
a dataclass's price at the start of every command, and cheaper to make. It equals any tuple of the same values, so such
values are told apart by `isinstance`, never by comparison.
"""
