"""Names measured on files of tagged tokens."""

import pytest

from eval.gold import GoldError
from eval.names_conll import read_tagged, score_file, tagged_names


@pytest.fixture
def write(tmp_path):
    def write(*lines):
        path = tmp_path / "file.conll"
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return path

    return write


def test_tags_to_names():
    """A name ends where another begins, or where an I- tells another class."""
    tags = ["B-LOC", "B-LOC", "I-LOC", "O", "I-PERS", "I-ORG", "I-ORG"]
    assert [(0, 1, "LOC"), (1, 3, "LOC"), (4, 5, "PERS"), (5, 7, "ORG")] == list(tagged_names(tags))


def test_articles_end_with_a_sentence_after_enough_tokens(write):
    sentence = ["كلمة O", ". O"]
    assert [300, 300, 2] == [len(article.starts) for article in read_tagged(write(*sentence * 301))]
    assert [301, 3] == [len(article.starts) for article in read_tagged(write("كلمة O", *[*sentence, "ثم O", ""] * 101))]


def test_a_sentence_begins_on_a_line_of_its_own(write):
    (article,) = read_tagged(write("قال O", "شيئا O", "", "ثم O", "سكت O"))
    assert article.text == "قال شيئا\nثم سكت"
    assert (2, 4) == article.touched(9, 13)


def test_names_are_told_as_the_file_tells_them(write):
    """No title, no nationality, no government; a name with its clitic; a place without what it is called."""
    path = write(
        *("التقى O", "وزير O", "الخارجية O", "الروسي O", "سيرغي B-PERS", "لافروف I-PERS", "في O", "مدينة O"),
        *(
            "دمشق B-LOC",
            "ممثلي O",
            "الحكومة O",
            "السورية O",
            "وحماس B-ORG",
            "ونظيره O",
            "وقرأ O",
            "الراية B-MISC",
            ". O",
        ),
    )
    score = score_file(path)
    figures = score.figures()
    assert [1, 1, 1, 0] == [figures[name]["right"] for name in ("PERS", "LOC", "ORG", "MISC")]
    assert figures["micro"]["predicted"] == 3
    assert figures["micro"]["r"] == 0.75
    assert figures["tokens"] == 17
    assert ["missed"] == [row.fault for row in score.articles[0][1].rows]


@pytest.mark.parametrize("line", ["كلمة", "كلمة B-NATION", "كلمة I"])
def test_a_bad_line_is_told_with_its_place(write, line):
    with pytest.raises(GoldError, match=r"file\.conll:2: not a token"):
        read_tagged(write("قال O", line))
