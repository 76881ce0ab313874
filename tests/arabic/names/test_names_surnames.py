"""People called again by a surname that is an everyday word, too."""

import pytest

from hudna.arabic.dates import find_dates
from hudna.arabic.names.recognise import find_names
from hudna.model import Article
from hudna.text import segment


def _people(text: str) -> list[str]:
    article = Article("1", text)
    document = find_names(find_dates(segment(article)))
    return [article.words(match.span) for match in document.names if match.kind == "person"]


@pytest.mark.parametrize(
    ("behind", "expected"),
    [
        ("وقال علي إنه رد على ما نشر.", ["علي"]),
        ("وأكد على براءته، ووافق على الصلح.", []),
        ("واكد علي براءته.", []),  # in an article that writes the preposition like the name
    ],
)
def test_a_preposition_is_nobody_of_the_name_it_is_folded_like(behind: str, expected: list[str]) -> None:
    """Who is called Ali is named again where the article writes the preposition otherwise, and never by the preposition."""
    assert ["خالد علي", *expected] == _people(f"قال المحامي خالد علي إن الحزب باق. {behind}")


@pytest.mark.parametrize(
    ("behind", "expected"),
    [
        ("وأضاف جديد أنه باق.", ["جديد"]),
        ("وذكر العقيد جديد أنه باق.", ["جديد"]),
        ("جديد: باقون.", ["جديد"]),
        ("وبدأ هجوم جديد على البلدة.", []),
        ("وأعلن عن اتفاق لبناني جديد.", []),
    ],
)
def test_an_everyday_word_names_who_is_called_so_only_beside_what_goes_with_people(
    behind: str, expected: list[str]
) -> None:
    """A new attack is no attack on Colonel New."""
    assert ["سامر جديد", *expected] == _people(f"قال العقيد سامر جديد إن القتال توقف. {behind}")
