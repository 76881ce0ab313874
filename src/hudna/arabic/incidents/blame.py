"""Which deed told before somebody is blamed for: the one that the charge names, or the last one of which nobody is told to have done it."""

from typing import Final

from hudna.arabic.incidents.charges import Charge, charges_in, is_deed, told_words
from hudna.arabic.incidents.draft import Draft
from hudna.arabic.scene import Scene
from hudna.model import Accusation, IncidentKind, Party, Sentence
from hudna.model.frozen import replace
from hudna.text import fold_word

MAX_SENTENCES: Final = 3
MAX_BACK: Final = 50  # deeds; who blames somebody for one told before so many others names it anew
MAX_BEHIND: Final = 12
MIN_LETTERS: Final = 4
_NOT_BLAMED: Final = frozenset(
    {
        IncidentKind.ABDUCTION_OR_ARREST,
        IncidentKind.CLASH,
        IncidentKind.MOVEMENT,
        IncidentKind.OBSTRUCTION,
        IncidentKind.TERRITORY_TAKEN,
    }
)


def with_blame(scene: Scene, sentence: Sentence, drafts: list[Draft]) -> list[Draft]:
    """Return the incidents, each of which nobody is told to have done with whom this sentence blames for it."""
    found = list(drafts)
    for charge in charges_in(scene, sentence):
        number = _meant(scene, charge, sentence, found)
        if number is not None and _is_nobodys(found[number]):
            found[number] = _blamed(found[number], charge)
    return found


def _is_nobodys(deed: Draft) -> bool:
    """Return whether nobody is told to have done a deed, claims it or is blamed for it."""
    return deed.actor is None and not deed.accusations and not deed.claimed_by


def _blamed(deed: Draft, charge: Charge) -> Draft:
    accused = charge.accused
    if _is_same(deed.target, accused):
        return deed
    accusers = [who for who in charge.accusers if (who.entity or who.label) != (accused.entity or accused.label)]
    place = None if deed.place is not None and deed.place.label == accused.label else deed.place
    charges = tuple(Accusation(accuser=who, accused=accused) for who in accusers)
    return replace(deed, accusations=charges, place=place) if charges else deed


def _is_same(target: Party | None, accused: Party) -> bool:
    return target is not None and bool(target.entity) and target.entity == accused.entity


def _meant(scene: Scene, charge: Charge, sentence: Sentence, drafts: list[Draft]) -> int | None:
    """Return the number of the deed that a charge is about: told in it, of the people or place it names, or the last one."""
    last = range(max(0, len(drafts) - MAX_BACK), len(drafts))
    open_ = [number for number in last if drafts[number].kind not in _NOT_BLAMED]
    if not open_:
        return None
    inside = range(charge.first, min(sentence.end, charge.first + MAX_BEHIND))
    told = next((number for number in open_ if drafts[number].first in inside), None)
    if told is not None:
        return told
    named = {word for word in told_words(scene, charge.first, sentence) if len(word) >= MIN_LETTERS}
    known = [number for number in reversed(open_) if not named.isdisjoint(_names(drafts[number]))]
    if known:
        return known[0]
    near = sentence.index - drafts[open_[-1]].sentence <= MAX_SENTENCES
    return open_[-1] if near and is_deed(scene, charge.first, sentence) else None


def _names(deed: Draft) -> frozenset[str]:
    """Return the words of whom or what a deed hit and where."""
    labels = [party.label for party in (deed.target,) if party is not None]
    labels += [deed.place.label] if deed.place is not None else []
    return frozenset(fold_word(word) for label in labels for word in label.split())
