"""Groups by the mean of their pairs."""

from hypothesis import given
from hypothesis import strategies as st

from hudna.record.linkage import link

PAIRS = st.dictionaries(
    st.tuples(st.integers(0, 7), st.integers(0, 7)).filter(lambda pair: pair[0] < pair[1]),
    st.floats(0.01, 5.0, allow_nan=False),
)


def test_a_chain_is_no_group() -> None:
    """Two ends that nothing speaks for stay apart when the mean is too low."""
    assert [[0, 1], [2]] == link(3, {(0, 1): 2.0, (1, 2): 1.0}, 0.8)
    assert [[0, 1, 2]] == link(3, {(0, 1): 2.0, (1, 2): 1.7}, 0.8)


def test_joined_comes_before_apart_and_apart_before_scores() -> None:
    """What is decided stands whatever the scores."""
    assert [[0, 2], [1]] == link(3, {(0, 1): 5.0}, 0.8, joined=[(0, 2)], apart=[(0, 1)])
    assert [[0, 1]] == link(2, {}, 0.8, joined=[(0, 1)], apart=[(0, 1)])
    assert [[0, 1], [2]] == link(3, {(0, 1): 5.0, (1, 2): 5.0, (0, 2): 5.0}, 0.8, apart=[(2, 0)])


@given(PAIRS, st.floats(0.1, 3.0))
def test_groups_share_out_all_numbers(scores: dict[tuple[int, int], float], threshold: float) -> None:
    """Every number is in one group, groups are sorted, and the order of the pairs changes nothing."""
    groups = link(8, scores, threshold)

    assert list(range(8)) == sorted(number for group in groups for number in group)
    assert groups == sorted(sorted(group) for group in groups)
    assert groups == link(8, dict(reversed(scores.items())), threshold)


@given(PAIRS, st.floats(0.1, 3.0), st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)), max_size=4))
def test_apart_is_never_together(
    scores: dict[tuple[int, int], float], threshold: float, apart: list[tuple[int, int]]
) -> None:
    """No group holds two that are to be apart."""
    for group in link(8, scores, threshold, apart=[pair for pair in apart if pair[0] != pair[1]]):
        assert not [pair for pair in apart if pair[0] != pair[1] and pair[0] in group and pair[1] in group]
