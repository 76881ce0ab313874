"""What an article tells is set beside the processes that are known."""

import datetime as dt

import pytest

from factories import make_article
from hudna.desk import pipeline
from hudna.model import (
    Because,
    Contact,
    ContactKind,
    ContactStatus,
    Document,
    Match,
    Measure,
    MeasureKind,
    MeasureStatus,
    Name,
    NameKind,
    Participant,
    Place,
    Position,
    Published,
    PublishedBasis,
    Span,
    When,
)
from hudna.processes import join_processes
from hudna.text import segment

SPAN = Span(0, 4)


def published(day):
    known = dt.date.fromisoformat(day)
    return Published(known, known, PublishedBasis.GIVEN, Because("day_given"))


def contact(day=None, **values):
    when = When(*2 * (dt.date.fromisoformat(day),), SPAN, Because("as_written")) if day else None
    given = {"kind": ContactKind.SESSION, "status": ContactStatus.HELD, "participants": ()} | values
    return Contact(id="c1", when=when, sure=False, rule="rule", evidence=(SPAN,), **given)


def joined(*contacts, measures=(), names=(), day="2021-12-22", text="هدنة في حلب"):
    laid = segment(make_article(text))
    document = Document(
        laid.article,
        laid.folded,
        tokens=laid.tokens,
        sentences=laid.sentences,
        published=published(day),
        names=tuple(Match("body", 0, 1, SPAN, Name(SPAN, NameKind.BODY, "x", entity), "table") for entity in names),
        contacts=tuple(Match("contact", 0, 1, SPAN, each, "rule") for each in contacts),
        measures=tuple(Match("measure", 0, 1, SPAN, each, "rule") for each in measures),
    )
    return join_processes(document)


def party(entity):
    return Participant(SPAN, "x", entity)


def place(entity):
    return Place(SPAN, "x", entity)


def rounds(document):
    return [(match.value.process, match.value.round) for match in document.contacts]


def problems(document):
    return [problem.detail for problem in document.problems if problem.code == "round_mismatch"]


@pytest.mark.parametrize(
    ("told", "named"),
    [
        (contact("2017-07-04", process="astana"), ("astana", "5")),
        (contact("2017-07-04", place=place("place:kz-astana"), participants=(party("state:ru"),)), ("astana", "5")),
        (contact("2018-12-10", place=place("place:se-rimbo"), participants=(party("body:houthis"),)), ("yemen", None)),
        (contact("2017-07-04", place=place("place:kz-astana"), participants=(party("state:fr"),)), (None, None)),
        (contact("2017-07-04", participants=(party("state:ru"),)), (None, None)),
        (contact("2017-07-06", process="astana"), ("astana", None)),
        (contact("2017-07-04", process="astana", place=place("place:ru-sochi")), ("astana", None)),
        (contact("2017-07-04", process="astana", kind=ContactKind.CALL), ("astana", None)),
        (contact("2017-07-04", process="astana", round="7"), ("astana", "7")),
        (contact(process="astana"), ("astana", None)),
    ],
)
def test_a_round_is_named_by_its_days_and_place(told, named):
    """Talks on the days of a round are that round where the place, or the series, and who takes part are its own."""
    assert [named] == rounds(joined(told))


@pytest.mark.parametrize(
    ("contacts", "told"),
    [
        ((contact("2021-12-22", process="astana", round="7"), contact(process="astana", round="17")), ["astana 7: 17"]),
        ((contact("2017-10-31", process="astana", round="7"), contact(process="astana", round="17")), []),
        ((contact("2021-12-22", process="astana", round="7"),), []),
        ((contact(process="astana", round="7"), contact(process="astana", round="17")), []),
        ((contact("2021-12-22", process="astana", round="7"), contact(process="astana", round="8")), []),
        ((contact(process="paris", round="7"), contact(process="paris", round="17")), ["paris 7: 17"]),
        ((contact(process="paris", round="7"), contact(process="paris", round="8")), []),
    ],
)
def test_a_round_on_the_days_of_another_is_a_problem(contacts, told):
    """A seventh round told on the days of the seventeenth, which the article names too, is told; both stay."""
    document = joined(*contacts)

    assert told == problems(document)
    assert [each.round for each in contacts] == [number for _, number in rounds(document)]


@pytest.mark.parametrize(
    ("words", "kind", "names", "linked"),
    [
        ("تنفيذ إتفاقية ستوكهولم", "agreement", ("body:houthis",), ("yemen", "stockholm-2018", "إتفاقية ستوكهولم")),
        (
            "تعديل للاتفاق النووي",
            "agreement",
            ("nationality:ir-adj",),
            ("iran-nuclear", "jcpoa-2015", "الاتفاق النووي"),
        ),
        ("اتفاق سوتشي", "agreement", ("nationality:sy-adj",), ("astana", "sochi-memorandum-2019", "اتفاق سوتشي")),
        ("اتفاقية ستوكهولم", "agreement", ("state:se",), None),
        ("اتفاق الدوحة", "agreement", (), None),
        ("اتفاق الدوحة", "agreement", ("body:hezbollah",), ("lebanon", "doha-2008", "اتفاق الدوحة")),
        ("اتفاق الدوحة", "agreement", ("state:lb", "state:sd"), None),
        ("اتفاق الجارين", "agreement", ("state:lb",), None),
        ("القرار رقم 2254", "resolution", (), ("astana", "un-security-council-2254", "القرار رقم 2254")),
        ("القرار 9999", "resolution", (), None),
        ("القراران 2254 و2401", "resolution", (), None),
    ],
)
def test_measures_are_linked_by_their_names(words, kind, names, linked):
    """The article has to name whom the process is about, or who acts in it, and of one process alone."""
    span = Span(0, len(words))
    measure = Measure(
        id="m1",
        kind=MeasureKind(kind),
        statuses=(Position(status=MeasureStatus.IN_EFFECT, evidence=(span,)),),
        sure=False,
        rule="rule",
        evidence=(span,),
    )
    [match] = joined(measures=[measure], names=names, text=words).measures

    assert (linked or (None, None, None)) == (match.value.process, match.value.agreement, match.value.name)


def test_the_reader_of_the_program_joins_processes():
    """The stage is the last of the pipeline."""
    assert "processes" == pipeline().pack.stages[-1].name
