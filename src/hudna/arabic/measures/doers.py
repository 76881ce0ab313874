"""Whose act a standing is that its own clause leaves open, told by another standing or by a party of the measure.

A resolution was passed by the council among its parties, which calls for what it orders; what it would order is
proposed by those who put the draft forward; troops that left and a group whose fighters were brought away did so, and a
body whose inspectors came sent them. Sanctions in force are those of whom they are called after.
"""

from collections.abc import Sequence
from typing import Final

from hudna.arabic.incidents.words import actors
from hudna.arabic.measures.breaches import votes
from hudna.arabic.measures.draft import Draft, Stand
from hudna.arabic.measures.who import distinct
from hudna.arabic.measures.words import markers
from hudna.arabic.names.tables import labels
from hudna.model import MeasureKind, MeasureStatus, Party
from hudna.model.frozen import replace
from hudna.text import fold_word

_UNITED_NATIONS: Final = "body:un"
_PUT_FORWARD: Final = frozenset({MeasureStatus.PROPOSED, MeasureStatus.DRAFTED})
_DRAFT: Final = "draft-resolution"
_THE_COURT: Final = frozenset({"المحكمه", "محكمه"})
_CONSTRUCT: Final = ("ي", "و", "عناصر")  # the fighters of, rather than fighters
_FORCES: Final = frozenset({"armed_group", "army"})


def with_doers(drafts: Sequence[Draft]) -> list[Draft]:
    """Return measures whose standings have those whose act they are, where another standing or a party tells."""
    found = [_done_by(_of_one_court(draft)) for draft in drafts]
    papers = [draft for draft in found if draft.kind is MeasureKind.RESOLUTION]
    if not papers:
        return found
    council = distinct(
        party
        for draft in papers
        for stand in draft.stands
        if stand.status is MeasureStatus.ADOPTED
        for party in stand.by
    )
    movers = distinct(
        party
        for draft in papers
        for stand in draft.stands
        if stand.status in _PUT_FORWARD and draft.noun == _DRAFT
        for party in stand.by
    )
    single = sum(any(stand.status in _PUT_FORWARD for stand in draft.stands) for draft in papers) == 1
    return [_ordered(draft, council if len(council) == 1 else (), movers if single else ()) for draft in found]


def _done_by(draft: Draft) -> Draft:
    """Return a measure with whoever passed, put forward or carried it out, among its own parties and standings."""
    doers: dict[MeasureStatus, tuple[Party, ...]] = {}
    if draft.kind is MeasureKind.RESOLUTION:
        passing = tuple(party for party in draft.parties if _passes(party))
        doers[MeasureStatus.ADOPTED] = passing if len(passing) == 1 else ()
        doers[MeasureStatus.PROPOSED] = distinct(
            party for stand in draft.stands if stand.status is MeasureStatus.DRAFTED for party in stand.by
        )
    elif draft.kind is MeasureKind.WITHDRAWAL:
        doers[MeasureStatus.IMPLEMENTED] = _moved(draft)
    elif draft.kind is MeasureKind.SANCTIONS:
        doers[MeasureStatus.IN_EFFECT] = _imposing(draft)
    elif draft.kind is MeasureKind.MECHANISM:
        doers[MeasureStatus.IMPLEMENTED] = doers[MeasureStatus.IN_EFFECT] = _senders(draft)
    elif draft.kind is MeasureKind.ZONE:
        doers[MeasureStatus.AGREED] = doers[MeasureStatus.IN_EFFECT] = draft.guarantors or draft.mediators
    elif draft.kind is MeasureKind.EVACUATION:
        doers[MeasureStatus.IMPLEMENTED] = tuple(party for party in _moved(draft) if _fights(party))
    return _with(draft, doers) if any(doers.values()) else draft


def _of_one_court(draft: Draft) -> Draft:
    """Return a ruling told of one court by its name and as "the court" with that name throughout, its standings each once."""
    if draft.kind is not MeasureKind.RESOLUTION:
        return draft
    named = [party for party in draft.parties if party.entity is None and _is_named_court(party)]
    bare = [party for party in draft.parties if fold_word(party.label) in _THE_COURT]
    if len(named) != 1 or not bare:
        return draft
    stands: dict[tuple[MeasureStatus, tuple[str, ...], str | None], Stand] = {}
    for stand in draft.stands:
        by = distinct(named[0] if fold_word(party.label) in _THE_COURT else party for party in stand.by)
        key = stand.status, tuple(party.label for party in by), stand.told
        if key in stands:
            earlier = stands[key]
            when = earlier.when or stand.when
            stands[key] = replace(earlier, pieces=earlier.pieces + stand.pieces, when=when)
        else:
            stands[key] = replace(stand, by=by)
    parties = tuple(party for party in draft.parties if party not in bare)
    return replace(draft, parties=parties, stands=tuple(stands.values()))


def _is_named_court(party: Party) -> bool:
    words = fold_word(party.label).split()
    return len(words) > 1 and words[-1] != "اخري" and not markers()["court"].isdisjoint(words[:2])


def _passes(party: Party) -> bool:
    """Return whether a party is a council or the United Nations, not somebody who holds office in a council."""
    return party.entity == _UNITED_NATIONS or votes(replace(party, label=party.label.split()[0]))


def _moved(draft: Draft) -> tuple[Party, ...]:
    """Return those whom the words of a measure move, as they stand among its parties."""
    moved = {side.who.entity or side.who.label for side in draft.phrase.people}
    return tuple(party for party in draft.parties if (party.entity or party.label) in moved)


def _imposing(draft: Draft) -> tuple[Party, ...]:
    """Return whose sanctions they are, by an adjective of theirs: the American sanctions on X."""
    own = {side.who.entity or side.who.label for side in draft.phrase.parties}
    hit = {side.who.entity or side.who.label for side in draft.phrase.people}
    return tuple(party for party in draft.parties if (party.entity or party.label) in own - hit)


def _senders(draft: Draft) -> tuple[Party, ...]:
    """Return the known bodies whose inspectors or mission a mechanism is."""
    found = (party for party in _moved(draft) if (party.entity or "").startswith("body:"))
    return tuple(found)


def _fights(party: Party) -> bool:
    """Return whether a party is an armed group or an army, or the fighters of one."""
    row = labels().get(party.entity or "")
    if row is not None:
        return row.kind == "body" and row["class"] in _FORCES
    first, *of = fold_word(party.label).split()
    return bool(of) and first.endswith(_CONSTRUCT) and first in actors()["armed"]


def _ordered(draft: Draft, council: tuple[Party, ...], movers: tuple[Party, ...]) -> Draft:
    """Return what a resolution orders with who calls for it or puts it forward."""
    if draft.kind is MeasureKind.RESOLUTION or draft.phrase.noun.kind is not MeasureKind.RESOLUTION:
        return draft
    doers = {MeasureStatus.PROPOSED: movers}
    if draft.phrase.noun.id != _DRAFT:
        doers[MeasureStatus.CALLED_FOR] = council
    return _with(draft, doers)


def _with(draft: Draft, doers: dict[MeasureStatus, tuple[Party, ...]]) -> Draft:
    return replace(draft, stands=tuple(_by(stand, doers.get(stand.status, ())) for stand in draft.stands))


def _by(stand: Stand, who: tuple[Party, ...]) -> Stand:
    if stand.by or not who:
        return stand
    return replace(stand, by=tuple(replace(party, implied=True) for party in who))
