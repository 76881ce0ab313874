"""How well the counts of written words bear out that a string of letters is a word, or what a word is before a pronoun.

All figures are occurrences in the news that ``words.tsv`` counts.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from hudna.arabic.clitics.words import word_counts

ARTICLE: Final = "ال"
SHORT_ARTICLE: Final = "لل"  # the preposition ل with the article behind it
CONJUNCTIONS: Final = ("و", "ف")
PREPOSITIONS: Final = ("ب", "ل", "ك")
# What may stand before a letter that is a word's own, though it is written like a clitic.
_BEFORE: Final = dict.fromkeys(CONJUNCTIONS, CONJUNCTIONS + PREPOSITIONS) | dict.fromkeys(PREPOSITIONS, PREPOSITIONS)
PRONOUNS: Final = ("ه", "ها", "هم", "هما", "هن", "نا", "ني", "ك", "كم", "كما")
PRONOUNS_BY_END: Final = {
    letter: tuple(pronoun for pronoun in PRONOUNS if pronoun[-1] == letter)
    for letter in sorted({pronoun[-1] for pronoun in PRONOUNS})
}
_NOUN_FRONTS: Final = (ARTICLE, SHORT_ARTICLE, "ب" + ARTICLE, "و" + ARTICLE)
# How a word's last letter before a pronoun is written when the word stands alone.
_ALONE: Final = {
    "ت": ("ه",),  # ta marbuta
    "و": ("ء", "وا", "ون"),  # hamza on its seat; endings that lose their last letter
    "ي": ("ء", "ين"),
    "ا": ("ي", "ان"),  # alef maqsura; the dual
}
_MIN_ALTERED: Final = 3
# Endings of number, gender and person, under which a rare form belongs to a common word.
_ENDINGS: Final = ("ات", "ون", "ين", "ان", "وا", "يه", "يا", "ه", "ي", "ت", "ا")
_MIN_BASE: Final = 3
_OF_A_WORD: Final = 1_000  # spellings, and more: a new word asks for each of its own up to six times


def seen(word: str) -> int:
    """Return how often the word is written as it is."""
    return word_counts().get(word, 0)


@lru_cache(_OF_A_WORD)
def behind_article(word: str) -> int:
    """Return how often the word is written behind the article, as only nouns are."""
    count = word_counts().get
    article, short, behind_preposition, behind_conjunction = _NOUN_FRONTS
    return (
        count(article + word, 0)
        + count(short + word, 0)
        + count(behind_preposition + word, 0)
        + count(behind_conjunction + word, 0)
    )


def as_noun(word: str) -> int:
    """Return how often the word is written, alone or behind the article."""
    return seen(word) + behind_article(word)


def first_letter_is_own(word: str) -> int:
    """Return how often the word stands where its first letter can't be a clitic.

    The article and prepositions stand before no conjunction and no other preposition, a conjunction before no other.
    """
    found = behind_article(word)
    clitics = _BEFORE.get(word[:1])
    if clitics:
        counts = word_counts()
        for clitic in clitics:
            found += counts.get(clitic + word, 0)
    return found


def alone(stem: str) -> Iterator[str]:
    """Yield the spellings that the word before a pronoun may have when it stands alone, the same spelling first."""
    yield stem
    if len(stem) >= _MIN_ALTERED:
        for end in _ALONE.get(stem[-1], ()):
            yield stem[:-1] + end


def before_pronouns(stem: str, *, but: str) -> int:
    """Return how often the word is written with pronouns other than ``but``."""
    counts = word_counts()
    return sum(counts.get(stem + pronoun, 0) for pronoun in PRONOUNS if pronoun != but)


def related(word: str) -> int:
    """Return how often a word is written of which this one is a form, by its ending."""
    found = as_noun(word)
    for ending in _ENDINGS:
        base = word[: -len(ending)]
        if word.endswith(ending) and len(base) >= _MIN_BASE:
            found = max(found, as_noun(base), as_noun(base + "ه"))
    return found
