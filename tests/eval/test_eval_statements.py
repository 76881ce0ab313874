"""Figures of statements, each worked out by hand."""

import pytest
from scored import at, counts, figures, prf, sheet, statement, tally


def both(gold, predicted):
    return figures("statements", sheet(statements=gold), sheet(statements=predicted))


def test_perfect_reading():
    gold = [statement("s1", [at(1, 5)], "a"), statement("s2", [at(10, 20)], "b", "c")]
    found = both(gold, gold)
    assert prf(found["right"]) == prf(found["found"]) == (1, 1, 1)
    assert counts(found["content_exact"]) == (2, 2)
    assert counts(found["sure_precision"]) == (2, 2)


def test_empty_reading():
    found = both([statement("s1", [at(1, 5)], "a")], [])
    assert prf(found["right"]) == (None, 0, 0)
    assert found["speakers"]["share"] is None


def test_nothing_on_either_side_has_no_figure():
    assert prf(both([], [])["right"]) == (None, None, None)


def test_half_right():
    gold = [statement("s1", [at(1, 5)], "a"), statement("s2", [at(10, 20)], "b")]
    predicted = [statement("s1", [at(1, 5)], "a"), statement("s2", [at(50, 60)], "b")]
    assert prf(both(gold, predicted)["right"]) == (0.5, 0.5, 0.5)


def test_wrong_speaker_is_found_but_not_right():
    gold = [statement("s1", [at(1, 5)], "a"), statement("s2", [at(10, 20)], {"label": "b", "implied": True})]
    predicted = [statement("s1", [at(1, 5)], "a"), statement("s2", [at(10, 20)], "a")]
    found = both(gold, predicted)
    assert prf(found["found"]) == (1, 1, 1)
    assert prf(found["right"]) == (0.5, 0.5, 0.5)
    assert counts(found["speakers"]) == (1, 2)
    assert counts(found["speakers_implied"]) == (0, 1)


def test_one_of_two_speakers_is_wrong():
    found = both([statement("s1", [at(1, 5)], "a", "b")], [statement("s1", [at(1, 5)], "a")])
    assert counts(found["speakers"]) == (0, 1)


@pytest.mark.parametrize(("end", "right"), [(20, 1), (21, 0)])
def test_overlap_of_one_half_is_enough(end, right):
    """Ten characters of twenty are one half, ten of twenty-one are less."""
    found = both([statement("s1", [[0, 10]], "a")], [statement("s1", [[0, end]], "a")])
    assert found["found"]["right"] == right


def test_all_content_spans_count_together():
    """Gold 14 + 14 characters, predicted the first 14: exactly one half."""
    found = both([statement("s1", [at(1, 3), at(10, 12)], "a")], [statement("s1", [at(1, 3)], "a")])
    assert found["found"]["right"] == 1
    assert counts(found["content_exact"]) == (0, 1)


def test_content_exact_counts_words_not_marks():
    """One letter cut off a word is the same word, one word more is not."""
    found = both([statement("s1", [[5, 29]], "a")], [statement("s1", [[6, 29]], "a")])
    assert counts(found["content_exact"]) == (1, 1)
    found = both([statement("s1", [at(1, 5)], "a")], [statement("s1", [at(1, 6)], "a")])
    assert counts(found["content_exact"]) == (0, 1)


def test_a_gold_statement_is_found_once():
    """Two predictions of one: precision one half, recall one, F1 two thirds."""
    predicted = [statement("s1", [at(1, 5)], "a"), statement("s2", [at(1, 6)], "a")]
    assert prf(both([statement("s1", [at(1, 5)], "a")], predicted)["right"]) == (0.5, 1, 0.6667)


def test_headline_and_body_do_not_match():
    found = both([statement("s1", [at(1, 5)], "a")], [statement("s1", [at(1, 5)], "a", **{"in": "title"})])
    assert found["found"]["right"] == 0


def test_nested_statements_of_one_content_go_by_their_cue():
    gold = [statement("s1", [at(5, 9)], "a", cue=at(1)), statement("s2", [at(5, 9)], "b", cue=at(3))]
    predicted = [statement("s1", [at(5, 9)], "b", cue=at(3)), statement("s2", [at(5, 9)], "a", cue=at(1))]
    found = both(gold, predicted)
    assert prf(found["right"]) == (1, 1, 1)
    assert counts(found["cue"]) == (2, 2)


def test_fields_are_counted_where_the_gold_tells_them():
    gold = [
        statement("s1", [at(1, 5)], "a", act="deny", manner="direct", about=["b"], when=["2018-01-01", "2018-01-01"]),
        statement("s2", [at(10, 15)], "a", act="demand", manner="mixed"),
    ]
    predicted = [
        statement("s1", [at(1, 5)], "a", act="deny", manner="indirect", about=["c"], when=None),
        statement("s2", [at(10, 15)], "a", act="demand", manner="mixed", about=["c"]),
    ]
    found = both(gold, predicted)
    assert counts(found["act"]) == (2, 2)
    assert counts(found["manner"]) == (1, 2)
    assert counts(found["about"]) == (0, 1)
    assert counts(found["days"]) == (0, 1)
    assert counts(found["via"]) == (0, 0)


def test_sure_records():
    """Of three predictions two are sure, of these one is right."""
    gold = [statement("s1", [at(1, 5)], "a"), statement("s2", [at(10, 15)], "a")]
    predicted = [
        statement("s1", [at(1, 5)], "a", sure=True),
        statement("s2", [at(10, 15)], "b", sure=True),
        statement("s3", [at(30, 35)], "a", sure=False),
    ]
    found = both(gold, predicted)
    assert counts(found["sure_share"]) == (2, 3)
    assert counts(found["sure_precision"]) == (1, 2)


def test_rows_name_every_fault():
    gold = [statement("s1", [at(1, 5)], "a"), statement("s2", [at(10, 15)], "b")]
    predicted = [statement("s1", [at(1, 5)], "c"), statement("s2", [at(30, 35)], "d")]
    rows = tally("statements", sheet(statements=gold), sheet(statements=predicted)).rows
    assert [(row.fault, row.note) for row in rows] == [
        ("missed", "b"),
        ("spurious", "d"),
        ("wrong speaker", "c instead of a"),
    ]
