"""Answers remembered by word: an article costs what its new words cost."""

from collections.abc import Callable
from typing import Final, Generic, TypeVar

Answer = TypeVar("Answer")
MAX_REMEMBERED: Final = 200_000


class Memo(dict[str, Answer], Generic[Answer]):
    """A dictionary that works out what it lacks by a pure function, and forgets all when it has grown too large.

    ``map(memo.__getitem__, words)`` then asks for a whole text at once.
    """

    __slots__ = ("_answer",)

    def __init__(self, answer: Callable[[str], Answer]) -> None:
        super().__init__()
        self._answer = answer

    def __missing__(self, word: str) -> Answer:
        """Work out the answer for a new word."""
        if len(self) >= MAX_REMEMBERED:
            self.clear()
        answer = self[word] = self._answer(word)
        return answer
