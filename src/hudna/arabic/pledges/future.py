"""What somebody says he will do: a verb in the future whose subject is the speaker or his own side."""

from itertools import pairwise
from typing import Final

from hudna.arabic.contacts.subject import agent_before
from hudna.arabic.contacts.where import place_near
from hudna.arabic.pledges.draft import Draft
from hudna.arabic.pledges.what import (
    STOPS,
    condition_near,
    due_near,
    end_of_what,
    is_ahead,
    is_hostile,
    limit_of,
    span_of,
)
from hudna.arabic.pledges.whose import Own, as_party, subject_of
from hudna.arabic.pledges.words import NEVER, SHALL, markers
from hudna.arabic.scene import Scene
from hudna.model import Act, Match, PartKind, Party, PledgeKind, Sentence, Statement, TimeMention, TimeType

_FIRST_PERSON: Final = frozenset({"ن", "ا"})
_QUESTIONS: Final = frozenset({"؟", "?"})
_NOT_BEFORE: Final = frozenset(  # a question, a relative clause, what would have been
    {
        "ماذا",
        "كيف",
        "متي",
        "هل",
        "الذي",
        "التي",
        "الذين",
        "من",
        "ما",
        "لماذا",
        "اين",
        "قد",
        "لا",
        "كان",
        "كانت",
        "كانوا",
    }
)
_THAT: Final = frozenset({"ان", "بان"})
_WAS: Final = frozenset({"كان", "كانت"})
_ENTER: Final = frozenset({"يدخل", "تدخل", "دخول", "يدخلان"})
_RETURN: Final = "عود"
MAX_SET_REACH: Final = 8
MAX_WHETHER_REACH: Final = 10
MAX_ENTER_REACH: Final = 5
MAX_EVENT_REACH: Final = 6
_TELLING: Final = frozenset({Act.ACCUSE, Act.ASK, Act.DENY})
MAX_THINKING_REACH: Final = 5
_DAYS: Final = frozenset({TimeType.DATE, TimeType.TIME})


def read_future(scene: Scene, place: int, sentence: Sentence) -> Draft | None:
    """Return what a verb in the future pledges: of the speaker's own side a promise or a threat, with a day a schedule."""
    word = scene.tokens[place].folded
    never = _is_never(scene, place)
    verb = place + 1 if never or word.endswith(SHALL) else place
    if verb >= sentence.end or (verb == place and not is_future(scene, place)):
        return None
    stem = _stem(scene.tokens[verb].folded, particle=verb > place)
    before = scene.tokens[place - 1].folded if place > sentence.first else ""
    if len(stem) < 3 or before in _NOT_BEFORE or scene.tokens[sentence.end - 1].folded in _QUESTIONS:
        return None
    told = scene.told_in(scene.tokens[place].start, scene.tokens[place].field)
    limit = limit_of(scene, place, sentence)
    end = end_of_what(scene, place, limit)
    if end == place or _is_open(scene, place, sentence) or _is_thought(scene, place, sentence):
        return None
    own = Own(scene, told) if told is not None and told.value.speakers and told.value.act not in _TELLING else None
    if never and _is_of(stem, "refusal"):
        return None
    if own is not None and stem[0] in _FIRST_PERSON and not _is_of(stem, "outcome"):
        return _bound(scene, place, end, own.speakers, told, sentence, limit)
    date = due_near(scene, place, end, sentence, limit)
    if stem[0] in _FIRST_PERSON:
        return None
    if own is not None and own.countries and _is_of(stem, "continue") and _campaign_ahead(scene, place, sentence):
        return _bound(scene, place, end, own.speakers, told, sentence, limit)
    if _is_of(stem, "impersonal"):
        return _dated(scene, place, end, (), told, date) if _event_behind(scene, verb, end) else None
    subject = subject_of(scene, place, sentence, own, verb=verb)
    if subject is None and not never and (_event_behind(scene, verb, end) or _event_ahead(scene, place, sentence)):
        holders = tuple(party for party in own.speakers if party.entity is not None) if own is not None else ()
        return _dated(scene, place, end, holders, told, date)
    if subject is None or (_is_of(stem, "outcome") and not (date is not None and stem[1:] == _RETURN)):
        return None
    who, whose = subject
    if whose == "own":
        return _bound(scene, place, end, who, told, sentence, limit)
    if date is None and not never and _is_of(stem, "deed"):
        return _schedule(scene, place, end, who, told, None)
    return None if never else _dated(scene, place, end, who, told, date)


def _is_thought(scene: Scene, place: int, sentence: Sentence) -> bool:
    """Return whether a verb tells what its speaker thinks or feels will be."""
    before = scene.tokens[max(sentence.first, place - MAX_THINKING_REACH) : place]
    return any(token.folded in markers()["thinking"] for token in before)


def _is_never(scene: Scene, place: int) -> bool:
    """Return whether a token is the particle of what will never be done."""
    return scene.tokens[place].folded.removeprefix("و") == NEVER


def _is_open(scene: Scene, place: int, sentence: Sentence) -> bool:
    """Return whether a verb stands behind "whether": what nobody has decided."""
    before = scene.tokens[max(sentence.first, place - MAX_WHETHER_REACH) : place]
    pairs = pairwise(before)
    return any(one.folded in {"ما", "عما", "فيما", "بما"} and other.folded in {"اذا", "ان"} for one, other in pairs)


def is_future(scene: Scene, place: int) -> bool:
    """Return whether a word is a verb behind the mark of the future; the first person has to be spelt with its hamza."""
    surface = scene.tokens[place].surface
    spoken_of = surface.lstrip("وف")[1:2] != "ا" and not surface.endswith("ة")
    return spoken_of and any(part.kind is PartKind.FUTURE for part in scene.document.parts[place])


def _stem(folded: str, *, particle: bool) -> str:
    """Return a verb in the imperfect without what is glued before it."""
    if particle:
        return folded
    return (folded[1:] if folded[0] in "وف" else folded)[1:]


def _is_of(stem: str, name: str) -> bool:
    """Return whether a verb, its person and the ending of its number left aside, is of a class."""
    rest = stem[1:]
    return rest in markers()[name] or rest.removesuffix("ون").removesuffix("ان") in markers()[name]


def _event_behind(scene: Scene, verb: int, end: int) -> bool:
    return any(
        token.folded.removeprefix("ال") in markers()["event"] for token in scene.tokens[verb + 1 : min(end, verb + 3)]
    )


def _event_ahead(scene: Scene, place: int, sentence: Sentence) -> bool:
    """Return whether an event is the subject before a verb: that the exchange of prisoners will begin."""
    for before in range(place - 1, max(sentence.first, place - MAX_EVENT_REACH) - 1, -1):
        word = scene.tokens[before].folded
        if word in STOPS or before in scene.frame.cues:
            return False
        opens = before == sentence.first or scene.tokens[before - 1].folded in {"ان", "بان", "فان"}
        if opens:
            return word.removeprefix("ال") in markers()["event"]
    return False


def _campaign_ahead(scene: Scene, place: int, sentence: Sentence) -> bool:
    """Return whether a campaign is the subject before a verb, right behind "that": that the operation will go on."""
    for before in range(place - 1, max(sentence.first, place - MAX_EVENT_REACH), -1):
        if scene.tokens[before - 1].folded in markers()["that"] or scene.tokens[before - 1].folded in _THAT:
            return scene.tokens[before].folded in markers()["campaign"]
    return False


def _bound(
    scene: Scene,
    place: int,
    end: int,
    who: tuple[Party, ...],
    told: Match[Statement] | None,
    sentence: Sentence,
    limit: int,
) -> Draft | None:
    condition = condition_near(scene, place, end, sentence, limit)
    hostile = is_hostile(scene, place, end)
    conditional = condition is not None and any(
        is_hostile(scene, token.i, token.i + 1)
        for token in scene.tokens[max(sentence.first, place - 25) : min(limit, end + 25)]
        if condition.contains(token.span)
    )
    leaving = condition is not None and scene.tokens[place].folded.removeprefix("ف") in markers()["leave"]
    threat = hostile or conditional or leaving or (told is not None and told.value.act is Act.THREATEN)
    date = due_near(scene, place, end, sentence, limit)
    set_day = date is not None and date.value.type in _DAYS and is_ahead(scene, date)
    if set_day and not (threat or _is_never(scene, place)) and condition is None:
        return _schedule(scene, place, end, who, told, date)
    return Draft(
        kind=PledgeKind.THREAT if threat else PledgeKind.PROMISE,
        who=who,
        first=place,
        end=end,
        what=span_of(scene, place, end),
        date=date,
        condition=condition,
        place=place_near(scene, place, end),
        told=told.value.id if told is not None else None,
        hedges=told.value.hedges if told is not None else (),
        rule="<own side> <future>",
    )


def _dated(
    scene: Scene,
    place: int,
    end: int,
    who: tuple[Party, ...],
    told: Match[Statement] | None,
    date: Match[TimeMention] | None,
) -> Draft | None:
    if date is None or not is_ahead(scene, date):
        return None
    return _schedule(scene, place, end, who, told, date)


def _schedule(
    scene: Scene,
    place: int,
    end: int,
    who: tuple[Party, ...],
    told: Match[Statement] | None,
    date: Match[TimeMention] | None,
) -> Draft:
    return Draft(
        kind=PledgeKind.SCHEDULE,
        who=who,
        first=place,
        end=end,
        what=span_of(scene, place, end),
        date=date,
        place=place_near(scene, place, end),
        told=told.value.id if told is not None else None,
        rule="<future> <day>" if date is not None else "<future> <deed>",
    )


def read_set(scene: Scene, place: int, sentence: Sentence) -> Draft | None:
    """Return what is set for a day: "it is planned that" with a verb, or an event with its day."""
    token = scene.tokens[place]
    told = scene.told_in(token.start, token.field)
    limit = limit_of(scene, place, sentence)
    that = place + 1
    was = scene.tokens[place - 1].folded.lstrip("و") in _WAS if place > sentence.first else False
    if token.folded in markers()["force"]:
        return _into_force(scene, place, sentence, limit, told)
    if not was and scene.tokens[place - 1].folded == "من" and scene.tokens[place - 2].folded.lstrip("و") in _WAS:
        return None  # what was to be done, and was put off or dropped
    if was:
        return _was_planned(scene, place, limit, told)
    if that < limit and scene.tokens[that].folded in {"ان", "له", "لها"} and token.folded in markers()["planned"]:
        return _planned_that(scene, that + 1, sentence, limit, told)
    head = place - 1
    while head > sentence.first and scene.tokens[head].folded not in markers()["event"]:
        if place - head > 5 or scene.tokens[head].folded in STOPS:
            return None
        head -= 1
    if scene.tokens[head].folded not in markers()["event"]:
        return None
    end = end_of_what(scene, head, limit)
    if end <= place:
        return None
    return _dated(scene, head, end, (), told, due_near(scene, place, end, sentence, limit))


def _into_force(
    scene: Scene, place: int, sentence: Sentence, limit: int, told: Match[Statement] | None
) -> Draft | None:
    """Return the day on which something enters into force."""
    reach = range(place - 1, max(sentence.first, place - MAX_ENTER_REACH) - 1, -1)
    verb = next((at for at in reach if scene.tokens[at].folded.lstrip("وس") in _ENTER), place)
    end = end_of_what(scene, verb, limit) if verb < place else place
    if end <= place:
        return None
    return _dated(scene, verb, end, (), told, due_near(scene, place, end, sentence, limit))


def _was_planned(scene: Scene, place: int, limit: int, told: Match[Statement] | None) -> Draft | None:
    """Return what had been set for a day that may be over by now."""
    end = end_of_what(scene, place - 1, limit)
    if end == place - 1:
        return None
    date = scene.date_near(place, end, (place, end), MAX_SET_REACH)
    if date is None or date.value.earliest is None or date.value.latest is None:
        return None
    return _schedule(scene, place - 1, end, (), told, date)


def _planned_that(
    scene: Scene, verb: int, sentence: Sentence, limit: int, told: Match[Statement] | None
) -> Draft | None:
    if verb >= limit:
        return None
    end = end_of_what(scene, verb, limit)
    date = due_near(scene, verb, end, sentence, limit)
    stem = scene.tokens[verb].folded
    if end == verb or stem[0] not in "يت" or _is_of(stem, "outcome"):
        return None
    own = Own(scene, told) if told is not None and told.value.speakers else None
    subject = subject_of(scene, verb, sentence, own)
    if subject is None and not (date is not None and _event_behind(scene, verb, end)):
        agent = agent_before(scene, verb, sentence, ())
        subject = (tuple(as_party(side) for side in agent.sides), "other") if agent is not None else None
        if subject is None:
            return None
    return _dated(scene, verb, end, subject[0] if subject is not None else (), told, date)
