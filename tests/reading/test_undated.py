"""An article without a day is read again with the days it tells of itself."""

import datetime as dt

import pytest

from growth import growth
from hudna.desk import pipeline
from hudna.model import Article, Because, Published, PublishedBasis

ROUND = "بدأت في العاصمة الكازاخية أمس الثلاثاء الجولة الخامسة من محادثات أستانا حول سوريا."
UNDER_WAY = "وأشار الوزير إلى اجتماع أستانا 5 المنعقد حاليا في كازاخستان. ووصل الوفد أمس."


def read(text, published=None):
    article = Article("undated", text)
    return pipeline().read(article if published is None else Article("dated", text, published=published))


def test_times_rest_on_the_inferred_day():
    """Yesterday is the first day of the round, and says that its day of publication is inferred."""
    reading = read(ROUND)
    yesterday = reading.dates[0]

    assert (dt.date(2017, 7, 5), PublishedBasis.INFERRED) == (
        reading.article.published.day,
        reading.article.published.basis,
    )
    assert dt.date(2017, 7, 4) == yesterday.earliest
    assert "published_inferred" == dict(yesterday.because.args)["of"]


def test_times_over_several_days_become_windows():
    """An article of one of three days has met its yesterday on one of three days."""
    reading = read(UNDER_WAY)
    yesterday = next(date for date in reading.dates if reading.article.words(date.span) == "أمس")

    assert (4, 6) == (reading.article.published.earliest.day, reading.article.published.latest.day)
    assert (3, 5, "XXXX-XX-XX") == (yesterday.earliest.day, yesterday.latest.day, yesterday.value)
    assert "over_publication" == yesterday.because.code


def test_clues_that_contradict_each_other_are_told():
    """Two days of writing are a problem at each of the words, and no day."""
    reading = read("وصل الوفد اليوم 4 يوليو 2017 إلى جنيف. وقال الوزير اليوم 9 مارس 2018 إن المحادثات فشلت.")

    assert reading.article.published.day is None
    assert 2 <= [problem.code for problem in reading.problems].count("published_unclear")


def test_a_day_that_is_known_stays():
    """What an article tells of its day changes nothing where the day is given."""
    day = dt.date(2018, 3, 7)
    published = Published(day, day, PublishedBasis.GIVEN, Because("day_given"))

    assert published == read(ROUND, published).article.published


def test_nothing_to_infer_from_leaves_the_day_unknown():
    """Without a clue the day stays unknown."""
    assert PublishedBasis.UNKNOWN is read("التقى الوزير نظيره أمس.").article.published.basis


@pytest.mark.slow
def test_the_time_of_dating_grows_with_the_length():
    """Eight times the clues take no more than about eight times as long."""
    clues = f"{ROUND} {UNDER_WAY} وقتل عشرات عام 2016 واعتمد مجلس الأمن أمس القرار 2254. "

    assert growth(read, clues * 10, clues * 80) < 14


def test_a_sentence_without_end_is_read_in_time():
    """Clues in one sentence are looked for near by only."""
    clues = "بدأت أمس الثلاثاء الجولة الخامسة من محادثات أستانا و"

    assert growth(read, clues * 10, clues * 80) < 14
