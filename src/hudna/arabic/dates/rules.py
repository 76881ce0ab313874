"""The grammar of dates: which layers there are, in which order, and which results are times."""

from typing import Final

from hudna.arabic.clitics import name_variants
from hudna.arabic.dates.clock import CLOCK, TIMES
from hudna.arabic.dates.days import DAYS, JOINED, NAMED
from hudna.arabic.dates.months import DATED, DATES, MONTHS, NAMED_MONTHS, YEARS
from hudna.arabic.dates.spans import DATED_SPANS, SPANS
from hudna.arabic.dates.units import FUZZIES, LENGTHS, RELATIVES, SHIFTS
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
        NAMED,
        DAYS,
        JOINED,
        CLOCK,
        FUZZIES,
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
        "length",
        "fuzzy_date",
        "month_date",
        "named_day",
        "range",
        "recent",
        "relative",
        "set",
        "shift",
        "time",
        "vague",
        "vague_date",
        "year_date",
        STOP,
    }
)
