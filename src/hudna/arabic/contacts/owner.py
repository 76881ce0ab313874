"""Whom the pronoun on a noun of contact means: the visit of X and his meeting with, on his way to meet, who was named last."""

from collections.abc import Sequence
from typing import Final

from hudna.arabic.contacts.draft import Draft
from hudna.arabic.contacts.phrase import Phrase
from hudna.arabic.contacts.side import Side
from hudna.arabic.contacts.subject import agent_before, ending_at
from hudna.arabic.contacts.words import markers, nouns
from hudna.arabic.scene import Scene
from hudna.model import ContactKind, Participant, Sentence
from hudna.model.frozen import replace

_LINKS: Final = frozenset({"في", "علي", "عن"})
_PRONOUNS: Final = ("ه", "ها")
_ONE: Final = frozenset({"ه", "ها"})
_HIS: Final = "ه"
_FEMININE: Final = ("ه", "ات")  # ta marbuta is folded
_FOR: Final = "ل"
_TRAVELS: Final = ("<visit>", "<trip>", "<journey>")
MAX_NAMED_REACH: Final = 40
MAX_JOINED: Final = 6


def owner_told(scene: Scene, phrase: Phrase, sentence: Sentence, told: Sequence[Draft]) -> list[Side]:
    """Return who owns a contact joined to another one of his, or whose way leads to it; none where neither is told."""
    before = nouns().get(scene.words[phrase.first - 1]) if phrase.first > sentence.first else None
    if phrase.noun.front == _FOR and before is not None and before.owner in _ONE and before.kind is ContactKind.VISIT:
        return last_named(scene, phrase, sentence, ())  # on his way to meet
    last = told[-1] if told else None
    if phrase.noun.owner not in _ONE or scene.words[phrase.first][0] != "و" or last is None:
        return []
    end = max(stop for first, stop in last.pieces if first < phrase.first) if last.first < phrase.first else 0
    told_by_noun = bool(last.noun) or last.rule.startswith(_TRAVELS)
    if (
        not last.sides
        or last.sentence != sentence.index
        or not told_by_noun
        or not 0 <= phrase.first - end <= MAX_JOINED
    ):
        return []
    owner = last.sides[0]
    who = replace(owner.who, implied=True, role=None)
    return [owner._replace(first=phrase.first, end=phrase.first, who=who)]  # the visit of X and his meeting with Y


def whose_wish(scene: Scene, phrase: Phrase, sentence: Sentence, told: Sequence[Draft]) -> list[Side]:
    """Return whose wish, readiness or refusal, told with a pronoun, a contact is: announced that he is ready to meet X, its wish for talks with Y."""
    end = phrase.first - 1 - (scene.words[phrase.first - 1] in _LINKS)
    if end <= sentence.first or not scene.words[end].endswith(_PRONOUNS):
        return []
    wish = scene.words[end][:-2] if scene.words[end].endswith("ها") else scene.words[end][:-1]
    words = markers()["wish"] | markers()["own-wish"] | markers()["assent"]
    forms = {wish.removeprefix("ب"), wish.removesuffix("ت").removeprefix("ب") + "ه", wish.removeprefix("ب") + "ه"}
    if words.isdisjoint(forms):
        return []
    named = ending_at(scene, end, sentence)
    if named is not None:
        return list(named.sides[:1])  # X declared its readiness
    found = agent_before(scene, end, sentence, told) if scene.words[end][-1] == _HIS else None
    return list(found.sides[:1]) if found is not None else []


def rather_person(scene: Scene, phrase: Phrase, sentence: Sentence, own: list[Side]) -> list[Side]:
    """Return the person named last for a body that a pronoun on a noun of contact does not mean: sues X during his visit."""
    if phrase.noun.owner not in _ONE or len(own) != 1 or own[0].level != "body":
        return own
    words = markers()["mission"]
    word = scene.words[own[0].first] if own[0].end > own[0].first else own[0].who.label.split()[0]
    if not words.isdisjoint({word, word.removeprefix("و"), word.removeprefix("ال")}):
        return own  # a delegation may meet, and its visit be "his"
    feminine = word.endswith(_FEMININE)
    if feminine and phrase.noun.owner != _HIS:
        return own  # the authority broke off its talks
    return last_named(scene, phrase, sentence, own) or ([] if feminine else own)


def last_named(scene: Scene, phrase: Phrase, sentence: Sentence, across: Sequence[Side]) -> list[Side]:
    """Return the person named last before a noun in its sentence, whose meeting it then is."""
    others = {side.who.label for side in across}
    for place in range(phrase.first - 1, max(sentence.first, phrase.first - MAX_NAMED_REACH) - 1, -1):
        name = scene.chart.name_at(place)
        if name is not None and name.kind == "person":
            who = Participant(name.value.span, name.value.label, name.value.entity, None, True)
            return [Side(name.first, name.end, "person", who)] if name.value.label not in others else []
    return []
