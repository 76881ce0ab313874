"""Whether a contact told by a noun took place: by its adjectives, its verb, the words before it, or its day."""

from itertools import pairwise
from typing import Final

from hudna.arabic.contacts import status as st
from hudna.arabic.contacts.governor import Governor, is_adjunct
from hudna.arabic.contacts.phrase import Phrase
from hudna.arabic.contacts.sides import read_sides
from hudna.arabic.contacts.words import Tense, markers, nouns, statuses, verbs
from hudna.arabic.scene import Scene
from hudna.model import Act, ContactStatus, Match, PartKind, Polarity, Sentence, SentenceKind, TimeMention
from hudna.text.letters import COMMAS

MAX_WANTED_REACH: Final = 2
MAX_DENIED_REACH: Final = 5
MAX_BROKEN_REACH: Final = 8
MAX_SAID_OF_IT: Final = 12
MAX_ASSENT_REACH: Final = 8
MAX_AHEAD_REACH: Final = 14
MAX_OPENED_REACH: Final = 12
PAIR: Final = 2
_IN: Final = "في"
_DURING: Final = frozenset({"خلال", "اثناء", "لدي", "هامش"})
_OPENS_CLAUSE: Final = frozenset({"ان", "بان", "انه", "انها", "ما", "وذلك", "بعدما", "بينما", "فيما", ".", ":", "؛"})
_ON: Final = "علي"
_LEADS_TO: Final = frozenset({_ON, "الي"})
_TOUCH: Final = frozenset({"call", "in-touch"})
_JOURNEYS: Final = frozenset({"trip", "round"})
_TO_MEET: Final = "للقاء"
_WE_HAVE: Final = frozenset({"لدينا", "ولدينا"})
_APART: Final = frozenset({"host", "attend", "chair"})
_BY_ACT: Final = {
    Act.REJECT: ContactStatus.NOT_HELD,
    Act.DENY: ContactStatus.DENIED,
    Act.DEMAND: ContactStatus.CALLED_FOR,
    Act.PROPOSE: ContactStatus.CALLED_FOR,
}


def standing_of(
    scene: Scene,
    phrase: Phrase,
    governor: Governor | None,
    sentence: Sentence,
    date: Match[TimeMention] | None,
    *,
    named: bool,
    together: bool,
    definite: bool,
) -> st.Standing | None:
    """Return the status of a contact told by a noun: by its adjectives, its verb, the words before it, or its day."""
    start = governor.place if governor is not None else phrase.first
    said = st.before_words(scene, start + 1 if governor is not None and governor.noun_like else start, sentence)
    if said is not None and said.status is ContactStatus.PLANNED and _agreed_in(scene, phrase, sentence):
        said = None
    if said is not None and said.status is ContactStatus.CALLED_FOR and _asked_in(scene, phrase):
        said = None
    strong = {ContactStatus.POSTPONED, ContactStatus.CANCELLED, ContactStatus.NOT_HELD, ContactStatus.DENIED}
    if said is not None and said.status in strong and (governor is None or governor.verb.id != st.LEADS_TO):
        return said
    if governor is None and is_to_attend(scene, phrase.first) and st.tells_ahead(scene, phrase.first, sentence):
        return st.Standing(ContactStatus.PLANNED, (), sure=False)
    if _broken_off(scene, phrase):
        return st.Standing(ContactStatus.CANCELLED, (), sure=False)
    if phrase.status is ContactStatus.UNDER_WAY and governor is None:
        return st.Standing(ContactStatus.UNDER_WAY, (), sure=False)  # whatever is asked of the ongoing talks
    wanted = _wanted(scene, phrase)
    if wanted is not None:
        told = scene.told_in(scene.tokens[phrase.first].start, scene.tokens[phrase.first].field)
        unsaid = told is not None and told.value.polarity is Polarity.NEGATIVE
        return None if unsaid else wanted  # who did not refuse to meet has not met either
    if phrase.status is ContactStatus.POSSIBLE or phrase.status is ContactStatus.POSTPONED:
        return st.Standing(phrase.status, (), sure=False)
    if governor is not None and not governor.noun_like:
        standing = st.of_verb(scene, governor.place, governor.verb, sentence, date)
        if standing is not None and standing.status is ContactStatus.NOT_HELD and governor.verb.frames & _APART:
            return None  # who does not host or attend leaves open whether others meet
        if standing is not None and standing.status is ContactStatus.HELD and phrase.status is ContactStatus.PLANNED:
            return st.Standing(ContactStatus.PLANNED)
        if standing is None and phrase.status is ContactStatus.PLANNED:
            return st.Standing(ContactStatus.PLANNED, (), sure=False)  # wishes that the awaited summit be held in X
        return standing
    if said is not None and said.status is not ContactStatus.HELD:
        return said
    if st.was_set(scene, phrase.end, sentence):
        return st.Standing(ContactStatus.PLANNED, (), sure=False)
    if phrase.status is not None:
        return st.Standing(phrase.status, (), sure=phrase.status is ContactStatus.HELD)
    if st.is_ahead(scene, date):
        return st.Standing(ContactStatus.PLANNED, (), sure=False)
    if governor is not None:
        told = scene.told_in(scene.tokens[phrase.first].start, scene.tokens[phrase.first].field)
        if told is not None and told.value.act is Act.CONCEDE:
            return st.Standing(ContactStatus.HELD)
        return said or st.Standing(ContactStatus.PLANNED, (), sure=False)
    if said is None and _is_assented_to(scene, phrase, sentence):
        return st.Standing(ContactStatus.PLANNED, (), sure=False)
    if said is None and is_adjunct(scene, phrase.first) and _main_is_ahead(scene, phrase.end, sentence):
        return st.Standing(ContactStatus.PLANNED, (), sure=False)
    if _during_what_is_ahead(scene, phrase.first, sentence):
        return st.Standing(ContactStatus.PLANNED, (), sure=False, vague=True)  # unless it is told to go on already
    if said is None and named and scene.words[phrase.first] == _TO_MEET:
        return st.Standing(ContactStatus.PLANNED, (), sure=False)  # travels to X to meet Y
    if is_in_touch(scene, phrase) and scene.words[phrase.first - 2] in st.PAST:
        return st.Standing(ContactStatus.HELD, (), sure=False)  # had been in touch with Y
    if is_in_touch(scene, phrase) or _is_kept_up(scene, phrase):
        return st.Standing(ContactStatus.UNDER_WAY, (), sure=False)
    if said is None and phrase.noun.front == "ب" and _opens_journey(scene, phrase, sentence):
        return st.Standing(ContactStatus.PLANNED, (), sure=False)
    if said is not None or phrase.noun.front == "ب" or is_adjunct(scene, phrase.first):
        return said or st.Standing(ContactStatus.HELD)
    if named and scene.words[phrase.first - 1] in _WE_HAVE:
        return st.Standing(ContactStatus.UNDER_WAY, (), sure=False)
    behind = date is not None and date.first > phrase.first
    if (behind and named) or phrase.noun.id == "visit":
        return st.Standing(ContactStatus.HELD, (), sure=False)
    if together:
        return st.Standing(ContactStatus.HELD, (), sure=False)  # this fell together with a meeting of X with Y
    title = sentence.kind is SentenceKind.TITLE
    if named and (title or (definite and phrase.first > sentence.first)):
        if _still_ahead(scene, phrase.end, sentence):
            return st.Standing(ContactStatus.PLANNED, (), sure=False)
        if _is_ruled_out(scene, phrase.end, sentence):
            return None
        lasting = phrase.noun.id == "talks" and not _told_as_over(scene, phrase.end, sentence)
        return st.Standing(ContactStatus.UNDER_WAY if lasting else ContactStatus.HELD, (), sure=False, vague=True)
    return None


def is_to_attend(scene: Scene, place: int) -> bool:
    """Return whether somebody is on his way to what a noun tells: comes to attend a summit, to take part in the talks."""
    inside = place - 1 - (scene.words[place - 1] == _IN)
    return inside >= 0 and scene.words[inside] in markers()["to-attend"]


def _agreed_in(scene: Scene, phrase: Phrase, sentence: Sentence) -> bool:
    """Return whether a contact is where something was agreed, not what was agreed on: they agreed at a meeting on."""
    near = scene.words[max(sentence.first, phrase.first - st.MAX_BEFORE) : phrase.first]
    return is_adjunct(scene, phrase.first) and not markers()["agreed-on"].isdisjoint(near)


def _asked_in(scene: Scene, phrase: Phrase) -> bool:
    """Return whether a contact is where somebody asked for something, not what he asked for: X asked at a sitting to vote."""
    inside = phrase.first - 1
    if inside < 1 or scene.words[inside] not in _DURING | {_IN} or phrase.status is not None:
        return False
    wishes = markers()["own-wish"] | markers()["wish"]
    near = {word.removeprefix("و") for word in scene.words[max(0, inside - st.MAX_BEFORE) : inside]}
    return scene.words[inside - 1].removeprefix("و") not in statuses()["before"] and wishes.isdisjoint(near)


def _is_assented_to(scene: Scene, phrase: Phrase, sentence: Sentence) -> bool:
    """Return whether a noun tells that somebody agreed or decided on a contact: the decision of X to meet Y."""
    end = phrase.first - 1 if scene.words[phrase.first - 1] in _LEADS_TO else phrase.first
    for place in range(end - 1, max(sentence.first - 1, end - MAX_ASSENT_REACH), -1):
        if scene.words[place].removeprefix("ب") in markers()["assent"]:
            return place + 1 == end or read_sides(scene, place + 1, end, places=True)[1] == end
    return False


def goes_on_now(
    scene: Scene, governor: Governor | None, phrase: Phrase, standing: st.Standing, sentence: Sentence
) -> bool:
    """Return whether a contact goes on while an article tells of it: a verb in the present or "the current" says so."""
    if standing.status is not ContactStatus.UNDER_WAY or sentence.kind is SentenceKind.TITLE:
        return False
    if phrase.present or is_in_touch(scene, phrase) or _is_kept_up(scene, phrase):
        return True
    if governor is None or governor.noun_like:
        return phrase.status is ContactStatus.UNDER_WAY
    return governor.verb.tense is Tense.IMPERFECT


def is_in_touch(scene: Scene, phrase: Phrase) -> bool:
    """Return whether somebody is in touch with somebody: X is in daily contact with Y."""
    one = phrase.noun.id in _TOUCH and phrase.noun.number != "many" and not phrase.noun.definite
    return one and scene.words[phrase.first - 1] == _ON


def _is_kept_up(scene: Scene, phrase: Phrase) -> bool:
    """Return whether somebody goes on in a contact, by a verb in the present right before it: X continues in its talks."""
    inside = phrase.first - 1
    if inside < 1 or scene.words[inside] != _IN:
        return False
    for place in range(inside - 1, max(-1, inside - MAX_BROKEN_REACH), -1):
        verb = verbs().get(scene.words[place])
        if verb is not None and verb.id in st.GOES_ON and verb.tense is Tense.IMPERFECT:
            return place + 1 == inside or read_sides(scene, place + 1, inside, places=True)[1] == inside
    return False


def _opens_journey(scene: Scene, phrase: Phrase, sentence: Sentence) -> bool:
    """Return whether a visit is what a journey to come begins, goes on or ends with: he will begin his trip with a visit to."""
    journey = False
    for place in range(phrase.first - 1, max(sentence.first, phrase.first - MAX_OPENED_REACH) - 1, -1):
        word = scene.words[place]
        if word in COMMAS or word in markers()["relative"]:
            return False
        noun = nouns().get(word)
        journey = journey or (noun is not None and noun.id in _JOURNEYS)
        if journey and any(part.kind is PartKind.FUTURE for part in scene.document.parts[place]):
            return True
        verb = verbs().get(word) if journey else None
        if verb is not None and verb.tense is Tense.IMPERFECT:
            said = st.before_words(scene, place, sentence, subjunctive=True, noun=False)
            return said is not None and said.status is ContactStatus.PLANNED
    return False


def _main_is_ahead(scene: Scene, place: int, sentence: Sentence) -> bool:
    """Return whether what happens during a contact is still to come: on his visit to X, the minister will meet."""
    for at in range(place, min(sentence.end - 1, place + MAX_BROKEN_REACH)):
        if scene.words[at] in COMMAS:
            return any(part.kind is PartKind.FUTURE for part in scene.document.parts[at + 1])
    return False


def _during_what_is_ahead(scene: Scene, place: int, sentence: Sentence) -> bool:
    """Return whether what is to happen during a contact stands before it: the minister will discuss X on his visit to."""
    if scene.words[place - 1] not in _DURING:
        return False
    words = markers()
    for at in range(place - 2, max(sentence.first, place - MAX_AHEAD_REACH) - 1, -1):
        word = scene.words[at]
        if word in _OPENS_CLAUSE or word in words["relative"] or word in words["that-he"] or word in words["made-with"]:
            return False  # will carry out the accord signed during, what they agreed on during
        if any(part.kind is PartKind.FUTURE for part in scene.document.parts[at]):
            return True
    return False


def _broken_off(scene: Scene, phrase: Phrase) -> bool:
    """Return whether a contact is what somebody suspends, freezes or cuts: X suspended (all) its contacts with Y."""
    words = markers()
    end = phrase.first
    if end > 0 and scene.words[end - 1] in words["all-of"] | COMMAS:
        end -= 1
    for place in range(end - 1, max(-1, end - MAX_BROKEN_REACH), -1):
        word = scene.words[place]
        if word in words["broken-off"] or (word[0] == "و" and word[1:] in words["broken-off"]):
            return place + 1 == end or read_sides(scene, place + 1, end, places=True)[1] == end
    return False


def _still_ahead(scene: Scene, place: int, sentence: Sentence) -> bool:
    """Return whether what is said of a contact right behind it stands in the future: the summit of X and Y will be."""
    for at in range(place, min(sentence.end, place + MAX_SAID_OF_IT)):
        if scene.words[at] in COMMAS | {".", "؛", ":"}:
            return False
        if any(part.kind is PartKind.FUTURE for part in scene.document.parts[at]):
            return True
    return False


def _is_ruled_out(scene: Scene, place: int, sentence: Sentence) -> bool:
    """Return whether talks are told to be impossible: that the talks with X are impossible as things stand."""
    near = scene.words[place : min(sentence.end, place + MAX_SAID_OF_IT)]
    possible = markers()["possible"]
    not_possible = any(one == st.OTHER_THAN and other in possible for one, other in pairwise(near))
    return not_possible or not markers()["impossible"].isdisjoint(near)


def _told_as_over(scene: Scene, place: int, sentence: Sentence) -> bool:
    """Return whether a verb in the perfect tells behind talks what they dealt with or led to: the talks with X dealt with."""
    near = scene.words[place : min(sentence.end, place + MAX_SAID_OF_IT)]
    return not markers()["dealt-with"].isdisjoint(near)


def _wanted(scene: Scene, phrase: Phrase) -> st.Standing | None:
    """Return the status of a contact that is itself what somebody rejects, denies, asks for or proposes."""
    token = scene.tokens[phrase.first]
    told = scene.told_in(token.start, token.field)
    status = _BY_ACT.get(told.value.act) if told is not None else None
    if told is None or status is None:
        return None
    reach = MAX_DENIED_REACH if status is ContactStatus.DENIED else MAX_WANTED_REACH
    if told.value.content[0].start < scene.tokens[max(0, phrase.first - reach)].start:
        return None
    near = scene.tokens[max(0, phrase.first - reach) : phrase.first]
    if any(each.folded in markers()["no-comment"] for each in near):
        return None  # who would not speak of it did not refuse it
    cue = told.value.cue
    return st.Standing(status, (cue,) if cue is not None and status is ContactStatus.DENIED else (), sure=False)
