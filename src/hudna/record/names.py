"""Whether two names may be one: people by the spelling rules of the language pack, everything else to the letter."""

from collections.abc import Collection
from functools import lru_cache
from itertools import combinations
from typing import Final

from hudna.arabic.names.tables import place_ids
from hudna.arabic.people import spelling
from hudna.model import Feature, NameKind, NameMatch
from hudna.text import fold

_STATE: Final = "state:"
_PLACE: Final = "place:"
SAME: Final = spelling.SAME
POSSIBLE: Final = spelling.POSSIBLE


def compare_names(left: str, right: str, kind: NameKind = NameKind.PERSON) -> NameMatch:
    """Return how alike two names of one kind are: from ``SAME`` up one by themselves, from ``POSSIBLE`` with support."""
    if kind is NameKind.PERSON:
        return spelling.compare(left, right)
    score = 1.0 if plain_form(left) == plain_form(right) else 0.0
    return NameMatch(score, (Feature("same" if score else "other", left, right, score),))


@lru_cache(maxsize=100_000)
def plain_form(name: str) -> str:
    """Return a name folded, with single spaces: what two namings of one body or place share."""
    return " ".join(fold(name).text.split())


def place_form(label: str) -> str:
    """Return what two namings of one place share: a table's id where its words are one place's alone, else ``plain_form``."""
    plain = plain_form(label)
    return place_ids().get(plain, plain)


def is_known_place(form: str) -> bool:
    """Return whether a form of a place is one that the tables know."""
    return form.startswith((_STATE, _PLACE))


def is_place_in_state(forms: Collection[str]) -> bool:
    """Return whether some forms of places are one state and towns of it: the town says the same more closely."""
    states = {form.removeprefix(_STATE) for form in forms if form.startswith(_STATE)}
    return len(states) == 1 and all(form.startswith((_STATE, f"{_PLACE}{next(iter(states))}-")) for form in forms)


@lru_cache(maxsize=100_000)
def word_keys(label: str) -> frozenset[str]:
    """Return keys of which a person's name and the same name cut short share one, however spelled."""
    return frozenset(spelling.skeleton(word) for word in spelling.words_of(label))


def name_keys(label: str) -> frozenset[str]:
    """Return keys of which two spellings of one person's name share one, in all but odd cases.

    They are the pairs of its words and the whole: names that are one by themselves share two words or are one word.
    """
    words = [spelling.skeleton(word) for word in spelling.words_of(label)]
    pairs = {" ".join(sorted(pair)) for pair in combinations(words, 2)}
    return frozenset({*pairs, "".join(words)})
