"""Times in Arabic news: found by rules over words, then resolved against the day of publication."""

from hudna.arabic.dates.stage import STAGE, find_dates

__all__ = ["STAGE", "find_dates"]
