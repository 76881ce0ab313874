"""Timelines as sheets: the steps of measures, the stands of parties, the weeks of places."""

from collections.abc import Iterable, Sequence
from typing import Final

from hudna.export.chronology import ReadingOf
from hudna.export.sheet import Quote, Sheet, SheetRow, quote
from hudna.export.words import Words, listed
from hudna.model import Member
from hudna.record.lives import Life, Stand, Step
from hudna.record.weeks import Week

_MOST_QUOTES: Final = 3


def timeline_sheet(lives: Iterable[Life], reading_of: ReadingOf, words: Words) -> Sheet:
    """Return the lives of measures as a sheet, a row a step."""
    rows = tuple(_step(life, step, reading_of, words) for life in lives for step in life.steps)
    columns = tuple(words("column", key) for key in ("day", "measure", "status", "who", "place"))
    return Sheet(words("page", "timeline"), (words("timeline", "breach"),), columns, rows, 3)


def position_sheet(stands: Iterable[Stand], reading_of: ReadingOf, words: Words) -> Sheet:
    """Return the stands of parties as a sheet, a row a party and measure."""
    columns = tuple(words("column", key) for key in ("status", "since", "earlier", "measure", "who", "name", "place"))
    rows = tuple(_stand(stand, reading_of, words) for stand in stands)
    return Sheet(words("page", "positions"), (), columns, rows, 4)


def week_sheet(weeks: Iterable[Week], reading_of: ReadingOf, words: Words) -> Sheet:
    """Return incidents by place and week as a sheet, coverage beside the counts."""
    keys = ("week", "incidents", "steady", "origins", "totals", "coverage", "place", "breaches")
    columns = tuple(words("column", key) for key in keys)
    notes = (words("timeline", "steady"), words("timeline", "totals"), words("timeline", "merged"))
    rows = tuple(_week(week, reading_of, words) for week in weeks)
    return Sheet(words("page", "weeks"), notes, columns, rows, 6)


def _step(life: Life, step: Step, reading_of: ReadingOf, words: Words) -> SheetRow:
    day = words.days(step.earliest, step.latest) if step.earliest or step.latest else _told(step, words)
    status = words.status(step.status, life.kind)
    if step.said_by:
        status = f"{status} ({words('timeline', 'said_by', who=listed(step.said_by))})"
    who = listed(actor.label for actor in step.by)
    if step.broken_by:
        who = f"{who} > {listed(step.broken_by)}"
    cells = (day, _measure(life, words), status, who, life.place or "")
    return SheetRow(step.event, cells, _quotes(step.members, reading_of, words), step.sure)


def _told(step: Step, words: Words) -> str:
    return words("timeline", "told", day=words.day(step.told)) if step.told else words("when", "unknown")


def _measure(life: Life, words: Words) -> str:
    kind = words("kind", life.kind)
    return f"{kind}: {life.name}" if life.name else kind


def _stand(stand: Stand, reading_of: ReadingOf, words: Words) -> SheetRow:
    life = stand.measure
    earlier = (words.status(status, life.kind) for status in stand.before)
    cells = (
        words.status(stand.status, life.kind),
        words.day(stand.since) if stand.since else words("when", "unknown"),
        words("language", "list_separator").join(earlier),
        words("kind", life.kind),
        stand.party.label,
        life.name,
        life.place or "",
    )
    return SheetRow(f"{life.id}-{stand.party.entity}", cells, _quotes(stand.members[-1:], reading_of, words))


def _week(week: Week, reading_of: ReadingOf, words: Words) -> SheetRow:
    kinds = ", ".join(f"{words('kind', kind)} {count}" for kind, count in week.kinds)
    cells = (
        week.monday.isoformat(),
        f"{len(week.incidents)} ({kinds})" if kinds else "0",
        str(week.steady),
        str(week.origins),
        str(len(week.aggregates)),
        ", ".join(f"{outlet} {count}" for outlet, count in week.coverage),
        week.place,
        listed(f"{words('timeline', 'breach_by', who=who)} {count}" for who, count in week.breaches),
    )
    return SheetRow(f"{week.monday.isoformat()}-{week.place}", cells, _quotes(week.members, reading_of, words))


def _quotes(members: Sequence[Member], reading_of: ReadingOf, words: Words) -> tuple[Quote, ...]:
    return tuple(quote(member, reading_of(member.article), words) for member in members[:_MOST_QUOTES])
