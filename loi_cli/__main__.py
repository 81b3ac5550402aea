"""`python -m loi_cli` is `loi`."""

from loi_cli.cli.main import main

main()
