"""The publication day out of a date as machines print it: ISO 8601, RFC 2822, or numbers with slashes.

The day is the one printed, in the zone it is printed in: a paper of the fifth is of the fifth everywhere.
"""

import datetime as dt
import re
from typing import Final

from hudna.calendar.printed import day_of, parse_numbers
from hudna.model import Because, Published, PublishedBasis
from hudna.text import fold

NOT_UNDERSTOOD: Final = Published(None, None, PublishedBasis.UNKNOWN, Because("published_not_understood"))

_TIME: Final = r"\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?"
_ZONE: Final = r"(?:Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2}|[A-Z]{2,5}|\([A-Z]+\))"
_ISO: Final = re.compile(
    rf"(?P<year>\d{{4}})(?P<mark>[-/.]?)(?P<month>\d{{1,2}})(?P=mark)(?P<day>\d{{1,2}})(?:(?:T|\s*[-,|]?\s+)(?:{_TIME}|\d{{4,6}})?\s*{_ZONE}?)?",
    re.IGNORECASE,
)
_MAIL: Final = re.compile(
    rf"(?:[a-z]{{3,9}},?\s+)?(?P<day>\d{{1,2}})\s+(?P<name>[a-z]{{3,9}})\s+(?P<year>\d{{4}})(?:\s+{_TIME}\s*{_ZONE}?(?:\s+{_ZONE})?)?",
    re.IGNORECASE,
)
_SLASHED: Final = re.compile(
    rf"(?P<date>\d{{1,2}}(?P<mark>[-/.])\d{{1,2}}(?P=mark)\d{{4}})(?:\s*[-,|]?\s+{_TIME}(?P<half>\s*[ap]\.?m\.?)?\s*{_ZONE}?)?",
    re.IGNORECASE,
)
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def parse_day(words: str) -> dt.date | None:
    """Return the day that the whole of ``words`` prints, None where that is no day.

    Numbers with slashes are day, month, year; month first only where the first can't be a month's day before it,
    or where the time is written with AM or PM, as the American form is.
    """
    printed = fold(words).text.strip()
    if match := _ISO.fullmatch(printed):
        if not match["mark"] and len(match["month"] + match["day"]) != 4:
            return None
        return day_of(match["year"], match["month"], match["day"])
    if match := _MAIL.fullmatch(printed):
        name = match["name"][:3].lower()
        return day_of(match["year"], _MONTHS.index(name) + 1, match["day"]) if name in _MONTHS else None
    if match := _SLASHED.fullmatch(printed):
        return parse_numbers(match["date"], american=match["half"] is not None)
    return None


def parse_published(words: str, basis: PublishedBasis, *, mark: str = "") -> Published:
    """Return the publication day printed in ``words``; ``NOT_UNDERSTOOD`` where they print no day.

    ``mark`` names what of a page printed them.
    """
    day = parse_day(words)
    if day is None:
        return NOT_UNDERSTOOD
    args = (("words", words.strip()), *((("mark", mark),) if mark else ()))
    return Published(day, day, basis, Because(f"day_{basis}", args))
