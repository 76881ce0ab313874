"""What a reporting word stands in: its speaker's phrase, what lies between, and where the content begins."""

from typing import Final

from hudna.arabic.names.parties import Party
from hudna.arabic.speech.cue import Cue
from hudna.model import Span
from hudna.model.frozen import dataclass

STRONG_OPENERS: Final = frozenset({"ان", "colon", "quote"})  # after which words said cannot be missed

OFFERS: Final = frozenset({"offer", "put-forward"})  # words that report only where something can be offered in words


@dataclass(frozen=True, slots=True)
class Clause:
    """A reporting word's surroundings, in tokens.

    ``subject`` are the parties that stand as its subject, ``content`` is the first token of what was said and
    ``cut`` how many folded characters of a glued preposition it starts with; ``opener`` says what opened it.
    ``between`` is the stretch between reporting word and content; ``person`` is the one spoken of or to before a
    preposition, ``addressee`` the one spoken to, ``via`` who passed the words on.
    """

    cue: Cue
    place: int
    subject: tuple[Party, ...]
    between: tuple[int, int]
    content: int
    cut: int
    opener: str
    person: Party | None
    addressee: Party | None
    channel: Span | None
    via: tuple[Party, ...]

    @property
    def rule(self) -> str:
        """The name of the pattern: the form of the reporting word and what opens the content."""
        return f"<{self.cue.form}> <{self.opener}>"
