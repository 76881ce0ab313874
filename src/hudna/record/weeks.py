"""Incidents and reported breaches by zone and week, with what the outlets published beside them."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from hudna.model import Event, Incident, Member, Reading, RecordType
from hudna.processes import load_processes
from hudna.record.names import plain_form
from hudna.record.windows import day_of, monday_of

_WEEK: Final = dt.timedelta(days=7)


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """What is told of one place in the week from ``monday`` on.

    ``incidents`` are the ids of single incidents and ``aggregates`` those of totals, which are never added to them.
    ``steady`` is the number of incidents told by an outlet that published in every week counted: an outlet that came in
    later does not raise it. ``origins`` is how many independent origins tell of the single incidents. ``breaches`` says
    who reported how many of the incidents as a breach. ``coverage`` is the number of articles of every outlet in that
    week, whatever they tell.
    """

    place: str
    zone: str | None
    monday: dt.date
    incidents: tuple[str, ...]
    kinds: tuple[tuple[str, int], ...]
    steady: int
    origins: int
    aggregates: tuple[str, ...]
    breaches: tuple[tuple[str, int], ...]
    coverage: tuple[tuple[str, int], ...]
    members: tuple[Member, ...]


def count_weeks(
    events: Iterable[Event],
    readings: Mapping[str, Reading],
    *,
    since: dt.date | None = None,
    until: dt.date | None = None,
) -> tuple[Week, ...]:
    """Return the weeks of every place of which an incident is told, place by place; ``readings`` by digest.

    Only weeks that have a day from ``since`` to ``until`` count, for ``steady`` too.

    An incident counts in the week of its first day, where its days are known and lie within seven.
    """
    coverage = _coverage(readings.values())
    told: dict[tuple[str, dt.date], list[Event]] = defaultdict(list)
    zones: dict[str, str | None] = {}
    for event in events:
        if event.type is not RecordType.INCIDENT or event.earliest is None or event.latest is None:
            continue
        first, last = day_of(event.earliest), day_of(event.latest)
        if last - first >= _WEEK or event.place is None:
            continue
        zone = _zone(event, first, readings)
        place = zone or event.place
        zones[place] = zone
        if _is_within(monday_of(first), since, until):
            told[place, monday_of(first)].append(event)
    steady = _steady(coverage, since, until)
    found = [
        _week(place, zones[place], monday, events_then, readings, coverage, steady)
        for (place, monday), events_then in told.items()
    ]
    return tuple(sorted(found, key=lambda week: (plain_form(week.place), week.monday)))


def _week(
    place: str,
    zone: str | None,
    monday: dt.date,
    events: list[Event],
    readings: Mapping[str, Reading],
    coverage: Mapping[dt.date, Counter[str]],
    steady: frozenset[str],
) -> Week:
    totals = {event.id for event in events if any(each.aggregate for each in _incidents(event, readings))}
    single = sorted((event for event in events if event.id not in totals), key=lambda event: event.id)
    breaches: Counter[str] = Counter()
    for event in single:
        reporters = {
            breach.said_by.label if breach.said_by else member.outlet or member.article_id
            for member, incident in _told(event, readings)
            if (breach := incident.breach_of)
        }
        breaches.update(reporters)
    kinds = Counter(event.kind for event in single)
    return Week(
        place=place,
        zone=zone,
        monday=monday,
        incidents=tuple(event.id for event in single),
        kinds=_counted(kinds),
        steady=sum(not steady.isdisjoint(event.witnesses) for event in single),
        origins=len({origin for event in single for origin in event.origins}),
        aggregates=tuple(sorted(totals)),
        breaches=_counted(breaches),
        coverage=_counted(coverage.get(monday, Counter())),
        members=tuple(member for event in single for member in event.members),
    )


def _counted(counts: Counter[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(counts.items(), key=lambda each: (-each[1], each[0])))


def _coverage(readings: Iterable[Reading]) -> dict[dt.date, Counter[str]]:
    """Return how many articles each outlet published in each week."""
    found: dict[dt.date, Counter[str]] = defaultdict(Counter)
    for reading in readings:
        article = reading.article
        day = article.published.day
        if day is not None:
            found[monday_of(day)][article.source or article.id] += 1
    return found


def _steady(coverage: Mapping[dt.date, Counter[str]], since: dt.date | None, until: dt.date | None) -> frozenset[str]:
    """Return the outlets with articles in every week of which any outlet has some."""
    outlets = [frozenset(counts) for monday, counts in coverage.items() if _is_within(monday, since, until)]
    return frozenset.intersection(*outlets) if outlets else frozenset()


def _is_within(monday: dt.date, since: dt.date | None, until: dt.date | None) -> bool:
    return (since is None or monday + _WEEK > since) and (until is None or monday <= until)


def _told(event: Event, readings: Mapping[str, Reading]) -> list[tuple[Member, Incident]]:
    return [
        (member, incident)
        for member in event.members
        for incident in readings[member.article].incidents
        if incident.id == member.record
    ]


def _incidents(event: Event, readings: Mapping[str, Reading]) -> list[Incident]:
    return [incident for _, incident in _told(event, readings)]


def _zone(event: Event, day: dt.date, readings: Mapping[str, Reading]) -> str | None:
    """Return the name of the zone that an incident's place belonged to on its day, None where it belonged to none."""
    for incident in _incidents(event, readings):
        place = incident.place
        for name, first, last in _zones().get((place.entity or "").rpartition(":")[2], ()) if place else ():
            if first <= day and (last is None or day <= last):
                return name
    return None


@cache
def _zones() -> Mapping[str, tuple[tuple[str, dt.date, dt.date | None], ...]]:
    found: dict[str, list[tuple[str, dt.date, dt.date | None]]] = defaultdict(list)
    for process in load_processes():
        for zone in process.zones:
            for locality in zone.localities:
                found[locality].append((zone.names[0] if zone.names else zone.id, zone.first, zone.last))
    return {key: tuple(zones) for key, zones in found.items()}
