"""What somebody says he will do: a verb in the future whose subject is the speaker or his own side."""

from functools import lru_cache
from itertools import pairwise
from typing import Final

from hudna.arabic.clitics import split_word
from hudna.arabic.clitics.evidence import seen
from hudna.arabic.contacts.where import read_place
from hudna.arabic.pledges.carried import carried
from hudna.arabic.pledges.dated import dated, scheduled
from hudna.arabic.pledges.draft import Draft
from hudna.arabic.pledges.held import read_held
from hudna.arabic.pledges.looming import pays_out, read_looming
from hudna.arabic.pledges.relatives import RELATIVES, read_relative
from hudna.arabic.pledges.what import (
    QUOTES,
    STOPS,
    condition_near,
    day_ahead,
    due_near,
    end_of_what,
    is_ahead,
    is_answer,
    is_from,
    is_hostile,
    is_soon,
    limit_of,
    span_of,
    span_of_verb,
)
from hudna.arabic.pledges.where import place_of_act
from hudna.arabic.pledges.whose import Own, may_strike, sides_before, subject_of
from hudna.arabic.pledges.words import NEVER, OWNERS, SHALL, is_of, markers
from hudna.arabic.scene import Scene
from hudna.arabic.speech.subjects import subject_before
from hudna.model import (
    WORD,
    Act,
    Match,
    Mode,
    PartKind,
    Party,
    PledgeKind,
    Sentence,
    Span,
    Statement,
    TimeMention,
    TimeType,
)
from hudna.model.frozen import replace

_FIRST_PERSON: Final = frozenset({"ن", "ا"})
_QUESTIONS: Final = frozenset({"؟", "?"})
_NOT_BEFORE: Final = frozenset(  # a question, a relative clause, what would have been
    {
        "ماذا",
        "عندما",
        "حينما",
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
        "كنت",
        "كنا",
        "لكنت",
        "لكنا",
    }
)
_IT: Final = frozenset({"انه", "بانه"})
_OTHERWISE: Final = "والا"
_WAS: Final = frozenset({"كان", "كانت"})
_THERE: Final = frozenset({"هناك", "ثمه"})
_WE: Final = "سن"
_ASKED: Final = "سأل"
_FIRST_FUTURE: Final = (_WE, "سا")  # of "I" the hamza is asked for before
_YEARLY: Final = ("سنوي", "سندي", "سندان")
MIN_WE_LETTERS: Final = 5
MIN_RARE_LETTERS: Final = 5
_ANY_PERSON: Final = frozenset({"ي", "ت", "ن", "ا"})
_OBJECTS: Final = (*OWNERS, "كم", "ك")
_THIRD_PERSON: Final = frozenset({"ي", "ت"})
_RETURN: Final = "عود"
_NOT: Final = "لم"
MAX_QUOTED_REACH: Final = 15
_ENDS: Final = frozenset({".", "!", "؟", "?", "...", "…"})
MAX_FAILING_REACH: Final = 25
_BEAR: Final = "تحمل"
_REMAIN: Final = "بقي"
_UP: Final = "علي"
_BASED: Final = "بناء"
_MEET: Final = ("لتقي", "جتمع", "عقد")
_RAISE: Final = "ثير"
_FALL: Final = "سقط"  # spelt like shooting down
_PERFORM: Final = "ودي"  # leads to, or takes the oath
MAX_HALTED_REACH: Final = 3  # to the force that will stop
MAX_OATH_REACH: Final = 5
_IN: Final = "في"
MAX_LIKELY_REACH: Final = 5
MAX_BOUND_REACH: Final = 5
_HOLD: Final = "جري"  # X will hold, or it will be held
_ACCUSATIVE: Final = "ا"
_ARTICLE: Final = "ال"
_SHE_OR_THEY: Final = ("ها", "هم", "هما")
MAX_WHETHER_REACH: Final = 10
MAX_EVENT_REACH: Final = 6
_TELLING: Final = frozenset({Act.ASK, Act.DENY})
MAX_THINKING_REACH: Final = 5
_DAYS: Final = frozenset({TimeType.DATE, TimeType.TIME})


def read_future(scene: Scene, place: int, sentence: Sentence) -> Draft | None:
    """Return what a verb in the future pledges: of the speaker's own side a promise or a threat, with a day a schedule."""
    word = scene.words[place]
    never = _is_never(scene, place)
    verb = place + (never or word.endswith(SHALL))
    if verb >= sentence.end or (verb == place and not is_future(scene, place)):
        return None
    stem = _stem(scene.words[verb], particle=verb > place)
    before = scene.words[place - 1] if place > sentence.first else ""
    if len(stem) < 3 or scene.words[sentence.end - 1] in _QUESTIONS:
        return None
    if before in RELATIVES and not never and not is_of(stem, "outcome"):
        return read_relative(scene, place, verb, sentence)
    if before in _NOT_BEFORE:
        return None
    told = scene.told_in(scene.tokens[place].start, scene.tokens[place].field)
    limit = limit_of(scene, place, sentence)
    end = end_of_what(scene, place, limit)
    if _is_open(scene, place, sentence) or _is_thought(scene, place, sentence) or _is_likely(scene, verb, limit):
        return None
    own = Own(scene, told) if told is not None and told.value.speakers and told.value.act not in _TELLING else None
    own = own if own is not None and own.speakers else None
    if own is not None and told is not None:
        held = read_held(scene, place, verb, own, told, sentence, limit, never=never)
        if held is not None:
            return held
    if end == place:
        return _alone(scene, place, verb, sentence, own, told, limit) if not never else None
    if own is not None and told is not None and (never or is_of(stem, "outcome") or is_of(stem, "met-with")):
        looming = read_looming(scene, place, verb, end, own, told, sentence, limit)
        if looming is not None:
            return looming
    if never and is_of(stem, "refusal"):
        return None
    if stem[0] in _FIRST_PERSON and told is not None and _of_another(scene, place, told):
        return None
    if own is not None and stem[0] in _FIRST_PERSON and (not is_of(stem, "outcome") or is_of(stem, "done-by-us")):
        return _bound(scene, place, end, own.speakers, told, sentence, limit)
    date = due_near(scene, place, end, sentence, limit) or day_ahead(scene, place, sentence)
    if stem[0] in _FIRST_PERSON:
        return None
    if is_of(stem, "impersonal") and not (stem[1:] == _HOLD and _is_held_by(scene, place, verb, sentence)):
        return _impersonal(scene, place, end, own, told, date, sentence, limit)
    subject = subject_of(scene, place, sentence, own, verb=verb)
    if subject is None and own is not None:
        subject = carried(scene, place, verb, sentence, own)
        if subject is not None and subject[1] == "other" and date is None:
            return None
    if subject is None and own is not None and never and before in _IT and is_of(stem, "allow"):
        able = all(may_strike(scene, party) for party in own.speakers)  # that it will never be allowed
        return _bound(scene, place, end, own.speakers, told, sentence, limit) if able else None
    told_of = not never and not is_of(stem, "outcome")  # what comes of something is set by nobody
    if subject is None and told_of and (event_behind(scene, verb, end) or _event_ahead(scene, place, sentence)):
        holders = tuple(party for party in own.speakers if party.entity is not None) if own is not None else ()
        return dated(scene, place, end, holders, told, date)
    if subject is None and not never and date is not None and (is_of(stem, "deed") or is_of(stem, "coming")):
        if stem[1:].startswith(_MEET):
            return None  # a meeting is told as one
        if scene.words[place][0] in "وف":
            return None  # joined to what goes before
        someone = _someone_ahead(scene, place, sentence, begins=is_of(stem, "goes"))
        return dated(scene, place, end, (someone,), told, date) if someone is not None else None
    if subject is None:
        return None
    who, whose = subject
    if is_outcome(scene, verb, stem) and not (
        (date is not None and stem[1:] == _RETURN) or _is_bound_by(scene, verb, end, stem, whose)
    ):
        return None
    if whose == "own":
        if told is not None and told.value.mode is Mode.ATTITUDE:
            return None  # who thinks that something will come of it binds nobody
        return _bound(scene, place, end, who, told, sentence, limit)
    if not never and is_of(stem, "deed") and (date is None or is_soon(scene, date)):
        return scheduled(scene, place, end, who, told, date)
    return None if never else dated(scene, place, end, who, told, date)


def _is_held_by(scene: Scene, place: int, verb: int, sentence: Sentence) -> bool:
    """Return whether somebody will hold something: X named before the verb, "she", or what is held in the accusative."""
    before = scene.words[place - 1] if place > sentence.first else ""
    if before in markers()["that"]:
        behind = scene.tokens[verb + 1] if verb + 1 < sentence.end else None
        held = behind is not None and behind.folded.endswith(_ACCUSATIVE) and not behind.folded.startswith(_ARTICLE)
        return before.endswith(_SHE_OR_THEY) or held
    return bool(sides_before(scene, place, sentence))


def _alone(
    scene: Scene, place: int, verb: int, sentence: Sentence, own: Own | None, told: Match[Statement] | None, limit: int
) -> Draft | None:
    """Return what a verb alone tells: that we shall answer, or of those named right before it, the United States will."""
    if own is not None and scene.words[verb].lstrip("وفس")[:1] in _FIRST_PERSON and is_hostile(scene, place, verb + 1):
        return _bound(scene, place, verb + 1, own.speakers, told, sentence, limit)
    subject = subject_of(scene, place, sentence, own, verb=verb) if own is not None else None
    phrases = subject_before(scene.frame, place, sentence) if subject is not None and subject[1] == "own" else []
    stem = _stem(scene.words[verb], particle=verb > place)
    if subject is None or not phrases or phrases[0].first >= place or is_of(stem, "outcome"):
        return None
    draft = _bound(scene, place, place + 1, subject[0], told, sentence, limit)
    return None if draft is None else replace(draft, what=span_of(scene, phrases[0].first, verb + 1))


def _impersonal(
    scene: Scene,
    place: int,
    end: int,
    own: Own | None,
    told: Match[Statement] | None,
    date: Match[TimeMention] | None,
    sentence: Sentence,
    limit: int,
) -> Draft | None:
    """Return what will be done, nobody says by whom: by those who announce it, where they are such as can do it."""
    verb = place + 1 if scene.words[place].endswith(SHALL) or _is_never(scene, place) else place
    verb += verb + 1 < end and scene.words[verb + 1] in markers()["between"]  # will also be
    dated_event = date is not None and _event_ahead(scene, place, sentence) and not _votes_ahead(scene, place, sentence)
    if verb + 1 >= end or not (dated_event or event_behind(scene, verb, end) or _is_act(scene, verb + 1)):
        return None
    speakers = own.speakers if own is not None else ()
    able = bool(speakers) and all(may_strike(scene, party) for party in speakers)
    if date is not None:
        return None if _is_never(scene, place) else dated(scene, place, end, speakers if able else (), told, date)
    conditional = condition_near(scene, place, end, sentence, limit) is not None
    if conditional or not able or not (_is_event(scene.words[verb + 1]) or _is_act(scene, verb + 1)):
        return None
    return _bound(scene, place, end, speakers, told, sentence, limit)


def _is_act(scene: Scene, place: int) -> bool:
    """Return whether a noun of an act stands at a token, a pronoun behind it or not."""
    word = scene.words[place].removeprefix("ال")
    act = markers()["act"]
    if word == _BASED and scene.words[place + 1] == _UP:
        return False  # will take place on the basis of
    return word in act or any(word.endswith(owner) and word.removesuffix(owner) in act for owner in OWNERS)


def _is_thought(scene: Scene, place: int, sentence: Sentence) -> bool:
    """Return whether a verb tells what its speaker thinks or feels will be."""
    before = scene.tokens[max(sentence.first, place - MAX_THINKING_REACH) : place]
    return any(token.folded in markers()["thinking"] for token in before)


def is_outcome(scene: Scene, verb: int, stem: str) -> bool:
    """Return whether a verb tells what comes of something; keeping up is spelt like remaining, raising like arousing."""
    if not is_of(stem, "outcome"):
        return False
    behind = scene.words[verb + 1] if verb + 1 < len(scene.tokens) else ""
    keeps = stem[1:] == _REMAIN and behind == _UP
    raises = stem[1:] == _RAISE and behind in markers()["matter"]
    swears = stem[1:] == _PERFORM and not markers()["oath"].isdisjoint(scene.words[verb + 1 : verb + MAX_OATH_REACH])
    downs = stem[1:] == _FALL and behind.removeprefix("ال") in markers()["shot-down"]
    return not (keeps or raises or swears or downs)


def _is_bound_by(scene: Scene, verb: int, end: int, stem: str, whose: str) -> bool:
    """Return whether a verb that tells of no deed binds all the same: will remain committed, will bear its responsibility."""
    behind = scene.tokens[verb + 1 : min(end, verb + MAX_BOUND_REACH)]
    if whose != "own":
        return False
    if is_of(stem, "remain"):
        return any(token.folded in markers()["committed"] for token in behind) or _stays(scene, verb, end)
    return stem[1:] == _BEAR and any(token.folded in markers()["steps"] for token in behind)


def _stays(scene: Scene, verb: int, end: int) -> bool:
    """Return whether somebody stays in a place: our forces will remain in X."""
    return verb + 2 < end and scene.words[verb + 1] == _IN and read_place(scene, verb + 2, end) is not None


def _of_another(scene: Scene, place: int, told: Match[Statement]) -> bool:
    """Return whether "we" stands in what somebody quotes of another: when he told him, "we shall"."""
    start = told.value.content[0]
    for at in range(place - 1, max(0, place - MAX_QUOTED_REACH), -1):
        token = scene.tokens[at]
        if token.field is not start.field or token.start < start.start or token.folded in _ENDS:
            return False
        if token.folded.lstrip("و") in markers()["said"]:
            return True
    return False


def _is_likely(scene: Scene, verb: int, limit: int) -> bool:
    """Return whether a verb is told as likely: will probably."""
    return not markers()["likely"].isdisjoint(scene.words[verb + 1 : min(limit, verb + MAX_LIKELY_REACH)])


def _is_never(scene: Scene, place: int) -> bool:
    """Return whether a token is the particle of what will never be done."""
    return scene.words[place].removeprefix("و") == NEVER


def _is_open(scene: Scene, place: int, sentence: Sentence) -> bool:
    """Return whether a verb stands behind "whether": what nobody has decided."""
    before = scene.words[max(sentence.first, place - MAX_WHETHER_REACH) : place]
    apart = not _THERE.isdisjoint(before)  # if there are X, he will
    return any(
        (one in {"ما", "عما", "فيما", "بما"} and other in {"اذا", "ان"})
        or (one in {"اذا", "ان"} and other in _WAS and not apart)
        for one, other in pairwise(before)
    )


def is_future(scene: Scene, place: int) -> bool:
    """Return whether a word is a verb behind the mark of the future; the first person has to be spelt with its hamza."""
    surface = scene.tokens[place].surface
    person = surface.lstrip("وف")[1:2]
    if person == "ا" or surface.endswith("ة"):
        return False
    asked = surface.lstrip("وف").startswith(_ASKED)  # two verbs are spelt alike: of asking, and of what I shall
    split = not asked and any(part.kind is PartKind.FUTURE for part in scene.document.parts[place])
    return split or _is_listed(scene.words[place]) or _we_shall(scene.words[place]) or _is_rare(scene, place)


@lru_cache(maxsize=20_000)
def _is_listed(folded: str) -> bool:
    """Return whether a word is a verb in the future that is too rarely written for its letters to be told from counts."""
    bare = folded[1:] if folded[0] in "وف" else folded
    if bare[0] != "س" or bare[1:2] not in _ANY_PERSON:
        return False
    return is_of(bare[1:], "shall") or any(
        bare.endswith(owner) and is_of(bare[1 : -len(owner)], "shall") for owner in _OBJECTS
    )


def _is_rare(scene: Scene, place: int) -> bool:
    """Return whether a word that is hardly ever written stands where a verb does: right behind "that he"."""
    word = scene.words[place]
    bare = word[1:] if word[0] in "وف" else word
    he = place > 0 and scene.words[place - 1] in markers()["that"]
    return he and len(bare) >= MIN_RARE_LETTERS and not seen(bare) and bare[1] in _THIRD_PERSON


@lru_cache(maxsize=20_000)
def _we_shall(folded: str) -> bool:
    """Return whether a word is a verb of "we" or "I" whose third person is a known one: both are rare in the news."""
    bare = folded[1:] if folded[0] in "وف" else folded
    if not bare.startswith(_FIRST_FUTURE) or bare.startswith(_YEARLY) or len(bare) < MIN_WE_LETTERS:
        return False
    return any(part.kind is PartKind.FUTURE for part in split_word("سي" + bare[len(_WE) :]))


def _stem(folded: str, *, particle: bool) -> str:
    """Return a verb in the imperfect without what is glued before it."""
    if particle:
        return folded
    return (folded[1:] if folded[0] in "وف" else folded)[1:]


def event_behind(scene: Scene, verb: int, end: int) -> bool:
    """Return whether something that takes place is named right behind a verb."""
    return any(_is_event(word) for word in scene.words[verb + 1 : min(end, verb + 3)])


def _is_event(word: str) -> bool:
    """Return whether a word names something that takes place, an election included."""
    events = markers()["event"] | markers()["vote"]
    return word in events or word.removeprefix("ال") in events


def _event_ahead(scene: Scene, place: int, sentence: Sentence) -> bool:
    """Return whether an event is the subject before a verb: that the exchange of prisoners will begin."""
    for before in range(place - 1, max(sentence.first, place - MAX_EVENT_REACH) - 1, -1):
        word = scene.words[before]
        if word in STOPS or (before in scene.frame.cues and not _is_event(word)):
            return False
        if before == sentence.first or _behind_that(scene, before):
            return _is_event(word)
    return False


def _behind_that(scene: Scene, place: int) -> bool:
    """Return whether "that" stands right before a token, a quotation mark between them or not."""
    that = place - 1 - (scene.words[place - 1] in QUOTES)
    return scene.words[that] in {"ان", "بان", "فان"}


def _someone_ahead(scene: Scene, place: int, sentence: Sentence, *, begins: bool) -> Party | None:
    """Return the subject of a that-clause before a verb, where no table knows who that is: that the team of X will vote.

    Anything may begin or go on: a verb that ``begins`` has to have people for a subject.
    """
    for first in range(place - 1, max(sentence.first, place - MAX_EVENT_REACH), -1):
        token = scene.tokens[first]
        if token.kind is not WORD or (first in scene.frame.cues and scene.words[first] not in markers()["part"]):
            return None
        if _behind_that(scene, first):
            span = token.span.until(scene.tokens[place - 1].span)
            word = scene.words[first]
            named = word not in _NOT_BEFORE and not scene.chart.dated[first]
            if begins and word.removeprefix("ال") not in markers()["part"]:
                return None
            return Party(span, scene.document.article.words(span), None) if named else None
    return None


def _votes_ahead(scene: Scene, place: int, sentence: Sentence) -> bool:
    """Return whether an election, which nobody sets here, is the subject before a verb."""
    return not markers()["vote"].isdisjoint(scene.words[max(sentence.first, place - MAX_EVENT_REACH) : place])


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
    verb = scene.words[place + scene.words[place].endswith(SHALL)]
    stem = _stem(verb, particle=verb == scene.words[place + 1])
    halts = is_of(stem, "halt") and is_hostile(scene, place + 1, min(end, place + MAX_HALTED_REACH))
    hostile = is_hostile(scene, place, end) and not (_is_never(scene, place) or halts)
    conditional = (
        condition is not None
        and not halts
        and any(
            is_hostile(scene, token.i, token.i + 1) and token.folded in markers()["hostile"]
            for token in scene.tokens[max(sentence.first, place - 25) : min(limit, end + 25)]
            if condition.contains(token.span)
        )
    )
    leaving = condition is not None and verb.removeprefix("ف") in markers()["leave"]
    walks_out = condition is not None and is_of(stem, "walk-out")
    leaving = leaving or (walks_out and _fails(scene, condition, place, end))
    allows = _is_never(scene, place) and is_of(scene.words[place + 1], "allow")
    said = told is not None and told.value.act is Act.THREATEN and not is_answer(scene, place, end)
    said = said and not pays_out(scene, place, end)
    steps = condition is not None and not markers()["steps"].isdisjoint(scene.words[place + 1 : min(end, place + 5)])
    threat = hostile or conditional or leaving or allows or steps or said or _is_otherwise(scene, place, sentence)
    date = due_near(scene, place, end, sentence, limit)
    ahead = date is not None and (is_ahead(scene, date) or (_meets(scene, place) and is_soon(scene, date)))
    set_day = date is not None and date.value.type in _DAYS and ahead
    if date is None and condition is None and not _is_never(scene, place) and _meets(scene, place):
        return None  # a meeting that nobody has set a day for
    if set_day and not (threat or _is_never(scene, place) or is_from(scene, date)) and condition is None:
        return scheduled(scene, place, end, who, told, date)
    return Draft(
        kind=PledgeKind.THREAT if threat else PledgeKind.PROMISE,
        who=who,
        first=place,
        end=end,
        what=span_of_verb(scene, place, end),
        date=date,
        condition=condition,
        place=place_of_act(scene, place, end),
        told=told.value.id if told is not None else None,
        hedges=told.value.hedges if told is not None else (),
        rule="<own side> <future>",
    )


def _fails(scene: Scene, condition: Span | None, place: int, end: int) -> bool:
    """Return whether a condition is that something fails: if the talks were not fruitful."""
    near = scene.tokens[max(0, place - MAX_FAILING_REACH) : end + MAX_FAILING_REACH]
    return condition is not None and any(token.folded == _NOT and condition.contains(token.span) for token in near)


def _is_otherwise(scene: Scene, place: int, sentence: Sentence) -> bool:
    """Return whether a verb stands right behind "or else"."""
    return any(word == _OTHERWISE for word in scene.words[max(sentence.first, place - 3) : place])


def _meets(scene: Scene, place: int) -> bool:
    """Return whether a verb is one of meeting, visiting, receiving."""
    verb = place + 1 if scene.words[place].endswith(SHALL) else place
    stem = _stem(scene.words[verb], particle=verb > place)
    return is_of(stem, "visit") or (is_of(stem, "carries") and scene.words[verb + 1] in markers()["talks"])
