"""What holds for every contact: its evidence is words, its tellings are one record, it costs nothing where none is told."""

import datetime as dt

import pytest

from hudna.arabic.contacts import find_contacts
from hudna.arabic.contacts.words import nouns, verbs
from hudna.arabic.dates import find_dates
from hudna.arabic.names.recognise import find_names
from hudna.arabic.speech.stage import find_statements
from hudna.model import Article, Because, ContactStatus, Document, Published, PublishedBasis
from hudna.text import segment

DAY = dt.date(2018, 3, 7)
LONGEST = 40


def read(text: str, title: str | None = None) -> Document:
    published = Published(DAY, DAY, PublishedBasis.GIVEN, Because("given"))
    document = segment(Article("case", text, title, published=published))
    for run in (find_dates, find_names, find_statements, find_contacts):
        document = run(document)
    return document


def test_headline_lead_and_body_tell_one_meeting():
    document = read(
        "التقى وزير الخارجية الروسي سيرغي لافروف نظيره التركي مولود جاويش أوغلو أمس في موسكو.\n"
        "وبحث الجانبان خلال اللقاء الوضع في إدلب.\n"
        "وقال لافروف عقب اللقاء إن الهدنة صامدة.",
        title="لافروف يلتقي جاويش أوغلو",
    )

    (contact,) = (match.value for match in document.contacts)
    assert {who.label for who in contact.participants} == {"سيرغي لافروف", "مولود جاويش أوغلو"}
    assert len(contact.evidence) >= 3


def test_headline_in_the_present_tells_the_visit_that_the_body_tells_as_planned():
    document = read("يصل وزير الخارجية الروسي سيرغي لافروف الخميس إلى القاهرة.", title="لافروف يزور مصر")

    (contact,) = (match.value for match in document.contacts)
    assert contact.status is ContactStatus.PLANNED


@pytest.mark.parametrize("link", [" حيث التقى", ". والتقى"])
def test_who_arrives_and_meets_two_meets_each_of_them(link: str):
    """The two named behind the verb do not meet each other."""
    document = read(f"وصل سيرغي لافروف إلى بيروت{link} ميشال عون ونبيه بري.")

    visit, *meetings = (match.value for match in document.contacts)
    assert "سيرغي لافروف" in {who.label for who in visit.participants}
    assert [{"سيرغي لافروف", "ميشال عون"}, {"سيرغي لافروف", "نبيه بري"}] == [
        {who.label for who in meeting.participants} for meeting in meetings
    ]


def test_two_days_are_two_meetings():
    document = read(
        "التقى لافروف جاويش أوغلو الاثنين في موسكو.\nوالتقى سيرغي لافروف مولود جاويش أوغلو مجددا الثلاثاء في أنقرة."
        "\nوقال وزير الخارجية الروسي سيرغي لافروف ونظيره التركي مولود جاويش أوغلو إن الهدنة صامدة."
    )

    assert [match.value.when.earliest.day for match in document.contacts] == [5, 6]


def test_evidence_is_words_not_paragraphs():
    filler = " ".join(["المخضرم"] * 60)
    document = read(f"التقى الرئيس الروسي فلاديمير بوتين في موسكو نظيره التركي رجب طيب أردوغان {filler}.")

    for match in document.contacts:
        for span in match.value.evidence:
            assert len(document.article.words(span).split()) <= LONGEST


def test_a_meeting_told_by_a_speaker_is_his():
    document = read("وقال المتحدث دميتري بيسكوف إن فلاديمير بوتين التقى رجب طيب أردوغان في سوتشي.")

    (contact,) = (match.value for match in document.contacts)
    assert contact.attributed_to == document.statements[0].value.id


def test_denial_is_no_held_meeting():
    document = read("لم يلتق وزير الخارجية السوري وليد المعلم نظيره الفرنسي جان إيف لودريان.")

    assert [match.value.status for match in document.contacts] == [ContactStatus.NOT_HELD]


def test_text_without_words_of_contact_stays_as_it_is():
    document = read("هطلت أمطار غزيرة على دمشق.")

    assert document.contacts == ()


@pytest.mark.parametrize("table", [verbs, nouns])
def test_forms_are_single_folded_words(table):
    assert all(form and " " not in form for form in table())


def parties(document: Document) -> list[list[str]]:
    return [[who.label for who in match.value.participants] for match in document.contacts]


def test_calls_with_several_are_one_each():
    """A plural with several counterparts tells of a contact with each."""
    document = read(
        "وأجرت تيريزا ماي اتصالات هاتفية مع الرئيس الفرنسي إيمانويل ماكرون والمستشارة الألمانية أنغيلا ميركل."
    )

    assert parties(document) == [["تيريزا ماي", "إيمانويل ماكرون"], ["تيريزا ماي", "أنغيلا ميركل"]]


def test_states_visited_are_one_visit_each():
    """One verb with two states tells of two visits."""
    document = read("وسيزور سيرغي لافروف مصر والأردن الأسبوع المقبل.")

    assert parties(document) == [["سيرغي لافروف", "مصر"], ["سيرغي لافروف", "الأردن"]]


def test_the_day_of_the_report_is_that_of_what_it_opens_with():
    """A contact of the lead without a day took place on the day the lead tells, older ones did not."""
    document = read(
        "أعلن سيرغي لافروف الثلاثاء في موسكو تمديد الهدنة.\nوعقد سيرغي لافروف لقاء مع مولود جاويش أوغلو.\n"
        "وكان سيرغي لافروف قد التقى جون كيري.",
    )

    days = [match.value.when and match.value.when.earliest for match in document.contacts]
    assert days == [dt.date(2018, 3, 6), None]


def test_a_text_that_breaks_off_anywhere_is_read():
    """A lead cut short by a feed ends behind any word."""
    text = (
        "وبعد زيارته التي يقوم بها إلى موسكو، قال الوزير في رسالة بعث بها إلى مجلس الأمن قبل لقائه "
        "الرئيس فلاديمير بوتين إن لقاء قمة بين بوتين ونظيريه التركي والإيراني سيعقد"
    )

    words = text.split()
    for number in range(1, len(words) + 1):
        read(" ".join(words[:number]))
        read(" ".join(words[-number:]))
