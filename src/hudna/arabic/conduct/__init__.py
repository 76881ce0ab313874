"""Conduct: standing support and presence, told as a fact or a charge."""

from hudna.arabic.conduct.stage import find_conduct

__all__ = ["find_conduct"]
