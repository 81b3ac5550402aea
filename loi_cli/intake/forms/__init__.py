"""The Word form that a unit fills in: how it is known again, and the input that it amounts to."""
