"""Offices and who held them when."""

from hudna.arabic.offices.holders import holder_of

__all__ = ["holder_of"]
