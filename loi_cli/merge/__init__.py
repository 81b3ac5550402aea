"""Merging and comparing negotiated texts: tokens, word diff, n-way merge of words and structure, decisions; pure."""
