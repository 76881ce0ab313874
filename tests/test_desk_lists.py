"""A list of which only what is looked at is loaded has what the whole list has at every place and slice."""

from hypothesis import given
from hypothesis import strategies as st

from hudna.desk.lines import Paged


class _Letters(Paged[str]):
    def __init__(self, letters: str) -> None:
        self._letters = letters

    def __len__(self) -> int:
        return len(self._letters)

    def page(self, start: int, size: int) -> list[str]:
        return list(self._letters[start : start + size])


@given(letters=st.text(max_size=12), data=st.data())
def test_slices_are_those_of_a_list(letters: str, data: st.DataObject) -> None:
    """Whatever its ends and its step, a slice has the same members in the same order."""
    wanted = data.draw(st.slices(len(letters) or 1))

    assert _Letters(letters)[wanted] == list(letters)[wanted]


@given(letters=st.text(max_size=12), place=st.integers(-14, 14))
def test_places_are_those_of_a_list(letters: str, place: int) -> None:
    """A place has the same member; where there is none, that is told as by a list."""
    whole = list(letters)
    try:
        expected: str | None = whole[place]
    except IndexError:
        expected = None
    try:
        found: str | None = _Letters(letters)[place]
    except IndexError:
        found = None

    assert found == expected
