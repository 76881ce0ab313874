"""Councils that are called on to sit or tell of a sitting of their own: X asked the council to hold a meeting, after a meeting it held."""

from collections.abc import Sequence
from typing import Final

from hudna.arabic.contacts.among import is_council
from hudna.arabic.contacts.governor import Governor
from hudna.arabic.contacts.own import ATTENDS
from hudna.arabic.contacts.phrase import Phrase
from hudna.arabic.contacts.side import Side, with_role
from hudna.arabic.contacts.sides import read_sides
from hudna.arabic.contacts.status import Standing
from hudna.arabic.contacts.subject import ending_at, subject_ahead
from hudna.arabic.contacts.words import markers
from hudna.arabic.scene import Scene
from hudna.arabic.speech.cues import find_cue
from hudna.model import WORD, ContactStatus, Match, Name, Role, Sentence
from hudna.text.letters import COMMAS

CALLED: Final = "<called> <council>"
HELD_BY: Final = "<council> عقد"
MAX_COUNCIL_TOKENS: Final = 8
MAX_CALLER_TOKENS: Final = 20
MAX_TELLS_REACH: Final = 20
_OF: Final = "من"
_LEADS: Final = frozenset({"الي", "علي"})
_GLUED: Final = frozenset({"ل", "ب"})
_OWN_GOVERNMENT: Final = frozenset({"حكومته", "حكومتها"})
_CONFERENCE: Final = "conference"
MAX_SPEECH_TOKENS: Final = 10
_INSIDE: Final = frozenset({"في", "خلال", "اثناء", "امام", "ختام", "افتتاح"})
_FEMININE: Final = "ه"
_HOLDS: Final = {"عقده": "he", "عقدها": "he", "عقدته": "she", "عقدتها": "she"}
_ACTORS: Final = frozenset({"body", "person", "state", "office"})


def called_to_sit(scene: Scene, phrase: Phrase, governor: Governor | None, sentence: Sentence) -> list[Side]:
    """Return the council that stands right before "to hold" a sitting, called on by somebody, and who calls; none otherwise."""
    end = phrase.first
    if governor is not None and governor.place < end and scene.words[governor.place] in markers()["masdar"]:
        end = governor.place  # of X a form that is written like "held"
    elif governor is not None or not (
        (phrase.noun.definite and phrase.noun.front in _GLUED) or scene.words[end - 1] in _LEADS
    ):
        return []
    end -= scene.words[end - 1] in _LEADS
    council = _council_before(scene, end, sentence)
    if council is None:
        return []
    asked = scene.words[council.first - 1] == _OF
    for verb in range(council.first - 1 - asked, max(sentence.first - 1, council.first - MAX_CALLER_TOKENS), -1):
        word = scene.words[verb].removeprefix("و")
        if word in markers()["that-he"] or word in markers()["relative"]:
            return []
        if word in (markers()["asks-for"] if asked else markers()["calls-on"]):
            return [council, *with_role(_callers(scene, verb, council.first - asked, sentence), Role.CONVENER)]
        if not asked and word in markers()["calling-on"] and verb + 1 == council.first:
            return [council]
    return []


def _council_before(scene: Scene, end: int, sentence: Sentence) -> Side | None:
    """Return the council that ends right before a token."""
    if scene.words[end - 1] in _OWN_GOVERNMENT:
        sides, stop = read_sides(scene, end - 1, end)
        return sides[0] if sides and stop == end else None
    for start in range(end - 1, max(sentence.first, end - MAX_COUNCIL_TOKENS), -1):
        name = scene.chart.name_at(start)
        if name is None or name.kind != "body" or scene.chart.glued(name):
            continue
        sides, stop = read_sides(scene, start, end)
        if len(sides) == 1 and stop == end and is_council(sides[0]):
            return sides[0]
    return None


def _callers(scene: Scene, verb: int, limit: int, sentence: Sentence) -> Sequence[Side]:
    """Return who calls, behind the verb or before it."""
    sides, _ = read_sides(scene, verb + 1, limit, places=True)
    if sides:
        return sides[:1]
    ahead = subject_ahead(scene, verb, sentence)
    if ahead is not None:
        return ahead.sides[:1]
    capital, end = read_sides(scene, verb - 1, verb, places=True)
    return capital if end == verb else []  # that Moscow asked the council


def held_by_council(scene: Scene, phrase: Phrase, sentence: Sentence) -> list[Side]:
    """Return the council named last before "a meeting that it held", where it agrees with the verb; none where another could be meant."""
    verb = next((verb for at in _behind(phrase, sentence) if (verb := _HOLDS.get(scene.words[at])) is not None), None)
    if verb is None:
        return []
    last: Match[Name] | None = None
    for place in range(max(sentence.first, phrase.first - MAX_TELLS_REACH), phrase.first):
        name = scene.chart.name_at(place)
        if name is not None and name.kind in _ACTORS and (last is None or last.end <= place):
            last = name
    if last is None or last.kind != "body":
        return []
    start = last.first - (scene.words[last.first - 1].removeprefix("و") in markers()["council"])
    sides, _ = read_sides(scene, start, phrase.first)
    agrees = scene.words[start].endswith(_FEMININE) is (verb == "she")
    return sides if agrees and len(sides) == 1 and is_council(sides[0]) else []


def _behind(phrase: Phrase, sentence: Sentence) -> range:
    return range(phrase.first + 1, min(sentence.end, phrase.end + 2))


def _spoke_at(scene: Scene, phrase: Phrase, sentence: Sentence) -> list[Side]:
    """Return who says something in a conference of which more is told than that it is one: X said at a conference on security.

    Nothing but days, places and the words for a speech may part him from it.
    """
    end, behind = phrase.first - 1, phrase.first + 1
    if phrase.noun.id != _CONFERENCE or phrase.noun.definite or scene.words[end] not in _INSIDE:
        return []
    quoted = scene.tokens[behind].kind is not WORD
    if quoted or (phrase.end == behind and not (scene.words[behind].startswith("ال") or behind in scene.chart.starts)):
        return []
    for _ in range(MAX_SPEECH_TOKENS):
        named = scene.chart.name_at(end - 1)
        there = named is not None and named.kind == "place"
        word = scene.words[end - 1]
        if not (there or word in COMMAS or word in markers()["spoke-in"] or scene.chart.dated[end - 1]):
            break
        end -= 1
    if end <= sentence.first:
        return []
    found = ending_at(scene, end, sentence)
    who = found.sides[0] if found is not None else None
    if who is None or who.level not in {"person", "office"} or who.first <= sentence.first:
        return []
    return [who] if find_cue(scene.tokens[who.first - 1]) is not None else []


def convened(
    scene: Scene,
    phrase: Phrase,
    governor: Governor | None,
    sentence: Sentence,
    standing: Standing | None,
) -> tuple[list[Side], str, Standing | None]:
    """Return the council a sitting is that of, the name of the pattern that says so, and whether it sat; no sides where none does."""
    called = called_to_sit(scene, phrase, governor, sentence)
    if called:
        return called, CALLED, Standing(ContactStatus.CALLED_FOR, (), sure=False)
    if phrase.held and phrase.noun.number == "one":
        return (
            held_by_council(scene, phrase, sentence),
            HELD_BY,
            standing or Standing(ContactStatus.HELD, (), sure=False),
        )
    spoke = _spoke_at(scene, phrase, sentence) if governor is None else []
    return (spoke, ATTENDS, standing or Standing(ContactStatus.HELD, (), sure=False)) if spoke else ([], "", standing)
