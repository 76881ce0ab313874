"""Whether a word without the article may belong to the noun before it, or is what the noun does something to."""

from typing import Final

from hudna.arabic.incidents.words import actors, amounts, any_of, heads, markers
from hudna.arabic.names.annexed import stands_apart
from hudna.arabic.names.parties import head_at
from hudna.arabic.scene import Scene

MIN_LETTERS: Final = 4
_THINGS: Final = ("no-people", "head-of-place", "taken-ground", "human", "kin", "relief", "group")
_OF_CORPS: Final = frozenset({"امن", "حرس", "حفظ", "مكافحه", "خفر"})
_PLURALS: Final = ("ين", "ون", "ات")
_ENDS: Final = ("ا", "اً", "ًا")
_AGREE: Final = ("ا", "ه", "ات", "ين", "ي")
_NO_ENDING: Final = ("ايا", "يا")  # victims, cells; of what ends so only a noun of people is in the accusative
_NOT_NOMINATIVE: Final = ("ا", "اً", "ًا", "ى", "ين")
_NATION: Final = "يا"


def is_apart(scene: Scene, head: int, place: int) -> bool:
    """Return whether a word cannot belong to the noun at ``head``: a gunman killed *a policeman*, *a woman*, *her husband*."""
    word = scene.words[place]
    if word in markers()["kin"]:
        return True
    if is_nation_as_object(scene, place):
        if scene.words[place - 1] in any_of("allies", "epithet"):
            return False  # backed by America
        return not scene.tokens[head].surface.endswith(_NOT_NOMINATIVE) and scene.words[head] != word
    if _is_body_beside(scene, head, place):
        return True
    if word.startswith("ال") or scene.chart.name_at(place) is not None:
        return False
    if word in markers()["human"] and _is_person(scene.words[head]):
        return True
    if place == head + 1 and scene.words[head] in markers()["head-of-place"]:
        return False  # the town of NAME
    return is_accusative(scene, place) and not scene.tokens[head].surface.endswith(_NOT_NOMINATIVE)


def _is_body_beside(scene: Scene, head: int, place: int) -> bool:
    """Return whether a body stands right behind people who are those of a place, and not of a body: residents and the army."""
    body = head_at(scene.tokens[place]) if place == head + 1 else None
    return body is not None and stands_apart("persons", scene.words[head], body)


def is_nation_as_object(scene: Scene, place: int) -> bool:
    """Return whether a nationality has the ending of an indefinite object: a Palestinian, whom somebody killed."""
    name = scene.chart.name_at(place) if scene.words[place].endswith(_NATION) else None
    return name is not None and name.kind == "nationality"


def is_closed(scene: Scene, head: int, place: int) -> bool:
    """Return whether a person in the accusative closes its phrase: nothing without that ending belongs to him, a verb may follow."""
    if not is_accusative(scene, head):
        return False
    word, first = scene.words[place], scene.words[head]
    if word.startswith("ال") or scene.chart.name_at(place) is not None:
        return False
    known = first in markers()["human"] or first in amounts()["single"] or scene.chart.name_at(head) is not None
    return known and not word.endswith(_AGREE)


def is_charged(scene: Scene, place: int) -> bool:
    """Return whether a word tells what those before it are charged with: a man charged with; not the wife of the suspect."""
    if scene.words[place] not in markers()["accused-of"]:
        return False
    return scene.words[place - 1].startswith(("ال", "لل")) or not scene.words[place].startswith("ال")


def may_own(scene: Scene, head: int, word: str) -> bool:
    """Return whether what "of the" leads may own the noun at ``head``: a patrol of the police; no act, nothing of a land."""
    name = scene.chart.name_at(head)
    if name is not None and name.kind in {"state", "place"}:
        return False  # the Arabs of a land, arrested for the suspicion of
    return word not in markers()["for-act"]


def _is_person(word: str) -> bool:
    return word in amounts()["single"] or word in actors()["armed"]


def is_accusative(scene: Scene, place: int) -> bool:
    """Return whether a word has the ending of an indefinite object."""
    token = scene.tokens[place]
    if len(token.folded) < MIN_LETTERS or not token.surface.endswith(_ENDS):
        return False
    return not token.folded.endswith(_NO_ENDING) or token.folded[:-1] in amounts()["single"]


def is_epithet(scene: Scene, noun: int, first: int, end: int) -> bool:
    """Return whether a word behind a noun of force only qualifies it, and is not what was hit: a huge blast, a true massacre."""
    word = scene.words[first]
    if scene.chart.name_at(first) is not None or word.startswith("ال") or word.endswith(_PLURALS):
        return False
    if end > first + 1 and not scene.words[first + 1].startswith("ل"):
        return False
    if word in amounts()["single"] or word in amounts()["dual"] or word in heads() or word in amounts()["vague"]:
        return False
    if any(word in markers()[name] for name in _THINGS):
        return False
    return word.endswith("ه") is scene.words[noun].endswith("ه")


def goes_on_before(scene: Scene, place: int) -> bool:
    """Return whether a word right before a noun takes it as given: as fighting goes on, after the raid."""
    return place > 0 and scene.words[place - 1] in markers()["going-on"]


def is_adjective(word: str) -> bool:
    """Return whether a word with the article may be an adjective of a group rather than what the group does it to."""
    stem = word.removeprefix("ال")
    things = any_of("no-people", "head-of-place", "relief")
    return word.endswith(("ه", "ي", "ون", "ين")) and stem not in things and word not in things


def is_quality(word: str) -> bool:
    """Return whether a word without the article may be an adjective of people or of a group."""
    return word in actors()["armed"] or word in _OF_CORPS or word.endswith(("ين", "ون", "ه", "يا"))


def is_of_deed(head: str, word: str) -> bool:
    """Return whether a feminine adjective of means stands behind a masculine side: the air raids of the alliance."""
    return (
        word.endswith("ه")
        and head.removeprefix("ال") in markers()["masculine"]
        and word in any_of("air", "shell", "rocket")
    )
