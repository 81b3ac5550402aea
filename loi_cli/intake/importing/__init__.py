"""A first concept from a draft that exists already: Word, Markdown or plain text."""
