"""What speaks for two tellings being of one event, each as a feature; none is hidden."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from typing import Final

from hudna.arabic.wording import content_words
from hudna.model import Actor, Entity, Evidence, Feature, Member, digest_of
from hudna.record.entities import OWN_PREFIX
from hudna.record.names import POSSIBLE, compare_names, place_form, plain_form
from hudna.record.windows import told_window, weeks_between, window, written

_TOUCHING: Final = 0.3  # days that touch and say no more: a stretch, or those before an article came out
_ELSEWHERE: Final = -1.25
_WITHIN: Final = 0.8  # one place's words are some of the other's
_STATE: Final = "state:"
_STATE_SCORE: Final = 0.7  # much is done by a state
_COMMON_NOUN: Final = 0.3  # "a civilian", "a soldier"
_FEWEST_WORDS: Final = 4
_SAME_WORDS: Final = 0.8


@dataclass(frozen=True, slots=True)
class Likeness:
    """The sum of the features' weighted scores; ``conflict`` where two tellings can't be of one event."""

    score: float
    features: tuple[Feature, ...]
    conflict: bool = False


CONFLICT: Final = Likeness(0.0, (), conflict=True)


def place_feature(one: Member, other: Member) -> Feature | None:
    """Return how the places fit; None where one is not said, or they share words of which each has others."""
    if one.place is None or other.place is None:
        return None
    if place_form(one.place) == place_form(other.place):
        return Feature("place", one.place, other.place, 1.0)
    ours, theirs = set(plain_form(one.place).split()), set(plain_form(other.place).split())
    if ours <= theirs or theirs <= ours:
        return Feature("place", one.place, other.place, _WITHIN)
    return None if ours & theirs else Feature("place", one.place, other.place, _ELSEWHERE)


def told_days(one: Member, other: Member) -> Feature | None:
    """Return how the days fit, those before an article came out where it says none; None where they do not touch."""
    ours, theirs = told_window(one), told_window(other)
    if ours is None or theirs is None or max(ours[0], theirs[0]) > min(ours[1], theirs[1]):
        return None
    said = window(one), window(other)
    days = {day for each in said if each for day in each}
    close = None not in said and (max(days) - min(days)).days <= 1
    return Feature("days", written(said[0]), written(said[1]), 1.0 if close else _TOUCHING)


def pair_actors(
    ours: Iterable[Actor], theirs: Iterable[Actor], entities: Mapping[str, Entity]
) -> list[tuple[float, Actor, Actor]]:
    """Return the best pairs of parties, each used once, the surest first."""
    scored = []
    for one, other in product(ours, theirs):
        score = _actor_score(entities[one.entity], entities[other.entity])
        if score >= POSSIBLE:
            scored.append((score, one, other))
    scored.sort(key=lambda each: (-each[0], each[1].entity, each[2].entity))
    taken: set[tuple[int, str]] = set()
    found = []
    for score, one, other in scored:
        if (0, one.entity) not in taken and (1, other.entity) not in taken:
            taken |= {(0, one.entity), (1, other.entity)}
            found.append((score, one, other))
    return found


def _actor_score(one: Entity, other: Entity) -> float:
    if one.id == other.id:
        return 1.0
    if not (one.id.startswith(OWN_PREFIX) or other.id.startswith(OWN_PREFIX)) or one.kind is not other.kind:
        return 0.0
    return max(compare_names(left, right, one.kind).score for left in one.forms for right in other.forms)


def worth(entity: Entity) -> float:
    """Return how much it says that two tellings have a party in common, from 0 to 1."""
    if entity.id.startswith(_STATE):
        return _STATE_SCORE
    return _COMMON_NOUN if entity.id.startswith(OWN_PREFIX) and " " not in entity.label else 1.0


def same_words(one: Member, other: Member) -> Feature | None:
    """Return the feature of the words that carry both tellings, where they are the same and not too few."""
    ours, theirs = words_of(one.evidence), words_of(other.evidence)
    shared = len(ours & theirs)
    if shared < _FEWEST_WORDS or shared / max(len(ours), len(theirs)) < _SAME_WORDS:
        return None
    left, right = (" … ".join(each.text for each in member.evidence) for member in (one, other))
    return Feature("words", left, right, 1.0)


def weekly(member: Member, marks: Iterable[str]) -> Iterator[tuple[str, ...]]:
    """Yield the blocks of marks that a telling has in common with others: each in the weeks in which it may be told."""
    days = told_window(member)
    weeks = range(0) if days is None else weeks_between(*days)
    yield from ((mark, str(week)) for mark in marks for week in weeks)


def word_marks(member: Member) -> Iterator[str]:
    """Yield what tellings in the same words have in common, where those are not too few."""
    words = words_of(member.evidence)
    if len(words) >= _FEWEST_WORDS:
        yield digest_of(*sorted(words))


def words_of(evidence: tuple[Evidence, ...]) -> frozenset[str]:
    """Return the content words of evidence."""
    return frozenset().union(*(_content(each.text) for each in evidence))


@lru_cache(maxsize=20_000)
def _content(text: str) -> frozenset[str]:
    return frozenset(word.key for word in content_words(text))
