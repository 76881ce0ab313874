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
