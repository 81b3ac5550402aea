"""One module a command: `command` is what Typer calls, `HELP` what its --help says below the first line."""
