"""The linter of a dossier: one small module per rule in `rules/`, one registry."""
