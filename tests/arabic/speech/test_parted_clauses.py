"""What is said on both sides of the source that parts a verb from its preposition."""

import pytest

from hudna.desk import read_article
from hudna.model import Article


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وأدت الغارات وفق المصادر إلى تدمير آليات.", ["أدت الغارات", "إلى تدمير آليات"]),
        (
            "وقوبل الفريق خلال زيارته - بحسب بعض المصادر - باحتجاجات كبيرة على الغارات.",
            ["قوبل الفريق خلال زيارته", "باحتجاجات كبيرة على الغارات"],
        ),
        ("وقتل ثلاثة جنود بحسب مصادر في الجيش.", ["قتل ثلاثة جنود"]),
    ],
)
def test_a_source_may_part_what_it_says(text: str, expected: list[str]) -> None:
    """The strikes led, by the sources, to damage: both parts are theirs."""
    reading = read_article(Article("a", text))

    assert expected == [reading.article.words(span) for each in reading.statements for span in each.content]


def test_a_paper_passes_on_what_is_told_in_its_report() -> None:
    """The daily said that X, the deputy head of Y, informed the members: X speaks, the daily passes it on."""
    text = "وقالت صحيفة القدس إن أولي ديهل، نائب مدير الجهاز، أبلغ النواب أن التقييم مؤكد."
    outer, inner = read_article(Article("a", text)).statements

    assert ["أولي ديهل"] == [who.label for who in inner.speakers]
    assert inner.addressee is not None
    assert "النواب" == inner.addressee.label
    assert [who.label for who in outer.speakers] == [who.label for who in inner.via]
