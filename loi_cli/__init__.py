"""loi: the paperwork of a bilateral negotiation, from the units' inputs to the signing table."""

__version__ = "0.1.0"
