"""How a record came to be."""

from dataclasses import dataclass
from typing import Any

from hudna.desk.reader import NO_OPTIONS, AnyPath, find, pipeline
from hudna.intake import Options, Refusal
from hudna.model import Article, Field, InputError, Match, Span
from hudna.text import segment


def sentences_of(article: Article) -> tuple[Span, ...]:
    """Return the sentences of an article, the headline's first."""
    document = segment(article)
    return tuple(document.span(each.first, each.end) for each in document.sentences)


@dataclass(frozen=True, slots=True)
class Explanation:
    """The matches that hold a character of an article, the largest first, with all they were made from."""

    article: Article
    matches: tuple[Match[Any], ...]


def explain(path: AnyPath, offset: int, options: Options = NO_OPTIONS, *, article: str | None = None) -> Explanation:
    """Return how everything that holds the character at ``offset`` of the text came to be.

    ``article`` is the id of the article meant, where the path holds several; else the first is taken.

    Raises:
        InputError: the path holds no article, none of that id, or none that long.
    """
    refusals = []
    for found in find([path], options):
        if isinstance(found, Refusal):
            refusals.append(found)
            continue
        if article is not None and found.id != article:
            continue
        if not 0 <= offset < len(found.text):
            raise InputError(f"{path}: offset {offset} lies outside the text of {len(found.text)} characters")
        return explain_article(found, offset)
    meant = "no article" if article is None else f"no article {article}"
    raise InputError(str(refusals[0]) if refusals else f"{path}: {meant}")


def explain_article(article: Article, offset: int, field: Field = Field.TEXT) -> Explanation:
    """Return how this program's reader makes everything that holds a character of an article as it was received."""
    reading = pipeline().read(article)
    holding = [match for match in reading.derivations if _holds(match, offset, field)]
    return Explanation(reading.article, tuple(sorted(holding, key=lambda match: match.span.start - match.span.end)))


def _holds(match: Match[Any], offset: int, field: Field) -> bool:
    start, end, where = match.span
    return where is field and start <= offset < end
