"""A team's own lists of places and people: rows of a sheet, checked against the packaged tables, to rows of tables."""

from hudna.arabic.lists.check import check_lists
from hudna.arabic.lists.checked import Checked
from hudna.arabic.lists.people import check_people
from hudna.arabic.lists.places import check_places

__all__ = ["Checked", "check_lists", "check_people", "check_places"]
