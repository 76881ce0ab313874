"""An article as it was received."""

import hashlib
from enum import StrEnum

from hudna.model.frozen import dataclass
from hudna.model.span import TEXT, Field, Span
from hudna.model.time import UNKNOWN_DAY, Published


class Genre(StrEnum):
    """What kind of text an article is."""

    NEWS = "news"
    OFFICIAL = "official"
    POST = "post"
    FIELD_NOTE = "field_note"


@dataclass(frozen=True, slots=True)
class Article:
    """A text to the letter with what is known of it; ``digest`` is the SHA-256 of source, URL, title and text."""

    id: str
    text: str
    title: str | None = None
    source: str | None = None
    url: str | None = None
    published: Published = UNKNOWN_DAY
    author: str | None = None
    language: str | None = None
    genre: Genre = Genre.NEWS
    digest: str = ""

    def field(self, field: Field) -> str:
        """Return the whole of a field, empty where the article has none."""
        return self.text if field is TEXT else self.title or ""

    def words(self, span: Span) -> str:
        """Return the characters a span points to."""
        start, end, field = span
        return (self.text if field is TEXT else self.title or "")[start:end]


def digest_of(*parts: str | None) -> str:
    """Return the SHA-256 (hex) of parts, each prefixed by its length so that no two lists of parts collide."""
    digest = hashlib.sha256()
    for part in parts:
        data = b"" if part is None else part.encode("utf-8", "surrogatepass")
        digest.update(b"-;" if part is None else f"{len(data)};".encode())
        digest.update(data)
    return digest.hexdigest()
