"""The closed lists of codes: why an expression was resolved as it was, and what is wrong with it.

An interface puts each into words. ``of`` among a reason's arguments is the code of the reason it builds on.
"""

from typing import Final

REASONS: Final = frozenset(
    {
        "after",  # a word before it opens its end
        "as_written",
        "before",  # a word before it opens its beginning and ends it the day before
        "beyond_calendar",  # no days: it lies outside the years 1 to 9998
        "converted",  # of another calendar, or of a feast
        "corrected_in_brackets",  # an outlet sets right the day of the agency it prints
        "count_not_said",  # some days ago
        "day_of_date_before",  # a time of day on the day told last
        "day_of_publication",  # a time of day without a day
        "duration",  # no days: a length of time
        "impossible_date",  # no days: 31 February
        "last_before_publication",  # said to be last
        "last_units",  # the last three days
        "month_from_publication",  # the fifth of this month
        "month_of_date_before",  # the fifth of the same month
        "named_event",  # the year of a known event: the attacks of 11 September
        "nearest_future",  # a date without a year, to come
        "nearest_past",  # a date without a year, past
        "next_after_publication",  # said to be next
        "next_units",  # the next three days
        "not_said_when",  # earlier, later, now
        "nth_in",  # the first Friday of April
        "offset_from_date_before",  # two days later, of the date told last
        "offset_from_event",  # no days: two days before the summit
        "offset_from_event_day",  # two days before the summit of Sunday
        "offset_from_publication",  # yesterday, last week, two days ago
        "part_of",  # early, mid, late
        "published_unknown",  # no days: the day of publication is not known
        "range",
        "range_reversed",  # no days: it ends before it begins
        "reference_unknown",  # no days: no date told before it
        "repetition",  # no days: every week
        "since",  # a word before it leaves its end open
        "until",  # a word before it leaves its beginning open
        "weekday_after_date_before",
        "weekday_after_first",  # the second end of a range
        "weekday_after_publication",
        "weekday_before_publication",
        "weekday_on_publication",
        "weekday_over_publication",  # "today, Tuesday" in an article dated Wednesday
        "year_from_publication",  # in March of last year
        "year_of_date_before",  # the year of the date told last
        "year_of_same_day",  # the year in which the text has the same day elsewhere
        "year_of_publication",  # this March
    }
)

PROBLEMS: Final = frozenset({"impossible_date", "range_reversed", "weekday_mismatch"})
