"""Whether an article tells something, in whatever words: the last check before it is said to leave it out."""

import math
import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cached_property
from typing import Final

from hudna.arabic.wording import ContentWord, content_words
from hudna.model import Article

_SENTENCE: Final = re.compile(r"[^\n.!?\u061f]+")
_WINDOW: Final = 2  # neighbouring sentences taken together


class Body:
    """The text of an article, sentence by sentence, as content words."""

    def __init__(self, article: Article) -> None:
        self.article = article

    @cached_property
    def sentences(self) -> tuple[tuple[int, int, Mapping[str, ContentWord]], ...]:
        """Where each sentence stands, and its words by key."""
        found = []
        for match in _SENTENCE.finditer(self.article.text):
            words = {word.key: word for word in content_words(match[0])}
            if words:
                found.append((match.start(), match.end(), words))
        return tuple(found)

    @cached_property
    def title(self) -> Mapping[str, ContentWord]:
        """The words of the headline."""
        return {word.key: word for word in content_words(self.article.title or "")}

    @cached_property
    def keys(self) -> frozenset[str]:
        """The keys of all words, those of the headline too."""
        return frozenset(self.title).union(*(words for *_, words in self.sentences))

    def share(self, weights: Mapping[str, float], *, beyond: int = 0) -> float:
        """Return the largest share of the weights that neighbouring sentences ``beyond`` a character hold, 0 to 1."""
        mass = sum(weights.values())
        if not mass:
            return 0.0
        held = [{key for key in weights if key in words} for start, _, words in self.sentences if start >= beyond]
        windows = (set().union(*held[place : place + _WINDOW]) for place in range(len(held)))
        return max((sum(weights[key] for key in sorted(window)) for window in windows), default=0.0) / mass

    def around(self, start: int) -> tuple[int, int, Mapping[str, ContentWord]]:
        """Return the sentence that holds a character, empty where none does."""
        for sentence in self.sentences:
            if sentence[0] <= start < sentence[1]:
                return sentence
        return start, start, {}


class Topic:
    """What the articles on one happening are about: words that stand in many of their sentences tell little."""

    def __init__(self, bodies: Iterable[Body]) -> None:
        self._telling = telling([words for body in bodies for *_, words in body.sentences])

    def weigh(self, weights: Mapping[str, float]) -> dict[str, float]:
        """Return weights, those of words rare in the articles raised; nothing for words that stand in none."""
        return {key: weight * self._telling.get(key, 0.0) for key, weight in weights.items()}


def telling(texts: Sequence[Collection[str]]) -> dict[str, float]:
    """Return how much each word of texts tells: the less, the more of them hold it."""
    held = Counter(key for words in texts for key in words)
    return {key: math.log(1 + len(texts) / count) for key, count in held.items()}
