"""What is known of an article beside its text, and the article made of both."""

from dataclasses import dataclass, fields, replace

from hudna.intake.refusal import Refusal, RefusalCode
from hudna.model import UNKNOWN_DAY, Article, Genre, Published, digest_of

MAX_ARTICLE_CHARS = 12_000_000
ID_DIGITS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What one witness (a JSON line, a sidecar, the options, a page's marks) says of an article; None where nothing."""

    id: str | None = None
    source: str | None = None
    url: str | None = None
    title: str | None = None
    published: Published | None = None
    author: str | None = None
    language: str | None = None
    genre: Genre | None = None

    def over(self, other: "Known") -> "Known":
        """Return what this witness says, and what the other says where this one says nothing."""
        gaps = {name.name: getattr(other, name.name) for name in fields(self) if getattr(self, name.name) is None}
        return replace(self, **gaps)


def article_of(text: str, known: Known, path: str, line: int | None = None) -> Article | Refusal:
    """Return the article, or the refusal of a text that is too long or no Unicode text."""
    if len(text) > MAX_ARTICLE_CHARS:
        return Refusal(path, line, RefusalCode.TOO_LARGE, f"{len(text)} characters, at most {MAX_ARTICLE_CHARS}")
    for name, value in (("text", text), *((name, getattr(known, name)) for name in ("id", "source", "url", "title"))):
        if value is not None and not _is_unicode(value):
            return Refusal(path, line, RefusalCode.NOT_UNICODE, f"in {name}")
    digest = digest_of(known.source, known.url, known.title, text)
    return Article(
        id=known.id or f"art-{digest[:ID_DIGITS]}",
        text=text,
        title=known.title,
        source=known.source,
        url=known.url,
        published=known.published or UNKNOWN_DAY,
        author=known.author,
        language=known.language,
        genre=known.genre or Genre.NEWS,
        digest=digest,
    )


def _is_unicode(value: str) -> bool:
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True
