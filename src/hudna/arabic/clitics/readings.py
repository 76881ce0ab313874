"""The readings a written word may have once clitics are cut off its front (and, for verbs, its end).

Spelling alone decides here, so a reading counts only where a table has the rest; the whole word comes first.
"""

from functools import lru_cache
from typing import Final

from hudna.lexicon import Variant

_CONJUNCTIONS: Final = ("و", "ف")
_PREPOSITIONS: Final = ("ب", "ل", "ك")
_GLUED: Final = _CONJUNCTIONS + _PREPOSITIONS
_ARTICLE: Final = "ال"
_SHORT_ARTICLE: Final = "لل"
_FUTURE: Final = "س"
_PRONOUNS: Final = ("ه", "ها", "هم", "هما", "هن", "نا", "ني", "ك", "كم")
MIN_REST: Final = 2
REMEMBERED: Final = 4096  # a new word is asked for by every table in turn, and those of one story again and again
_new: Final = tuple.__new__  # makes a named tuple in half the time that its own way takes


@lru_cache(maxsize=REMEMBERED)
def name_variants(folded: str) -> tuple[Variant, ...]:
    """Return a word's readings as a name: without the conjunction or preposition before it, its article kept."""
    whole = _new(Variant, (folded, 0))
    if not folded.startswith(_GLUED):
        return (whole,)
    if not folded.startswith(_CONJUNCTIONS):
        return (whole, *_after_preposition(folded, 0))
    if len(folded) <= MIN_REST:
        return (whole,)
    rest = folded[1:]
    return (whole, _new(Variant, (rest, 1)), *_after_preposition(rest, 1))


def _after_preposition(word: str, cut: int) -> tuple[Variant, ...]:
    if word.startswith(_SHORT_ARTICLE):
        return (_new(Variant, (_ARTICLE + word[2:], cut + 1)),)
    if word.startswith(_PREPOSITIONS) and len(word) > MIN_REST:
        return (_new(Variant, (word[1:], cut + 1)),)
    return ()


def variants(folded: str) -> tuple[Variant, ...]:
    """Return a word's readings as a common word: as ``name_variants``, then each without its article.

    The article is not cut off: it belongs to the words a match points to.
    """
    names = name_variants(folded)
    bare = [
        _new(Variant, (word[len(_ARTICLE) :], cut))
        for word, cut in names
        if word.startswith(_ARTICLE) and len(word) > len(_ARTICLE) + 1
    ]
    return (*names, *bare) if bare else names


def verb_variants(folded: str) -> tuple[Variant, ...]:
    """Return a word's readings as a verb: without conjunction, future mark or object pronoun."""
    readings = [Variant(folded, 0)]
    for word, cut in _after_conjunction(folded):
        if cut:
            readings.append(Variant(word, cut))
        if word.startswith(_FUTURE) and len(word) > MIN_REST:
            readings.append(Variant(word[1:], cut + 1))
        for pronoun in _PRONOUNS:
            if word.endswith(pronoun) and len(word) - len(pronoun) > MIN_REST:
                readings.append(Variant(word[: -len(pronoun)], cut))
    return tuple(readings)


def _after_conjunction(folded: str) -> list[tuple[str, int]]:
    if folded.startswith(_CONJUNCTIONS) and len(folded) > MIN_REST:
        return [(folded, 0), (folded[1:], 1)]
    return [(folded, 0)]
