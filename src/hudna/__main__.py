"""`python -m hudna` is the command line."""

from hudna.cli import main

main()
