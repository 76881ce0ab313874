"""Contacts, measures and what is due as a calendar: iCalendar (RFC 5545), whole days, nothing surer than it is told."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

import hudna
from hudna.export.chronology import ReadingOf, Row, describe
from hudna.export.words import Words
from hudna.model import Event, Judgement, RecordType
from hudna.record import Line
from hudna.record.windows import day_of

LINE_OCTETS: Final = 75
LONGEST_DAYS: Final = 62  # a window wider than that is no appointment
_TYPES: Final = frozenset({RecordType.CONTACT, RecordType.MEASURE, RecordType.PLEDGE})
_OFF: Final = frozenset({"cancelled", "not_held", "denied", "vetoed", "rejected"})
_ON: Final = frozenset(
    {"held", "under_way", "signed", "adopted", "agreed", "declared", "in_effect", "implemented", "extended", "ended"}
)
_NEVER: Final = "19700101T000000Z"


def export_calendar(lines: Sequence[Line], reading_of: ReadingOf, words: Words) -> Iterator[str]:
    """Yield the lines of a calendar, each ending in CR; events without known days, or of other types, are left out.

    The time stamp of an entry is the last day on which one of its articles was published: the same record gives the
    same bytes.
    """
    yield from _folded("BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//Hudna//Hudna {hudna.__version__}//EN")
    yield from _folded("CALSCALE:GREGORIAN")
    kept = [line for line in lines if line.event.type in _TYPES and _has_days(line)]
    for line, row in zip(kept, describe(kept, reading_of, words), strict=True):
        yield from _folded(*_entry(line, row, words))
    yield from _folded("END:VCALENDAR")


def _has_days(line: Line) -> bool:
    if line.earliest is None or line.latest is None:
        return False
    return (line.latest - line.earliest).days <= LONGEST_DAYS


def _entry(line: Line, row: Row, words: Words) -> Iterator[str]:
    assert line.earliest is not None
    assert line.latest is not None
    who = f": {row.who}" if row.who else ""
    told = [f"{account.outlet}, {account.published}: {_passages(account.passages)}" for account in row.accounts]
    description = [f"{row.status} · {row.witnesses}, {row.origins}" if row.status else row.origins, *told]
    description += [row.added_by] if row.added_by else []
    description.append(words("page", "unreviewed"))
    yield "BEGIN:VEVENT"
    yield f"UID:{line.event.id}@hudna"
    yield f"DTSTAMP:{_stamp(line.event)}"
    yield f"DTSTART;VALUE=DATE:{line.earliest:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{line.latest + dt.timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{_escaped(f'{row.kind}{who}')}"
    yield f"STATUS:{status_of(line.event)}"
    yield f"CATEGORIES:{line.event.type.value.upper()}"
    if row.place:
        yield f"LOCATION:{_escaped(row.place)}"
    description_text = "\n".join(description)
    yield f"DESCRIPTION:{_escaped(description_text)}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _passages(passages: Iterable[object]) -> str:
    return " … ".join(" ".join(str(getattr(each, "text", "")).split()) for each in passages)


def status_of(event: Event) -> str:
    """Return ``CANCELLED`` for what was called off or did not come about, ``CONFIRMED`` for what is told as done.

    Everything else is ``TENTATIVE``: plans, pledges, and what is told as done by nobody surely, unless somebody
    verified it.
    """
    if event.status in _OFF:
        return "CANCELLED"
    is_known = event.verdict is Judgement.VERIFIED or (event.sure and _is_over(event))
    return "CONFIRMED" if event.status in _ON and is_known else "TENTATIVE"


def _is_over(event: Event) -> bool:
    """Return whether some article tells of the event on its first day or later, not ahead of it."""
    days = [day for each in event.members if (day := each.published.latest or each.published.earliest)]
    return event.earliest is None or not days or day_of(event.earliest) <= max(days)


def _stamp(event: Event) -> str:
    days = [day for each in event.members if (day := each.published.latest or each.published.earliest)]
    return f"{max(days):%Y%m%d}T000000Z" if days else _NEVER


def _escaped(text: str) -> str:
    """Return a text value with what has a meaning in the format escaped."""
    for plain, written in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\r", ""), ("\n", "\\n")):
        text = text.replace(plain, written)
    return text


def _folded(*lines: str) -> Iterator[str]:
    """Yield lines of at most 75 octets each, never cut within a character, continued behind a space."""
    for line in lines:
        part, octets = "", 0
        for character in line:
            size = len(character.encode("utf-8", "surrogatepass"))
            if octets + size > LINE_OCTETS:
                yield part + "\r"
                part, octets = " ", 1
            part += character
            octets += size
        yield part + "\r"
