"""How long a contact lasts: all its days, from its first or up to its last, where it is told how many they are."""

import datetime as dt
import re
from collections.abc import Sequence
from typing import Final

from hudna.arabic.contacts.draft import Draft
from hudna.arabic.contacts.stops import STOP, TOUR
from hudna.arabic.contacts.words import Tense, markers, nouns, ordinals, verbs
from hudna.arabic.scene import Scene
from hudna.model import ContactKind, ContactStatus
from hudna.model.frozen import replace

_LONG: Final = frozenset({ContactKind.VISIT, ContactKind.SESSION})
_MANY_DAYS: Final = _LONG | {ContactKind.TALKS}
_TAKING_PLACE: Final = frozenset({ContactStatus.HELD, ContactStatus.UNDER_WAY})
_DAYS: Final = re.compile(r"P(\d{1,2})([DW])")
_UNITS: Final = {"D": 1, "W": 7}
_VISIT: Final = "visit"
_VOTE: Final = "vote"  # on a truce of thirty days, lasts none of them
_ROUND: Final = "round"
_THE_DAY: Final = frozenset({"اليوم", "يوم", "ايام"})
_OF: Final = frozenset({"من", "ل"})
_DAY_AND_NUMBER: Final = 2  # words
MAX_LENGTH_REACH: Final = 12
MAX_NTH_REACH: Final = 6
REACH_BACK: Final = 3
MAX_SENTENCES: Final = 12  # from the tour to its stops


def with_length(scene: Scene, draft: Draft) -> Draft:
    """Return a visit or session with all its days where it is told how many it lasts, from its first or up to its last.

    What has begun and whose days are not over, is under way.
    """
    if draft.kind not in _LONG or (draft.when is None and not draft.now) or draft.noun == _VOTE:
        return draft
    visit, tour = draft.kind is ContactKind.VISIT, draft.rule == TOUR
    length = next(filter(None, (_length(scene, *piece, visit=visit, tour=tour) for piece in draft.pieces)), 0)
    published = scene.document.published.day
    first = draft.when.value.earliest if draft.when is not None else published
    last = draft.when.value.latest if draft.when is not None else published
    if not length or first is None or first != last:
        return draft
    more = dt.timedelta(days=length - 1)
    if any(_is_told_to_end(scene, *piece) for piece in draft.pieces):
        return replace(draft, days=(first - more, first))
    goes_on = (
        draft.status is ContactStatus.HELD
        and draft.rule != TOUR
        and published is not None
        and first <= published <= first + more
    )
    return replace(draft, days=(first, first + more), status=ContactStatus.UNDER_WAY if goes_on else draft.status)


def _is_told_to_end(scene: Scene, first: int, end: int) -> bool:
    """Return whether a contact is told by its end: at the close of, which lasted, X closed the third round."""
    words = markers()
    closes = not words["closes"].isdisjoint(scene.words[max(0, first - REACH_BACK) : first])
    if closes or not words["lasted"].isdisjoint(scene.words[end : end + MAX_LENGTH_REACH]):
        return True
    told = map(verbs().get, scene.words[first:end])
    return any(verb is not None and verb.status is ContactStatus.HELD for verb in told)


def _length(scene: Scene, first: int, end: int, *, visit: bool, tour: bool) -> int:
    """Return how many days the words behind a contact say that it lasts, 0 where they do not."""
    sentence = scene.sentence_at(first)
    start = max(sentence.first, first - 2)
    for date in scene.dates_between(first, min(sentence.end, end + MAX_LENGTH_REACH)):
        words = markers()["lasts"]
        between = scene.tokens[start : date.first]
        lasts = any(token.folded.removeprefix("و") in words for token in between)
        behind = scene.words[first + 1 if visit and not tour else max(end, first + 1) : date.first]
        lasts = lasts and not any(_tells_another(word, visit=visit) for word in behind)
        counted = _DAYS.fullmatch(date.value.value or "") if date.kind == "duration" and lasts else None
        if counted is not None:
            return int(counted[1]) * _UNITS[counted[2]]
    return 0


def _tells_another(word: str, *, visit: bool) -> bool:
    """Return whether a word tells another contact: the first stop of a tour of a week, from X, which he visited for."""
    noun, verb = nouns().get(word), verbs().get(word)
    again = visit and noun is not None and noun.id == _VISIT  # arrived in X, on a visit of three days
    return (noun is not None and not again) or (verb is not None and verb.kind is ContactKind.VISIT)


def within_tours(scene: Scene, drafts: Sequence[Draft]) -> list[Draft]:
    """Return contacts, the planned stops of a tour told to last so many days with what is left of these days."""
    published = scene.document.published.day
    tours: dict[str, tuple[Draft, dt.date]] = {}
    found: list[Draft] = []
    for draft in drafts:
        key = (draft.sides[0].who.entity or draft.sides[0].who.label) if draft.sides else ""
        tour = tours.get(key) if draft.when is None and draft.days is None else None
        if draft.kind is ContactKind.VISIT and draft.when is not None:
            last = _last_of_tour(scene, draft)
            if last is not None:
                tours[key] = (draft, last)
        if tour is not None and published is not None and published <= tour[1] and _is_stop(scene, draft, tour[0]):
            first = tour[0].when.value.earliest if tour[0].when is not None else None
            found.append(replace(draft, when=tour[0].when, days=(max(first or published, published), tour[1])))
        else:
            found.append(draft)
    return found


def _is_stop(scene: Scene, draft: Draft, tour: Draft) -> bool:
    """Return whether a planned visit is told as a stop of a tour: by what the tour covers, or by where he goes on to."""
    if draft.kind is not ContactKind.VISIT or draft.status is not ContactStatus.PLANNED:
        return False
    near = 0 <= scene.sentence_at(draft.first).index - scene.sentence_at(tour.first).index <= MAX_SENTENCES
    verb = verbs().get(scene.words[draft.first])
    return near and (draft.rule == STOP or (verb is not None and verb.tense is Tense.IMPERFECT))


def _last_of_tour(scene: Scene, draft: Draft) -> dt.date | None:
    """Return the last day of the tour that an arrival begins: came on Saturday on the first stop of a tour of three days."""
    if draft.rule == TOUR:
        return draft.days[1] if draft.days is not None else None
    day = draft.when.value.earliest if draft.when is not None else None
    end, words = draft.pieces[0][1], markers()
    sentence = scene.sentence_at(draft.first)
    for date in scene.dates_between(end, min(sentence.end, end + MAX_LENGTH_REACH)):
        counted = _DAYS.fullmatch(date.value.value or "") if date.kind == "duration" else None
        between = scene.words[end - REACH_BACK : date.first]
        toured = any(word in nouns() and nouns()[word].id == _ROUND for word in between)
        begun = not words["begins"].isdisjoint(between)
        if counted is not None and day is not None and toured and begun and not words["lasts"].isdisjoint(between):
            return day + dt.timedelta(days=int(counted[1]) * _UNITS[counted[2]] - 1)
    return None


def with_nth_day(scene: Scene, draft: Draft) -> Draft:
    """Return a contact that goes on "for the second day", or what is told of its third day, with the days from its first."""
    if draft.kind not in _MANY_DAYS or draft.status not in _TAKING_PLACE or draft.days is not None:
        return draft
    number = next(filter(None, (_nth_day(scene, first, end) for first, end in draft.pieces)), 0)
    published = scene.document.published.day
    value = draft.when.value if draft.when is not None else None
    day = value.earliest if value is not None and value.earliest == value.latest else None
    if value is None and draft.status is ContactStatus.UNDER_WAY:
        day = published
    return draft if not number or day is None else replace(draft, days=(day - dt.timedelta(days=number - 1), day))


def _nth_day(scene: Scene, first: int, end: int) -> int:
    """Return which of its days the words beside a contact tell of, 0 where they tell none."""
    sentence = scene.sentence_at(first)
    for place in range(max(sentence.first, first - MAX_NTH_REACH), min(sentence.end - 1, end + 1)):
        if scene.words[place] in markers()["for-day"]:
            number = ordinals().get(scene.words[place + 1], 0)
            if number:
                return number
    return _told_of_day(scene, first, sentence.first)


def _told_of_day(scene: Scene, place: int, first: int) -> int:
    """Return which day of a contact stands right before it: on the second day of, on the third of the days of; else 0."""
    words = list(scene.words[max(first, place - REACH_BACK) : place])
    if words and words[-1] in _OF:
        del words[-1]
    if len(words) < _DAY_AND_NUMBER:
        return 0
    one, two = words[-_DAY_AND_NUMBER:]
    day, number = (one, two) if one in _THE_DAY else (two, one)
    return ordinals().get(number.removeprefix("و"), 0) if day in _THE_DAY else 0
