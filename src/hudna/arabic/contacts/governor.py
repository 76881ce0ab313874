"""The verb that a noun of contact depends on: held a meeting, talks began, the sixth round will be held."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from hudna.arabic.contacts import status as st
from hudna.arabic.contacts.phrase import Phrase
from hudna.arabic.contacts.side import Side
from hudna.arabic.contacts.slots import Slots, read_slots
from hudna.arabic.contacts.where import read_place
from hudna.arabic.contacts.words import Verb, markers, nouns, verbs, with_conjunction
from hudna.arabic.scene import Scene
from hudna.model import PUNCTUATION, Sentence
from hudna.text.letters import COMMAS

MAX_GOVERNOR_REACH: Final = 30
_GOVERNORS: Final = frozenset({"light", "get", "host", "chair", "attend", "event", "send"})
MAX_AFTER_REACH: Final = 4
_FOR: Final = "ل"
_IF: Final = "اذا"
_DECADE: Final = frozenset({"من", "منذ", "قبل"})
_TAKES_FOR: Final = frozenset({"attend", "get", "send"})
_WAS_SET: Final = frozenset({"كان", "كانت", "مقررا", "المقرر", "من", "ان"})


class Governor(NamedTuple):
    """The verb that a noun of contact depends on, and what stands between them."""

    place: int
    verb: Verb
    slots: Slots
    noun_like: bool


def governor_before(scene: Scene, place: int, clause: tuple[int, int], sentence: Sentence) -> Governor | None:
    """Return the verb before a noun that nothing but its own subject, days and places part from it."""
    masdars, known = markers()["masdar"], verbs()
    adjunct = is_adjunct(scene, place)
    for start in range(place - 1, max(clause[0], place - MAX_GOVERNOR_REACH) - 1, -1):
        word = scene.words[start]
        if word in masdars and place - start <= 4 and not adjunct:
            as_noun = word not in known or st.governs_as_noun(scene, start, sentence)
            if as_noun:
                return Governor(start, known["عقد"], Slots(), noun_like=True)
        verb = known.get(word)
        if verb is None or not verb.frames & _GOVERNORS:
            continue
        if adjunct and "attend" not in verb.frames:
            continue
        if verb.id == "hold-sitting" and scene.words[start - 1] in _DECADE:
            continue  # more than a decade
        if "send" in verb.frames and nouns()[scene.words[place]].id != "message":
            continue  # a blow dealt to somebody
        if nouns()[scene.words[place]].front == _FOR and not verb.frames & _TAKES_FOR:
            continue  # places were proposed for his meeting
        parted = [each for each in range(start + 1, place) if scene.words[each] in nouns()]
        if parted and (nouns()[scene.words[place]].front or not all(is_adjunct(scene, each) for each in parted)):
            continue  # not: held on his visit to X talks
        if any(scene.words[each] in markers()["invitation"] for each in range(start + 1, place)):
            continue  # got an invitation to visit
        if st.is_sake(scene, start):
            continue
        counted = scene.words[place - 1] in markers()["counted"] and place - 1 > start
        slots = read_slots(scene, start + 1, place - counted)
        if slots.skipped and "event" in verb.frames and "light" not in verb.frames:
            continue  # what took place is told by words in between
        if "attend" in verb.frames and slots.destination is not None and nouns()[scene.words[place]].front == _FOR:
            continue  # came to X in order to meet
        if "host" in verb.frames:
            where = read_place(scene, start + 1, place)
            if where is not None:
                slots.places.append(where[0])
                slots.end = max(slots.end, where[1])
        if slots.end < place and any(
            scene.words[each] not in markers()["counted"] and scene.tokens[each].kind.value == "word"
            for each in range(slots.end, place)
        ):
            continue
        return Governor(start, verb, slots, noun_like=False)
    return None


def governor_after(scene: Scene, phrase: Phrase, slots: Slots, genitive: Sequence[Side], limit: int) -> Governor | None:
    """Return the verb whose subject the noun is, behind its phrase: the sixth round will be held in a city."""
    place = max([phrase.end, *(side.end for side in [*genitive, *slots.between, *slots.with_, *slots.of])])
    for after in sorted({phrase.end, place, slots.end}):
        start = after
        while start < limit and (
            scene.words[start] in markers()["relative"] or scene.words[start] in COMMAS | _WAS_SET
        ):
            start += 1
        verb = verbs().get(scene.words[start]) if start < limit else None
        before = scene.words[start - 1]
        if verb is None or st.is_sake(scene, start):
            continue
        if scene.words[start] in markers()["lasts"] and scene.chart.dated[start + 1]:
            continue  # a visit that lasts three days
        if before == "ان" and scene.words[start - 2] not in _WAS_SET:
            continue  # "if it is held"
        if before == _IF and start > 1 and scene.tokens[start - 2].kind is PUNCTUATION:
            continue  # what somebody says behind it: "if X goes on …"
        if start > phrase.first + 1 and before in markers()["contrast"]:
            continue  # "before holding …" is no verb
        if start > place and slots.skipped and _says_more_of(scene, start - 1):
            continue  # before a march that is held every year
        if "event" in verb.frames and not with_conjunction(scene.words[start]):
            more = read_slots(scene, start + 1, limit)
            slots.places += more.places
            slots.between += more.between if not slots.between else []
            slots.end = max(slots.end, more.end)
            return Governor(start, verb, Slots(), noun_like=False)
    return None


def _says_more_of(scene: Scene, place: int) -> bool:
    """Return whether a bare noun that no table of contacts knows stands at a token, of which a verb behind it tells more."""
    word = scene.words[place]
    known = word in nouns() or word in markers()["relative"] or scene.chart.dated[place] or word in _WAS_SET
    front = scene.tokens[place - 1].folded in markers()["contrast"]
    return front and not known and not word.startswith("ال") and scene.tokens[place].kind.value == "word"


def is_adjunct(scene: Scene, place: int) -> bool:
    """Return whether a preposition of time or setting stands right before a noun: during, after, on the margins of."""
    before = place - 1
    if before > 0 and scene.words[before] in markers()["counted"]:
        before -= 1  # in the first meeting
    if before > 1 and scene.words[before] == "من":  # a day after his meeting
        near = scene.tokens[max(0, before - MAX_AFTER_REACH) : before]
        return any(token.folded in markers()["apart-in-time"] for token in near)
    return before >= 0 and scene.words[before] in markers()["adjunct"]
