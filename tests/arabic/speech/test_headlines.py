"""What headlines say: who stands before the colon, to whom and about what, and behind two points somebody else."""

import pytest

from hudna.desk import read_article
from hudna.model import Article, Field

TEXT = "قال مراسلنا إن الطريق مفتوح."


def said(title: str) -> list[tuple[str, str]]:
    """Return the first speaker and the words of every statement of a headline."""
    article = Article("a", TEXT, title=title)
    found = read_article(article).statements
    return [
        (each.speakers[0].label, article.words(each.content[0]))
        for each in found
        if each.content[0].field is Field.TITLE
    ]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("لافروف للصحفيين: الهدنة صامدة", [("سيرغي لافروف", "الهدنة صامدة")]),
        ("لافروف عن اتفاق الهدنة: لن ينهار أبدا", [("سيرغي لافروف", "لن ينهار أبدا")]),
        ("لافروف لـ«المدى»: الهدنة صامدة", [("سيرغي لافروف", "الهدنة صامدة")]),
        ("روسيا: من المبكر الحديث عن سلام", [("روسيا", "من المبكر الحديث عن سلام")]),
        (
            "لافروف: الهدنة صامدة.. والمعارضة: بل انهارت",
            [("سيرغي لافروف", "الهدنة صامدة"), ("المعارضة", "بل انهارت")],
        ),
        (
            "موسكو تتمسك ببقاء القوات.. ولافروف: الهدنة صامدة",
            [("موسكو", "بقاء القوات"), ("سيرغي لافروف", "الهدنة صامدة")],
        ),
        ("لافروف ينفي القصف.. ويدعو إلى محادثات", [("سيرغي لافروف", "القصف"), ("سيرغي لافروف", "محادثات")]),
        ("روسيا: قتلى في حريق كبير", []),
        ("روسيا: ستدرس الرد", [("روسيا", "ستدرس الرد")]),
        ("لافروف وكيري.. صور من اللقاء الأول", []),
        ("لافروف: الرجل الذي يفاوض الجميع", []),
        ("موسكو تنفي القصف ولافروف يشيد بالهدنة", [("موسكو", "القصف"), ("سيرغي لافروف", "الهدنة")]),
        ("موسكو تنفي قصف القرية وحرق المزارع", [("موسكو", "قصف القرية وحرق المزارع")]),
        ("محادثات أستانا عن الهدنة: ثلاثة أيام", []),
    ],
)
def test_a_headline_speaks_for_whom_it_names(title: str, expected: list[tuple[str, str]]) -> None:
    """Each part of a headline is its own speaker's; a place before a colon is where something happened."""
    assert expected == said(title)


def test_whom_a_headline_is_said_to_hears_it() -> None:
    """The hearer of a headline's words stands before the colon."""
    statement = read_article(Article("a", TEXT, title="ترامب لروسيا: استعدي للصواريخ الذكية")).statements[0]

    assert statement.addressee is not None
    assert "روسيا" == statement.addressee.label
