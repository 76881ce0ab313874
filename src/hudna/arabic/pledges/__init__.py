"""Pledges: what is promised, and what is set for a time."""

from hudna.arabic.pledges.stage import STAGE, find_pledges

__all__ = ["STAGE", "find_pledges"]
