"""Whose words open behind which that-word, where a clause told of the speaker has one of its own."""

import pytest

from hudna.desk import read_article
from hudna.model import Article


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "وقال الوزير الذي يزعم أن بلاده التزمت بالهدنة وأن الطرف الآخر خرقها إن المحادثات فشلت.",
            {"قال": "المحادثات فشلت", "يزعم": "بلاده التزمت بالهدنة وأن الطرف الآخر خرقها"},
        ),
        (
            "وأكد الوزير، الذي يرى أن الحل سياسي، أن القتال سيتوقف.",
            {"أكد": "القتال سيتوقف", "يرى": "الحل سياسي"},
        ),
        ("وقال الوزير الذي انتقد الاتفاق إن القتال سيتوقف.", {"قال": "القتال سيتوقف", "انتقد": "الاتفاق"}),
    ],
)
def test_what_a_relative_clause_claims_is_apart_from_what_is_said(text: str, expected: dict[str, str]) -> None:
    """A minister who claims that the truce holds said that the talks failed: two reports."""
    reading = read_article(Article("a", text))
    words = reading.article.words

    assert expected == {
        words(each.cue): " ".join(words(span) for span in each.content) for each in reading.statements if each.cue
    }


def test_whom_a_speaker_calls_something_is_a_report_within_his_own() -> None:
    """Those whom it called terrorists: the command's own word, told within its announcement."""
    reading = read_article(Article("a", 'وأعلنت القيادة العامة للجيش استعادة مناطق من وصفتهم بـ"الجماعات الإرهابية".'))
    outer, inner = reading.statements

    assert ["القيادة العامة للجيش"] == [who.label for who in inner.speakers]
    assert outer.id == inner.attributed_to
    assert "الجماعات الإرهابية" == reading.article.words(inner.content[0])
