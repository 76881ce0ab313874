"""The interface's words: complete in every language, right in their forms."""

import datetime as dt
import re
import string
from pathlib import Path

import pytest

import hudna
from hudna.export.words import Language, load_words
from hudna.model import Because, ContactKind, ContactStatus, Outcome
from hudna.model.records import Act, PledgeKind

AR, EN = load_words(Language.AR), load_words(Language.EN)


def _keys(catalogue, path=()):
    for key, value in catalogue.items():
        if isinstance(value, dict) and path[:1] != ("count",):
            yield from _keys(value, (*path, key))
        else:
            yield (*path, key)


def room_of(name):
    return sorted((Path(hudna.__file__).parent / name).rglob("*.py"))


def _slots(pattern):
    return {name for _, name, _, _ in string.Formatter().parse(pattern) if name}


def test_languages_have_the_same_keys():
    """Nothing is said in one language only."""
    assert sorted(_keys(EN.catalogue)) == sorted(_keys(AR.catalogue))


@pytest.mark.parametrize("section", ["page", "when", "because"])
def test_translations_use_the_same_arguments(section):
    """A sentence names the same things in every language."""
    english = {key: _slots(text) for key, text in EN.catalogue[section].items() if isinstance(text, str)}
    arabic = {key: _slots(text) for key, text in AR.catalogue[section].items() if isinstance(text, str)}

    assert english == arabic


@pytest.mark.parametrize(
    ("section", "values"),
    [("kind", ContactKind), ("kind", PledgeKind), ("status", ContactStatus), ("outcome", Outcome), ("act", Act)],
)
def test_every_value_of_a_closed_list_has_words(section, values):
    """A value of the format can be said in every language."""
    assert {value.value for value in values} <= AR.catalogue[section].keys()


@pytest.mark.parametrize(
    ("n", "words"),
    [
        (0, "بلا مصدر مستقل"),
        (1, "مصدر مستقل واحد"),
        (2, "مصدران مستقلان"),
        (3, "3 مصادر مستقلة"),
        (11, "11 مصدرا مستقلا"),
        (100, "100 مصدر مستقل"),
        (102, "102 مصدر مستقل"),
        (103, "103 مصادر مستقلة"),
    ],
)
def test_arabic_numbers_ask_for_their_noun(n, words):
    """Counted nouns stand in the form the number demands."""
    assert words == AR.count("origin", n)


@pytest.mark.parametrize(
    ("status", "kind", "words"), [("held", "call", "تمّ"), ("held", "visit", "تمّت"), ("not_held", "session", "لم تتمّ")]
)
def test_arabic_status_agrees_with_its_kind(status, kind, words):
    """A visit is feminine, a call is masculine."""
    assert words == AR.status(status, kind)


@pytest.mark.parametrize(
    ("earliest", "latest", "words"),
    [
        ("2017-07-04", "2017-07-04", "4 July 2017"),
        ("2022-02-01", "2022-03-31", "February to March 2022"),
        ("2022-02-01", "2022-02-28", "February 2022"),
        ("2022-01-01", "2022-12-31", "2022"),
        ("2022-01-30", "2022-02-02", "30 January 2022 to 2 February 2022"),
        ("2022-01-30", None, "from 30 January 2022"),
        (None, "2022-01-30", "until 30 January 2022"),
        (None, None, "day unknown"),
    ],
)
def test_days_are_no_more_precise_than_they_are(earliest, latest, words):
    """A month is said as a month, an open end as open."""
    days = [dt.date.fromisoformat(day) if day else None for day in (earliest, latest)]

    assert words == EN.days(*days)


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        (
            Because("weekday_before_publication", (("published", "2017-07-05"), ("weekday", "2"))),
            "آخر يوم الثلاثاء قبل النشر في 5 تموز/يوليو 2017",
        ),
        (
            Because("offset_from_publication", (("offset", "-1"), ("reference", "2017-07-05"), ("unit", "day"))),
            "عشية النشر في 5 تموز/يوليو 2017",
        ),
        (
            Because("since", (("of", "nearest_past"), ("published", "2017-07-05"))),
            "مفتوح النهاية، أقرب يوم كهذا قبل النشر في 5 تموز/يوليو 2017",
        ),
    ],
)
def test_reasons_are_told_with_their_arguments(reason, words):
    """A reason names the days and weekdays it is about, and what it builds on."""
    assert words == AR.because(reason)


def test_every_reason_of_the_calendar_has_words():
    """No code that the source names as a reason is left without words."""
    source = "".join(
        path.read_text(encoding="utf-8") for room in ("calendar", "arabic", "model", "intake") for path in room_of(room)
    )
    codes = set(re.findall(r"""\b(?:[bB]ecause|because_of)\(\s*"([a-z_]+)\"""", source))
    assert {"no_day_given", "published_unknown", "weekday_before_publication"} <= codes

    assert set() == codes - AR.catalogue["because"].keys()


def test_a_reason_without_words_is_told_as_its_code():
    """A code that a newer reader brings is shown, not hidden."""
    assert "some new code (value: x)" == EN.because(Because("some_new_code", (("value", "x"),)))
