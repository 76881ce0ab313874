"""Incidents: force used, or what a monitor would log on the ground, with tolls, charges, claims and denials."""

from hudna.arabic.incidents.stage import find_incidents

__all__ = ["find_incidents"]
