"""Those whom somebody is told to have eliminated: the army said that it had eliminated a commander; of the verb for dying."""

from typing import Final

from hudna.arabic.incidents.around import force_before, skip_adjuncts
from hudna.arabic.incidents.draft import Loss
from hudna.arabic.incidents.parties import Force, force_at
from hudna.arabic.incidents.persons import is_someone
from hudna.arabic.incidents.tolls import loss_of
from hudna.arabic.incidents.victims import victims_at
from hudna.arabic.incidents.words import Noun, Verb, amounts, markers
from hudna.arabic.scene import Scene
from hudna.model import Sentence, TollOutcome

_PERISH: Final = "perish"
_ON: Final = "علي"


def eliminates(scene: Scene, place: int, word: Verb | Noun, sentence: Sentence) -> bool:
    """Return whether the verb for dying is that for doing away with somebody: "on" stands behind it or its subject."""
    return isinstance(word, Verb) and word.id == _PERISH and _on_whom(scene, place, sentence)[1] is not None


def read_eliminated(scene: Scene, place: int, verb: Verb | Noun, sentence: Sentence) -> Loss | None:
    """Return the people whom somebody did away with; None where it was no people, or nobody is told to have done it."""
    by, on = _on_whom(scene, place, sentence)
    found = victims_at(scene, on + 1, sentence.end) if on is not None else None
    if by is None or not by.armed or found is None:
        return None
    amount, thing, end = found
    somebody = thing is not None and scene.words[thing.first] in amounts()["single"]
    if not somebody and not is_someone(scene, found):
        return None  # hopes, a disease
    rule = f"<actor> <{verb.id}> <victims>"
    return loss_of(scene, place, end, TollOutcome.KILLED, amount, thing, rule, by.party)._replace(verbal=True)


def _on_whom(scene: Scene, place: int, sentence: Sentence) -> tuple[Force | None, int | None]:
    """Return who does away with somebody, and where "on" stands."""
    start = skip_adjuncts(scene, place + 1, sentence.end)
    behind = force_at(scene, start, sentence.end)
    at = skip_adjuncts(scene, behind.end, sentence.end) if behind is not None else start
    if at + 1 >= sentence.end or scene.words[at] != _ON or scene.words[at + 1] in markers()["hands"]:
        return None, None
    return behind or force_before(scene, place, sentence), at
