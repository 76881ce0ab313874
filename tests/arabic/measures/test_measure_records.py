"""What holds for every measure: tellings of one thing are one record, days stay apart, nothing is said by default."""

import datetime as dt

import pytest

from hudna.arabic.contacts import find_contacts
from hudna.arabic.dates import find_dates
from hudna.arabic.measures import find_measures
from hudna.arabic.measures.words import nouns
from hudna.arabic.names.recognise import find_names
from hudna.arabic.speech.stage import find_statements
from hudna.model import Article, Because, Document, MeasureKind, MeasureStatus, Published, PublishedBasis
from hudna.text import segment

DAY = dt.date(2018, 3, 7)
LONGEST = 40


def read(text: str, title: str | None = None) -> Document:
    published = Published(DAY, DAY, PublishedBasis.GIVEN, Because("given"))
    document = segment(Article("case", text, title, published=published))
    for run in (find_dates, find_names, find_statements, find_contacts, find_measures):
        document = run(document)
    return document


def test_headline_lead_and_body_tell_one_truce():
    document = read(
        "أعلنت روسيا الثلاثاء هدنة في الغوطة الشرقية.\nواتهمت دمشق الفصائل بخرق الهدنة.\nورحبت إيران بالهدنة.",
        title="روسيا تعلن هدنة في الغوطة الشرقية",
    )

    (measure,) = (match.value for match in document.measures)
    statuses = [each.status for each in measure.statuses]
    assert statuses == [MeasureStatus.DECLARED, MeasureStatus.BROKEN, MeasureStatus.ACCEPTED]
    assert len(measure.evidence) > 3


def test_one_side_s_word_and_the_other_s_stand_beside_each_other():
    document = read("أعلنت موسكو التوصل إلى اتفاق مع جيش الإسلام. ورفض جيش الإسلام الاتفاق.")

    (measure,) = (match.value for match in document.measures)
    told = {each.status: [party.label for party in each.by] for each in measure.statuses}
    assert told == {MeasureStatus.AGREED: ["موسكو", "جيش الإسلام"], MeasureStatus.REJECTED: ["جيش الإسلام"]}


def test_truces_of_different_days_are_different_measures():
    document = read("أعلنت هدنة في طرابلس الجمعة الماضي. وأعلنت هدنة في طرابلس الثلاثاء.")

    days = [match.value.statuses[0].when for match in document.measures]
    assert [when.earliest for when in days if when] == [dt.date(2018, 3, 2), dt.date(2018, 3, 6)]


def test_a_breach_is_somebody_s_word():
    document = read("قال لافروف إن الفصائل انتهكت وقف إطلاق النار.")

    (measure,) = (match.value for match in document.measures)
    (position,) = measure.statuses
    assert position.status is MeasureStatus.BROKEN
    assert [party.label for party in position.by] == ["سيرغي لافروف"]
    assert [party.label for party in position.of] == ["الفصائل"]
    assert position.attributed_to == document.statements[0].value.id


def test_a_resolution_and_the_truce_it_orders_are_two():
    document = read("تبنى مجلس الأمن السبت قرار مجلس الأمن بهدنة لثلاثين يوما.")

    assert [match.value.kind for match in document.measures] == [MeasureKind.RESOLUTION, MeasureKind.CEASEFIRE]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "هدنة",
        "هدنة هدنة هدنة هدنة",
        "وقف إطلاق",
        "اتفاق على اتفاق على اتفاق على اتفاق",
        "«هدنة",
        "رفض قبول رفض اتفاق",
        "القرار 2401 2401 2401",
        "أن أن أن هدنة بين بين بين و و و",
    ],
)
def test_broken_text_raises_nothing(text):
    assert read(text, title=text) is not None


def test_evidence_is_words_of_the_text_and_no_paragraph():
    text = " ".join(f"ودعت روسيا إلى {word} في إدلب." for word in sorted(nouns())[:400])
    document = read(text)

    for match in document.measures:
        for span in match.value.evidence:
            assert 0 <= span.start < span.end <= len(text)
            assert len(document.article.words(span).split()) <= LONGEST


def test_text_without_measures_stays_as_it_is():
    document = read("زار الوزير المدرسة صباحا ثم عاد إلى مكتبه.")

    assert document.measures == ()


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("فرضت الولايات المتحدة عقوبات على إيران.", True),
        ("فرض مجلس الأمن الدولي عقوبات على إيران.", False),
    ],
)
def test_what_a_council_imposes_is_not_sure(text: str, sure: bool):
    """It is its resolution as well."""
    (measure,) = (match.value for match in read(text).measures)

    assert sure == measure.sure
