"""Whatever stands in a text, the finding of names ends, in time that grows with it, and finds the rest."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from growth import growth
from hudna.arabic.dates import find_dates
from hudna.arabic.names.chart import Chart
from hudna.arabic.names.parties import find_parties, find_party
from hudna.arabic.names.recognise import find_names
from hudna.arabic.names.reference import Referents
from hudna.model import Article, Document
from hudna.text import segment

LINEAR = {
    "given names": "محمد ",
    "a name that begins again and again": "عبد ",
    "patronymics": "محمد بن ",
    "offices": "وزير الخارجية ",
    "nationalities": "الروسي ",
    "openings of long titles": "المتحدث باسم ",
    "words with an article behind a title": "الرئيس الكلمة الثانية ",
    "bodies": "وزارة الدفاع الروسية ",
    "people": "سيرغي لافروف وعلي شمخاني ",
    "surnames": "العقيد سامر القلموني. عاد القلموني. ",
    "words nobody knows": "قحطبوزا ",
    "Latin words": "word ",
    "opening marks": "«الرئيس ",
    "one long word": "محمد",
    "clitics": "وبلوبكلوفبول ",
}
TROUBLE = {
    "marks": "«“”„‘’\"'()[]:،؛؟!.,…" * 50,
    "a thousand Latin words": "word " * 1_000,
    "controls of direction": "\u202e\u202d\u2066\u2067 محمد \u200f",
    "scripts mixed": "الرئيس Putin 中文 русский ١٢٣ עברית",
    "a title at the very end": "ثم عاد العقيد",
    "a link at the very end": "المتحدث باسم",
    "lone clitics": "و ب ل ك ف ال لل",
    "words glued by underscores": "#سيرغي_لافروف_والرئيس",
}


def _read(text: str) -> Document:
    return find_names(find_dates(segment(Article("1", text))))


@pytest.mark.parametrize("name", TROUBLE)
def test_rest_is_found(name: str) -> None:
    """What nobody can read costs the names around it nothing."""
    document = _read(f"التقى علي شمخاني الضيف.\n{TROUBLE[name]}\nووصل سيرغي لافروف متأخرا.")
    people = [match.value.entity for match in document.names if match.kind == "person"]

    assert people[0] == "person:ali-shamkhani"
    assert people[-1] == "person:sergey-lavrov"


@pytest.mark.slow
@pytest.mark.parametrize("name", LINEAR)
def test_time_grows_with_the_text(name: str) -> None:
    """A text four times as long takes about four times as long; quadratic time would take sixteen."""
    large = (LINEAR[name] * 160_000)[:160_000]

    assert growth(_read, large[:40_000], large) < 10


@pytest.mark.parametrize("size", [20, 200])
def test_parties_of_a_long_list(size: int) -> None:
    """Every party of a joined list is one of its parties, however long it is."""
    names = ("سيرغي لافروف", "علي شمخاني", "الحكومة السورية", "وزير الخارجية التركي")
    document = _read(" و".join(names[n % 4] for n in range(size)))

    assert len(find_parties(Chart(document), 0, len(document.tokens))) == size


FRAGMENTS = st.sampled_from(
    [
        *("محمد", "عبد", "بن", "أبو", "الدين", "الله", "دي", "لافروف", "سيرغي لافروف", "القلموني", "سامر", "كمحمد"),
        *(
            "وزير",
            "الخارجية",
            "الروسي",
            "والتركي",
            "الرئيس",
            "العقيد",
            "المتحدث",
            "باسم",
            "الأمين العام",
            "لل",
            "للأمم",
        ),
        *("المتحدة", "مجلس", "الأمن", "حركة", "حماس", "الوفدان", "الجانبان", "جميع", "طرابلس", "خان", "يونس", "الباب"),
        *(
            "الثلاثاء",
            "في",
            "عن",
            "إلى",
            "الذي",
            "و",
            "وو",
            "، ",
            ".",
            "«",
            "»",
            '"',
            "(",
            ")",
            "#",
            "_",
            "\n",
            "word",
            "٣",
        ),
        *("\u064e", "\u200f", "ـ", "\ufdf2", "\ud800"),
    ]
)
TEXTS = st.lists(FRAGMENTS, max_size=30).map(" ".join) | st.lists(FRAGMENTS, max_size=15).map("".join)


@given(TEXTS | st.text(st.characters(), max_size=100))
@settings(max_examples=300)
def test_spans_hold(text: str) -> None:
    """Names come in the order of the text, nest or stand apart, and are words of it."""
    document = _read(text)

    for match in document.names:
        tokens = document.tokens[match.first : match.end]
        assert match.span == match.value.span
        assert document.article.words(match.span).strip()
        assert tokens[0].start <= match.span.start < match.span.end == tokens[-1].end
        assert match.value.label.strip()
    for left, right in pairwise(document.names):
        assert (left.first, -left.end) <= (right.first, -right.end)
        assert left.end <= right.first or right.end <= left.end or {left.kind, right.kind} & {"office", "body"}


@given(TEXTS)
@settings(max_examples=200)
def test_parties_hold(text: str) -> None:
    """A party begins where it was asked for, ends within the limit, and means somebody."""
    document = _read(text)
    chart = Chart(document)
    referents = Referents(chart)
    for place in range(len(document.tokens)):
        party = find_party(chart, place, len(document.tokens))
        if party is None:
            continue
        assert place == party.first < party.end <= len(document.tokens)
        assert document.article.words(party.span).strip()
        assert referents.meaning(party).label.strip()
        assert [meaning for meaning in referents.meanings([party]) if not meaning.label.strip()] == []
