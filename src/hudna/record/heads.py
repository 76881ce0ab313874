"""Articles without their texts, and what each outlet brought."""

import datetime as dt
from collections import Counter
from dataclasses import dataclass

from hudna.model import Genre, Published


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """An article without its text: where it comes from; ``credits`` are the agencies it names."""

    digest: str
    id: str
    title: str | None
    source: str | None
    url: str | None
    language: str | None
    genre: Genre
    published: Published
    credits: tuple[str, ...]
    problems: int


@dataclass(frozen=True, slots=True)
class Brought:
    """What an outlet brought: articles, those by week (their Mondays), and whom they credit how often."""

    outlet: str
    articles: int
    weeks: dict[dt.date, int]
    credits: Counter[str]
