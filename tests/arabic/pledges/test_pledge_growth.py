"""Contacts and pledges take time that grows with the text, whatever it is full of, and the words of records are words."""

import pytest

from growth import growth
from hudna.arabic.clitics.stage import split_clitics
from hudna.arabic.contacts import find_contacts
from hudna.arabic.dates import find_dates
from hudna.arabic.names.recognise import find_names
from hudna.arabic.pledges import find_pledges
from hudna.arabic.speech.stage import find_statements
from hudna.model import Article, Document
from hudna.text import segment

PIECES = {
    "threats": "وقال نتنياهو إن بلاده ستضرب الموقع رقم {n} إذا تكرر الهجوم. ",
    "plans": "ومن المقرر أن يلتقي بوتين وأردوغان في أنقرة غدا. ",
    "visits": "وجاء ذلك خلال زيارة لافروف إلى بغداد قبل توجهه إلى طهران. ",
    "agreements": "التقى لافروف ظريف. واتفق الوزيران على تنسيق الجهود رقم {n}. ",
    "one sentence of promises": "وقال لافروف إن موسكو ستدعم القرار رقم {n} وإنها ستواصل الحوار، ",
}
TOKENS = 6_000


def prepared(text: str) -> Document:
    document = segment(Article("1", text))
    for run in (find_dates, find_names, split_clitics, find_statements):
        document = run(document)
    return document


def records(document: Document) -> Document:
    document.shared.clear()
    return find_pledges(find_contacts(document))


@pytest.mark.slow
@pytest.mark.parametrize("name", PIECES)
def test_time_grows_with_the_text(name: str) -> None:
    """A text four times as long takes about four times as long; quadratic time would take sixteen."""
    piece = PIECES[name]
    count = TOKENS // len(piece.split())
    small, large = (prepared("".join(piece.format(n=n) for n in range(size))) for size in (count // 4, count))

    assert growth(records, small, large, tries=1) < 10


def test_what_is_pledged_stands_in_the_text():
    text = "".join(piece.format(n=1) for piece in PIECES.values())
    document = records(prepared(text))

    assert document.pledges
    assert all(
        document.article.words(match.value.what) == text[match.value.what.start : match.value.what.end]
        for match in document.pledges
    )
