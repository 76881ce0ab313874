"""Whether a word is written as only verbs are, so that no noun phrase begins or goes on with it."""

import re
from typing import Final

from hudna.arabic.clitics.evidence import behind_article, seen
from hudna.text import Memo

MIN_SEEN: Final = 12
MIN_LETTERS: Final = 4
_PURPOSE: Final = re.compile("لل?(?:ا..ا.|ت..ي.|است..ا.|م.ا..ه)")
_PERSONS: Final = ("ي", "ت", "ن")
_NOUN_ENDINGS: Final = ("ه", "ا", "ات", "ي", "ان", "ين")
_PRONOUNS: Final = ("ه", "ها", "هم")


def is_verb_form(word: str) -> bool:
    """Return whether a folded word has the shape of a verb and is common in the news, but never behind the article."""
    return _VERB_FORMS[word]


def _is_verb_form(word: str) -> bool:
    if word.startswith("ال") or len(word) < MIN_LETTERS:
        return False
    return _is_verb(word) or (word[0] in "وف" and len(word) > MIN_LETTERS and not seen(word) and _is_verb(word[1:]))


_VERB_FORMS: Final = Memo(_is_verb_form)


def is_future(word: str) -> bool:
    """Return whether a folded word is a verb of the third person that tells what will be."""
    return _FUTURES[word]


def _is_future(word: str) -> bool:
    word = word.removeprefix("و")
    return word.startswith(("سي", "ست")) and len(word) > MIN_LETTERS and _is_verb(word[1:])


_FUTURES: Final = Memo(_is_future)


def is_purpose(word: str) -> bool:
    """Return whether a folded word is "in order to" with a verbal noun: to force, to deliver."""
    return word[0] == "ل" and _PURPOSE.fullmatch(word) is not None


def _is_verb(word: str) -> bool:
    if not _has_shape(word) or seen(word) < MIN_SEEN or behind_article(word):
        return False
    return not any(word.endswith(end) and _is_noun(word[: -len(end)]) for end in _NOUN_ENDINGS + _PRONOUNS)


def _is_noun(stem: str) -> bool:
    return bool(behind_article(stem) or behind_article(stem + "ه"))


def _has_shape(word: str) -> bool:
    """Return whether a word looks like an imperfect, a perfect of her, or a perfect of them."""
    if word[0] == "ي":
        return True
    if word[0] in _PERSONS:
        verbal_noun = len(word) == MIN_LETTERS + 1 and word[-2] in "يا"  # training, comparison
        return word[0] == "ت" and not verbal_noun and not word.endswith(("ه", "ات"))
    return word.endswith(("ت", "وا")) and not word.endswith("ات")
