"""How pledges refer to one another."""

import datetime as dt

from hudna.arabic.contacts import find_contacts
from hudna.arabic.dates import find_dates
from hudna.arabic.names.recognise import find_names
from hudna.arabic.pledges import find_pledges
from hudna.arabic.speech.stage import find_statements
from hudna.model import Article, Because, Document, PledgeKind, Published, PublishedBasis
from hudna.text import segment

DAY = dt.date(2018, 3, 7)


def read(text: str) -> Document:
    document = segment(Article("case", text, published=Published(DAY, DAY, PublishedBasis.GIVEN, Because("given"))))
    for run in (find_dates, find_names, find_statements, find_contacts, find_pledges):
        document = run(document)
    return document


def test_a_round_set_after_a_summit_names_the_summit_by_its_id():
    document = read(
        "تعقد القمة الثلاثية بين بوتين وروحاني وأردوغان في أنقرة في الرابع من أبريل المقبل.\n"
        "والجولة التاسعة من محادثات أستانا ستعقد بعد القمة الثلاثية."
    )

    summit, session = (match.value for match in document.pledges)
    assert (summit.kind, summit.due.earliest) == (PledgeKind.SCHEDULE, dt.date(2018, 4, 4))
    assert session.order.after == summit.id


def test_a_schedule_is_no_promise_beside_itself():
    document = read("وقال لافروف: «اتفقنا على عقد اجتماع بين بوتين وأردوغان في موسكو الأسبوع المقبل».")

    assert [match.value.kind for match in document.pledges] == [PledgeKind.SCHEDULE]
