"""Words that carry no content of their own, and those that turn what is said."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from hudna.lexicon import load_word_classes


@cache
def _classes() -> Mapping[str, frozenset[str]]:
    return load_word_classes(files(__package__).joinpath("function_words.tsv"))


def function_words() -> frozenset[str]:
    """Return the folded words that carry no content."""
    return _classes()["function"]


def negations() -> frozenset[str]:
    """Return the folded words that turn what is said."""
    return _classes()["negation"]
