"""Whether a noun behind a word for people is annexed to it: the people of the town, but not residents and the army."""

from typing import Final

from hudna.lexicon import Entry

_OF_PLACES: Final = frozenset({"سكان", "شهود", "اهالي"})  # people of a place, and not of a body
_WHOLE: Final = "ون"  # an ending that is cut off before what a word is annexed to
_DEFINITE: Final = ("ال", "وال", "لل")  # behind "the journalists" adjectives have the article, too
_PERSONS: Final = "persons"
_BODY: Final = "body"


def stands_apart(kind: str, before: str, head: tuple[Entry, int] | None) -> bool:
    """Return whether what a word heads stands for itself behind the last word of people of a ``kind``."""
    if kind != _PERSONS:
        return False
    if before in _OF_PLACES:
        return head is not None and head[0]["class"] == _BODY
    return before.endswith(_WHOLE) and not before.startswith(_DEFINITE)
