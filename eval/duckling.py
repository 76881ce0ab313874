"""`python -m eval.duckling`: the Arabic time expressions of facebook/duckling, at its reference time.

A group counts as right where each of its expressions is read as one time with the group's days; a day and month
without a year is right in the year before, too, which news means. What news does not say so
is left out, by name, with the reason (``LEFT_OUT``); values beginning at a time are compared to the minute.
"""

import argparse
import datetime as dt
import json
import re
import sys
from pathlib import Path
from typing import Any, Final

from eval.gold import data_folder
from hudna import dates

FILE: Final = Path("time") / "duckling-ar.json"
_COLLOQUIAL: Final = "spoken, not written"
_NEXT: Final = "a bare weekday means the next one to an assistant, the last one to news"
_NEXT_EXACT: Final = "to an assistant the same day a week ago, to news that week"
_NUMBERED: Final = "months by number in words: spoken"
_NO_CONTEXT: Final = "a clock time without its half of the day: an assistant takes the coming one"
_PERSONAL: Final = "an assistant's guess at a time of day (evening prayer) as an hour"
_NEXT_FEAST: Final = "without a year: the next one to an assistant, the nearest past one to news"
_TOLD: Final = "counted from a date told before, which an expression alone does not have"
LEFT_OUT: Final = {
    **dict.fromkeys(("عيد الأضحى", "عيد الفطر", "رأس السنة الهجرية"), _NEXT_FEAST),
    **dict.fromkeys(("الثلاثاء الأولى من اكتوبر", "الثلاثا الاول من شهر تشرين الاول"), _NEXT_FEAST),
    **dict.fromkeys(("ثالث يوم ثلاثاء بايلول بعام 2014", "ثان اربعا في اكتوبر لعام 2014"), _COLLOQUIAL),
    "اليوم السابق": _TOLD,
    **dict.fromkeys(("بكرة", "بكرا", "اليوم الي بعد بكرة", "اليوم القبل البارحة", "اليوم الي قبل امبارح"), _COLLOQUIAL),
    **dict.fromkeys(("نص شهر ثلاث", "من اسبوع", "الاسبوع الجاي", "الشهر الماض", "اليوم الذي بعد الغد"), _COLLOQUIAL),
    **dict.fromkeys(("الاثنين", "هذا الاثنين", "الثلاثاء", "الجمعة", "الجمعه", "الخميس", "السبت", "الاحد"), _NEXT),
    **dict.fromkeys(("السبت السادس عشر", "الأحد السابع عشرة"), "a weekday with the day of the month alone"),
    "قرابة الثلاثاء القادم": "around a weekday: an assistant rounds, news does not say it",
    "قبل اسبوع": _NEXT_EXACT,
    "احد الاسبوع الماضي": "bare weekday before a week: spoken",
    "اثنين الاسبوع الحالي": "bare weekday before a week: spoken",
    "ثلاثاء الاسبوع الفائت": "bare weekday before a week: spoken",
    **dict.fromkeys(("اليوم الاول من شهر ثلاثة", "الاثنين الاخير من شهر ثلاثة", "اول ثلاثاء من شهر عشرة"), _NUMBERED),
    **dict.fromkeys(("اليوم الثالث من شهر عشرة", "ثالث يوم من شهر عشرة", "الاسبوع الاول من شهر عشرة 2014"), _NUMBERED),
    **dict.fromkeys(("اخر يوم بشهر عشرة سنة 2015", "اليوم الاخير من شهر عشرة سنة 2015"), _NUMBERED),
    **dict.fromkeys(("الاسبوع الاخير في الشهر التاسع سنة 2014", "من 27-29 من الشهر الثامن", "بداية شهر 3"), _NUMBERED),
    "اول اسبوع بشهر اكتوبر 2014": "the first full week; ours are the first seven days",
    "اخر اسبوع في سبتمبر لعام 2014": "the last full week; ours are the last seven days",
    **dict.fromkeys(("منتصف اذار", "في نصف شهر مارس"), "one day; news means a window around it"),
    "2/2013": "the first day of the month; news means the month",
    "ثالث ثلاثاء بعد كريسماس 2014": "counted from a feast under its English name",
    **dict.fromkeys(("بحدود الساعة الثالثة", "حوالي الساعة 3", "حتى الساعة 2:00"), _NO_CONTEXT),
    **dict.fromkeys(("الساعة 8 بعد المغرب", "الساعة 8 العشاء", "الساعة خمسة إلا ثلث قبل المغرب"), _PERSONAL),
    **dict.fromkeys(("هذه الليلة", "الليلة"), "from six in the evening; ours is the night, without hours"),
    **dict.fromkeys(("الخميس الساعة 8 بتوقيت GMT", "الخميس الساعة 8 بتوقيت gmt"), _NEXT),
    "الخميس من الساعة التاسعة وحتى الساعة الحادية عشرة صباحا": _NEXT,
    "خلال اسبوعين": "without a verb that looks ahead it is a length of time",
    "الاسابيع الثلاثة القادمة": "whole calendar weeks; ours are counted from the day of writing",
}


def judge(expression: str, value: str, on: str) -> bool | None:
    """Return whether an expression is read with its value; None for values that are not compared."""
    numbers = [tuple(map(int, re.findall(r"-?\d+", part))) for part in re.findall(r"\((\d[^()]*)\)", value)]
    found = dates.find(expression, on=on)
    if len(found) != 1 or not numbers:
        return False
    time = found[0]
    first = dt.datetime(*numbers[0][:6], tzinfo=dt.UTC)
    grain = next(
        (word for word in ("Second", "Minute", "Hour", "Day", "Week", "Month", "Year") if f" {word}" in value), ""
    )
    if time.because["code"] in {"nearest_past", "range", "nth_in", "part_of"} and not re.search(r"\d{4}", expression):
        years = first.year - (time.earliest or first).year  # a day without a year: news means the last one
        first = first.replace(year=first.year - years) if years == 1 else first
        numbers = [(part[0] - (years == 1), *part[1:]) for part in numbers]
    if value.startswith("datetimeInterval") and len(numbers) > 1:
        last = dt.datetime(*numbers[1][:6], tzinfo=dt.UTC) - dt.timedelta(seconds=1)
        clock = time.value.count("T") > 0
        return (time.earliest, time.latest) == (first.date(), last.date()) or (clock and time.earliest == first.date())
    if grain in {"Hour", "Minute", "Second"} and time.type == "time":
        at = time.value.partition("T")[2].split("Z")[0]
        wanted = [f"{first:%H}", f"{first:%H:%M}", f"{first:%H:%M:%S}"]
        return time.earliest == first.date() and at in wanted
    ends = {"Week": dt.timedelta(6)}.get(grain, dt.timedelta())
    if grain in {"Month", "Year"}:
        return time.earliest == first.date() and time.grain == grain.lower()
    return (time.earliest, time.latest) == (first.date(), first.date() + ends)


def main() -> int:
    """Judge every group and print what is wrong and what is left out."""
    parser = argparse.ArgumentParser(prog="python -m eval.duckling", description=__doc__)
    parser.add_argument("--data", type=Path, help="the folder of the data; else HUDNA_DATA")
    parser.add_argument("--left-out", action="store_true", help="print what is left out and why")
    path = data_folder((given := parser.parse_args()).data) / FILE
    if not path.exists():
        print(
            f"{path} is not there: set HUDNA_DATA or --data to the folder that holds the expressions", file=sys.stderr
        )
        return 1
    corpus: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    on = corpus["reference"][:10]
    groups = right = expressions = right_expressions = 0
    for group in corpus["groups"]:
        kept = [each for each in group["expressions"] if each not in LEFT_OUT]
        wrong = [each for each in kept if not judge(each, group["value"], on)]
        expressions += len(kept)
        right_expressions += len(kept) - len(wrong)
        groups += bool(kept)
        right += bool(kept) and not wrong
        for each in wrong:
            read = [(time.text, time.value, str(time.earliest), str(time.latest)) for time in dates.find(each, on=on)]
            print(f"wrong: {each}   wanted {group['value']}, read {read}")
    if given.left_out:
        for each, why in LEFT_OUT.items():
            print(f"left out: {each}   {why}")
    print(f"groups {right} of {groups}, expressions {right_expressions} of {expressions}; left out {len(LEFT_OUT)}")
    false = [each for each in corpus["negative"] if dates.find(each, on=on)]
    print(f"negative examples read as times: {len(false)} of {len(corpus['negative'])}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
