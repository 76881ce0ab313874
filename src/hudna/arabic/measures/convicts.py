"""Whom a court's order or sentence hits or frees, by name or by words: on X, on fourteen employees, on him."""

from collections.abc import Sequence
from typing import Final

from hudna.arabic.contacts.side import Side
from hudna.arabic.incidents.counts import amount_at
from hudna.arabic.measures.targets import targets_at
from hudna.arabic.measures.who import read_sides
from hudna.arabic.measures.words import Verb, markers
from hudna.arabic.scene import Scene
from hudna.model import WORD, Match, Name, Participant, Sentence
from hudna.text.letters import COMMAS

MAX_UPON: Final = 8  # words between the sentence and "on"
MAX_OPENING: Final = 2  # words before "after his release" at the head of a sentence
MAX_RELATIVE: Final = 4  # words between "who" and the verb
_JUDGE: Final = frozenset({"القاضي", "قاضي", "قاضيه"})  # whose name stands behind them
_UPON: Final = frozenset({"علي", "بحق", "ضد", "عن"})
_ON: Final = frozenset({"علي", "بحق", "ضد"})
_STOPS: Final = frozenset({".", "؛", ":", "،", ","})
_PEOPLE: Final = frozenset({"person", "persons", "office"})
_HIS: Final = ("ه", "ها")
_NO_CONVICT: Final = frozenset(
    {"خلفيه", "ذمه", "اساس", "ضوء", "مدي", "قضيه", "قضايا", "القضيه", "اخري", "اخرين", "الاخير"}
)


def sentenced(scene: Scene, place: int, limit: int) -> list[Side]:
    """Return whom a court's order hits or frees: on X, the imprisonment of X, convicted X, against thirteen others."""
    words = markers()
    courts = words["court"] - _JUDGE
    for at in range(place + 2, limit):
        before = scene.words[at - 1]
        if scene.words[at] in {".", "؛", ":"}:
            break
        if before not in words["ruled-act"] | courts | _UPON:
            continue
        sides, _ = read_sides(scene, at, limit, places=False)
        named = [side for side in sides if side.level == "person" and scene.words[at] not in words["court"]]
        if named:
            return named
    for at in range(place + 1, min(limit - 1, place + MAX_UPON)):
        if scene.words[at] in _STOPS - {"،", ","}:
            break
        if scene.words[at] in _ON:
            sides = [side for side in read_sides(scene, at + 1, limit, places=False)[0] if side.level in _PEOPLE]
            return sides or in_words(scene, at + 1, limit)
    return []


def on_whom(verb: Verb, words: Sequence[str]) -> int | None:
    """Return where the preposition of a sentence stands among words, with the pronoun of whom it hits or without."""
    forms = {verb.frame, *(f"{verb.frame}{pronoun}" for pronoun in ("ه", "ها", "هم", "هما", "هن"))}
    return next((number for number, word in enumerate(words) if word in forms), None)


def judged(scene: Scene, place: int, at: int, sentence: Sentence, limit: int) -> list[Side]:
    """Return whom a verb of sentencing hits by the preposition at a token: his name, the words for him, or who "him" is."""
    if scene.words[at].endswith(_HIS):
        return person_before(scene, place, sentence)
    sides, _ = read_sides(scene, at + 1, limit, places=False)
    return sides or in_words(scene, at + 1, limit)


def in_words(scene: Scene, place: int, limit: int) -> list[Side]:
    """Return the people at a token whom no table knows: fourteen of the employees, a German woman, X where a sentence follows."""
    if place >= limit or (scene.tokens[place].kind is not WORD and amount_at(scene.tokens, place, limit) is None):
        return []
    if scene.words[place] in _NO_CONVICT or scene.words[place] in markers()["sentence"] or scene.chart.dated[place]:
        return []
    amount = amount_at(scene.tokens, place, limit)
    if amount is not None and amount.end + 1 < limit and scene.words[amount.end] == "من":
        end = amount.end + 2
        span = scene.document.span(place, end)
        return [Side(place, end, "persons", Participant(span, scene.document.article.words(span)))]
    found = targets_at(scene, place, limit)[0]
    if found:
        return found
    follows = place + 1 < limit and scene.words[place + 1] in markers()["sentence"]
    if not follows:
        return []
    span = scene.document.span(place, place + 1)
    return [Side(place, place + 1, "person", Participant(span, scene.document.article.words(span)))]


def person_before(scene: Scene, place: int, sentence: Sentence) -> list[Side]:
    """Return the person whom a relative word takes up before a token, or the only one that its sentence or the one before names."""
    near = range(place - 1, max(sentence.first, place - MAX_RELATIVE), -1)
    relative = next((at for at in near if scene.words[at] in markers()["relative"]), None)
    if relative is not None:
        end = relative - (scene.words[relative - 1] in COMMAS)
        name = scene.chart.name_at(end - 1)
        return [_side(name)] if name is not None and name.kind == "person" and name.end == end else []
    token = scene.tokens[place]
    told = scene.told_in(token.start, token.field)
    speakers = {who.entity or who.label for who in told.value.speakers} if told is not None else set()
    if place - sentence.first <= MAX_OPENING and _person_behind(scene, place, sentence):
        return []  # after his release X left
    for each in (sentence, scene.document.sentences[max(0, sentence.index - 1)]):
        people: dict[str, Match[Name]] = {}
        for at in range(each.first, min(each.end, place)):
            name = scene.chart.name_at(at)
            if name is not None and name.first == at and name.kind == "person":
                people.setdefault(name.value.entity or name.value.label, name)
        if people:
            return [_side(name) for name in people.values()] if len(people) == 1 and speakers.isdisjoint(people) else []
    return []


def _person_behind(scene: Scene, place: int, sentence: Sentence) -> bool:
    names = (scene.chart.name_at(at) for at in range(place + 1, sentence.end))
    return any(name is not None and name.kind == "person" for name in names)


def _side(name: Match[Name]) -> Side:
    who = Participant(name.value.span, name.value.label, name.value.entity, implied=True)
    return Side(name.first, name.end, "person", who)
