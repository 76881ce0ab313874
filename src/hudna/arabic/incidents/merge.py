"""One record for one incident: tellings of the same deed are put together, those that tell too little are dropped."""

import re
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cache
from typing import Final, NamedTuple

from hudna.arabic.incidents.draft import Draft
from hudna.arabic.incidents.enough import is_incident
from hudna.arabic.incidents.heads import bare
from hudna.arabic.incidents.where import is_land
from hudna.arabic.incidents.words import actors, markers
from hudna.arabic.names.people import NAME_WORDS
from hudna.arabic.names.tables import labels, nationality_entries
from hudna.model import Accusation, IncidentKind, Party, Place
from hudna.model.frozen import replace
from hudna.text import Memo, fold_word

MAX_BACK: Final = 40
_BACKED: Final = "مدعوم"
_LOOSE: Final = frozenset({IncidentKind.OTHER, IncidentKind.KILLING_UNSPECIFIED, IncidentKind.LOOTING_OR_DESTRUCTION})
NEAR: Final = (
    frozenset({IncidentKind.SHELLING, IncidentKind.AIR_STRIKE, IncidentKind.CHEMICAL, IncidentKind.MISSILE_OR_DRONE}),
    frozenset({IncidentKind.GROUND_ATTACK, IncidentKind.CLASH, IncidentKind.SMALL_ARMS}),
    frozenset({IncidentKind.BOMBING, IncidentKind.GROUND_ATTACK}),
)
_NO_ATTACK: Final = frozenset({IncidentKind.MOVEMENT, IncidentKind.FORTIFICATION, IncidentKind.OBSTRUCTION})
_RANK: Final = (IncidentKind.CHEMICAL, IncidentKind.AIR_STRIKE, IncidentKind.MISSILE_OR_DRONE)
_MARKS: Final = re.compile(r"[\W_]+")
_NO_DEED: Final = frozenset({"<victims>", "<actor>", "<loss>", "<relief>"})
_STRIKE: Final = "<strike>"
_POISONINGS: Final = frozenset({"<poisoning>", "<use>"})
_ONE_DEED: Final = frozenset({"<air-strike>", "<strike>", "<attack>", "<bombing>", "<explosion>"})
MIN_ACCUSATIVE: Final = 4
MIN_NAMES: Final = 2
MIN_POINTS: Final = 2
FAR: Final = 6.0  # degrees: further from the middle of a region or a state than most of them reach
APART: Final = 0.8  # degrees: two regions whose middles are further from each other are not one
MAX_SENTENCES: Final = 4


def merge(drafts: Sequence[Draft]) -> list[Draft]:
    """Return the incidents in the order in which they are first told."""
    kept: list[Draft] = []
    for draft in drafts:
        voices = draft.claimed_by or draft.deniers or draft.accusations or draft.breach_of
        if draft.back and not (draft.tolls or voices or draft.asserted):
            continue
        number = _likest(kept, draft)
        if number is not None:
            kept[number] = together(kept[number], draft)
        elif not draft.back or draft.tolls or draft.place:
            kept.append(draft)
    return [draft for draft in _again(kept) if is_incident(draft)]


def _likest(kept: Sequence[Draft], draft: Draft) -> int | None:
    """Return the number of the incident told before that a telling goes with best: of its kind, then the latest."""
    found: int | None = None
    for number in range(len(kept) - 1, max(-1, len(kept) - MAX_BACK - 1), -1):
        if same_deed(kept[number], draft):
            if kept[number].kind is draft.kind:
                return number
            found = number if found is None else found
    return found if found is not None else _only_one(kept, draft)


def _only_one(kept: Sequence[Draft], draft: Draft) -> int | None:
    """Return the number of the one incident told before that "the strike" can mean, where nothing speaks against it."""
    if not draft.definite or draft.aggregate or draft.also or draft.answered or _word_of(draft) not in _ONE_DEED:
        return None
    known = [n for n, one in enumerate(kept) if is_incident(one) and (one.kind is draft.kind or _near(one, draft))]
    if len(known) != 1:
        return None
    one = kept[known[0]]
    hit = None if draft.target in {loss.whom for loss in draft.losses} else draft.target
    apart = not _agree(one.actor, draft.actor) or not _days_agree(one, draft) or _places_differ(one, draft)
    apart = (
        apart or one.aggregate or one.many or bool(one.deniers) != bool(draft.deniers) or not _agree(one.target, hit)
    )
    return None if apart else known[0]


def _again(kept: Sequence[Draft]) -> list[Draft]:
    """Return the incidents, those put together whose kind or actor was only told later."""
    found: list[Draft] = []
    for draft in kept:
        number = _likest(found, draft) if len(draft.pieces) > 1 and draft.kind not in _LOOSE else None
        if number is not None and found[number].kind is draft.kind:
            found[number] = together(found[number], draft)
        else:
            found.append(draft)
    return found


def same_deed(one: Draft, other: Draft) -> bool:
    """Return whether two tellings may be of one deed: nothing speaks against it and something for it."""
    if one.kind is not other.kind and not _near(one, other):
        return False
    if other.answered and one.sentence == other.sentence:
        return False  # strikes in answer to the attack
    if bool(one.deniers) != bool(other.deniers) and one.kind is not other.kind:
        return False
    if (one.kind is IncidentKind.CHEMICAL) != (other.kind is IncidentKind.CHEMICAL) and _STRIKE in map(
        _word_of, (one, other)
    ):
        return False  # the strikes that answer an attack with gas
    if {_word_of(one), _word_of(other)} == _POISONINGS and not _same_target(one, other):
        return False  # a man who was poisoned, and the use of chemical arms
    if one.aggregate != other.aggregate and not _same_toll(one, other):
        return False
    if one.kind is IncidentKind.SMALL_ARMS and other.kind is not one.kind and one.actor is one.target is None:
        return False  # shots that were heard, and the attack of X
    if not _same_doer(one.actor, other.actor) or not _days_agree(one, other):
        return False
    if one.downed or other.downed:
        return _is_volley(one, other)
    if other.also and not other.back and not _same_toll(one, other) and not _same_target(one, other):
        return False
    if one.kind is IncidentKind.TERRITORY_TAKEN and not _agree(one.target, other.target):
        return False
    if other.back and one.kind is IncidentKind.LOOTING_OR_DESTRUCTION and other.kind is not one.kind:
        return False
    if other.back and other.sentence - one.sentence <= MAX_SENTENCES:
        return True
    lead = one.title
    overlap = any(a < d and c < b for a, b in one.pieces for c, d in other.pieces)
    if one.sentence == other.sentence and one.kind is other.kind and overlap:
        return True  # a missile fell, which X fired
    if one.sentence == other.sentence:
        same_place = one.place is None or other.place is None or one.place.label == other.place.label
        if (
            same_place
            and other.rule.startswith("<begin>")
            and other.actor is other.target is None
            and one.kind is other.kind
        ):
            return True  # an offensive that began with
        back = other.rule.startswith("<attack>")  # blew himself up, which killed four in an attack
        return other.actor is None and other.kind in _LOOSE and same_place and (back or not other.losses)
    if _places_differ(one, other) and not lead:
        return False
    if _same_toll(one, other):
        return True
    if _only_losses(other) and one.asserted and other.sentence - one.sentence <= MAX_SENTENCES:
        return True
    return _points(one, other, lead=lead) >= MIN_POINTS


def _is_volley(one: Draft, other: Draft) -> bool:
    """Return whether missiles that were brought down are those of a launch: of the same kind, at no other state."""
    if one.kind is not other.kind:
        return False
    hit, also = one.target, other.target
    if hit is None or also is None or hit.entity is None or also.entity is None:
        return True
    return alike(hit, also)


def _same_target(one: Draft, other: Draft) -> bool:
    return one.target is not None and other.target is not None and alike(one.target, other.target)


def _points(one: Draft, other: Draft, *, lead: bool) -> int:
    """Return how much two tellings have in common: the same actor or target counts most."""
    same_actor = one.actor is not None and other.actor is not None
    same_target = one.target is not None and other.target is not None and alike(one.target, other.target)
    same_place = one.place is not None and other.place is not None and one.place.label == other.place.label
    same_day = int(one.when is not None and other.when is not None)
    if one.when is not None and other.when is not None and one.when.value.earliest == one.when.value.latest:
        same_day = 2 if one.actor is None and other.actor is None else 1
    same_kind = one.kind is other.kind and one.kind not in _LOOSE
    chemical = one.kind is other.kind is IncidentKind.CHEMICAL  # hardly ever does an article tell of two
    volley = one.kind is other.kind is IncidentKind.MISSILE_OR_DRONE and other.when is None
    points = volley + 2 * same_actor + 2 * same_target + same_place + same_day + same_kind + chemical
    if (chemical and _are_two(one.place, other.place)) or (
        chemical and not same_place and one.target is not None and other.target is not None and not same_target
    ):
        points -= 2
    if other.definite and other.sentence - one.sentence <= MAX_SENTENCES and not one.aggregate:
        points += 1
    if lead and one.actor is None and (same_kind or _same_word(one, other)):
        points += 1 + (one.sentence == 0 and other.sentence == 1 and _same_word(one, other))
    points += not same_target and (_hits(one.target, other.place) or _hits(other.target, one.place))
    wide = _is_state(one.target) is not _is_state(other.target)  # Syria, and three positions there
    wide = wide or (volley and (_is_unnamed(one.target) or _is_unnamed(other.target)))
    if one.target is not None and other.target is not None and not same_target and not lead and not wide:
        points -= 1 + (one.kind is not other.kind and one.exact and other.exact)
    return points


def _hits(target: Party | None, place: Place | None) -> bool:
    """Return whether what was hit is a place that the other telling names, no state."""
    if target is None or place is None or _is_state(target) or is_land(place):
        return False
    return _WORDS_OF[target.label].telling <= _WORDS_OF[place.label].telling


def _is_unnamed(target: Party | None) -> bool:
    return target is not None and target.entity is None


def _are_two(one: Place | None, other: Place | None) -> bool:
    """Return whether two towns or regions are named, neither by a part of the other's name."""
    if one is None or other is None or is_land(one) or is_land(other):
        return False
    left, right = _WORDS_OF[one.label].telling, _WORDS_OF[other.label].telling
    return not (left <= right or right <= left)


def _is_state(party: Party | None) -> bool:
    return party is not None and (party.entity or "").startswith("state:")


def _same_word(one: Draft, other: Draft) -> bool:
    """Return whether two tellings call their deed alike: a strike, an attack."""
    return _word_of(one) == _word_of(other) and _word_of(one) not in _NO_DEED


def _word_of(draft: Draft) -> str:
    return draft.rule.split(" + ", 1)[0].split()[-1]


def _only_losses(draft: Draft) -> bool:
    """Return whether a telling only counts losses, and nothing tells that they are of another deed."""
    alone = draft.actor is None and draft.when is None and draft.place is None
    return alone and draft.kind is IncidentKind.KILLING_UNSPECIFIED and bool(draft.losses) and not draft.tolls[0].side


def _near(one: Draft, other: Draft) -> bool:
    arrest = one.kind is IncidentKind.ABDUCTION_OR_ARREST
    if (arrest and other.back and _word_of(other) in _ONE_DEED) or not _NO_ATTACK.isdisjoint((one.kind, other.kind)):
        return False  # who was arrested, and the attack
    return _is_loose(one) or _is_loose(other) or any(one.kind in kinds and other.kind in kinds for kinds in NEAR)


def _is_loose(draft: Draft) -> bool:
    """Return whether a kind says little of the means: an attack of which only its sides are told is taken for one on the ground."""
    return draft.kind in _LOOSE or (draft.kind is IncidentKind.GROUND_ATTACK and not draft.exact)


def _agree(one: Party | None, other: Party | None) -> bool:
    return one is None or other is None or alike(one, other) or _is_among(one, other) or _is_among(other, one)


def _is_among(one: Party, several: Party) -> bool:
    """Return whether a state is one of several named together as who did it: France, and the United States and France."""
    return several.entity is None and _is_state(one) and " و" in several.label and one.label in several.label


def _same_doer(one: Party | None, other: Party | None) -> bool:
    """Return whether two doers may be the same: headlines name the state whose forces the body tells of."""
    return _agree(one, other) or (
        one is not None and other is not None and (_is_force_of(one, other) or _is_force_of(other, one))
    )


def _is_force_of(state: Party, force: Party) -> bool:
    """Return whether a party is the army of a state, or what the words call its forces or planes: the Turkish jets."""
    if not _is_state(state):
        return False
    country = (state.entity or "").removeprefix("state:")
    if force.entity is not None:
        row = labels().get(force.entity)
        return row is not None and row["class"] == "army" and row["country"].lower() == country
    return _WORDS_OF[force.label].forces_of == country


def alike(one: Party, other: Party) -> bool:
    """Return whether two parties may be the same: the same entity, or the words of one in the other's."""
    if one.entity is not None and one.entity == other.entity:
        return True
    left, right = _WORDS_OF[one.label], _WORDS_OF[other.label]
    if (_is_state(one) and right.backed) or (_is_state(other) and left.backed):
        return False  # gunmen backed by a state, and the state
    if left.joint != right.joint or _is_forename_of(left, right) or _is_forename_of(right, left):
        return False
    if left.telling <= right.telling or right.telling <= left.telling:
        return True
    return (
        left.rules is not None and right.rules is not None and (left.rules <= right.rules or right.rules <= left.rules)
    )


class _Label(NamedTuple):
    """What is always the same about a label: all its folded words, those that tell it from others, whether it joins several.

    ``rules`` are the words that tell one who rules from another, without government, regime and army: None for others.
    ``backed`` is whether they are told by whom they are loyal to or backed by.
    ``forces_of`` is the country whose forces or planes they are by nothing but an adjective, by its code.
    """

    folded: tuple[str, ...]
    telling: frozenset[str]
    joint: bool
    rules: frozenset[str] | None
    backed: bool
    forces_of: str | None


def _is_forename_of(one: _Label, other: _Label) -> bool:
    """Return whether a label is only the given name that another begins with: many people have it."""
    if len(one.folded) != 1 or len(other.folded) < MIN_NAMES or one.folded[0] != other.folded[0]:
        return False
    return NAME_WORDS[one.folded[0]].role == "given"


def _is_joint(label: str) -> bool:
    """Return whether a label joins several parties by "and"."""
    return any(
        word.startswith("و") and fold_word(word) not in markers()["begins-with-and"] for word in label.split()[1:]
    )


def _words_of(label: str) -> _Label:
    """Return the words of a label; forces of, planes of, a movement do not tell one party from another."""
    words = {fold_word(word) for word in _MARKS.sub(" ", label).split()}
    words = {word[:-1] if word.endswith("ا") and len(word) > MIN_ACCUSATIVE else word for word in words}
    telling = frozenset(words - actors()["platform"] - actors()["armed"]) or frozenset(words)
    ruling = not words.isdisjoint(markers()["ruling"])
    rules = frozenset(word.removesuffix("ه") for word in telling - markers()["ruling"]) if ruling else None
    joint = _is_joint(label)
    backed = not words.isdisjoint(markers()["loyal"]) or any(_BACKED in word for word in words)
    folded = tuple(map(fold_word, label.split()))
    return _Label(folded, telling, joint, rules, backed, None if joint else _country_of(words))


def _country_of(words: AbstractSet[str]) -> str | None:
    """Return the country whose forces words name: one of arms, an adjective of the country, and of what kind they are."""
    armed = {word for word in words if bare(word) in actors()["platform"] | actors()["armed"]}
    countries = {country for word in words if (country := _countries().get(word.removeprefix("ال")))}
    other = {word for word in words - armed if word.removeprefix("ال") not in _countries()}
    known = markers()["of-forces"] | markers()["air"] | markers()["machine"]
    return countries.pop() if armed and len(countries) == 1 and other <= known else None


@cache
def _countries() -> Mapping[str, str]:
    """Return the codes of countries by the folded adjectives of each."""
    return {fold_word(entry.form): entry["country"] for entry in nationality_entries()}


_WORDS_OF: Final = Memo(_words_of)


def _days_agree(one: Draft, other: Draft) -> bool:
    if one.when is None or other.when is None:
        return True
    a, b = one.when.value, other.when.value
    if a.latest is None or b.latest is None:
        ongoing = a.latest is b.latest is None and one.kind is other.kind  # since about a month, since the 18th
        return ongoing or (a.earliest, a.latest) == (b.earliest, b.latest)
    if a.earliest is None or b.earliest is None:  # what went on until its last day
        lasts = (a.earliest is None or a.earliest <= b.latest) and (b.earliest is None or b.earliest <= a.latest)
        return lasts and one.kind is other.kind
    return a.earliest <= b.latest and b.earliest <= a.latest


def _places_differ(one: Draft, other: Draft) -> bool:
    if one.place is None or other.place is None:
        return False
    a, b = one.place, other.place
    if a.label == b.label:
        return False
    wide = "area" in {a.precision, b.precision}
    away = _degrees_between(a, b)
    reach = 0.0 if not wide else APART if a.precision == b.precision and _are_two(a, b) else FAR
    return away > reach if away is not None else not wide


def _degrees_between(one: Place, other: Place) -> float | None:
    """Return how far apart two places are in degrees, None where the point of one is not known."""
    if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
        return None
    return max(abs(one.latitude - other.latitude), abs(one.longitude - other.longitude))


def _same_toll(one: Draft, other: Draft) -> bool:
    if not one.tolls or not other.tolls:
        return False
    numbers = {(toll.outcome, toll.min) for toll in one.tolls if toll.min is not None and toll.min > 1}
    return any((toll.outcome, toll.min) in numbers for toll in other.tolls)


def together(one: Draft, other: Draft) -> Draft:
    """Return one incident of two tellings: the earlier one's parts, filled from the later one's."""
    kind = one.kind
    if other.kind in _RANK or (_is_loose(one) and not _is_loose(other)):
        kind = other.kind if kind not in _RANK else kind
    known = {(toll.outcome, toll.min, toll.max) for toll in one.tolls}
    tolls = (*one.tolls, *(toll for toll in other.tolls if (toll.outcome, toll.min, toll.max) not in known))
    place = one.place
    if other.place is not None and (place is None or (place.precision == "area" and other.place.precision != "area")):
        place = other.place
    return replace(
        one,
        kind=kind,
        pieces=(*one.pieces, *(piece for piece in other.pieces if piece not in one.pieces)),
        actor=_fuller(one.actor, other.actor),
        target=_struck(one, other),
        place=place,
        when=one.when or other.when,
        since=one.since if one.when is not None else other.since,
        tolls=tolls,
        exact=one.exact or other.exact,
        back=one.back and other.back,
        downed=one.downed and other.downed,
        asserted=one.asserted or other.asserted,
        many=one.many and other.many,
        ongoing=one.ongoing or other.ongoing,
        aggregate=one.aggregate,
        title=one.title and (other.place is None or other.title),
        told=one.told if other.told is not None or not other.asserted else None,  # told in the outlet's own voice
        reported_by=_joined(one.reported_by, other.reported_by),
        accusations=_charges(one, other),
        claimed_by=_joined(one.claimed_by, other.claimed_by),
        deniers=_joined(one.deniers, other.deniers),
        no_comment=_joined(one.no_comment, other.no_comment),
        unverified_by=one.unverified_by or other.unverified_by,
        breach_of=one.breach_of or other.breach_of,
        hedges=(*one.hedges, *(hedge for hedge in other.hedges if hedge not in one.hedges)),
        sure=one.sure,
    )


def _charges(one: Draft, other: Draft) -> tuple[Accusation, ...]:
    """Return the charges of two tellings, each of the same sides once."""
    known = {(each.accuser.label, each.accused.label) for each in one.accusations}
    more = (each for each in other.accusations if (each.accuser.label, each.accused.label) not in known)
    return (*one.accusations, *more)


def _struck(one: Draft, other: Draft) -> Party | None:
    """Return what was hit: a headline names the town, the body what was hit there."""
    named = one.target is not None and one.place is not None and one.target.label == one.place.label
    told = other.target is not None and _is_unnamed(other.target) and " " in other.target.label
    return other.target if one.title and named and told else _fuller(one.target, other.target)


def _fuller(one: Party | None, other: Party | None) -> Party | None:
    """Return the party of two tellings, by the longer of its names where one holds the other: the fullest is told once."""
    if one is None or other is None:
        return one or other
    if one.entity is not None and one.entity == other.entity:
        return other if len(other.label.split()) > len(one.label.split()) else one
    if _is_force_of(one, other) or _is_among(one, other):
        return other
    longer = set(fold_word(one.label).split()) < set(fold_word(other.label).split())
    joint = _is_joint(one.label) or _is_joint(other.label)
    return other if longer and not joint and one.entity in {None, other.entity} else one


def _joined(one: tuple[Party, ...], other: tuple[Party, ...]) -> tuple[Party, ...]:
    labels = {party.label for party in one}
    return (*one, *(party for party in other if party.label not in labels))
