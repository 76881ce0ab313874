"""Measures what the program reads against readings made by hand: ``python -m eval TASK``; see README.md."""

import os

os.environ["HUDNA_LISTS"] = ""  # figures are of the packaged tables alone
