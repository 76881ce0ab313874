"""Whether a noun behind a word for people is annexed to it: the people of the town, but not residents and the army."""

from typing import Final

from hudna.lexicon import Entry

_PEOPLE: Final = frozenset({"سكان", "شهود", "اهالي", "قرويون", "مدنيون"})  # of a place, not of a body
_WHOLE: Final = "ون"  # an ending that is cut off before what a word is annexed to
_BODY: Final = "body"
_PERSONS: Final = "persons"
_DEFINITE: Final = ("ال", "وال", "لل")


def stands_apart(kind: str, before: str, head: tuple[Entry, int] | None) -> bool:
    """Return whether what a word heads stands for itself behind the last word of people of a ``kind``."""
    body = head is not None and head[0]["class"] == _BODY
    whole = before.endswith(_WHOLE) and not before.startswith(
        _DEFINITE
    )  # behind "the journalists" adjectives have it, too
    return kind == _PERSONS and (whole or (before in _PEOPLE and body))
