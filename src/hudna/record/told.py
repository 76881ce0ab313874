"""Which articles have a statement, in whatever words and under whatever name."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import ClassVar, Final

from hudna.model import Event, Member
from hudna.record.coverage import Body, Topic
from hudna.record.utterances import Utterance, overlap
from hudna.record.voices import is_headline

_FEWEST_WORDS: Final = 3
_RESTATED: Final = 0.3  # of the weights of both: one article says it twice


class Told:
    """The statements of articles on one happening, and which of the articles have them."""

    STATEMENT: ClassVar[float] = 0.37  # of the weight of its words in neighbouring sentences: it is told there
    NEWS: ClassVar[float] = 0.30  # the same of what a body makes known in the lead: the other has it from elsewhere
    UNKNOWN: ClassVar[float] = 0.10  # the same where another has nothing of it from anywhere
    NEW: ClassVar[float] = 0.24  # of all that one says, something is told there to no such degree

    def __init__(self, statements: Sequence[Event], bodies: Mapping[str, Body]) -> None:
        self._bodies = bodies
        self.topic = Topic(bodies.values())
        self._telling: dict[str, frozenset[str]] = {}
        by_article: dict[str, list[Utterance]] = defaultdict(list)
        for event in statements:
            for member in event.members:
                self._telling[member.key] = frozenset(each.article for each in event.members)
                by_article[member.article].append(Utterance(member))
        self._restated = {
            one.member.key: frozenset().union(
                *(self._telling[other.member.key] for other in said if _restates(one, other))
            )
            for said in by_article.values()
            for one in said
        }
        self._shares: dict[tuple[str, str], float] = {}

    def silent(self, event: Event) -> tuple[str, ...]:
        """Return the articles that do not have a statement; none where it says too little, or only a headline has it."""
        utterances = [Utterance(member) for member in event.members if not is_headline(member)]
        if not utterances or max(len(each.weights) for each in utterances) < _FEWEST_WORDS:
            return ()
        return tuple(
            digest
            for digest in sorted(self._bodies)
            if max(self._share(utterance, digest) for utterance in utterances) < self.STATEMENT
        )

    def is_new(self, event: Event, digest: str) -> bool:
        """Return whether an article has next to nothing of a statement."""
        return max(self._share(Utterance(member), digest) for member in event.members) < self.NEW

    def is_known(self, statement: Member) -> bool:
        """Return whether each article has some words at least of what a statement makes known."""
        return all(self._share(Utterance(statement), digest) >= self.UNKNOWN for digest in self._bodies)

    def share(self, said: Sequence[Utterance], digest: str) -> float:
        """Return how much of what is said an article has, from 0 to 1, each statement by the weight of its words."""
        return self._mean(said, lambda utterance: self._share(utterance, digest))

    def share_of_words(self, said: Sequence[Utterance], digest: str) -> float:
        """Return how much of the words of what is said an article has, from 0 to 1, whatever else may tell it there."""
        return self._mean(said, lambda utterance: self._share_of_words(utterance, digest))

    def _mean(self, said: Sequence[Utterance], share: Callable[[Utterance], float]) -> float:
        """Return the mean of a share over statements, each by the weight of its words; 1 where none weighs anything."""
        masses = [sum(self.topic.weigh(utterance.weights).values()) for utterance in said]
        held = sum(mass * share(utterance) for mass, utterance in zip(masses, said, strict=True))
        return held / sum(masses) if sum(masses) else 1.0

    def _share(self, utterance: Utterance, digest: str) -> float:
        key = utterance.member.key, digest
        if key not in self._shares:
            told = digest in self._telling[key[0]] or digest in self._restated[key[0]]
            self._shares[key] = 1.0 if told else self._share_of_words(utterance, digest)
        return self._shares[key]

    def _share_of_words(self, utterance: Utterance, digest: str) -> float:
        return self._bodies[digest].share(self.topic.weigh(utterance.weights))


def _restates(one: Utterance, other: Utterance) -> bool:
    return one.member.key == other.member.key or overlap(one, other) >= _RESTATED
