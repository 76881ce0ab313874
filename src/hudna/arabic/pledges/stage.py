"""The reading of pledges."""

from typing import Final

from hudna.model import Document, Stage


def find_pledges(document: Document) -> Document:
    """Return the document."""
    return document


STAGE: Final = Stage("pledges", frozenset({"contacts"}), frozenset({"pledges"}), find_pledges)
