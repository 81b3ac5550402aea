"""Versions and records: the immutable store, names of versions, verification, blame."""
