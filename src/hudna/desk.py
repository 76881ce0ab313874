"""The use cases; the command line and the pages call nothing else."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from os import PathLike
from typing import Any

import hudna
from hudna.intake import Options, Refusal, find_articles
from hudna.model import Article, InputError, Match, Reading
from hudna.reading import Pipeline
from hudna.reading.parallel import read_in_order

__all__ = ["Explanation", "Options", "Refusal", "explain", "pipeline", "read"]

Path = str | PathLike[str]
_NO_OPTIONS = Options()


@cache
def pipeline() -> Pipeline:
    """Return the reader of this program, its tables loaded."""
    from hudna.arabic.pack import PACK

    return Pipeline(PACK, version=hudna.__version__)


def read(paths: Iterable[Path], options: Options = _NO_OPTIONS, *, jobs: int = 1) -> Iterator[Reading | Refusal]:
    """Yield a reading for every article found under the paths and a refusal for what is none, in order of input.

    The same articles give the same readings, whatever the number of ``jobs`` (processes). Derivations are left out;
    ``explain`` has them. A refusal that is a warning (``is_warning``) concerns an article that was read all the same.

    Raises:
        HudnaError: a reading process died.
    """
    found = find_articles(paths, options)
    if jobs > 1:
        return read_in_order(found, read_article, jobs)
    return (each if isinstance(each, Refusal) else read_article(each) for each in found)


def read_article(article: Article) -> Reading:
    """Return the reading of one article, without derivations."""
    return replace(pipeline().read(article), derivations=())


@dataclass(frozen=True, slots=True)
class Explanation:
    """The matches that hold a character of an article, the largest first, with all they were made from."""

    article: Article
    matches: tuple[Match[Any], ...]


def explain(path: Path, offset: int, options: Options = _NO_OPTIONS) -> Explanation:
    """Return how everything that holds the character at ``offset`` of the text came to be.

    Raises:
        InputError: the path holds no article, or none that long.
    """
    refusals = []
    for found in find_articles([path], options):
        if isinstance(found, Refusal):
            refusals.append(found)
            continue
        if not 0 <= offset < len(found.text):
            raise InputError(f"{path}: offset {offset} lies outside the text of {len(found.text)} characters")
        reading = pipeline().read(found)
        holding = [match for match in reading.derivations if _holds(match, offset)]
        return Explanation(reading.article, tuple(sorted(holding, key=lambda match: match.span.start - match.span.end)))
    raise InputError(str(refusals[0]) if refusals else f"{path}: no article")


def _holds(match: Match[Any], offset: int) -> bool:
    start, end, field = match.span
    return field == "text" and start <= offset < end
