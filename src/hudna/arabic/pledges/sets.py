"""What is set for a day: "it is planned that", an event with its day, "it being understood that", entry into force."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from hudna.arabic.contacts.sides import glued, read_sides
from hudna.arabic.contacts.status import is_unforeseen
from hudna.arabic.contacts.subject import agent_before
from hudna.arabic.contacts.words import TA_MARBUTA
from hudna.arabic.pledges.behind import people_behind
from hudna.arabic.pledges.dated import dated, scheduled
from hudna.arabic.pledges.draft import Draft
from hudna.arabic.pledges.future import event_behind, is_outcome
from hudna.arabic.pledges.relatives import RELATIVES, antecedent
from hudna.arabic.pledges.terms import read_term
from hudna.arabic.pledges.what import STOPS, due_near, end_of_what, limit_of
from hudna.arabic.pledges.whose import Own, as_party, subject_of
from hudna.arabic.pledges.words import is_of, markers
from hudna.arabic.scene import Scene
from hudna.model import WORD, Contact, Match, Party, Sentence, Statement
from hudna.text import fold_word

_WAS: Final = frozenset({"كان", "كانت"})
_ENTER: Final = frozenset({"يدخل", "تدخل", "دخول", "يدخلان"})
MAX_SET_REACH: Final = 8
MAX_POSTPONED_REACH: Final = 20
MAX_ENTER_REACH: Final = 5
_ARRANGED: Final = frozenset({"المقرر", "مقرر", "المزمع"})  # set by those who hold it, whether or not a day is told
_ON: Final = "علي"
_HE: Final = "ي"
_TWO: Final = ("ا", "ان")  # a dual, of which one who is left out is not the subject
MIN_VERB_LETTERS: Final = 3
PLANNED_WORDS: Final = 4  # "which it is planned that", and the verb
MIN_ACT_LETTERS: Final = 3
_IS_SUPPOSED: Final = frozenset({"يفترض"})  # one word where others have two: it is set
_WHICH_HE: Final = "الذي"
_WHICH_IS: Final = frozenset({"المقرر", "المقرره", "المزمع"})
_OF: Final = frozenset({"من", "ومن"})
_MAY: Final = "قد"
_THAT: Final = frozenset({"ان", "بان"})


def read_set(scene: Scene, place: int, sentence: Sentence, contacts: Sequence[Match[Contact]]) -> Draft | None:
    """Return what is set for a day: "it is planned that" with a verb, or an event with its day."""
    token = scene.tokens[place]
    if token.folded in _THAT and (place == sentence.first or scene.words[place - 1] != _ON):
        return None  # before the costly look-ups: most words of this spelling
    if token.folded.removeprefix("و") in markers()["provides-for"]:
        return read_term(scene, place, sentence)
    told = scene.told_in(token.start, token.field)
    limit = limit_of(scene, place, sentence)
    that = place + 1
    was = scene.words[place - 1].lstrip("و") in _WAS if place > sentence.first else False
    if token.folded in _THAT:
        return _provided_that(scene, place, sentence, limit, told)
    if token.folded in markers()["force"]:
        return _into_force(scene, place, sentence, limit, told)
    if token.folded.removeprefix("و") in markers()["planned"] and is_unforeseen(scene, place):
        return None
    before = scene.words[place - 1] if place > sentence.first else ""
    if not was and before == "من" and scene.words[place - 2].lstrip("و") in _WAS:
        return None  # what was to be done, and was put off or dropped
    if was:
        if token.folded in _IS_SUPPOSED:
            return None  # what was supposed to be
        return _was_planned(scene, place, limit, told)
    if (
        that < limit
        and scene.words[that] in {"ان", "له", "لها"}
        and token.folded.removeprefix("و") in markers()["planned"]
    ):
        return _planned_that(scene, that + 1, sentence, limit, told, contacts)
    if before.lstrip("و") == "من" and token.folded in markers()["planned"] and _names_act(scene, that, limit):
        return _planned_act(scene, that, sentence, limit, told)
    head = place - 1
    while head > sentence.first and scene.words[head] not in markers()["event"]:
        if place - head > 5 or scene.words[head] in STOPS:
            return None
        head -= 1
    if scene.words[head] not in markers()["event"]:
        return None
    end = end_of_what(scene, head, limit)
    if end <= place or _is_put_off(scene, head, end):
        return None
    return dated(scene, head, end, (), told, due_near(scene, place, end, sentence, limit))


def _names_act(scene: Scene, place: int, limit: int) -> bool:
    """Return whether a bare noun stands at a token, as that of an act does: planned is the opening of."""
    if place + 1 >= limit or scene.chart.name_at(place) is not None or scene.chart.dated[place]:
        return False
    token = scene.tokens[place]
    if scene.words[place + 1] in markers()["vote"]:
        return False  # elections as background
    bare = not token.folded.startswith(("ال", "لل")) and not glued(scene, place)
    return token.kind is WORD and bare and len(token.folded) >= MIN_ACT_LETTERS


def _planned_act(scene: Scene, act: int, sentence: Sentence, limit: int, told: Match[Statement] | None) -> Draft | None:
    """Return an act that is planned for a day, by whom it names right behind."""
    end = end_of_what(scene, act, limit)
    if end == act:
        return None
    goes = scene.words[act] in markers()["going"] and not glued(scene, act + 1)
    sides = read_sides(scene, act + 1, end)[0] if goes else []
    who = tuple(as_party(side) for side in sides)
    return dated(scene, act, end, who, told, due_near(scene, act, end, sentence, limit))


def _into_force(
    scene: Scene, place: int, sentence: Sentence, limit: int, told: Match[Statement] | None
) -> Draft | None:
    """Return the day on which something enters into force."""
    reach = range(place - 1, max(sentence.first, place - MAX_ENTER_REACH) - 1, -1)
    verb = next((at for at in reach if scene.words[at].lstrip("وس") in _ENTER), place)
    end = end_of_what(scene, verb, limit) if verb < place else place
    if end <= place or scene.words[verb - 1].removeprefix("و") == _MAY:
        return None
    return dated(scene, verb, end, _announcers(scene, told), told, due_near(scene, place, end, sentence, limit))


def _announcers(scene: Scene, told: Match[Statement] | None) -> tuple[Party, ...]:
    """Return who announces that something enters into force, where he is known."""
    return tuple(party for party in Own(scene, told).speakers if party.entity is not None) if told is not None else ()


def _is_put_off(scene: Scene, place: int, end: int, how: str = "postponed") -> bool:
    """Return whether what had been set is told to be put off or dropped, or, as ``how`` says, only dropped."""
    near = scene.tokens[max(0, place - MAX_POSTPONED_REACH) : end + MAX_POSTPONED_REACH]
    return any(token.folded.lstrip("و") in markers()[how] for token in near)


def _was_planned(scene: Scene, place: int, limit: int, told: Match[Statement] | None) -> Draft | None:
    """Return what had been set for a day that may be over by now: its day is kept where it was put off, not where it was dropped."""
    end = end_of_what(scene, place - 1, limit)
    if end == place - 1 or _is_put_off(scene, place - 1, end, "dropped"):
        return None
    date = scene.date_near(place, end, (place, end), MAX_SET_REACH)
    if date is None or date.value.earliest is None or date.value.latest is None:
        return None
    return scheduled(scene, place - 1, end, (), told, date)


def _provided_that(
    scene: Scene, place: int, sentence: Sentence, limit: int, told: Match[Statement] | None
) -> Draft | None:
    """Return what an agreement sets a day for: "it being understood that" with a verb in the imperfect."""
    verb = place + 1
    if verb >= limit or scene.words[verb][0] not in "يت" or place - 2 in scene.frame.cues:
        return None
    if any(
        word.lstrip("و") in markers()["provides"] for word in scene.words[max(sentence.first, place - 5) : place - 1]
    ):
        return None  # what a text says is to be done, what somebody insists on
    if (
        is_of(scene.words[verb], "outcome")
        or len(scene.words[verb]) < MIN_VERB_LETTERS
        or scene.chart.name_at(verb) is not None
    ):
        return None
    end = end_of_what(scene, verb, limit)
    if end == verb:
        return None
    date = due_near(scene, verb, end, sentence, limit)
    if date is None:
        return None
    subject = subject_of(scene, verb, sentence, None)
    who = subject[0] if subject is not None else people_behind(scene, verb, sentence)
    who = who or (_who_went_on(scene, verb, sentence) if subject is None else ())
    return dated(scene, verb, end, who, told, date)


def _who_went_on(scene: Scene, verb: int, sentence: Sentence) -> tuple[Party, ...]:
    """Return who did what the clause before tells, for a verb that leaves its subject out and may be his: to answer again."""
    if scene.words[verb + 1] in markers()["event"] or is_of(scene.words[verb], "runs"):
        return ()
    agent = agent_before(scene, verb, sentence, ())
    who = tuple(as_party(side) for side in agent.sides) if agent is not None else ()
    fits = len(who) == 1 and scene.is_person(who[0]) and scene.words[verb][0] == _HE
    return who if fits else ()


def _who_came(scene: Scene, verb: int, sentence: Sentence, contacts: Sequence[Match[Contact]]) -> tuple[Party, ...]:
    """Return who did what the contact told last in a sentence tells, for a verb of one that leaves its subject out."""
    number = bisect_left(contacts, verb, key=lambda match: match.first)
    last = contacts[number - 1] if number else None
    if last is None or last.first < sentence.first or not last.value.participants:
        return ()
    first = last.value.participants[0]
    she = fold_word(first.label).split()[0].endswith("ه") or (first.entity or "").startswith("state:")
    if she != (scene.words[verb][0] == "ت"):
        return ()
    return (Party(first.span, first.label, first.entity, first.side, True),)


def _who_is_meant(scene: Scene, relative: int, sentence: Sentence) -> tuple[Party, ...]:
    """Return whom a relative clause is about: the council, of which it is planned that it will convene."""
    if relative <= sentence.first or scene.words[relative].removeprefix("و") not in RELATIVES:
        return ()
    supposed = scene.words[relative + 1] in _IS_SUPPOSED
    if is_of(scene.words[relative + PLANNED_WORDS - supposed], "takes-place"):
        return ()  # the summit with X, which will be held
    sides = antecedent(scene, relative, sentence)
    if (
        sides
        and scene.words[relative].endswith(_WHICH_HE)
        and scene.tokens[sides[0].first].surface.endswith(TA_MARBUTA)
    ):
        return ()
    return tuple(as_party(side) for side in sides)


def _who_is_left_out(
    scene: Scene, verb: int, sentence: Sentence, contacts: Sequence[Match[Contact]]
) -> tuple[Party, ...]:
    """Return who will do what is planned where the verb names nobody: whom the clause before it is about."""
    relative = verb - PLANNED_WORDS + (scene.words[verb - 2] in _IS_SUPPOSED)
    if relative > sentence.first and scene.words[relative].removeprefix("و") in RELATIVES:
        return _who_is_meant(scene, relative, sentence)
    if scene.tokens[verb].surface.endswith(_TWO):
        return ()
    which = verb - 2
    if which > sentence.first and scene.words[which] in _WHICH_IS and scene.words[which - 1] not in _OF:
        return tuple(as_party(side) for side in antecedent(scene, which, sentence))  # the court, planned to look into
    agent = agent_before(scene, verb, sentence, ())
    who = tuple(as_party(side) for side in agent.sides) if agent is not None else ()
    return who or _who_came(scene, verb, sentence, contacts)


def _planned_that(
    scene: Scene,
    verb: int,
    sentence: Sentence,
    limit: int,
    told: Match[Statement] | None,
    contacts: Sequence[Match[Contact]],
) -> Draft | None:
    if verb >= limit:
        return None
    end = end_of_what(scene, verb, limit)
    date = due_near(scene, verb, end, sentence, limit)
    stem = scene.words[verb]
    if end == verb or stem[0] not in "يت" or is_outcome(scene, verb, stem):
        return None
    own = Own(scene, told) if told is not None and told.value.speakers else None
    subject = subject_of(scene, verb, sentence, own)
    named = subject is not None and bool(subject[0])
    if subject is None and not (date is not None and event_behind(scene, verb, end)):
        who = people_behind(scene, verb, sentence) or _who_is_left_out(scene, verb, sentence, contacts)
        subject = (who, "other")
    who = subject[0] if subject is not None else ()
    if date is None and named and scene.words[verb - 2].removeprefix("و") in _ARRANGED:
        return scheduled(scene, verb, end, who, told, None)
    return dated(scene, verb, end, who, told, date)
