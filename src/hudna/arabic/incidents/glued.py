"""What is glued to the front of a word: conjunctions and prepositions of one letter."""

from typing import Final

from hudna.arabic.scene import Scene
from hudna.lexicon import raw_length
from hudna.model import PartKind

_CLITICS: Final = ("و", "ف", "ب", "ل")  # before a party


def clitics_before(scene: Scene, place: int) -> int:
    """Return how many raw characters of conjunctions and prepositions a word begins with."""
    letters = 0
    for part in scene.document.parts[place] if scene.words[place].startswith(_CLITICS) else ():
        if part.kind not in {PartKind.CONJUNCTION, PartKind.PREPOSITION} or part.folded == "ك":
            break  # "like" stands before no party: it is the first letter of a name
        letters += len(part.folded)
    return raw_length(scene.tokens[place], letters) if letters else 0
