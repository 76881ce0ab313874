"""Names in Arabic text, for other programs: who and what is named, whether two names are one, who goes by a name.

>>> from hudna import names
>>> [name] = names.find("...")
"""

from dataclasses import dataclass

from hudna.arabic.dates import find_dates
from hudna.arabic.names.lookup import Known, latin_label, look_up
from hudna.arabic.names.recognise import find_names
from hudna.arabic.names.tables import labels
from hudna.arabic.scene.places import make_place
from hudna.model import Article, Feature, Name, NameKind, NameMatch
from hudna.record import compare_names
from hudna.text import segment

__all__ = ["Feature", "Found", "Known", "NameMatch", "compare", "find", "found_name", "who"]


@dataclass(frozen=True, slots=True)
class Found:
    """A name at ``text[start:end]``; ``label`` is its canonical form, ``latin`` that in Latin letters.

    ``kind`` is person, body, place, nationality, office or other; ``entity`` an id of the tables, None where they do not
    know it. A place of the tables has its point in degrees; ``precision`` is place, area (the middle of one) or unknown.
    """

    start: int
    end: int
    text: str
    kind: str
    label: str
    latin: str
    entity: str | None
    latitude: float | None = None
    longitude: float | None = None
    precision: str | None = None


def find(text: str) -> list[Found]:
    """Return the names of a text in its order, a longer one before those inside it."""
    document = find_names(find_dates(segment(Article("text", text))))
    return [found_name(match.value, text[match.value.span.start : match.value.span.end]) for match in document.names]


def found_name(name: Name, words: str) -> Found:
    """Return a name of a reading with its Latin letters and, for a place, its point."""
    start, end, _ = name.span
    row = labels().get(name.entity or "")
    latin = latin_label(name.entity if row is not None else None, name.label)
    if name.kind is not NameKind.PLACE:
        return Found(start, end, words, name.kind.value, name.label, latin, name.entity)
    place = make_place(name.span, name.label, name.entity)
    point = place.latitude, place.longitude, place.precision
    return Found(start, end, words, name.kind.value, name.label, latin, name.entity, *point)


def compare(left: str, right: str) -> NameMatch:
    """Return how alike two names of people are (0 to 1), with the reasons word by word.

    From 0.85 up they are spellings of one name; from 0.5 up they may be, if something else says so too.
    """
    return compare_names(left, right)


def who(query: str) -> list[Known]:
    """Return the people, bodies, states and places of the tables that go by a name, in any spelling or Latin letters."""
    return look_up(query)
