"""Contacts: who met, called, visited, wrote to or negotiated with whom, or was to."""

from hudna.arabic.contacts.stage import STAGE, find_contacts

__all__ = ["STAGE", "find_contacts"]
