"""records/*.yaml: what happened, written by commands alone; one module for each kind of event."""
