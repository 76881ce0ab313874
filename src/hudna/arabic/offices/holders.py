"""Who held an office on a day, after ``holders.tsv``."""

import datetime as dt
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from hudna.lexicon import read_rows


class _Holder(NamedTuple):
    country: str
    person: str
    start: str
    end: str


def holder_of(office: str, countries: Sequence[str], day: dt.date) -> str | None:
    """Return the id of the one person who surely held an office of the first country on a day, None if nobody.

    Without a country, an office that the table knows for one country only is that country's.
    """
    holders = _holders().get(office, ())
    country = countries[0] if countries else _only_country(holders)
    iso = day.isoformat()
    found = {holder.person for holder in holders if holder.country == country and _covers(holder, iso)}
    return found.pop() if len(found) == 1 else None


class Term(NamedTuple):
    """A term of office as the table gives it: ISO days, months or years; ``end`` is empty for one in office."""

    office: str
    country: str
    start: str
    end: str
    source: str


def terms_of(person: str) -> tuple[Term, ...]:
    """Return the terms of office of a person of the tables, the first first."""
    return _terms().get(person, ())


@cache
def _terms() -> dict[str, tuple[Term, ...]]:
    found: dict[str, list[Term]] = {}
    for _, row in read_rows(
        files(__package__).joinpath("holders.tsv"), ("office", "country", "person", "from", "to", "source")
    ):
        term = Term(row["office"], row["country"], row["from"], row["to"], row["source"])
        found.setdefault(row["person"], []).append(term)
    return {person: tuple(sorted(terms, key=lambda term: (term.start, term.office))) for person, terms in found.items()}


def _only_country(holders: Sequence[_Holder]) -> str | None:
    countries = {holder.country for holder in holders}
    return countries.pop() if len(countries) == 1 else None


def _covers(holder: _Holder, iso: str) -> bool:
    """Return whether a term surely includes a day; inside a month or year that is all the table gives, nothing is."""
    after_start = iso >= holder.start if len(holder.start) == len(iso) else iso[: len(holder.start)] > holder.start
    return after_start and (not holder.end or iso[: len(holder.end)] < holder.end)


@cache
def _holders() -> dict[str, list[_Holder]]:
    table = files(__package__).joinpath("holders.tsv")
    found: dict[str, list[_Holder]] = {}
    for _, row in read_rows(table, ("office", "country", "person", "from", "to", "source")):
        holder = _Holder(row["country"].lower(), row["person"], row["from"], row["to"])
        found.setdefault(row["office"], []).append(holder)
    return found
