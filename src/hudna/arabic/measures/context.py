"""What the article around a measure tells of its parties: who fights whom, whose agreement a term belongs to."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Final

from hudna.arabic.contacts.side import country_of
from hudna.arabic.contacts.sides import nationality_sides
from hudna.arabic.contacts.voice import acts_for, spoken_for
from hudna.arabic.measures.breaches import votes
from hudna.arabic.measures.doers import with_doers
from hudna.arabic.measures.draft import Draft
from hudna.arabic.measures.parts import sharers
from hudna.arabic.measures.phrase import MOVED
from hudna.arabic.measures.who import distinct, parties_of, read_sides, reports
from hudna.arabic.measures.words import markers
from hudna.arabic.names.tables import labels, proper_entries
from hudna.arabic.scene import Scene
from hudna.model import MeasureKind, MeasureStatus, Party
from hudna.model.frozen import replace

MAX_REACH: Final = 4
MAX_SIDES: Final = 20
_VOTED_ON: Final = frozenset({"council-decision", "resolution"})
_DRAFTS: Final = frozenset({"draft-resolution", "the-resolution"})
_VOTED_FOR: Final = "<vote-for>"
_UNITED_NATIONS: Final = "body:un"
_PERMANENT: Final = frozenset(f"state:{country}" for country in ("ru", "us", "cn", "fr", "gb"))
_SECURITY_COUNCIL: Final = "body:un-security-council"
_PACTS: Final = frozenset({MeasureKind.AGREEMENT, MeasureKind.CEASEFIRE, MeasureKind.ZONE})
_DEMANDS: Final = frozenset({"disarm", "stop-act"})
_POWERS: Final = frozenset({"state_organ", "armed_group", "army"})
_NATIONS: Final = "un"
_LEADERS: Final = frozenset({MeasureStatus.AGREED, MeasureStatus.SIGNED, MeasureStatus.DECLARED, MeasureStatus.DRAFTED})
_ASKED: Final = frozenset({MeasureStatus.CALLED_FOR, MeasureStatus.PROPOSED})
_SEEKERS: Final = frozenset(
    {
        MeasureStatus.CALLED_FOR, MeasureStatus.PROPOSED, MeasureStatus.REJECTED, MeasureStatus.ACCEPTED,
        MeasureStatus.UNDER_NEGOTIATION, MeasureStatus.DENIED,
    }
)  # fmt: skip


@cache
def states_by_capital() -> Mapping[str, str]:
    """Return the keys of states by the ids of their capitals."""
    rows = ((entry["capital"], f"state:{entry.id}") for entry in proper_entries() if entry.kind == "state")
    return {capital: key for capital, key in rows if capital}


def without_failed_votes(drafts: Sequence[Draft]) -> list[Draft]:
    """Return the measures but those that a council voted for where the same sentence tells of a veto: nothing was adopted."""
    vetoed = {draft.sentence for draft in drafts if any(s.status is MeasureStatus.VETOED for s in draft.stands)}
    return [
        draft
        for draft in drafts
        if draft.sentence not in vetoed or not draft.stands or any(_VOTED_FOR not in s.rule for s in draft.stands)
    ]


def with_context(scene: Scene, drafts: Sequence[Draft]) -> list[Draft]:
    """Return the measures, a truce without parties with those who are told to fight, marked as implied."""
    fighting: tuple[Party, ...] | None = None
    found: list[Draft] = []
    for draft in drafts:
        pact = _pact_of(draft, drafts) or _under_terms(scene, draft, drafts) or _joined_to(draft, drafts)
        if pact:
            found.append(replace(draft, parties=distinct([*pact, *draft.parties])))
            continue
        if draft.kind is MeasureKind.CEASEFIRE and not draft.parties:
            if fighting is None:
                fighting = _fighting(scene)
            found.append(replace(draft, parties=_two_beside(scene, draft) or fighting))
        else:
            found.append(
                replace(
                    draft,
                    parties=distinct(
                        [*draft.parties, *_states(draft), *_bodies(scene, draft), *_council(scene, draft)]
                    ),
                )
            )
    found = [replace(draft, parties=(*draft.parties, *sharers(scene, draft, drafts))) for draft in found]
    return with_doers([replace(draft, parties=_governments(scene, draft.parties)) for draft in found])


def _governments(scene: Scene, parties: Sequence[Party]) -> tuple[Party, ...]:
    """Return parties, a capital as its state where the article names the state too, so that neither stands twice."""
    found = []
    for party in parties:
        state = states_by_capital().get((party.entity or "").removeprefix("place:"))
        if state is not None and state in scene.entities:
            found.append(replace(party, label=labels()[state].form, entity=state))
        else:
            found.append(party)
    return distinct(found)


def _pact_of(draft: Draft, drafts: Sequence[Draft]) -> tuple[Party, ...]:
    """Return who made the agreement that a term belongs to: it provides for a release."""
    made = [stand for stand in draft.stands if stand.status not in _ASKED]  # a resolution that asks is no agreement
    if not any(each in stand.rule for stand in made for each in ("<provide>", "<comprise>", "<terms>")):
        return ()
    if any(_is_paper(other) and other.sentence == draft.sentence and other.first < draft.first for other in drafts):
        return ()  # a resolution that provides for it is nobody's agreement
    pacts = (other.parties for other in drafts if other.kind in _PACTS and len(other.parties) > 1)
    return tuple(replace(party, implied=True) for party in next(pacts, ()))


def _is_paper(draft: Draft) -> bool:
    return draft.kind is MeasureKind.RESOLUTION


def _under_terms(scene: Scene, draft: Draft, drafts: Sequence[Draft]) -> tuple[Party, ...]:
    """Return who made the agreement that an evacuation told beside it comes under: this is under an accord between."""
    if draft.kind not in MOVED:
        return ()
    at = scene.sentence_at(draft.first).index
    for other in drafts:
        ruled = any(rule in stand.rule for stand in other.stands for rule in ("<under>", "<terms>"))
        if ruled and len(other.parties) > 1 and abs(scene.sentence_at(other.first).index - at) <= 1:
            return tuple(replace(party, implied=True) for party in other.parties)
    return ()


def _joined_to(draft: Draft, drafts: Sequence[Draft]) -> tuple[Party, ...]:
    """Return who made the pact that "and" joins a measure without parties to: a deal on a truce and an exchange."""
    if draft.parties or not draft.phrase.noun.conjunction or not draft.stands:
        return ()
    for other in drafts:
        alike = bool(other.stands) and other.stands[0].status is draft.stands[0].status
        if other.sentence == draft.sentence and alike and other.kind in _PACTS and len(other.parties) > 1:
            return tuple(replace(party, implied=True) for party in other.parties)
    return ()


def _two_beside(scene: Scene, draft: Draft) -> tuple[Party, ...]:
    """Return the two states named together in the sentence of a truce that was agreed on."""
    if not any(stand.status in _LEADERS for stand in draft.stands):
        return ()
    sentence = scene.sentence_at(draft.first)
    names = scene.states_before(sentence.end, 2)
    if not names or names[0].first < sentence.first:
        return ()
    return tuple(replace(party, implied=True) for party in parties_of(nationality_sides(names)))


def _fighting(scene: Scene) -> tuple[Party, ...]:
    """Return the first two sides between whom the article tells of fighting."""
    words = markers()["fighting"]
    for token in scene.tokens:
        if token.folded not in words:
            continue
        limit = min(token.i + MAX_REACH, len(scene.tokens))
        for place in range(token.i + 1, limit):
            if scene.words[place] == "بين":
                sides, _ = read_sides(scene, place + 1, min(place + MAX_SIDES, len(scene.tokens)))
                if sides:
                    return tuple(replace(party, implied=True) for party in parties_of(sides))
    return ()


def _council(scene: Scene, draft: Draft) -> tuple[Party, ...]:
    """Return the Security Council before which a draft resolution lies, named in its sentence or a neighbouring one.

    Of another resolution without a body that passes it, the council is that of its own sentence.
    """
    if draft.kind is not MeasureKind.RESOLUTION:
        return ()
    own = _of_the_nations(scene, draft)
    drafted = draft.noun in _DRAFTS
    if own or (not drafted and not _is_the_councils(draft)):
        return own
    sentences = scene.document.sentences
    index, beside = scene.sentence_at(draft.first).index, len(sentences) if _by_veto(draft) else int(drafted)
    first, end = sentences[max(0, index - beside)].first, sentences[min(index + beside, len(sentences) - 1)].end
    names = scene.document.names
    for name in names[bisect_left(names, first, key=lambda each: each.first) :]:
        if name.first >= end:
            break
        if name.value.entity == _SECURITY_COUNCIL:
            return (Party(name.value.span, name.value.label, name.value.entity, implied=True),)
    return ()


def _by_veto(draft: Draft) -> bool:
    """Return whether one of the five that may do so stopped a resolution: nowhere but before the council."""
    return any(
        stand.status is MeasureStatus.VETOED and any((party.entity or "") in _PERMANENT for party in stand.by)
        for stand in draft.stands
    )


def _of_the_nations(scene: Scene, draft: Draft) -> tuple[Party, ...]:
    """Return the United Nations where an adjective says that a resolution is theirs."""
    words = markers()["un-adjective"]
    for token in scene.tokens[draft.first : draft.phrase.core + 1]:
        if token.folded in words:
            return (Party(token.span, labels()[_UNITED_NATIONS].form, _UNITED_NATIONS, implied=True),)
    return ()


def _is_the_councils(draft: Draft) -> bool:
    """Return whether a resolution is voted on or vetoed, and nobody is known to have passed it."""
    voted = draft.noun in _VOTED_ON or any(stand.status is MeasureStatus.VETOED for stand in draft.stands)
    return voted and not any(votes(party) for party in draft.parties)


def _states(draft: Draft) -> tuple[Party, ...]:
    """Return the states of people of several countries who agree: a pact of two presidents is one of their states."""
    abroad = draft.kind is MeasureKind.AGREEMENT and any(side.country for side in draft.phrase.with_)
    of_nations = [
        party
        for stand in draft.stands
        if (stand.nation and not (stand.of and stand.status is MeasureStatus.CALLED_FOR))
        or (abroad and stand.status in _SEEKERS)
        for party in stand.by
    ]
    leaders = [party for stand in draft.stands if stand.status in _LEADERS for party in stand.by]
    found = _countries(leaders)
    if len(found) < 2 and draft.kind is not MeasureKind.SANCTIONS:
        found = {}
    home = {side.country for side in draft.phrase.with_}
    found |= {country: party for country, party in _countries(of_nations).items() if country not in home}
    known = {party.entity for party in draft.parties}
    asking = _askers(draft) if draft.noun in _DEMANDS else ()
    return tuple(party for party in (*found.values(), *asking) if party.entity not in known)


def _askers(draft: Draft) -> tuple[Party, ...]:
    """Return the states, governments and armed groups across from whom they ask to disarm or to stop something.

    A minister asks for his state; who belongs to none, or to that of whom he asks, stays outside.
    """
    found: list[Party] = []
    for stand in draft.stands:
        if stand.status is not MeasureStatus.CALLED_FOR or not stand.of:
            continue
        asked = {country_of(party.entity) or party.entity for party in stand.of}
        states = _countries(stand.by)
        found += [party for country, party in states.items() if country not in asked and country != _NATIONS]
        for party in stand.by:
            row = labels().get(party.entity or "")
            if (
                row is not None
                and row.kind == "body"
                and row["class"] in _POWERS
                and country_of(party.entity) not in asked
            ):
                found.append(party)
    return tuple(found)


def _bodies(scene: Scene, draft: Draft) -> tuple[Party, ...]:
    """Return the body for which somebody takes a stand on a pact with another: the official of X, on talks with Y."""
    people = [party for stand in draft.stands for party in stand.by]
    if draft.kind not in _PACTS | MOVED or len(draft.phrase.with_) != 1 or len(people) > 1:
        return ()
    across = draft.phrase.with_
    sides = [side for party in people for side in acts_for(scene, party, draft.first, across)]
    found = parties_of(sides or spoken_for(scene, draft.first, across))
    return tuple(party for party in found if not reports(party))


def _countries(leaders: Iterable[Party]) -> dict[str, Party]:
    found: dict[str, Party] = {}
    for party in leaders:
        capital = states_by_capital().get((party.entity or "").removeprefix("place:"))
        row = labels().get(capital or party.entity or "")
        if row is not None and row.kind == "state":
            found.setdefault((capital or party.entity or "").removeprefix("state:"), party)
            continue
        country = row["country"].lower() if row is not None and row.kind == "person" else ""
        state = labels().get(f"state:{country}") if country else None
        if state is not None:
            found.setdefault(country, replace(party, label=state.form, entity=f"state:{country}", implied=True))
    return found
