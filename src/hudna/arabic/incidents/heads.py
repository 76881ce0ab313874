"""The words that head phrases for those who use force, and what a head tells of a party."""

from typing import Final

from hudna.arabic.incidents.words import actors, heads, markers
from hudna.arabic.names.tables import labels
from hudna.arabic.scene import Scene
from hudna.model import Party
from hudna.text import Memo, fold_word

_FIGHTING_CLASSES: Final = frozenset({"armed_group", "army", "alliance"})


def bare(word: str) -> str:
    """Return a folded word without a conjunction and a preposition of one letter in front of it, as heads are looked up."""
    return _BARE[word]


def _bare_of(word: str) -> str:
    known = heads()
    for cut in range(3):
        if word[cut:] in known:
            return word[cut:]
        if word[: cut + 1].strip("وفبلك"):
            break
    if word.startswith("لل"):
        return "ال" + word[2:]
    if word.startswith("ولل"):
        return "ال" + word[3:]
    return word


_BARE: Final = Memo(_bare_of)


def is_foe(scene: Scene, place: int) -> bool:
    """Return whether a word for aggression is what one side calls the other: the planes, the mercenaries of the aggression."""
    known = scene.words[place] in markers()["foe"]
    return known and place > 0 and bare(scene.words[place - 1]) in heads()


def is_armed(party: Party) -> bool:
    """Return whether a party is one that uses force and is no state: an army, an armed group, an alliance."""
    row = labels().get(party.entity or "")
    if row is not None and row.kind != "place":
        return row.kind == "body" and row["class"] in _FIGHTING_CLASSES
    words_ = fold_word(party.label).split()
    return bool(words_) and bare(words_[0]) in heads()


def is_of_state(party: Party) -> bool:
    """Return whether a party is a state or the army or alliance of states, by its table."""
    row = labels().get(party.entity or "")
    return row is not None and (row.kind == "state" or row["class"] in {"army", "alliance"})


def leads_operations(party: Party) -> bool:
    """Return whether a party leads operations: a state, an army, an armed group; no company."""
    return (party.entity or "").startswith("state:") or is_armed(party)


def is_of_gender(party: Party, *, feminine: bool) -> bool:
    """Return whether the head of a party's words may be what a verb of a gender tells of; true where nothing shows it."""
    head = bare(fold_word(party.label.split()[0])).removeprefix("ال")
    if head in markers()["masculine"]:
        return not feminine
    return feminine or not (head in markers()["feminine"] or head.endswith(("ه", "ات")))


def is_one_body(party: Party) -> bool:
    """Return whether a party's words name one body, of which a verb in the plural does not tell: the army, a state."""
    head = fold_word(party.label.split()[0]).removeprefix("ال")
    return (party.entity or "").startswith("state:") or head in markers()["one-body"]


def owned(party: Party | None) -> Party | None:
    """Return a party, None for machines of which nothing tells whose they are: warplanes."""
    if party is None or party.entity is not None:
        return party
    words_ = [fold_word(word) for word in party.label.split()]
    if bare(words_[0]) in actors()["machine"] and all(
        word.removeprefix("ال") in markers()["machine"] for word in words_[1:]
    ):
        return None
    return party


def is_definite(scene: Scene, place: int) -> bool:
    """Return whether a word has the article."""
    return scene.words[place].startswith(("ال", "لل"))
