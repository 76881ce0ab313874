"""Who stands as the subject of a verb of contact: before it, behind "that", behind an apposition, or left out."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from hudna.arabic.contacts.draft import Draft
from hudna.arabic.contacts.side import PERSON_LEVEL, Side, side_of_party
from hudna.arabic.contacts.sides import glued, read_sides
from hudna.arabic.contacts.status import is_before_or_after, is_expected
from hudna.arabic.contacts.words import Verb, markers, verbs, with_conjunction
from hudna.arabic.names.parties import find_parties, head_at
from hudna.arabic.scene import Scene
from hudna.arabic.speech.cues import cue_forms
from hudna.arabic.speech.subjects import subject_before
from hudna.model import WORD, ContactKind, Manner, Participant, Sentence
from hudna.text.letters import COMMAS

MAX_WAS_REACH: Final = 25
SET_TOKENS: Final = 3  # it is set that
MAX_THAT_REACH: Final = 28
MAX_NAMED_BEFORE: Final = 6
_PREPOSITIONS: Final = frozenset({"مع", "من", "الي", "عن", "بين", "ضد", "لدي"})
_OPENING: Final = frozenset({'"', "«", "“"})
_WAS: Final = frozenset({"كان", "وكان", "كانت", "وكانت", "يكون", "تكون"})
_THAT: Final = frozenset({"ان", "بان"})
_ITS: Final = frozenset({"له", "لها", "لهم"})  # the mission that belongs to it
_OF: Final = "من"


class Subject:
    """The sides that stand as the subject of a verb and where they were found."""

    __slots__ = ("rule", "sides")

    def __init__(self, sides: Sequence[Side], rule: str) -> None:
        self.sides = tuple(sides)
        self.rule = rule


def unquoted(scene: Scene, place: int) -> int:
    """Return a token, or the opening quotation mark right before it: that he "will …"."""
    return place - 1 if place > 1 and scene.words[place - 1] in _OPENING else place


def subject_ahead(scene: Scene, place: int, sentence: Sentence) -> Subject | None:
    """Return the subject that stands before a verb, in a nominal clause or as what a relative clause is about."""
    before = scene.words[unquoted(scene, place) - 1] if place > sentence.first else ""
    if with_conjunction(scene.words[place]) and place != sentence.first:
        return None
    if before in markers()["that-he"] and not _quoted(scene, place):
        _, speakers = scene.speaker_before(place, sentence, reach=0)
        if speakers and all(scene.may_meet(party) for party in speakers):
            sides = [side_of_party(party, place) for party in speakers]
            return Subject(sides, "speaker")
    if before in markers()["relative"]:
        return ending_at(scene, place - 1, sentence)
    which = _before_set(scene, place)
    if which > sentence.first and scene.words[which] in markers()["relative"]:
        return ending_at(scene, which, sentence)  # the council, which is to meet
    start = after_was(scene, place, sentence)
    if start is None:
        phrases = subject_before(scene.frame, place, sentence)
        if not phrases:
            return _indefinite_before(scene, place, sentence) or _of_that_clause(scene, place, sentence)
        start = phrases[0].first
    sides, _ = read_sides(scene, start, place)
    usable = [side for side in sides if side.level != "place"]
    return Subject(usable, "before") if usable else None


def _before_set(scene: Scene, place: int) -> int:
    """Return the token before "is set to" that leads to a verb, -1 where nothing of the kind stands there."""
    expected = place > SET_TOKENS and is_expected(scene, place) and scene.words[place - SET_TOKENS] == _OF
    return place - SET_TOKENS - 1 if expected else -1


def _of_that_clause(scene: Scene, place: int, sentence: Sentence) -> Subject | None:
    """Return whom a sentence or that-clause begins with, where only what says more of him parts him from the verb."""
    for start in range(place - 1, max(sentence.first, place - MAX_THAT_REACH) - 1, -1):
        word = scene.words[start]
        opens = start == sentence.first or scene.words[start - 1] in _THAT
        if opens:
            sides, end = read_sides(scene, start, place)
            usable = sides and all(side.level in PERSON_LEVEL | {"body"} for side in sides)
            if usable and (_says_more(scene, end, place) or (end == place and sides[0].level == "body")):
                return Subject(sides, "before")
        if word in _THAT or word in cue_forms() or (word in verbs() and not opens):
            return None
    return None


def _says_more(scene: Scene, first: int, end: int) -> bool:
    """Return whether the tokens between a name and its verb are its office, brackets, or words that agree with it."""
    inside = first
    while inside < end:
        token, name = scene.tokens[inside], scene.chart.name_at(inside)
        if token.folded == "(":
            inside = next((i for i in range(inside, end) if scene.words[i] == ")"), inside) + 1
            continue
        if name is not None and name.end <= end:
            inside = name.end
            continue
        word = token.folded
        joins = word in COMMAS or word in markers()["aside"] or scene.chart.dated[inside] or word in _ITS
        if token.kind is WORD and not (joins or word.startswith(("ال", "لل", "بال")) or head_at(token) is not None):
            return False
        inside += 1
    return first < end


def _indefinite_before(scene: Scene, place: int, sentence: Sentence) -> Subject | None:
    """Return the delegation or officials without the article that a verb right behind says more of."""
    found = ending_at(scene, place, sentence) if place > sentence.first else None
    if found is None:
        return None
    side = found.sides[0]
    bare = scene.words[side.first].startswith("ال")
    return found if side.level in {"body", "persons"} and side.who.entity is None and not bare else None


def after_was(scene: Scene, place: int, sentence: Sentence) -> int | None:
    """Return where the subject of a pluperfect stands: X had met, with the particle before the verb."""
    if scene.words[place - 1] != "قد":
        return None
    for start in range(place - 2, max(sentence.first, place - MAX_WAS_REACH) - 1, -1):
        if scene.words[start] in _WAS:
            return start + 1
    return None


def ending_at(scene: Scene, end: int, sentence: Sentence, *, several: bool = False) -> Subject | None:
    """Return the sides of the longest party that ends right before a token; ``several`` keeps the people joined to the last."""
    stop = end - 1 if scene.words[end - 1] in COMMAS else end
    for start in range(max(sentence.first, stop - 14), stop):
        phrases = find_parties(scene.chart, start, end)
        if phrases and phrases[-1].end == stop:
            sides, _ = read_sides(scene, start, end)
            if sides:
                joined = several and all(side.level in {"person", "office"} for side in sides)
                return Subject(sides if joined else sides[-1:], "relative")
    return None


def agent_before(
    scene: Scene, place: int, sentence: Sentence, told: Sequence[Draft], *, several: bool = False
) -> Subject | None:
    """Return who the last report or contact before is about, for a verb that leaves its subject out.

    ``several`` says that the verb is a dual or plural: those who took part in the contact before.
    """
    cue, speakers = scene.speaker_before(place, sentence)
    if is_before_or_after(scene, place):
        only = _only_person(scene, place, sentence)
        if only is not None:
            return only  # before he met
    if sentence.first < place and cue < sentence.first and not several:
        only = _only_person(scene, place, sentence)
        if only is not None:
            return only
    speakers = [party for party in speakers if scene.is_person(party)]
    last = next((draft for draft in reversed(told) if draft.sentence >= sentence.index - 1), None)
    if last is not None and last.first > cue and last.sides:
        sides = last.sides if several else last.sides[:1]
        left_out = [replace(side.who, implied=True, role=None) for side in sides]
        return Subject(
            [side._replace(first=place, end=place, who=who) for side, who in zip(sides, left_out, strict=True)], "agent"
        )
    if speakers and len(speakers) == 1 and not several and not _quoted(scene, place):
        return Subject([side_of_party(speakers[0], place)], "agent")
    if several:
        return None
    found = _first_named(scene, place, sentence)
    if found is None and place == sentence.first and sentence.index:
        before = scene.document.sentences[sentence.index - 1]
        found = _first_named(scene, place, before) if before.kind is sentence.kind else None
    return found


def is_traveller_met(place: int, verb: Verb, met: Sequence[Side], sentence: Sentence, told: Sequence[Draft]) -> bool:
    """Return whether several who stand behind a verb met him who just arrived, and not each other: where he met X and Y."""
    last = told[-1] if told and not verb.several else None
    if last is None or last.kind is not ContactKind.VISIT or last.sides[0].level not in PERSON_LEVEL:
        return False
    near = last.sentence == sentence.index or (last.sentence == sentence.index - 1 and place == sentence.first)
    guest = last.sides[0].who
    return near and all(side.level != "pair" and side.who.label != guest.label for side in met)


def _only_person(scene: Scene, place: int, sentence: Sentence) -> Subject | None:
    """Return the only person whom a sentence names before a verb, behind no preposition: X began a tour and met."""
    found = {}
    for person in scene.referents.people_before(place, MAX_NAMED_BEFORE):
        first = person.party.first
        if first < sentence.first:
            break
        before = scene.words[first - 1] if first > sentence.first else ""
        if glued(scene, first)[-1:] not in {"ب", "ل"} and before not in _PREPOSITIONS | markers()["contrast"]:
            found[person.name.value.label] = person.name.value
    if len(found) != 1 or _quoted(scene, place):
        return None
    name = next(iter(found.values()))
    return Subject([Side(place, place, "person", Participant(name.span, name.label, name.entity, None, True))], "agent")


def _quoted(scene: Scene, place: int) -> bool:
    """Return whether a token stands in a direct quotation, in which its speaker is "I" and nobody else."""
    token = scene.tokens[place]
    told = scene.told_in(token.start, token.field)
    return told is not None and told.value.manner is Manner.DIRECT


def _first_named(scene: Scene, place: int, sentence: Sentence) -> Subject | None:
    """Return the person whom the sentence of a verb begins with, or what is said in it: X came back to … and met."""
    if _quoted(scene, place):
        return None
    first = sentence.first
    for that in range(place - 2, max(first, place - MAX_THAT_REACH), -1):
        if that < sentence.end and scene.words[that] in _THAT:
            first = that + 1
            break
    limit = min(place, sentence.end)
    for start in range(first, min(first + 2, limit)):
        sides, end = read_sides(scene, start, limit)
        if len(sides) == 1 and end < limit and glued(scene, start)[-1:] not in {"ب", "ل"}:
            side = sides[0]
            if side.level in {"person", "office"} and scene.words[start] not in markers()["contrast"]:
                who = replace(side.who, implied=True)
                return Subject([side._replace(first=place, end=place, who=who)], "agent")
            return None
    return None


def object_before(scene: Scene, place: int, sentence: Sentence, others: Sequence[Side]) -> list[Side]:
    """Return whom the pronoun on a verb means: the person named last who is none of ``others``: and he met him."""
    known = {side.who.entity or side.who.label for side in others}
    first = scene.document.sentences[max(0, sentence.index - 1)].first
    for person in scene.referents.people_before(place, 4):
        name = person.name
        if name.first < first:
            break
        if (name.value.entity or name.value.label) not in known:
            who = Participant(name.value.span, name.value.label, name.value.entity, None, True)
            return [Side(place, place, "person", who)]
    return []
