"""The noun phrase of a contact: its adjectives, numbers, series and owner, up to where its sides begin."""

from dataclasses import dataclass, field
from typing import Final

from hudna.arabic.contacts.status import after_word
from hudna.arabic.contacts.words import TA_MARBUTA, Noun, markers, nouns, ordinals, series, verbs
from hudna.arabic.names.parties import head_at
from hudna.arabic.scene import Scene, place_of
from hudna.model import NUMBER, WORD, ContactKind, ContactStatus, Directness, Match, Name, Place
from hudna.text.letters import DASHES

MAX_PHRASE_TOKENS: Final = 14
MAX_SERIES_REACH: Final = 12
LEVEL: Final = "المستوي"  # behind "high"
_SUMMIT: Final = "summit"
_SUMMITS: Final = frozenset({"meeting", "conference"})
_OF_HIS: Final = {"له": "ه", "لها": "ها"}
_QUOTES: Final = frozenset({'"', "«", "»", "“", "”", "'"})
_ONE_WORD: Final = 1
_TWO_WORDS: Final = 2


@dataclass(slots=True)
class Phrase:
    """A noun of contact over tokens ``first`` to ``end`` with what its modifiers say.

    ``present`` tells that a clause behind it says in the present who makes it: a visit that X is making; ``held`` that
    its verb leaves out who: meetings that he held.
    """

    noun: Noun
    kind: ContactKind
    first: int
    end: int
    nations: list[Match[Name]] = field(default_factory=list)
    numbered: bool = False
    round: int | None = None
    process: str | None = None
    place: Place | None = None
    status: ContactStatus | None = None
    directness: Directness = Directness.UNSAID
    remote: bool = False
    outlet: bool = False
    construct: bool = True
    present: bool = False
    held: bool = False
    absorbed: list[int] = field(default_factory=list)


def read_phrase(scene: Scene, place: int, limit: int) -> Phrase:
    """Return the noun phrase that a noun of contact opens."""
    noun = nouns()[scene.words[place]]
    phrase = Phrase(noun, noun.kind, place, place + 1)
    phrase.construct = not noun.definite and not scene.tokens[place].surface.endswith("ا")
    phrase.remote = noun.id == "call" and noun.number == "one" and scene.words[place].endswith(("مكالمه", "مهاتفه"))
    stop = min(limit, place + MAX_PHRASE_TOKENS)
    if not noun.definite and not noun.owner and phrase.end < stop and scene.words[phrase.end] in _OF_HIS:
        phrase.noun = noun._replace(owner=_OF_HIS[scene.words[phrase.end]])
        phrase.construct = False
        phrase.end += 1  # a meeting of his with
    while phrase.end < stop:
        step = _step(scene, phrase, phrase.end, stop)
        if step == phrase.end:
            break
        phrase.end = step
    _series_ahead(scene, phrase, limit)
    return phrase


def _step(scene: Scene, phrase: Phrase, place: int, stop: int) -> int:
    """Return the token after a modifier at ``place``, or ``place`` where none stands."""
    token = scene.tokens[place]
    word = token.folded
    words = markers()
    if scene.chart.dated[place]:
        return place + 1
    if word in _QUOTES or word in DASHES:
        return place + 1 if place + 1 < stop else place
    if word in words["lasts"] and place + 1 < stop and scene.chart.dated[place + 1]:
        phrase.construct = False
        return place + 1
    if token.kind is NUMBER:
        if phrase.process is not None and word.isdecimal() and int(word) < 100:
            phrase.round = int(word)
            return place + 1
        return place
    number = _ordinal(scene, place, stop)
    if number is not None:
        if number[0] > 0:
            phrase.round = number[0]
        else:
            phrase.construct = False  # another meeting
        return number[1]
    status = after_word(scene, place)
    if status is not None:
        phrase.status = phrase.status or status
        phrase.construct = False
        return place + 1
    if word == "غير" and place + 1 < stop and scene.words[place + 1].removeprefix("ال").startswith("مباشر"):
        phrase.directness = Directness.INDIRECT
        return place + 2
    if word == "غير" and place + 1 < stop:
        phrase.construct = False
        return place + 2
    if word in words["high"] and place + 1 < stop and scene.words[place + 1] == LEVEL:
        phrase.construct = False
        return place + 2  # high-level talks
    if word in words["remote"]:
        phrase.remote = True
        phrase.construct = False
        return place + 1
    if word in words["outlet"] and phrase.noun.id in {"conference", "meeting", "talks", "sitting"}:
        phrase.outlet = True
    if word in words["number"] or word in words["adjective"] or word in words["outlet"]:
        phrase.numbered = phrase.numbered or word in words["number"]
        if word.removeprefix("ال").startswith("مباشر"):
            phrase.directness = Directness.DIRECT
        phrase.construct = False
        return place + 1
    if _is_unknown_adjective(scene, phrase, place) or _is_joined_topic(scene, phrase, place, stop):
        phrase.construct = False
        return place + 1
    if word == "من" and place + 1 < stop and scene.words[place + 1] in nouns():
        return _absorb(scene, phrase, place + 1)
    if phrase.noun.id == "round" and word in nouns() and phrase.construct:
        return _absorb(scene, phrase, place)
    if phrase.noun.id in _SUMMITS and phrase.construct and word in nouns() and nouns()[word].id == _SUMMIT:
        phrase.absorbed.append(place)
        phrase.noun = phrase.noun._replace(id=_SUMMIT, definite=nouns()[word].definite)
        phrase.construct = not phrase.noun.definite
        return place + 1  # the summit meeting, the summit conference
    return _name(scene, phrase, place)


def _is_unknown_adjective(scene: Scene, phrase: Phrase, place: int) -> bool:
    """Return whether a feminine word right behind a feminine noun looks like its adjective: lengthy talks."""
    token, noun = scene.tokens[place], scene.tokens[phrase.first]
    agrees = token.folded.startswith("ال") == phrase.noun.definite and not phrase.noun.owner
    if not phrase.noun.owner and _is_plain_adjective(scene, phrase, place):
        return True
    if not agrees or not token.surface.endswith(TA_MARBUTA) or not noun.surface.endswith((TA_MARBUTA, "ات")):
        return False
    known = token.folded in nouns() or token.folded in verbs() or head_at(token) is not None
    return phrase.construct | phrase.noun.definite and not known and scene.chart.name_at(place) is None


def _is_joined_topic(scene: Scene, phrase: Phrase, place: int, stop: int) -> bool:
    """Return whether another verbal noun is joined to talks before "between" or "with": consultation and coordination between."""
    token = scene.tokens[place]
    joined = phrase.noun.id == "talks" and phrase.noun.definite and not phrase.noun.owner
    if not joined or not token.folded.startswith("وال") or place + 1 >= stop:
        return False
    across = scene.words[place + 1] in {"بين", "مع"}
    return across and scene.chart.name_at(place) is None and head_at(token) is None


def _is_plain_adjective(scene: Scene, phrase: Phrase, place: int) -> bool:
    """Return whether an unknown word stands between a noun without the article and whose it is: a stormy meeting of X."""
    token = scene.tokens[place]
    behind = place - 1 if scene.words[place - 1] in _QUOTES else place
    if behind != phrase.first + 1 or phrase.noun.definite or place + 1 >= len(scene.tokens):
        return False
    following = scene.words[place + 1]
    parted = following in {"بين", "مع", "بينهما", "بينهم"} or (
        following[0] == "ل" and scene.chart.name_at(place + 1) is not None
    )
    known = token.folded in nouns() or token.folded in verbs() or head_at(token) is not None
    return parted and token.kind is WORD and not known and scene.chart.name_at(place) is None


def _absorb(scene: Scene, phrase: Phrase, place: int) -> int:
    """Take in the noun that a round is a round of."""
    inner = nouns()[scene.words[place]]
    phrase.absorbed.append(place)
    phrase.construct = not inner.definite
    if phrase.noun.number == "many" or phrase.round is None:
        phrase.kind = ContactKind.SESSION if phrase.noun.id == "round" and phrase.round else inner.kind
    return place + 1


def _name(scene: Scene, phrase: Phrase, place: int) -> int:
    name = scene.chart.name_at(place)
    if name is None:
        word = scene.words[place]
        if word in series() and phrase.construct:
            phrase.process = series()[word]
            phrase.construct = False
            return place + 1
        return place
    front = scene.chart.glued(name)
    definite = scene.words[place].removeprefix("و").startswith("ال")
    if (
        name.kind == "nationality"
        and (not front or (front == "و" and phrase.nations))
        and (definite or not phrase.noun.definite)
    ):
        phrase.nations.append(name)
        return name.end
    quoted = scene.words[place - 1] in _QUOTES
    if name.kind in {"place", "state"} and not front and (phrase.construct or quoted) and phrase.noun.id != "visit":
        phrase.process = series().get(scene.words[place]) if name.end == place + 1 else None
        phrase.place = place_of(name)
        phrase.construct = False
        return name.end
    return place


def _ordinal(scene: Scene, place: int, stop: int) -> tuple[int, int] | None:
    if place + 1 < stop:
        both = f"{scene.words[place]} {scene.words[place + 1]}"
        if both in ordinals():
            return ordinals()[both], place + _TWO_WORDS
    word = scene.words[place]
    return (ordinals()[word], place + _ONE_WORD) if word in ordinals() else None


def _series_ahead(scene: Scene, phrase: Phrase, limit: int) -> None:
    """Find the series a session belongs to in "in the format of X", a little further on."""
    if phrase.process is not None:
        return
    known = markers()["series-word"]
    for place in range(phrase.end, min(limit, phrase.end + MAX_SERIES_REACH)):
        if scene.words[place] in known:
            following = next((word for word in scene.words[place + 1 : place + 3] if word not in _QUOTES), "")
            phrase.process = series().get(following)
            return
