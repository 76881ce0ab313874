"""Who gives one article no answer, and speaks in another."""

import pytest

from factories import Writer
from hudna.model import Act, Reading
from hudna.record import compare

ARMY = "body:israel-army"


def _says(source: str, speaker: str, words: str, act: Act, entity: str | None) -> Reading:
    verb = "رفض" if act is Act.REJECT else "وقال"
    write = Writer(f"{verb} {speaker} {words}.", source=source, day="2018-04-06")
    return write.reading(statements=(write.statement(verb, write.party(speaker, entity), words, act=act),))


@pytest.mark.parametrize(
    ("speaker", "entity", "words", "other", "expected"),
    [
        ("الجيش الإسرائيلي", ARMY, "التعليق على الحادث", "الجيش الإسرائيلي", 1),
        ("متحدث عسكري إسرائيلي", None, "تأكيد وقوع الغارة", "الجيش الإسرائيلي", 1),
        ("الجيش الإسرائيلي", ARMY, "الانسحاب من البلدة", "الجيش الإسرائيلي", 0),
        ("الجيش الإسرائيلي", ARMY, "التعليق على الحادث", "مدير المستشفى", 0),
    ],
)
def test_who_refuses_one_article_an_answer_and_speaks_in_another(
    speaker: str, entity: str | None, words: str, other: str, expected: int
) -> None:
    """Not who refuses something else, nor where somebody else speaks."""
    found = compare(
        [
            _says("أ", speaker, words, Act.REJECT, entity),
            _says("ب", other, "إن طائراته أغارت على موقع في إسرائيل", Act.DESCRIBE, ARMY if other[0] == "ا" else None),
        ]
    ).differences

    answers = [each for each in found if each.field == f"answer:{ARMY}"]
    assert expected == len(answers)
    assert all(len(each.values) == 2 for each in answers)


def test_two_who_are_called_alike_are_not_one_who_answers() -> None:
    """The director of one article may be another than that of the other."""
    readings = [
        _says("أ", "المدير", "التعليق على الحادث", Act.REJECT, None),
        _says("ب", "المدير", "إن الحريق أخمد", Act.DESCRIBE, None),
    ]

    assert not any(each.field.startswith("answer") for each in compare(readings).differences)
