"""The place and the day of an incident, from the clause that tells it."""

from typing import Final, NamedTuple

from hudna.arabic.clitics.evidence import behind_article
from hudna.arabic.incidents.draft import Draft
from hudna.arabic.incidents.glued import clitics_before
from hudna.arabic.incidents.verb_forms import is_verb_form
from hudna.arabic.incidents.words import any_of, markers, words
from hudna.arabic.names.beginnings import beginnings_of
from hudna.arabic.scene import Scene, is_recent, make_place, place_of
from hudna.model import WORD, IncidentKind, Match, Name, Party, Place, TimeMention
from hudna.text import Memo

MAX_LENGTH: Final = 8
_DURING: Final = frozenset({"خلال", "في", "طوال", "مدار", "مدي"})
_TOWARDS: Final = frozenset({"الي", "نحو", "صوب"})
MAX_BOUND: Final = 4  # bound for the town of X
_SOIL: Final = frozenset({"اراضي", "الاراضي"})
_OF_TARGET: Final = frozenset({IncidentKind.TERRITORY_TAKEN, IncidentKind.MISSILE_OR_DRONE})
MAX_DAY_REACH: Final = 16
MAX_PLACE_REACH: Final = 22
MAX_SINCE_REACH: Final = 12
CAUSES: Final = frozenset({"اثر", "عقب"})


class Day(NamedTuple):
    """A time expression; ``since`` tells that it only begins the stretch of time."""

    date: Match[TimeMention]
    since: bool


def day_of(scene: Scene, first: int, end: int, clause: tuple[int, int]) -> Day | None:
    """Return the time told nearest to tokens ``first`` to ``end`` in their clause."""
    near = scene.date_near(first, end, clause, MAX_DAY_REACH) or _right_before(scene, first, clause)
    compared = _is_greatest(scene, first, end)
    if near is not None and (_is_of_before(scene, first, end, near) or _is_numbered(scene, near)):
        near = None
    if near is not None and _begins(scene, near):
        return Day(near, since=True) if not compared else None
    if near is not None and scene.words[near.first] not in {"الان", "حاليا", "انذاك", "قريبا"}:
        return Day(near, since=False)
    lasting = _length_near(scene, first, end, clause)
    if lasting is not None:
        return Day(lasting, since=False)
    for date in scene.dates_between(max(0, clause[0] - 1), clause[1]):
        before = scene.words[max(0, date.first - 4) : max(1, date.first)]
        since = scene.words[date.first] == "منذ" or any(word.lstrip("وف") == "منذ" for word in before)
        if (
            since
            and not compared
            and date.value.earliest is not None
            and max(0, date.first - end, first - date.end) <= MAX_DAY_REACH
        ):
            return Day(date, since=True)
    return None


def _is_greatest(scene: Scene, first: int, end: int) -> bool:
    """Return whether a deed is only compared with those since some day: the greatest attack since 1982."""
    return not markers()["greatest"].isdisjoint(scene.words[max(0, first - 1) : end])


def _right_before(scene: Scene, first: int, clause: tuple[int, int]) -> Match[TimeMention] | None:
    """Return the day that stands right before the words of a deed, also where its verb reads like one of saying."""
    dates = scene.dates_between(max(clause[0], first - MAX_LENGTH), first)
    known = (date for date in dates if date.end == first and date.kind in {"date", "time"})
    return next((date for date in known if date.value.latest is not None), None)


def _is_numbered(scene: Scene, date: Match[TimeMention]) -> bool:
    """Return whether a day is only counted: for the tenth day running."""
    counted = date.end < len(scene.tokens) and scene.words[date.end] in markers()["ordinal"]
    return (counted and scene.words[date.end - 1].endswith("اليوم")) or (
        counted and scene.words[date.end - 1] == "لليوم"
    )


def _is_of_before(scene: Scene, first: int, end: int, date: Match[TimeMention]) -> bool:
    """Return whether a day is that of what a deed answers or brought: struck on Saturday in answer to the attack."""
    between = range(end, date.first - 1) if date.first >= end else range(date.end, first)
    answers = markers()["answer"] if date.first >= end else markers()["answer"] - CAUSES
    if any(scene.words[place] in answers for place in between):
        return True
    return date.first >= end and _is_of_crime(scene, first, date)


def _is_of_crime(scene: Scene, first: int, date: Match[TimeMention]) -> bool:
    """Return whether a day of long ago is that of what somebody is charged with: arrested a man charged with the killings of 2001."""
    return not markers()["accused-of"].isdisjoint(scene.words[first : date.first]) and not is_recent(scene, date)


def _length_near(scene: Scene, first: int, end: int, clause: tuple[int, int]) -> Match[TimeMention] | None:
    """Return the stretch of time up to now told nearest: in the past two weeks."""
    near = scene.dates_between(max(clause[0], first - MAX_LENGTH), min(clause[1], end + MAX_LENGTH))
    lengths = (date for date in near if date.kind == "duration" and date.value.latest is not None)
    return next(
        (
            date
            for date in lengths
            if scene.words[max(0, date.first - 1)] in _DURING or scene.words[date.first] in _DURING
        ),
        None,
    )


def _begins(scene: Scene, date: Match[TimeMention]) -> bool:
    """Return whether a day is only that on which something began: since the start of the war in 2011."""
    for place in range(date.first - 1, max(-1, date.first - MAX_SINCE_REACH), -1):
        word = scene.words[place]
        if word.lstrip("وف") == "منذ":
            return True
        if scene.tokens[place].kind is not WORD or word in markers()["clause-opener"]:
            return False
    return False


def place_near(
    scene: Scene, first: int, end: int, clause: tuple[int, int], taken: tuple[Party | None, ...]
) -> Place | None:
    """Return the place named in or behind the words of an incident, else the one before it in its clause.

    A town goes before a state; ``taken`` are the parties, whose names tell no place by themselves.
    """
    limit = min(clause[1], max(end, first) + MAX_PLACE_REACH)
    limit = next((at for at in range(end, limit) if _OTHERWISE[scene.words[at]] and _parts(scene, at)), limit)
    behind = _first_place(scene, first, limit, taken)
    unnamed = _unnamed_place(scene, first, behind.first if behind is not None else limit)
    if unnamed is not None:
        return unnamed
    if behind is not None and behind.kind == "place":
        return place_of(behind)
    before = _first_place(scene, clause[0], first, taken)
    found = next((each for each in (before, behind) if each is not None and each.kind == "place"), behind or before)
    return place_of(found) if found is not None else None


def _goes_on_otherwise(word: str) -> bool:
    """Return whether a word opens something else: a joined verb (and they agreed to meet in X), what a deed answers."""
    return word in markers()["answer"] or (word[0] in "وف" and word not in words() and is_verb_form(word))


_OTHERWISE: Final = Memo(_goes_on_otherwise)


def _parts(scene: Scene, place: int) -> bool:
    """Return whether a word that may open something else is no name."""
    return scene.chart.name_at(place) is None or scene.words[place] in markers()["answer"]


def _unnamed_place(scene: Scene, first: int, end: int) -> Place | None:
    """Return a town or district that no table knows, by the word before it that says what it is."""
    settlements = markers()["settlement"]
    if settlements.isdisjoint(scene.words[first : max(first, end - 1)]):
        return None
    for place in range(first, end - 1):
        if scene.words[place] not in settlements or scene.chart.name_at(place) is not None:
            continue
        last = place + (2 if scene.words[place + 1] in markers()["begins-name"] else 1)
        if last < end and _may_name(scene, last) and scene.chart.name_at(place + 1) is None:
            span = scene.document.span(place + 1, last + 1)
            return make_place(span, scene.document.article.words(span), None)
    return None


def _may_name(scene: Scene, place: int) -> bool:
    token, kinds = scene.tokens[place], markers()
    if token.kind is not WORD or scene.chart.name_at(place) is not None or scene.chart.dated[place]:
        return False
    plain = token.folded in kinds["thing-stop"] or token.folded in words() or token.folded in kinds["deed-adjective"]
    return not plain and not clitics_before(scene, place) and not (behind_article(token.folded))


def _first_place(scene: Scene, first: int, end: int, taken: tuple[Party | None, ...]) -> Match[Name] | None:
    state: Match[Name] | None = None
    begins = beginnings_of(scene.chart)
    place = begins.find(1, first, end)
    while place >= 0:
        name = scene.chart.name_at(place)
        place = begins.find(1, name.end if name is not None else place + 1, end)
        if name is None:
            continue
        if name.kind not in {"place", "state"} or not _is_setting(scene, name):
            continue
        if name.kind == "state" and any(party is not None and party.span.overlaps(name.span) for party in taken):
            continue
        if name.kind == "place":
            return name
        state = state or name
    return state


def _is_setting(scene: Scene, name: Match[Name]) -> bool:
    """Return whether a place is one where something is: not one that speaks or only belongs to a name."""
    front = scene.chart.glued(name)
    if "ب" in front:
        return True
    if not name.first or "ل" in front:
        return False
    before = scene.words[name.first - 1]
    words = markers()
    if before in _SOIL and name.first > 1 and scene.words[name.first - 2] in {"من", "فوق"}:
        return False  # fired from the soil of
    if before in words["in"] and name.first > 1 and scene.words[name.first - 2] in words["dwelling"]:
        return False  # where somebody lives
    if _is_bound_for(scene, name.first):
        return False
    if before in {"#", '"', "«"} and name.first > 1:
        before = scene.words[name.first - 2]
    if front == "و":
        previous = name_before(scene, name)
        return previous is not None and previous.kind == "place" and _is_setting(scene, previous)
    return before in any_of("in", "at", "head-of-place") or before.startswith(("شمال", "جنوب", "شرق", "غرب", "اراضي"))


def _is_bound_for(scene: Scene, place: int) -> bool:
    """Return whether somebody is only on the way to a place: the ship that was bound for Gaza."""
    for at in range(place - 1, max(0, place - MAX_BOUND), -1):
        if scene.words[at] in _TOWARDS:
            return scene.words[at - 1] in markers()["bound-for"]
    return False


def name_before(scene: Scene, name: Match[Name]) -> Match[Name] | None:
    """Return the name that ends where another begins: X, of X and Y."""
    before = (scene.chart.name_at(name.first - back) for back in (1, 2, 3))
    return next((each for each in before if each is not None and each.end == name.first), None)


def is_land(place: Place) -> bool:
    """Return whether a place is a whole state."""
    return (place.entity or "").startswith("state:")


def place_of_target(scene: Scene, draft: Draft) -> Place | None:
    """Return the place of an incident; where it has none, or only a region, the town that its target names."""
    place, target = draft.place, draft.target
    own = draft.kind in _OF_TARGET
    if target is None or (place is not None and place.precision != "area" and not own):
        return place
    within = scene.names_within(target.span)
    bodies = [name.value.span for name in within if name.kind == "body"]
    names = [
        name
        for name in within
        if (name.kind == "place" or (own and name.kind == "state"))
        and not any(body.overlaps(name.value.span) for body in bodies)  # the land in the name of a group
    ]
    return place_of(names[0]) if names else place
