"""What the article around a measure tells of its parties: who fights whom, whose agreement a term belongs to."""

from collections.abc import Iterable, Sequence
from typing import Final

from hudna.arabic.measures.draft import Draft
from hudna.arabic.measures.who import distinct, parties_of, read_sides
from hudna.arabic.measures.words import markers
from hudna.arabic.names.tables import labels
from hudna.arabic.scene import Scene
from hudna.model import MeasureKind, MeasureStatus, Party
from hudna.model.frozen import replace

MAX_REACH: Final = 4
MAX_SIDES: Final = 20
_PACTS: Final = frozenset({MeasureKind.AGREEMENT, MeasureKind.CEASEFIRE, MeasureKind.ZONE})
_LEADERS: Final = frozenset({MeasureStatus.AGREED, MeasureStatus.SIGNED, MeasureStatus.DECLARED})
_ACTS: Final = frozenset({MeasureKind.EVACUATION, MeasureKind.RELEASE, MeasureKind.WITHDRAWAL})
_SEEKERS: Final = frozenset(
    {
        MeasureStatus.CALLED_FOR, MeasureStatus.PROPOSED, MeasureStatus.REJECTED, MeasureStatus.ACCEPTED,
        MeasureStatus.UNDER_NEGOTIATION,
    }
)  # fmt: skip


def with_context(scene: Scene, drafts: Sequence[Draft]) -> list[Draft]:
    """Return the measures, a truce without parties with those who are told to fight, marked as implied."""
    fighting: tuple[Party, ...] | None = None
    found: list[Draft] = []
    for draft in drafts:
        pact = _pact_of(draft, drafts) or _under_terms(scene, draft, drafts)
        if pact:
            found.append(replace(draft, parties=distinct([*pact, *draft.parties])))
            continue
        if draft.kind is MeasureKind.CEASEFIRE and not draft.parties:
            if fighting is None:
                fighting = _fighting(scene)
            found.append(replace(draft, parties=fighting))
        else:
            found.append(replace(draft, parties=(*draft.parties, *_states(draft))))
    return found


def _pact_of(draft: Draft, drafts: Sequence[Draft]) -> tuple[Party, ...]:
    """Return who made the agreement that a term belongs to: it provides for a release."""
    if not any("<provide>" in stand.rule or "<terms>" in stand.rule for stand in draft.stands):
        return ()
    pacts = (other.parties for other in drafts if other.kind in _PACTS and len(other.parties) > 1)
    return tuple(replace(party, implied=True) for party in next(pacts, ()))


def _under_terms(scene: Scene, draft: Draft, drafts: Sequence[Draft]) -> tuple[Party, ...]:
    """Return who made the agreement that an evacuation told beside it comes under: this is under an accord between."""
    if draft.kind not in _ACTS:
        return ()
    at = scene.sentence_at(draft.first).index
    for other in drafts:
        ruled = any(rule in stand.rule for stand in other.stands for rule in ("<under>", "<terms>"))
        if ruled and len(other.parties) > 1 and abs(scene.sentence_at(other.first).index - at) <= 1:
            return tuple(replace(party, implied=True) for party in other.parties)
    return ()


def _fighting(scene: Scene) -> tuple[Party, ...]:
    """Return the first two sides between whom the article tells of fighting."""
    words = markers()["fighting"]
    for token in scene.tokens:
        if token.folded not in words:
            continue
        limit = min(token.i + MAX_REACH, len(scene.tokens))
        for place in range(token.i + 1, limit):
            if scene.tokens[place].folded == "بين":
                sides, _ = read_sides(scene, place + 1, min(place + MAX_SIDES, len(scene.tokens)))
                if sides:
                    return tuple(replace(party, implied=True) for party in parties_of(sides))
    return ()


def _states(draft: Draft) -> tuple[Party, ...]:
    """Return the states of people of several countries who agree: a pact of two presidents is one of their states."""
    abroad = draft.kind is MeasureKind.AGREEMENT and any(side.country for side in draft.phrase.with_)
    of_nations = [
        party for stand in draft.stands if stand.nation or (abroad and stand.status in _SEEKERS) for party in stand.by
    ]
    leaders = [party for stand in draft.stands if stand.status in _LEADERS for party in stand.by]
    found = _countries(leaders)
    if len(found) < 2 and draft.kind is not MeasureKind.SANCTIONS:
        found = {}
    home = {side.country for side in draft.phrase.with_}
    found |= {country: party for country, party in _countries(of_nations).items() if country not in home}
    known = {party.entity for party in draft.parties}
    return tuple(party for party in found.values() if party.entity not in known)


def _countries(leaders: Iterable[Party]) -> dict[str, Party]:
    found: dict[str, Party] = {}
    for party in leaders:
        row = labels().get(party.entity or "")
        country = row["country"].lower() if row is not None and row.kind == "person" else ""
        state = labels().get(f"state:{country}") if country else None
        if state is not None:
            found.setdefault(country, replace(party, label=state.form, entity=f"state:{country}", implied=True))
    return found
