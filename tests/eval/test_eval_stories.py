"""Scores of stories against stories put together by hand."""

import pytest

from eval.gold import GoldError
from eval.stories import load_windows, score


def test_same_stories_are_all_right():
    """Order does not matter."""
    found = score([["a", "b"], ["c"]], [["c"], ["b", "a"]])

    assert {"p": 1.0, "r": 1.0, "f1": 1.0} == found["pairs"] == found["bcubed"]


def test_everything_alone_finds_no_pair():
    """Singletons are precise and miss what belongs together."""
    found = score([["a", "b"], ["c", "d"]], [["a"], ["b"], ["c"], ["d"]])

    assert 0.0 == found["pairs"]["f1"]
    assert {"p": 1.0, "r": 0.5, "f1": 0.6667} == found["bcubed"]


def test_one_story_of_two():
    """What is put together wrongly costs precision alone."""
    found = score([["a", "b"], ["c"]], [["a", "b", "c"]])

    assert (0.3333, 1.0) == (found["pairs"]["p"], found["pairs"]["r"])
    assert (0.5556, 1.0) == (found["bcubed"]["p"], found["bcubed"]["r"])


def test_every_article_of_a_window_is_in_one_story():
    """The gold shares out its articles."""
    _, windows = load_windows()

    assert ["A", "B", "C"] == [window.name for window in windows]
    for window in windows:
        assert sorted(window.articles) == sorted(key for story in window.stories for key in story)


def test_unknown_window_is_told():
    """The names there are are told."""
    with pytest.raises(GoldError, match="there are A, B, C"):
        load_windows(["Z"])
