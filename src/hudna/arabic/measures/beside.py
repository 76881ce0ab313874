"""What stands beside a measure in its clause: under whose auspices it is, how many it moves, where it is."""

from typing import Final

from hudna.arabic.contacts.side import Side
from hudna.arabic.contacts.sides import nationality_sides
from hudna.arabic.incidents.counts import amount_at
from hudna.arabic.incidents.where import place_near
from hudna.arabic.measures.phrase import Phrase
from hudna.arabic.measures.who import parties_of, read_sides
from hudna.arabic.measures.words import markers
from hudna.arabic.scene import Scene
from hudna.model import WORD, Party, Place, Sentence

MAX_AUSPICES: Final = 24
MAX_COUNTED: Final = 8
MAX_SANCTIONED: Final = 10


def auspices(scene: Scene, phrase: Phrase, sentence: Sentence, slot: str) -> tuple[Party, ...]:
    """Return who mediates or guarantees a measure, where its clause says so: under the auspices of, with a guarantee by."""
    words = markers()[slot]
    first, end = max(sentence.first, phrase.first - MAX_AUSPICES), min(sentence.end, phrase.core + MAX_AUSPICES)
    near = scene.words[first:end]
    if words.isdisjoint(near):
        return ()
    for place, word in enumerate(near, first):
        if word not in words:
            continue
        sides, _ = read_sides(scene, place + 1, end)
        if sides:
            return parties_of(sides)
        name = scene.chart.name_at(place + 1)
        if name is not None and name.kind == "nationality":
            return parties_of(nationality_sides([name]))
    return ()


def sanctioned(scene: Scene, phrase: Phrase, sentence: Sentence) -> tuple[Party, ...]:
    """Return the state that sanctions hit where it is told before them: imposed on X further sanctions."""
    for place in range(phrase.first - 1, max(sentence.first, phrase.first - MAX_SANCTIONED), -1):
        if scene.words[place] in {"علي", "ضد"}:
            sides = read_sides(scene, place + 1, phrase.first)[0]
            return parties_of(
                [side for side in sides if (side.country and side.level in {"state", "place"}) or _is_known(side)]
            )
    return ()


def _is_known(side: Side) -> bool:
    """Return whether a side is a body with a name, which sanctions may hit as well."""
    return side.level == "body" and side.who.entity is not None


def quantity_of(scene: Scene, phrase: Phrase, sentence: Sentence) -> str | None:
    """Return how many people, lorries or buses a measure moves, with the word for them."""
    for place in range(phrase.first + 1, min(sentence.end - 1, phrase.core + MAX_COUNTED)):
        if scene.chart.dated[place]:
            continue
        if scene.words[place] in {".", "،", "؛"}:
            return None
        amount = amount_at(scene.tokens, place, sentence.end - 1)
        if amount is None or (amount.least is None and amount.most is None):
            continue
        counted = scene.tokens[amount.end]
        if counted.kind is not WORD or scene.chart.dated[amount.end]:
            return None
        return scene.document.article.words(scene.document.span(amount.first, amount.end + 1))
    return None


def setting_of(scene: Scene, phrase: Phrase, sentence: Sentence) -> Place | None:
    """Return the place named behind or before a measure in its clause."""
    if phrase.place is not None:
        return None
    clause = scene.clause(phrase.first, sentence)
    return place_near(scene, phrase.first, phrase.end, clause, ())
