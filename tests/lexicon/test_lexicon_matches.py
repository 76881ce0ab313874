"""Entries in running words: the longest, behind clitics, with signs inside."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growth import growth
from hudna.arabic.clitics import name_variants, variants
from hudna.lexicon import Entry, Lexicon, raw_length, whole_entry
from hudna.model import Article
from hudna.text import segment


def _entry(form: str, kind: str = "place", key: str | None = None) -> Entry:
    return Entry(key or form, form, kind, {}, "hand", "test:1")


def _found(lexicon: Lexicon, text: str) -> list[tuple[str, str]]:
    document = segment(Article("1", text))
    return [(match.kind, document.article.words(match.span)) for match in lexicon.find(document.tokens)]


def _words(text: str, *forms: str) -> list[str]:
    return [words for _, words in _found(Lexicon([_entry(form) for form in forms], name_variants, whole_entry), text)]


def test_longest_match_wins() -> None:
    """From one word on, the form with most words stands, and shorter ones do not."""
    assert _words("زار ريف حلب الجنوبي", "ريف", "ريف حلب", "ريف حلب الجنوبي") == ["ريف حلب الجنوبي"]


def test_shorter_form_stands_where_the_longer_breaks_off() -> None:
    """A form whose last word is missing leaves the shorter one."""
    assert _words("زار ريف حلب الشرقي", "ريف", "ريف حلب الجنوبي") == ["ريف"]


def test_match_inside_another_starts_at_its_own_word() -> None:
    """Every word may start a match; choosing among them is the reader's part."""
    assert _words("ريف حلب", "ريف حلب", "حلب") == ["ريف حلب", "حلب"]


def test_longest_of_each_kind() -> None:
    """A short person and a long place from one word are both found."""
    lexicon = Lexicon([_entry("علي", "person"), _entry("علي آباد", "place")], name_variants, whole_entry)

    assert sorted(_found(lexicon, "قرب علي آباد")) == [("person", "علي"), ("place", "علي آباد")]


def test_namesakes_are_found_together() -> None:
    """Two entries of one form and kind both match."""
    lexicon = Lexicon([_entry("طرابلس", key="ly"), _entry("طرابلس", key="lb")], name_variants, whole_entry)
    tokens = segment(Article("1", "في طرابلس")).tokens

    assert [match.value.id for match in lexicon.find(tokens)] == ["ly", "lb"]


@pytest.mark.parametrize(
    ("word", "span"),
    [
        ("حلب", "حلب"),
        ("وحلب", "حلب"),
        ("فحلب", "حلب"),
        ("بحلب", "حلب"),
        ("لحلب", "حلب"),
        ("كحلب", "حلب"),
        ("وبحلب", "حلب"),
        ("فلحلب", "حلب"),
    ],
)
def test_span_leaves_clitics_out(word: str, span: str) -> None:
    """Conjunctions and prepositions before a name are no part of it."""
    assert _words(f"نظر {word} الآن", "حلب") == [span]


@pytest.mark.parametrize("text", ["ريف #حلب", "ريف-حلب", "#ريف_حلب", "ريف #حلب_الجنوبي"])
def test_hash_and_hyphen_part_no_form(text: str) -> None:
    """A form goes on behind the mark of a hashtag and over a hyphen that touches both words."""
    assert _words(text, "ريف حلب", "ريف حلب الجنوبي")[0].startswith("ريف")
    assert len(_words(text, "ريف حلب")) == 1


@pytest.mark.parametrize("text", ["ريف - حلب", "ريف- حلب", "ريف # حلب", "ريف، حلب", "ريف #", "ريف-"])
def test_other_marks_part_a_form(text: str) -> None:
    """A dash between words, a comma, a mark at the end break a form off."""
    assert _words(text, "ريف حلب") == []


def test_article_of_a_name_behind_li() -> None:
    """Behind li the article is written without its alef; what is left of it belongs to the name."""
    assert _words("وصل للحديدة", "الحديدة") == ["لحديدة"]


def test_whole_word_is_read_first() -> None:
    """A word that is a form itself is not cut."""
    assert _words("في بغداد", "بغداد", "غداد") == ["بغداد"]


def test_article_is_cut_only_from_common_words() -> None:
    """A common word is found with its article, a name only as it is written."""
    tokens = segment(Article("1", "الوزير")).tokens

    assert [match.span[:2] for match in Lexicon([_entry("وزير")], variants, whole_entry).find(tokens)] == [(0, 6)]
    assert Lexicon([_entry("وزير")], name_variants, whole_entry).find(tokens) == []


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("حَلَبَ", "حَلَبَ"),
        ("خانِ يُونُس", "خانِ يُونُس"),
        ("وحـلب", "حـلب"),
        ("بحَلَب", "حَلَب"),
        ("وَحَلَبَ", "حَلَبَ"),
        ("وَبِحَلَبَ", "حَلَبَ"),
        ("وَخانِ يُونُس", "خانِ يُونُس"),
        ("بـحلب", "حلب"),
        ("و\u200fحلب", "حلب"),
    ],
)
def test_signs_inside(text: str, span: str) -> None:
    """Vowel signs neither hide a form nor shift its span; those of a clitic go with the clitic."""
    assert _words(text, "حلب", "خان يونس") == [span]


def test_form_does_not_run_over_the_fields() -> None:
    """The title's last word and the text's first make no name together."""
    lexicon = Lexicon([_entry("خان يونس")], name_variants, whole_entry)
    document = segment(Article("1", "يونس وصل", title="وصل خان"))

    assert lexicon.find(document.tokens) == []


def test_spelling_does_not_matter() -> None:
    """Forms and words meet folded."""
    assert _words("في ادلب وأستانه", "إدلب", "أستانة") == ["ادلب", "أستانه"]


def test_entries_of_a_word() -> None:
    """A lexicon tells whether a folded word is a whole form."""
    lexicon = Lexicon([_entry("خان يونس"), _entry("حلب")], name_variants, whole_entry)

    assert "حلب" in lexicon
    assert "خان" not in lexicon
    assert [entry.form for entry in lexicon.entries("حلب")] == ["حلب"]
    assert lexicon.entries("دمشق") == []


@pytest.mark.parametrize(
    ("text", "folded", "raw"),
    [
        ("وحلب", 1, 1),
        ("ﻻحلب", 2, 1),
        ("حلب", 0, 0),
        ("وَحلب", 1, 2),
    ],
)
def test_raw_length(text: str, folded: int, raw: int) -> None:
    """So many folded characters take so many raw ones, the signs on them included."""
    (token,) = segment(Article("1", text)).tokens

    assert raw_length(token, folded) == raw


@given(st.lists(st.sampled_from(["حلب", "وحَلب", "بحلب", "خان", "يونس", "ولخان", "،", "\n"]), max_size=30))
def test_spans_are_forms(words: list[str]) -> None:
    """What is found folds to a form, wherever it stands."""
    for found in _words(" ".join(words), "حلب", "خان يونس"):
        assert "".join(found.split()).replace("َ", "") in {"حلب", "خانيونس"}


@pytest.mark.slow
def test_time_grows_with_the_text() -> None:
    """A text made of the first words of a long form is walked in time that grows with its length."""
    lexicon = Lexicon([_entry(" ".join(["خان"] * 12))], name_variants, whole_entry)
    tokens = segment(Article("1", "خان " * 80_000)).tokens

    assert growth(lexicon.find, tokens[:20_000], tokens, tries=1) < 10
