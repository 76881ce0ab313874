"""The tellings of one contact put together: verb in the lead, noun in the headline, "during the meeting"."""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Final

from hudna.arabic.contacts.draft import Draft
from hudna.arabic.contacts.side import Side, country_of
from hudna.arabic.names.tables import labels
from hudna.model import ContactKind, ContactStatus, Directness, Match, Outcome, TimeMention
from hudna.model.frozen import replace
from hudna.text import fold_word

_FAMILIES: Final = {
    ContactKind.MEETING: {ContactKind.MEETING, ContactKind.TALKS, ContactKind.SESSION},
    ContactKind.TALKS: {ContactKind.MEETING, ContactKind.TALKS, ContactKind.SESSION, ContactKind.CALL},
    ContactKind.SESSION: {ContactKind.SESSION, ContactKind.MEETING, ContactKind.TALKS},
    ContactKind.CALL: {ContactKind.CALL, ContactKind.TALKS},
    ContactKind.VISIT: {ContactKind.VISIT},
    ContactKind.MESSAGE: {ContactKind.MESSAGE},
}
_RANK: Final = (ContactKind.CALL, ContactKind.MEETING, ContactKind.SESSION, ContactKind.TALKS)
_PAST: Final = frozenset({ContactStatus.HELD, ContactStatus.UNDER_WAY, ContactStatus.NOT_HELD})
_STRENGTH: Final = (
    ContactStatus.CANCELLED, ContactStatus.POSTPONED, ContactStatus.DENIED, ContactStatus.NOT_HELD, ContactStatus.HELD,
    ContactStatus.UNDER_WAY, ContactStatus.PLANNED, ContactStatus.CALLED_FOR, ContactStatus.POSSIBLE,
)  # fmt: skip
_ON_PUBLICATION: Final = "weekday_on_publication"
_FROM_PUBLICATION: Final = "offset_from_publication"
_TODAY: Final = ("offset", "0")
BACK_REACH: Final = 3
_SON: Final = "بن"
_TOUCH: Final = frozenset({"call", "in-touch"})
_MEETING: Final = "meeting"
PAIR: Final = 2
MAX_PEERS: Final = 4  # others met, told by the same verb
LONGEST_VISIT: Final = dt.timedelta(days=14)
MAX_BACK: Final = 200  # contacts; who tells of so many others in between names the contact anew


def merge(drafts: Sequence[Draft]) -> list[Draft]:
    """Return one draft a contact, in the order of their first telling; a mere back-reference without one is dropped."""
    merged: list[Draft] = []
    for draft in drafts:
        target = _target(merged, draft)
        if target is not None:
            target = _put_together(merged, target, draft)
            merged[target] = _join(merged[target], draft)
        elif not draft.back:
            merged.append(draft)
    return merged


def _put_together(merged: list[Draft], target: int, back: Draft) -> int:
    """Join those whom one verb tells somebody met, where "the meeting" says that it was one; return the number it has."""
    met = merged[target]
    if not back.back or back.noun != _MEETING or len(met.sides) != PAIR:
        return target
    same = [number for number in range(max(0, target - MAX_PEERS), target) if _told_by_one_verb(merged[number], met)]
    for number in reversed(same):
        other = merged.pop(number)
        met = replace(
            met, sides=(*other.sides, *met.sides[1:]), pieces=tuple(dict.fromkeys((*other.pieces, *met.pieces)))
        )
    merged[target - len(same)] = met
    return target - len(same)


def _told_by_one_verb(one: Draft, other: Draft) -> bool:
    told = (one.first, one.sentence, one.rule, one.kind, one.status) == (
        other.first, other.sentence, other.rule, other.kind, other.status,
    )  # fmt: skip
    return told and one.when is other.when and one.sides[:1] == other.sides[:1]


def _target(merged: Sequence[Draft], draft: Draft) -> int | None:
    order = range(len(merged) - 1, max(-1, len(merged) - 1 - MAX_BACK), -1)
    if draft.back:
        for number in order:
            other = merged[number]
            near = draft.sentence - _last_sentence(other) <= BACK_REACH
            if draft.hosted:
                if other.kind is ContactKind.SESSION and other.process is not None:
                    return number
                continue
            if near and _kinds_fit(other, draft) and other.status in _PAST and len(other.sides) > 1:
                return number
        return None
    for number in order:
        if _same(merged[number], draft):
            return number
    return None


def _last_sentence(draft: Draft) -> int:
    return draft.sentence


def _kinds_fit(one: Draft, other: Draft) -> bool:
    return other.kind in _FAMILIES[one.kind] or one.kind in _FAMILIES[other.kind]


def _in_touch(draft: Draft) -> bool:
    """Return whether sides are told to be in touch, which is no meeting that they had: he stays in contact with X."""
    return draft.kind is ContactKind.TALKS and draft.now and draft.noun in _TOUCH


def _same(one: Draft, other: Draft) -> bool:
    if not _kinds_fit(one, other) or _in_touch(one) is not _in_touch(other):
        return False
    denied = ContactStatus.DENIED in {one.status, other.status}  # what one side tells and the other denies
    untold = one.headline or other.headline or one.vague or other.vague
    today = _same_day(one, other) and _single_day(one)  # what was planned for a day and held on it
    today = today or _goes_on_today(one, other) or _goes_on_today(other, one)
    if (one.status in _PAST) != (other.status in _PAST) and not (untold or denied or today):
        return False
    if one.round is not None and other.round is not None and one.round != other.round and not _miscounted(one, other):
        return False
    if _counted(one) and _counted(other) and len(one.sides) != len(other.sides):
        return False  # talks of "the two states" and of "the three"
    within = one.sentence == other.sentence and one.sentence in {*one.hosted, *other.hosted}
    if within and one.sides and other.sides:
        return False  # what is held within a session, and the session
    if (one.round is None) != (other.round is None) and ContactKind.MEETING in {one.kind, other.kind}:
        return False
    if not _days_fit(one, other) or not _places_fit(one, other):
        return False
    numbered = one.round is not None and other.round is not None  # else they are one round by now
    series = one.process is not None and one.process == other.process
    both_sessions = one.kind is ContactKind.SESSION and other.kind is ContactKind.SESSION
    if both_sessions and (numbered or (series and not (one.sides and other.sides))):
        return True
    if not one.sides or not other.sides:
        return False
    if one.noun == other.noun == "summit" and (_unnamed(one) or _unnamed(other)):
        return True
    if one.noun and other.noun and one.kind is not other.kind and len(one.sides) != len(other.sides):
        return False
    headline = one.headline or other.headline
    summit = one.noun == other.noun == "summit"
    near = summit or abs(one.sentence - other.sentence) <= 1 or _same_day(one, other) or headline
    return _sides_fit(
        one.sides, other.sides, near=near and (one.status is other.status or headline or one.vague or other.vague)
    )


def _miscounted(one: Draft, other: Draft) -> bool:
    """Return whether two rounds are of one series, day and place, where no two are held: the seventh for the seventeenth."""
    series = one.process is not None and one.process == other.process
    return series and _same_day(one, other) and _single_day(one) and None not in {one.place, other.place}


def _counted(draft: Draft) -> bool:
    """Return whether one word tells of all sides of a contact: the two states, the three states."""
    return len(draft.sides) > 1 and len({(side.first, side.end) for side in draft.sides if side.end > side.first}) == 1


def _unnamed(draft: Draft) -> bool:
    """Return whether a contact's sides are only a group without names: the heads of the guarantor states."""
    return len(draft.sides) == 1 and draft.sides[0].who.entity is None and draft.sides[0].level in {"office", "persons"}


def _same_day(one: Draft, other: Draft) -> bool:
    if one.when is None or other.when is None:
        return False
    left, right = one.when.value, other.when.value
    return (left.earliest, left.latest) == (right.earliest, right.latest)


def _single_day(draft: Draft) -> bool:
    return draft.when is not None and draft.when.value.earliest == draft.when.value.latest is not None


def _goes_on_today(one: Draft, other: Draft) -> bool:
    """Return whether one contact is planned for the day of publication and the other goes on then."""
    if one.status is not ContactStatus.PLANNED or one.when is None or other.when is not None or not other.now:
        return False
    because = one.when.value.because
    return because.code == _ON_PUBLICATION or (because.code == _FROM_PUBLICATION and _TODAY in because.args)


def _days_fit(one: Draft, other: Draft) -> bool:
    if one.when is None or other.when is None:
        return True
    left, right = one.when.value, other.when.value
    if one.ends is not other.ends:
        begun, over = (right.earliest, left.latest) if one.ends else (left.earliest, right.latest)
        return begun is None or over is None or dt.timedelta(0) <= over - begun <= LONGEST_VISIT
    return not (
        (left.latest is not None and right.earliest is not None and left.latest < right.earliest)
        or (right.latest is not None and left.earliest is not None and right.latest < left.earliest)
    )


def _places_fit(one: Draft, other: Draft) -> bool:
    if one.place is None or other.place is None:
        return True
    left, right = one.place, other.place
    if (left.entity or left.label) == (right.entity or right.label):
        return True
    if one.kind is ContactKind.VISIT and all((each.entity or "").startswith("place:") for each in (left, right)):
        return False  # two cities of one country are two visits
    return _country(left.entity) is not None and _country(left.entity) == _country(right.entity)


def _country(entity: str | None) -> str | None:
    if entity is None:
        return None
    if entity.startswith("state:"):
        return entity
    row = labels().get(entity)
    return f"state:{row['country'].lower()}" if row is not None and row["country"] else None


def keys(side: Side) -> frozenset[str]:
    """Return the keys by which two tellings may name the same side."""
    found = {fold_word(side.who.label)}
    if side.who.entity:
        found.add(side.who.entity)
    return frozenset(found)


def _named_alike(one: Side, other: Side) -> bool:
    """Return whether two sides are named alike, or one is the other's delegation or part."""
    if keys(one) & keys(other):
        return True
    left, right = fold_word(one.who.label), fold_word(other.who.label)
    if f"{_SON} {right}" in left or f"{_SON} {left}" in right:
        return False  # a father and his son
    return left.endswith(f" {right}") or right.endswith(f" {left}") or _refers(left, right) or _refers(right, left)


def _refers(bare: str, full: str) -> bool:
    """Return whether one noun with the article takes up the head of a longer phrase: the delegation."""
    return " " not in bare and bare.startswith("ال") and full.startswith(f"{bare[2:]} ")


def _sides_fit(left: Sequence[Side], right: Sequence[Side], *, near: bool) -> bool:
    """Return whether the sides of one telling are all among those of the other.

    ``near`` lets a state stand for its people.
    """
    small, large = (left, right) if len(left) <= len(right) else (right, left)
    strict = all(any(_named_alike(a, b) for b in large) for a in small)
    if strict:
        return len(small) > 1 or len(large) == 1
    if len(small) < 2 or not near:
        return False
    used: set[int] = set()
    for side in small:
        match = next((i for i, other in enumerate(large) if i not in used and _stands_for(side, other)), None)
        if match is None:
            return False
        used.add(match)
    return True


def _stands_for(one: Side, other: Side) -> bool:
    if keys(one) & keys(other):
        return True
    state = _land(one), _land(other)
    is_state = "state" in {one.level, other.level}
    if not is_state and _office_of(one, other):
        return True
    implied = one.who.implied or other.who.implied
    return is_state and not implied and state[0] is not None and state[0] == state[1]


def _land(side: Side) -> str | None:
    """Return the key of the state that a side is or belongs to, that of an office without a name by its adjective."""
    known = _country(side.who.entity)
    return known if known is not None or side.country is None else f"state:{side.country.lower()}"


def _office_of(one: Side, other: Side) -> bool:
    """Return whether one is an office without a name, the other a person of its country."""
    left, right = (one, other) if one.who.entity is None else (other, one)
    if left.who.entity is not None or left.level != "office" or left.country is None or right.level != "person":
        return False
    return left.country == (right.country or country_of(right.who.entity))


def _join(one: Draft, other: Draft) -> Draft:
    if _unnamed(one) and not _unnamed(other) and other.sides:
        one = replace(one, sides=())
    elif _unnamed(other) and one.sides:
        other = replace(other, sides=())
    status = _status(one, other)
    keeps = one.kind is other.kind or (other.back and other.kind is not ContactKind.CALL)
    kind = one.kind if keeps else _kind(one, other)
    sides = one.sides if other.back else tuple(_all_sides(one.sides, other.sides))
    directness = one.directness if one.directness is not Directness.UNSAID else other.directness
    return replace(
        one,
        kind=kind,
        status=status,
        sides=sides,
        pieces=(*one.pieces, *(piece for piece in other.pieces if piece not in one.pieces)),
        sure=one.sure or (other.sure and not other.back),
        directness=directness,
        outcome=one.outcome if one.outcome is not Outcome.UNSAID else other.outcome,
        when=_nearer(one.when, other.when),
        place=one.place or other.place,
        process=one.process or other.process,
        round=one.round if one.round is not None else other.round,
        hedges=one.hedges,
        headline=one.headline and other.headline,
        vague=one.vague and other.vague,
        now=one.now or other.now,
        attributed_to=_attribution(one, other),
        title=one.title and other.title,
        caller=one.caller or other.caller,
        hosted=(*one.hosted, *other.hosted),
        ends=one.ends and other.ends,
        days=one.days or _from_to(one, other),
        sentence=max(one.sentence, other.sentence),
        children=(*one.children, *other.children),
    )


def _from_to(one: Draft, other: Draft) -> tuple[dt.date, dt.date] | None:
    """Return the days of what one telling begins and the other ends: arrived on Saturday, ended the visit on Monday."""
    if one.ends is other.ends or one.when is None or other.when is None:
        return None
    begun, over = (other, one) if one.ends else (one, other)
    first = begun.when.value.earliest if begun.when is not None else None
    last = over.when.value.latest if over.when is not None else None
    return (first, last) if first is not None and last is not None and first < last else None


def _nearer(one: Match[TimeMention] | None, other: Match[TimeMention] | None) -> Match[TimeMention] | None:
    """Return the time that says more of two that fit: two days of "this week" rather than the week."""
    if one is None or other is None:
        return one or other
    left, right = one.value, other.value
    if right.earliest is None or right.latest is None:
        return one
    if left.earliest is None or left.latest is None:
        return other
    inside = left.earliest <= right.earliest and right.latest <= left.latest
    return other if inside and (left.earliest, left.latest) != (right.earliest, right.latest) else one


def _attribution(one: Draft, other: Draft) -> str | None:
    """Return the statement both are told in; what the outlet tells in its own voice in the body needs no other."""
    if other.back or (other.title and not one.title):
        return one.attributed_to
    if one.title and not other.title:
        return other.attributed_to
    return one.attributed_to if other.attributed_to is not None else None


def _status(one: Draft, other: Draft) -> ContactStatus:
    if other.back or (other.headline and not one.headline):
        return one.status
    if one.headline and not other.headline:
        return other.status
    if one.vague is not other.vague:
        return other.status if one.vague else one.status
    lasting = {one.status, other.status} == {ContactStatus.HELD, ContactStatus.UNDER_WAY}
    if lasting and one.kind is other.kind is ContactKind.VISIT:
        return ContactStatus.UNDER_WAY  # X arrived; X began a visit of three days
    return min(one.status, other.status, key=_STRENGTH.index)


def _kind(one: Draft, other: Draft) -> ContactKind:
    return min(one.kind, other.kind, key=lambda kind: _RANK.index(kind) if kind in _RANK else len(_RANK))


def _says_more(side: Side, told: Side) -> bool:
    """Return whether a side names who stands for a state, or who holds an office told before without a name."""
    if told.level == "state":
        return side.level != "state"
    return side.level == "person" and told.level == "office" and told.who.entity is None


def _all_sides(left: Sequence[Side], right: Iterable[Side]) -> Iterable[Side]:
    found = list(left)
    for side in right:
        match = next((i for i, other in enumerate(found) if _named_alike(other, side)), None)
        if match is None:
            match = next((i for i, other in enumerate(found) if _stands_for(other, side)), None)
            if match is not None and _says_more(side, found[match]):
                found[match] = side
                continue
        if match is None:
            found.append(side)
    return found
