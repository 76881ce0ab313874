"""What belongs to the page and not to the story: litter, labels, credits, bylines, repeated headlines."""

from hudna.arabic.press.stage import STAGE, mark_page
from hudna.arabic.press.tables import agency_names, date_labels

__all__ = ["STAGE", "agency_names", "date_labels", "mark_page"]
