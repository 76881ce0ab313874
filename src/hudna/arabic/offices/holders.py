"""Who held an office on a day, after ``holders.tsv`` and the tables of that name in a team's lists."""

import datetime as dt
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import files
from typing import Final, NamedTuple

from hudna.lexicon import read_rows
from hudna.lexicon.lists import list_tables

_COLUMNS: Final = ("office", "country", "person", "from", "to", "source")


class Holder(NamedTuple):
    """A row: ISO days, months or years; ``end`` is empty for one in office. ``own`` is one of a team's list."""

    person: str
    office: str
    country: str
    start: str
    end: str
    source: str
    where: str
    own: bool = False


class Term(NamedTuple):
    """A term of office as the table gives it: ISO days, months or years; ``end`` is empty for one in office."""

    office: str
    country: str
    start: str
    end: str
    source: str


def holder_of(office: str, countries: Sequence[str], day: dt.date) -> str | None:
    """Return the id of the one person who surely held an office of the first country on a day, None if nobody.

    Without a country, an office that the tables know for one country only is that country's. Where a team's list and
    the packaged table name two people, the list counts.
    """
    holders = _holders().get(office, ())
    country = countries[0] if countries else _only_country(holders)
    iso = day.isoformat()
    found = [holder for holder in holders if holder.country.lower() == country and _covers(holder, iso)]
    people = {holder.person for holder in found if holder.own} or {holder.person for holder in found}
    return people.pop() if len(people) == 1 else None


def is_of_several(offices: Iterable[str]) -> bool:
    """Return whether one of some offices is known of more than one country: each has its president."""
    return any(len({holder.country for holder in _holders().get(office, ())}) > 1 for office in offices)


def terms_of(person: str) -> tuple[Term, ...]:
    """Return the terms of office of a person of the tables, the first first."""
    return _terms().get(person, ())


@cache
def holder_rows() -> tuple[Holder, ...]:
    """Return the rows of the packaged table, then those of a team's lists.

    Raises:
        TableError: as for ``read_rows``.
    """
    tables = [
        (files(__package__).joinpath("holders.tsv"), False),
        *((path, True) for path in list_tables("holders.tsv")),
    ]
    return tuple(
        Holder(row["person"], row["office"], row["country"], row["from"], row["to"], row["source"], where, own)
        for table, own in tables
        for where, row in read_rows(table, _COLUMNS)
    )


@cache
def _terms() -> dict[str, tuple[Term, ...]]:
    found: dict[str, list[Term]] = {}
    for row in holder_rows():
        term = Term(row.office, row.country, row.start, row.end, row.source)
        found.setdefault(row.person, []).append(term)
    return {person: tuple(sorted(terms, key=lambda term: (term.start, term.office))) for person, terms in found.items()}


def _only_country(holders: Sequence[Holder]) -> str | None:
    countries = {holder.country.lower() for holder in holders}
    return countries.pop() if len(countries) == 1 else None


def _covers(holder: Holder, iso: str) -> bool:
    """Return whether a term surely includes a day; inside a month or year that is all the table gives, nothing is."""
    after_start = iso >= holder.start if len(holder.start) == len(iso) else iso[: len(holder.start)] > holder.start
    return after_start and (not holder.end or iso[: len(holder.end)] < holder.end)


@cache
def _holders() -> dict[str, list[Holder]]:
    found: dict[str, list[Holder]] = {}
    for row in holder_rows():
        found.setdefault(row.office, []).append(row)
    return found
