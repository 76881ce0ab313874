"""Statements of several articles that render one utterance: the same speaker within days, in like words."""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence, Sized
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import combinations, pairwise
from typing import Final

from hudna.arabic.wording import ContentWord, content_counts, content_words, weight_of
from hudna.model import Evidence, Feature, Field, Member, Merge
from hudna.record.coverage import telling
from hudna.record.windows import day_of

# By judgement on the articles of eval/gold/differences.json that may be looked at.
ALIKE: Final = 0.30  # of the weights of both: one speaker's words
_NEARLY_ALIKE: Final = ALIKE - 0.001  # what is rounded up to it too
_ALIKE_TELLING: Final = 0.30  # the same of articles known to tell one happening, words all over them counting little
_ALIKE_QUOTED: Final = 0.20  # the same of two quotations: renderings of one utterance differ in their words
ALIKE_IN_PLACE: Final = 0.18  # the same between two statements that are one with their neighbours
SAME_WORDS: Final = 0.55  # so like that they are one whoever is named as their speaker
_SAME_QUOTED: Final = 0.30  # the same of two quotations
SAME_SPEAKER: Final = 0.75  # the sum over the statements of two names in two articles: they are one speaker's
MAX_DAYS_APART: Final = 2
_MIN_SHARED: Final = 2
_SPOKEN: Final = frozenset({"direct", "mixed"})
_CONTENT: Final = "what"  # the field of a statement's own words
_SPACE: Final = " "
_BETWEEN: Final = ":"
_NOWHERE: Final = "-"
_COMMON: Final = 40  # statements that hold a word, above which it finds no candidates

Place = tuple[str, int, int]  # the field, and from where to where


@dataclass(frozen=True)
class Utterance:
    """A statement of one article as content words; with their line (``words_of``) the telling may be in outline."""

    member: Member
    line: str = ""

    @cached_property
    def pieces(self) -> tuple[tuple[Evidence, tuple[ContentWord, ...]], ...]:
        """The stretches of the content, each with its words, which stand at offsets into the stretch."""
        return tuple(
            (each.evidence, content_words(each.evidence.text)) for each in self.member.said if each.field == _CONTENT
        )

    @cached_property
    def weights(self) -> Mapping[str, float]:
        """Each key with its weight."""
        if not self.line:
            return {key: weight_of(count) for key, count in _counts(self.member).items()}
        _, *words = self.line.split(_SPACE)
        return dict(zip(words[::2], map(_weight, words[1::2]), strict=True))

    @cached_property
    def place(self) -> Place | None:
        """Where its words stand, None where it has none."""
        if self.line:
            return _placed(self.line.partition(_SPACE)[0])
        return _place_of(self.member)

    @cached_property
    def mass(self) -> float:
        """The sum of the weights."""
        return sum(self.weights.values())

    @cached_property
    def speakers(self) -> frozenset[str]:
        """The entities that speak."""
        return frozenset(actor.entity for actor in self.member.actors)

    @property
    def is_quoted(self) -> bool:
        """Whether it gives words as they were spoken, if only some."""
        return self.member.manner in _SPOKEN

    @cached_property
    def names(self) -> tuple[frozenset[str], ...]:
        """The words of each speaker's name."""
        return tuple(frozenset(word.key for word in content_words(actor.label)) for actor in self.member.actors)


def words_of(statement: Member) -> str:
    """Return the content words of a statement as a line: where it stands, and each key with how often it is written."""
    place = _place_of(statement)
    written = [_NOWHERE if place is None else _BETWEEN.join(map(str, place))]
    for key, count in _counts(statement).items():
        written += (key, str(count))
    return _SPACE.join(written)


def _counts(statement: Member) -> dict[str, int]:
    counts: dict[str, int] = {}
    for each in statement.said:
        if each.field == _CONTENT:
            counts |= content_counts(each.evidence.text)
    return counts


def _place_of(statement: Member) -> Place | None:
    if not statement.said:
        return None
    span = statement.said[0].evidence.span
    return span.field.value, span.start, span.end


def _placed(written: str) -> Place | None:
    if written == _NOWHERE:
        return None
    field, start, end = written.split(_BETWEEN)
    return field, int(start), int(end)


@lru_cache
def _weight(count: str) -> float:
    return weight_of(int(count))


def overlap(one: Utterance, other: Utterance) -> float:
    """Return how much of the weights of both statements is in words they share, from 0 to 1."""
    shared = one.weights.keys() & other.weights.keys()
    if len(shared) < min(_MIN_SHARED, len(one.weights), len(other.weights)):
        return 0.0
    mass = one.mass + other.mass
    return 0.0 if not mass else sum(one.weights[key] + other.weights[key] for key in sorted(shared)) / mass


def utterance_merges(members: Iterable[Member], *, together: bool = False) -> dict[tuple[str, str], Merge]:
    """Return the pairs of statements of different articles that render one utterance, by their keys in order.

    ``together`` says that all articles tell one happening: what is in the same words is then one utterance, whoever is
    named as its speaker.
    """
    members = list(members)
    found: dict[tuple[str, str], Merge] = {}
    blocks: dict[tuple[str, int], list[Utterance]] = defaultdict(list)
    for member in sorted(members, key=lambda each: each.key):
        utterance = Utterance(member)  # its words are looked at only where there is another to compare them with
        for block in blocks_of_statement(utterance.member):
            blocks[block].append(utterance)
    for utterances in blocks.values():
        for one, other, score in alike_in_block(utterances, found):
            found[one.member.key, other.member.key] = merge_of(one, other, score)
    if together:
        found = _whoever_speaks(members) | found
        overlapping = _telling_overlaps(members)
        quoted = {member.key for member in members if Utterance(member).is_quoted}
        found = {
            pair: merge
            for pair, merge in found.items()
            if overlapping(*pair) >= (_ALIKE_QUOTED if quoted.issuperset(pair) else _ALIKE_TELLING)
        }
        found = _likest_quoted([member for member in members if member.key in quoted], overlapping) | found
    return found | _in_place(members, found)


def _likest_quoted(members: Iterable[Member], overlapping: Callable[[str, str], float]) -> dict[tuple[str, str], Merge]:
    """Return the pairs of quotations of which each is likest to the other, of one speaker or in the same words.

    A headline is left out: what it quotes stands in its article, which has the more of it.
    """
    spoken = [Utterance(each) for each in sorted(members, key=lambda each: each.key) if not _is_above(each)]
    scored = {
        (one.member.key, other.member.key): (overlapping(one.member.key, other.member.key), one, other)
        for one, other in combinations(spoken, 2)
        if one.member.article != other.member.article
        and (one.speakers & other.speakers or share_a_name(one, other) or overlap(one, other) >= _SAME_QUOTED)
        and len(one.weights.keys() & other.weights.keys()) >= _MIN_SHARED
    }
    likest: dict[tuple[str, str], float] = defaultdict(float)  # by the key of one, and the article of the other
    for score, one, other in scored.values():
        for each, against in ((one, other), (other, one)):
            ends = each.member.key, against.member.article
            likest[ends] = max(score, likest[ends])
    return {
        pair: merge_of(one, other, round(score, 3))
        for pair, (score, one, other) in scored.items()
        if score >= _ALIKE_QUOTED
        and score == likest[pair[0], other.member.article] == likest[pair[1], one.member.article]
    }


def _is_above(member: Member) -> bool:
    return all(each.evidence.span.field is Field.TITLE for each in member.said)


def _telling_overlaps(members: Iterable[Member]) -> Callable[[str, str], float]:
    """Return what two statements, by their keys, share of their weights where words of many statements tell little."""
    weights = {member.key: Utterance(member).weights for member in members}
    tells = telling(list(weights.values()))

    def overlapping(left: str, right: str) -> float:
        ours, theirs = ({key: weight * tells[key] for key, weight in weights[each].items()} for each in (left, right))
        mass = sum(ours.values()) + sum(theirs.values())
        return sum(ours[key] + theirs[key] for key in sorted(ours.keys() & theirs.keys())) / mass if mass else 0.0

    return overlapping


def alike_in_block(
    utterances: list[Utterance], known: Collection[tuple[str, str]] = ()
) -> Iterator[tuple[Utterance, Utterance, float]]:
    """Yield the pairs of a block's statements, in the order of their keys, that are alike, but those already known."""
    if len({utterance.member.article for utterance in utterances}) < 2:
        return
    for one, other in _candidates(utterances):
        if (one.member.key, other.member.key) in known or not _may_be_of_one_day(one.member, other.member):
            continue
        score = round(overlap(one, other), 3)
        if score >= ALIKE:
            yield one, other, score


def _whoever_speaks(members: Iterable[Member]) -> dict[tuple[str, str], Merge]:
    """Return the pairs that are one though their speakers go by other names.

    They are in the same words; or in like words, and what two speakers say in two articles shows that they are one:
    their names hold one another's words, or several of their statements are alike.
    """
    scored = []
    for one, other in _candidates([Utterance(member) for member in sorted(members, key=lambda each: each.key)]):
        score = round(overlap(one, other), 3)
        if score >= ALIKE:
            scored.append((score, one, other))
    evidence: dict[tuple[str, str, str, str], float] = defaultdict(float)
    for score, one, other in scored:
        for pair in _speaker_pairs(one, other):
            evidence[pair] += score
    found = {}
    for score, one, other in scored:
        shown = max((evidence[pair] for pair in _speaker_pairs(one, other)), default=0.0)
        if score >= SAME_WORDS or shown >= SAME_SPEAKER or share_a_name(one, other):
            found[one.member.key, other.member.key] = merge_of(one, other, score)
    return found


def same_words(one: Utterance, other: Utterance) -> float:
    """Return how like two statements must be to be one whoever is named as their speaker."""
    return _SAME_QUOTED if one.is_quoted and other.is_quoted else SAME_WORDS


def _speaker_pairs(one: Utterance, other: Utterance) -> list[tuple[str, str, str, str]]:
    articles = one.member.article, other.member.article
    return [(*articles, ours, theirs) for ours in sorted(one.speakers) for theirs in sorted(other.speakers)]


def share_a_name(one: Utterance, other: Utterance) -> bool:
    """Return whether the name of a speaker of the one holds the words of a speaker's name of the other."""
    return any(
        bool(ours) and bool(theirs) and (ours <= theirs or theirs <= ours)
        for ours in one.names
        for theirs in other.names
    )


def _in_place(members: Iterable[Member], found: Mapping[tuple[str, str], Merge]) -> dict[tuple[str, str], Merge]:
    """Return further pairs, less alike: those that stand, in both articles, between the same two utterances."""
    by_article: dict[str, list[Member]] = defaultdict(list)
    for member in members:
        by_article[member.article].append(member)
    article_of = {member.key: article for article, each in by_article.items() for member in each}
    pairs: dict[tuple[str, str], list[Merge]] = defaultdict(list)
    for (left, right), merge in found.items():
        pairs[article_of[left], article_of[right]].append(merge)
    more: dict[tuple[str, str], Merge] = {}
    for (left, right), merges in sorted(pairs.items()):
        ours, theirs = (list(map(Utterance, by_article[article])) for article in (left, right))
        for merge in merges_in_place(ours, theirs, merges):
            more[merge.left, merge.right] = merge
    return {key: merge for key, merge in more.items() if key not in found}


def merges_in_place(ours: Iterable[Utterance], theirs: Iterable[Utterance], merges: Sequence[Merge]) -> Iterator[Merge]:
    """Yield the pairs that stand, in two articles, between the same two utterances; ``merges`` are those of the two."""
    if len(merges) > 1:
        yield from _gaps(_in_order(ours), _in_order(theirs), _best(merges))


def _in_order(utterances: Iterable[Utterance]) -> list[Utterance]:
    """Return statements in the order of their text, those of the headline first."""
    placed = [(each.place, each.member.key, each) for each in utterances if each.place]
    return [each for *_, each in sorted(placed, key=lambda each: each[:2])]


def _best(merges: Iterable[Merge]) -> dict[str, str]:
    """Return who is one with whom, each once, the surest first."""
    found: dict[str, str] = {}
    taken: set[str] = set()
    for merge in sorted(merges, key=lambda each: (-each.score, each.left, each.right)):
        if merge.left not in found and merge.right not in taken:
            found[merge.left] = merge.right
            taken.add(merge.right)
    return found


def _gaps(ours: list[Utterance], theirs: list[Utterance], matched: Mapping[str, str]) -> Iterator[Merge]:
    places = {utterance.member.key: place for place, utterance in enumerate(theirs)}
    fixed = [(place, places[matched[each.member.key]]) for place, each in enumerate(ours) if each.member.key in matched]
    for (place, theirs_at), (next_place, theirs_next) in pairwise(fixed):
        free = theirs[theirs_at + 1 : max(theirs_at + 1, theirs_next)]
        for one in ours[place + 1 : next_place]:
            for other in free:
                score = round(overlap(one, other), 3)
                if score >= ALIKE_IN_PLACE and one.speakers & other.speakers:
                    yield merge_of(one, other, score)


def merge_of(one: Utterance, other: Utterance, score: float) -> Merge:
    """Return the merge of two statements, with what speaks for it."""
    ours, theirs = (" ".join(sorted(actor.label for actor in each.member.actors)) for each in (one, other))
    actors = Feature("actors", ours, theirs, 1.0 if one.speakers & other.speakers else 0.0)
    words = Feature("words", one.member.what, other.member.what, score)
    return Merge(one.member.key, other.member.key, score, (actors, words))


def blocks_of_statement(member: Member) -> Iterator[tuple[str, int]]:
    """Yield the stretches of days that a statement may share with another by the same speaker."""
    stretches = stretches_of(member)
    for speaker in sorted({actor.entity for actor in member.actors}):
        for number in stretches:
            yield speaker, number


def stretches_of(member: Member) -> range:
    """Return the numbers of the stretches of days that a statement belongs to."""
    published = member.published
    day = published.latest or published.earliest
    if day is None:
        return range(0)
    number = day.toordinal() // (MAX_DAYS_APART + 1)
    return range(number, number + 2)


def _candidates(utterances: list[Utterance]) -> Iterator[tuple[Utterance, Utterance]]:
    """Yield the pairs of different articles that share a word which not too many hold, and may be alike enough.

    What two share of their weights is in the words of one of them at least for the share asked for (``ALIKE``): they
    share one that is not among the most common, which together weigh less than that.
    """
    holding: dict[str, list[int]] = defaultdict(list)
    for place, utterance in enumerate(utterances):
        for key in utterance.weights:
            holding[key].append(place)
    leaning: dict[str, list[int]] = defaultdict(list)
    for place, utterance in enumerate(utterances):
        for key in _telling_words(utterance, holding):
            leaning[key].append(place)
    pairs = {
        (one, other) if one < other else (other, one)
        for key, places in leaning.items()
        for one in places
        for other in holding[key]
        if one != other
    }
    for left, right in sorted(pairs):
        if utterances[left].member.article != utterances[right].member.article:
            yield utterances[left], utterances[right]


def _telling_words(utterance: Utterance, holding: Mapping[str, Sized]) -> Iterator[str]:
    """Yield the words of an utterance, the rarest first, that find candidates for it."""
    weights = utterance.weights
    left = utterance.mass
    least = _NEARLY_ALIKE * left
    for count, key in sorted((len(holding[key]), key) for key in weights):
        if count > _COMMON or left < least:
            return
        if count > 1:
            yield key
        left -= weights[key]


def _may_be_of_one_day(one: Member, other: Member) -> bool:
    """Return whether two statements were printed within days of each other, and said on days that may be one."""
    printed = [each.published.latest or each.published.earliest for each in (one, other)]
    if printed[0] is None or printed[1] is None or abs((printed[0] - printed[1]).days) > MAX_DAYS_APART:
        return False
    first = max((day_of(each.earliest) for each in (one, other) if each.earliest is not None), default=dt.date.min)
    last = min((day_of(each.latest) for each in (one, other) if each.latest is not None), default=dt.date.max)
    return (first - last).days <= 1
