"""The same utterance in other words: which words one rendering has where another has others."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from types import MappingProxyType
from typing import Final

from rapidfuzz.distance import Levenshtein

from hudna.arabic.wording import speaks_arabic
from hudna.model import Difference, DifferenceType, Evidence, Member, Value
from hudna.record.utterances import Utterance, overlap, same_words, share_a_name
from hudna.record.voices import is_headline

_DIRECT: Final = "direct"
_SPELLING: Final = 0.75  # of the letters of a word
_TELLING: Final = frozenset({"describe", "announce"})  # acts of speech that take no stand
_MIN_OWN: Final = 0.12  # of a rendering's weight in words of its own, for a difference worth a reader's time
_MIN_OWN_WORDS: Final = 2
_MIN_OTHER_WORDS: Final = 3  # of both together, where each has some
_CUT: Final = " … "
_NEIGHBOURS: Final = 2  # words from one own word to the next in one stretch
_HOUR: Final = "0"  # what begins so is a time of the clock
_NOTHING: Final[Mapping[str, frozenset[str]]] = MappingProxyType({})


def phrasing(members: Sequence[Member], used: Mapping[str, frozenset[str]] = _NOTHING) -> Iterator[Difference]:
    """Yield how the renderings of one utterance differ, if they do: one difference for all of them.

    ``used`` has, by article, the words that stand anywhere in it: what it uses elsewhere is no wording it avoids.
    """
    utterances = [Utterance(member) for member in members if not is_headline(member)]
    kinds = {kind for pair in combinations(utterances, 2) if (kind := _kind(*pair, used)) is not None}
    if not kinds:
        return
    kind = next(each for each in _ORDER if each in kinds)
    values: dict[str, tuple[list[str], list[Evidence]]] = {}
    for utterance in utterances:
        own = _own_phrases(utterance, [other for other in utterances if other is not utterance])
        keys, evidence = values.setdefault(own, ([], []))
        keys.append(utterance.member.key)
        evidence += [piece for piece, _ in utterance.pieces]
    if len(values) > 1:
        found = [Value(value, tuple(sorted(keys)), tuple(evidence)) for value, (keys, evidence) in values.items()]
        yield Difference("statement", kind, tuple(sorted(found, key=lambda each: (each.value, each.members))))


_ORDER: Final = (
    DifferenceType.CONFLICT,
    DifferenceType.WORDING,
    DifferenceType.TRANSLATION,
    DifferenceType.MORE_PRECISE,
)


def _kind(one: Utterance, other: Utterance, used: Mapping[str, frozenset[str]]) -> DifferenceType | None:
    """Return how two renderings differ, None where they say it in the same words."""
    if not (one.speakers & other.speakers or share_a_name(one, other)) and overlap(one, other) < same_words(one, other):
        return None  # an utterance under two names: who said it is the difference
    if one.member.manner == other.member.manner == _DIRECT:
        used = _NOTHING  # what an article has elsewhere, it did not have him say
    ours, theirs = _own(one, other, used), _own(other, one, used)
    numbers = [{key for key in words if key.isdigit() and key[0] != _HOUR} for words in (ours, theirs)]
    if all(numbers):
        return DifferenceType.CONFLICT
    if _is_retold(one) and _is_retold(other):
        return None  # each outlet tells in its own words what somebody told: nobody's words are changed
    if not (_weighs(ours, one) or _weighs(theirs, other)):
        return None
    if not (ours and theirs) or len(ours) + len(theirs) < _MIN_OTHER_WORDS:
        # One tells more, or by another word here and there.
        return DifferenceType.MORE_PRECISE if any(numbers) and not (ours and theirs) else None
    return DifferenceType.TRANSLATION if _is_rendered(one, other) else DifferenceType.WORDING


def _is_retold(utterance: Utterance) -> bool:
    """Return whether a rendering quotes nothing, and tells neither a demand nor a stand."""
    return not utterance.is_quoted and utterance.member.kind in _TELLING


def _own(one: Utterance, other: Utterance, used: Mapping[str, frozenset[str]]) -> dict[str, float]:
    """Return the words that one has and the other's article has not, each with its weight."""
    elsewhere = used.get(other.member.article, frozenset())
    theirs = other.weights
    own = {key: weight for key, weight in one.weights.items() if key not in theirs and key not in elsewhere}
    return {key: weight for key, weight in own.items() if not any(_is_spelling(key, each) for each in theirs)}


def _is_spelling(one: str, other: str) -> bool:
    """Return whether two words are one, spelled or inflected otherwise."""
    return not one.isdigit() and Levenshtein.normalized_similarity(one, other, score_cutoff=_SPELLING) > 0


def _weighs(own: Mapping[str, float], utterance: Utterance) -> bool:
    return len(own) >= _MIN_OWN_WORDS and sum(own.values()) >= _MIN_OWN * utterance.mass


def _is_rendered(one: Utterance, other: Utterance) -> bool:
    """Return whether both give as spoken what was not spoken in Arabic."""
    speakers = one.speakers & other.speakers or one.speakers | other.speakers
    foreign = any(speaks_arabic(speaker) is False for speaker in speakers)
    return foreign and one.is_quoted and other.is_quoted


def _own_phrases(utterance: Utterance, others: Sequence[Utterance]) -> str:
    """Return the stretches of words that no other rendering has, as written; all of it where there are none."""
    known = frozenset().union(*(other.weights for other in others))
    phrases = []
    for evidence, words in utterance.pieces:
        for first, last in _stretches([word.key not in known for word in words]):
            phrases.append(" ".join(evidence.text[words[first].start : words[last].end].split()))
    return _CUT.join(phrases) or " ".join(utterance.member.what.split())


def _stretches(own: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Yield where stretches of own words begin and end, one shared word between two of them taken along."""
    places = [place for place, is_own in enumerate(own) if is_own]
    first = last = None
    for place in places:
        if first is None or last is None:
            first = last = place
        elif place - last <= _NEIGHBOURS:
            last = place
        else:
            yield first, last
            first = last = place
    if first is not None and last is not None:
        yield first, last
