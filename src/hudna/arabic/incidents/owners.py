"""Whom a deed belongs to by a word before it: the pronoun on its noun, a charge."""

from typing import Final

from hudna.arabic.incidents.heads import is_armed, is_definite, is_of_gender
from hudna.arabic.incidents.parties import force_at
from hudna.arabic.incidents.words import Verb, any_of, markers, words
from hudna.arabic.names.tables import capitals
from hudna.arabic.scene import Scene
from hudna.model import Match, Name, Party, Sentence
from hudna.model.frozen import replace
from hudna.text import Memo
from hudna.text.letters import COMMAS

MAX_REACH: Final = 24
MAX_KEEPER: Final = 5
MAX_OWNER: Final = 18
MAX_SPOT: Final = 2
_THAT: Final = frozenset({"ان", "فان", "بان", "وان"})
_TO_CHARGE: Final = ("اتهم", "يتهم", "تتهم", "نتهم", "متهم", "المتهم", "تهمه", "التهم")
_PARTS: Final = frozenset({"انحاء", "عموم", "ارجاء"})


def owner_before(scene: Scene, place: int, sentence: Sentence) -> Party | None:
    """Return whom the pronoun on a noun means: the last party that uses force named before it in the sentence."""
    for first in range(place - 1, max(sentence.first, place - MAX_OWNER) - 1, -1):
        if _is_where(scene, first) or _is_object(scene, first, sentence):
            continue
        if (name := scene.chart.name_at(first)) is not None and scene.words[first - 1] in _THAT and _is_power(name):
            return Party(name.value.span, name.value.label, name.value.entity)  # that Ankara is free in its attack
        inside = any(name.end > first for p in range(max(0, first - 4), first) if (name := scene.chart.name_at(p)))
        force = force_at(scene, first, place) if not inside else None
        if force is not None and force.armed:
            whole = force_at(scene, first - 1, place) if first > sentence.first else None  # the army of X
            return whole.party if whole is not None and whole.armed and whole.end == force.end else force.party
    return _speaker_of(scene, place, sentence) if scene.words[place].endswith(("ه", "ها")) else None


def _speaker_of(scene: Scene, place: int, sentence: Sentence) -> Party | None:
    """Return who speaks of a deed as his or hers: X said that this did not apply to its operation."""
    at, speakers = scene.speaker_before(place, sentence, reach=0)
    if len(speakers) != 1 or at < 0:
        return None
    speaker = speakers[0]
    if scene.words[place].endswith("ه"):
        his = is_armed(speaker) and is_of_gender(speaker, feminine=False)
    else:
        his = not speaker.implied and scene.may_meet(speaker) and not scene.is_person(speaker)
    return speaker if his else None


def owner_behind(scene: Scene, place: int, end: int, sentence: Sentence) -> Party | None:
    """Return whom a pronoun means that stands before its name: after an attack that it began, the army closed in."""
    if place > sentence.first + 2:
        return None
    for at in range(end, sentence.end - 2):
        word = scene.words[at + 1]
        if scene.words[at] in COMMAS and (word.endswith("ت") or isinstance(words().get(word), Verb)):
            force = force_at(scene, at + 2, sentence.end)
            return replace(force.party, implied=True) if force is not None and force.armed else None
    return None


def keeper_before(scene: Scene, place: int, sentence: Sentence) -> Party | None:
    """Return whom a noun of going on names between it and a deed: X's keeping up the shelling of."""
    keeping, known = markers()["keeping"], words()
    for first in range(place - 1, max(sentence.first, place - MAX_KEEPER) - 1, -1):
        before = scene.words[first - 1]
        verb = known.get(before)
        if before in keeping or (isinstance(verb, Verb) and verb.id == "continue"):
            force = force_at(scene, first, place)
            return force.party if force is not None and force.end == place and force.armed else None
    return None


def _is_power(name: Match[Name]) -> bool:
    """Return whether a name is that of a capital, for its government."""
    return name.kind == "place" and (name.value.entity or "").removeprefix("place:") in capitals()


def _is_object(scene: Scene, place: int, sentence: Sentence) -> bool:
    """Return whether who stands at a token is hit by somebody told of by a pronoun: the army said that it targets X."""
    if place - 2 < sentence.first or scene.words[place - 2] not in markers()["that-it"]:
        return False
    return isinstance(words().get(scene.words[place - 1]), Verb)


def _is_where(scene: Scene, place: int) -> bool:
    """Return whether a name only tells where: the army in X."""
    before = place - 1 - (scene.words[place - 1] == "#")
    if before > 0 and scene.words[before] in _PARTS:
        before -= 1  # all over X
    return before >= 0 and scene.words[before] in markers()["in"]


def _is_charge(word: str) -> bool:
    """Return whether a word is a form of "to charge" or "charge": their forces, which holds the same letters, is none."""
    return word.lstrip("وفسبل").startswith(_TO_CHARGE) or "اتهام" in word


_CHARGES: Final = Memo(_is_charge)


def charged(scene: Scene, place: int, sentence: Sentence) -> Party | None:
    """Return whom a charge names right before "of" the deed: the charges made to X of shelling."""
    low = max(sentence.first, place - MAX_REACH)
    if not any(_CHARGES[word] for word in scene.words[low:place]):
        return None
    found = None
    place = _accused_before(scene, place)
    for first in range(place - 1, max(low, place - 6) - 1, -1):
        force = force_at(scene, first, place)
        if force is not None and force.end == place:
            found = force.party  # the longest: X and Y, the regime of X
        elif found is not None and force is None and scene.chart.name_at(first) is None:
            break
    return found or _capital_charged(scene, place)


def _accused_before(scene: Scene, place: int) -> int:
    """Return the token behind whom "charged with" tells of, or the token itself: the regime, charged with shelling."""
    at = place - 1 - (scene.words[place - 1] == "في")
    if at < 1 or not scene.words[at].removeprefix("ال").startswith("متهم"):
        return place
    return at - (scene.words[at - 1] in COMMAS)


def _capital_charged(scene: Scene, place: int) -> Party | None:
    """Return the capital or state right before a deed that stands behind "to" or the charge itself: charges made to X of."""
    for first in range(place - 1, max(-1, place - 4), -1):
        name = scene.chart.name_at(first)
        if name is None or name.first != first or name.end != place or name.kind not in {"place", "state"}:
            continue
        before = scene.words[first - 1] if first else ""
        if before == "الي" or _CHARGES[before] or scene.chart.glued(name) in {"ل", "لل"}:
            return Party(name.value.span, name.value.label, name.value.entity)
    return None


def of_spot(scene: Scene, deed: int, place: int) -> bool:
    """Return whether "of" tells whose the bare noun is that a deed was in or near: a blast near a car of the police."""
    for noun in range(place - 1, max(deed + 1, place - 1 - MAX_SPOT), -1):
        if is_definite(scene, noun) or scene.chart.name_at(noun) is not None:
            return False
        if scene.words[noun - 1] in any_of("in", "beside"):
            return True
    return False
