"""Terms of office in a list: the office by its id or its Arabic name, days as precise as they are known."""

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Final, NamedTuple

from hudna.arabic.names.tables import labels, office_entries
from hudna.arabic.offices.holders import Holder, holder_rows
from hudna.model import InputError
from hudna.text import fold_word

_UNIONS: Final = frozenset({"UN", "EU"})
_DAY: Final = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
_LAST: Final = "9999"
_FIRST_DAY: Final = "-01-01"


class Term(NamedTuple):
    """A row's office: its id, the country as ``holders.tsv`` writes it, ISO days, months or years."""

    where: str
    office: str
    country: str
    start: str
    end: str
    source: str


def parse_term(where: str, cells: Mapping[str, str], source: str) -> Term | None:
    """Return the office of a row, None where it names none.

    Raises:
        InputError: no table knows the office or country, a day is none, the end lies before the start, no source is given.
    """
    if not cells["office"]:
        if cells["from"] or cells["to"] or cells["of"]:
            raise InputError("the row has a time or country of an office, but no office")
        return None
    office = _offices().get(fold_word(" ".join(cells["office"].split())))
    if office is None:
        raise InputError(f"no table knows the office {cells['office']!r}: give its id or its Arabic name")
    country = (cells["of"] or cells["country"]).upper()
    if f"state:{country.lower()}" not in labels() and country not in _UNIONS:
        raise InputError(f"{country!r} is no country of an office: a code after ISO 3166, UN or EU")
    start, end = _day(cells["from"], "from"), _day(cells["to"], "to") if cells["to"] else ""
    if end and end[: len(start)] < start[: len(end)]:
        raise InputError(f"the office ends ({end}) before it begins ({start})")
    if not source:
        raise InputError("an office needs a source that a reader could check")
    return Term(where, office, country, start, end, source)


def check_terms(terms: Iterable[tuple[str, Term]], own: str, notes: list[str]) -> list[dict[str, str]]:
    """Return the rows of ``holders.tsv``, and note whom else the tables or the list have in an office at the time."""
    before = [row for row in holder_rows() if not row.where.startswith(own)]
    known = {(row.office, row.country, row.person, row.start, row.end) for row in before}
    added: list[Holder] = []
    for person, term in dict.fromkeys(terms):
        row = Holder(person, term.office, term.country, term.start, term.end, term.source, term.where, own=True)
        if (row.office, row.country, row.person, row.start, row.end) in known:
            continue
        for other in (*before, *added):
            if _clash(row, other):
                notes.append(f"{term.where}: {_told(other)}; {_outcome(other)}")
        added.append(row)
    return [
        {
            "office": row.office,
            "country": row.country,
            "person": row.person,
            "from": row.start,
            "to": row.end,
            "source": row.source,
        }
        for row in added
    ]


def _clash(one: Holder, other: Holder) -> bool:
    """Return whether two people surely share a day in one office."""
    if (one.office, one.country) != (other.office, other.country) or one.person == other.person:
        return False
    return one.start < (other.end or _LAST) and other.start < (one.end or _LAST)


def _told(holder: Holder) -> str:
    return f"person:{holder.person} is {holder.office} of {holder.country} from {holder.start} to {holder.end or 'now'}"


def _outcome(other: Holder) -> str:
    return "the office is left open for the days of both" if other.own else "on the days of both the list counts"


def _day(day: str, column: str) -> str:
    """Return an ISO day, month or year.

    Raises:
        InputError: it is none.
    """
    if not (day.isascii() and _DAY.fullmatch(day)):
        raise InputError(f"{column} is {day!r}: write a day, month or year as 2017-07-05, 2017-07 or 2017")
    try:
        dt.date.fromisoformat(day + _FIRST_DAY[len(day) - len("2017") :])
    except ValueError:
        raise InputError(f"{column} is {day!r}, which is no day of the calendar") from None
    return day


@cache
def _offices() -> dict[str, str]:
    """Return the ids of offices by themselves and by their folded forms, those of two offices left out."""
    found: dict[str, set[str]] = {}
    for entry in office_entries():
        found.setdefault(entry.id, set()).add(entry.id)
        found.setdefault(fold_word(entry.form), set()).add(entry.id)
    return {form: min(ids) for form, ids in found.items() if len(ids) == 1}
