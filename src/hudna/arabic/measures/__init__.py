"""Measures: agreements, ceasefires, zones, releases and the like, and where each party stands on them."""

from hudna.arabic.measures.stage import STAGE, find_measures

__all__ = ["STAGE", "find_measures"]
