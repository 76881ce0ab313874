"""What the caller knows of the files, and what the language pack lends to the reading of pages."""

from collections.abc import Collection
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What files can't say of themselves; an article's own JSON fields and its sidecar come first, a page's marks last.

    ``date_labels`` are the words before the publication day on a page, ``agencies`` names that are no person when they
    stand as a page's author; both come from a language pack, in any spelling.
    """

    source: str | None = None
    published: str | None = None
    url: str | None = None
    title: str | None = None
    date_labels: Collection[str] = ()
    agencies: Collection[str] = ()
