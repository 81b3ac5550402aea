"""What the other party sends back: a Word file against the paper that was sent, and the input that it amounts to."""
