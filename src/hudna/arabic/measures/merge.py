"""The tellings of one measure put together: the truce in the headline, its breach further down, "the agreement"."""

from collections.abc import Iterable, Sequence
from typing import Final

from hudna.arabic.contacts.side import country_of
from hudna.arabic.measures.context import states_by_capital
from hudna.arabic.measures.draft import Draft, Stand
from hudna.model import MeasureKind, MeasureStatus, Party
from hudna.model.frozen import replace
from hudna.text import fold_word

MAX_BACK: Final = 60  # measures; who tells of so many others in between names one anew
_PACTS: Final = frozenset({MeasureKind.AGREEMENT, MeasureKind.DOCUMENT, MeasureKind.RESOLUTION})
_HOLDS: Final = frozenset(
    {
        MeasureKind.AGREEMENT, MeasureKind.CEASEFIRE, MeasureKind.ZONE, MeasureKind.EVACUATION, MeasureKind.DOCUMENT,
        MeasureKind.RELEASE,
    }
)  # fmt: skip
_WISHES: Final = frozenset(
    {MeasureStatus.CALLED_FOR, MeasureStatus.PROPOSED, MeasureStatus.DRAFTED, MeasureStatus.UNDER_NEGOTIATION}
)
_TAKING_UP: Final = frozenset({"the-resolution", "the-memorandum"})  # nothing by themselves
RULINGS: Final = frozenset(
    {"rule", "ruling", "sentence", "court-orders"}
)  # an article follows one case through its courts
_CONVOYS: Final = frozenset({"aid", "convoy"})
_AMENDS: Final = "amendment"
_ACCORD: Final = "accord"
MAX_AGAIN: Final = 4  # sentences; further on, another agreement may be meant
_LEAVING: Final = frozenset({MeasureKind.EVACUATION, MeasureKind.WITHDRAWAL})
_REACHED: Final = frozenset(
    {MeasureStatus.AGREED, MeasureStatus.SIGNED, MeasureStatus.DECLARED, MeasureStatus.DENIED, MeasureStatus.STALLED}
)
MANY: Final = "accords"
_EXPELS: Final = frozenset({"expel", "expel-envoys"})
MAX_LEAD: Final = 2
LEAD: Final = 1  # the headline's sentence and the first of the text tell the same
_STANDING: Final = frozenset(
    {MeasureStatus.DECLARED, MeasureStatus.AGREED, MeasureStatus.SIGNED, MeasureStatus.IN_EFFECT}
)
_DATED: Final = frozenset({MeasureStatus.DECLARED, MeasureStatus.AGREED, MeasureStatus.SIGNED})
_ACTS: Final = frozenset({MeasureStatus.DECLARED, MeasureStatus.IMPLEMENTED, MeasureStatus.VETOED, MeasureStatus.ENDED})


def merge(drafts: Sequence[Draft]) -> list[Draft]:
    """Return one draft a measure, in the order of their first telling; those without any standing are dropped."""
    merged: list[Draft] = []
    known = any(draft.pact is not None for draft in drafts)
    for draft in drafts:
        target = _target(merged, draft, known=known)
        if target is not None:
            merged[target] = _join(merged[target], draft)
        elif draft.noun not in _TAKING_UP:
            merged.append(draft)
    return [_without_presumed(draft) for draft in merged if draft.stands]


def _without_presumed(draft: Draft) -> Draft:
    """Return a measure without the standing that its naming takes for granted, where another one is told of it."""
    signed = any(stand.status is MeasureStatus.SIGNED for stand in draft.stands)
    taken = ("<there>", "<known>") if signed else ("<there>",)  # whoever signed it had agreed on it
    told = tuple(stand for stand in draft.stands if not stand.rule.startswith(taken))
    return replace(draft, stands=told) if told and len(told) < len(draft.stands) else draft


def _target(merged: Sequence[Draft], draft: Draft, *, known: bool) -> int | None:
    """Return the measure told before that a telling belongs to; ``known`` tells that one known by name is among them."""
    for number in range(len(merged) - 1, max(-1, len(merged) - 1 - MAX_BACK), -1):
        other = merged[number]
        if (other.noun == _AMENDS) != (draft.noun == _AMENDS):
            continue  # what is to be changed of an agreement is not what it is
        if known and draft.back and other.pact is None and _wished(other) and not _wished(draft):
            continue  # the agreement that was made is the known one, not the one that is sought
        if (
            _same(other, draft)
            or _taken_up(other, draft)
            or _told_in_headline(other, draft)
            or _named_anew(other, draft)
            or _told_again(other, draft)
        ):
            return number
    return None


def _taken_up(one: Draft, other: Draft) -> bool:
    """Return whether a bare "the agreement" means the truce or evacuation agreed on before."""
    if not other.back or other.kind is not MeasureKind.AGREEMENT or one.kind not in _HOLDS or _apart(one, other):
        return False
    wrapped = one.phrase.noun.kind is MeasureKind.AGREEMENT
    return wrapped or any(stand.status in _STANDING and "<provide>" not in stand.rule for stand in one.stands)


def _told_in_headline(one: Draft, other: Draft) -> bool:
    """Return whether a headline's agreement is the one on a truce or evacuation that the text then tells."""
    if not one.headline or one.kind is not MeasureKind.AGREEMENT or other.sentence > MAX_LEAD or _apart(one, other):
        return False
    return other.kind in _HOLDS and other.phrase.noun.kind is MeasureKind.AGREEMENT


def _named_anew(one: Draft, other: Draft) -> bool:
    """Return whether an agreement known by its name and the zone or truce that two agreed on are one."""
    if (
        one.kind is not MeasureKind.AGREEMENT
        or other.phrase.noun.kind is not MeasureKind.AGREEMENT
        or _apart(one, other)
    ):
        return False
    return other.kind in _HOLDS and len(keys(one.parties) & keys(other.parties)) > 1


def _told_again(one: Draft, other: Draft) -> bool:
    """Return whether an agreement told as reached or denied is the one on a truce or a departure told just before.

    The general staff reached an agreement, the fighters denied any agreement: nothing sets them apart.
    """
    accords = one.phrase.noun.id == other.phrase.noun.id == _ACCORD
    if not accords or other.new or other.sentence - one.sentence > MAX_AGAIN or _apart(one, other):
        return False
    alike = other.phrase.inner is None or {one.kind, other.kind} <= _LEAVING
    if one.kind not in _HOLDS or one.phrase.inner is None or not alike:
        return False
    settled = {stand.status for stand in one.stands} & _REACHED
    told = bool(other.stands) and all(stand.status in _REACHED and stand.when is None for stand in other.stands)
    left, right = keys(one.parties), keys(other.parties)
    return bool(settled) and told and (not left or not right or bool(left & right))


def _same(one: Draft, other: Draft) -> bool:
    if one.noun in RULINGS and other.noun in RULINGS:
        return True
    if one.kind is not other.kind or (other.new and one.sentence > LEAD and not _sought_again(one, other)):
        return False
    if not other.back and not one.headline and _wished(other) != _wished(one) and one.stands and other.stands:
        return False
    if _apart(one, other):
        return False
    if MANY in {one.noun, other.noun} and one.noun != other.noun:
        return False
    outer = {each.phrase.noun.id for each in (one, other)}
    if MANY in outer and len(outer) > 1:
        return False
    if one.pact is not None or other.pact is not None:
        plain = other if other.pact is None else one
        return one.pact == other.pact or (plain.pact is None and plain.back and not plain.new)
    if one.name is not None and other.name is not None:
        return fold_word(one.name) == fold_word(other.name)
    if other.back:
        return True
    if one.kind is MeasureKind.RESOLUTION:
        if other.noun == "the-resolution":
            return True
        return one.noun == other.noun and (one.phrase.inner is None or other.phrase.inner is None or _alike(one, other))
    if one.kind is MeasureKind.CEASEFIRE or one.back:
        return True
    if keys(one.parties) & keys(other.parties):
        return True
    if one.kind in _PACTS:
        return False
    alike = one.noun == other.noun or {one.noun, other.noun} == _CONVOYS
    return alike and (one.headline or not (one.parties and other.parties))


def _sought_again(one: Draft, other: Draft) -> bool:
    """Return whether a new agreement that is only wished for, with nobody named, is the one wished for before."""
    if not one.stands or not _wished(one) or not _wished(other):
        return False
    if one.kind is MeasureKind.SANCTIONS:
        return bool(keys(one.parties) & keys(other.parties))
    return one.kind is MeasureKind.AGREEMENT and not other.parties


def _alike(one: Draft, other: Draft) -> bool:
    left, right = one.phrase.inner, other.phrase.inner
    return left is not None and right is not None and left.noun.kind is right.noun.kind


def _wished(draft: Draft) -> bool:
    """Return whether a measure is only asked for or aimed at, so far as is told."""
    put_off = draft.kind is MeasureKind.SANCTIONS
    return all(
        (stand.status in _WISHES and "<keep>" not in stand.rule)
        or (put_off and stand.rule.startswith("<suspend> <declare>"))
        for stand in draft.stands
    )


def _apart(one: Draft, other: Draft) -> bool:
    """Return whether two tellings cannot be of one measure: other days, lengths, places, parties."""
    if one.kind is MeasureKind.SANCTIONS and _other_sanctions(one, other):
        return True
    if one.phrase.lasting and other.phrase.lasting and one.phrase.lasting != other.phrase.lasting:
        return True
    if one.place is not None and other.place is not None and not _near(one, other):
        return True
    if other.back or (one.headline and other.sentence <= MAX_LEAD):
        return False
    left, right = keys(one.parties), keys(other.parties)
    if len(left) > 1 and len(right) > 1 and not left & right:
        return True
    if one.kind in _PACTS and left and right and not left & right:
        return True
    days = [
        stand.when.value
        for draft in (one, other)
        for stand in draft.stands
        if stand.status in _DATED and stand.when is not None
    ]
    if len(days) > 1 and days[0].earliest and days[-1].earliest and days[0].latest and days[-1].latest:
        return days[0].latest < days[-1].earliest or days[-1].latest < days[0].earliest
    return False


def _other_sanctions(one: Draft, other: Draft) -> bool:
    """Return whether two tellings are of two rounds of sanctions: on others, of another sort, set and lifted."""
    if (one.noun in _EXPELS) != (other.noun in _EXPELS):
        return True
    if one.noun in _EXPELS and _of_others(one, other):
        return True
    left, right = ({fold_word(side.who.label) for side in draft.phrase.people} for draft in (one, other))
    named = bool(left and right) and not _overlap(left, right)
    lifted = [any(stand.status is MeasureStatus.ENDED for stand in draft.stands) for draft in (one, other)]
    return (named and not one.headline) or lifted[0] != lifted[1]


def _of_others(one: Draft, other: Draft) -> bool:
    """Return whether those who expel in one telling are none of those who do in the other."""
    left, right = (_powers(party for stand in draft.stands for party in stand.by) for draft in (one, other))
    return bool(left and right) and not left & right


def _powers(parties: Iterable[Party], *, leaders: bool = True) -> frozenset[str]:
    """Return the keys of parties, of a capital that of its state, and with ``leaders`` of a president or a government too."""
    found = []
    for party in parties:
        country = country_of(party.entity) if leaders else None
        capital = states_by_capital().get((party.entity or "").removeprefix("place:"))
        found.append(capital or (f"state:{country}" if country else party.entity or fold_word(party.label)))
    return frozenset(found)


def _overlap(left: set[str], right: set[str]) -> bool:
    return any(a in b or b in a for a in left for b in right)


def _near(one: Draft, other: Draft) -> bool:
    left, right = one.place, other.place
    assert left is not None
    assert right is not None
    if (left.entity or fold_word(left.label)) == (right.entity or fold_word(right.label)):
        return True
    return left.precision == "area" or right.precision == "area"


def keys(parties: Iterable[Party]) -> frozenset[str]:
    """Return the keys by which two tellings may name the same party."""
    return frozenset(party.entity or fold_word(party.label) for party in parties)


def _join(one: Draft, other: Draft) -> Draft:
    stands = list(one.stands)
    for stand in other.stands:
        _add(stands, stand)
    parties = list(one.parties)
    known = keys(parties)
    parties += [party for party in other.parties if not keys([party]) & known]
    return replace(
        one,
        kind=one.kind if one.kind is not MeasureKind.AGREEMENT or other.back else other.kind,
        name=one.name or other.name,
        parties=tuple(parties),
        guarantors=one.guarantors or other.guarantors,
        mediators=one.mediators or other.mediators,
        place=one.place or other.place,
        setting=one.setting or other.setting,
        covers=(*one.covers, *other.covers),
        excludes=(*one.excludes, *other.excludes),
        length=one.length or other.length,
        recurs=one.recurs or other.recurs,
        quantity=one.quantity or other.quantity,
        stands=tuple(stands),
        pieces=(*one.pieces, *other.pieces),
        sentence=max(one.sentence, other.sentence),
        headline=one.headline and other.headline,
        pact=one.pact or other.pact,
    )


def _add(stands: list[Stand], stand: Stand) -> None:
    """Add a standing, or let it complete the same one told before."""
    for number, other in enumerate(stands):
        if other.status is not stand.status:
            continue
        left, right = (_powers(each.by, leaders=stand.status in _ACTS) for each in (other, stand))
        if not left or not right or right <= left or (left <= right and stand.status in _DATED):
            stands[number] = replace(
                other,
                by=stand.by if left < right else other.by or stand.by,
                of=other.of or stand.of,
                when=other.when or stand.when,
                condition=other.condition or stand.condition,
                told=other.told,
                sure=other.sure or stand.sure,
                pieces=(*other.pieces, *stand.pieces),
            )
            return
    stands.append(stand)
