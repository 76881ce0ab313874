"""Measures what the program reads against readings made by hand: ``python -m eval TASK``; see README.md."""
