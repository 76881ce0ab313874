"""What an article without a day tells of the day it was published."""

from hudna.arabic.undated.clues import find_clues

__all__ = ["find_clues"]
