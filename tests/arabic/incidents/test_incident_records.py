"""Incidents in whole articles: what must not break, invent or slow down."""

import time

import pytest

from hudna.arabic.incidents.words import codes
from hudna.desk import pipeline
from hudna.model import Article, IncidentKind, Reading


def read(text: str, title: str | None = None) -> Reading:
    return pipeline().read(Article("a", text, title=title))


def test_every_kind_has_its_codes() -> None:
    """Every kind of incident stands in the table of codebooks."""
    assert set(IncidentKind) == set(codes())


def test_a_list_of_a_hundred_casualties_gives_no_hundred_incidents() -> None:
    """A list of names and ages breaks nothing and invents no deed."""
    names = "\n".join(f"{number}. محمد أحمد علي، {20 + number % 40} عاما" for number in range(1, 101))
    reading = read("قائمة بأسماء الضحايا:\n" + names)
    assert () == reading.incidents
    assert not [problem for problem in reading.problems if problem.code == "stage_failed"]


def test_a_table_of_incidents_breaks_nothing() -> None:
    """Rows of a table are read without a failure."""
    rows = "\n".join(f"{day}/4/2018 | حلب | قصف | {day} قتلى | {day + 2} جرحى" for day in range(1, 29))
    reading = read("التاريخ | المكان | النوع | القتلى | الجرحى\n" + rows)
    assert not [problem for problem in reading.problems if problem.code == "stage_failed"]


def test_pure_threats_give_no_incident() -> None:
    """An article that only threatens tells nothing done."""
    text = (
        "هدد الوزير بتوجيه ضربة عسكرية إلى المواقع. وقال إن بلاده ستقصف القواعد إذا لم تنسحب القوات.\n"
        "وتوعد المتحدث بشن هجمات جديدة. وأضاف أن الجيش سيهاجم المدينة قريبا.\n"
        "ولوح القائد باستهداف السفن في المضيق. وحذر من هجوم واسع."
    )
    assert () == read(text).incidents


def test_one_deed_told_three_times_is_one_record() -> None:
    """Headline, lead and body of one strike make one incident with several pieces of evidence."""
    reading = read(
        "قصفت قوات النظام السوري مدينة دوما السبت.\nوقتل 12 مدنيا في قصف قوات النظام السوري على دوما.",
        "قوات النظام السوري تقصف دوما",
    )
    assert 1 == len(reading.incidents)
    assert 1 < len(reading.incidents[0].evidence)


@pytest.mark.parametrize(
    ("title", "text", "actor", "target"),
    [
        ("تركيا تقصف عفرين", "قصفت الطائرات التركية الجمعة مواقع للوحدات الكردية في عفرين.", "الطائرات التركية", "مواقع للوحدات الكردية"),
        ("إسرائيل تقصف غزة", "قصف الجيش الإسرائيلي الجمعة موقعا لحماس في غزة.", "الجيش الإسرائيلي", "موقعا لحماس"),
    ],
)  # fmt: skip
def test_a_headline_names_the_state_for_its_forces(title: str, text: str, actor: str, target: str) -> None:
    """A state in the headline and its army or planes in the body are one doer, told by what says more."""
    [incident] = read(text, title).incidents
    assert incident.actor is not None
    assert incident.target is not None
    assert (actor, target) == (incident.actor.label, incident.target.label)


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("سوريا تقصف إدلب", "قصف الجيش السوري الحر الجمعة مواقع للنظام في إدلب."),
        ("تركيا تقصف عفرين", "قصفت القوات الروسية الجمعة مواقع في عفرين."),
    ],
)
def test_forces_of_others_are_not_the_state_of_the_headline(title: str, text: str) -> None:
    """An armed group with a country in its name, and the forces of another state, are doers of their own."""
    assert 2 == len(read(text, title).incidents)


@pytest.mark.slow
def test_reading_is_linear() -> None:
    """Four times the text takes less than ten times as long."""
    text = "قصفت قوات النظام السوري مدينة دوما السبت، ما أسفر عن مقتل 12 مدنيا وإصابة 30 آخرين.\n"
    read(text)

    def seconds(times: int) -> float:
        begun = time.process_time()
        read(text * times)
        return time.process_time() - begun

    assert seconds(400) < 10 * max(seconds(100), 0.05)
