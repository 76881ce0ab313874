"""The command line."""

from hudna.cli.main import main

__all__ = ["main"]
