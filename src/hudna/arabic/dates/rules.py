"""The grammar of dates: which layers there are, in which order, and which results are times."""

from typing import Final

from hudna.arabic.clitics import name_variants
from hudna.arabic.dates.calendars import CALENDARS, FEASTS
from hudna.arabic.dates.clock import CLOCK, TIMES
from hudna.arabic.dates.days import DAYS, JOINED, NAMED
from hudna.arabic.dates.lengths import LENGTHS
from hudna.arabic.dates.months import DATED, DATES, MONTHS, NAMED_MONTHS, YEARS
from hudna.arabic.dates.parts_of import FUZZIES, NTHS
from hudna.arabic.dates.spans import DATED_SPANS, SPANS
from hudna.arabic.dates.units import RELATIVES, SHIFTS
from hudna.arabic.numbers import NUMBERS
from hudna.grammar import Grammar

GRAMMAR: Final = Grammar(
    [
        NUMBERS,
        LENGTHS,
        RELATIVES,
        SHIFTS,
        MONTHS,
        NAMED_MONTHS,
        YEARS,
        DATES,
        DATED,
        CALENDARS,
        NAMED,
        DAYS,
        JOINED,
        FEASTS,
        CLOCK,
        FUZZIES,
        NTHS,
        SPANS,
        DATED_SPANS,
        TIMES,
    ],
    name_variants,
)

STOP: Final = "stop"
# Kinds whose results are times on their own, or (stop) take words away from them.
RESULTS: Final = frozenset(
    {
        "date",
        "day",
        "era",
        "feast_date",
        "length",
        "fuzzy_date",
        "month_date",
        "named_day",
        "nth_date",
        "other_date",
        "other_month_date",
        "range",
        "recent",
        "relative",
        "set",
        "shift",
        "stretch",
        "time",
        "vague",
        "vague_date",
        "year_date",
        STOP,
    }
)
