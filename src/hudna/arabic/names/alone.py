"""Surnames that are everyday words: a peace agreement is not Mr Salam's, and "on" is nobody called Ali (``alone.tsv``)."""

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Final

from hudna.lexicon import load_word_classes
from hudna.model import Document

_JOINED: Final = ("و", "ف")
_ARTICLE: Final = "ال"
_COLON: Final = ":"
_ON: Final = "علي"  # the folded preposition, and a name
_ON_WRITTEN: Final = "على"


def is_everyday(surname: str, words: Sequence[str], place: int, *, titled: bool) -> bool:
    """Return whether a surname that stands at a token means what the word means, and not who is called so.

    It names him right behind a word that goes with people (said, met, the killing of) or behind a title, and before a colon.
    """
    if surname not in _classes()["everyday"] or (place + 1 < len(words) and words[place + 1] == _COLON):
        return False
    before = words[place - 1] if place else ""
    if titled and before.startswith(_ARTICLE) and not surname.startswith(_ARTICLE):
        return False  # a word without the article is no adjective of a title with it
    people = _classes()["person"]
    return not (before in people or (before[:1] in _JOINED and before[1:] in people))


def is_preposition(document: Document, place: int) -> bool:
    """Return whether a word is the preposition that is folded like a name, or may be: some outlets write both alike."""
    if not document.words[place].endswith(_ON):
        return False
    return document.tokens[place].surface.endswith(_ON_WRITTEN) or _ON_WRITTEN not in document.article.text


@cache
def _classes() -> Mapping[str, frozenset[str]]:
    """Return the words of the table by class."""
    return load_word_classes(files(__package__).joinpath("alone.tsv"))
