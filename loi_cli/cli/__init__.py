"""The terminal: parses, calls, prints. Nothing imports it."""
