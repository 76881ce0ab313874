"""What of an article tells one happening from another: words by their place, names, the days its lead tells of."""

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final, NamedTuple

from hudna.arabic.clitics.words import word_counts
from hudna.arabic.stems import stem_of
from hudna.model import Field, Reading
from hudna.record.entities import key_of
from hudna.record.kept import read_values, write_values
from hudna.record.names import plain_form
from hudna.record.windows import day_of
from hudna.text import Memo, fold, fold_again

_WORD: Final = re.compile(r"[^\W\d_]+|\d+(?:[.,]\d+)*")
_DATELINE: Final = re.compile(r"[^\n()]{0,80}\([^\n()]{2,30}\)\s*[-\u2013\u2014]+")
_TITLE_WEIGHT: Final = 3.0
# Up to which word of the body a word counts how much: the lead tells the news, what follows is mostly background.
_ZONES: Final = ((40, 1.0), (100, 0.3), (400, 0.05))
_READ_CHARACTERS: Final = 4000  # more than the words that count take up
_LEAD_WORDS: Final = 45
_TOLL_CHARACTERS: Final = 400  # headline and lead
_MIN_LETTERS: Final = 2

_stem: Final = Memo(stem_of)


@dataclass(frozen=True, slots=True)
class Profile:
    """An article for comparison.

    ``weights`` has its stems with their counts, weighed by place; ``usual`` says how often the forms in which a stem
    stands here occur in ordinary news, of those that do. ``title_names`` (sorted) and ``names`` are whom it names, by a
    table's id, else by the name folded; ``days`` are the single days that the lead names, ``tolls`` what became of how
    many people in the incidents it tells.
    """

    digest: str
    articles: tuple[str, ...]
    outlet: str
    title: str
    day: dt.date | None
    weights: Mapping[str, float]
    usual: Mapping[str, int]
    title_names: tuple[str, ...]
    names: frozenset[str]
    days: frozenset[dt.date]
    tolls: frozenset[tuple[str, int]]


class KeptProfile(NamedTuple):
    """A profile as a store keeps it: its day, ISO, and a line with the rest but the digest and the article's id."""

    day: str | None
    line: str


def profiles_of(readings: Iterable[Reading]) -> list[Profile]:
    """Return a profile for every article, by its first day of publication (unknown days last), then its digest.

    An article that is there several times has one profile.
    """
    by_digest: dict[str, list[Reading]] = {}
    for reading in readings:
        by_digest.setdefault(reading.article.digest, []).append(reading)
    found = []
    for same in by_digest.values():
        same.sort(key=_order)
        ids = tuple(sorted(reading.article.id for reading in same))
        found.append(replace(profile_of(same[0]), articles=ids))
    return sorted(found, key=lambda profile: (profile.day or dt.date.max, profile.digest))


def profile_of(reading: Reading) -> Profile:
    """Return the profile of an article as it was read."""
    article = reading.article
    title = _WORD.findall(fold(article.title or "").text)
    folded = fold_again(article.text[:_READ_CHARACTERS])
    dateline = _DATELINE.match(folded.text)
    matches = list(_WORD.finditer(folded.text, dateline.end() if dateline else 0))[: _ZONES[-1][0]]
    body = [match[0] for match in matches]
    lead_end = folded.to_raw[matches[:_LEAD_WORDS][-1].end()] if matches else 0
    named = [(name.span.field, key_of(name)) for name in reading.names if plain_form(name.label)]
    weights = _weights(title, body)
    return Profile(
        digest=article.digest,
        articles=(article.id,),
        outlet=article.source or "",
        title=article.title or " ".join(article.text[:lead_end].split()),
        day=_day(reading),
        weights=weights,
        usual=_usual({*title, *body}, weights),
        title_names=tuple(sorted({key for field, key in named if field is Field.TITLE})),
        names=frozenset(key for _, key in named),
        days=frozenset(_days(reading, lead_end)),
        tolls=frozenset(_tolls(reading)),
    )


def kept_profile(profile: Profile) -> KeptProfile:
    """Return a profile as a store keeps it."""
    line = write_values(
        [
            profile.outlet,
            profile.title,
            list(profile.weights),
            list(profile.weights.values()),
            profile.usual,
            profile.title_names,
            sorted(profile.names),
            sorted(day.isoformat() for day in profile.days),
            sorted(profile.tolls),
        ]
    )
    return KeptProfile(profile.day.isoformat() if profile.day else None, line)


def read_profile(kept: KeptProfile, digest: str, article: str) -> Profile:
    """Return a profile as it was kept, of the article with this digest and id."""
    outlet, title, stems, weights, usual, title_names, names, days, tolls = read_values(kept.line)
    return Profile(
        digest=digest,
        articles=(article,),
        outlet=outlet,
        title=title,
        day=dt.date.fromisoformat(kept.day) if kept.day else None,
        weights=dict(zip(stems, weights, strict=True)),
        usual=usual,
        title_names=tuple(title_names),
        names=frozenset(names),
        days=frozenset(map(dt.date.fromisoformat, days)),
        tolls=frozenset(map(tuple, tolls)),
    )


def _order(reading: Reading) -> tuple[dt.date, str, str]:
    return _day(reading) or dt.date.max, reading.article.id, reading.reader.digest


def _day(reading: Reading) -> dt.date | None:
    day = reading.article.published.earliest or reading.article.published.latest
    return None if day is None else day_of(day)


def _weights(title: list[str], body: list[str]) -> dict[str, float]:
    weights: defaultdict[str, float] = defaultdict(float)
    for form in title:
        weights[_stem[form]] += _TITLE_WEIGHT
    start = 0
    for end, weight in _ZONES:
        for form in body[start:end]:
            weights[_stem[form]] += weight
        start = end
    return {each: weight for each, weight in weights.items() if len(each) >= _MIN_LETTERS}


def _usual(forms: set[str], weights: Mapping[str, float]) -> dict[str, int]:
    counts = word_counts()
    usual: defaultdict[str, int] = defaultdict(int)
    for form in sorted(forms & counts.keys()):
        if (stem := _stem[form]) in weights:
            usual[stem] += counts[form]
    return dict(usual)


def _tolls(reading: Reading) -> Iterable[tuple[str, int]]:
    """Yield the outcomes with their least numbers that are told of the incidents of headline and lead."""
    for incident in reading.incidents:
        if any(span.field is Field.TITLE or span.start < _TOLL_CHARACTERS for span in incident.evidence):
            yield from ((toll.outcome.value, toll.min) for toll in incident.tolls if toll.min)


def _days(reading: Reading, lead_end: int) -> Iterable[dt.date]:
    """Yield the single days named in the lead; "now" and "lately" name none."""
    for time in reading.dates:
        in_lead = time.span.field is Field.TEXT and time.span.start < lead_end
        day = time.earliest if time.earliest == time.latest and time.grain == "day" else None
        if in_lead and day is not None and not time.value.endswith("_REF"):
            yield day_of(day)
